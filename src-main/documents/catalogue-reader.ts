/**
 * Reads a file of procedures, CSV or Excel, as rows under the columns of the catalogue.
 */
import { OfficeError } from '../contract/errors.ts'
import { MAX_CATALOGUE_BYTES, MAX_VERSIONS } from '../contract/procedures.ts'
import { foldText } from '../domain/names.ts'
import {
  CATALOGUE_COLUMNS,
  COLUMN_TITLES,
  type CatalogueColumn,
  NEEDED_COLUMNS,
} from './catalogue-columns.ts'
import type { CellValue, RegisterRow } from './register-reader.ts'
import { readTable } from './table-reader.ts'

/** A row of the file: its number there, and its cells by column; columns the file has not are missing. */
export interface CatalogueRow {
  row: number
  cells: ReadonlyMap<CatalogueColumn, CellValue>
}

const HEADER_WITHIN = 20

/**
 * The rows under the header.
 * @throws OfficeError `file-too-large`, `file-empty`, `file-not-xlsx` (with `params.reason`), `mapping-incomplete`
 * (with the missing `params.columns`).
 */
export async function readCatalogueRows(bytes: Uint8Array): Promise<CatalogueRow[]> {
  const rows = await readTable(bytes, MAX_CATALOGUE_BYTES)
  const { at, columns } = findHeader(rows)
  const missing = NEEDED_COLUMNS.filter((column) => !columns.has(column))
  if (missing.length > 0) throw new OfficeError('mapping-incomplete', { columns: missing.join(', ') })
  const below = rows.filter(({ row }) => row > at)
  if (below.length === 0) throw new OfficeError('file-empty')
  if (below.length > MAX_VERSIONS) throw new OfficeError('file-too-large', { rows: MAX_VERSIONS })
  return below.map(({ row, cells }) => ({
    row,
    cells: new Map([...columns].map(([column, index]) => [column, cells[index] ?? null])),
  }))
}

function findHeader(rows: readonly RegisterRow[]): { at: number; columns: Map<CatalogueColumn, number> } {
  let best = { at: 0, columns: new Map<CatalogueColumn, number>() }
  for (const { row, cells } of rows.slice(0, HEADER_WITHIN)) {
    const columns = columnsOf(cells)
    if (columns.size > best.columns.size) best = { at: row, columns }
  }
  return best
}

function columnsOf(titles: readonly CellValue[]): Map<CatalogueColumn, number> {
  const found = new Map<CatalogueColumn, number>()
  titles.forEach((title, index) => {
    const folded = typeof title === 'string' ? foldText(title) : ''
    const column = CATALOGUE_COLUMNS.find(
      (known) => foldText(known) === folded || COLUMN_TITLES[known].includes(folded),
    )
    if (column !== undefined && !found.has(column)) found.set(column, index)
  })
  return found
}
