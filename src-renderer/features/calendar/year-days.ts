/**
 * The days of a year as the screen lays them out, and where the keys lead in it. Nothing is counted here:
 * what is a working day is the clock's to say.
 */
import { WorkingCalendar, type CalendarDay } from '../../../src-main/domain/calendar.ts'
import {
  type CivilDate,
  civilDateOf,
  civilDate,
  daysInMonth,
  toDayNumber,
  weekday,
} from '../../../src-main/domain/civil-date.ts'
import { dateAfter, workingDaysIn } from '../../../src-main/domain/clock.ts'

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** Days of the week in the order of the columns, Monday first; 0 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const

/** The weeks of a month, Monday first; `null` where another month's day would stand. */
export function weeksOf(year: number, month: number): (CivilDate | null)[][] {
  const first = civilDateOf(year, month, 1)
  if (first === null) return []
  const blank = WEEKDAYS.findIndex((day) => day === weekday(toDayNumber(first)))
  const cells = [
    ...Array.from({ length: blank }, () => null),
    ...Array.from({ length: daysInMonth(year, month) }, (_, index) => civilDateOf(year, month, index + 1)),
  ]
  const weeks = Math.ceil(cells.length / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  )
}

/** What a key press looks like to the calendar. */
export interface Step {
  key: string
  ctrlKey: boolean
  shiftKey: boolean
}

/** The date a key leads to: arrows by day and week, Page by month, Shift+Page by year; `null` for other keys. */
export function stepFrom(date: CivilDate, { key, ctrlKey, shiftKey }: Step): CivilDate | null {
  switch (key) {
    case 'ArrowLeft':
      return neighbour(date, -1)
    case 'ArrowRight':
      return neighbour(date, 1)
    case 'ArrowUp':
      return neighbour(date, -7)
    case 'ArrowDown':
      return neighbour(date, 7)
    case 'PageUp':
      return turn(date, shiftKey ? -12 : -1)
    case 'PageDown':
      return turn(date, shiftKey ? 12 : 1)
    case 'Home':
      return edge(date, ctrlKey ? 'year' : 'month', 'first')
    case 'End':
      return edge(date, ctrlKey ? 'year' : 'month', 'last')
    default:
      return null
  }
}

/** The same day in another year; 29 February becomes the 28th. */
export function inYear(date: CivilDate, year: number): CivilDate {
  return turn(date, (year - Number(date.slice(0, 4))) * 12) ?? date
}

/** How many working days a year has with those rows. */
export function workingDaysOf(year: number, rows: readonly CalendarDay[]): number {
  return workingDaysIn(civilDate(`${year}-01-01`), civilDate(`${year}-12-31`), new WorkingCalendar(rows))
}

/**
 * Why a year with those rows is not confirmed, as the clock sees it: no row at all, rows that wait to be announced, or
 * holidays of the law without a day off. `null` where it is confirmed.
 */
export function doubtOf(year: number, rows: readonly CalendarDay[]): 'none' | 'some' | 'missing' | null {
  if (new WorkingCalendar(rows).isConfirmedYear(year)) return null
  if (rows.length === 0) return 'none'
  return rows.some(({ status }) => status === 'unannounced') ? 'some' : 'missing'
}

/** Whether a date is a Saturday or a Sunday. */
export function isWeekend(date: CivilDate): boolean {
  return [0, 6].includes(weekday(toDayNumber(date)))
}

/** The day so many days on; `null` outside the years the clock knows. */
function neighbour(date: CivilDate, by: number): CivilDate | null {
  try {
    return dateAfter(date, by)
  } catch {
    return null
  }
}

function turn(date: CivilDate, months: number): CivilDate | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const at = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1]
  return civilDateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

function edge(date: CivilDate, of: 'month' | 'year', which: 'first' | 'last'): CivilDate | null {
  const [year = 0, month = 0] = date.split('-').map(Number)
  const at = of === 'month' ? month : which === 'first' ? 1 : 12
  return civilDateOf(year, at, which === 'first' ? 1 : daysInMonth(year, at))
}
