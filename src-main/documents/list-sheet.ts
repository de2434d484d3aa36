/**
 * Lists as an Excel sheet: office, title, what they were cut by, a head that stays, and the rows.
 */
import type { CellStyle } from 'hucre/xlsx'
import type { OfficeParticulars } from '../contract/office.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import {
  BOXED,
  COUNT_FORMAT,
  DATE_FORMAT,
  TEXT_FORMAT,
  type Page,
  aligned,
  font,
  indented,
  newPage,
  put,
  writeBook,
} from './sheet.ts'
import type { BodyRow } from './sheet-rows.ts'
import { FONT_SIZE, heightOf, linesOf } from './text-height.ts'
import { LIST_WORDS, type Language } from './words.ts'

/** A column: its head, its width in characters, and what stands in it; days as Excel counts them. */
export interface SheetColumn {
  head: string
  width: number
  kind: 'text' | 'centred' | 'date' | 'count'
}

/** What a sheet is made of. */
export interface SheetList {
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  title: string
  /** Under the title: the day, the number, the filters. */
  lines: readonly string[]
  columns: readonly SheetColumn[]
  count: number
  rows: Iterable<readonly (string | number | null)[]>
  language: Language
  madeOn: CivilDate
}

const BODY = { ...BOXED, ...font(FONT_SIZE) }
const TEXT: CellStyle = { ...BODY, ...aligned('left'), numFmt: TEXT_FORMAT }
const CENTRED: CellStyle = { ...BODY, ...aligned('center'), numFmt: TEXT_FORMAT }
const DATE: CellStyle = { ...BODY, ...aligned('center'), numFmt: DATE_FORMAT }
const COUNT: CellStyle = { ...BODY, ...indented('right'), numFmt: COUNT_FORMAT }
const HEAD: CellStyle = { ...BOXED, ...font(FONT_SIZE, { bold: true }), ...aligned('center') }
const STYLES: Record<SheetColumn['kind'], CellStyle> = {
  text: TEXT,
  centred: CENTRED,
  date: DATE,
  count: COUNT,
}

/** Makes the workbook. Codes, numbers and phones are text, dates are dates, nothing is a formula. */
export function listSheet(list: SheetList): Promise<Uint8Array> {
  const { columns, count, office, title, madeOn } = list
  const words = LIST_WORDS[list.language]
  const page = newPage()
  const headRow = putTitle(page, list)
  putHead(page, headRow, columns)
  if (count === 0) {
    put(page, headRow + 1, 0, { value: words.empty, style: CENTRED, across: columns.length })
  }
  return writeBook(
    page,
    {
      name: words.sheet,
      widths: columns.map(({ width }) => width),
      titleRows: { first: headRow, last: headRow },
      pagesTall: 0,
      frozenRows: headRow + 1,
      footer: `${office.name}. ${title}`,
      pageWord: words.page,
      title,
      madeOn,
    },
    { firstRow: headRow + 1, styles: columns.map(({ kind }) => STYLES[kind]), count, rows: bodyRows(list) },
  )
}

/** Office, title and lines. Returns the row of the head. */
function putTitle(page: Page, { office, title, lines, columns }: SheetList): number {
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const line = (row: number, value: string, style: CellStyle, size: number): void => {
    put(page, row, 0, { value, style, across: columns.length })
    page.heights.set(row, heightOf(linesOf(value, width, { size, bold: true }), size) + 2)
  }
  line(0, office.parentAgency.toLocaleUpperCase('vi'), { ...font(12), ...aligned('left') }, 12)
  line(1, office.name.toLocaleUpperCase('vi'), { ...font(12, { bold: true }), ...aligned('left') }, 12)
  line(2, title.toLocaleUpperCase('vi'), { ...font(14, { bold: true }), ...aligned('center') }, 14)
  lines.forEach((text, index) => {
    line(3 + index, text, { ...font(12, { italic: true }), ...aligned('center') }, 12)
  })
  return 3 + lines.length
}

function putHead(page: Page, row: number, columns: readonly SheetColumn[]): void {
  let lines = 2
  columns.forEach(({ head, width }, index) => {
    put(page, row, index, { value: head, style: HEAD })
    lines = Math.max(lines, linesOf(head, width, { bold: true }))
  })
  page.heights.set(row, heightOf(lines))
}

/** Every row as high as its highest cell. */
function* bodyRows({ rows, columns }: SheetList): Generator<BodyRow> {
  for (const values of rows) {
    let lines = 1
    columns.forEach(({ kind, width }, place) => {
      const value = values[place]
      if (kind === 'text' && typeof value === 'string') lines = Math.max(lines, linesOf(value, width))
    })
    yield { values, height: heightOf(lines) }
  }
}
