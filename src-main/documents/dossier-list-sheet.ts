/**
 * A list of dossiers as an Excel sheet: a queue as filtered and sorted, or the list of late dossiers.
 */
import type { CellStyle } from 'hucre/xlsx'
import type { DeskRow } from '../contract/desk.ts'
import type { DossierRow } from '../contract/dossier-list.ts'
import type { ResultRow } from '../contract/results.ts'
import type { OfficeParticulars } from '../contract/office.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import { apologyWords, outlookWords } from './desk-words.ts'
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
import type { BodyRow } from './sheet-rows.ts'
import { FONT_SIZE, heightOf, linesOf } from './text-height.ts'
import {
  COLUMN_WORDS,
  LIST_WORDS,
  type Language,
  RETURN_WORDS,
  STANDING_WORDS,
  STATE_WORDS,
} from './words.ts'

/** A row; what the lists of results and of those at risk say besides is left out elsewhere. */
export type ListedRow = DossierRow &
  Partial<Pick<ResultRow, 'age' | 'returnWay' | 'reminded'> & Pick<DeskRow, 'outlook'>>

/** What a list is made of. */
export interface DossierList {
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  title: string
  /** Under the title: the day, the filters. */
  lines: string[]
  rows: ListedRow[]
  /**
   * `late` has the columns of the list of late dossiers, `risk` of those likely to end late, `ready` of the results nobody
   * has come for.
   */
  columns: 'all' | 'late' | 'risk' | 'ready'
  language: Language
  /** Causes of lateness in words, by code. */
  causes: ReadonlyMap<string, string>
  madeOn: CivilDate
}

type SheetWords = Pick<DossierList, 'language' | 'causes'>

interface Column {
  key: keyof (typeof COLUMN_WORDS)['vi']
  width: number
  style: CellStyle
  value: (row: ListedRow, index: number, words: SheetWords) => string | number | null
}

const BODY = { ...BOXED, ...font(FONT_SIZE) }
const TEXT: CellStyle = { ...BODY, ...aligned('left'), numFmt: TEXT_FORMAT }
const CENTRED: CellStyle = { ...BODY, ...aligned('center'), numFmt: TEXT_FORMAT }
const DATE: CellStyle = { ...BODY, ...aligned('center'), numFmt: DATE_FORMAT }
const COUNT: CellStyle = { ...BODY, ...indented('right'), numFmt: COUNT_FORMAT }
const HEAD: CellStyle = { ...BOXED, ...font(FONT_SIZE, { bold: true }), ...aligned('center') }

const NUMBER: Column = { key: 'number', width: 7.5, style: COUNT, value: (_row, index) => index + 1 }
const CODE: Column = { key: 'code', width: 25, style: TEXT, value: (row) => row.code }
const APPLICANT: Column = { key: 'applicantName', width: 22, style: TEXT, value: (row) => row.applicantName }
const COMMUNE: Column = { key: 'commune', width: 15, style: TEXT, value: (row) => row.commune }
const RECEIVED: Column = {
  key: 'acceptedOn',
  width: 11,
  style: DATE,
  value: (row) => excelDate(row.acceptedOn),
}
const DUE: Column = { key: 'dueOn', width: 11, style: DATE, value: (row) => excelDate(row.dueOn) }
const RESULT: Column = { key: 'endedOn', width: 11, style: DATE, value: (row) => excelDate(row.endedOn) }
const STATE: Column = {
  key: 'state',
  width: 16,
  style: TEXT,
  value: (row, _index, { language }) => STATE_WORDS[language][row.state],
}
const HOLDER: Column = { key: 'holderName', width: 18, style: TEXT, value: (row) => row.holderName ?? '' }

const APOLOGY: Column = {
  key: 'apology',
  width: 17,
  style: TEXT,
  value: ({ apology }, _index, { language }) => apologyWords(apology, language),
}
const PHONE: Column = { key: 'phone', width: 12, style: CENTRED, value: (row) => row.phone }
const PROCEDURE: Column = {
  key: 'procedureName',
  width: 30,
  style: TEXT,
  value: (row) => row.procedureName,
}

const ALL_COLUMNS: Column[] = [
  NUMBER,
  CODE,
  APPLICANT,
  { key: 'idNumber', width: 14, style: CENTRED, value: (row) => row.idNumber },
  PHONE,
  COMMUNE,
  { key: 'parcel', width: 9, style: CENTRED, value: parcelOf },
  PROCEDURE,
  RECEIVED,
  DUE,
  RESULT,
  { key: 'returnedOn', width: 11, style: DATE, value: (row) => excelDate(row.returnedOn) },
  STATE,
  HOLDER,
  {
    key: 'standing',
    width: 13,
    style: TEXT,
    value: (row, _index, { language }) => STANDING_WORDS[language][row.standing],
  },
  {
    key: 'workingDays',
    width: 12,
    style: COUNT,
    // A stopped clock has no days left and none late.
    value: (row) => (row.standing === 'paused' ? null : row.workingDays),
  },
]

/** No., code, applicant, commune, received, due, result, state, holder, days late, apology, cause. */
const LATE_COLUMNS: Column[] = [
  NUMBER,
  CODE,
  { ...APPLICANT, width: 22 },
  { ...COMMUNE, width: 16 },
  RECEIVED,
  DUE,
  RESULT,
  { ...STATE, width: 16 },
  { ...HOLDER, width: 20 },
  { key: 'daysLate', width: 11, style: COUNT, value: daysLateOf },
  APOLOGY,
  {
    key: 'lateCause',
    width: 20,
    style: TEXT,
    value: ({ lateCause }, _index, { causes }) => causes.get(lateCause) ?? lateCause,
  },
]

/** No., code, applicant, procedure, received, due, state, holder, how likely and why, apology. */
const RISK_COLUMNS: Column[] = [
  NUMBER,
  CODE,
  APPLICANT,
  { ...PROCEDURE, width: 28 },
  RECEIVED,
  DUE,
  STATE,
  HOLDER,
  { key: 'likelihood', width: 11, style: COUNT, value: ({ outlook }) => outlook?.percent ?? null },
  {
    key: 'outlook',
    width: 34,
    style: TEXT,
    value: ({ outlook }, _index, { language }) => (outlook ? outlookWords(outlook, language) : ''),
  },
  APOLOGY,
]

/** No., code, applicant, how they are reached, procedure, since when, how long, by which way, last reminder. */
const READY_COLUMNS: Column[] = [
  NUMBER,
  CODE,
  { ...APPLICANT, width: 24 },
  PHONE,
  { key: 'address', width: 30, style: TEXT, value: (row) => row.address },
  COMMUNE,
  { ...PROCEDURE, width: 28 },
  RESULT,
  { key: 'age', width: 11, style: COUNT, value: (row) => row.age ?? null },
  {
    key: 'returnWay',
    width: 12,
    style: TEXT,
    value: (row, _index, { language }) =>
      row.returnWay === undefined ? '' : RETURN_WORDS[language][row.returnWay],
  },
  {
    key: 'remindedOn',
    width: 11,
    style: DATE,
    value: (row) => (row.reminded ? excelDate(row.reminded.on) : null),
  },
]

const COLUMNS: Record<DossierList['columns'], Column[]> = {
  all: ALL_COLUMNS,
  late: LATE_COLUMNS,
  risk: RISK_COLUMNS,
  ready: READY_COLUMNS,
}

/** `sheet/plot`; half of it where only that is known. */
function parcelOf({ mapSheet, plot }: DossierRow): string {
  return mapSheet === '' && plot === '' ? '' : `${mapSheet}/${plot}`
}

/** A late dossier's working days are negative; one that is late only by days off has 0. */
function daysLateOf({ standing, workingDays }: DossierRow): number | null {
  return standing === 'late' || standing === 'ended-late' ? Math.abs(workingDays) : null
}

/** Makes the workbook. Codes, numbers and phones are text, dates are dates, nothing is a formula. */
export function dossierListSheet(list: DossierList): Promise<Uint8Array> {
  const columns = COLUMNS[list.columns]
  const words = LIST_WORDS[list.language]
  const page = newPage()
  const headRow = putTitle(page, list, columns)
  putHead(page, headRow, columns, list.language)
  if (list.rows.length === 0) {
    put(page, headRow + 1, 0, { value: words.empty, style: CENTRED, across: columns.length })
  }
  const body = {
    firstRow: headRow + 1,
    styles: columns.map((column) => column.style),
    count: list.rows.length,
    rows: bodyRows(list, columns),
  }
  return writeBook(
    page,
    {
      name: words.sheet,
      widths: columns.map((column) => column.width),
      titleRows: { first: headRow, last: headRow },
      pagesTall: 0,
      frozenRows: headRow + 1,
      footer: `${list.office.name}. ${list.title}`,
      pageWord: words.page,
      title: list.title,
      madeOn: list.madeOn,
    },
    body,
  )
}

/** Office, title and lines. Returns the row of the head. */
function putTitle(page: Page, { office, title, lines }: DossierList, columns: Column[]): number {
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

function putHead(page: Page, row: number, columns: Column[], language: Language): void {
  let lines = 2
  columns.forEach((column, index) => {
    const value = COLUMN_WORDS[language][column.key]
    put(page, row, index, { value, style: HEAD })
    lines = Math.max(lines, linesOf(value, column.width, { bold: true }))
  })
  page.heights.set(row, heightOf(lines))
}

/** Every row as high as its highest cell. */
function* bodyRows(list: DossierList, columns: Column[]): Generator<BodyRow> {
  for (const [index, row] of list.rows.entries()) {
    const values = columns.map((column) => column.value(row, index, list))
    let lines = 1
    columns.forEach(({ style, width }, place) => {
      const value = values[place]
      if (style === TEXT && typeof value === 'string') lines = Math.max(lines, linesOf(value, width))
    })
    yield { values, height: heightOf(lines) }
  }
}
