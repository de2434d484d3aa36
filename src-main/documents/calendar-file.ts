/**
 * The working calendar as a file that leaves the office and comes back: CSV with the columns of the bundled calendar, or
 * an Excel sheet in Vietnamese.
 */
import { parseCsv, writeCsv } from 'hucre/csv'
import { type CellStyle, type CellValue as WrittenValue, writeXlsx } from 'hucre/xlsx'
import { OfficeError, fieldError } from '../contract/errors.ts'
import type { CalendarDay, CalendarStatus } from '../domain/calendar.ts'
import { type CellValue, readRegister } from './register-reader.ts'
import { DATE_FORMAT, TEXT_FORMAT, excelDate } from './sheet.ts'

/** The columns in order, as the CSV names them. */
export const CALENDAR_COLUMNS = ['date', 'kind', 'name', 'basis', 'status'] as const
export type CalendarColumn = (typeof CALENDAR_COLUMNS)[number]

/** The words of the Excel sheet. */
export const CALENDAR_WORDS = {
  columns: { date: 'Ngày', kind: 'Loại', name: 'Tên', basis: 'Căn cứ', status: 'Tình trạng' },
  kinds: { off: 'Nghỉ', work: 'Làm bù' },
  statuses: {
    confirmed: 'Đã công bố',
    library: 'Theo thư viện lịch',
    press: 'Theo báo chí',
    unannounced: 'Chưa công bố',
  },
} as const satisfies {
  columns: Record<CalendarColumn, string>
  kinds: Record<CalendarDay['kind'], string>
  statuses: Record<CalendarStatus, string>
}

/** The largest file that is read, in bytes. */
export const MAX_CALENDAR_BYTES = 2 * 1024 * 1024
/** The most rows that are read. */
export const MAX_CALENDAR_ROWS = 5_000

/** Media type of the CSV. */
export const CSV_MEDIA_TYPE = 'text/csv; charset=utf-8'

/** CSV in UTF-8 with the mark that makes Excel read it so. Texts that begin like a formula are kept from being one. */
export function calendarCsv(days: readonly CalendarDay[]): Uint8Array {
  const rows = days.map((day) => CALENDAR_COLUMNS.map((column) => day[column]))
  const text = writeCsv([[...CALENDAR_COLUMNS], ...rows], { bom: true, escapeFormulae: true })
  return new TextEncoder().encode(text)
}

const HEAD: CellStyle = { font: { bold: true } }
const DATE: CellStyle = { numFmt: DATE_FORMAT }
const TEXT: CellStyle = { numFmt: TEXT_FORMAT }

/** An Excel sheet with real dates. */
export function calendarXlsx(days: readonly CalendarDay[]): Promise<Uint8Array> {
  const { columns, kinds, statuses } = CALENDAR_WORDS
  const rows: WrittenValue[][] = days.map(({ date, kind, name, basis, status }) => [
    excelDate(date),
    kinds[kind],
    name,
    basis,
    statuses[status],
  ])
  const head = CALENDAR_COLUMNS.map((column) => columns[column])
  const widths = { date: 12, kind: 10, name: 44, basis: 44, status: 18 }
  return writeXlsx({
    sheets: [
      {
        name: 'Lịch làm việc',
        rows: [head, ...rows],
        cells: new Map(head.map((_, column) => [`0,${column}`, { style: HEAD }])),
        columns: CALENDAR_COLUMNS.map((column) => ({
          width: widths[column],
          style: column === 'date' ? DATE : TEXT,
        })),
        freezePane: { rows: 1 },
      },
    ],
  })
}

/** A row of the file as it stands. */
export interface CalendarFileRow {
  /** 1-based, as Excel numbers it. */
  row: number
  cells: CellValue[]
}

/**
 * The rows of a CSV or xlsx file, the header among them; empty ones are left out.
 * @param fileName tells a damaged Excel file from a text; what the file is, its bytes say.
 * @throws OfficeError `file-empty`, `file-too-large`, `file-not-xlsx`, or `invalid-input` for text that is neither
 * UTF-8 nor UTF-16.
 */
export async function readCalendarFile(bytes: Uint8Array, fileName: string): Promise<CalendarFileRow[]> {
  if (bytes.length === 0) throw new OfficeError('file-empty')
  if (bytes.length > MAX_CALENDAR_BYTES)
    throw new OfficeError('file-too-large', { limit: MAX_CALENDAR_BYTES })
  const excel = isOffice(bytes) || /\.xls[xm]?$/i.test(fileName)
  const rows = excel ? await sheetRows(bytes) : csvRows(bytes)
  if (rows.length === 0) throw new OfficeError('file-empty')
  if (rows.length > MAX_CALENDAR_ROWS) throw new OfficeError('file-too-large', { rows: MAX_CALENDAR_ROWS })
  return rows
}

/** A zip, or the envelope of Excel before 2007, which the reader refuses with the right words. */
function isOffice(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  return (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf)
}

async function sheetRows(bytes: Uint8Array): Promise<CalendarFileRow[]> {
  const sheets = await readRegister(bytes)
  return (sheets.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? sheets[0])?.rows ?? []
}

function csvRows(bytes: Uint8Array): CalendarFileRow[] {
  const rows = parseCsv(decode(bytes), { maxRows: MAX_CALENDAR_ROWS + 1, unescapeFormulae: true })
  return rows.flatMap((values, index) => {
    const cells = values.map((value) => (typeof value === 'string' ? value : null))
    return cells.every((cell) => cell === null || cell.trim() === '') ? [] : [{ row: index + 1, cells }]
  })
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
    // No text has such a character: a picture, a program, anything else.
    if (!text.includes('\0')) return text
  } catch {
    // Answered below.
  }
  throw fieldError('content', 'not-utf8')
}

/** As the mark at the beginning says; a title in ASCII shows UTF-16 by its empty bytes, where Excel left the mark out. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be'
  return 'utf-8'
}
