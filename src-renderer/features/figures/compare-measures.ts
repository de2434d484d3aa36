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
