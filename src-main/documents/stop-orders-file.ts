/**
 * The register of blocked parcels as a file, CSV or Excel, and such a file read back.
 */
import { writeCsv } from 'hucre/csv'
import type { CellStyle } from 'hucre/xlsx'
import { MAX_STOP_FILE_BYTES, MAX_STOP_ORDERS, type StopOrder } from '../contract/stops.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import {
  BOXED,
  DATE_FORMAT,
  TEXT_FORMAT,
  aligned,
  excelDate,
  font,
  newPage,
  put,
  writeBook,
} from './sheet.ts'
import {
  NEEDED_STOP_COLUMNS,
  STOP_COLUMNS,
  STOP_HEADS,
  STOP_TITLES,
  type StopColumn,
} from './stop-orders-columns.ts'
import { type TableRow, readTitled } from './titled-table.ts'

/** A row of a file of stop orders. */
export type StopRow = TableRow<StopColumn>

/**
 * The rows under the header.
 * @throws OfficeError as {@link readTitled} does.
 */
export function readStopRows(bytes: Uint8Array): Promise<StopRow[]> {
  return readTitled(bytes, {
    columns: STOP_COLUMNS,
    titles: STOP_TITLES,
    needed: NEEDED_STOP_COLUMNS,
    maxBytes: MAX_STOP_FILE_BYTES,
    maxRows: MAX_STOP_ORDERS,
  })
}

function textOf(order: StopOrder, column: Exclude<StopColumn, 'issued_on' | 'lifted_on'>): string {
  switch (column) {
    case 'commune':
      return order.commune
    case 'map_sheet':
      return order.mapSheet
    case 'plot':
      return order.plot
    case 'document':
      return order.document
    case 'agency':
      return order.agency
    case 'reason':
      return order.reason
    case 'lifted_document':
      return order.lifted?.document ?? ''
  }
}

function valuesOf<Day>(order: StopOrder, day: (date: CivilDate | null) => Day): (string | Day)[] {
  return STOP_COLUMNS.map((column) => {
    if (column === 'issued_on') return day(order.issuedOn)
    if (column === 'lifted_on') return day(order.lifted?.on ?? null)
    return textOf(order, column)
  })
}

const HEADS = STOP_COLUMNS.map((column) => STOP_HEADS[column])

/** CSV in UTF-8 with the mark Excel knows it by; days as `YYYY-MM-DD`, no cell is ever a formula. */
export function stopOrdersCsv(orders: readonly StopOrder[]): Uint8Array {
  const rows = orders.map((order) => valuesOf(order, (date) => date ?? ''))
  return new TextEncoder().encode(writeCsv([HEADS, ...rows], { bom: true, escapeFormulae: true }))
}

const BODY = { ...BOXED, ...font(11) }
const TEXT: CellStyle = { ...BODY, ...aligned('left', 'top'), numFmt: TEXT_FORMAT }
const DATE: CellStyle = { ...BODY, ...aligned('center', 'top'), numFmt: DATE_FORMAT }
const HEAD: CellStyle = { ...BOXED, ...font(11, { bold: true }), ...aligned('center') }
const WIDTHS = [18, 8, 8, 22, 34, 12, 40, 12, 22]
const TITLE = 'Danh sách thửa đất bị ngăn chặn'

/** The same as an Excel workbook; days are dates, numbers are text. */
export function stopOrdersXlsx(orders: readonly StopOrder[], madeOn: CivilDate): Promise<Uint8Array> {
  const page = newPage()
  HEADS.forEach((value, index) => put(page, 0, index, { value, style: HEAD }))
  return writeBook(
    page,
    {
      name: 'Ngăn chặn',
      widths: WIDTHS,
      titleRows: { first: 0, last: 0 },
      pagesTall: 0,
      frozenRows: 1,
      footer: TITLE,
      pageWord: 'Trang',
      title: TITLE,
      madeOn,
    },
    {
      firstRow: 1,
      styles: STOP_COLUMNS.map((column) => (column.endsWith('_on') ? DATE : TEXT)),
      count: orders.length,
      rows: orders.map((order) => ({ values: valuesOf(order, excelDate) })),
    },
  )
}
