import { Box, Typography } from '@mui/material'
import type { CalendarDay } from '../../../src-main/domain/calendar.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { useDayWords } from './day-words.ts'
import { DAY_TONES } from './grid-look.ts'

/** The days off and make-up days of a year, one by one; a press leads to the day on the calendar. */
export function RowsList({
  year,
  rows,
  onGo,
}: {
  year: number
  rows: readonly CalendarDay[]
  onGo: (date: CivilDate) => void
}) {
  const t = useT('calendar')
  const off = rows.filter((row) => row.kind === 'off').length
  return (
    <Box component="section" aria-label={t('rows.title', { year })} sx={{ flex: 'none' }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, flexWrap: 'wrap', mb: 0.5 }}>
        <Typography variant="h3" component="h2">
          {t('rows.title', { year })}
        </Typography>
        {rows.length > 0 && (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('rows.count', { off, work: rows.length - off })}
          </Typography>
        )}
      </Box>
      {rows.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('rows.empty', { year })} {t('rows.emptyHint')}
        </Typography>
      ) : (
        <Box component="ul" data-testid="calendar-rows" sx={LIST}>
          {rows.map((row) => (
            <RowLine key={row.date} row={row} onGo={onGo} />
          ))}
        </Box>
      )}
    </Box>
  )
}

function RowLine({ row, onGo }: { row: CalendarDay; onGo: (date: CivilDate) => void }) {
  const t = useT('calendar')
  const words = useDayWords()
  return (
    <li>
      <button
        type="button"
        title={t('rows.goTo', { date: formatDate(row.date) })}
        onClick={() => onGo(row.date)}
      >
        <span className="mark" data-kind={row.kind} data-status={row.status} aria-hidden>
          {t(`letter.${row.kind}`)}
        </span>
        <span className="date">
          <b>{formatDate(row.date)}</b>
          <small>{words.weekdayOf(row.date)}</small>
        </span>
        <span className="name">
          <span>{row.kind === 'work' ? words.whatOf(row.date, row) : row.name}</span>
          <small>{sureness(t(`status.${row.status}`), row.basis)}</small>
        </span>
      </button>
    </li>
  )
}

const LIST = {
  listStyle: 'none',
  m: 0,
  p: 0,
  '& li': { borderTop: 1, borderColor: 'divider' },
  '& button': {
    all: 'unset',
    boxSizing: 'border-box',
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '22px 80px minmax(0, 1fr)',
    columnGap: 1,
    alignItems: 'start',
    py: 0.5,
    fontSize: 12.5,
    lineHeight: 1.4,
    cursor: 'pointer',
    borderRadius: '4px',
  },
  '& button:hover': { bgcolor: 'action.hover' },
  '& button:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
  '& small': { display: 'block', color: 'text.secondary', fontSize: 11.5 },
  '& .date b': { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  '& .mark': {
    width: 20,
    height: 18,
    mt: '1px',
    borderRadius: '4px',
    fontSize: 11,
    lineHeight: '15px',
    textAlign: 'center',
    boxSizing: 'border-box',
  },
  ...DAY_TONES,
}

/** How sure a row is and its basis; once, where the basis says no more than that. */
function sureness(status: string, basis: string): string {
  return basis === '' || basis.toLocaleLowerCase('vi') === status.toLocaleLowerCase('vi')
    ? status
    : `${status} · ${basis}`
}
