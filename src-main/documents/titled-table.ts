/**
 * Reads a small table, CSV or Excel, as rows under columns known by their titles.
 */
import { OfficeError } from '../contract/errors.ts'
import { foldText } from '../domain/names.ts'
import type { CellValue, RegisterRow } from './register-reader.ts'
import { readTable } from './table-reader.ts'

/** A row of the file: its number there, and its cells by column; columns the file has not are missing. */
export interface TableRow<Column extends string> {
  row: number
  cells: ReadonlyMap<Column, CellValue>
}

/** What the table has to look like. */
export interface TableShape<Column extends string> {
  columns: readonly Column[]
  /** Further names of each column, folded (no diacritics, lower case). */
  titles: Readonly<Record<Column, readonly string[]>>
  /** Without these it is another file. */
  needed: readonly Column[]
  maxBytes: number
  maxRows: number
}

const HEADER_WITHIN = 20

/**
 * The rows under the header.
 * @throws OfficeError `file-too-large`, `file-empty`, `file-not-xlsx` (with `params.reason`), `mapping-incomplete`
 * (with the missing `params.columns`).
 */
export async function readTitled<Column extends string>(
  bytes: Uint8Array,
  shape: TableShape<Column>,
): Promise<TableRow<Column>[]> {
  const rows = await readTable(bytes, shape.maxBytes)
  const { at, columns } = findHeader(rows, shape)
  const missing = shape.needed.filter((column) => !columns.has(column))
  if (missing.length > 0) throw new OfficeError('mapping-incomplete', { columns: missing.join(', ') })
  const below = rows.filter(({ row }) => row > at)
  if (below.length === 0) throw new OfficeError('file-empty')
  if (below.length > shape.maxRows) throw new OfficeError('file-too-large', { rows: shape.maxRows })
  return below.map(({ row, cells }) => ({
    row,
    cells: new Map([...columns].map(([column, index]) => [column, cells[index] ?? null])),
  }))
}

function findHeader<Column extends string>(
  rows: readonly RegisterRow[],
  shape: TableShape<Column>,
): { at: number; columns: Map<Column, number> } {
  let best = { at: 0, columns: new Map<Column, number>() }
  for (const { row, cells } of rows.slice(0, HEADER_WITHIN)) {
    const columns = columnsOf(cells, shape)
    if (columns.size > best.columns.size) best = { at: row, columns }
  }
  return best
}

function columnsOf<Column extends string>(
  titles: readonly CellValue[],
  shape: TableShape<Column>,
): Map<Column, number> {
  const found = new Map<Column, number>()
  titles.forEach((title, index) => {
    const folded = typeof title === 'string' ? foldText(title) : ''
    const column = shape.columns.find(
      (known) => foldText(known) === folded || shape.titles[known].includes(folded),
    )
    if (column !== undefined && !found.has(column)) found.set(column, index)
  })
  return found
}
