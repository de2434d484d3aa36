/**
 * The days beside a day, for things that are in force from a day to a day.
 */
import { type CivilDate, FIRST_DAY, LAST_DAY, fromDayNumber, toDayNumber } from '../civil-date.ts'
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
