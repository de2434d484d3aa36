import { Autocomplete, TextField } from '@mui/material'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { useFieldWords } from './errors.ts'
import { matchesTyped } from './folded-match.ts'

/** How many suggestions are shown at once. */
const MOST = 8

/** Free text with suggestions: arrows choose one, anything else may be typed as well. */
export function FormTypeAhead<Values extends FieldValues, Context, Output>({
  control,
  name,
  label,
  suggestions,
  autoFocus = false,
}: {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  label: string
  suggestions: readonly string[]
  autoFocus?: boolean
}) {
  const words = useFieldWords()
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error },
  } = useController({ control, name })
  const shown: unknown = value
  const typed = typeof shown === 'string' ? shown : ''
  return (
    <Autocomplete
      freeSolo
      options={suggestions}
      value={typed}
      inputValue={typed}
      onInputChange={(_, text) => onChange(text)}
      filterOptions={(all, { inputValue }) =>
        inputValue === ''
          ? []
          : all.filter((one) => one !== inputValue && matchesTyped(one, inputValue)).slice(0, MOST)
      }
      disableClearable
      handleHomeEndKeys={false}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          inputRef={ref}
          autoFocus={autoFocus}
          onBlur={onBlur}
          error={error !== undefined}
          helperText={words(error?.message)}
        />
      )}
    />
  )
}
