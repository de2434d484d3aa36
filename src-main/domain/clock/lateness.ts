/**
 * Early, on time, late; and how many working days.
 */
import type { WorkingCalendar } from '../calendar.ts'
import { type CivilDate, FIRST_DAY, LAST_DAY, fromDayNumber, toDayNumber } from '../civil-date.ts'

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

/** The date `n` working days after `from`. @throws ClockError `outside-calendar` after 2100. */
export function workingDayAfter(from: CivilDate, n: number, calendar: WorkingCalendar): CivilDate {
  return fromDayNumber(calendar.addWorkingDays(toDayNumber(from), n))
}

/** The same, or the last day of the calendar where that lies behind it. */
export function workingDayAfterOrLast(from: CivilDate, n: number, calendar: WorkingCalendar): CivilDate {
  const left = calendar.workingDaysBetween(toDayNumber(from), toDayNumber(LAST_DAY))
  return left < n ? LAST_DAY : workingDayAfter(from, n, calendar)
}

/**
 * The latest date from which so many working days have passed on a date; the first day of the calendar where that lies
 * before it.
 */
export function dayWorkingDaysAgo(on: CivilDate, days: number, calendar: WorkingCalendar): CivilDate {
  const end = toDayNumber(on)
  const first = toDayNumber(FIRST_DAY)
  let day = end
  // So many days back hold at most as many working days: never too far.
  for (let lacking = days; lacking > 0 && day > first;) {
    day = Math.max(first, day - lacking)
    lacking = days - calendar.workingDaysBetween(day, end)
  }
  return fromDayNumber(day)
}

/** Working days of a span, both ends counted. */
export function workingDaysIn(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  return calendar.workingDaysBetween(toDayNumber(from) - 1, toDayNumber(to))
}

/** Compares a result's date with the due date, by date: early, on time or late. */
export function punctuality(ended: CivilDate, due: CivilDate): 'early' | 'on-time' | 'late' {
  return ended < due ? 'early' : ended === due ? 'on-time' : 'late'
}

/** Whether an apology with a new date may be sent, and as what. */
export type ReappointmentAnswer = 'in-time' | 'late-apology' | 'already-sent' | 'not-later'

/**
 * Re-appointment (*phiếu xin lỗi và hẹn lại*): at most once, at the latest the day before the due date, to a later date.
 * One sent on the due date or after is a late apology and marked as such. The original due date stays.
 */
export function reappointment(
  due: CivilDate,
  proposed: CivilDate,
  sentOn: CivilDate,
  alreadySent: boolean,
): ReappointmentAnswer {
  if (alreadySent) return 'already-sent'
  if (proposed <= due || proposed <= sentOn) return 'not-later'
  return sentOn < due ? 'in-time' : 'late-apology'
}
