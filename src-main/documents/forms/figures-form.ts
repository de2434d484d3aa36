/**
 * A report of the figures on paper: *Biểu số II.06a/VPCP/KSTT* (Thông tư 01/2020/TT-VPCP) for the head to sign, and behind it
 * the further tables and the list of dossiers.
 */
import { LIST_ON_PAPER } from '../../contract/dossier-list.ts'
import { type CivilDate, formatDate } from '../../domain/civil-date.ts'
import { methodLine, methodPoints } from '../../domain/figure-method.ts'
import { LIST_COLUMNS, type ListValue } from '../figures/list-columns.ts'
import type { Breathe, FiguresReport, ReportDossier } from '../figures/report.ts'
import { type PrintTable, furtherTables, officialTable } from '../figures/tables.ts'
import { LIST_WORDS } from '../figures/words.ts'
import { FORM } from '../summary-sheet.ts'
import { checkLines, memoLines, shareText, standingLines } from '../summary-text.ts'
import { MM, type Paper, SIZE, type TextLook } from './paper.ts'
import { type Signature, signaturesHeight, writeSignatures } from './parts.ts'
import { SEAL_HINT, SIGN_HINT, beginSheet, dateOrNothing } from './slip.ts'
import { type Column, openTable, writeTable } from './table.ts'

const COUNT = new Intl.NumberFormat('vi-VN')
const DECIMAL = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const TABLE_SIZE = 9.5
const LIST_SIZE = 8
/** Notes are small, so that form and signatures stay on one sheet. */
const NOTES_SIZE = 8.5
const NOTE = { size: SIZE.list } as const
/** A table that has less room than its title, head and a few rows begins on a sheet of its own. */
const LEAST_TABLE = 60 * MM
const ROWS_PER_BREATH = 500

/** Makes the report. The same input gives the same bytes. */
export async function figuresForm(report: FiguresReport, breathe: Breathe): Promise<Uint8Array> {
  const { office, summary, madeOn, madeAt } = report
  const period = `từ ngày ${formatDate(summary.from)} đến ngày ${formatDate(summary.to)}`
  const paper = await beginSheet(
    { office, on: madeOn, printedAt: madeAt },
    {
      title: `${FORM} ${period}`,
      foot: `${FORM} - ${office.name} - ${period}\nCách tính: ${methodLine(summary)}`,
      landscape: true,
    },
  )
  writeOfficial(paper, report)
  const tables = furtherTables(report)
  if (tables.length > 0) paper.need(paper.fullRoom)
  tables.forEach((table, index) => writeFurther(paper, table, index === 0))
  if (report.list !== null) await writeList(paper, report, report.list, breathe)
  return paper.finish()
}

function writeOfficial(paper: Paper, report: FiguresReport): void {
  const { summary, counts, madeBy } = report
  const title = { face: 'bold', size: SIZE.body, align: 'center' } as const
  paper.text('TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH', title)
  const under = { face: 'italic', size: SIZE.small, align: 'center' } as const
  paper.text(`(${FORM}, Thông tư số 01/2020/TT-VPCP)`, under)
  paper.text(`Kỳ báo cáo: Từ ngày ${formatDate(summary.from)} đến ngày ${formatDate(summary.to)}`, {
    ...under,
    face: 'regular',
  })
  for (const line of standingLines(report)) paper.text(line, under)
  writeGrid(paper, officialTable(report))
  paper.skip(2 * MM)
  const signatures: Signature[] = [
    { title: 'NGƯỜI LẬP BIỂU', hint: SIGN_HINT, name: madeBy },
    { title: 'THỦ TRƯỞNG ĐƠN VỊ', hint: SEAL_HINT, name: '' },
  ]
  const memo = memoLines(counts).map(
    ({ words, count }) => `${words.replace(/^- /, '')}: ${COUNT.format(count)}`,
  )
  const leftOf = (lines: readonly string[]): Note[] => [
    { text: 'Trong đó:', face: 'bold' },
    ...lines.map((text) => ({ text })),
    { text: `${shareText(summary.total)}.` },
    { text: 'Kiểm tra số liệu:', face: 'bold' },
    ...checkLines(summary).map((text) => ({ text })),
  ]
  const right: Note[] = [
    { text: 'Cách tính:', face: 'bold' },
    ...methodPoints(summary, 'vi').map((point) => ({ text: `- ${point}` })),
  ]
  const after = 2 * MM + signaturesHeight(paper, signatures)
  // In one paragraph where that keeps everything on one sheet, else line by line: a further sheet has room.
  const close = leftOf([`${memo.join('; ')}.`])
  const left =
    heightOfNotes(paper, close, right) + after <= paper.room ? close : leftOf(memo.map((line) => `- ${line}`))
  writeNotes(paper, left, right, after)
  paper.skip(2 * MM)
  writeSignatures(paper, signatures)
}

interface Note {
  text: string
  face?: 'bold'
}

function lookOf({ face }: Note): TextLook {
  return { size: NOTES_SIZE, ...(face ? { face } : {}) }
}

function noteWidth(paper: Paper): number {
  return paper.width / 2 - 3 * MM
}

function heightOfNotes(paper: Paper, left: readonly Note[], right: readonly Note[]): number {
  const heights = [left, right].map((notes) =>
    notes.reduce((sum, note) => sum + paper.heightOf(note.text, noteWidth(paper), lookOf(note)), 0),
  )
  return Math.max(...heights)
}

/** Two columns of notes, on the sheet what comes after them stands on: signatures alone could belong to anything. */
function writeNotes(paper: Paper, left: readonly Note[], right: readonly Note[], after: number): void {
  const width = noteWidth(paper)
  const height = heightOfNotes(paper, left, right)
  paper.need(height + after)
  const { y } = paper
  for (const [notes, x] of [
    [left, paper.left],
    [right, paper.left + paper.width - width],
  ] as const) {
    paper.y = y
    for (const note of notes) paper.at({ x, y: paper.y, width }, note.text, lookOf(note))
  }
  paper.y = y + height
}

function writeFurther(paper: Paper, table: PrintTable, first: boolean): void {
  if (!first) paper.skip(6 * MM)
  paper.need(LEAST_TABLE)
  paper.text(table.title.toLocaleUpperCase('vi'), { face: 'bold', size: SIZE.body, align: 'center' })
  writeGrid(paper, table)
  if (table.note !== '') {
    paper.skip(1 * MM)
    paper.text(table.note, { ...NOTE, face: 'italic' })
  }
}

/** A table with its unit; sums are wider, for the words of the form under them. */
function writeGrid(paper: Paper, table: PrintTable): void {
  const { columns, rows, rowHead, unit } = table
  paper.text(unit, { face: 'italic', size: SIZE.list, align: 'right' })
  paper.skip(1 * MM)
  const withOf = rows.some(({ of }) => of !== '')
  const wide = columns.length > 4
  const heads: Column[] = [
    { title: 'STT', share: 10, align: 'center', number: '(1)' },
    { title: rowHead, share: wide ? 52 : 110, number: '(2)' },
    ...(withOf ? [{ title: 'Lĩnh vực', share: wide ? 22 : 40, number: '' }] : []),
    ...columns.map(({ over, title, number }): Column => ({
      ...{ title, group: over, number, align: 'right' },
      share: number.includes('=') ? 30 : wide ? 17 : 34,
    })),
  ]
  const lines = rows.map(({ number, label, of, values }) => [
    number,
    label,
    ...(withOf ? [of] : []),
    ...values.map((value, index) => (columns[index]?.decimals === 1 ? DECIMAL : COUNT).format(value)),
  ])
  writeTable(paper, heads, lines, {
    size: TABLE_SIZE,
    numbered: columns.some(({ number }) => number !== ''),
    strong: (row) => rows[row]?.strong ?? false,
  })
}

async function writeList(
  paper: Paper,
  { causes }: FiguresReport,
  list: readonly ReportDossier[],
  breathe: Breathe,
): Promise<void> {
  const columns = LIST_COLUMNS.filter(({ share }) => share > 0)
  paper.need(paper.fullRoom)
  paper.text(LIST_WORDS.title.toLocaleUpperCase('vi'), { face: 'bold', size: SIZE.body, align: 'center' })
  paper.text(LIST_WORDS.note, { face: 'italic', size: SIZE.list, align: 'center' })
  paper.skip(2 * MM)
  if (list.length > LIST_ON_PAPER) {
    paper.text(
      `Danh sách có ${COUNT.format(list.length)} hồ sơ, nhiều hơn ${COUNT.format(LIST_ON_PAPER)} hồ sơ nên không in; xem tệp Excel hoặc CSV của cùng báo cáo.`,
    )
    return
  }
  const writeRow = openTable(
    paper,
    [
      { title: 'STT', share: 12, align: 'center' },
      ...columns.map(({ head, share, kind }): Column => ({
        title: head,
        share,
        align: kind === 'text' ? 'left' : kind === 'date' ? 'center' : 'right',
      })),
    ],
    { size: LIST_SIZE },
  )
  for (const [index, dossier] of list.entries()) {
    if (index % ROWS_PER_BREATH === 0) await breathe(index, list.length)
    writeRow([COUNT.format(index + 1), ...columns.map((column) => wordsOf(column.value(dossier, causes)))])
  }
  if (list.length === 0) paper.text('Không có hồ sơ nào.', { align: 'center' })
}

function wordsOf(value: ListValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'date':
      return dateOrNothing(value.date satisfies CivilDate | null)
    case 'count':
      return value.count === null ? '' : COUNT.format(value.count)
  }
}
