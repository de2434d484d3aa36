/**
 * The rows of a calendar strip: weeks from Monday to Sunday, with long runs of like weeks folded into one row.
 */
import type { DuePreview } from '../../src-main/contract/reception.ts'
import { type CivilDate, toDayNumber, weekday } from '../../src-main/domain/civil-date.ts'

/** One day between reception and due date, counted or not, and why. */
export type DayAccount = DuePreview['days'][number]

/** Seven places, Monday first; `null` where the account has no day. */
export interface WeekRow {
  kind: 'week'
  days: readonly (DayAccount | null)[]
}

/** Whole weeks in which nothing changes: the clock stood still, or the dossier was late all through. */
export interface FoldedRow {
  kind: 'folded'
  why: 'paused' | 'late'
  weeks: readonly WeekRow[]
  days: readonly DayAccount[]
}
export type StripRow = WeekRow | FoldedRow

/** Fewer like weeks than these are shown as they are. */
const FEWEST_FOLDED = 3
/** As `weekday` numbers it. */
const MONDAY = 1
/** Longer runs than these days are one line of the printed account. */
const LONGEST_RUN = 7

/** The days as weeks. Weeks without a day are left out. */
export function weeksOf(days: readonly DayAccount[]): WeekRow[] {
  const weeks = new Map<number, (DayAccount | null)[]>()
  for (const day of days) {
    const number = toDayNumber(day.date)
    const place = (weekday(number) + 7 - MONDAY) % 7
    const monday = number - place
    const week = weeks.get(monday) ?? Array.from({ length: 7 }, () => null)
    week[place] = day
    weeks.set(monday, week)
  }
  return [...weeks.values()].map((week) => ({ kind: 'week', days: week }))
}

/**
 * The rows to draw: like weeks in a row are folded from three on.
 * @param keep days whose weeks are never folded: the due date, today.
 */
export function stripRows(days: readonly DayAccount[], keep: readonly (CivilDate | null)[]): StripRow[] {
  const rows: StripRow[] = []
  for (const run of runsOf(weeksOf(days), keep)) {
    if (run.why === null || run.weeks.length < FEWEST_FOLDED) rows.push(...run.weeks)
    else {
      const inside = run.weeks.flatMap((week) => week.days.filter((day) => day !== null))
      rows.push({ kind: 'folded', why: run.why, weeks: run.weeks, days: inside })
    }
  }
  return rows
}

interface Run {
  why: FoldedRow['why'] | null
  weeks: WeekRow[]
}

function runsOf(weeks: readonly WeekRow[], keep: readonly (CivilDate | null)[]): Run[] {
  const runs: Run[] = []
  for (const week of weeks) {
    const why = week.days.some((day) => day !== null && keep.includes(day.date)) ? null : sameness(week)
    const last = runs.at(-1)
    if (last !== undefined && last.why === why) last.weeks.push(week)
    else runs.push({ why, weeks: [week] })
  }
  return runs
}

/** What a whole week was, or `null` when it was not one thing all through. */
function sameness({ days }: WeekRow): FoldedRow['why'] | null {
  if (days.some((day) => day === null)) return null
  if (days.every((day) => day?.reason === 'paused')) return 'paused'
  const idle = days.every((day) => day !== null && ['late', 'weekend', 'day-off'].includes(day.reason))
  return idle && days.some((day) => day?.reason === 'late') ? 'late' : null
}

/** The day an arrow key, Home or End leads to, or `null` when the key is another or there is no day. */
export function neighbour(rows: readonly StripRow[], from: CivilDate, key: string): CivilDate | null {
  const weeks = rows.filter((row) => row.kind === 'week')
  const shown = weeks.flatMap(({ days }) => days.filter((day) => day !== null))
  const at = shown.findIndex(({ date }) => date === from)
  const week = weeks.findIndex(({ days }) => days.some((day) => day?.date === from))
  const place = weeks[week]?.days.findIndex((day) => day?.date === from) ?? -1
  const found = {
    ArrowLeft: shown[at - 1],
    ArrowRight: shown[at + 1],
    ArrowUp: weeks[week - 1]?.days[place],
    ArrowDown: weeks[week + 1]?.days[place],
    Home: shown[0],
    End: shown.at(-1),
  }
  return Object.entries(found).find(([name]) => name === key)?.[1]?.date ?? null
}

/** A line of the printed account: one day, or a run of days in which the clock stood still or the dossier was late. */
export interface AccountLine {
  first: DayAccount
  last: DayAccount
}

/**
 * The lines of the printed account. Every day has its line; runs of a pause, or of days late, that are longer than a week
 * are drawn together, so that a page can hold them.
 */
export function accountLines(days: readonly DayAccount[]): AccountLine[] {
  // Lateness of a first phase lies before days that count.
  const lastCounted = days.findLastIndex(({ counted, reason }) => counted || reason === 'resumption')
  const dueAt = days.findIndex(({ reason }, index) => reason === 'late' && index > lastCounted)
  const runs: DayAccount[][] = []
  let lastKey = ''
  days.forEach((day, index) => {
    const key = dueAt >= 0 && index >= dueAt ? 'late' : keyOf(day)
    const run = runs.at(-1)
    if (run !== undefined && key !== '' && key === lastKey) run.push(day)
    else runs.push([day])
    lastKey = key
  })
  return runs.flatMap((run) => {
    const [first] = run
    const last = run.at(-1)
    if (run.length <= LONGEST_RUN || first === undefined || last === undefined) {
      return run.map((day) => ({ first: day, last: day }))
    }
    return [{ first, last }]
  })
}

/** What days of one run have in common; empty for a day that stands for itself. */
function keyOf({ reason, pause, basis }: DayAccount): string {
  return reason === 'paused' ? `${pause ?? ''} ${basis ?? ''}` : ''
}
