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

/**
 * Working days a dossier took: from its reception to its end, the days left out at whose end its clock stood still
 * (docs/clock.md). Not below 0, for an end before the reception.
 * @param pauses those that stop the clock; an open one reaches to the end.
 */
export function daysTaken(
  received: CivilDate,
  ended: CivilDate,
  pauses: readonly { startOn: CivilDate; endOn: CivilDate | null }[],
  calendar: WorkingCalendar,
): number {
  const end = toDayNumber(ended)
  let from = toDayNumber(received)
  let days = 0
  for (const { startOn, endOn } of pauses.toSorted((a, b) => (a.startOn < b.startOn ? -1 : 1))) {
    const start = Math.min(end, toDayNumber(startOn) - 1)
    if (start > from) days += calendar.workingDaysBetween(from, start)
    from = Math.max(from, Math.min(end, endOn === null ? end : toDayNumber(endOn) - 1))
  }
  return days + (end > from ? calendar.workingDaysBetween(from, end) : 0)
}

/** How late, in working days, in the bands inspectors ask for; the first begins with 0. */
export const LATE_BANDS = ['1-5', '6-10', '11-30', 'over-30'] as const
export type LateBand = (typeof LATE_BANDS)[number]

const BAND_ENDS: Record<LateBand, number> = { '1-5': 5, '6-10': 10, '11-30': 30, 'over-30': Infinity }

/** The band of a number of working days late. */
export function lateBand(days: number): LateBand {
  return LATE_BANDS.find((band) => days <= BAND_ENDS[band]) ?? 'over-30'
}

/**
 * The due dates of what is late by a band on a day: from (`null`: from ever) – to, both counted. What is late by more than
 * the band was due before `from`.
 */
export function dueDatesOf(
  band: LateBand,
  today: CivilDate,
  calendar: WorkingCalendar,
): { from: CivilDate | null; to: CivilDate } {
  const before = LATE_BANDS[LATE_BANDS.indexOf(band) - 1]
  const last = toDayNumber(today) - 1
  const to = before === undefined ? last : firstWithin(BAND_ENDS[before], today, calendar) - 1
  const from = BAND_ENDS[band] === Infinity ? null : firstWithin(BAND_ENDS[band], today, calendar)
  return { from: from === null ? null : fromDayNumber(from), to: fromDayNumber(to) }
}

/** The first due date that is late by no more than so many working days. */
function firstWithin(days: number, today: CivilDate, calendar: WorkingCalendar): number {
  const on = toDayNumber(today)
  // As many working days lie behind it as behind today, less those.
  const passed = calendar.workingDaysBetween(0, on) - days
  return passed <= 0 ? 0 : calendar.addWorkingDays(0, passed)
}

/** Whether a day is a working day. */
export function isWorkingDay(date: CivilDate, calendar: WorkingCalendar): boolean {
  return calendar.isWorking(toDayNumber(date))
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
