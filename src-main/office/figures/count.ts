/**
 * Counting Biểu II.06a; runs in the worker.
 */
import type { Summary } from '../../contract/figures.ts'
import { type CivilDate, FIRST_DAY } from '../../domain/civil-date.ts'
import { type Method, officialOf } from '../../domain/figure-class.ts'
import { dayBefore } from '../../domain/clock.ts'
import { type FigureCounts, checkIdentities, totalsOf } from '../../domain/figures.ts'
import { type Period, countedDays } from '../../domain/period.ts'
import type { ReadDb } from '../../store/database.ts'
import { standingClosings } from '../../store/closed-periods.ts'
import { countPeriod } from '../../store/figures.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { tableOf } from './tables.ts'

/** What is counted for one period. */
export interface CountedPeriod {
  /** Counted on its own, in SQL; the rows, counted dossier by dossier, have to add up to it. */
  total: FigureCounts
  rows: (FigureCounts & { key: string; label: string; field: string })[]
  /** Pending at the end of the day before the period, counted as that day's own period. */
  pendingBefore: number
  /** Pending as the closed period that ends on that day has it; `null` where none stands closed. */
  pendingClosed: number | null
}

/** Worker task: counts a period, as of the end of its last day. */
export function countSummary(
  { db }: TaskContext,
  { period, by, method }: { period: Period; by: 'field' | 'procedure'; method: Method },
): CountedPeriod {
  return db.snapshot(() => {
    const { rows } = tableOf(db, { period, method, known: null }, by)
    return {
      total: countPeriod(db, period, method),
      rows: rows.map(({ key, label, of, counts }) => ({ key, label, field: of, ...officialOf(counts) })),
      // Carried over and pending are the same by either method.
      pendingBefore: pendingBefore(db, period),
      pendingClosed: pendingClosed(db, period),
    }
  })
}

/** The summary of what was counted of a period on a day, identities checked. */
export function summaryFrom(
  { total, rows, pendingBefore, pendingClosed }: CountedPeriod,
  asked: Pick<Summary, 'from' | 'to' | 'by' | 'method'>,
  today: CivilDate,
): Summary {
  return {
    ...{ from: asked.from, to: asked.to, by: asked.by, method: asked.method, total, rows },
    identities: checkIdentities(total, rows, pendingBefore, pendingClosed),
    countedTo: countedDays(asked, today).to,
    unfinished: asked.to >= today,
  }
}

/**
 * Pending by the standing closings that end on the day before a period; `null` where there is none. One that disagrees with
 * the others is the one to be told of, so the last closed counts.
 */
export function pendingClosed(db: ReadDb, { from }: Period): number | null {
  if (from === FIRST_DAY) return null
  const before = dayBefore(from)
  return standingClosings(db).find(({ head }) => head.to === before)?.head.pending ?? null
}

/** Nothing was pending before the first day the clock knows. */
export function pendingBefore(db: ReadDb, { from }: Period): number {
  if (from === FIRST_DAY) return 0
  const before = dayBefore(from)
  return totalsOf(countPeriod(db, { from: before, to: before })).pending
}
