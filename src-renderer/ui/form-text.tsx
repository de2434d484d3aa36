import { TextField, type TextFieldProps } from '@mui/material'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { useFieldWords } from './errors.ts'

/**
 * A text field of a form. The error message of the form is a code; here it becomes words at the field.
 * Give it the form's `control` and the field's `name`; the rest as for MUI's TextField.
 */
export function FormText<Values extends FieldValues, Context, Output>({
  control,
  name,
  hint,
  ...field
}: {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  /** Help under the field, replaced by the error when there is one. */
  hint?: string
} & Omit<TextFieldProps, 'name' | 'value' | 'onChange' | 'onBlur' | 'error' | 'helperText' | 'inputRef'>) {
  const words = useFieldWords()
  const {
    field: { ref, ...bound },
    fieldState: { error },
  } = useController({ control, name })
  return (
    <TextField
      {...field}
      {...bound}
      inputRef={ref}
      error={error !== undefined}
      helperText={words(error?.message) ?? hint}
    />
  )
}
