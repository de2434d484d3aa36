/**
 * The columns of the tables on the screen.
 */
import type { Column } from '../../../src-main/domain/figure-class.ts'
import {
  type Breakdown,
  LATE_BREAKDOWNS,
  OFFICIAL_COLUMNS,
  type TableColumn,
  columnsOf,
} from '../../../src-main/domain/figure-tables.ts'

/** A column of Biểu II.06a (Thông tư 01/2020/TT-VPCP). */
export type OfficialColumn = (typeof OFFICIAL_COLUMNS)[number]

/** The column's number on the form. */
export function columnNumber(column: OfficialColumn): number {
  return OFFICIAL_COLUMNS.indexOf(column) + 3
}

/** Columns that are sums, with what the form prints under them. */
export const FORMULAS: Partial<Record<OfficialColumn, string>> = {
  receivedTotal: '(3)=(4)+(5)+(6)',
  resolved: '(7)=(8)+(9)+(10)',
  pending: '(11)=(12)+(13)',
}

/** The table by month: opening balance, in, out, closing balance. */
export const MONTH_COLUMNS = [
  'carriedOver',
  'receivedInPeriod',
  ...OFFICIAL_COLUMNS.filter((column) => column !== 'receivedTotal' && column !== 'carriedOver'),
] as const satisfies readonly Column[]

/** The numbers of a row of a table, in their order. Closings of the first definitions have no days late. */
export function shownColumns(
  by: Breakdown,
  { daysLate }: { daysLate?: number | undefined },
): readonly TableColumn[] {
  if (by === 'whose' && daysLate !== undefined) return [...columnsOf(by), 'daysLate']
  return by === 'month' ? MONTH_COLUMNS : columnsOf(by)
}

/** Columns that begin a group of the head. */
export function startsGroup(by: Breakdown, column: TableColumn): boolean {
  if (LATE_BREAKDOWNS.has(by)) return column === 'daysLate'
  return (
    column === 'resolved' ||
    column === 'pending' ||
    column === (by === 'month' ? 'receivedInPeriod' : 'receivedTotal')
  )
}

/** Columns that are sums of those beside them. */
export function isSum(by: Breakdown, column: TableColumn): boolean {
  if (column === 'daysLate') return false
  return startsGroup(by, column) || column === 'late' || (by === 'month' && column === 'carriedOver')
}

/** The table's name in the words where there is something to be said of how it is to be read. */
export function noteOf(by: Breakdown) {
  switch (by) {
    case 'month':
    case 'cause':
    case 'apology':
    case 'band':
    case 'whose':
    case 'officer':
      return by
    case 'field':
    case 'procedure':
    case 'commune':
    case 'channel':
    case 'level':
      return null
  }
}
