/**
 * The dossiers that count otherwise than in a closing, or than was known at a moment, as an Excel sheet.
 */
import type { Difference } from '../contract/closing.ts'
import type { OfficeParticulars } from '../contract/office.ts'
import {
  type CivilDate,
  type Instant,
  dateOfInstant,
  formatDate,
  timeOfInstant,
} from '../domain/civil-date.ts'
import type { ClosedField } from '../domain/closed-period.ts'
import type { Period } from '../domain/period.ts'
import { AUDIT_WORDS } from './audit-words.ts'
import { COUNTED_WORDS } from './counted-words.ts'
import { type SheetColumn, listSheet } from './list-sheet.ts'
import { excelDate } from './sheet.ts'
import { COLUMN_WORDS, LIST_WORDS, type Language } from './words.ts'

/** What figures are held against: a closing by its number, or what was known at a moment. */
export type HeldAgainst = { number: number } | { moment: Instant }

/** What the sheet is made of. */
export interface DifferencesList {
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  period: Period
  against: HeldAgainst
  rows: readonly Difference[]
  language: Language
  madeOn: CivilDate
}

const WORDS = {
  vi: {
    title: 'Danh sách hồ sơ được tính khác đi',
    since: 'So với số liệu đã biết lúc',
    closing: 'So với lần chốt số',
    from: 'Kỳ từ ngày',
    to: 'đến ngày',
    count: 'Số hồ sơ',
    before: 'Khi đó',
    after: 'Hiện nay',
    counted: 'tính vào',
    due: 'hẹn so sánh',
    ended: 'kết thúc',
    fields: 'Khác ở',
    events: 'Diễn biến ghi sau',
    nothing: 'không tính trong kỳ',
    rules: 'Lịch làm việc hoặc thủ tục nay đã khác',
    entered: 'ghi',
    late: 'ghi muộn',
    correction: 'đính chính',
    field: {
      origin: 'nguồn',
      standing: 'kết quả so với hạn',
      dueOn: 'ngày hẹn',
      endedOn: 'ngày kết thúc',
      outcome: 'cách kết thúc',
      paused: 'tạm dừng',
      officerId: 'người giải quyết',
      apology: 'xin lỗi',
      supplemented: 'bổ sung',
      taxed: 'nghĩa vụ tài chính',
      uncollected: 'chưa trả',
      procedureId: 'thủ tục',
      commune: 'xã',
      channel: 'hình thức nộp',
      onlineLevel: 'mức độ',
      acceptedOn: 'ngày tiếp nhận',
      lateCause: 'nguyên nhân trễ',
      daysLate: 'số ngày trễ',
    },
  },
  en: {
    title: 'Dossiers that count otherwise',
    since: 'Against the figures as known at',
    closing: 'Against closing no.',
    from: 'Period from',
    to: 'to',
    count: 'Dossiers',
    before: 'Then',
    after: 'Now',
    counted: 'counted as',
    due: 'due date compared',
    ended: 'ended',
    fields: 'Differs in',
    events: 'Entered since',
    nothing: 'not in the period',
    rules: 'The calendar or the procedures are other ones now',
    entered: 'entered',
    late: 'entered late',
    correction: 'correction',
    field: {
      origin: 'origin',
      standing: 'standing',
      dueOn: 'due date',
      endedOn: 'end',
      outcome: 'outcome',
      paused: 'pause',
      officerId: 'officer',
      apology: 'apology',
      supplemented: 'supplement',
      taxed: 'tax',
      uncollected: 'not collected',
      procedureId: 'procedure',
      commune: 'commune',
      channel: 'channel',
      onlineLevel: 'level',
      acceptedOn: 'acceptance',
      lateCause: 'cause of lateness',
      daysLate: 'days late',
    },
  },
} as const satisfies Record<Language, { field: Record<ClosedField, string> } & Record<string, unknown>>

/** Makes the workbook. */
export function differencesSheet({
  office,
  period,
  against,
  rows,
  language,
  madeOn,
}: DifferencesList): Promise<Uint8Array> {
  const words = WORDS[language]
  const count = new Intl.NumberFormat(LIST_WORDS[language].locale).format(rows.length)
  const held =
    'number' in against
      ? `${words.closing} ${against.number}`
      : `${words.since} ${momentWords(against.moment)}`
  return listSheet({
    ...{ office, language, madeOn, title: words.title, count: rows.length },
    lines: [
      `${words.from} ${formatDate(period.from)} ${words.to} ${formatDate(period.to)}. ${held}. ${words.count}: ${count}`,
    ],
    columns: columnsIn(language),
    rows: valuesOf(rows, language),
  })
}

function columnsIn(language: Language): SheetColumn[] {
  const words = WORDS[language]
  const { number, code } = COLUMN_WORDS[language]
  return [
    { head: number, width: 7.5, kind: 'count' },
    { head: code, width: 25, kind: 'text' },
    ...[words.before, words.after].flatMap((when): SheetColumn[] => [
      { head: `${when}: ${words.counted}`, width: 24, kind: 'text' },
      { head: `${when}: ${words.due}`, width: 11, kind: 'date' },
      { head: `${when}: ${words.ended}`, width: 11, kind: 'date' },
    ]),
    { head: words.fields, width: 20, kind: 'text' },
    { head: words.events, width: 48, kind: 'text' },
  ]
}

function* valuesOf(rows: readonly Difference[], language: Language): Generator<(string | number | null)[]> {
  const words = WORDS[language]
  for (const [index, { code, before, after, fields, events }] of rows.entries()) {
    yield [
      index + 1,
      code,
      ...countedValues(before, language),
      ...countedValues(after, language),
      fields.map((field) => words.field[field]).join(', '),
      events.length === 0 ? words.rules : events.map((event) => eventWords(event, language)).join('; '),
    ]
  }
}

function countedValues(dossier: Difference['before'], language: Language): (string | number | null)[] {
  if (dossier === null) return [WORDS[language].nothing, null, null]
  const { origin, standing, dueOn, endedOn } = dossier
  const words = COUNTED_WORDS[language]
  return [`${words.origin[origin]}; ${words.standing[standing]}`, excelDate(dueOn), excelDate(endedOn)]
}

function eventWords(
  { kind, happenedOn, enteredAt, authorName, lateEntry }: Difference['events'][number],
  language: Language,
): string {
  const words = WORDS[language]
  const marks = [...(lateEntry ? [words.late] : []), ...(kind === 'corrected' ? [words.correction] : [])]
  const said = `${AUDIT_WORDS[language].kinds[kind]} ${formatDate(happenedOn)}, ${words.entered} ${momentWords(enteredAt)}, ${authorName}`
  return marks.length === 0 ? said : `${said} (${marks.join(', ')})`
}

function momentWords(at: Instant): string {
  return `${formatDate(dateOfInstant(at))} ${timeOfInstant(at)}`
}
