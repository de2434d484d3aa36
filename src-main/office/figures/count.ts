/**
 * Counting Biểu II.06a; runs in the worker.
 */
import type { FigureCounts } from '../../domain/figures.ts'
import { FIRST_DAY } from '../../domain/civil-date.ts'
import { dayBefore } from '../../domain/clock.ts'
import { totalsOf } from '../../domain/figures.ts'
import type { Period } from '../../domain/period.ts'
import type { ReadDb } from '../../store/database.ts'
import { countPeriod, countPeriodByProcedure } from '../../store/figures.ts'
import type { TaskContext } from '../worker-protocol.ts'

/** What is counted for one period. */
export interface CountedPeriod {
  /** Counted on its own, not summed. */
  total: FigureCounts
  byProcedure: (FigureCounts & { procedureId: number })[]
  /** Pending at the end of the day before the period, counted as that day's own period. */
  pendingBefore: number
}

/** Worker task: counts a period, as of the end of its last day. */
export function countSummary({ db }: TaskContext, period: Period): CountedPeriod {
  return db.snapshot(() => ({
    total: countPeriod(db, period),
    byProcedure: countPeriodByProcedure(db, period),
    pendingBefore: pendingBefore(db, period),
  }))
}

/** Nothing was pending before the first day the clock knows. */
function pendingBefore(db: ReadDb, { from }: Period): number {
  if (from === FIRST_DAY) return 0
  const before = dayBefore(from)
  return totalsOf(countPeriod(db, { from: before, to: before })).pending
}
