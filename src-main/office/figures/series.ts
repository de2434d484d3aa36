/**
 * The figures of many months in one pass; runs in the worker.
 */
import type { CivilDate } from '../../domain/civil-date.ts'
import type { Method } from '../../domain/figure-class.ts'
import {
  type Period,
  type PeriodRule,
  countedDays,
  monthsOf,
  ruleOf,
  startOfMonth,
} from '../../domain/period.ts'
import { type DayCount, type Flow, firstReception, flowUpTo } from '../../store/figure-series.ts'
import type { TaskContext } from '../worker-protocol.ts'

/** A month: what came in, what went out, how much of that late, what was left at its end. */
export interface MonthFigures extends Period {
  receivedInPeriod: number
  resolved: number
  resolvedLate: number
  pending: number
}

/** Which months. */
export interface SeriesQuery {
  /** `null`: from the first reception. */
  from: CivilDate | null
  to: CivilDate
  /** How months are cut where `from` is `null`. */
  rule: PeriodRule
  method: Method
  today: CivilDate
}

/** Worker task: the months of a range up to the one today lies in, as `countTable` counts each of them. */
export function countSeries({ db }: TaskContext, query: SeriesQuery): MonthFigures[] {
  return db.snapshot(() => {
    const range = rangeOf(query, firstReception(db))
    if (range === null) return []
    const months = monthsOf(range).filter(({ from }) => from <= query.today)
    const last = months.at(-1)
    if (last === undefined) return []
    const { to } = countedDays(last, query.today)
    return byMonth(flowUpTo(db, to, query.method === 'extended'), months)
  })
}

function rangeOf({ from, to, rule }: SeriesQuery, first: CivilDate | null): Period | null {
  if (from !== null) return { from, to }
  if (first === null || first > to) return null
  const start = startOfMonth(first, rule)
  // Cut from the 15th to the 14th only where it ends on one.
  return { from: ruleOf({ from: start, to }) === rule ? start : startOfMonth(first, 'calendar'), to }
}

function byMonth(flow: Flow, months: readonly Period[]): MonthFigures[] {
  const received = sums(flow.accepted, months)
  const resolved = sums(flow.ended, months)
  const late = sums(
    flow.ended.map(({ day, late: n }) => ({ day, n })),
    months,
  )
  sums(flow.excused, months).forEach((n, at) => (late[at] = (late[at] ?? 0) - n))
  let pending = (received[0] ?? 0) - (resolved[0] ?? 0)
  return months.map((month, at) => {
    pending += (received[at + 1] ?? 0) - (resolved[at + 1] ?? 0)
    return {
      ...month,
      receivedInPeriod: received[at + 1] ?? 0,
      resolved: resolved[at + 1] ?? 0,
      resolvedLate: late[at + 1] ?? 0,
      pending,
    }
  })
}

/** Place of a day: 0 before the months, 1 in the first, one more than there are after them. */
function placeOf(day: CivilDate, months: readonly Period[]): number {
  if (day < (months[0]?.from ?? day)) return 0
  const at = months.findIndex(({ to }) => day <= to)
  return at === -1 ? months.length + 1 : at + 1
}

function sums(counts: readonly DayCount[], months: readonly Period[]): number[] {
  const sum = Array.from({ length: months.length + 2 }, () => 0)
  for (const { day, n } of counts) {
    const at = placeOf(day, months)
    sum[at] = (sum[at] ?? 0) + n
  }
  return sum
}
