/**
 * Periods of the figures: by calendar, and by the reporting rule of Thông tư 01/2020/TT-VPCP, under which a
 * month runs from the 15th of the month before to the 14th, and a year from 15/12 to 14/12.
 */
import { type CivilDate, FIRST_DAY, civilDate, civilDateOf, daysInMonth } from './civil-date.ts'

/** Both days belong to the period. */
export interface Period {
  from: CivilDate
  to: CivilDate
}

/**
 * The days of a period its figures are counted from: what has not come yet is neither late nor ended. A period whose last day
 * lies ahead is counted as of the end of today; one that has not begun, as of the end of its first day.
 */
export function countedDays({ from, to }: Period, today: CivilDate): Period {
  const last = to < today ? to : today
  return { from, to: last < from ? from : last }
}

/** The lengths a report is asked for. */
export const PERIOD_KINDS = ['month', 'quarter', 'half-year', 'nine-months', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** Which days a month has: those of the calendar, or from the 15th before to the 14th. */
export type PeriodRule = 'calendar' | 'reporting'

const MONTHS: Record<PeriodKind, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  'nine-months': 9,
  year: 12,
}

/** How many such periods a year has. */
export function periodsInYear(kind: PeriodKind): number {
  return kind === 'nine-months' ? 1 : 12 / MONTHS[kind]
}

/**
 * The period of that kind: `index` 1 is the first month, quarter or half-year of the year.
 * @throws RangeError when the year has no such period.
 */
export function periodOf(kind: PeriodKind, year: number, index: number, rule: PeriodRule): Period {
  if (!Number.isInteger(index) || index < 1 || index > periodsInYear(kind)) {
    throw new RangeError(`no ${kind} ${index} in a year`)
  }
  const firstMonth = (index - 1) * MONTHS[kind] + 1
  const lastMonth = firstMonth + MONTHS[kind] - 1
  if (rule === 'calendar')
    return { from: day(year, firstMonth, 1), to: day(year, lastMonth, daysInMonth(year, lastMonth)) }
  const from = firstMonth === 1 ? day(year - 1, 12, 15) : day(year, firstMonth - 1, 15)
  return { from, to: day(year, lastMonth, 14) }
}

/** A month, quarter … of a year under one of the two rules. */
export interface PresetPeriod {
  kind: PeriodKind
  year: number
  /** 1 is the first of the year. */
  index: number
  rule: PeriodRule
}

/** The first year with periods of both rules: a reporting year begins the year before. */
export const FIRST_YEAR = 1971

/** The period of a year that has these days; `null` for any other two days. */
export function presetOf({ from, to }: Period): PresetPeriod | null {
  const year = Number(to.slice(0, 4))
  for (const rule of ['calendar', 'reporting'] as const) {
    for (const kind of PERIOD_KINDS) {
      for (let index = 1; index <= periodsInYear(kind) && year >= FIRST_YEAR; index++) {
        const one = periodOf(kind, year, index, rule)
        if (one.from === from && one.to === to) return { kind, year, index, rule }
      }
    }
  }
  return null
}

/** The index of the period of that kind in which a date lies, by calendar. */
export function periodIndexOf(kind: PeriodKind, date: CivilDate): number {
  return Math.min(periodsInYear(kind), Math.ceil(Number(date.slice(5, 7)) / MONTHS[kind]))
}

function day(year: number, month: number, dayOfMonth: number): CivilDate {
  const date = civilDateOf(year, month, dayOfMonth)
  if (date === null) throw new RangeError(`no such day: ${year}-${month}-${dayOfMonth}`)
  return civilDate(date)
}

/**
 * A period cut into its months: those of the calendar, or from the 15th to the 14th where it begins on a 15th and ends on a
 * 14th. The first and the last may be parts of one.
 * @param rule by which it is cut, where its own ends do not tell: those of a period that is not over are not its own.
 */
export function monthsOf({ from, to }: Period, rule = ruleOf({ from, to })): Period[] {
  const reporting = rule === 'reporting'
  const months: Period[] = []
  for (let first = from; first <= to;) {
    const end = endOfMonth(first, reporting)
    months.push({ from: first, to: end < to ? end : to })
    first = firstAfter(end, reporting)
  }
  return months
}

/** By which rule a period is cut into months: see {@link monthsOf}. */
export function ruleOf({ from, to }: Period): PeriodRule {
  return from.endsWith('-15') && to.endsWith('-14') ? 'reporting' : 'calendar'
}

/**
 * The last months up to the end of a period, by its own rule; the last one may be a part. Not before the first day the
 * clock knows.
 * @param count how many, from 1.
 */
export function monthsUpTo(period: Period, count: number): Period {
  const from = monthsEarlier(startOfMonth(period.to, ruleOf(period)), count - 1)
  return { from: from < FIRST_DAY ? FIRST_DAY : from, to: period.to }
}

/** The first day of the month a day lies in: the 1st, or the 15th where months run to the 14th. */
export function startOfMonth(date: CivilDate, rule: PeriodRule): CivilDate {
  const first = civilDate(`${date.slice(0, 8)}${rule === 'reporting' ? '15' : '01'}`)
  return first <= date ? first : monthsEarlier(first, 1)
}

/** The same day so many months before; the day is one that every month has. */
function monthsEarlier(date: CivilDate, count: number): CivilDate {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - count
  const year = Math.floor(months / 12)
  return civilDateOf(year, (months % 12) + 1, Number(date.slice(8, 10))) ?? FIRST_DAY
}

function endOfMonth(date: CivilDate, reporting: boolean): CivilDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  if (!reporting) return day(year, month, daysInMonth(year, month))
  return month === 12 ? day(year + 1, 1, 14) : day(year, month + 1, 14)
}

function firstAfter(end: CivilDate, reporting: boolean): CivilDate {
  const [year, month] = [Number(end.slice(0, 4)), Number(end.slice(5, 7))]
  if (reporting) return day(year, month, 15)
  return month === 12 ? day(year + 1, 1, 1) : day(year, month + 1, 1)
}
