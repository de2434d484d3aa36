import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { useAskAgain, useLeaving } from '../../app/coming-and-going.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { hasUnsaved } from '../../app/unsaved.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FormPassword } from '../../ui/form-password.tsx'
import { DoorFrame } from './door-frame.tsx'
import { Refusal } from './refusal.tsx'
import { useWait } from './use-wait.ts'

const schema = z.object({ password: z.string().min(1, 'required') })

/** *Khóa màn hình*: only the password of the person who is signed in opens the window again. */
export function LockScreen() {
  const t = useT('sign-in')
  const { user } = useStatus()
  const askAgain = useAskAgain()
  const unlock = useMutation(useOrpc().people.unlock.mutationOptions())
  const wait = useWait()
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { password: '' } })
  const { setFocus } = form
  useEffect(() => setFocus('password'), [setFocus])
  const submit = form.handleSubmit(async (typed) => {
    if (wait.seconds > 0 || unlock.isPending) return
    try {
      await unlock.mutateAsync(typed)
      await askAgain()
    } catch (error) {
      wait.after(error)
      form.setValue('password', '')
      form.setFocus('password')
    }
  })
  return (
    <Box data-testid="lock" sx={{ position: 'fixed', inset: 0, zIndex: 1000 }}>
      <DoorFrame locked title={t('lockTitle')} lead={t('lockLead', { name: user?.name ?? '' })}>
        <Box
          component="form"
          noValidate
          aria-label={t('lockTitle')}
          onSubmit={(event) => void submit(event)}
          sx={{ display: 'grid', gap: 2 }}
        >
          <Refusal error={unlock.error} seconds={wait.seconds} refused={t('wrongPassword')} />
          <FormPassword control={form.control} name="password" label={t('password')} />
          <Button
            type="submit"
            variant="contained"
            size="medium"
            loading={unlock.isPending}
            disabled={wait.seconds > 0}
          >
            {t('unlock')}
          </Button>
          <AnotherPerson />
        </Box>
      </DoorFrame>
    </Box>
  )
}

/** Lets somebody else sign in; what the person before had not saved is lost, and they are told so. */
function AnotherPerson() {
  const t = useT('sign-in')
  const { user } = useStatus()
  const { switchUser } = useLeaving()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => (hasUnsaved() ? setAsking(true) : void switchUser())}>{t('another')}</Button>
      <ConfirmDialog
        open={asking}
        title={t('anotherTitle')}
        confirmLabel={t('another')}
        onConfirm={() => void switchUser()}
        onClose={() => setAsking(false)}
      >
        {t('anotherText', { name: user?.name ?? '' })}
      </ConfirmDialog>
    </>
  )
}
