/**
 * Due dates.
 *
 * The rules are those of Bộ luật Dân sự 2015 điều 147–148: the day of reception is day 0 and is not counted; a term of
 * n working days ends on the n-th working day after it, at 24:00; a term in calendar days that ends on a day off ends on
 * the next working day. A day counts when the clock is running at its end.
 */
import type { WorkingCalendar } from '../calendar.ts'
import { type CivilDate, type DayNumber, fromDayNumber, toDayNumber } from '../civil-date.ts'
import { stopsOf } from './pauses.ts'
import {
  type ClockPause,
  type ClockSettings,
  type Reception,
  type Term,
  ClockError,
  DEFAULT_CLOCK,
} from './terms.ts'

/** A due date and whether the calendar behind it is announced. */
export interface DueDate {
  date: CivilDate
  /** True when a year it was counted through is not confirmed: the day may still move. */
  provisional: boolean
}

/** The clock as pauses leave it: due on a day, or standing still, with what is left of the term. */
export type ClockState =
  | ({ kind: 'due' } & DueDate)
  | {
      kind: 'stopped'
      since: CivilDate
      /** What will be left when it runs again, in the term's unit: the whole term where it restarts. */
      remaining: number
    }

/**
 * The due date of a dossier accepted then under that term, never paused.
 * @throws ClockError for a negative or fractional term, or a day outside 1970–2100.
 */
export function dueDate(
  term: Term,
  reception: Reception,
  calendar: WorkingCalendar,
  settings = DEFAULT_CLOCK,
): DueDate {
  return dueAt(dueDay(term, reception, calendar, settings), reception, calendar)
}

function dueDay(
  term: Term,
  reception: Reception,
  calendar: WorkingCalendar,
  settings: ClockSettings,
): DayNumber {
  checkTerm(term)
  const zero = dayZero(reception, calendar, settings)
  if (term.term === 0) return sameDay(zero, reception, calendar, settings)
  return endOf(term.term, term.unit, zero, calendar)
}

/**
 * The clock of a dossier with its pauses. A pause that begins after the term has run out changes nothing.
 * @throws ClockError for a term or pauses that make no sense, or a day outside 1970–2100.
 */
export function clockState(
  term: Term,
  reception: Reception,
  pauses: readonly ClockPause[],
  calendar: WorkingCalendar,
  settings = DEFAULT_CLOCK,
): ClockState {
  if (pauses.length === 0) return { kind: 'due', ...dueDate(term, reception, calendar, settings) }
  checkTerm(term)
  const stops = stopsOf(pauses, toDayNumber(reception.date))
  return term.term === 0
    ? sameDayState(stops, reception, calendar, settings)
    : countedState(term, stops, reception, calendar, settings)
}

type Stops = ReturnType<typeof stopsOf>

function countedState(
  term: Term,
  stops: Stops,
  reception: Reception,
  calendar: WorkingCalendar,
  settings: ClockSettings,
): ClockState {
  // The last day that is behind us, and what is still to be counted after it.
  let behind = dayZero(reception, calendar, settings)
  let left = term.term
  for (const stop of stops) {
    const counted = Math.max(0, countDays(term, behind, stop.from - 1, calendar))
    if (counted >= left && endOf(left, term.unit, behind, calendar) < stop.from) break
    left = stop.restarts ? term.term : Math.max(0, left - counted)
    if (stop.to === null) return { kind: 'stopped', since: fromDayNumber(stop.from), remaining: left }
    // Nothing left: the term has ended on a day off, and the working day it was to end on is paused.
    behind = Math.max(behind, stop.restarts || left === 0 ? stop.to : stop.to - 1)
  }
  return { kind: 'due', ...dueAt(endOf(left, term.unit, behind, calendar), reception, calendar) }
}

/** A same-day dossier paused on the day it is due is due on the day the clock runs again. */
function sameDayState(
  stops: Stops,
  reception: Reception,
  calendar: WorkingCalendar,
  settings: ClockSettings,
): ClockState {
  let day = sameDay(dayZero(reception, calendar, settings), reception, calendar, settings)
  for (const { from, to } of stops) {
    if (day < from) break
    if (to === null) return { kind: 'stopped', since: fromDayNumber(from), remaining: 0 }
    if (day < to) day = calendar.onOrNextWorking(to)
  }
  return { kind: 'due', ...dueAt(day, reception, calendar) }
}

/** The day on which so many days after a day have been counted; in calendar days moved on to a working day. */
function endOf(days: number, unit: Term['unit'], after: DayNumber, calendar: WorkingCalendar): DayNumber {
  return unit === 'calendar-day'
    ? calendar.onOrNextWorking(after + days)
    : calendar.addWorkingDays(after, days)
}

function countDays(term: Term, after: DayNumber, to: DayNumber, calendar: WorkingCalendar): number {
  return term.unit === 'calendar-day' ? to - after : calendar.workingDaysBetween(after, to)
}

/** The day from which the count starts, itself not counted. */
export function dayZero(reception: Reception, calendar: WorkingCalendar, settings: ClockSettings): DayNumber {
  const received = toDayNumber(reception.date)
  return settings.offDayReception === 'strict' ? received : calendar.onOrNextWorking(received)
}

/** The day a same-day dossier is due when nothing stops it. */
function sameDay(
  zero: DayNumber,
  reception: Reception,
  calendar: WorkingCalendar,
  settings: ClockSettings,
): DayNumber {
  const afterCutOff = reception.time !== undefined && reception.time > settings.sameDayCutOff
  // A day 0 moved to the next working day begins in the morning: the hour of the day before says nothing.
  const moved = zero !== toDayNumber(reception.date)
  return afterCutOff && !moved ? calendar.addWorkingDays(zero, 1) : calendar.onOrNextWorking(zero)
}

function checkTerm({ term }: Term): void {
  if (!Number.isInteger(term) || term < 0) throw new ClockError('negative-term')
}

function dueAt(day: DayNumber, reception: Reception, calendar: WorkingCalendar): DueDate {
  const date = fromDayNumber(day)
  return { date, provisional: !isConfirmed(reception.date, date, calendar) }
}

function isConfirmed(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!calendar.isConfirmedYear(year)) return false
  }
  return true
}
