/**
 * The dossiers to mend before a report leaves, as an Excel sheet.
 */
import type { FigureChecks } from '../contract/figure-checks.ts'
import type { OfficeParticulars } from '../contract/office.ts'
import { type CivilDate, formatDate } from '../domain/civil-date.ts'
import type { CheckKind } from '../domain/figure-checks.ts'
import type { Period } from '../domain/period.ts'
import { type SheetColumn, listSheet } from './list-sheet.ts'
import { excelDate } from './sheet.ts'
import { COLUMN_WORDS, LIST_WORDS, type Language } from './words.ts'

type Row = FigureChecks['rows'][number]

/** What the sheet is made of. */
export interface DoubtedList {
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  period: Period
  /** Only those of one kind of doubt; `null`: all. */
  kind: CheckKind | null
  rows: readonly Row[]
  language: Language
  madeOn: CivilDate
}

interface Words {
  title: string
  count: string
  only: string
  from: string
  to: string
  doubts: string
  kind: Record<CheckKind, string>
  doubt: Record<CheckKind, (values: Record<'on' | 'against' | 'minutes', string>) => string>
}

const WORDS: Record<Language, Words> = {
  vi: {
    title: 'Danh sách hồ sơ cần xem lại trước khi báo cáo',
    count: 'Số hồ sơ',
    only: 'Loại',
    from: 'Kỳ từ ngày',
    to: 'đến ngày',
    doubts: 'Cần xem lại',
    kind: {
      'result-before-reception': 'Kết quả trước tiếp nhận',
      'collected-before-result': 'Trả trước khi có kết quả',
      'in-the-future': 'Ngày trong tương lai',
      'received-on-day-off': 'Tiếp nhận ngày nghỉ',
      'result-on-day-off': 'Kết quả ngày nghỉ',
      'collected-on-day-off': 'Trả ngày nghỉ',
      'ended-at-once': 'Xong ngay sau khi nhập',
      'no-holder': 'Không có người thụ lý',
      'term-differs': 'Hẹn khác thời hạn thủ tục',
    },
    doubt: {
      'result-before-reception': ({ on, against }) => `Kết quả ${on}, trước ngày tiếp nhận ${against}`,
      'collected-before-result': ({ on, against }) => `Trả ${on}, trước ngày có kết quả ${against}`,
      'in-the-future': ({ on, against }) => `Ngày ${on} sau ngày ghi ${against}`,
      'received-on-day-off': ({ on }) => `Tiếp nhận vào ngày nghỉ ${on}`,
      'result-on-day-off': ({ on }) => `Kết quả vào ngày nghỉ ${on}`,
      'collected-on-day-off': ({ on }) => `Trả kết quả vào ngày nghỉ ${on}`,
      'ended-at-once': ({ minutes }) => `Kết thúc ${minutes} phút sau tiếp nhận`,
      'no-holder': () => 'Không có người thụ lý',
      'term-differs': ({ on, against }) => `Hẹn ${on}, theo thời hạn là ${against}`,
    },
  },
  en: {
    title: 'Dossiers to look at again before reporting',
    count: 'Dossiers',
    only: 'Kind',
    from: 'Period from',
    to: 'to',
    doubts: 'To look at again',
    kind: {
      'result-before-reception': 'Result before reception',
      'collected-before-result': 'Collected before result',
      'in-the-future': 'Date in the future',
      'received-on-day-off': 'Received on a day off',
      'result-on-day-off': 'Result on a day off',
      'collected-on-day-off': 'Handed out on a day off',
      'ended-at-once': 'Ended right after entry',
      'no-holder': 'Nobody in charge',
      'term-differs': 'Due date not by the term',
    },
    doubt: {
      'result-before-reception': ({ on, against }) => `Result ${on}, before reception ${against}`,
      'collected-before-result': ({ on, against }) => `Collected ${on}, before the result ${against}`,
      'in-the-future': ({ on, against }) => `Date ${on} is after its entry ${against}`,
      'received-on-day-off': ({ on }) => `Received on the day off ${on}`,
      'result-on-day-off': ({ on }) => `Result on the day off ${on}`,
      'collected-on-day-off': ({ on }) => `Handed out on the day off ${on}`,
      'ended-at-once': ({ minutes }) => `Ended ${minutes} min after reception`,
      'no-holder': () => 'Nobody in charge',
      'term-differs': ({ on, against }) => `Due ${on}, by the term ${against}`,
    },
  },
}

/** Makes the workbook. */
export function doubtedSheet({
  office,
  period,
  kind,
  rows,
  language,
  madeOn,
}: DoubtedList): Promise<Uint8Array> {
  const words = WORDS[language]
  const count = new Intl.NumberFormat(LIST_WORDS[language].locale).format(rows.length)
  const line = `${words.from} ${formatDate(period.from)} ${words.to} ${formatDate(period.to)}. ${words.count}: ${count}`
  return listSheet({
    ...{ office, language, madeOn, title: words.title, count: rows.length },
    lines: [line, ...(kind === null ? [] : [`${words.only}: ${words.kind[kind]}`])],
    columns: columnsIn(language),
    rows: valuesOf(rows, language),
  })
}

function columnsIn(language: Language): SheetColumn[] {
  const words = COLUMN_WORDS[language]
  return [
    { head: words.number, width: 7.5, kind: 'count' },
    { head: words.code, width: 25, kind: 'text' },
    { head: WORDS[language].doubts, width: 44, kind: 'text' },
    { head: words.applicantName, width: 22, kind: 'text' },
    { head: words.procedureName, width: 30, kind: 'text' },
    { head: words.acceptedOn, width: 11, kind: 'date' },
    { head: words.dueOn, width: 11, kind: 'date' },
    { head: words.endedOn, width: 11, kind: 'date' },
    { head: words.holderName, width: 18, kind: 'text' },
  ]
}

function* valuesOf(rows: readonly Row[], language: Language): Generator<(string | number | null)[]> {
  for (const [index, row] of rows.entries()) {
    yield [
      index + 1,
      row.code,
      row.doubts.map((doubt) => doubtWords(doubt, language)).join('; '),
      row.applicantName,
      row.procedureName,
      excelDate(row.acceptedOn),
      excelDate(row.dueOn),
      excelDate(row.endedOn),
      row.holderName ?? '',
    ]
  }
}

/** A doubt in words, with the dates it rests on. */
function doubtWords({ kind, on, against, minutes }: Row['doubts'][number], language: Language): string {
  const number = new Intl.NumberFormat(LIST_WORDS[language].locale)
  return WORDS[language].doubt[kind]({
    on: on === null ? '' : formatDate(on),
    against: against === null ? '' : formatDate(against),
    minutes: minutes === null ? '' : number.format(minutes),
  })
}
