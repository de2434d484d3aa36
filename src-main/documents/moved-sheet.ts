/**
 * The list of dossiers whose due date a change of rules moves, as an Excel sheet.
 */
import type { MovedDossier } from '../contract/calendar.ts'
import type { OfficeParticulars } from '../contract/office.ts'
import { type CivilDate, formatDate } from '../domain/civil-date.ts'
import { type SheetColumn, listSheet } from './list-sheet.ts'
import { excelDate } from './sheet.ts'
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

interface Column extends Omit<SheetColumn, 'head'> {
  head: (language: Language) => string
  value: (dossier: MovedDossier, index: number, language: Language) => string | number | null
}

const listHead =
  (key: keyof (typeof COLUMN_WORDS)['vi']) =>
  (language: Language): string =>
    COLUMN_WORDS[language][key]
const ownHead =
  (key: 'address' | 'dueBefore' | 'dueAfter' | 'effect') =>
  (language: Language): string =>
    WORDS[language][key]

const COLUMNS: readonly Column[] = [
  { head: listHead('number'), width: 7.5, kind: 'count', value: (_dossier, index) => index + 1 },
  { head: listHead('code'), width: 25, kind: 'text', value: ({ code }) => code },
  { head: listHead('applicantName'), width: 22, kind: 'text', value: ({ applicantName }) => applicantName },
  { head: listHead('phone'), width: 12, kind: 'centred', value: ({ phone }) => phone },
  { head: ownHead('address'), width: 28, kind: 'text', value: ({ address }) => address },
  { head: listHead('procedureName'), width: 30, kind: 'text', value: ({ procedureName }) => procedureName },
  { head: listHead('holderName'), width: 18, kind: 'text', value: ({ holderName }) => holderName ?? '' },
  {
    head: listHead('acceptedOn'),
    width: 11,
    kind: 'date',
    value: ({ acceptedOn }) => excelDate(acceptedOn),
  },
  { head: ownHead('dueBefore'), width: 11, kind: 'date', value: ({ dueBefore }) => excelDate(dueBefore) },
  { head: ownHead('dueAfter'), width: 11, kind: 'date', value: ({ dueAfter }) => excelDate(dueAfter) },
  {
    head: ownHead('effect'),
    width: 15,
    kind: 'text',
    value: ({ effect }, _index, language) => WORDS[language].effects[effect],
  },
]

/** Makes the workbook. */
export function movedSheet(list: MovedList): Promise<Uint8Array> {
  const { office, dossiers, language, madeOn } = list
  return listSheet({
    ...{ office, language, madeOn, title: WORDS[language].title, lines: linesOf(list) },
    columns: COLUMNS.map((column) => ({ ...column, head: column.head(language) })),
    count: dossiers.length,
    rows: dossiers.map((dossier, index) => COLUMNS.map((column) => column.value(dossier, index, language))),
  })
}

/** Day and number, why, and whether it is cut. */
function linesOf({ dossiers, moved, reason, language, madeOn }: MovedList): string[] {
  const words = WORDS[language]
  const number = new Intl.NumberFormat(LIST_WORDS[language].locale)
  return [
    `${words.madeOn}: ${formatDate(madeOn)}. ${words.count}: ${number.format(moved)}`,
    ...(reason === null ? [] : [`${words.reason}: ${reason}`]),
    ...(dossiers.length < moved ? [`${words.first}: ${number.format(dossiers.length)}`] : []),
  ]
}
