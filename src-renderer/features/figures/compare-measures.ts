/**
 * What periods are compared by.
 */
import type { FigureTable } from '../../../src-main/contract/figures.ts'
import type { Column } from '../../../src-main/domain/figure-class.ts'

/** How many dossiers count in each column. */
export type Counts = FigureTable['total']

/** The numbers compared, in their order; the share of those on time stands after those it is made of. */
export const MEASURES = [
  'carriedOver',
  'receivedInPeriod',
  'receivedOnline',
  'resolved',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
  'share',
  'pending',
  'pendingOverdue',
  'uncollected',
] as const satisfies readonly (Column | 'share')[]

/** Early and on time, of those resolved. */
export interface Share {
  part: number
  whole: number
  /** In percent; `null` of nothing. */
  percent: number | null
}

/** The share of those early and on time. */
export function onTimeOf({ resolvedEarly, resolvedOnTime, resolved }: Counts): Share {
  const part = resolvedEarly + resolvedOnTime
  return { part, whole: resolved, percent: resolved === 0 ? null : (part / resolved) * 100 }
}
