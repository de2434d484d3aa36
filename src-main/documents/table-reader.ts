/**
 * Reads a small table somebody brings, CSV or Excel, as plain rows.
 */
import { parseCsv } from 'hucre/csv'
import { OfficeError } from '../contract/errors.ts'
import { type CellValue, type RegisterRow, readRegister } from './register-reader.ts'
import { inspectArchive } from './register-zip.ts'

/** Such a table is small; a larger one unpacks into something else. */
const MAX_UNPACKED = 64 * 1024 * 1024
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/**
 * The rows of the first sheet that has any.
 * @throws OfficeError `file-too-large`, `file-empty`, `file-not-xlsx` (with `params.reason`).
 */
export async function readTable(bytes: Uint8Array, most: number): Promise<RegisterRow[]> {
  if (bytes.length > most) throw new OfficeError('file-too-large', { limit: most })
  const rows = isExcel(bytes) ? await excelRows(bytes) : csvRows(bytes)
  if (rows.length === 0) throw new OfficeError('file-empty')
  return rows
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
