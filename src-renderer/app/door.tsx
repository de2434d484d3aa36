import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { OfficeStatus } from '../../src-main/contract/office.ts'
import { ClaimScreen } from '../features/sign-in/claim-screen.tsx'
import { LockScreen } from '../features/sign-in/lock-screen.tsx'
import { NewPasswordScreen } from '../features/sign-in/new-password-screen.tsx'
import { SignInScreen } from '../features/sign-in/screen.tsx'
import { atWindow, isSomebodyElse } from './at-window.ts'
import { beginAfresh } from './begin-afresh.ts'
import { useDoorOfOthers } from './coming-and-going.ts'
import { Desk } from './desk.tsx'
import { useStatus } from './office.tsx'

const FirstStartScreen = lazy(async () => ({
  default: (await import('../features/first-start/screen.tsx')).FirstStartScreen,
}))

/** What stands before the person at the window: first start, the door, or their desk. */
export function Door({ waiting }: { waiting: ReactNode }) {
  const status = useStatus()
  // A one-time password just typed need not be typed again to be replaced.
  const [oneTime, setOneTime] = useState('')
  const gone = useSamePerson(status)
  useDoorOfOthers()
  if (gone) return waiting
  if (status.office === null) {
    return (
      <Suspense fallback={waiting}>
        <FirstStartScreen />
      </Suspense>
    )
  }
  if (status.unclaimed) return <ClaimScreen />
  if (status.user === null) return <SignInScreen onOneTime={setOneTime} />
  if (status.user.mustChangePassword) {
    return status.locked ? <LockScreen /> : <NewPasswordScreen oneTime={oneTime} />
  }
  return <Desk />
}

/**
 * Begins afresh when the person at the window is no longer the one who was. Answers whether that is so.
 */
function useSamePerson(status: OfficeStatus): boolean {
  const now = atWindow(status)
  const [before, setBefore] = useState(now)
  const gone = isSomebodyElse(before, now)
  const changed = before.id !== now.id || before.sample !== now.sample || before.open !== now.open
  if (!gone && changed) setBefore(now)
  const thrownOut = gone && now.id === null && before.sample === now.sample
  useEffect(() => {
    if (gone) beginAfresh(thrownOut ? 'thrownOut' : null)
  }, [gone, thrownOut])
  return gone
}
