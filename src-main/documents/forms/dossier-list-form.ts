/**
 * A list of dossiers on paper: a queue, or the dossiers behind a number of the figures, as filtered and sorted.
 */
import {
  LIST_COLUMNS,
  type ListColumn,
  type ListKind,
  type ListedRow,
  type SaidIn,
  headOf,
} from '../dossier-columns.ts'
import { MM, SIZE } from './paper.ts'
import { closingHeight, type Signature, writeClosing } from './parts.ts'
import { SIGN_HINT, type Sheet, beginSheet, dateOrNothing, writeListTitle } from './slip.ts'
import { type Column, openTable } from './table.ts'

/** What is printed. */
export interface PrintedList extends Sheet, Pick<SaidIn, 'causes'> {
  /** `Danh sách hồ sơ trễ hạn`. */
  title: string
  /** Under the title: the day, the number, the filters. */
  lines: readonly string[]
  rows: readonly ListedRow[]
  /** How many the list has; `rows` may be only its first. */
  total: number
  columns: ListKind
  /** Who made the list; may be empty. */
  madeBy: string
}

const COUNT = new Intl.NumberFormat('vi-VN')
const LIST_SIZE = 8
const ROWS_PER_BREATH = 250
/** A date's share of the sheet: it is never broken into two lines. */
const DATE_SHARE = 13

/** Makes the list. The same input gives the same bytes. @param breathe called between portions of rows; may throw. */
export async function dossierListForm(
  list: PrintedList,
  breathe: () => Promise<void> = () => Promise.resolve(),
): Promise<Uint8Array> {
  const { office, on, title, rows, total, madeBy } = list
  const said: SaidIn = { language: 'vi', causes: list.causes, madeOn: on }
  const columns = LIST_COLUMNS[list.columns].filter(({ sheetOnly = false }) => !sheetOnly)
  const paper = await beginSheet(list, {
    title: `${title} ngày ${dateOrNothing(on)}`,
    foot: `${title} - ${office.name} - ngày ${dateOrNothing(on)}`,
    landscape: true,
  })
  writeListTitle(paper, title.toLocaleUpperCase('vi'), [...list.lines, ...limitLines(list)])
  const closing = closingLines(list)
  const signatures: (Signature | null)[] = [
    null,
    { title: 'NGƯỜI LẬP DANH SÁCH', hint: SIGN_HINT, name: madeBy },
  ]
  const gap = 2 * MM
  const writeRow = openTable(
    paper,
    columns.map((column) => paperColumn(column, said)),
    { size: LIST_SIZE },
  )
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_PER_BREATH === 0) await breathe()
    // The signature alone could belong to anything.
    const after = index === rows.length - 1 ? gap + closingHeight(paper, closing, signatures) : 0
    writeRow(
      columns.map((column) => wordsIn(column, row, index, said)),
      after,
    )
  }
  if (total === 0) paper.text('Không có hồ sơ nào.', { size: SIZE.body, align: 'center' })
  paper.skip(gap)
  writeClosing(paper, closing, signatures)
  return paper.finish()
}

function limitLines({ rows, total }: PrintedList): string[] {
  if (rows.length === total) return []
  return [
    `Bản in chỉ có ${COUNT.format(rows.length)} hồ sơ đầu tiên theo thứ tự của danh sách; danh sách đầy đủ có trong tệp Excel.`,
  ]
}

function closingLines({ rows, total }: PrintedList): string[] {
  const printed = rows.length === total ? '' : ` trong ${COUNT.format(total)} hồ sơ của danh sách`
  return [`Cộng: ${COUNT.format(rows.length)} hồ sơ${printed}.`]
}

const ALIGN = { text: 'left', centred: 'center', date: 'center', count: 'right' } as const

function paperColumn(column: ListColumn, said: SaidIn): Column {
  const share = column.kind === 'date' ? DATE_SHARE : (column.share ?? column.width)
  return { title: headOf(column, said), share, align: ALIGN[column.kind] }
}

function wordsIn(column: ListColumn, row: ListedRow, index: number, said: SaidIn): string {
  switch (column.kind) {
    case 'text':
    case 'centred':
      return column.value(row, said)
    case 'date':
      return dateOrNothing(column.value(row))
    case 'count': {
      const count = column.value(row, index)
      return count === null ? '' : COUNT.format(count)
    }
  }
}
