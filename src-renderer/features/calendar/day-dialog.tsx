import { zodResolver } from '@hookform/resolvers/zod'
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  Typography,
} from '@mui/material'
import { type MouseEvent, useId } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { CALENDAR_STATUSES, calendarDaySchema } from '../../../src-main/contract/calendar.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useDayWords } from './day-words.ts'
import type { Row } from './draft.ts'
import { isWeekend } from './year-days.ts'

/** The second half of a double click on the day lands on the form: it must neither choose nor take the focus there. */
function swallowSecond(event: MouseEvent): void {
  const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea') !== null
  if (event.detail < 2 || typing) return
  event.preventDefault()
  event.stopPropagation()
}

const rowSchema = calendarDaySchema.omit({ date: true })

/**
 * One day, to be made an exception to the week or an ordinary day again. A weekend can become a make-up day, a
 * weekday a day off. Writes into the draft alone.
 * @param before the day as the calendar has it now.
 * @param now the day with the draft laid over it.
 */
export function DayDialog({
  date,
  before,
  now,
  onSet,
  onClose,
}: {
  date: CivilDate
  before: Row | null
  now: Row | null
  onSet: (row: Row | null) => void
  onClose: () => void
}) {
  const t = useT('calendar')
  const common = useT('common')
  const words = useDayWords()
  const titleId = useId()
  const form = useForm({ defaultValues: { special: now === null ? 'no' : 'yes' } })
  const special = useWatch({ control: form.control, name: 'special' }) === 'yes'
  const weekend = isWeekend(date)
  const kind: Row['kind'] = weekend ? 'work' : 'off'
  const row = useForm({
    resolver: zodResolver(rowSchema),
    defaultValues:
      now === null ? { name: '', basis: '', status: 'confirmed' as const, kind } : { ...now, kind },
  })
  const submit = special ? row.handleSubmit((values) => onSet(values)) : () => onSet(null)
  return (
    <Dialog
      open
      onClose={(_, why) => {
        // A press beside it closes nothing: the second half of a double click on the day would.
        if (why !== 'backdropClick') onClose()
      }}
      onMouseDownCapture={swallowSecond}
      onClickCapture={swallowSecond}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <DialogTitle id={titleId} sx={{ pb: 0.5 }}>
          {words.full(date)}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.75 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('dialog.now', { kind: words.row(date, before) })}
          </Typography>
          <Controller
            control={form.control}
            name="special"
            render={({ field }) => (
              <RadioGroup
                {...field}
                aria-label={t('dialog.kind')}
                row
                sx={{ '& .MuiRadio-root': { p: 0.5, m: 0.5 } }}
              >
                <FormControlLabel
                  value="no"
                  control={<Radio size="small" autoFocus={!special} />}
                  label={t(`dialog.asWeek.${weekend ? 'weekend' : 'weekday'}`)}
                  sx={{ mr: 4 }}
                />
                <FormControlLabel
                  value="yes"
                  control={<Radio size="small" autoFocus={special} />}
                  label={t(`kind.${kind}`)}
                />
              </RadioGroup>
            )}
          />
          {special && (
            <>
              <FormText
                control={row.control}
                name="name"
                label={t('field.name')}
                hint={t('dialog.nameHint')}
                required
              />
              <FormText
                control={row.control}
                name="basis"
                label={t('field.basis')}
                hint={t('dialog.basisHint')}
                required
              />
              <FormSelect
                control={row.control}
                name="status"
                label={t('field.status')}
                options={CALENDAR_STATUSES.map((status) => ({
                  value: status,
                  words: `${t(`status.${status}`)} (${t(`statusHint.${status}`)})`,
                }))}
              />
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Typography variant="caption" sx={{ flex: 1, color: 'text.secondary' }}>
            {t('dialog.note')}
          </Typography>
          <Button onClick={onClose}>{common('button.cancel')}</Button>
          <Button type="submit" variant="contained">
            {t('dialog.save')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}
