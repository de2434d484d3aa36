/**
 * Excel sheets as offices write them: Times New Roman, thin borders, A4 landscape, and text that stays text.
 */
import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import { type CivilDate, toDayNumber } from '../domain/civil-date.ts'
import { type Portion, type RowsFrom, safeText, withRows } from './sheet-rows.ts'
import { FONT_SIZE } from './text-height.ts'

/** A page being filled. Rows and columns count from 0. */
export interface Page {
  cells: Map<string, Partial<Cell>>
  merges: NonNullable<WriteSheet['merges']>
  /** Heights of rows in points. */
  heights: Map<number, number>
}

/** A value and how it looks; merged over `across` columns and `down` rows. */
export interface Placed {
  value: string | number | null
  style: CellStyle
  across?: number
  down?: number
}

/** How the sheet prints and opens. */
export interface PageLayout {
  name: string
  /** Widths in characters of the default font. */
  widths: number[]
  /** First and last row repeated on every page. */
  titleRows: { first: number; last: number }
  /** Pages in height: 1, or 0 for as many as it takes. */
  pagesTall: 0 | 1
  /** Rows that stay while scrolling. */
  frozenRows: number
  /** Left part of the footer; the right part is the page number. */
  footer: string
  /** The word before the page number. */
  pageWord: string
  /** Document title and the day it was made. */
  title: string
  madeOn: CivilDate
}

/** The rows of a long list, in the styles of their columns. */
export interface ListBody extends RowsFrom {
  styles: CellStyle[]
}

const FONT = 'Times New Roman'

const THIN = { style: 'thin' } as const
/** A thin border on all sides. */
export const BOXED = { border: { left: THIN, right: THIN, top: THIN, bottom: THIN } } satisfies CellStyle

/** A font in the face of official documents. */
export function font(
  size: number,
  kind: { bold?: boolean; italic?: boolean; underline?: boolean } = {},
): Pick<CellStyle, 'font'> {
  return { font: { name: FONT, size, ...kind } }
}

type Horizontal = 'left' | 'center' | 'right'

/** Aligned, wrapped, in the middle of the row. */
export function aligned(
  horizontal: Horizontal,
  vertical: 'top' | 'center' | 'bottom' = 'center',
): Pick<CellStyle, 'alignment'> {
  return { alignment: { horizontal, vertical, wrapText: true } }
}

/**
 * Kept off the border by one digit's width. Numbers are not wrapped, since LibreOffice then forgets the indent;
 * they shrink before they turn into ###.
 */
export function indented(horizontal: 'left' | 'right'): Pick<CellStyle, 'alignment'> {
  const fit = horizontal === 'left' ? { wrapText: true } : { shrinkToFit: true }
  return { alignment: { horizontal, vertical: 'center', indent: 1, ...fit } }
}

/** Excel's text format: what is typed over the cell stays text too. */
export const TEXT_FORMAT = '@'
/** Whole numbers with thousands separated as the reader's Excel does it. */
export const COUNT_FORMAT = '#,##0'
/** dd/mm/yyyy. */
export const DATE_FORMAT = 'dd/mm/yyyy'

/** A new, empty page. */
export function newPage(): Page {
  return { cells: new Map(), merges: [], heights: new Map() }
}

/** Puts a value on the page, with its style over the whole merged range. */
export function put(page: Page, row: number, col: number, placed: Placed): void {
  const { across = 1, down = 1 } = placed
  for (let r = row; r < row + down; r++) {
    for (let c = col; c < col + across; c++) page.cells.set(`${r},${c}`, { value: null, style: placed.style })
  }
  page.cells.set(`${row},${col}`, { ...cellOf(placed.value), style: placed.style })
  if (across > 1 || down > 1) {
    page.merges.push({ startRow: row, startCol: col, endRow: row + down - 1, endCol: col + across - 1 })
  }
}

/** What Excel takes for its own error values; the writer would turn such a text into an error. */
const LOOKS_LIKE_ERROR = /^#[A-Z_/0-9]+[!?A]?$/

/** A value as the writer must be given it, so that a text stays the text it is. */
export function cellOf(value: string | number | null): Partial<Cell> {
  if (typeof value !== 'string') return { value }
  const safe = safeText(value)
  // A rich text of one run is written as it stands, whatever it looks like.
  return LOOKS_LIKE_ERROR.test(safe) ? { value: safe, richText: [{ text: safe }] } : { value: safe }
}

/** Day 1 of Excel's calendar is 1900-01-01, and it believes in a 29/2/1900. */
const EXCEL_DAY_OF_1970 = 25_569

/** A civil date as Excel counts days: a real date whatever the time zone of the PC. */
export function excelDate(date: CivilDate | null): number | null {
  return date === null ? null : toDayNumber(date) + EXCEL_DAY_OF_1970
}

/** Excel's header and footer language has `&` as its sign, and takes at most 255 characters. */
function footerText(text: string): string {
  return text.slice(0, 120).replaceAll('&', '&&')
}

/** Millimetres in inches, the unit of margins. */
const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1000) / 1000

/** One sheet of a workbook: what is on it and how it prints. */
export interface BookPart {
  page: Page
  layout: PageLayout
  body?: ListBody | undefined
}

/** Writes a workbook of one sheet, A4 landscape, one page wide. */
export function writeBook(page: Page, layout: PageLayout, body?: ListBody): Promise<Uint8Array> {
  return writeBooks([{ page, layout, body }])
}

/**
 * Writes a workbook of several sheets, each A4 landscape and one page wide; title and day are those of the first.
 * @param portion called between portions of the rows of lists.
 */
export async function writeBooks(
  parts: readonly BookPart[],
  portion: Portion = () => Promise.resolve(),
): Promise<Uint8Array> {
  const [first] = parts
  if (first === undefined) throw new RangeError('a workbook without a sheet')
  const made = new Date(`${first.layout.madeOn}T00:00:00Z`)
  const frame = await writeXlsx({
    sheets: parts.map(sheetOf),
    defaultFont: { name: FONT, size: FONT_SIZE },
    properties: { title: first.layout.title, created: made, modified: made },
    // Named here and not in the page set-up, where the writer leaves the sheet's name unquoted.
    namedRanges: parts.map(({ layout: { name, titleRows } }) => ({
      name: '_xlnm.Print_Titles',
      scope: name,
      range: `'${name}'!$${titleRows.first + 1}:$${titleRows.last + 1}`,
    })),
  })
  const lists = parts.flatMap(({ body }, index) =>
    body && body.count > 0 ? [[index + 1, body] as const] : [],
  )
  return lists.length === 0 ? frame : withRows(frame, new Map(lists), portion)
}

function sheetOf({ page, layout, body }: BookPart): WriteSheet {
  const footerFont = `&"${FONT},Regular"&10`
  const lastColumn = columnName(layout.widths.length - 1)
  return {
    name: layout.name,
    columns: layout.widths.map((width) => ({ width })),
    cells: body && body.count > 0 ? withEmptyRow(page.cells, body) : page.cells,
    merges: page.merges,
    rowDefs: new Map([...page.heights].map(([row, height]) => [row, { height }])),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: layout.pagesTall,
      horizontalCentered: true,
      margins: { left: mm(10), right: mm(10), top: mm(12), bottom: mm(14), header: mm(6), footer: mm(7) },
    },
    headerFooter: {
      oddFooter: `&L${footerFont}${footerText(layout.footer)}&R${footerFont}${layout.pageWord} &P/&N`,
    },
    ...(layout.frozenRows > 0 ? { freezePane: { rows: layout.frozenRows } } : {}),
    ...(body && body.count > 0
      ? { autoFilter: { range: `A${body.firstRow}:${lastColumn}${body.firstRow + body.count}` } }
      : {}),
  }
}

/** With one empty row where the list begins, for how its columns look. */
function withEmptyRow(cells: Page['cells'], { firstRow, styles }: ListBody): Page['cells'] {
  return new Map([
    ...cells,
    ...styles.map((style, column) => [`${firstRow},${column}`, { value: null, style }] as const),
  ])
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
