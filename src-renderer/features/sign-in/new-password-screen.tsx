import { Button } from '@mui/material'
import { useLeaving } from '../../app/coming-and-going.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { ChangePasswordForm } from './change-password-form.tsx'
import { DoorFrame } from './door-frame.tsx'

/** After signing in with a one-time password: a new one, before anything else. */
export function NewPasswordScreen({ oneTime }: { oneTime: string }) {
  const t = useT('sign-in')
  const { user } = useStatus()
  const { signOut } = useLeaving()
  return (
    <DoorFrame title={t('newTitle')} lead={t('newLead', { name: user?.name ?? '' })}>
      <ChangePasswordForm known={oneTime} confirmLabel={t('newSave')} onDone={() => undefined}>
        <Button onClick={() => void signOut()}>{t('signOut')}</Button>
      </ChangePasswordForm>
    </DoorFrame>
  )
}
