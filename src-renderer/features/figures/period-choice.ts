/**
 * The period chosen on the screen, and how it stands in the address, so that a report can be linked.
 */
import { type CivilDate, parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import {
  type Period,
  PERIOD_KINDS,
  type PeriodKind,
  type PeriodRule,
  periodIndexOf,
  periodOf,
  periodsInYear,
} from '../../../src-main/domain/period.ts'

/** A month, quarter … of a year under one of the two rules. */
export interface PresetPeriod {
  kind: PeriodKind
  year: number
  /** 1 is the first of the year. */
  index: number
  rule: PeriodRule
}

/** What the user asked for: a period of the year, or any two days (`null` while one is being typed). */
export type PeriodChoice =
  ({ type: 'preset' } & PresetPeriod) | { type: 'range'; from: CivilDate | null; to: CivilDate | null }

/** By field or by procedure. */
export type Grouping = 'field' | 'procedure'

/** Years a period can be chosen in: the clock knows 1970–2100, and a reporting year begins the year before. */
const FIRST_YEAR = 1971
const LAST_YEAR = 2100

/** The period asked for in the address; this month when there is none or it cannot be read. */
export function choiceOf(query: URLSearchParams, today: CivilDate): PeriodChoice {
  if (query.has('from') || query.has('to')) {
    const [from, to] = ['from', 'to'].map((end) => parseCivilDate(query.get(end) ?? ''))
    return { type: 'range', from: from ?? null, to: to ?? null }
  }
  return presetIn(query) ?? monthOf(today)
}

/** By field unless the address says by procedure. */
export function groupingOf(query: URLSearchParams): Grouping {
  return query.get('by') === 'procedure' ? 'procedure' : 'field'
}

/** The address of a choice. */
export function queryOf(choice: PeriodChoice, by: Grouping): URLSearchParams {
  const query = new URLSearchParams()
  if (choice.type === 'range') {
    query.set('from', choice.from ?? '')
    query.set('to', choice.to ?? '')
  } else {
    query.set('period', choice.kind)
    query.set('year', String(choice.year))
    query.set('index', String(choice.index))
    query.set('rule', choice.rule)
  }
  query.set('by', by)
  return query
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
