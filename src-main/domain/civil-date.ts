/**
 * Civil dates and moments.
 *
 * A civil date is a day of the office's calendar (Asia/Ho_Chi_Minh), written `YYYY-MM-DD`. A moment is an
 * instant, written as an ISO 8601 string in UTC. Vietnam keeps UTC+7 the whole year and has since 1975, so
 * the change between the two is a fixed shift and the PC's own time zone plays no part.
 */

declare const civilDateBrand: unique symbol
/** A day, `YYYY-MM-DD`, years 1970–2100. Compares correctly as text. */
export type CivilDate = string & { readonly [civilDateBrand]: true }

/** A moment, ISO 8601 in UTC with milliseconds: `2026-11-23T01:00:00.000Z`. Compares correctly as text. */
export type Instant = string

/** A time of day in the office, `HH:MM`. */
export type TimeOfDay = string

/** A day as a whole number: days since 1970-01-01. Arithmetic is done on these. */
export type DayNumber = number

/** First and last day the clock knows. */
export const FIRST_DAY = '1970-01-01' as CivilDate
export const LAST_DAY = '2100-12-31' as CivilDate

const MS_PER_DAY = 86_400_000
const OFFICE_SHIFT_MS = 7 * 3_600_000
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** The civil date of a year, month (1–12) and day, or `null` when there is no such day in 1970–2100. */
export function civilDateOf(year: number, month: number, day: number): CivilDate | null {
  if (!Number.isInteger(year) || year < 1970 || year > 2100) return null
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${pad2(month)}-${pad2(day)}` as CivilDate
}

/** Reads `YYYY-MM-DD`; `null` when the text is not a real day in 1970–2100. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = PATTERN.exec(text)
  return match ? civilDateOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Reads a date known to be good, such as a literal. @throws RangeError when it is not. */
export function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text)
  if (date === null) throw new RangeError(`not a civil date: ${text}`)
  return date
}

/** The day's number since 1970-01-01. */
export function toDayNumber(date: CivilDate): DayNumber {
  return (
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY
  )
}

/** The civil date with that number. @throws RangeError outside 1970–2100. */
export function fromDayNumber(day: DayNumber): CivilDate {
  const date = new Date(day * MS_PER_DAY)
  const year = date.getUTCFullYear()
  if (!isCalendarYear(year)) throw new RangeError(`day ${day} is outside 1970–2100`)
  // Put together here: reading a text back to see that it is a date would take longer than all the counting.
  return `${year}-${pad2(date.getUTCMonth() + 1)}-${pad2(date.getUTCDate())}` as CivilDate
}

/** Day of the week: 0 Sunday … 6 Saturday. */
export function weekday(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7
}

/** The number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The office's civil date at a moment. */
export function dateOfInstant(instant: Instant): CivilDate {
  return civilDate(new Date(Date.parse(instant) + OFFICE_SHIFT_MS).toISOString().slice(0, 10))
}

/** The year the office's clock shows at a moment, also one the calendar does not know. */
export function yearOfInstant(instant: Instant): number {
  return new Date(Date.parse(instant) + OFFICE_SHIFT_MS).getUTCFullYear()
}

/** Whether the calendar knows the year: 1970–2100. */
export function isCalendarYear(year: number): boolean {
  return year >= 1970 && year <= 2100
}

/** The office's wall time at a moment, `HH:MM`. */
export function timeOfInstant(instant: Instant): TimeOfDay {
  return new Date(Date.parse(instant) + OFFICE_SHIFT_MS).toISOString().slice(11, 16)
}

/** The moment at which the office's clock shows that date and time. */
export function instantOf(date: CivilDate, time: TimeOfDay): Instant {
  return new Date(Date.parse(`${date}T${time}:00.000Z`) - OFFICE_SHIFT_MS).toISOString()
}

/** `dd/MM/yyyy`, as dates are written on every Vietnamese form. */
export function formatDate(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

function pad2(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
