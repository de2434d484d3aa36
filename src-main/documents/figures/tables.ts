/**
 * The tables of a report as they are printed: heads, rows and totals, the same in every format.
 */
import type { Column } from '../../domain/figure-class.ts'
import { LATE_BREAKDOWNS, OFFICIAL_COLUMNS, columnsOf } from '../../domain/figure-tables.ts'
import { officialCells, tableRows } from '../summary-rows.ts'
import type { FiguresReport, ReportTable } from './report.ts'
import {
  COLUMN_HEADS,
  DAYS_HEAD,
  type HeadWords,
  LATE_HEADS,
  TABLE_WORDS,
  TIMES_WORDS,
  rowWords,
} from './words.ts'

/** A row: total and fields over their procedures are strong. */
export interface PrintRow {
  /** `1`, `I`; empty for the total. */
  number: string
  label: string
  /** Of a procedure its field; else empty. */
  of: string
  values: readonly number[]
  strong: boolean
}

/** A table ready to print. */
export interface PrintTable {
  title: string
  /** Name of its sheet. */
  sheet: string
  /** Head of the column with the rows' names. */
  rowHead: string
  columns: readonly HeadWords[]
  unit: string
  rows: readonly PrintRow[]
  /** Under it, empty where there is nothing to say. */
  note: string
}

const UNIT = 'Đơn vị tính: hồ sơ'
const DAYS_UNIT = 'Đơn vị tính: hồ sơ, ngày làm việc'
const TOTAL = 'Tổng cộng'
const NOTES: Partial<Record<ReportTable['by'], string>> = {
  month:
    'Mỗi dòng là một kỳ riêng: tồn đầu kỳ, tiếp nhận, giải quyết, tồn cuối kỳ của tháng đó; dòng Tổng cộng là của cả kỳ báo cáo.',
  whose:
    'Nơi chậm chính: nơi giữ hồ sơ có nhiều ngày làm việc trễ nhất, theo thời hạn riêng của từng bước trong quá trình giải quyết. Mỗi hồ sơ chỉ đếm một lần, ở nơi chậm chính; số ngày làm việc trễ của hồ sơ thì chia cho từng nơi đã giữ quá thời hạn riêng, nên một hồ sơ có thể có ngày ở nhiều dòng.',
  band: 'Số ngày làm việc trễ: đến ngày kết thúc, hoặc đến ngày cuối kỳ với hồ sơ đang giải quyết.',
}

/** The official table by field or procedure. */
export function officialTable({ summary }: Pick<FiguresReport, 'summary'>): PrintTable {
  return {
    title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
    sheet: 'II.06a',
    rowHead: summary.by === 'field' ? 'Lĩnh vực' : 'Lĩnh vực/Thủ tục',
    columns: OFFICIAL_COLUMNS.map((column) => headOf(column, COLUMN_HEADS)),
    unit: UNIT,
    rows: tableRows(summary).map(({ number, label, counts, strong }) => ({
      number: number === null ? '' : String(number),
      ...{ label, of: '', strong },
      values: officialCells(counts),
    })),
    note: '',
  }
}

/** A table by one thing, total first as in the official form. */
export function breakdownTable(
  { by, table }: ReportTable,
  { causes }: Pick<FiguresReport, 'causes'>,
): PrintTable {
  const columns = columnsOf(by)
  const heads = LATE_BREAKDOWNS.has(by) ? { ...COLUMN_HEADS, ...LATE_HEADS } : COLUMN_HEADS
  // Closings of the first definitions have none.
  const withDays = by === 'whose' && table.daysLate !== undefined
  const valuesOf = (counts: FiguresReport['counts'], daysLate = 0): number[] => [
    ...columns.map((column) => counts[column]),
    ...(withDays ? [daysLate] : []),
  ]
  const { title, sheet, row } = TABLE_WORDS[by]
  return {
    ...{ title, sheet, rowHead: row, unit: withDays ? DAYS_UNIT : UNIT, note: NOTES[by] ?? '' },
    columns: [...columns.map((column) => headOf(column, heads)), ...(withDays ? [DAYS_HEAD] : [])],
    rows: [
      { number: '', label: TOTAL, of: '', values: valuesOf(table.total, table.daysLate), strong: true },
      ...table.rows.map((one, index) => ({
        number: String(index + 1),
        label: rowWords(by, one, causes),
        of: by === 'procedure' ? one.of : '',
        values: valuesOf(one.counts, one.daysLate),
        strong: false,
      })),
    ],
  }
}

/** Processing times by procedure. */
export function timesTable(times: NonNullable<FiguresReport['times']>): PrintTable {
  const { n, mean, median, p90, ...words } = TIMES_WORDS
  const head = (title: string): HeadWords => ({ over: [], title, number: '', decimals: title === n ? 0 : 1 })
  const valuesOf = (one: (typeof times)['total']): number[] => [one.n, one.mean, one.median, one.p90]
  return {
    ...words,
    rowHead: 'Thủ tục',
    columns: [n, mean, median, p90].map(head),
    rows: [
      { number: '', label: TOTAL, of: '', values: valuesOf(times.total), strong: true },
      ...times.rows.map((one, index) => ({
        ...{ number: String(index + 1), label: one.label, of: one.of, strong: false },
        values: valuesOf(one),
      })),
    ],
  }
}

/** Every table besides the official one, in order. */
export function furtherTables(report: FiguresReport): PrintTable[] {
  const tables = report.tables.map((table) => breakdownTable(table, report))
  return report.times === null ? tables : [...tables, timesTable(report.times)]
}

function headOf(column: Column, heads: Partial<Record<Column, HeadWords>>): HeadWords {
  const head = heads[column]
  if (!head) throw new Error(`no head for ${column}`)
  return head
}
