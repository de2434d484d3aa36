/**
 * A report of the figures as an Excel workbook: the official form, a sheet for each further table, the list of dossiers.
 */
import type { CellStyle } from 'hucre/xlsx'
import { formatDate } from '../../domain/civil-date.ts'
import {
  BOXED,
  type BookPart,
  COUNT_FORMAT,
  DATE_FORMAT,
  type Page,
  TEXT_FORMAT,
  aligned,
  excelDate,
  font,
  indented,
  newPage,
  put,
  writeBooks,
} from '../sheet.ts'
import type { BodyRow } from '../sheet-rows.ts'
import { FORM, summaryPart } from '../summary-sheet.ts'
import { methodText, standingLines } from '../summary-text.ts'
import { FONT_SIZE, heightOf, linesOf } from '../text-height.ts'
import { headGrid } from '../head-grid.ts'
import { LIST_COLUMNS, type ListValue } from './list-columns.ts'
import type { Breathe, FiguresReport } from './report.ts'
import { type PrintTable, furtherTables } from './tables.ts'
import { LIST_WORDS } from './words.ts'

const BOLD = { bold: true }
const ITALIC = { italic: true }
const HEAD: CellStyle = { ...BOXED, ...font(FONT_SIZE, BOLD), ...aligned('center') }
const HEAD_NUMBER: CellStyle = { ...BOXED, ...font(10, ITALIC), ...aligned('center') }
const DECIMAL_FORMAT = '#,##0.0'
const NUMBER_WIDTH = 5.5
const LABEL_WIDTH = 46
const OF_WIDTH = 24
const VALUE_WIDTH = 13

/** Makes the workbook. */
export async function figuresWorkbook(report: FiguresReport, breathe: Breathe): Promise<Uint8Array> {
  const parts = [summaryPart(report), ...furtherTables(report).map((table) => tablePart(table, report))]
  if (report.list !== null) parts.push(listPart(report, report.list))
  return writeBooks(parts, breathe)
}

/** Office, title, period and what is said of it over a table. Returns the row after them. */
function putTitle(page: Page, report: FiguresReport, title: string, widths: number[]): number {
  const { office, summary } = report
  const width = widths.reduce((sum, one) => sum + one, 0)
  const lines: [string, CellStyle, number][] = [
    [office.parentAgency.toLocaleUpperCase('vi'), { ...font(12), ...aligned('left') }, 12],
    [office.name.toLocaleUpperCase('vi'), { ...font(12, BOLD), ...aligned('left') }, 12],
    [title.toLocaleUpperCase('vi'), { ...font(14, BOLD), ...aligned('center') }, 14],
    [
      `Kỳ báo cáo: Từ ngày ${formatDate(summary.from)} đến ngày ${formatDate(summary.to)}`,
      { ...font(12, ITALIC), ...aligned('center') },
      12,
    ],
    ...standingLines(report).map((line): [string, CellStyle, number] => [
      line,
      { ...font(12, ITALIC), ...aligned('center') },
      12,
    ]),
  ]
  lines.forEach(([value, style, size], row) => {
    put(page, row, 0, { value, style, across: widths.length })
    page.heights.set(row, heightOf(linesOf(value, width, { size, bold: true }), size) + 2)
  })
  return lines.length
}

function layoutOf(
  { office, summary, madeOn }: FiguresReport,
  table: { sheet: string; title: string },
  widths: number[],
  head: { first: number; last: number },
): BookPart['layout'] {
  return {
    ...{ name: table.sheet, widths, titleRows: head, pagesTall: 0, frozenRows: head.last + 1 },
    footer: `${FORM}. ${table.title}. Kỳ ${formatDate(summary.from)}–${formatDate(summary.to)}`,
    ...{ pageWord: 'Trang', title: `${table.title}. ${office.name}`, madeOn },
  }
}

/** A further table, with the unit, what is to be said of it, and how it was counted. */
function tablePart(table: PrintTable, report: FiguresReport): BookPart {
  const withOf = table.rows.some(({ of }) => of !== '')
  const widths = [
    NUMBER_WIDTH,
    LABEL_WIDTH,
    ...(withOf ? [OF_WIDTH] : []),
    ...table.columns.map(() => VALUE_WIDTH),
  ]
  const page = newPage()
  const unitRow = putTitle(page, report, table.title, widths)
  put(page, unitRow, 0, {
    value: table.unit,
    style: { ...font(12, ITALIC), ...aligned('right') },
    across: widths.length,
  })
  const first = unitRow + 1
  const last = putHead(page, first, table, withOf)
  const after = putRows(page, last + 1, table, withOf)
  putNotes(page, after, table, report, widths)
  return { page, layout: layoutOf(report, table, widths, { first, last }) }
}

/** The head, merged as in the official form. Returns its last row. */
function putHead(page: Page, row: number, { rowHead, columns }: PrintTable, withOf: boolean): number {
  const names = ['STT', rowHead, ...(withOf ? ['Lĩnh vực'] : [])]
  const { cells, depth } = headGrid([...names.map((title) => ({ over: [], title })), ...columns])
  for (const { row: r, column, across, down, words } of cells)
    put(page, row + r, column, { value: words, style: HEAD, across, down })
  for (let level = 0; level < depth; level++) page.heights.set(row + level, level === depth - 1 ? 50 : 18)
  if (columns.every(({ number }) => number === '')) return row + depth - 1
  const numbers = [
    ...names.map((_, index) => (index < 2 ? `(${index + 1})` : '')),
    ...columns.map(({ number }) => number),
  ]
  numbers.forEach((value, column) => put(page, row + depth, column, { value, style: HEAD_NUMBER }))
  page.heights.set(row + depth, 15)
  return row + depth
}

function putRows(page: Page, firstRow: number, { rows, columns }: PrintTable, withOf: boolean): number {
  rows.forEach(({ number, label, of, values, strong }, index) => {
    const row = firstRow + index
    const face = { ...BOXED, ...font(FONT_SIZE, strong ? BOLD : {}) }
    const words: CellStyle = { ...face, ...indented('left'), numFmt: TEXT_FORMAT }
    put(page, row, 0, { value: number, style: { ...face, ...aligned('center'), numFmt: TEXT_FORMAT } })
    put(page, row, 1, { value: label, style: words })
    if (withOf) put(page, row, 2, { value: of, style: words })
    values.forEach((value, column) => {
      const numFmt = columns[column]?.decimals === 1 ? DECIMAL_FORMAT : COUNT_FORMAT
      put(page, row, (withOf ? 3 : 2) + column, {
        value,
        style: { ...face, ...indented('right'), numFmt },
      })
    })
    const lines = [
      linesOf(label, LABEL_WIDTH, { bold: strong, indent: 1 }),
      linesOf(of, OF_WIDTH, { bold: strong, indent: 1 }),
    ]
    page.heights.set(row, heightOf(Math.max(...lines)) + 2)
  })
  return firstRow + rows.length
}

function putNotes(
  page: Page,
  row: number,
  { note }: PrintTable,
  { summary }: FiguresReport,
  widths: number[],
): void {
  const width = widths.reduce((sum, one) => sum + one, 0)
  const lines = [...(note === '' ? [] : [note]), `Cách tính:\n${methodText(summary)}`]
  lines.forEach((value, index) => putNote(page, row + 1 + index, value, width, widths.length))
}

function putNote(page: Page, row: number, value: string, width: number, across: number): void {
  put(page, row, 0, { value, style: { ...font(11), ...aligned('left', 'top') }, across })
  page.heights.set(row, heightOf(linesOf(value, width, { size: 11 }), 11))
}

const BODY = { ...BOXED, ...font(FONT_SIZE) }
const STYLES: Record<ListValue['kind'], CellStyle> = {
  text: { ...BODY, ...aligned('left'), numFmt: TEXT_FORMAT },
  date: { ...BODY, ...aligned('center'), numFmt: DATE_FORMAT },
  count: { ...BODY, ...indented('right'), numFmt: COUNT_FORMAT },
}

/** The list: codes and names are text, dates are dates, nothing is a formula. */
function listPart(report: FiguresReport, list: NonNullable<FiguresReport['list']>): BookPart {
  const widths = [7.5, ...LIST_COLUMNS.map(({ width }) => width)]
  const page = newPage()
  const noteRow = putTitle(page, report, LIST_WORDS.title, widths)
  put(page, noteRow, 0, {
    value: LIST_WORDS.note,
    style: { ...font(12, ITALIC), ...aligned('center') },
    across: widths.length,
  })
  const width = widths.reduce((sum, one) => sum + one, 0)
  putNote(page, noteRow + 1, `Cách tính:\n${methodText(report.summary)}`, width, widths.length)
  const head = noteRow + 2
  ;['STT', ...LIST_COLUMNS.map((column) => column.head)].forEach((value, column) =>
    put(page, head, column, { value, style: HEAD }),
  )
  page.heights.set(head, 50)
  return {
    page,
    layout: layoutOf(report, LIST_WORDS, widths, { first: head, last: head }),
    body: {
      firstRow: head + 1,
      styles: [STYLES.count, ...LIST_COLUMNS.map(({ kind }) => STYLES[kind])],
      count: list.length,
      rows: listRows(list, report.causes),
    },
  }
}

function* listRows(
  list: NonNullable<FiguresReport['list']>,
  causes: FiguresReport['causes'],
): Generator<BodyRow> {
  for (const [index, dossier] of list.entries()) {
    const values = LIST_COLUMNS.map((column) => rawOf(column.value(dossier, causes)))
    yield { values: [index + 1, ...values], height: heightOf(linesIn(values)) }
  }
}

function rawOf(value: ListValue): string | number | null {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'date':
      return excelDate(value.date)
    case 'count':
      return value.count
  }
}

/** How many lines the highest cell of a row takes. */
function linesIn(values: readonly (string | number | null)[]): number {
  let most = 1
  values.forEach((value, index) => {
    const width = LIST_COLUMNS[index]?.width ?? 0
    // What is shorter than its column by far needs no reckoning.
    if (typeof value === 'string' && value.length * 1.2 > width) most = Math.max(most, linesOf(value, width))
  })
  return most
}
