/**
 * The days beside a day, for things that are in force from a day to a day.
 */
import {
  type CivilDate,
  FIRST_DAY,
  LAST_DAY,
  civilDateOf,
  daysInMonth,
  fromDayNumber,
  toDayNumber,
} from '../civil-date.ts'
import type { Period } from '../period.ts'
import { ClockError } from './terms.ts'

/** The day before. @throws ClockError `outside-calendar` before 1970. */
export function dayBefore(date: CivilDate): CivilDate {
  return dateAfter(date, -1)
}

/** The day after. @throws ClockError `outside-calendar` after 2100. */
export function dayAfter(date: CivilDate): CivilDate {
  return dateAfter(date, 1)
}

/** The date `n` days of the calendar after a date; before it for a negative n. @throws ClockError outside 1970–2100. */
export function dateAfter(from: CivilDate, n: number): CivilDate {
  const day = toDayNumber(from) + n
  if (!(day >= toDayNumber(FIRST_DAY) && day <= toDayNumber(LAST_DAY)))
    throw new ClockError('outside-calendar')
  return fromDayNumber(day)
}

/** As many days as a period has, right before it; `null` where they would begin before 1970. */
export function spanBefore({ from, to }: Period): Period | null {
  const [first, last] = [toDayNumber(from), toDayNumber(to)]
  const begin = first - (last - first + 1)
  if (begin < toDayNumber(FIRST_DAY)) return null
  return { from: fromDayNumber(begin), to: fromDayNumber(first - 1) }
}

/** The same days a year earlier, 29 February as the 28th; `null` where that is before 1970. */
export function spanYearBefore({ from, to }: Period): Period | null {
  const [first, last] = [yearBefore(from), yearBefore(to)]
  return first === null || last === null ? null : { from: first, to: last }
}

function yearBefore(date: CivilDate): CivilDate | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const before = civilDateOf(year - 1, month, Math.min(day, daysInMonth(year - 1, month)))
  return before === null || before < FIRST_DAY ? null : before
}
