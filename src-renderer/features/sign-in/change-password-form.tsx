import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useAskAgain } from '../../app/coming-and-going.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormPassword } from '../../ui/form-password.tsx'
import { newPasswordFormSchema } from './new-password.ts'
import { Refusal } from './refusal.tsx'
import { useWait } from './use-wait.ts'

/** Changes one's own password. */
export function ChangePasswordForm({
  known = '',
  confirmLabel,
  onDone,
  children,
}: {
  /** The password up to now, when it was typed a moment ago; asked for otherwise. */
  known?: string
  confirmLabel: string
  onDone: () => void
  /** Further buttons. */
  children?: ReactNode
}) {
  const t = useT('sign-in')
  const { user } = useStatus()
  const askAgain = useAskAgain()
  const change = useMutation(useOrpc().people.changePassword.mutationOptions())
  const wait = useWait()
  const [schema] = useState(() => newPasswordFormSchema(user?.login ?? ''))
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { current: known, password: '', repeat: '' },
  })
  const [askCurrent, setAskCurrent] = useState(known === '')
  const submit = form.handleSubmit(async ({ current, password }) => {
    if (wait.seconds > 0 || change.isPending) return
    try {
      await change.mutateAsync({ current, next: password })
      await askAgain()
      onDone()
    } catch (error) {
      wait.after(error)
      setAskCurrent(true)
      applyFieldErrors(form, error, (path) =>
        path === 'next' ? 'password' : path === 'current' ? 'current' : null,
      )
    }
  })
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'grid', gap: 2 }}
    >
      <Refusal error={change.error} seconds={wait.seconds} />
      {askCurrent && <FormPassword control={form.control} name="current" label={t('current')} autoFocus />}
      <FormPassword
        control={form.control}
        name="password"
        label={t('next')}
        hint={t('newPasswordHint')}
        isNew
        autoFocus={!askCurrent}
      />
      <FormPassword control={form.control} name="repeat" label={t('repeatNext')} isNew />
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
        {children}
        <Button type="submit" variant="contained" loading={change.isPending} disabled={wait.seconds > 0}>
          {confirmLabel}
        </Button>
      </Box>
    </Box>
  )
}
