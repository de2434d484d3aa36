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
import { countedDossiers } from '../../store/figure-rows.ts'
import { countPeriod } from '../../store/figures.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { countsOf, placed, tableOf } from './tables.ts'

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

/**
 * Worker task: counts a period, as of the end of its last day. As known at an earlier moment it is counted dossier by dossier
 * alone, and held against no closing: that may be of a later one.
 */
export function countSummary(
  { db }: TaskContext,
  {
    period,
    by,
    method,
    known = null,
  }: { period: Period; by: 'field' | 'procedure'; method: Method; known?: number | null },
): CountedPeriod {
  return db.snapshot(() => {
    const { rows, total } = tableOf(db, { period, method, known }, by)
    return {
      total: known === null ? countPeriod(db, period, method) : officialOf(total),
      rows: rows.map(({ key, label, of, counts }) => ({ key, label, field: of, ...officialOf(counts) })),
      // Carried over and pending are the same by either method.
      pendingBefore: pendingBefore(db, period, known),
      pendingClosed: known === null ? pendingClosed(db, period) : null,
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
export function pendingBefore(db: ReadDb, { from }: Period, known: number | null = null): number {
  if (from === FIRST_DAY) return 0
  const before = dayBefore(from)
  const day = { from: before, to: before }
  if (known === null) return totalsOf(countPeriod(db, day)).pending
  return countsOf(placed(countedDossiers(db, day, known, false), day, 'original')).pending
}
