/**
 * The audit as a file, Excel or CSV; nothing in it is a formula.
 */
import { writeCsv } from 'hucre/csv'
import type { CellStyle } from 'hucre/xlsx'
import type { AuditRow } from '../contract/audit.ts'
import { factsInWords, whoInWords } from '../contract/audit-facts.ts'
import { type CivilDate, dateOfInstant, formatDate, timeOfInstant } from '../domain/civil-date.ts'
import type { AuditSheetWords } from './audit-words.ts'
import {
  BOXED,
  COUNT_FORMAT,
  TEXT_FORMAT,
  aligned,
  font,
  indented,
  newPage,
  put,
  writeBook,
} from './sheet.ts'
import { FONT_SIZE, heightOf, linesOf } from './text-height.ts'

const BODY = { ...BOXED, ...font(FONT_SIZE) }
const TEXT: CellStyle = { ...BODY, ...aligned('left'), numFmt: TEXT_FORMAT }
const COUNT: CellStyle = { ...BODY, ...indented('right'), numFmt: COUNT_FORMAT }
const HEAD: CellStyle = { ...BOXED, ...font(FONT_SIZE, { bold: true }), ...aligned('center') }
const WIDTHS = [10, 17, 24, 26, 26, 70]
const NAMES = ['n', 'at', 'who', 'kind', 'dossier', 'facts'] as const

function valuesOf(row: AuditRow, words: AuditSheetWords): [number, ...string[]] {
  const moment = `${formatDate(dateOfInstant(row.at))} ${timeOfInstant(row.at)}`
  return [
    row.n,
    moment,
    whoInWords(row, words.sheet),
    words.kinds[row.kind] ?? row.kind,
    row.dossier?.code ?? '',
    factsInWords(row, words).join('; '),
  ]
}

/** CSV in UTF-8 with the mark that makes Excel read it so; texts that begin like a formula are kept from being one. */
export function auditCsv(rows: readonly AuditRow[], words: AuditSheetWords): Uint8Array {
  const lines = rows.map((row) => valuesOf(row, words))
  const head = NAMES.map((name) => words.columns[name])
  return new TextEncoder().encode(writeCsv([head, ...lines], { bom: true, escapeFormulae: true }))
}

/** An Excel sheet, newest first. */
export function auditXlsx(list: {
  rows: readonly AuditRow[]
  words: AuditSheetWords
  officeName: string
  madeOn: CivilDate
  cut: boolean
}): Promise<Uint8Array> {
  const { words, madeOn, officeName } = list
  const { sheet } = words
  const page = newPage()
  const number = new Intl.NumberFormat(words.locale)
  const line = (row: number, value: string, style: CellStyle, size: number): void => {
    put(page, row, 0, { value, style, across: NAMES.length })
    page.heights.set(row, heightOf(1, size) + 2)
  }
  line(0, officeName.toLocaleUpperCase('vi'), { ...font(12, { bold: true }), ...aligned('left') }, 12)
  line(1, sheet.title.toLocaleUpperCase('vi'), { ...font(14, { bold: true }), ...aligned('center') }, 14)
  const count = `${sheet.madeOn}: ${formatDate(madeOn)}. ${sheet.count}: ${number.format(list.rows.length)}`
  line(
    2,
    list.cut ? `${count}. ${sheet.cut}` : count,
    { ...font(12, { italic: true }), ...aligned('center') },
    12,
  )
  NAMES.forEach((name, index) => put(page, 3, index, { value: words.columns[name], style: HEAD }))
  const rows = list.rows.map((row) => {
    const values = valuesOf(row, words)
    const lines = values.map((value, c) => (typeof value === 'string' ? linesOf(value, WIDTHS[c] ?? 10) : 1))
    return { values, height: heightOf(Math.max(...lines)) }
  })
  if (rows.length === 0) put(page, 4, 0, { value: sheet.empty, style: TEXT, across: NAMES.length })
  return writeBook(
    page,
    {
      name: sheet.sheet,
      widths: WIDTHS,
      titleRows: { first: 3, last: 3 },
      pagesTall: 0,
      frozenRows: 4,
      footer: `${officeName}. ${sheet.title}`,
      pageWord: sheet.page,
      title: sheet.title,
      madeOn,
    },
    { firstRow: 4, styles: [COUNT, TEXT, TEXT, TEXT, TEXT, TEXT], count: rows.length, rows },
  )
}
