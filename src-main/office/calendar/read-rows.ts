/**
 * The rows of a calendar file as changes of the calendar.
 */
import { type DayChange, calendarDaySchema } from '../../contract/calendar.ts'
import { type FieldError, OfficeError } from '../../contract/errors.ts'
import {
  CALENDAR_COLUMNS,
  CALENDAR_WORDS,
  type CalendarColumn,
  type CalendarFileRow,
} from '../../documents/calendar-file.ts'
import type { CalendarDay } from '../../domain/calendar.ts'
import { type CivilDate, civilDateOf } from '../../domain/civil-date.ts'
import { foldText } from '../../domain/names.ts'
import { cellLine, readDate } from '../imports/cells.ts'
import { dayFaults } from './check-change.ts'

/** Faults named at most; a file of the wrong kind has thousands. */
const MOST_FAULTS = 100

/** Titles a column goes by besides those we write. */
const TITLES: Record<CalendarColumn, string[]> = {
  date: ['ngay thang'],
  kind: ['loai ngay'],
  name: ['ten ngay', 'noi dung'],
  basis: ['can cu phap ly'],
  status: ['trang thai', 'muc do chac chan'],
}

type Columns = Record<CalendarColumn, number>
type ReadRow = { row: number; day: CalendarDay }

/**
 * Reads a file's rows; the first must hold the titles.
 * @throws OfficeError `invalid-input` with every fault by row and column: `row.5.date`.
 */
export function readDays(rows: readonly CalendarFileRow[]): CalendarDay[] {
  const [head, ...body] = rows
  const columns = columnsOf(head)
  const faults: FieldError[] = []
  const read: ReadRow[] = []
  for (const row of body) {
    const day = readRow(row, columns)
    if (Array.isArray(day)) faults.push(...day)
    else read.push({ row: row.row, day })
  }
  const changes = read.map(({ day: { date, ...row } }): DayChange => ({ date, row }))
  faults.push(...dayFaults(changes, (index, part) => `row.${read[index]?.row ?? 0}.${part}`))
  if (faults.length > 0) throw new OfficeError('invalid-input', {}, faults.slice(0, MOST_FAULTS))
  return read.map(({ day }) => day)
}

function columnsOf(head: CalendarFileRow | undefined): Columns {
  const titles = (head?.cells ?? []).map((cell) => foldText(cellLine(cell)))
  const missing: FieldError[] = []
  const find = (column: CalendarColumn): number => {
    const names = [column, foldText(CALENDAR_WORDS.columns[column]), ...TITLES[column]]
    const index = titles.findIndex((title) => names.includes(title))
    if (index < 0) {
      const params = { column: CALENDAR_WORDS.columns[column] }
      missing.push({ field: `header.${column}`, code: 'column-missing', params })
    }
    return index
  }
  const [date, kind, name, basis, status] = CALENDAR_COLUMNS.map(find)
  if (missing.length > 0) throw new OfficeError('invalid-input', {}, missing)
  return { date: date ?? 0, kind: kind ?? 0, name: name ?? 0, basis: basis ?? 0, status: status ?? 0 }
}

/** The row as a day, or what is wrong with it. */
function readRow({ row, cells }: CalendarFileRow, columns: Columns): CalendarDay | FieldError[] {
  const cellOf = (column: CalendarColumn): CalendarFileRow['cells'][number] => cells[columns[column]] ?? null
  const date = readDay(cellOf('date'))
  const parsed = calendarDaySchema.safeParse({
    date: date ?? '',
    kind: keyOf(CALENDAR_WORDS.kinds, cellLine(cellOf('kind'))),
    name: cellLine(cellOf('name')),
    basis: cellLine(cellOf('basis')),
    status: keyOf(CALENDAR_WORDS.statuses, cellLine(cellOf('status'))),
  })
  if (parsed.success) return parsed.data
  return parsed.error.issues.map(({ path, message }): FieldError => {
    const column = CALENDAR_COLUMNS.find((name) => name === path[0]) ?? 'date'
    const value = cellLine(cellOf(column)).slice(0, 100)
    const chosen = column === 'kind' || column === 'status' ? 'not-a-choice' : message
    const code = column === 'date' ? dayFault(cellOf('date')) : chosen
    return { field: `row.${row}.${column}`, code: value === '' ? 'required' : code, params: { row, value } }
  })
}

function readDay(cell: CalendarFileRow['cells'][number]): CivilDate | null {
  const read = readDate(cell)
  return read === null || 'fault' in read ? null : read.date
}

/** Why a cell is no day of the calendar. */
function dayFault(cell: CalendarFileRow['cells'][number]): string {
  const read = readDate(cell)
  if (read === null) return 'required'
  const year = cell instanceof Date ? String(cell.getUTCFullYear()) : /\d{4}/.exec(cellLine(cell))?.[0]
  if (typeof cell !== 'number' && year !== undefined && !isYearOfCalendar(Number(year)))
    return 'date-outside-calendar'
  return 'fault' in read ? (read.reason ?? read.fault) : 'not-a-date'
}

function isYearOfCalendar(year: number): boolean {
  return civilDateOf(year, 1, 1) !== null
}

/** The key a cell means: written as the key itself or in words. */
function keyOf(words: Readonly<Record<string, string>>, written: string): string {
  const folded = foldText(written)
  return Object.keys(words).find((key) => key === folded || foldText(words[key] ?? '') === folded) ?? written
}
