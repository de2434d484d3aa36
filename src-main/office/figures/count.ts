/**
 * Counting Biểu II.06a; runs in the worker.
 */
import type { FigureCounts } from '../../domain/figures.ts'
import { fromDayNumber, toDayNumber } from '../../domain/civil-date.ts'
import { totalsOf } from '../../domain/figures.ts'
import type { Period } from '../../domain/period.ts'
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
  const dayBefore = fromDayNumber(toDayNumber(period.from) - 1)
  return {
    total: countPeriod(db, period),
    byProcedure: countPeriodByProcedure(db, period),
    pendingBefore: totalsOf(countPeriod(db, { from: dayBefore, to: dayBefore })).pending,
  }
}
