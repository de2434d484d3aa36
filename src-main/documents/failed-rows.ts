/**
 * The rows of a register that were kept out, as an xlsx to mend and import again.
 */
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ImportField, ImportMapping, ImportProblem } from '../contract/imports.ts'
import type { CellValue, RegisterRow } from './register-reader.ts'
import { cellOf } from './sheet.ts'
import { type DocumentLanguage, problemWords } from './register-words.ts'

/** What the file is made of. */
export interface FailedRows {
  titles: readonly string[]
  mapping: ImportMapping
  rows: readonly RegisterRow[]
  problems: readonly ImportProblem[]
}

const ADDED = {
  vi: { row: 'Dòng', reason: 'Lý do', sheet: 'Dòng cần sửa' },
  en: { row: 'Row', reason: 'Reason', sheet: 'Rows to mend' },
}
/** The titles this file adds; a file mended and failed again does not gather them. */
const ADDED_TITLES = Object.values(ADDED).flatMap(({ row, reason }) => [row, reason])
const DATE_FIELDS: readonly ImportField[] = ['acceptedOn', 'dueOn', 'endedOn', 'returnedOn']

const HEAD: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'center' } }
const TEXT: CellStyle = { numFmt: '@' }
const DATE: CellStyle = { numFmt: 'dd/mm/yyyy' }
const MOMENT: CellStyle = { numFmt: 'dd/mm/yyyy hh:mm' }
const REASON: CellStyle = { font: { color: { rgb: 'B42318' } }, alignment: { wrapText: true } }

/**
 * Builds the file: the header as it was, the cells as they were, and behind them the row's number in the
 * original and the reasons. What was text stays text, also when it begins like a formula or an error.
 */
export function buildFailedRows(failed: FailedRows, language: DocumentLanguage): Promise<Uint8Array> {
  const words = ADDED[language]
  const columns = keptColumns(failed)
  const reasons = reasonsByRow(failed.problems, language)
  const textColumns = textColumnsOf(failed.mapping)
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  const place = (row: number, column: number, value: CellValue, style: CellStyle | null): CellValue => {
    const cell = typeof value === 'string' ? cellOf(value) : {}
    if (style || cell.richText) cells.set(`${row},${column}`, { ...cell, ...(style ? { style } : {}) })
    return cell.value ?? value
  }
  const head = [...columns.map((column) => failed.titles[column] ?? ''), words.row, words.reason]
  const rows = failed.rows.map((register, index) => {
    const values = columns.map((column, at) => {
      const value = asKept(register.cells[column] ?? null, textColumns.has(column))
      return place(index + 1, at, value, styleOf(value, textColumns.has(column)))
    })
    const reason = place(index + 1, columns.length + 1, reasons.get(register.row) ?? '', REASON)
    return [...values, register.row, reason]
  })
  return writeXlsx({
    sheets: [
      {
        name: words.sheet,
        rows: [head.map((title, column) => place(0, column, title, HEAD)), ...rows],
        cells,
        columns: head.map((title, column) => ({
          width: column === head.length - 1 ? 70 : Math.max(14, title.length + 2),
        })),
        freezePane: { rows: 1 },
      },
    ],
  })
}

function keptColumns({ titles, rows, mapping }: FailedRows): number[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), titles.length)
  const mapped = new Set(Object.values(mapping))
  return Array.from({ length: width }, (_, column) => column).filter(
    (column) => mapped.has(column) || !ADDED_TITLES.includes(titles[column] ?? ''),
  )
}

function textColumnsOf(mapping: ImportMapping): Set<number> {
  const columns = new Set<number>(Object.values(mapping))
  for (const field of DATE_FIELDS) {
    const column = mapping[field]
    if (column !== undefined) columns.delete(column)
  }
  return columns
}

/** Codes, phones and citizen numbers as text, so that mending one keeps its zeros. */
function asKept(value: CellValue, isText: boolean): CellValue {
  return isText && typeof value === 'number' ? String(value) : value
}

function styleOf(value: CellValue, isText: boolean): CellStyle | null {
  if (value instanceof Date) return value.getTime() % 86_400_000 === 0 ? DATE : MOMENT
  return isText || typeof value === 'string' ? TEXT : null
}

function reasonsByRow(problems: readonly ImportProblem[], language: DocumentLanguage): Map<number, string> {
  const reasons = new Map<number, string>()
  for (const problem of problems) {
    if (!problem.blocking) continue
    const before = reasons.get(problem.row)
    const words = problemWords(problem, language)
    reasons.set(problem.row, before === undefined ? words : `${before}; ${words}`)
  }
  return reasons
}
