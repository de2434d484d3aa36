/**
 * Reads the sheets of an xlsx as plain rows. Made for files that come from anywhere.
 */
import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { OfficeError } from '../contract/errors.ts'
import { inspectArchive, notXlsx } from './register-zip.ts'

/** The most rows with something in them, over all sheets. */
export const MAX_ROWS = 200_000
/** Columns further right are not read. */
export const MAX_COLUMNS = 256
/** Sheets further on are not read. */
const MAX_SHEETS = 60
/** How much of the table of shared texts may be read in all; it is read once for each sheet. */
const MAX_SHARED_BYTES = 1024 * 1024 * 1024
const BREATHE_EVERY = 500

/** A cell. Dates carry the wall time of the sheet in their UTC parts; a formula is its last result. */
export type CellValue = string | number | boolean | Date | null

/** A row with something in it. */
export interface RegisterRow {
  /** 1-based, as Excel numbers it. */
  row: number
  /** By column from 0; shorter than the sheet is wide when the rest is empty. */
  cells: CellValue[]
}

/** A sheet; empty rows are left out. */
export interface RegisterSheet {
  name: string
  hidden: boolean
  rows: RegisterRow[]
}

/** What reading may report and how it may be stopped. */
export interface ReadOptions {
  /** Told the number of rows read, now and then. */
  onRows?: (rows: number) => void
  /** Awaited now and then; throwing stops the reading. */
  breathe?: () => Promise<void>
}

/**
 * Reads all sheets.
 * @throws OfficeError `file-empty`, `file-not-xlsx` (with `params.reason`), `file-too-large`.
 */
export async function readRegister(bytes: Uint8Array, options: ReadOptions = {}): Promise<RegisterSheet[]> {
  const sizes = inspectArchive(bytes)
  if (!sizes.has('[Content_Types].xml')) throw notXlsx('no-workbook')
  const names = await guarded(() => sheetNames(bytes))
  if (names.length === 0) throw notXlsx('no-workbook')
  if (sharedBytes(sizes) * Math.min(names.length, MAX_SHEETS) > MAX_SHARED_BYTES)
    throw new OfficeError('file-too-large')
  const sheets: RegisterSheet[] = []
  let rowsSoFar = 0
  for (const { name, hidden } of names.slice(0, MAX_SHEETS)) {
    const rows = await guarded(() => readRows(bytes, name, rowsSoFar, options))
    rowsSoFar += rows.length
    sheets.push({ name, hidden, rows })
  }
  if (rowsSoFar === 0) throw new OfficeError('file-empty')
  return sheets
}

function sharedBytes(sizes: ReadonlyMap<string, number>): number {
  for (const [name, size] of sizes) if (/sharedstrings\.xml$/i.test(name)) return size
  return 0
}

async function sheetNames(bytes: Uint8Array): Promise<{ name: string; hidden: boolean }[]> {
  const names: { name: string; hidden: boolean }[] = []
  // Asking for no sheet reads the list of sheets and nothing of their content.
  await readXlsx(bytes, {
    sheets: (info) => {
      names.push({ name: info.name, hidden: info.hidden === true || info.veryHidden === true })
      return false
    },
  })
  return names
}

/** Rows come one by one, so that a single cell in the far corner of a sheet costs nothing. */
async function readRows(
  bytes: Uint8Array,
  sheet: string,
  rowsBefore: number,
  { onRows, breathe }: ReadOptions,
): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = []
  let seen = 0
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (++seen % BREATHE_EVERY === 0) {
        onRows?.(rowsBefore + rows.length)
        await breathe?.()
      }
      const cells = trimRow(values)
      if (cells.length === 0 || !Number.isInteger(index) || index < 0) continue
      if (rowsBefore + rows.length >= MAX_ROWS) throw new OfficeError('file-too-large', { rows: MAX_ROWS })
      rows.push({ row: index + 1, cells })
    }
  } catch (error) {
    // A sheet that is only a chart has no rows.
    if (error instanceof Error && error.message.startsWith('Invalid XLSX: missing worksheet file'))
      return rows
    throw error
  }
  return rows
}

function trimRow(values: readonly unknown[]): CellValue[] {
  let length = Math.min(values.length, MAX_COLUMNS)
  while (length > 0 && isBlank(values[length - 1])) length--
  return values.slice(0, length).map(toCell)
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

function toCell(value: unknown): CellValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value : null
}

/** Whatever a broken file makes the reader throw becomes one refusal; refusals of our own pass. */
async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OfficeError) throw error
    const message = error instanceof Error ? error.message : ''
    throw notXlsx(
      /^Invalid XLSX: (missing|cannot find) (workbook|_rels)/.test(message) ? 'no-workbook' : 'damaged',
    )
  }
}

/** The letters of a column: 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last
}
