/**
 * The words of lists that leave the office, in both languages. Forms fixed by law are Vietnamese only and keep
 * their words beside them.
 */
import type { DossierFilter, Queue, Standing } from '../contract/dossier-list.ts'
import { type CivilDate, formatDate } from '../domain/civil-date.ts'
import type { Channel, DossierState, ReturnWay } from '../domain/dossier.ts'
import type { StepRole } from '../domain/path.ts'
import { cellLine } from './cell-words.ts'

/** The languages a list can be had in. */
export type Language = 'vi' | 'en'

/** States, as on the screen. */
export const STATE_WORDS: Record<Language, Record<DossierState, string>> = {
  vi: {
    accepted: 'Đã tiếp nhận',
    'in-process': 'Đang giải quyết',
    'awaiting-supplement': 'Chờ bổ sung',
    'awaiting-payment': 'Chờ nghĩa vụ tài chính',
    'awaiting-agency': 'Chờ cơ quan phối hợp',
    'result-ready': 'Đã có kết quả, chờ trả',
    returned: 'Đã trả kết quả',
    refused: 'Từ chối',
    withdrawn: 'Công dân rút',
    stopped: 'Dừng giải quyết',
  },
  en: {
    accepted: 'Accepted',
    'in-process': 'In process',
    'awaiting-supplement': 'Awaiting supplement',
    'awaiting-payment': 'Awaiting payment',
    'awaiting-agency': 'Awaiting another agency',
    'result-ready': 'Result ready',
    returned: 'Returned',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    stopped: 'Stopped',
  },
}

/** Standings against the due date, as on the screen. */
export const STANDING_WORDS: Record<Language, Record<Standing, string>> = {
  vi: {
    running: 'Trong hạn',
    'due-soon': 'Sắp đến hạn',
    'due-today': 'Đến hạn hôm nay',
    late: 'Trễ hạn',
    paused: 'Tạm dừng tính hạn',
    'ended-early': 'Xong trước hạn',
    'ended-on-time': 'Xong đúng hạn',
    'ended-late': 'Xong trễ hạn',
  },
  en: {
    running: 'Within term',
    'due-soon': 'Due soon',
    'due-today': 'Due today',
    late: 'Late',
    paused: 'Clock stopped',
    'ended-early': 'Done early',
    'ended-on-time': 'Done on time',
    'ended-late': 'Done late',
  },
}

/** Heads of columns. */
export const COLUMN_WORDS = {
  vi: {
    number: 'STT',
    code: 'Mã hồ sơ',
    applicantName: 'Người nộp',
    idNumber: 'Số định danh',
    phone: 'Điện thoại',
    commune: 'Xã/phường',
    parcel: 'Tờ/thửa',
    procedureName: 'Thủ tục',
    acceptedOn: 'Ngày tiếp nhận',
    dueOn: 'Hẹn trả',
    endedOn: 'Có kết quả',
    returnedOn: 'Đã trả',
    state: 'Trạng thái',
    holderName: 'Người thụ lý',
    standing: 'So với hạn',
    workingDays: 'Còn, sớm (+) / trễ (−) (ngày làm việc)',
    daysLate: 'Số ngày trễ (ngày làm việc)',
    address: 'Địa chỉ',
    age: 'Đã chờ (ngày làm việc)',
    returnWay: 'Cách nhận kết quả',
    remindedOn: 'Đã báo nhận',
    apology: 'Xin lỗi, hẹn lại',
    lateCause: 'Nguyên nhân trễ',
    likelihood: 'Khả năng trễ (%)',
    outlook: 'Căn cứ',
    countedOrigin: 'Tính vào cột tiếp nhận',
    countedStanding: 'Tính vào cột giải quyết',
    countedDueOn: 'Ngày hẹn so sánh',
    countedEndedOn: 'Ngày kết thúc',
    outcome: 'Kết thúc bằng',
    countedDaysLate: 'Số ngày làm việc trễ',
    countedOfficer: 'Người thụ lý khi đó',
    stateOn: 'Trạng thái ngày',
  },
  en: {
    number: 'No.',
    code: 'Dossier code',
    applicantName: 'Applicant',
    idNumber: 'Citizen number',
    phone: 'Phone',
    commune: 'Commune',
    parcel: 'Sheet/plot',
    procedureName: 'Procedure',
    acceptedOn: 'Accepted',
    dueOn: 'Due',
    endedOn: 'Result ready',
    returnedOn: 'Returned',
    state: 'State',
    holderName: 'Holder',
    standing: 'Against due date',
    workingDays: 'Left, early (+) / late (−) (working days)',
    daysLate: 'Days late (working days)',
    address: 'Address',
    age: 'Waiting (working days)',
    returnWay: 'Returned by',
    remindedOn: 'Reminded',
    apology: 'Apology, new day',
    lateCause: 'Cause of lateness',
    likelihood: 'Likely to end late (%)',
    outlook: 'Why',
    countedOrigin: 'Counted as received',
    countedStanding: 'Counted as resolved or pending',
    countedDueOn: 'Due date compared with',
    countedEndedOn: 'Ended on',
    outcome: 'Ended by',
    countedDaysLate: 'Working days late',
    countedOfficer: 'Holder then',
    stateOn: 'State on',
  },
} as const satisfies Record<Language, Record<string, string>>

/** What else a list says. */
export const LIST_WORDS = {
  vi: { page: 'Trang', empty: 'Không có hồ sơ nào.', sheet: 'Hồ sơ', locale: 'vi-VN' },
  en: { page: 'Page', empty: 'There are no dossiers.', sheet: 'Dossiers', locale: 'en-GB' },
} as const satisfies Record<Language, Record<string, string>>

const QUEUE_TITLES: Record<Language, Record<Queue, string>> = {
  vi: {
    waiting: 'Danh sách hồ sơ chờ phân công',
    'in-process': 'Danh sách hồ sơ đang giải quyết',
    'due-today': 'Danh sách hồ sơ đến hạn hôm nay',
    'due-soon': 'Danh sách hồ sơ sắp đến hạn',
    late: 'Danh sách hồ sơ trễ hạn',
    behind: 'Danh sách hồ sơ chậm bước',
    'result-ready': 'Danh sách hồ sơ chờ trả kết quả',
    mine: 'Danh sách hồ sơ theo người thụ lý',
    all: 'Danh sách hồ sơ',
  },
  en: {
    waiting: 'Dossiers waiting',
    'in-process': 'Dossiers in process',
    'due-today': 'Dossiers due today',
    'due-soon': 'Dossiers due soon',
    late: 'Late dossiers',
    behind: 'Dossiers behind schedule',
    'result-ready': 'Dossiers with a result to collect',
    mine: 'Dossiers by holder',
    all: 'Dossiers',
  },
}

/** The title of a queue's list. */
export function listTitle(queue: Queue, language: Language): string {
  return QUEUE_TITLES[language][queue]
}

const QUEUE_FILES: Record<Language, Record<Queue, string>> = {
  vi: {
    waiting: 'ho-so-cho-phan-cong',
    'in-process': 'ho-so-dang-giai-quyet',
    'due-today': 'ho-so-den-han-hom-nay',
    'due-soon': 'ho-so-sap-den-han',
    late: 'ho-so-tre-han',
    behind: 'ho-so-cham-buoc',
    'result-ready': 'ho-so-cho-tra-ket-qua',
    mine: 'ho-so-cua-toi',
    all: 'ho-so',
  },
  en: {
    waiting: 'dossiers-waiting',
    'in-process': 'dossiers-in-process',
    'due-today': 'dossiers-due-today',
    'due-soon': 'dossiers-due-soon',
    late: 'dossiers-late',
    behind: 'dossiers-behind',
    'result-ready': 'dossiers-result-ready',
    mine: 'dossiers-mine',
    all: 'dossiers',
  },
}

/** The first words of a queue's file name. */
export function queueFileWords(queue: Queue, language: Language): string {
  return QUEUE_FILES[language][queue]
}

const CHANNEL_WORDS: Record<Language, Record<Channel, string>> = {
  vi: { direct: 'Trực tiếp', postal: 'Bưu chính', online: 'Trực tuyến' },
  en: { direct: 'In person', postal: 'Postal', online: 'Online' },
}

/** How a result is returned. */
export const RETURN_WORDS: Record<Language, Record<ReturnWay, string>> = {
  vi: { counter: 'Tại một cửa', post: 'Bưu chính', online: 'Trực tuyến' },
  en: { counter: 'Counter', post: 'Post', online: 'Online' },
}

const READY_WORDS = {
  vi: {
    title: 'Danh sách kết quả chưa trả',
    age: (days: string) => `Đã có kết quả từ ${days} ngày làm việc`,
  },
  en: {
    title: 'Results not collected',
    age: (days: string) => `Ready for at least ${days} working days`,
  },
}

/** Title and lines of the list of results that lie ready. */
export function readyListWords(
  list: { asOf: CivilDate; count: number; minAge: number; search: string },
  language: Language,
): { title: string; lines: string[] } {
  const words = FILTER_WORDS[language]
  const format = new Intl.NumberFormat(LIST_WORDS[language].locale)
  const cut = [
    ...(list.minAge === 0 ? [] : [READY_WORDS[language].age(format.format(list.minAge))]),
    ...(list.search.trim() === '' ? [] : [`${words.search}: “${list.search.trim()}”`]),
  ]
  const count = `${words.asOf}: ${formatDate(list.asOf)}. ${words.count}: ${format.format(list.count)}`
  return { title: READY_WORDS[language].title, lines: [count, ...(cut.length > 0 ? [cut.join('; ')] : [])] }
}

/** What lists are cut by of the apology. */
export const APOLOGY_FILTER_WORDS: Record<Language, Record<NonNullable<DossierFilter['apology']>, string>> = {
  vi: { 'not-sent': 'Chưa gửi', none: 'Chưa có', drafted: 'Chờ duyệt', approved: 'Đã gửi' },
  en: { 'not-sent': 'Not sent', none: 'None', drafted: 'Awaiting approval', approved: 'Sent' },
}

const FILTER_WORDS = {
  vi: {
    asOf: 'Tính đến hết ngày',
    statesAsOf: 'Trạng thái tính đến hết ngày',
    more: 'hơn',
    count: 'Số hồ sơ',
    search: 'Tìm',
    procedure: 'Thủ tục',
    state: 'Trạng thái',
    holder: 'Người thụ lý',
    channel: 'Hình thức nộp',
    commune: 'Xã/phường',
    apology: 'Phiếu xin lỗi',
    accepted: 'Ngày tiếp nhận',
    due: 'Ngày hẹn trả',
    step: 'Bước',
    behind: 'Chậm bước',
    unheld: 'Chưa có người thụ lý',
    from: 'từ',
    to: 'đến',
    first: 'Danh sách dài hơn; tệp này chỉ có số hồ sơ đầu tiên',
  },
  en: {
    asOf: 'As of',
    statesAsOf: 'States as of',
    more: 'more than',
    count: 'Dossiers',
    search: 'Search',
    procedure: 'Procedure',
    state: 'State',
    holder: 'Holder',
    channel: 'Channel',
    commune: 'Commune',
    apology: 'Apology',
    accepted: 'Accepted',
    due: 'Due',
    step: 'Step',
    behind: 'Behind schedule',
    unheld: 'Nobody in charge',
    from: 'from',
    to: 'to',
    first: 'The list is longer; this file holds only the first',
  },
} as const satisfies Record<Language, Record<string, string>>

/** What a step is for, as on the screen. */
const STEP_WORDS: Record<Language, Record<StepRole, string>> = {
  vi: {
    counter: 'Một cửa',
    processing: 'Thẩm định, giải quyết',
    agency: 'Cơ quan phối hợp',
    tax: 'Nghĩa vụ tài chính',
    signature: 'Trình ký',
    return: 'Trả kết quả',
  },
  en: {
    counter: 'Counter',
    processing: 'Processing',
    agency: 'Other agency',
    tax: 'Financial obligation',
    signature: 'Signature',
    return: 'Handing out',
  },
}

/** What a list was cut by, to be said on it. */
export interface ListParticulars {
  filter: DossierFilter
  /** Names of what the filter refers to by key. */
  names: { procedure: string | null; holder: string | null; row?: string | null }
  asOf: CivilDate
  count: number
  /** Whether the list goes on after the rows of this file. */
  cut: boolean
  /** A search that stopped counting there. */
  capped?: boolean
}

/** The lines under a list's title: day, number, whether it is cut, and the filters one by one. */
export function listLines(list: ListParticulars, language: Language): string[] {
  const words = FILTER_WORDS[language]
  const { filter, names, capped = false } = list
  const number = new Intl.NumberFormat(LIST_WORDS[language].locale).format(list.count)
  const count = capped ? `${words.more} ${number}` : number
  const filters = [
    filter.cell == null ? null : cellLine(filter.cell, names.row ?? null, language, list.asOf),
    filter.search.trim() === '' ? null : `${words.search}: “${filter.search.trim()}”`,
    named(words.procedure, names.procedure),
    named(words.state, filter.state && STATE_WORDS[language][filter.state]),
    named(words.holder, names.holder),
    named(words.channel, filter.channel && CHANNEL_WORDS[language][filter.channel]),
    named(words.commune, filter.commune),
    named(words.apology, filter.apology && APOLOGY_FILTER_WORDS[language][filter.apology]),
    named(words.step, filter.stepRole == null ? null : STEP_WORDS[language][filter.stepRole]),
    filter.behind === true ? words.behind : null,
    filter.unheld === true ? words.unheld : null,
    rangeLine(words.accepted, filter.acceptedFrom, filter.acceptedTo, words),
    rangeLine(words.due, filter.dueFrom, filter.dueTo, words),
  ].filter((line) => line !== null)
  return [
    `${filter.cell == null ? words.asOf : words.statesAsOf}: ${formatDate(list.asOf)}. ${words.count}: ${count}`,
    ...(list.cut ? [`${words.first}: ${count}`] : []),
    ...(filters.length > 0 ? [filters.join('; ')] : []),
  ]
}

function named(word: string, value: string | null): string | null {
  return value === null ? null : `${word}: ${value}`
}

function rangeLine(
  word: string,
  from: CivilDate | null,
  to: CivilDate | null,
  words: { from: string; to: string },
): string | null {
  if (from === null && to === null) return null
  const ends = [from && `${words.from} ${formatDate(from)}`, to && `${words.to} ${formatDate(to)}`]
  return `${word} ${ends.filter((end) => end !== null).join(' ')}`
}
