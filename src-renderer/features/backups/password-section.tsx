import { Alert, Box, Button, Typography } from '@mui/material'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { newPasswordSchema } from '../../../src-main/contract/people.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { FormPassword } from '../../ui/form-password.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { passwordProblems } from '../sign-in/new-password.ts'

/** Whether new backups are under a password. */
export function PasswordSection({ sealed }: { sealed: boolean }) {
  const t = useT('backups')
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const save = useSetPassword()
  return (
    <Section title={t('password.title')} subtitle={t(sealed ? 'password.on' : 'password.off')}>
      <ErrorAlert error={asking ? null : save.error} sx={{ mb: 1.5 }} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="outlined" onClick={() => setAsking(true)}>
          {t(sealed ? 'password.change' : 'password.set')}
        </Button>
        {sealed && (
          <Button
            loading={save.isPending}
            onClick={() => save.mutate({ password: null }, { onSuccess: () => toast(t('password.removed')) })}
          >
            {t('password.remove')}
          </Button>
        )}
      </Box>
      {asking && <PasswordDialog onClose={() => setAsking(false)} />}
    </Section>
  )
}

function useSetPassword() {
  const orpc = useOrpc()
  const queries = useQueryClient()
  return useMutation(
    orpc.backups.setPassword.mutationOptions({
      onSuccess: (overview) => queries.setQueryData(orpc.backups.overview.queryKey(), overview),
    }),
  )
}

const schema = z.object({ password: newPasswordSchema, repeat: z.string() }).superRefine((typed, context) => {
  for (const problem of passwordProblems(typed, '')) context.addIssue({ code: 'custom', ...problem })
})

function PasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useT('backups')
  const signIn = useT('sign-in')
  const toast = useToast()
  const save = useSetPassword()
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: '', repeat: '' } })
  const submit = form.handleSubmit(({ password }) =>
    save.mutate(
      { password },
      {
        onSuccess: () => {
          toast(t('password.saved'))
          onClose()
        },
      },
    ),
  )
  return (
    <FormDialog
      title={t('password.set')}
      confirmLabel={t('password.confirm')}
      busy={save.isPending}
      error={save.error}
      width="xs"
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Alert severity="warning">{t('password.warning')}</Alert>
      <FormPassword
        control={form.control}
        name="password"
        label={signIn('password')}
        hint={signIn('newPasswordHint')}
        isNew
        autoFocus
      />
      <FormPassword control={form.control} name="repeat" label={signIn('repeat')} isNew />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('password.older')}
      </Typography>
    </FormDialog>
  )
}
