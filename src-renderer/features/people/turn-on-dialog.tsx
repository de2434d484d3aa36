import { zodResolver } from '@hookform/resolvers/zod'
import { Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Person } from '../../../src-main/contract/people.ts'
import type { Role } from '../../../src-main/domain/people.ts'
import { useAskAgain } from '../../app/coming-and-going.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { AccountFields } from '../sign-in/account-fields.tsx'
import { accountFormSchema, NO_ACCOUNT } from '../sign-in/new-password.ts'
import { rememberLogin } from '../sign-in/remembered-logins.ts'
import { RolesField } from './roles-field.tsx'

/** The roles an administrator may hold besides. */
export const FURTHER_ROLES = ['counter', 'specialist', 'head'] as const satisfies readonly Role[]

interface Props {
  lockAfterMinutes: number
  onClose: () => void
}

/** Turns sign-in on in an open office: with the accounts there are, or with one's own as the first. */
export function TurnOnDialog({ people, ...props }: Props & { people: readonly Person[] }) {
  const ready = people.some(({ active, roles }) => active && roles.includes('administrator'))
  return ready ? <WithAccounts {...props} /> : <WithOwnAccount {...props} />
}

function useTurnOn() {
  return useMutation(useOrpc().people.setAccess.mutationOptions())
}

function WithAccounts({ lockAfterMinutes, onClose }: Props) {
  const t = useT('people')
  const askAgain = useAskAgain()
  const turnOn = useTurnOn()
  return (
    <ConfirmDialog
      open
      title={t('access.signInTitle')}
      confirmLabel={t('access.signInConfirm')}
      busy={turnOn.isPending}
      onConfirm={() =>
        turnOn.mutate(
          { kind: 'sign-in', lockAfterMinutes, account: null },
          { onSuccess: () => void askAgain() },
        )
      }
      onClose={onClose}
    >
      {t('access.signInAgain')}
      <ErrorAlert error={turnOn.error} sx={{ mt: 2 }} />
    </ConfirmDialog>
  )
}

function WithOwnAccount({ lockAfterMinutes, onClose }: Props) {
  const t = useT('people')
  const askAgain = useAskAgain()
  const turnOn = useTurnOn()
  const [roles, setRoles] = useState<Role[]>([])
  const form = useForm({ resolver: zodResolver(accountFormSchema), defaultValues: NO_ACCOUNT })
  const submit = form.handleSubmit(async ({ login, password }) => {
    try {
      await turnOn.mutateAsync({ kind: 'sign-in', lockAfterMinutes, account: { login, password, roles } })
      rememberLogin(login)
      onClose()
      await askAgain()
    } catch (error) {
      applyFieldErrors(form, error, (path) =>
        path === 'account.login' || path === 'login'
          ? 'login'
          : path === 'account.password'
            ? 'password'
            : null,
      )
    }
  })
  return (
    <FormDialog
      title={t('access.signInTitle')}
      confirmLabel={t('access.signInConfirm')}
      busy={turnOn.isPending}
      error={turnOn.error}
      width="xs"
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('access.signInText')}
      </Typography>
      <AccountFields
        control={form.control}
        names={{ login: 'login', password: 'password', repeat: 'repeat' }}
      />
      <RolesField label={t('access.yourRoles')} roles={FURTHER_ROLES} value={roles} onChange={setRoles} />
    </FormDialog>
  )
}
