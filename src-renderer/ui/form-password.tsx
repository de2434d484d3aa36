import { IconButton, InputAdornment } from '@mui/material'
import HideIcon from '@mui/icons-material/VisibilityOffOutlined'
import ShowIcon from '@mui/icons-material/VisibilityOutlined'
import { type KeyboardEvent, useState } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useT } from '../app/i18n.ts'
import { FormText } from './form-text.tsx'

/** A password in a form: hidden unless asked for, with a word when the capitals are locked. */
export function FormPassword<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  hint,
  isNew = false,
  autoFocus = false,
  disabled = false,
}: {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  label: string
  hint?: string
  /** A password that is being chosen, not one that is known. */
  isNew?: boolean
  autoFocus?: boolean
  disabled?: boolean
}) {
  const t = useT('sign-in')
  const [shown, setShown] = useState(false)
  const [capitals, setCapitals] = useState(false)
  const look = (event: KeyboardEvent) => setCapitals(event.getModifierState('CapsLock'))
  const shownHint = capitals ? t('capsLock') : hint
  return (
    <FormText
      control={control}
      name={name}
      label={label}
      type={shown ? 'text' : 'password'}
      required
      autoFocus={autoFocus}
      disabled={disabled}
      // A shared PC must not offer one person's password to the next.
      autoComplete={isNew ? 'new-password' : 'off'}
      onKeyDown={look}
      onKeyUp={look}
      {...(shownHint === undefined ? {} : { hint: shownHint })}
      slotProps={{
        htmlInput: { spellCheck: false, autoCapitalize: 'none', maxLength: 1000 },
        formHelperText: capitals ? { role: 'status', sx: { color: 'standing.soon.fg' } } : {},
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                size="small"
                edge="end"
                aria-label={t(shown ? 'hidePassword' : 'showPassword')}
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
              >
                {shown ? <HideIcon fontSize="small" /> : <ShowIcon fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
