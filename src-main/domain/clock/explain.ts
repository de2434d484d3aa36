/**
 * The explanation of a due date: every day from reception on, counted or not, and why.
 */
import type { WorkingCalendar } from '../calendar.ts'
import { type CivilDate, type DayNumber, fromDayNumber, toDayNumber } from '../civil-date.ts'
import { clockState, dayZero } from './due.ts'
import { type Stop, stopsOf } from './pauses.ts'
import { type ClockPause, type ClockSettings, type Reception, type Term, DEFAULT_CLOCK } from './terms.ts'

/**
 * Why a day counts or does not:
 * - counted: `working-day`, `make-up` (a weekend worked), `calendar-day`;
 * - not counted: `reception` (day 0), `resumption` (a new day 0), `weekend`, `day-off`, `paused`, `superseded` (counted
 *   until the term began again), `moved-to-working-day` (the term had ended on a day off), `after-cut-off`;
 * - after the due date: `late` for a working day, else the day's own reason.
 */
export const DAY_REASONS = [
  'reception',
  'resumption',
  'working-day',
  'make-up',
  'calendar-day',
  'weekend',
  'day-off',
  'paused',
  'superseded',
  'moved-to-working-day',
  'after-cut-off',
  'late',
] as const
export type DayReason = (typeof DAY_REASONS)[number]

/** One day and what the clock made of it. */
export interface DayAccount {
  date: CivilDate
  /** Whether it counts towards the term. */
  counted: boolean
  /** The count so far, for a counted day; the working days late, for a late one. */
  number?: number
  reason: DayReason
  /** Name and basis of a day off or make-up day; kind and document of a pause. */
  name?: string
  basis?: string
  pause?: ClockPause['kind']
  /** On a day that counts or is late: what was waited for meanwhile without stopping the clock. */
  waits?: ClockPause['kind']
}

/**
 * Every day from reception to the due date, or to `until` where that is later or the clock stands still.
 * The number of counted days equals the term (less what is left, while the clock stands still).
 */
export function explainDays(
  term: Term,
  reception: Reception,
  pauses: readonly ClockPause[],
  calendar: WorkingCalendar,
  settings: ClockSettings = DEFAULT_CLOCK,
  until: CivilDate | null = null,
): DayAccount[] {
  const state = clockState(term, reception, pauses, calendar, settings)
  const received = toDayNumber(reception.date)
  const due = state.kind === 'due' ? toDayNumber(state.date) : null
  const end = Math.max(
    due ?? toDayNumber(state.kind === 'stopped' ? state.since : reception.date),
    until === null ? 0 : toDayNumber(until),
  )
  const account = new Account(
    term,
    calendar,
    stopsOf(pauses, received),
    pauses,
    dayZero(reception, calendar, settings),
    due,
  )
  const days: DayAccount[] = []
  for (let day = received; day <= end; day++) days.push(account.next(day, day === received))
  return account.settle(days)
}

/** The same days, those that count or are late with what was waited for while the clock ran on. */
export function withRunningWaits(days: DayAccount[], pauses: readonly ClockPause[]): DayAccount[] {
  const running = pauses.filter(({ stops }) => !stops)
  if (running.length === 0) return days
  return days.map((day) => {
    const wait = running.find(
      ({ startOn, endOn }) => startOn <= day.date && (endOn === null || day.date < endOn),
    )
    return wait && (day.counted || day.reason === 'late') ? { ...day, waits: wait.kind } : day
  })
}

/** Walks the days once and says of each what it was. */
class Account {
  readonly #term: Term
  readonly #calendar: WorkingCalendar
  readonly #stops: readonly Stop[]
  readonly #pauses: readonly ClockPause[]
  readonly #due: DayNumber | null
  #zero: DayNumber
  #number = 0

  constructor(
    term: Term,
    calendar: WorkingCalendar,
    stops: readonly Stop[],
    pauses: readonly ClockPause[],
    zero: DayNumber,
    due: DayNumber | null,
  ) {
    this.#term = term
    this.#calendar = calendar
    this.#stops = stops
    this.#pauses = pauses
    this.#zero = zero
    this.#due = due
  }

  next(day: DayNumber, isReception: boolean): DayAccount {
    const kind = this.#calendar.kindOf(day)
    const date = fromDayNumber(day)
    const named = kind.row ? { name: kind.row.name, basis: kind.row.basis } : {}
    const own = kind.reason === 'weekday' ? 'working-day' : kind.reason
    if (this.#due !== null && day > this.#due) {
      const late = this.#calendar.workingDaysBetween(this.#due, day)
      return kind.working
        ? { date, counted: false, reason: 'late', number: late, ...named }
        : { date, counted: false, reason: own, ...named }
    }
    const sameDay = this.#term.term === 0
    const ended = !sameDay && this.#number >= this.#term.term
    if (isReception) return { date, counted: false, reason: 'reception', ...named }
    if (this.#runsAgain(day, sameDay)) {
      // Not before the reception’s own day 0, where that was moved on to a working day.
      this.#zero = Math.max(this.#zero, day)
      this.#number = 0
      return { date, counted: false, reason: 'resumption', ...named, ...this.#pauseTo(date) }
    }
    if (this.#stops.some(({ from, to }) => from <= day && (to === null || day < to))) {
      return { date, counted: false, reason: 'paused', ...this.#pauseOn(date) }
    }
    if (!sameDay && !ended && day > this.#zero && (this.#term.unit === 'calendar-day' || kind.working)) {
      const reason = this.#term.unit === 'calendar-day' ? 'calendar-day' : own
      return { date, counted: true, number: ++this.#number, reason, ...named }
    }
    if (!kind.working) return { date, counted: false, reason: own, ...named }
    if (day <= this.#zero) return { date, counted: false, reason: 'reception', ...named }
    // A same-day dossier is moved on by the hour, or because its day is a day off.
    const late = sameDay && this.#calendar.isWorking(this.#zero)
    return { date, counted: false, reason: late ? 'after-cut-off' : 'moved-to-working-day', ...named }
  }

  /** Whether this day is a new day 0; for a same-day dossier the day the clock runs again is its day. */
  #runsAgain(day: DayNumber, sameDay: boolean): boolean {
    return this.#stops.some(({ to, restarts }) => (restarts || sameDay) && to === day)
  }

  /** Days counted before the last restart were counted in vain, and so are all where the clock will start again in full. */
  settle(days: DayAccount[]): DayAccount[] {
    const willRestart = this.#due === null && this.#stops.at(-1)?.restarts === true
    const restartedAt = willRestart ? days.length : days.findLastIndex((day) => day.reason === 'resumption')
    return days.map((day, index) =>
      day.counted && index < restartedAt ? { ...day, counted: false, reason: 'superseded' } : day,
    )
  }

  /** The pause whose end makes this day a new day 0. */
  #pauseTo(date: CivilDate): Pick<DayAccount, 'pause' | 'basis'> {
    const pause = this.#pauses.find(({ stops, restarts, endOn }) => stops && restarts && endOn === date)
    return pause ? { pause: pause.kind, basis: pause.document } : {}
  }

  #pauseOn(date: CivilDate): Pick<DayAccount, 'pause' | 'basis'> {
    const pause = this.#pauses.find(
      ({ stops, startOn, endOn }) => stops && startOn <= date && (endOn === null || date < endOn),
    )
    return pause ? { pause: pause.kind, basis: pause.document } : {}
  }
}
