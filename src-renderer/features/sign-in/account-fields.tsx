import { Box } from '@mui/material'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { FormPassword } from '../../ui/form-password.tsx'
import { FormText } from '../../ui/form-text.tsx'

/** Login and password, the password twice, of an account somebody makes for themselves. */
export function AccountFields<Values extends FieldValues, Context, Output>({
  control,
  names,
}: {
  control: Control<Values, Context, Output>
  names: Record<'login' | 'password' | 'repeat', FieldPath<Values>>
}) {
  const t = useT('sign-in')
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'start' }}
    >
      <Box sx={{ gridColumn: '1 / -1' }}>
        <FormText
          control={control}
          name={names.login}
          label={t('login')}
          hint={t('loginHint')}
          required
          slotProps={{ htmlInput: { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } }}
        />
      </Box>
      <FormPassword
        control={control}
        name={names.password}
        label={t('password')}
        hint={t('newPasswordHint')}
        isNew
      />
      <FormPassword control={control} name={names.repeat} label={t('repeat')} isNew />
    </Box>
  )
}
