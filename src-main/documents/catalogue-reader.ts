/**
 * Reads a file of procedures, CSV or Excel, as rows under the columns of the catalogue.
 */
import { parseCsv } from 'hucre/csv'
import { OfficeError } from '../contract/errors.ts'
import { MAX_CATALOGUE_BYTES, MAX_VERSIONS } from '../contract/procedures.ts'
import { foldText } from '../domain/names.ts'
import {
  CATALOGUE_COLUMNS,
  COLUMN_TITLES,
  type CatalogueColumn,
  NEEDED_COLUMNS,
} from './catalogue-columns.ts'
import { type CellValue, type RegisterRow, readRegister } from './register-reader.ts'
import { inspectArchive } from './register-zip.ts'

/** A row of the file: its number there, and its cells by column; columns the file has not are missing. */
export interface CatalogueRow {
  row: number
  cells: ReadonlyMap<CatalogueColumn, CellValue>
}

/** A catalogue is small; a larger one unpacks into something else. */
const MAX_UNPACKED = 64 * 1024 * 1024
const HEADER_WITHIN = 20
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/**
 * The rows under the header.
 * @throws OfficeError `file-too-large`, `file-empty`, `file-not-xlsx` (with `params.reason`), `mapping-incomplete`
 * (with the missing `params.columns`).
 */
export async function readCatalogueRows(bytes: Uint8Array): Promise<CatalogueRow[]> {
  if (bytes.length > MAX_CATALOGUE_BYTES)
    throw new OfficeError('file-too-large', { limit: MAX_CATALOGUE_BYTES })
  const rows = isExcel(bytes) ? await excelRows(bytes) : csvRows(bytes)
  if (rows.length === 0) throw new OfficeError('file-empty')
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

/** By its content, not its name; the old binary Excel is told apart by the same look. */
function isExcel(bytes: Uint8Array): boolean {
  return ZIP.every((byte, index) => bytes[index] === byte) || bytes[0] === 0xd0
}

async function excelRows(bytes: Uint8Array): Promise<RegisterRow[]> {
  let unpacked = 0
  for (const size of inspectArchive(bytes).values()) unpacked += size
  if (unpacked > MAX_UNPACKED) throw new OfficeError('file-too-large', { limit: MAX_UNPACKED })
  const sheets = await readRegister(bytes)
  return (sheets.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? sheets[0])?.rows ?? []
}

function csvRows(bytes: Uint8Array): RegisterRow[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new OfficeError('file-not-xlsx', { reason: 'not-utf-8' })
  }
  return parseCsv(text, { unescapeFormulae: true, delimiter: delimiterOf(text) })
    .map((cells, index) => ({ row: index + 1, cells: cells.map(toCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''))
}

/** From the header alone: lists inside the cells below are full of semicolons. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1)
  const count = (sign: string): number => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function toCell(value: unknown): CellValue {
  return typeof value === 'string' ? value : null
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
