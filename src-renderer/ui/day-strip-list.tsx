import { Box } from '@mui/material'
import { useT } from '../app/i18n.ts'
import type { DayAccount } from './day-strip-rows.ts'
import { useDayWords } from './day-strip-words.ts'
import { formatDate, formatWeekday } from './format.ts'

/** The clock's account of a dossier as a list: every day, counted with its number or not, and why. */
export function DayList({ label, days }: { label: string; days: readonly DayAccount[] }) {
  return (
    <Box component="ol" aria-label={label} tabIndex={0} sx={LIST}>
      {days.map((day) => (
        <Row key={day.date} day={day} />
      ))}
    </Box>
  )
}

function Row({ day }: { day: DayAccount }) {
  const t = useT('reception')
  const { reason, basis } = useDayWords()
  const law = NAMED.includes(day.reason) ? basis(day) : ''
  const isPlain = day.reason === 'working-day' && day.waits === undefined
  return (
    <Box component="li" sx={{ ...ROW, color: day.counted ? 'text.primary' : 'text.secondary' }}>
      <Box component="span" sx={day.counted ? NUMBER : NO_NUMBER}>
        {day.counted ? day.number : '–'}
      </Box>
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {capital(formatWeekday(day.date))} {formatDate(day.date).slice(0, 5)}
      </Box>
      <Box component="span" sx={{ minWidth: 0, fontSize: 12 }}>
        {isPlain ? '' : law === '' ? reason(day) : t('days.named', { name: reason(day), basis: law })}
      </Box>
    </Box>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Reasons that have a name and a basis of their own; the others' law would be the same on every line. */
const NAMED: readonly DayAccount['reason'][] = ['day-off', 'make-up', 'paused']
const LIST = { m: 0, p: 0, listStyle: 'none', minHeight: 0, overflow: 'auto', borderRadius: 1 }
const ROW = {
  display: 'grid',
  gridTemplateColumns: '24px 118px minmax(0, 1fr)',
  gap: 0.75,
  alignItems: 'center',
  minHeight: 22,
  py: '1px',
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
