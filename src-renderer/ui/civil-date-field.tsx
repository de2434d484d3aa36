import { DatePicker } from '@mui/x-date-pickers/DatePicker'
import { type Ref, useState } from 'react'
import { type CivilDate, civilDateOf } from '../../src-main/domain/civil-date.ts'
import { useLanguage } from '../app/i18n.ts'
import { useStatus } from '../app/office.tsx'
import { useFieldWords } from './errors.ts'

/**
 * A day, typed as dd/MM/yyyy or picked. While what is typed is no day, the value is `null` and the field
 * says so itself.
 */
export function CivilDateField({
  label,
  value,
  onChange,
  onBlur,
  min,
  max,
  hint,
  errorCode,
  required = false,
  disabled = false,
  autoFocus = false,
  fullWidth = true,
  inputRef,
}: {
  label: string
  value: CivilDate | null
  onChange: (date: CivilDate | null) => void
  onBlur?: () => void
  min?: CivilDate
  max?: CivilDate
  hint?: string
  /** Code of a field error from the form or the office. */
  errorCode?: string | undefined
  required?: boolean
  disabled?: boolean
  autoFocus?: boolean
  fullWidth?: boolean
  inputRef?: Ref<HTMLInputElement>
}) {
  const words = useFieldWords()
  const language = useLanguage()
  const { today } = useStatus()
  const [shown, setShown] = useState<Date | null>(() => toDate(value))
  // Follow the value from outside, but leave a half-typed date standing: both then mean "no day".
  if (toCivil(shown) !== value) setShown(toDate(value))
  const unreadable = shown !== null && toCivil(shown) === null
  const code = unreadable ? 'not-a-date' : errorCode
  return (
    <DatePicker
      label={label}
      value={shown}
      format="dd/MM/yyyy"
      // The calendar opens at the office's day; the PC's own "today" may be another one.
      referenceDate={toDate(today) ?? undefined}
      disableHighlightToday
      {...(language === 'vi' ? { dayOfWeekFormatter: (day: Date) => VI_WEEKDAYS[day.getDay()] ?? '' } : {})}
      disabled={disabled}
      autoFocus={autoFocus}
      {...(min === undefined ? {} : { minDate: toDate(min) ?? undefined })}
      {...(max === undefined ? {} : { maxDate: toDate(max) ?? undefined })}
      onChange={(date) => {
        setShown(date)
        const civil = toCivil(date)
        if (civil !== value) onChange(civil)
      }}
      slotProps={{
        textField: {
          size: 'small',
          fullWidth,
          required,
          error: code !== undefined,
          helperText: words(code) ?? hint,
          ...(onBlur === undefined ? {} : { onBlur }),
          ...(inputRef === undefined ? {} : { inputRef }),
        },
        field: { clearable: !required },
      }}
    />
  )
}

/** The library's one letter would be the same for six days of the week. */
const VI_WEEKDAYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']

/** The picker's own date at midnight of the PC; only its year, month and day are ever read. */
function toDate(date: CivilDate | null): Date | null {
  return date === null
    ? null
    : new Date(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
}

function toCivil(date: Date | null): CivilDate | null {
  if (date === null || Number.isNaN(date.getTime())) return null
  return civilDateOf(date.getFullYear(), date.getMonth() + 1, date.getDate())
}
