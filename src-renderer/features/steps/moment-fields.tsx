import { Box } from '@mui/material'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { FormDate } from '../../ui/form-date.tsx'
import { FormText } from '../../ui/form-text.tsx'

/** The day and, where known, the hour at which something happened. Today without an hour is now. */
export function MomentFields<Values extends FieldValues, Context, Output>({
  control,
  on,
  time,
}: {
  control: Control<Values, Context, Output>
  on: FieldPath<Values>
  time: FieldPath<Values>
}) {
  const t = useT('steps')
  const { today } = useStatus()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 96px', gap: 1.5 }}>
      <FormDate control={control} name={on} label={t('day')} required max={today} />
      <FormText
        control={control}
        name={time}
        label={t('time')}
        placeholder={t('now')}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
    </Box>
  )
}
