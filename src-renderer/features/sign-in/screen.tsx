import { zodResolver } from '@hookform/resolvers/zod'
import { Alert, Autocomplete, Box, Button, TextField, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useController, useForm, type Control } from 'react-hook-form'
import { z } from 'zod'
import { normalLogin } from '../../../src-main/domain/people.ts'
import { forgetWhy, whyAtTheDoor } from '../../app/begin-afresh.ts'
import { useAskAgain } from '../../app/coming-and-going.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { useFieldWords } from '../../ui/errors.ts'
import { formatMoment } from '../../ui/format.ts'
import { FormPassword } from '../../ui/form-password.tsx'
import { DoorFrame } from './door-frame.tsx'
import { Refusal } from './refusal.tsx'
import { rememberedLogins, rememberLogin } from './remembered-logins.ts'
import { useWait } from './use-wait.ts'

const schema = z.object({
  login: z.string().trim().min(1, 'required'),
  password: z.string().min(1, 'required'),
})
type Typed = z.infer<typeof schema>

/** *Đăng nhập*: login and password. */
export function SignInScreen({ onOneTime }: { onOneTime: (password: string) => void }) {
  const t = useT('sign-in')
  const askAgain = useAskAgain()
  const signIn = useMutation(useOrpc().people.signIn.mutationOptions())
  const wait = useWait()
  const [logins] = useState(rememberedLogins)
  const [why] = useState(whyAtTheDoor)
  const { restored } = useStatus()
  // Where one person works, the password is all there is to type; who comes in another's place is another.
  const only = logins.length === 1 && why !== 'switched' ? (logins[0] ?? '') : ''
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { login: only, password: '' } })
  const submit = form.handleSubmit(async ({ login, password }) => {
    if (wait.seconds > 0 || signIn.isPending) return
    try {
      const { user } = await signIn.mutateAsync({ login, password })
      rememberLogin(normalLogin(login))
      forgetWhy()
      onOneTime(user?.mustChangePassword === true ? password : '')
      await askAgain()
    } catch (error) {
      wait.after(error)
      form.setValue('password', '')
      form.setFocus('password')
    }
  })
  return (
    <DoorFrame title={t('title')}>
      <Box
        component="form"
        noValidate
        aria-label={t('title')}
        onSubmit={(event) => void submit(event)}
        sx={{ display: 'grid', gap: 2 }}
      >
        <RestoredNote />
        {why !== null && restored === null && signIn.error === null && (
          <Alert severity="info">{t(why)}</Alert>
        )}
        <Refusal error={signIn.error} seconds={wait.seconds} />
        <LoginField control={form.control} logins={logins} autoFocus={only === ''} />
        <FormPassword control={form.control} name="password" label={t('password')} autoFocus={only !== ''} />
        <Button
          type="submit"
          variant="contained"
          size="medium"
          loading={signIn.isPending}
          disabled={wait.seconds > 0}
        >
          {t('enter')}
        </Button>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('forgotten')}
        </Typography>
      </Box>
    </DoorFrame>
  )
}

/** The register is not the one of before: whoever was sent to the door by that is told, also after a reload. */
function RestoredNote() {
  const t = useT('sign-in')
  const { restored } = useStatus()
  if (restored === null) return null
  const at = formatMoment(restored.at)
  return (
    <Alert severity="warning" data-testid="restored-note">
      {restored.madeAt === null
        ? t('restoredUndated', { at })
        : t('restored', { at, madeAt: formatMoment(restored.madeAt) })}
    </Alert>
  )
}

/** The login, with those last used on this PC to choose from. */
function LoginField({
  control,
  logins,
  autoFocus,
}: {
  control: Control<Typed>
  logins: readonly string[]
  autoFocus: boolean
}) {
  const t = useT('sign-in')
  const words = useFieldWords()
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error },
  } = useController({ control, name: 'login' })
  return (
    <Autocomplete
      freeSolo
      autoHighlight={false}
      options={logins}
      inputValue={value}
      onInputChange={(_, typed) => onChange(typed)}
      onBlur={onBlur}
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={ref}
          label={t('login')}
          required
          autoFocus={autoFocus}
          error={error !== undefined}
          helperText={words(error?.message)}
          slotProps={{
            ...params.slotProps,
            htmlInput: {
              ...params.slotProps.htmlInput,
              autoComplete: 'off',
              autoCapitalize: 'none',
              spellCheck: false,
              maxLength: 100,
            },
          }}
        />
      )}
    />
  )
}
