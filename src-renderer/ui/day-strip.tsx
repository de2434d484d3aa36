import { Box, Button } from '@mui/material'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { CivilDate } from '../../src-main/domain/civil-date.ts'
import { useT } from '../app/i18n.ts'
import { DAY_LOOKS, DayMark, lookOf } from './day-strip-cell.tsx'
import { DayLegend, RING } from './day-strip-legend.tsx'
import { type DayAccount, type FoldedRow, neighbour, stripRows, type WeekRow } from './day-strip-rows.ts'
import { useDayWords } from './day-strip-words.ts'
import { formatDate } from './format.ts'

/** A day drawn with a ring around it. */
export interface Ringed {
  date: CivilDate
  words: string
}

/**
 * The clock's account of a dossier as a calendar: a row for each week, in each day its number or the mark that says why it
 * does not count. Arrow keys walk through the days; the day under the pointer or the focus is explained below.
 */
export function DayStrip({
  label,
  days,
  due,
  ringed = null,
}: {
  label: string
  days: readonly DayAccount[]
  /** The day to mark as due, `null` while it is not known. */
  due: CivilDate | null
  /** A day to draw a ring around, and what it is: today, the day of the result. */
  ringed?: Ringed | null
}) {
  const today = ringed?.date ?? null
  const t = useT('reception')
  const words = useDayWords()
  const weeks = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState(false)
  const [focused, setFocused] = useState<CivilDate | null>(null)
  const [pointed, setPointed] = useState<CivilDate | null>(null)
  const rows = useMemo(
    () =>
      opened
        ? stripRows(
            days,
            days.map(({ date }) => date),
          )
        : stripRows(days, [due, today]),
    [opened, days, due, today],
  )
  const shown = rows.flatMap((row) => (row.kind === 'week' ? row.days.filter((day) => day !== null) : []))
  const has = (date: CivilDate | null) => date !== null && shown.some((day) => day.date === date)
  const entry = [focused, due, today].find((date) => has(date)) ?? shown[0]?.date ?? null
  const explained = days.find(({ date }) => date === (pointed ?? entry))

  useEffect(() => {
    // The answer is the due date: where not all weeks fit, its week is the one in sight.
    const box = weeks.current
    const cell = box?.querySelector(`[data-date="${due ?? ''}"]`)
    if (!box || !cell) return
    box.scrollTop += Math.max(0, cell.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom + 2)
  }, [due, days])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = entry === null ? null : neighbour(rows, entry, event.key)
    if (next === null || !(event.target instanceof Element) || event.target.closest('button') !== null) return
    event.preventDefault()
    setFocused(next)
    weeks.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus()
  }
  return (
    <Box sx={{ minHeight: 0, display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <Box
        role="grid"
        aria-label={label}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setPointed(null)}
        sx={GRID}
      >
        <Box role="row" sx={{ ...WEEK, ...HEAD }}>
          {t('days.weekdays')
            .split(' ')
            .map((name) => (
              <Box key={name} role="columnheader">
                {name}
              </Box>
            ))}
        </Box>
        <Box role="rowgroup" ref={weeks} sx={WEEKS}>
          {rows.map((row) =>
            row.kind === 'folded' ? (
              <Folded key={row.days[0]?.date} row={row} onOpen={() => setOpened(true)} />
            ) : (
              <Week
                key={row.days.find((day) => day !== null)?.date}
                row={row}
                first={shown[0]?.date}
                entry={entry}
                due={due}
                ringed={ringed}
                onFocus={setFocused}
                onPoint={setPointed}
              />
            ),
          )}
        </Box>
      </Box>
      <Box aria-hidden className="no-print" sx={EXPLAINED}>
        {explained === undefined ? '' : words.whole(explained)}
      </Box>
      <DayLegend days={days} hasDue={has(due)} ring={has(today) ? (ringed?.words ?? null) : null} />
    </Box>
  )
}

function Week({
  row,
  first,
  entry,
  due,
  ringed,
  onFocus,
  onPoint,
}: {
  row: WeekRow
  first: CivilDate | undefined
  entry: CivilDate | null
  due: CivilDate | null
  ringed: Ringed | null
  onFocus: (date: CivilDate) => void
  onPoint: (date: CivilDate) => void
}) {
  const t = useT('reception')
  const words = useDayWords()
  return (
    <Box role="row" sx={WEEK}>
      {row.days.map((day, place) => {
        if (day === null) return <Box key={place} role="gridcell" />
        const { date } = day
        const withMonth = date === first || date.endsWith('-01')
        const also = [
          ...(date === due ? [t('days.look.due')] : []),
          ...(date === ringed?.date ? [ringed.words] : []),
        ]
        return (
          <Box
            key={date}
            role="gridcell"
            data-date={date}
            tabIndex={date === entry ? 0 : -1}
            aria-label={[words.whole(day), ...also].join('. ')}
            onFocus={() => onFocus(date)}
            onMouseEnter={() => onPoint(date)}
            sx={{
              ...CELL,
              ...DAY_LOOKS[date === due ? 'due' : lookOf(day)],
              ...(date === ringed?.date ? RING : {}),
            }}
          >
            <Box component="span" sx={{ fontSize: 11, lineHeight: '13px' }}>
              {formatDate(date).slice(0, withMonth ? 5 : 2)}
            </Box>
            {date === due ? (
              <DayMark look="due" number={day.counted ? day.number : undefined} />
            ) : (
              <DayMark look={lookOf(day)} number={day.number} />
            )}
          </Box>
        )
      })}
    </Box>
  )
}

/** Weeks in which nothing changed, as one row that can be opened. */
function Folded({ row, onOpen }: { row: FoldedRow; onOpen: () => void }) {
  const t = useT('reception')
  const words = useDayWords()
  const first = row.days[0]
  const last = row.days.at(-1)
  if (first === undefined || last === undefined) return null
  const tone = row.why === 'paused' ? DAY_LOOKS.paused : DAY_LOOKS.late
  return (
    <Box role="row">
      <Box role="gridcell" aria-colspan={7}>
        <Button onClick={onOpen} sx={{ ...FOLDED, ...tone }}>
          <DayMark look={row.why} />
          {t('days.folded', {
            count: row.weeks.length,
            what: row.why === 'paused' ? words.reason(first) : t('days.look.late'),
            from: formatDate(first.date),
            to: formatDate(last.date),
          })}
        </Button>
      </Box>
    </Box>
  )
}

const GRID = { minHeight: 0, display: 'flex', flexDirection: 'column', maxWidth: 520 }
const WEEKS = {
  minHeight: 0,
  overflow: 'auto',
  scrollbarWidth: 'thin',
  display: 'grid',
  gap: '3px',
  p: '2px',
  m: '-2px',
  mt: 0,
}
const WEEK = { display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', gap: '3px' }
const HEAD = {
  flex: 'none',
  fontSize: 11.5,
  color: 'text.secondary',
  textAlign: 'center',
}
const CELL = {
  height: 34,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  borderRadius: '4px',
  cursor: 'default',
  printColorAdjust: 'exact',
  '&:focus-visible': { outlineOffset: 0, zIndex: 1 },
}
const FOLDED = {
  width: '100%',
  minHeight: 28,
  py: 0.25,
  gap: 0.75,
  justifyContent: 'flex-start',
  textAlign: 'left',
  fontSize: 12.5,
  lineHeight: 1.3,
}
const EXPLAINED = { flex: 'none', minHeight: 36, fontSize: 12.5, lineHeight: '18px' }
