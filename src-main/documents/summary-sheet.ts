/**
 * Biểu số II.06a/VPCP/KSTT "Tình hình, kết quả giải quyết thủ tục hành chính" (Thông tư 01/2020/TT-VPCP) as an
 * Excel sheet that prints on A4 landscape. The form is Vietnamese only.
 */
import type { CellStyle } from 'hucre/xlsx'
import type { Summary } from '../contract/figures.ts'
import type { OfficeParticulars } from '../contract/office.ts'
import { type CivilDate, formatDate } from '../domain/civil-date.ts'
import type { ColumnCounts } from '../domain/figure-class.ts'
import {
  BOXED,
  type BookPart,
  COUNT_FORMAT,
  type Page,
  aligned,
  font,
  indented,
  newPage,
  put,
  writeBooks,
} from './sheet.ts'
import type { ReportClosings } from './figures/report.ts'
import { type TableRow, officialCells, tableRows } from './summary-rows.ts'
import { heightOf, linesOf } from './text-height.ts'
import { checkLines, memoLines, methodText, shareText, standingLines } from './summary-text.ts'

/** What the sheet is made of. */
export interface SummaryDocument {
  office: OfficeParticulars
  summary: Summary
  /** The whole period in every column, for the memo lines. */
  counts: ColumnCounts
  /** What stands closed of the period. */
  closings: ReportClosings
  /** The day it is signed. */
  madeOn: CivilDate
}

/** The form's name. */
export const FORM = 'Biểu số II.06a/VPCP/KSTT'
const COLUMNS = 13
const WIDTHS = [5.5, 42, 13.5, 9.5, 10.5, 9.5, 14, 10, 10, 10, 13, 10, 10]
/** Letterhead and notes are in two halves. */
const LEFT_COLUMNS = 6
const LEFT_WIDTH = sum(WIDTHS.slice(0, LEFT_COLUMNS))
const RIGHT_WIDTH = sum(WIDTHS.slice(LEFT_COLUMNS))
/** Up to so many rows everything goes on one page. */
const ONE_PAGE_ROWS = 12
const HEAD_ROWS = 4
const METHOD_SIZE = 11

const BOLD = { bold: true }
const ITALIC = { italic: true }
const HEAD: CellStyle = { ...BOXED, ...font(12, BOLD), ...aligned('center') }
const HEAD_NUMBER: CellStyle = { ...BOXED, ...font(10, ITALIC), ...aligned('center') }
const NOTE: CellStyle = { ...font(12), ...aligned('left') }
const NOTE_HEAD: CellStyle = { ...font(12, BOLD), ...aligned('left') }

/** Makes a workbook of this sheet alone. */
export function summarySheet(document: SummaryDocument): Promise<Uint8Array> {
  return writeBooks([summaryPart(document)])
}

/** The sheet. Whether the identities hold is the caller's to decide; the sheet prints what they are. */
export function summaryPart({ office, summary, counts, closings, madeOn }: SummaryDocument): BookPart {
  const page = newPage()
  const headRow = putLetterhead(page, office, summary, standingLines({ summary, closings }))
  putHead(page, headRow, summary)
  const rows = tableRows(summary)
  const afterTable = putTable(page, headRow + HEAD_ROWS, rows)
  const afterNotes = putNotes(page, afterTable, summary, counts)
  putSignatures(page, afterNotes, office, madeOn)
  const layout = {
    name: 'II.06a',
    widths: WIDTHS,
    titleRows: { first: headRow, last: headRow + HEAD_ROWS - 1 },
    pagesTall: summary.rows.length <= ONE_PAGE_ROWS ? 1 : 0,
    frozenRows: 0,
    footer: `${FORM}. Kỳ ${formatDate(summary.from)}–${formatDate(summary.to)}`,
    pageWord: 'Trang',
    title: `${FORM}. ${office.name}`,
    madeOn,
  } as const
  return { page, layout }
}

/** Agency left, national title right, form, title, period and what is said of it. Returns the first row of the table's head. */
function putLetterhead(
  page: Page,
  office: OfficeParticulars,
  summary: Summary,
  said: readonly string[],
): number {
  const centred = (size: number, kind = {}): CellStyle => ({ ...font(size, kind), ...aligned('center') })
  const half = (
    row: number,
    left: string,
    leftStyle: CellStyle,
    right: string | null,
    rightStyle: CellStyle,
  ): void => {
    put(page, row, 0, { value: left, style: leftStyle, across: LEFT_COLUMNS })
    if (right !== null)
      put(page, row, LEFT_COLUMNS, { value: right, style: rightStyle, across: COLUMNS - LEFT_COLUMNS })
    page.heights.set(row, heightOf(linesOf(left, LEFT_WIDTH, { bold: true })) + 1)
  }
  const motto = centred(13, { bold: true, underline: true })
  half(0, upper(office.parentAgency), centred(12), 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', centred(12, BOLD))
  half(1, upper(office.name), centred(12, BOLD), 'Độc lập - Tự do - Hạnh phúc', motto)
  half(2, FORM, centred(12, ITALIC), null, motto)
  const lines: [string, CellStyle, number][] = [
    ['TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH', centred(14, BOLD), 24],
    ['(Thông tư số 01/2020/TT-VPCP)', centred(12, ITALIC), 17],
    [periodLine(summary), centred(13), 18],
  ]
  for (const line of said) lines.push([line, centred(12, ITALIC), 17])
  lines.forEach(([value, style, height], index) => {
    put(page, 3 + index, 0, { value, style, across: COLUMNS })
    page.heights.set(3 + index, height)
  })
  const unitRow = 3 + lines.length
  put(page, unitRow, 9, {
    value: 'Đơn vị tính: hồ sơ',
    style: { ...font(12, ITALIC), ...aligned('right') },
    across: 4,
  })
  page.heights.set(unitRow, 17)
  return unitRow + 1
}

function periodLine({ from, to }: Summary): string {
  return `Kỳ báo cáo: Từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`
}

/** The head of 13 columns: three rows of words, one of the form's numbers. */
function putHead(page: Page, row: number, { by }: Summary): void {
  const head = (r: number, col: number, value: string, across = 1, down = 1): void =>
    put(page, row + r, col, { value, style: HEAD, across, down })
  head(0, 0, 'STT', 1, 3)
  head(0, 1, by === 'field' ? 'Lĩnh vực' : 'Lĩnh vực/Thủ tục', 1, 3)
  head(0, 2, 'Số hồ sơ tiếp nhận', 4)
  head(1, 2, 'Tổng số', 1, 2)
  head(1, 3, 'Trong kỳ', 2)
  head(2, 3, 'Trực tuyến')
  head(2, 4, 'Trực tiếp, dịch vụ bưu chính')
  head(1, 5, 'Từ kỳ trước', 1, 2)
  head(0, 6, 'Số lượng hồ sơ đã giải quyết', 4)
  ;['Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn'].forEach((word, index) => head(1, 6 + index, word, 1, 2))
  head(0, 10, 'Số lượng hồ sơ đang giải quyết', 3)
  ;['Tổng số', 'Trong hạn', 'Quá hạn'].forEach((word, index) => head(1, 10 + index, word, 1, 2))
  const sums = new Map([
    [3, '(3)=(4)+(5)+(6)'],
    [7, '(7)=(8)+(9)+(10)'],
    [11, '(11)=(12)+(13)'],
  ])
  for (let column = 1; column <= COLUMNS; column++) {
    put(page, row + 3, column - 1, { value: sums.get(column) ?? `(${column})`, style: HEAD_NUMBER })
  }
  ;[18, 18, 52, 15].forEach((height, index) => page.heights.set(row + index, height))
}

/** Returns the row after the table. */
function putTable(page: Page, firstRow: number, rows: TableRow[]): number {
  rows.forEach(({ number, label, counts, strong }, index) => {
    const row = firstRow + index
    const face = { ...BOXED, ...font(12, strong ? BOLD : {}) }
    put(page, row, 0, { value: number, style: { ...face, ...aligned('center') } })
    put(page, row, 1, { value: label, style: { ...face, ...indented('left') } })
    officialCells(counts).forEach((value, column) => {
      put(page, row, 2 + column, { value, style: { ...face, ...indented('right'), numFmt: COUNT_FORMAT } })
    })
    page.heights.set(row, heightOf(linesOf(label, WIDTHS[1] ?? 0, { bold: strong, indent: 1 })) + 2)
  })
  return firstRow + rows.length
}

/** Left: memo lines, shares, checks. Right: how it was counted. Returns the row after them. */
function putNotes(page: Page, after: number, summary: Summary, counts: ColumnCounts): number {
  const first = after + 1
  page.heights.set(after, 6)
  let row = first
  const wide = (value: string, style: CellStyle): void => {
    put(page, row, 0, { value, style, across: LEFT_COLUMNS })
    page.heights.set(row, heightOf(linesOf(value, LEFT_WIDTH)))
    row += 1
  }
  wide('Trong đó:', NOTE_HEAD)
  for (const memo of memoLines(counts)) {
    put(page, row, 0, { value: memo.words, style: NOTE, across: 2 })
    const number = { ...font(12), ...aligned('right'), numFmt: COUNT_FORMAT }
    put(page, row, 2, { value: memo.count, style: number })
    page.heights.set(row, heightOf(linesOf(memo.words, sum(WIDTHS.slice(0, 2)))))
    row += 1
  }
  wide(shareText(summary.total), NOTE)
  wide('Kiểm tra số liệu:', NOTE_HEAD)
  for (const line of checkLines(summary)) wide(line, NOTE)
  putMethod(page, first, row - 1, summary)
  return row
}

function putMethod(page: Page, first: number, last: number, summary: Summary): void {
  const across = COLUMNS - LEFT_COLUMNS
  put(page, first, LEFT_COLUMNS, { value: 'Cách tính:', style: NOTE_HEAD, across })
  const method = methodText(summary)
  const style: CellStyle = { ...font(METHOD_SIZE), ...aligned('left', 'top') }
  put(page, first + 1, LEFT_COLUMNS, { value: method, style, across, down: last - first })
  const needed = heightOf(linesOf(method, RIGHT_WIDTH, { size: METHOD_SIZE }), METHOD_SIZE)
  let height = 0
  for (let row = first + 1; row <= last; row++) height += page.heights.get(row) ?? 0
  // What the method needs more than the left side is given to the last row.
  if (needed > height) page.heights.set(last, (page.heights.get(last) ?? 0) + needed - height)
}

/** Who made it and who answers for it, side by side, with room for a seal. */
function putSignatures(page: Page, after: number, { place }: OfficeParticulars, madeOn: CivilDate): void {
  const row = after + 1
  page.heights.set(after, 6)
  const line = (r: number, left: string | null, right: string, kind: object): void => {
    const style = { ...font(12, kind), ...aligned('center') }
    if (left !== null) put(page, row + r, 0, { value: left, style, across: LEFT_COLUMNS })
    put(page, row + r, LEFT_COLUMNS, { value: right, style, across: COLUMNS - LEFT_COLUMNS })
    page.heights.set(row + r, 17)
  }
  line(0, null, `${place === '' ? '……………' : place}, ${longDate(madeOn)}`, ITALIC)
  line(1, 'NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ', BOLD)
  line(2, '(Ký, ghi rõ họ tên)', '(Ký, đóng dấu, ghi rõ họ tên)', ITALIC)
  put(page, row + 3, 0, { value: null, style: NOTE, across: COLUMNS })
  page.heights.set(row + 3, 56)
}

/** `ngày 05 tháng 02 năm 2020`: days below 10 and months 1 and 2 bear a zero (Nghị định 30/2020/NĐ-CP). */
export function longDate(date: CivilDate): string {
  const month = Number(date.slice(5, 7))
  return `ngày ${date.slice(8)} tháng ${month < 3 ? date.slice(5, 7) : month} năm ${date.slice(0, 4)}`
}

function upper(text: string): string {
  return text.toLocaleUpperCase('vi')
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
