import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { type CivilDate, parseCivilDate } from '../../src-main/domain/civil-date.ts'
import { CivilDateField } from './civil-date-field.tsx'

/** A day of a form; the value is a civil date or `null`. */
export function FormDate<Values extends FieldValues, Context, Output>({
  control,
  name,
  ...field
}: {
  control: Control<Values, Context, Output>
  name: FieldPath<Values>
  label: string
  min?: CivilDate
  max?: CivilDate
  hint?: string
  required?: boolean
  autoFocus?: boolean
}) {
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error },
  } = useController({ control, name })
  const shown: unknown = value
  return (
    <CivilDateField
      {...field}
      value={typeof shown === 'string' ? parseCivilDate(shown) : null}
      onChange={onChange}
      onBlur={onBlur}
      inputRef={ref}
      errorCode={error?.message}
    />
  )
}
