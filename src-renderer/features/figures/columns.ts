/**
 * The columns of Biểu II.06a (Thông tư 01/2020/TT-VPCP), the same on the screen and on paper.
 */
import { type FigureCounts, totalsOf } from '../../../src-main/domain/figures.ts'

/** The numbers of a row, in their order: columns (3) to (13). */
export const FIGURE_COLUMNS = [
  'receivedTotal',
  'receivedOnline',
  'receivedDirectPostal',
  'carriedOver',
  'resolved',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
  'pending',
  'pendingInTime',
  'pendingOverdue',
] as const
export type FigureColumn = (typeof FIGURE_COLUMNS)[number]

/** The column's number on the form. */
export function columnNumber(column: FigureColumn): number {
  return FIGURE_COLUMNS.indexOf(column) + 3
}

/** Columns that are sums, with what the form prints under them. */
export const FORMULAS: Partial<Record<FigureColumn, string>> = {
  receivedTotal: '(3)=(4)+(5)+(6)',
  resolved: '(7)=(8)+(9)+(10)',
  pending: '(11)=(12)+(13)',
}

/** Columns that begin a group of the head. */
export const GROUP_STARTS: readonly FigureColumn[] = ['receivedTotal', 'resolved', 'pending']

/** All eleven numbers of a row. */
export function figuresOf(counts: FigureCounts): Record<FigureColumn, number> {
  const { receivedTotal, resolved, pending } = totalsOf(counts)
  return { ...counts, receivedTotal, resolved, pending }
}
