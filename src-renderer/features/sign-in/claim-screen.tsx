import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { requiredText } from '../../../src-main/contract/common.ts'
import { useAskAgain } from '../../app/coming-and-going.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { AccountFields } from './account-fields.tsx'
import { DoorFrame } from './door-frame.tsx'
import { accountFormSchema, NO_ACCOUNT } from './new-password.ts'
import { rememberLogin } from './remembered-logins.ts'

const schema = accountFormSchema.and(z.object({ name: requiredText(100) }))
const FIELDS = ['name', 'login', 'password'] as const
const NAMES = { login: 'login', password: 'password', repeat: 'repeat' } as const

/** An office of an earlier version, without accounts: its first administrator is made before anything else. */
export function ClaimScreen() {
  const t = useT('sign-in')
  const askAgain = useAskAgain()
  const claim = useMutation(useOrpc().people.claim.mutationOptions())
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name: '', ...NO_ACCOUNT } })
  const submit = form.handleSubmit(async ({ name, login, password }) => {
    try {
      await claim.mutateAsync({ name, login, password })
      rememberLogin(login)
      await askAgain()
    } catch (error) {
      applyFieldErrors(form, error, (path) => FIELDS.find((field) => field === path) ?? null)
      // Somebody else was quicker.
      if (officeErrorOf(error)?.code === 'office-already-set-up') await askAgain()
    }
  })
  return (
    <DoorFrame title={t('claimTitle')} lead={t('claimLead')}>
      <Box
        component="form"
        noValidate
        aria-label={t('claimTitle')}
        onSubmit={(event) => void submit(event)}
        sx={{ display: 'grid', gap: 2 }}
      >
        <ErrorAlert error={claim.error} />
        <FormText control={form.control} name="name" label={t('name')} required autoFocus />
        <AccountFields control={form.control} names={NAMES} />
        <Button type="submit" variant="contained" size="medium" loading={claim.isPending}>
          {t('claim')}
        </Button>
      </Box>
    </DoorFrame>
  )
}
