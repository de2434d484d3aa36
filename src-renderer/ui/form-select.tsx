import { TextField, type TextFieldProps } from '@mui/material'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { useFieldWords } from './errors.ts'

/**
 * One of a few values, as the browser's own list: arrows and first letters choose. A value of `null` is the
 * empty line, which is there when `emptyWords` is given.
 */
export function FormSelect<Values extends FieldValues, Context, Output>({
  control,
  name,
  options,
  emptyWords,
  ...field
}: {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  options: readonly { value: string; words: string }[]
  emptyWords?: string
} & Omit<TextFieldProps, 'name' | 'value' | 'onChange' | 'onBlur' | 'error' | 'helperText' | 'inputRef'>) {
  const words = useFieldWords()
  const {
    field: { ref, value, onChange, ...bound },
    fieldState: { error },
  } = useController({ control, name })
  const shown: unknown = value
  return (
    <TextField
      {...field}
      {...bound}
      select
      value={typeof shown === 'string' ? shown : ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      inputRef={ref}
      error={error !== undefined}
      helperText={words(error?.message)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
    >
      {emptyWords !== undefined && <option value="">{emptyWords}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </TextField>
  )
}
