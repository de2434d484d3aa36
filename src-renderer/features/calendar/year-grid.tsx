import { Box } from '@mui/material'
import { type KeyboardEvent, type SyntheticEvent, useLayoutEffect, useRef } from 'react'
import { type CivilDate, parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { isComposing } from '../../ui/enter-moves.ts'
import { yearOf } from './draft.ts'
import { YEAR } from './grid-look.ts'
import { type Marks, MonthTable } from './month-table.tsx'
import { MONTHS, stepFrom } from './year-days.ts'

/**
 * A year as twelve grids with one focus: arrows go from day to day over the ends of months and years.
 * @param grab goes up whenever the focus should come to the cursor from outside.
 */
export function YearGrid({
  year,
  marks,
  cursor,
  grab,
  onMove,
  onLook,
  onEdit,
}: {
  year: number
  marks: Marks
  cursor: CivilDate
  grab: number
  /** The focus goes to a day, perhaps of another year. */
  onMove: (date: CivilDate) => void
  /** The pointer is on a day, or on none. */
  onLook: (date: CivilDate | null) => void
  onEdit: (date: CivilDate) => void
}) {
  const t = useT('calendar')
  const { today } = useStatus()
  const root = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const grabbed = useRef(grab)
  useLayoutEffect(() => {
    if (!moved.current && grabbed.current === grab) return
    moved.current = false
    grabbed.current = grab
    root.current?.querySelector<HTMLElement>(`[data-date="${cursor}"]`)?.focus()
  }, [cursor, grab])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.metaKey) return
    const date = dateAt(event)
    if (date === null) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onEdit(date)
      return
    }
    const to = stepFrom(date, event)
    if (to === null) return
    event.preventDefault()
    // At once where the day is on the screen: the next key may come before the move is drawn.
    const shown = root.current?.querySelector<HTMLElement>(`[data-date="${to}"]`)
    if (shown) return shown.focus()
    moved.current = true
    onMove(to)
  }
  return (
    <Box
      ref={root}
      role="group"
      aria-label={t('year.grid', { year })}
      data-testid="calendar-year"
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const date = dateAt(event)
        if (date !== null && date !== cursor) onMove(date)
      }}
      onMouseOver={(event) => onLook(dateAt(event))}
      onMouseLeave={() => onLook(null)}
      onClick={(event) => {
        const date = dateAt(event)
        if (date !== null) onEdit(date)
      }}
      sx={YEAR}
    >
      {MONTHS.map((month) => (
        <MonthTable
          key={month}
          year={year}
          month={month}
          marks={marks}
          today={today}
          cursor={yearOf(cursor) === year && Number(cursor.slice(5, 7)) === month ? cursor : null}
        />
      ))}
    </Box>
  )
}

function dateAt({ target }: SyntheticEvent): CivilDate | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-date]') : null
  return parseCivilDate(cell?.dataset['date'] ?? '')
}
