/**
 * The list of dossiers whose due date a change of rules moves, as an Excel sheet.
 */
import type { CellStyle } from 'hucre/xlsx'
import type { MovedDossier } from '../contract/calendar.ts'
import type { OfficeParticulars } from '../contract/office.ts'
import { type CivilDate, formatDate } from '../domain/civil-date.ts'
import {
  BOXED,
  COUNT_FORMAT,
  DATE_FORMAT,
  TEXT_FORMAT,
  type Page,
  aligned,
  excelDate,
  font,
  indented,
  newPage,
  put,
  writeBook,
} from './sheet.ts'
import { FONT_SIZE, heightOf, linesOf } from './text-height.ts'
import { COLUMN_WORDS, LIST_WORDS, type Language } from './words.ts'

/** What the list is made of. */
export interface MovedList {
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  /** By due date before. */
  dossiers: readonly MovedDossier[]
  /** How many there are in all; more than are listed where the list was cut. */
  moved: number
  /** Why, where the change has been made. */
  reason: string | null
  language: Language
  madeOn: CivilDate
}

const WORDS = {
  vi: {
    title: 'Danh sách hồ sơ đổi ngày hẹn trả',
    madeOn: 'Lập ngày',
    reason: 'Lý do',
    count: 'Số hồ sơ',
    first: 'Danh sách dài hơn; tệp này chỉ có số hồ sơ đầu tiên',
    address: 'Địa chỉ',
    dueBefore: 'Ngày hẹn cũ',
    dueAfter: 'Ngày hẹn mới',
    effect: 'Ảnh hưởng',
    effects: { 'now-late': 'Chuyển trễ hạn', 'no-longer-late': 'Không còn trễ hạn', none: '' },
  },
  en: {
    title: 'Dossiers with a moved due date',
    madeOn: 'Made on',
    reason: 'Reason',
    count: 'Dossiers',
    first: 'The list is longer; this file holds only the first',
    address: 'Address',
    dueBefore: 'Due before',
    dueAfter: 'Due now',
    effect: 'Effect',
    effects: { 'now-late': 'Becomes late', 'no-longer-late': 'No longer late', none: '' },
  },
} as const

interface Column {
  head: (language: Language) => string
  width: number
  style: CellStyle
  value: (dossier: MovedDossier, index: number, language: Language) => string | number | null
}

const BODY = { ...BOXED, ...font(FONT_SIZE) }
const TEXT: CellStyle = { ...BODY, ...aligned('left'), numFmt: TEXT_FORMAT }
const CENTRED: CellStyle = { ...BODY, ...aligned('center'), numFmt: TEXT_FORMAT }
const DATE: CellStyle = { ...BODY, ...aligned('center'), numFmt: DATE_FORMAT }
const COUNT: CellStyle = { ...BODY, ...indented('right'), numFmt: COUNT_FORMAT }
const HEAD: CellStyle = { ...BOXED, ...font(FONT_SIZE, { bold: true }), ...aligned('center') }

const listHead =
  (key: keyof (typeof COLUMN_WORDS)['vi']) =>
  (language: Language): string =>
    COLUMN_WORDS[language][key]
const ownHead =
  (key: 'address' | 'dueBefore' | 'dueAfter' | 'effect') =>
  (language: Language): string =>
    WORDS[language][key]

const COLUMNS: readonly Column[] = [
  { head: listHead('number'), width: 7.5, style: COUNT, value: (_dossier, index) => index + 1 },
  { head: listHead('code'), width: 25, style: TEXT, value: ({ code }) => code },
  { head: listHead('applicantName'), width: 22, style: TEXT, value: ({ applicantName }) => applicantName },
  { head: listHead('phone'), width: 12, style: CENTRED, value: ({ phone }) => phone },
  { head: ownHead('address'), width: 28, style: TEXT, value: ({ address }) => address },
  { head: listHead('procedureName'), width: 30, style: TEXT, value: ({ procedureName }) => procedureName },
  { head: listHead('holderName'), width: 18, style: TEXT, value: ({ holderName }) => holderName ?? '' },
  {
    head: listHead('acceptedOn'),
    width: 11,
    style: DATE,
    value: ({ acceptedOn }) => excelDate(acceptedOn),
  },
  { head: ownHead('dueBefore'), width: 11, style: DATE, value: ({ dueBefore }) => excelDate(dueBefore) },
  { head: ownHead('dueAfter'), width: 11, style: DATE, value: ({ dueAfter }) => excelDate(dueAfter) },
  {
    head: ownHead('effect'),
    width: 15,
    style: TEXT,
    value: ({ effect }, _index, language) => WORDS[language].effects[effect],
  },
]

/** Makes the workbook. Codes and phones are text, dates are dates, nothing is a formula. */
export function movedSheet(list: MovedList): Promise<Uint8Array> {
  const { language, office, madeOn } = list
  const { title } = WORDS[language]
  const page = newPage()
  const headRow = putTitle(page, list)
  putHead(page, headRow, language)
  const rows = list.dossiers.map((dossier, index) => {
    const values = COLUMNS.map((column) => column.value(dossier, index, language))
    return { values, height: heightOf(linesIn(values)) }
  })
  if (rows.length === 0) {
    put(page, headRow + 1, 0, { value: LIST_WORDS[language].empty, style: CENTRED, across: COLUMNS.length })
  }
  return writeBook(
    page,
    {
      name: LIST_WORDS[language].sheet,
      widths: COLUMNS.map(({ width }) => width),
      titleRows: { first: headRow, last: headRow },
      pagesTall: 0,
      frozenRows: headRow + 1,
      footer: `${office.name}. ${title}`,
      pageWord: LIST_WORDS[language].page,
      title,
      madeOn,
    },
    { firstRow: headRow + 1, styles: COLUMNS.map(({ style }) => style), count: rows.length, rows },
  )
}

/** Office, title, day and number. Returns the row of the head. */
function putTitle(page: Page, { office, dossiers, moved, reason, language, madeOn }: MovedList): number {
  const words = WORDS[language]
  const number = new Intl.NumberFormat(LIST_WORDS[language].locale)
  const count = `${words.madeOn}: ${formatDate(madeOn)}. ${words.count}: ${number.format(moved)}`
  const cut = dossiers.length < moved ? [`${words.first}: ${number.format(dossiers.length)}`] : []
  const width = COLUMNS.reduce((sum, column) => sum + column.width, 0)
  const line = (row: number, value: string, style: CellStyle, size: number): void => {
    put(page, row, 0, { value, style, across: COLUMNS.length })
    page.heights.set(row, heightOf(linesOf(value, width, { size, bold: true }), size) + 2)
  }
  line(0, office.parentAgency.toLocaleUpperCase('vi'), { ...font(12), ...aligned('left') }, 12)
  line(1, office.name.toLocaleUpperCase('vi'), { ...font(12, { bold: true }), ...aligned('left') }, 12)
  line(2, words.title.toLocaleUpperCase('vi'), { ...font(14, { bold: true }), ...aligned('center') }, 14)
  const why = reason === null ? [] : [`${words.reason}: ${reason}`]
  const lines = [count, ...why, ...cut]
  lines.forEach((text, index) =>
    line(3 + index, text, { ...font(12, { italic: true }), ...aligned('center') }, 12),
  )
  return 3 + lines.length
}

function putHead(page: Page, row: number, language: Language): void {
  let lines = 2
  COLUMNS.forEach(({ head, width }, index) => {
    const value = head(language)
    put(page, row, index, { value, style: HEAD })
    lines = Math.max(lines, linesOf(value, width, { bold: true }))
  })
  page.heights.set(row, heightOf(lines))
}

/** How many lines the highest text of a row takes. */
function linesIn(values: readonly (string | number | null)[]): number {
  const lines = COLUMNS.map(({ style, width }, c) => {
    const value = values[c]
    return style === TEXT && typeof value === 'string' ? linesOf(value, width) : 1
  })
  return Math.max(...lines)
}
