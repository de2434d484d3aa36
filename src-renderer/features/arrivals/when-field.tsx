import { Box } from '@mui/material'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { Choice } from '../../ui/choice.tsx'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { FormText } from '../../ui/form-text.tsx'
import type { TypedWhen } from './arrival-form.ts'

/** The part of a form that holds a moment. */
interface WhenForm {
  when: TypedWhen
}

/** The moment something was done: now, or a day and an hour that have passed, which the history shows as entered later. Stands inside a form provider. */
export function WhenField() {
  const { control } = useFormContext<WhenForm>()
  const t = useT('arrivals')
  const earlier = useWatch({ control, name: 'when.earlier' })
  const { field } = useController({ control, name: 'when.earlier' })
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Choice
        label={t('when.label')}
        value={earlier}
        options={(['now', 'earlier'] as const).map((value) => ({ value, words: t(`when.${value}`) }))}
        onChange={field.onChange}
      />
      {earlier === 'earlier' && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 120px', gap: 1 }}>
          <DayField />
          <FormText
            control={control}
            name="when.time"
            label={t('when.time')}
            required
            placeholder="08:30"
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
          />
        </Box>
      )}
    </Box>
  )
}

function DayField() {
  const { control } = useFormContext<WhenForm>()
  const t = useT('arrivals')
  const { today } = useStatus()
  const {
    field: { value, onChange, onBlur, ref },
    fieldState: { error },
  } = useController({ control, name: 'when.on' })
  return (
    <CivilDateField
      label={t('when.on')}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      inputRef={ref}
      max={today}
      required
      errorCode={error?.message}
    />
  )
}
