import { Box, Button } from '@mui/material'
import ClockIcon from '@mui/icons-material/HistoryOutlined'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import type { ReceptionForm } from './reception-form.ts'

/** When the dossier was accepted: now, or earlier and only entered now, which is marked as a late entry. */
export function MomentField() {
  const t = useT('reception')
  const { today } = useStatus()
  const { control, setValue, clearErrors } = useFormContext<ReceptionForm>()
  const late = useWatch({ control, name: 'moment.late' })
  const toggle = () => {
    setValue('moment', late ? { late: false, on: null, time: '' } : { late: true, on: today, time: '' })
    clearErrors('moment')
  }
  useShortcut('alt+m', toggle)
  if (!late) {
    return (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13 }}>
        <Box sx={{ flex: 1, color: 'text.secondary' }}>{t('moment.now')}</Box>
        <Button size="small" onClick={toggle} sx={SMALL}>
          {t('moment.enterLate')} (Alt+M)
        </Button>
      </Box>
    )
  }
  return (
    <Box sx={LATE} role="group" aria-label={t('moment.late')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13, fontWeight: 600 }}>
        <ClockIcon sx={{ fontSize: 18 }} aria-hidden />
        <Box sx={{ flex: 1 }}>{t('moment.late')}</Box>
        <Button size="small" onClick={toggle} sx={SMALL}>
          {t('moment.backToNow')}
        </Button>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 92px', gap: 1, pt: 1 }}>
        <DayField />
        <FormText
          control={control}
          name="moment.time"
          label={t('moment.time')}
          required
          placeholder="08:30"
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
      </Box>
    </Box>
  )
}

function DayField() {
  const t = useT('reception')
  const { today } = useStatus()
  const { control } = useFormContext<ReceptionForm>()
  const {
    field: { value, onChange, onBlur, ref },
    fieldState: { error },
  } = useController({ control, name: 'moment.on' })
  return (
    <CivilDateField
      label={t('moment.day')}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      inputRef={ref}
      max={today}
      required
      autoFocus
      errorCode={error?.message}
    />
  )
}

const SMALL = { minHeight: 26, py: 0, px: 1, fontSize: 12.5 }
const LATE = {
  p: 1.25,
  borderRadius: 1,
  border: 1,
  borderColor: 'standing.soon.fg',
  '& > div:first-of-type': { color: 'standing.soon.fg' },
}
