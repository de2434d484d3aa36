/**
 * The columns of lists of dossiers, the same in a sheet and on paper.
 */
import type { DeskRow } from '../contract/desk.ts'
import type { CountedAs, DossierRow } from '../contract/dossier-list.ts'
import type { ResultRow } from '../contract/results.ts'
import { type CivilDate, formatDate } from '../domain/civil-date.ts'
import { COUNTED_WORDS } from './counted-words.ts'
import { apologyWords, outlookWords } from './desk-words.ts'
import { COLUMN_WORDS, type Language, RETURN_WORDS, STANDING_WORDS, STATE_WORDS } from './words.ts'

/** A row; what the lists of results and of those at risk say besides is left out elsewhere. */
export type ListedRow = DossierRow &
  Partial<Pick<ResultRow, 'age' | 'returnWay' | 'reminded'> & Pick<DeskRow, 'outlook'>>

/**
 * Which columns a list has: `late` those of the list of late dossiers, `risk` of those likely to end late, `ready` of the
 * results nobody has come for, `counted` of the dossiers behind a number of the figures.
 */
export type ListKind = 'all' | 'late' | 'risk' | 'ready' | 'counted'

/** What the words of a list depend on. */
export interface SaidIn {
  language: Language
  /** Causes of lateness in words, by code. */
  causes: ReadonlyMap<string, string>
  /** The day its states are of. */
  madeOn: CivilDate
}

interface Shape {
  key: keyof (typeof COLUMN_WORDS)['vi']
  /** In characters. */
  width: number
  /** Of a printed sheet; its width where left out. */
  share?: number
  /** Left out on paper, which has less room and is left lying about: how people are reached and known. */
  sheetOnly?: boolean
}

/** A column: texts, texts in the middle, days, or numbers; of whole numbers the index of the row, from 0, is known. */
export type ListColumn = Shape &
  (
    | { kind: 'text' | 'centred'; value: (row: ListedRow, said: SaidIn) => string }
    | { kind: 'date'; value: (row: ListedRow) => CivilDate | null }
    | { kind: 'count'; value: (row: ListedRow, index: number) => number | null }
  )

/** The head of a column. */
export function headOf({ key }: ListColumn, { language, madeOn }: SaidIn): string {
  const words = COLUMN_WORDS[language][key]
  return key === 'stateOn' ? `${words} ${formatDate(madeOn)}` : words
}

const NUMBER: ListColumn = { key: 'number', width: 7.5, kind: 'count', value: (_row, index) => index + 1 }
const CODE: ListColumn = { key: 'code', width: 25, share: 30, kind: 'text', value: (row) => row.code }
const APPLICANT: ListColumn = {
  key: 'applicantName',
  width: 22,
  kind: 'text',
  value: (row) => row.applicantName,
}
const COMMUNE: ListColumn = { key: 'commune', width: 15, kind: 'text', value: (row) => row.commune }
const RECEIVED: ListColumn = {
  key: 'acceptedOn',
  width: 11,
  kind: 'date',
  value: (row) => row.acceptedOn,
}
const DUE: ListColumn = { key: 'dueOn', width: 11, kind: 'date', value: (row) => row.dueOn }
const RESULT: ListColumn = { key: 'endedOn', width: 11, kind: 'date', value: (row) => row.endedOn }
const STATE: ListColumn = {
  key: 'state',
  width: 16,
  kind: 'text',
  value: (row, { language }) => STATE_WORDS[language][row.state],
}
const HOLDER: ListColumn = {
  key: 'holderName',
  width: 18,
  kind: 'text',
  value: (row) => row.holderName ?? '',
}

const APOLOGY: ListColumn = {
  key: 'apology',
  width: 17,
  kind: 'text',
  value: ({ apology }, { language }) => apologyWords(apology, language),
}
const PHONE: ListColumn = {
  key: 'phone',
  width: 12,
  sheetOnly: true,
  kind: 'centred',
  value: (row) => row.phone,
}
const PROCEDURE: ListColumn = {
  key: 'procedureName',
  width: 30,
  kind: 'text',
  value: (row) => row.procedureName,
}

const ALL_COLUMNS: readonly ListColumn[] = [
  NUMBER,
  CODE,
  APPLICANT,
  { key: 'idNumber', width: 14, sheetOnly: true, kind: 'centred', value: (row) => row.idNumber },
  PHONE,
  COMMUNE,
  { key: 'parcel', width: 9, sheetOnly: true, kind: 'centred', value: parcelOf },
  PROCEDURE,
  RECEIVED,
  DUE,
  RESULT,
  { key: 'returnedOn', width: 11, sheetOnly: true, kind: 'date', value: (row) => row.returnedOn },
  STATE,
  HOLDER,
  {
    key: 'standing',
    width: 13,
    kind: 'text',
    value: (row, { language }) => STANDING_WORDS[language][row.standing],
  },
  {
    key: 'workingDays',
    width: 12,
    kind: 'count',
    // A stopped clock has no days left and none late.
    value: (row) => (row.standing === 'paused' ? null : row.workingDays),
  },
]

/** No., code, applicant, commune, received, due, result, state, holder, days late, apology, cause. */
const LATE_COLUMNS: readonly ListColumn[] = [
  NUMBER,
  CODE,
  { ...APPLICANT, width: 22 },
  { ...COMMUNE, width: 16 },
  RECEIVED,
  DUE,
  RESULT,
  { ...STATE, width: 16 },
  { ...HOLDER, width: 20 },
  { key: 'daysLate', width: 11, kind: 'count', value: daysLateOf },
  APOLOGY,
  {
    key: 'lateCause',
    width: 20,
    kind: 'text',
    value: ({ lateCause }, { causes }) => causes.get(lateCause) ?? lateCause,
  },
]

/** No., code, applicant, procedure, received, due, state, holder, how likely and why, apology. */
const RISK_COLUMNS: readonly ListColumn[] = [
  NUMBER,
  CODE,
  APPLICANT,
  { ...PROCEDURE, width: 28 },
  RECEIVED,
  DUE,
  STATE,
  HOLDER,
  { key: 'likelihood', width: 11, kind: 'count', value: ({ outlook }) => outlook?.percent ?? null },
  {
    key: 'outlook',
    width: 34,
    kind: 'text',
    value: ({ outlook }, { language }) => (outlook ? outlookWords(outlook, language) : ''),
  },
  APOLOGY,
]

/** No., code, applicant, how they are reached, procedure, since when, how long, by which way, last reminder. */
const READY_COLUMNS: readonly ListColumn[] = [
  NUMBER,
  CODE,
  { ...APPLICANT, width: 24 },
  PHONE,
  { key: 'address', width: 30, kind: 'text', value: (row) => row.address },
  COMMUNE,
  { ...PROCEDURE, width: 28 },
  RESULT,
  { key: 'age', width: 11, kind: 'count', value: (row) => row.age ?? null },
  {
    key: 'returnWay',
    width: 12,
    kind: 'text',
    value: (row, { language }) => (row.returnWay === undefined ? '' : RETURN_WORDS[language][row.returnWay]),
  },
  {
    key: 'remindedOn',
    width: 11,
    kind: 'date',
    value: (row) => row.reminded?.on ?? null,
  },
]

/** Who and what, what it counts as, and its state of today beside it. */
const COUNTED_COLUMNS: readonly ListColumn[] = [
  NUMBER,
  CODE,
  APPLICANT,
  COMMUNE,
  { ...PROCEDURE, width: 26 },
  RECEIVED,
  countedText('countedOrigin', 15, ({ origin }, language) => COUNTED_WORDS[language].origin[origin]),
  countedText('countedStanding', 15, (counted, language) => standingWords(counted, language)),
  countedDate('countedDueOn', ({ dueOn }) => dueOn),
  countedDate('countedEndedOn', ({ endedOn }) => endedOn),
  countedText('outcome', 12, ({ outcome }, language) =>
    outcome === null ? '' : COUNTED_WORDS[language].outcome[outcome],
  ),
  {
    key: 'countedDaysLate',
    width: 10,
    kind: 'count',
    value: ({ counted }) => counted?.daysLate ?? null,
  },
  countedText('countedOfficer', 18, ({ officerName }) => officerName),
  { ...STATE, key: 'stateOn' },
]

function countedText(
  key: Shape['key'],
  width: number,
  words: (counted: CountedAs, language: Language) => string,
): ListColumn {
  return {
    key,
    width,
    kind: 'text',
    value: ({ counted }, { language }) => (counted === undefined ? '' : words(counted, language)),
  }
}

function countedDate(key: Shape['key'], day: (counted: CountedAs) => CivilDate | null): ListColumn {
  return {
    key,
    width: 11,
    kind: 'date',
    value: ({ counted }) => (counted === undefined ? null : day(counted)),
  }
}

/** A stopped clock is in time, and why it is so is said. */
function standingWords({ standing, paused }: CountedAs, language: Language): string {
  const words = COUNTED_WORDS[language]
  return paused === null ? words.standing[standing] : `${words.standing[standing]}: ${words.paused[paused]}`
}

/** The columns of each list, in the order they stand. */
export const LIST_COLUMNS: Record<ListKind, readonly ListColumn[]> = {
  all: ALL_COLUMNS,
  late: LATE_COLUMNS,
  risk: RISK_COLUMNS,
  ready: READY_COLUMNS,
  counted: COUNTED_COLUMNS,
}

/** `sheet/plot`; half of it where only that is known. */
function parcelOf({ mapSheet, plot }: DossierRow): string {
  return mapSheet === '' && plot === '' ? '' : `${mapSheet}/${plot}`
}

/** A late dossier's working days are negative; one that is late only by days off has 0. */
function daysLateOf({ standing, workingDays }: DossierRow): number | null {
  return standing === 'late' || standing === 'ended-late' ? Math.abs(workingDays) : null
}
