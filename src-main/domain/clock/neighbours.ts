/**
 * The days beside a day, for things that are in force from a day to a day.
 */
import { type CivilDate, fromDayNumber, toDayNumber } from '../civil-date.ts'

/** The day before. @throws RangeError before 1970. */
export function dayBefore(date: CivilDate): CivilDate {
  return fromDayNumber(toDayNumber(date) - 1)
}

/** The day after. @throws RangeError after 2100. */
export function dayAfter(date: CivilDate): CivilDate {
  return fromDayNumber(toDayNumber(date) + 1)
}
