import { Activity, type ReactNode, useEffect, useRef, useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { LockScreen } from '../features/sign-in/lock-screen.tsx'
import { ToastProvider } from '../ui/toast.tsx'
import { useShortcut } from '../ui/use-shortcut.ts'
import { useLeaving } from './coming-and-going.ts'
import { StatusProvider, useStatus } from './office.tsx'
import { createRoutes } from './routes.tsx'
import { useAutoLock } from './use-auto-lock.ts'

/**
 * The screens of the person at the window. While it is locked they keep what was typed, but nothing of them is on
 * the page's face: not drawn, not read out, without keys and without questions to the office.
 */
export function Desk() {
  const status = useStatus()
  const { locked } = status
  const [router] = useState(createRoutes)
  // A locked window is told less; the screens behind the lock must not take that for news.
  const [seen, setSeen] = useState(status)
  if (!locked && seen !== status) setSeen(status)
  return (
    <>
      <Activity mode={locked ? 'hidden' : 'visible'}>
        <StatusProvider status={locked ? seen : status}>
          <ToastProvider>
            <Lock />
            <FocusKept>
              <RouterProvider router={router} />
            </FocusKept>
          </ToastProvider>
        </StatusProvider>
      </Activity>
      {locked && <LockScreen />}
    </>
  )
}

/** Locks by hand, with Ctrl+L, and by itself. Only where somebody has signed in. */
function Lock() {
  const { access } = useStatus()
  const { lock } = useLeaving()
  const asked = access.kind === 'sign-in'
  useShortcut('ctrl+l', () => {
    if (asked) void lock()
  })
  useAutoLock(asked ? access.lockAfterMinutes : 0, () => void lock())
  return null
}

/** After the lock the focus is where it was before. */
function FocusKept({ children }: { children: ReactNode }) {
  const last = useRef<HTMLElement | null>(null)
  useEffect(() => {
    last.current?.focus({ preventScroll: true })
    const keep = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last.current = target
    }
    document.addEventListener('focusin', keep)
    return () => document.removeEventListener('focusin', keep)
  }, [])
  return children
}
