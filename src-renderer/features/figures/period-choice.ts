/**
 * The period chosen on the screen, and how it stands in the address, so that a report can be linked.
 */
import { type CivilDate, parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import { spanBefore, spanYearBefore } from '../../../src-main/domain/clock.ts'
import {
  FIRST_YEAR,
  type Period,
  PERIOD_KINDS,
  type PeriodKind,
  type PresetPeriod,
  periodIndexOf,
  periodOf,
  periodsInYear,
  presetOf,
} from '../../../src-main/domain/period.ts'

/** What the user asked for: a period of the year, or any two days (`null` while one is being typed). */
export type PeriodChoice =
  ({ type: 'preset' } & PresetPeriod) | { type: 'range'; from: CivilDate | null; to: CivilDate | null }

/** The lines of Biểu II.06a: by field or by procedure. */
export type Grouping = 'field' | 'procedure'

/** The last year a period can be chosen in: the clock knows no later one. */
const LAST_YEAR = 2100

/** The period asked for in the address; this month when there is none or it cannot be read. */
export function choiceOf(query: URLSearchParams, today: CivilDate): PeriodChoice {
  if (query.has('from') || query.has('to')) {
    const [from, to] = ['from', 'to'].map((end) => parseCivilDate(query.get(end) ?? ''))
    return { type: 'range', from: from ?? null, to: to ?? null }
  }
  return presetIn(query) ?? monthOf(today)
}

/** A choice in words of the address. */
export function queryOf(choice: PeriodChoice): URLSearchParams {
  if (choice.type === 'range') return new URLSearchParams({ from: choice.from ?? '', to: choice.to ?? '' })
  const { kind, year, index, rule } = choice
  return new URLSearchParams({ period: kind, year: String(year), index: String(index), rule })
}

/** The choice that has these days: a period of the year where there is one, else the days themselves. */
export function choiceOfPeriod(period: Period): PeriodChoice {
  const preset = presetOf(period)
  return preset === null ? { type: 'range', ...period } : { type: 'preset', ...preset }
}

/** The period of the same kind before a choice: as many days, for a range. `null` where the calendar has none. */
export function periodBefore(choice: PeriodChoice): Period | null {
  const period = periodOfChoice(choice)
  if (period === null || choice.type === 'range') return period && spanBefore(period)
  const before = neighbour(choice, -1)
  return before && periodOfChoice({ type: 'preset', ...before })
}

/** The same period a year earlier. `null` where the calendar has none. */
export function periodYearBefore(choice: PeriodChoice): Period | null {
  const period = periodOfChoice(choice)
  if (period === null || choice.type === 'range') return period && spanYearBefore(period)
  return choice.year <= FIRST_YEAR ? null : periodOfChoice({ ...choice, year: choice.year - 1 })
}

/** Its first and last day; `null` while a range is not whole or ends before it begins. */
export function periodOfChoice(choice: PeriodChoice): Period | null {
  if (choice.type === 'preset') return periodOf(choice.kind, choice.year, choice.index, choice.rule)
  const { from, to } = choice
  return from === null || to === null || from > to ? null : { from, to }
}

/** The same kind of period one earlier (−1) or later (+1), across the years; `null` past the clock's years. */
export function neighbour(period: PresetPeriod, step: -1 | 1): PresetPeriod | null {
  const count = periodsInYear(period.kind)
  const at = period.year * count + (period.index - 1) + step
  const year = Math.floor(at / count)
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  return { ...period, year, index: (at % count) + 1 }
}

/** Another kind of period around the same time of the year. */
export function withKind(period: PresetPeriod, kind: PeriodKind): PresetPeriod {
  const { to } = periodOf(period.kind, period.year, period.index, 'calendar')
  return { ...period, kind, index: periodIndexOf(kind, to) }
}

/** The years offered, newest first: ten up to this one, and the one chosen. */
export function yearsOffered(today: CivilDate, chosen: number): number[] {
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: 10 }, (_, back) => thisYear - back)
  return [...new Set([...years, chosen])].sort((a, b) => b - a)
}

/** The month a day lies in, by calendar. */
export function monthOf(date: CivilDate): { type: 'preset' } & PresetPeriod {
  const year = Number(date.slice(0, 4))
  return { type: 'preset', kind: 'month', year, index: periodIndexOf('month', date), rule: 'calendar' }
}

function presetIn(query: URLSearchParams): PeriodChoice | null {
  const kind = PERIOD_KINDS.find((known) => known === query.get('period'))
  const year = Number(query.get('year'))
  const index = Number(query.get('index') ?? 1)
  if (kind === undefined || !Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) return null
  if (!Number.isInteger(index) || index < 1 || index > periodsInYear(kind)) return null
  const rule = query.get('rule') === 'reporting' ? 'reporting' : 'calendar'
  return { type: 'preset', kind, year, index, rule }
}
