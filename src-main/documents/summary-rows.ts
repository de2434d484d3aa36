/**
 * The rows of Biểu II.06a in print order: the total, then fields, or fields with their procedures.
 */
import type { FigureRow, Summary } from '../contract/figures.ts'
import { type FigureCounts, addFigures, totalsOf } from '../domain/figures.ts'

/** One printed row. */
export interface TableRow {
  /** Column (1): empty for the total, Roman for a field over its procedures. */
  number: string | number | null
  label: string
  counts: FigureCounts
  /** Total and fields over their procedures are bold. */
  strong: boolean
}

/** Total first. By procedure, rows are gathered under their fields where there is more than one. */
export function tableRows({ by, rows, total }: Summary): TableRow[] {
  const first: TableRow = { number: null, label: 'Tổng cộng', counts: total, strong: true }
  const fields = [...new Set(rows.map((row) => row.field))]
  if (by === 'field' || fields.length < 2) return [first, ...numbered(rows)]
  const grouped = fields.flatMap((field, index) => {
    const ofField = rows.filter((row) => row.field === field)
    const head: TableRow = {
      number: roman(index + 1),
      label: field,
      counts: addFigures(ofField),
      strong: true,
    }
    return [head, ...numbered(ofField)]
  })
  return [first, ...grouped]
}

/** Columns (3)–(13) of a row. */
export function officialCells(counts: FigureCounts): number[] {
  const totals = totalsOf(counts)
  return [
    totals.receivedTotal,
    counts.receivedOnline,
    counts.receivedDirectPostal,
    counts.carriedOver,
    totals.resolved,
    counts.resolvedEarly,
    counts.resolvedOnTime,
    counts.resolvedLate,
    totals.pending,
    counts.pendingInTime,
    counts.pendingOverdue,
  ]
}

function numbered(rows: FigureRow[]): TableRow[] {
  return rows.map((row, index) => ({ number: index + 1, label: row.label, counts: row, strong: false }))
}

const ROMAN: [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(number: number): string {
  for (const [value, letters] of ROMAN) if (number >= value) return letters + roman(number - value)
  return ''
}
