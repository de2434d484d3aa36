/**
 * A report of the figures as CSV (RFC 4180), for other programs: UTF-8 with the mark Excel knows it by, numbers with a
 * point, days as `YYYY-MM-DD`; no cell is ever a formula.
 */
import { writeCsv } from 'hucre/csv'
import { methodLine, methodPoints } from '../../domain/figure-method.ts'
import { OFFICIAL_COLUMNS } from '../../domain/figure-tables.ts'
import { memoLines, standingLines } from '../summary-text.ts'
import { LIST_COLUMNS, type ListValue } from './list-columns.ts'
import type { Breathe, FiguresReport } from './report.ts'
import { type PrintTable, furtherTables, officialTable } from './tables.ts'
import { COLUMN_HEADS, DAYS_HEAD, type HeadWords, TIMES_WORDS } from './words.ts'

const ROWS_PER_BREATH = 2_000

/** Columns of all tables together: a row fills those of its table. */
const VALUE_HEADS: readonly string[] = [
  ...OFFICIAL_COLUMNS.map((column) => headWords(COLUMN_HEADS[column])),
  headWords(COLUMN_HEADS.late),
  headWords(DAYS_HEAD),
  ...[TIMES_WORDS.n, TIMES_WORDS.mean, TIMES_WORDS.median, TIMES_WORDS.p90],
]
const MEMO = 'Trong đó'

/** Every row says whose it is and how it was counted: rows are cut out, copied and sorted. */
const ORIGIN_HEADS = ['Đơn vị', 'Số liệu đến hết ngày', 'Cách tính']

function originOf({ office, summary }: Pick<FiguresReport, 'office' | 'summary'>): string[] {
  return [office.name, summary.countedTo, methodLine(summary)]
}

/** Every table in one, row by row: which table, which row, its field, and the numbers under their columns. */
export function tablesCsv(report: FiguresReport): Uint8Array {
  const { from, to } = report.summary
  const rows = [officialTable(report), ...furtherTables(report)].flatMap((table) => tableLines(table))
  const memo = memoLines(report.counts).map(({ words, count }) => [
    MEMO,
    words.replace(/^- /, ''),
    '',
    ...VALUE_HEADS.map((_, index) => (index === 0 ? String(count) : '')),
  ])
  const said = [
    ...methodPoints(report.summary, 'vi').map((point) => ['Cách tính', point]),
    ...standingLines(report).map((line) => ['Kỳ báo cáo', line]),
  ].map((words) => [...words, '', ...VALUE_HEADS.map(() => '')])
  const head = ['Từ ngày', 'Đến ngày', 'Bảng', 'Dòng', 'Lĩnh vực', ...VALUE_HEADS, ...ORIGIN_HEADS]
  const origin = originOf(report)
  return encode([head, ...[...rows, ...memo, ...said].map((row) => [from, to, ...row, ...origin])])
}

function tableLines({ title, columns, rows }: PrintTable): string[][] {
  const places = columns.map((column) => placeOf(column))
  return rows.map(({ label, of, values }) => {
    const cells = VALUE_HEADS.map(() => '')
    values.forEach((value, index) => {
      const place = places[index]
      if (place !== undefined) cells[place] = numberText(value, columns[index]?.decimals ?? 0)
    })
    return [title, label, of, ...cells]
  })
}

/** The same number of the form is the same column, whatever table it stands in. */
function placeOf(head: HeadWords): number {
  const at = VALUE_HEADS.findIndex(
    (words) => words === headWords(head) || (head.number !== '' && words.startsWith(`${head.number} `)),
  )
  if (at < 0) throw new Error(`no column for ${head.title}`)
  return at
}

/** `(4) Số hồ sơ tiếp nhận, trong kỳ, trực tuyến`. */
function headWords(head: HeadWords | undefined): string {
  if (!head) throw new Error('a column without a head')
  const number = head.number.replace(/=.*/, '')
  const words = [...head.over, head.title].join(', ')
  return number === '' ? words : `${number} ${words}`
}

function numberText(value: number, decimals: 0 | 1): string {
  return decimals === 0 ? String(value) : value.toFixed(1)
}

/** The list of dossiers, in portions: none of it is kept. */
export async function* listCsv(
  report: Pick<FiguresReport, 'causes' | 'office' | 'summary'>,
  list: NonNullable<FiguresReport['list']>,
  breathe: Breathe,
): AsyncGenerator<Uint8Array> {
  const { causes, summary } = report
  const heads = LIST_COLUMNS.map(({ head }) => head)
  yield encode([['STT', ...heads, 'Từ ngày', 'Đến ngày', ...ORIGIN_HEADS]])
  const origin = [summary.from, summary.to, ...originOf(report)]
  for (let done = 0; done < list.length; done += ROWS_PER_BREATH) {
    await breathe(done, list.length)
    const lines = list
      .slice(done, done + ROWS_PER_BREATH)
      .map((dossier, index) => [
        String(done + index + 1),
        ...LIST_COLUMNS.map((column) => plainOf(column.value(dossier, causes))),
        ...origin,
      ])
    yield encode(lines, false)
  }
}

function plainOf(value: ListValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'date':
      return value.date ?? ''
    case 'count':
      return value.count === null ? '' : String(value.count)
  }
}

/** @param begins whether a file begins with these lines, and so with the mark; else they follow others. */
function encode(lines: string[][], begins = true): Uint8Array {
  const text = writeCsv(lines, { bom: begins, escapeFormulae: true })
  return new TextEncoder().encode(begins ? text : `\r\n${text}`)
}
