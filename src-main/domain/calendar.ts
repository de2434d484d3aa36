/**
 * The working calendar: which days are working days, and why.
 *
 * Monday to Friday are working days, minus days off, plus make-up days (*ngày làm bù*). Days off and make-up
 * days are dated data (Bộ luật Lao động 2019 điều 111–112 and the yearly swap decisions), never constants.
 */
import { type CivilDate, type DayNumber, FIRST_DAY, LAST_DAY, toDayNumber, weekday } from './civil-date.ts'
import { ClockError } from './clock/terms.ts'
import { coversHolidays } from './holidays.ts'

/** How sure a calendar row is: from the announcement itself, a library, the press, or not yet announced. */
export type CalendarStatus = 'confirmed' | 'library' | 'press' | 'unannounced'

/** One dated exception to Monday–Friday. */
export interface CalendarDay {
  date: CivilDate
  /** `off`: a day off; `work`: a make-up day worked although it is a weekend. */
  kind: 'off' | 'work'
  /** Name in Vietnamese, as printed. */
  name: string
  /** Legal basis: article, decision or notice. */
  basis: string
  status: CalendarStatus
}

/** What a day is, and the row that makes it so. */
export interface DayKind {
  working: boolean
  reason: 'weekday' | 'weekend' | 'day-off' | 'make-up'
  row?: CalendarDay
}

const FIRST = toDayNumber(FIRST_DAY)
const LAST = toDayNumber(LAST_DAY)

/**
 * A working calendar compiled for counting: asking costs a look-up, never a walk over days.
 * Covers 1970–2100; immutable.
 */
export class WorkingCalendar {
  /** `before[i]`: working days among the first `i` days from FIRST. */
  readonly #before: Int32Array
  /** The working days' numbers in order. */
  readonly #workingDays: Int32Array
  readonly #rows = new Map<DayNumber, CalendarDay>()
  /** Years with at least one row, all of them announced; and whether they were found to miss no holiday. */
  readonly #announcedYears = new Map<number, { daysOff: number }>()
  readonly #confirmedYears = new Map<number, boolean>()

  constructor(rows: readonly CalendarDay[]) {
    const unsureYears = new Set<number>()
    for (const row of rows) {
      this.#rows.set(toDayNumber(row.date), row)
      const year = Number(row.date.slice(0, 4))
      const of = this.#announcedYears.get(year) ?? { daysOff: 0 }
      if (row.kind === 'off') of.daysOff++
      this.#announcedYears.set(year, of)
      if (row.status === 'unannounced') unsureYears.add(year)
    }
    for (const year of unsureYears) this.#announcedYears.delete(year)
    const days = LAST - FIRST + 1
    this.#before = new Int32Array(days + 1)
    const working = new Int32Array(days)
    let count = 0
    for (let i = 0; i < days; i++) {
      if (this.kindOf(FIRST + i).working) working[count++] = FIRST + i
      this.#before[i + 1] = count
    }
    this.#workingDays = working.slice(0, count)
  }

  /** What a day is and why. */
  kindOf(day: DayNumber): DayKind {
    const row = this.#rows.get(day)
    if (row) return { working: row.kind === 'work', reason: row.kind === 'work' ? 'make-up' : 'day-off', row }
    const w = weekday(day)
    return w === 0 || w === 6 ? { working: false, reason: 'weekend' } : { working: true, reason: 'weekday' }
  }

  /** Whether the day is a working day. */
  isWorking(day: DayNumber): boolean {
    return this.#upTo(day) > this.#upTo(day - 1)
  }

  /** Working days after `from` and up to `to`, both as numbers; negative when `to` is before `from`. */
  workingDaysBetween(from: DayNumber, to: DayNumber): number {
    return this.#upTo(to) - this.#upTo(from)
  }

  /**
   * The n-th working day after `from` (n ≥ 1), or the day itself for n = 0.
   * @throws ClockError `outside-calendar` when it falls after 2100.
   */
  addWorkingDays(from: DayNumber, n: number): DayNumber {
    if (n === 0) return from
    const day = this.#workingDays[this.#upTo(from) + n - 1]
    if (day === undefined) throw new ClockError('outside-calendar')
    return day
  }

  /** The day itself when it is a working day, else the next one. */
  onOrNextWorking(day: DayNumber): DayNumber {
    return this.addWorkingDays(day - 1, 1)
  }

  /**
   * Whether the year's days off are all known: no row of it waits to be announced, and every holiday of the law is covered
   * by a row or a weekend. A due date in another year is provisional.
   */
  isConfirmedYear(year: number): boolean {
    let confirmed = this.#confirmedYears.get(year)
    if (confirmed === undefined) {
      const announced = this.#announcedYears.get(year)
      confirmed =
        announced !== undefined && coversHolidays(year, announced.daysOff, (day) => !this.isWorking(day))
      this.#confirmedYears.set(year, confirmed)
    }
    return confirmed
  }

  #upTo(day: DayNumber): number {
    const i = day - FIRST + 1
    if (i < 0 || i >= this.#before.length) throw new ClockError('outside-calendar')
    return this.#before[i] ?? 0
  }
}
