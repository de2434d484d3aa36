/**
 * Where one is on the screen: which part of it, which year, which day.
 */
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type CivilDate, civilDate } from '../../../src-main/domain/civil-date.ts'
import { yearOf } from './draft.ts'
import { inYear } from './year-days.ts'

/** The parts of the screen. */
export const VIEWS = ['year', 'clock', 'effects', 'changes'] as const
export type View = (typeof VIEWS)[number]

/** The first and the last year of the calendar. */
export const [FIRST_YEAR, LAST_YEAR] = [1970, 2100]
/** The year and the part of the screen stand in the address: they can be linked and survive a reload. */
export function usePlace(thisYear: number) {
  const [query, setQuery] = useSearchParams()
  const asked = Number(query.get('year') ?? thisYear)
  const year = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= LAST_YEAR ? asked : thisYear
  const view = VIEWS.find((name) => name === query.get('view')) ?? 'year'
  const go = (to: { year: number; view: View }) =>
    setQuery(
      { year: String(to.year), ...(to.view === 'year' ? {} : { view: to.view }) },
      { replace: to.view === view },
    )
  const change = Number(query.get('change'))
  return { year, view, go, change: Number.isInteger(change) && change > 0 ? change : null }
}

/**
 * The day that has the focus; its year is the one shown. The address follows it, a moment later, and leads it
 * when a link or the way back changes the year.
 */
export function useCursor(place: ReturnType<typeof usePlace>, today: CivilDate) {
  const [cursor, setCursor] = useState(() => (yearOf(today) === place.year ? today : firstOf(place.year)))
  const [seen, setSeen] = useState(place.year)
  /** The year the address has been sent to and has not reached yet. */
  const [sent, setSent] = useState<number | null>(null)
  if (sent !== null) {
    if (place.year === sent) {
      setSent(null)
      setSeen(place.year)
    }
  } else if (place.year !== seen) {
    setSeen(place.year)
    if (yearOf(cursor) !== place.year) setCursor(inYear(cursor, place.year))
  }
  const move = (date: CivilDate, view: View = place.view) => {
    setCursor(date)
    const year = yearOf(date)
    if (year === yearOf(cursor) && view === place.view) return
    setSent(year === place.year ? null : year)
    place.go({ year, view })
  }
  return { cursor, move }
}

function firstOf(year: number): CivilDate {
  return civilDate(`${year}-01-01`)
}
