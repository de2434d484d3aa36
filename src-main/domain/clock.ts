/**
 * The clock: every question about days is answered here and nowhere else.
 *
 * The rules are those of Bộ luật Dân sự 2015 điều 147–148: the day of reception is day 0 and is not counted;
 * a term of n working days ends on the n-th working day after it, at 24:00; a term in calendar days that
 * ends on a day off ends on the next working day.
 */
import type { WorkingCalendar } from './calendar.ts'
import { type CivilDate, type TimeOfDay, fromDayNumber, toDayNumber } from './civil-date.ts'

/** A statutory term. `term` 0 in working days is a same-day procedure. */
export interface Term {
  term: number
  unit: 'working-day' | 'calendar-day'
}

/** The office's own conventions, all settings. */
export interface ClockSettings {
  /** A same-day dossier accepted after this time is due the next working day. Default 15:00. */
  sameDayCutOff: TimeOfDay
  /**
   * Reception on a day off: `strict` makes that day day 0, `next-working-day` moves day 0 to the next
   * working day.
   */
  offDayReception: 'strict' | 'next-working-day'
}

/** The defaults where the office has not said otherwise. */
export const DEFAULT_CLOCK: ClockSettings = { sameDayCutOff: '15:00', offDayReception: 'strict' }

/** When the clock started: the day of acceptance, and its time where it is known. */
export interface Reception {
  date: CivilDate
  time?: TimeOfDay | undefined
}

/** A due date and whether the calendar behind it is announced. */
export interface DueDate {
  date: CivilDate
  /** True when a year it was counted through is not confirmed: the day may still move. */
  provisional: boolean
}

/** One day between reception and due date, counted or not, and why. */
export interface DayAccount {
  date: CivilDate
  counted: boolean
  /** The count so far, for a counted day. */
  number?: number
  reason:
    | 'reception'
    | 'working-day'
    | 'make-up'
    | 'weekend'
    | 'day-off'
    | 'calendar-day'
    | 'moved-to-working-day'
    | 'after-cut-off'
  /** Name and basis of a day off or make-up day. */
  name?: string
  basis?: string
}

/**
 * The due date of a dossier accepted then under that term.
 * @throws RangeError for a negative or fractional term, or a date outside 1970–2100.
 */
export function dueDate(
  term: Term,
  reception: Reception,
  calendar: WorkingCalendar,
  settings = DEFAULT_CLOCK,
): DueDate {
  if (!Number.isInteger(term.term) || term.term < 0) throw new RangeError(`not a term: ${term.term}`)
  const received = toDayNumber(reception.date)
  const zero = settings.offDayReception === 'strict' ? received : calendar.onOrNextWorking(received)
  const date = fromDayNumber(dueDay(term, zero, reception, calendar, settings))
  return { date, provisional: !isConfirmed(reception.date, date, calendar) }
}

function dueDay(
  term: Term,
  zero: number,
  reception: Reception,
  calendar: WorkingCalendar,
  settings: ClockSettings,
): number {
  if (term.unit === 'calendar-day') return calendar.onOrNextWorking(zero + term.term)
  if (term.term > 0) return calendar.addWorkingDays(zero, term.term)
  const afterCutOff = reception.time !== undefined && reception.time > settings.sameDayCutOff
  const movedOn = zero !== toDayNumber(reception.date)
  return afterCutOff && !movedOn ? calendar.addWorkingDays(zero, 1) : calendar.onOrNextWorking(zero)
}

function isConfirmed(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!calendar.isConfirmedYear(year)) return false
  }
  return true
}

/** Working days from one date (not counted) to another (counted); negative when `to` is earlier. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  return calendar.workingDaysBetween(toDayNumber(from), toDayNumber(to))
}

/**
 * Working days late on a date. Due on that day is not late; a date after the due date with no working day
 * between (due Friday, Sunday now) is late by 0 working days: lateness itself is decided by date.
 */
export function daysLate(due: CivilDate, on: CivilDate, calendar: WorkingCalendar): number {
  return on > due ? workingDaysBetween(due, on, calendar) : 0
}

/** The date `n` working days after `from`. */
export function workingDayAfter(from: CivilDate, n: number, calendar: WorkingCalendar): CivilDate {
  return fromDayNumber(calendar.addWorkingDays(toDayNumber(from), n))
}

/** Compares a result's date with the due date, by date: early, on time or late. */
export function punctuality(ended: CivilDate, due: CivilDate): 'early' | 'on-time' | 'late' {
  return ended < due ? 'early' : ended === due ? 'on-time' : 'late'
}

/**
 * Every day from reception to due date, in order, counted or not, with the reason.
 * The number of counted days equals the term; in calendar days, the days moved to reach a working day follow
 * uncounted.
 */
export function explainDueDate(
  term: Term,
  reception: Reception,
  calendar: WorkingCalendar,
  settings = DEFAULT_CLOCK,
): DayAccount[] {
  const due = toDayNumber(dueDate(term, reception, calendar, settings).date)
  const received = toDayNumber(reception.date)
  const zero = settings.offDayReception === 'strict' ? received : calendar.onOrNextWorking(received)
  const days: DayAccount[] = [{ date: reception.date, counted: false, reason: 'reception' }]
  let number = 0
  for (let day = received + 1; day <= due; day++) {
    const kind = calendar.kindOf(day)
    const named = kind.row ? { name: kind.row.name, basis: kind.row.basis } : {}
    const date = fromDayNumber(day)
    const counts = day > zero && (term.unit === 'calendar-day' || kind.working) && number < term.term
    if (counts) number++
    const reason = reasonOf(counts, term, kind.reason, kind.working)
    days.push({ date, counted: counts, ...(counts ? { number } : {}), reason, ...named })
  }
  return days
}

function reasonOf(
  counts: boolean,
  term: Term,
  kind: 'weekday' | 'weekend' | 'day-off' | 'make-up',
  working: boolean,
): DayAccount['reason'] {
  if (counts && term.unit === 'calendar-day') return 'calendar-day'
  if (working && !counts)
    return term.term === 0 && term.unit === 'working-day' ? 'after-cut-off' : 'moved-to-working-day'
  return kind === 'weekday' ? 'working-day' : kind
}
