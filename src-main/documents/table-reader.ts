/**
 * Reads a small table, CSV or Excel, as rows under columns known by their titles.
 */
import { parseCsv } from 'hucre/csv'
import { OfficeError } from '../contract/errors.ts'
import { foldText } from '../domain/names.ts'
import { type CellValue, type RegisterRow, readRegister } from './register-reader.ts'
import { inspectArchive } from './register-zip.ts'

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

/** Such a table is small; a larger one unpacks into something else. */
const MAX_UNPACKED = 64 * 1024 * 1024
const HEADER_WITHIN = 20
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/**
 * The rows under the header.
 * @throws OfficeError `file-too-large`, `file-empty`, `file-not-xlsx` (with `params.reason`), `mapping-incomplete`
 * (with the missing `params.columns`).
 */
export async function readTable<Column extends string>(
  bytes: Uint8Array,
  shape: TableShape<Column>,
): Promise<TableRow<Column>[]> {
  if (bytes.length > shape.maxBytes) throw new OfficeError('file-too-large', { limit: shape.maxBytes })
  const rows = isExcel(bytes) ? await excelRows(bytes) : csvRows(bytes)
  if (rows.length === 0) throw new OfficeError('file-empty')
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
