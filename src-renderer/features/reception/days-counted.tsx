import { Box, Typography } from '@mui/material'
import { useId } from 'react'
import type { DuePreview } from '../../../src-main/contract/reception.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatWeekday } from '../../ui/format.ts'

type Day = DuePreview['days'][number]

/** Every day between reception and due date: counted with its number, or not, and why. */
export function DaysCounted({ days, basis }: { days: readonly Day[]; basis: string }) {
  const t = useT('reception')
  const id = useId()
  return (
    <Box sx={{ minHeight: 0, display: 'flex', flexDirection: 'column', mt: 1.5 }}>
      <Typography id={id} variant="h2" sx={{ fontSize: 13, mb: 0.5 }}>
        {t('days.title')}
      </Typography>
      <Box component="ol" aria-labelledby={id} tabIndex={0} sx={LIST}>
        {days.map((day) => (
          <Row key={day.date} day={day} />
        ))}
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary', mt: 0.75 }}>
        {t('days.basis', { basis })}
      </Typography>
    </Box>
  )
}

function Row({ day }: { day: Day }) {
  const reason = useReason()
  return (
    <Box component="li" sx={{ ...ROW, color: day.counted ? 'text.primary' : 'text.secondary' }}>
      <Box component="span" sx={day.counted ? NUMBER : NO_NUMBER}>
        {day.counted ? day.number : '–'}
      </Box>
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {capital(formatWeekday(day.date))} {formatDate(day.date).slice(0, 5)}
      </Box>
      <Box component="span" sx={{ minWidth: 0, fontSize: 12 }}>
        {reason(day)}
      </Box>
    </Box>
  )
}

function useReason(): (day: Day) => string {
  const t = useT('reception')
  const common = useT('common')
  return ({ reason, name, basis }) => {
    if (reason === 'working-day') return ''
    if (name === undefined || reason === 'reception') return common(`dayReason.${reason}`)
    return basis === undefined ? name : t('days.named', { name, basis })
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const LIST = { m: 0, p: 0, listStyle: 'none', minHeight: 0, overflow: 'auto', borderRadius: 1 }
const ROW = {
  display: 'grid',
  gridTemplateColumns: '24px 118px minmax(0, 1fr)',
  gap: 0.75,
  alignItems: 'center',
  minHeight: 22,
  fontSize: 12.5,
  lineHeight: 1.25,
}
const NUMBER = {
  textAlign: 'center',
  fontWeight: 600,
  borderRadius: '4px',
  bgcolor: 'selected',
  color: 'text.primary',
}
const NO_NUMBER = { textAlign: 'center' }
