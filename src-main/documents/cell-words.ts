/**
 * A cell of the figures in words, for the lists of its dossiers.
 */
import type { FigureCell } from '../contract/dossier-list.ts'
import { type CivilDate, formatDate } from '../domain/civil-date.ts'
import type { CellColumn, Method } from '../domain/figure-class.ts'
import { type Breakdown, NONE } from '../domain/figure-tables.ts'
import { countedDays } from '../domain/period.ts'
import type { Language } from './words.ts'

const COLUMNS: Record<Language, Record<CellColumn, string>> = {
  vi: {
    receivedTotal: 'Tiếp nhận, tổng số (3)',
    receivedInPeriod: 'Tiếp nhận trong kỳ',
    receivedOnline: 'Tiếp nhận trong kỳ, trực tuyến (4)',
    receivedDirectPostal: 'Tiếp nhận trong kỳ, trực tiếp và bưu chính (5)',
    carriedOver: 'Từ kỳ trước chuyển sang (6)',
    resolved: 'Đã giải quyết, tổng số (7)',
    resolvedEarly: 'Đã giải quyết trước hạn (8)',
    resolvedOnTime: 'Đã giải quyết đúng hạn (9)',
    resolvedLate: 'Đã giải quyết quá hạn (10)',
    pending: 'Đang giải quyết, tổng số (11)',
    pendingInTime: 'Đang giải quyết trong hạn (12)',
    pendingOverdue: 'Đang giải quyết quá hạn (13)',
    withResult: 'Đã giải quyết, có kết quả',
    refused: 'Từ chối giải quyết',
    withdrawn: 'Công dân rút hồ sơ',
    stopped: 'Dừng giải quyết theo yêu cầu',
    running: 'Đang giải quyết trong hạn, đang tính hạn',
    paused: 'Đang tạm dừng tính hạn',
    supplemented: 'Phải chờ bổ sung trong kỳ',
    taxed: 'Phải chờ nghĩa vụ tài chính trong kỳ',
    uncollected: 'Đã có kết quả, chưa trả',
    late: 'Quá hạn, đã và đang giải quyết (10)+(13)',
    lateWithApology: 'Quá hạn, đã xin lỗi đúng lúc',
    lateWithLateApology: 'Quá hạn, xin lỗi muộn',
    lateWithoutApology: 'Quá hạn, không xin lỗi',
    daysLate: 'Có ngày làm việc trễ',
    resolvedInTime: 'Đã giải quyết trước và đúng hạn (8)+(9)',
  },
  en: {
    receivedTotal: 'Received, total (3)',
    receivedInPeriod: 'Received in the period',
    receivedOnline: 'Received in the period, online (4)',
    receivedDirectPostal: 'Received in the period, direct and postal (5)',
    carriedOver: 'Carried over (6)',
    resolved: 'Resolved, total (7)',
    resolvedEarly: 'Resolved early (8)',
    resolvedOnTime: 'Resolved on time (9)',
    resolvedLate: 'Resolved late (10)',
    pending: 'Pending, total (11)',
    pendingInTime: 'Pending in time (12)',
    pendingOverdue: 'Pending overdue (13)',
    withResult: 'Resolved with a result',
    refused: 'Refused',
    withdrawn: 'Withdrawn by the applicant',
    stopped: 'Stopped on request',
    running: 'Pending in time, clock running',
    paused: 'Clock stopped',
    supplemented: 'Waited for a supplement in the period',
    taxed: 'Waited for payment in the period',
    uncollected: 'Result ready, not collected',
    late: 'Late, resolved and pending (10)+(13)',
    lateWithApology: 'Late, apology in time',
    lateWithLateApology: 'Late, late apology',
    lateWithoutApology: 'Late, no apology',
    daysLate: 'Has working days late',
    resolvedInTime: 'Resolved early and on time (8)+(9)',
  },
}

const TABLES: Record<Language, Record<Breakdown, string>> = {
  vi: {
    field: 'lĩnh vực',
    procedure: 'thủ tục',
    commune: 'xã/phường',
    officer: 'người thụ lý',
    channel: 'hình thức nộp',
    level: 'mức độ trực tuyến',
    month: 'tháng',
    cause: 'nguyên nhân trễ',
    apology: 'xin lỗi',
    band: 'số ngày trễ',
    whose: 'trễ do',
  },
  en: {
    field: 'field',
    procedure: 'procedure',
    commune: 'commune',
    officer: 'officer',
    channel: 'channel',
    level: 'online level',
    month: 'month',
    cause: 'cause of lateness',
    apology: 'apology',
    band: 'days late',
    whose: 'late because of',
  },
}

/** Names of rows whose keys are codes; that of those without a value stands under {@link NONE}. */
const ROWS: Record<Language, Partial<Record<Breakdown, Record<string, string>>>> = {
  vi: {
    commune: { [NONE]: 'không ghi' },
    officer: { [NONE]: 'chưa phân công' },
    channel: { direct: 'trực tiếp', postal: 'bưu chính', online: 'trực tuyến' },
    level: {
      '2': 'mức độ 2',
      '3': 'mức độ 3',
      '4': 'mức độ 4',
      partial: 'một phần',
      full: 'toàn trình',
      [NONE]: 'không có mức độ',
    },
    cause: { [NONE]: 'chưa ghi' },
    apology: { 'in-time': 'đúng lúc', late: 'muộn', [NONE]: 'không' },
    band: {
      '1-5': 'đến 5 ngày làm việc',
      '6-10': '6–10 ngày làm việc',
      '11-30': '11–30 ngày làm việc',
      'over-30': 'trên 30 ngày làm việc',
    },
    whose: {
      branch: 'chi nhánh',
      tax: 'cơ quan thuế',
      agency: 'cơ quan khác',
      applicant: 'người nộp',
      [NONE]: 'không rõ',
    },
  },
  en: {
    commune: { [NONE]: 'not given' },
    officer: { [NONE]: 'nobody' },
    channel: { direct: 'in person', postal: 'postal', online: 'online' },
    level: {
      '2': 'level 2',
      '3': 'level 3',
      '4': 'level 4',
      partial: 'partial',
      full: 'full',
      [NONE]: 'no level',
    },
    cause: { [NONE]: 'not written down' },
    apology: { 'in-time': 'in time', late: 'late', [NONE]: 'none' },
    band: {
      '1-5': 'up to 5 working days',
      '6-10': '6–10 working days',
      '11-30': '11–30 working days',
      'over-30': 'over 30 working days',
    },
    whose: {
      branch: 'the branch',
      tax: 'the tax office',
      agency: 'another agency',
      applicant: 'the applicant',
      [NONE]: 'not known',
    },
  },
}

const METHODS: Record<Language, Record<Method, string>> = {
  vi: { original: 'so với ngày hẹn trả', extended: 'so với ngày hẹn lại nếu xin lỗi đúng lúc' },
  en: { original: 'against the due date', extended: 'against the new date of an apology in time' },
}

const WORDS = {
  vi: {
    ...{ figures: 'Số liệu', from: 'từ ngày', to: 'đến ngày', column: 'cột', due: 'hẹn trả' },
    ...{ counted: 'tính đến hết ngày', known: 'như đã biết đến diễn biến số' },
  },
  en: {
    ...{ figures: 'Figures', from: 'from', to: 'to', column: 'column', due: 'due' },
    ...{ counted: 'counted to the end of', known: 'as known up to event' },
  },
} as const

/**
 * A cell in words: period, method, table and row, column.
 * @param label name of the row where its key does not tell it: a commune, a person, a cause.
 * @param today an unfinished period is counted to its end.
 */
export function cellLine(
  cell: FigureCell,
  label: string | null,
  language: Language,
  today: CivilDate,
): string {
  const words = WORDS[language]
  const { to } = countedDays(cell, today)
  const period = `${words.figures} ${words.from} ${formatDate(cell.from)} ${words.to} ${formatDate(cell.to)}`
  const row = cell.key === null ? null : rowName(cell.by, cell.key, label, language)
  return [
    `${period} (${METHODS[language][cell.method]})`,
    ...(row === null ? [] : [`${TABLES[language][cell.by]}: ${row}`]),
    `${words.column}: ${COLUMNS[language][cell.column]}`,
    ...(cell.due == null ? [] : [dueWords(cell.due, language)]),
    ...(to < cell.to ? [`${words.counted} ${formatDate(to)}`] : []),
    ...(cell.known === null ? [] : [`${words.known} ${cell.known}`]),
  ].join('; ')
}

/** `hẹn trả từ ngày … đến ngày …`; one day once. */
function dueWords({ from, to }: NonNullable<FigureCell['due']>, language: Language): string {
  const words = WORDS[language]
  const ends = [from && `${words.from} ${formatDate(from)}`, to && `${words.to} ${formatDate(to)}`]
  return [words.due, ...ends.filter((end) => end !== null)].join(' ')
}

/** The name of a row of a table. */
function rowName(by: Breakdown, key: string, label: string | null, language: Language): string {
  if (label !== null && label !== '') return label
  const known = ROWS[language][by]?.[key]
  if (known !== undefined) return known
  // A procedure is told apart by its field, which stands before it; a month by its first day.
  if (by === 'procedure') return key.slice(key.indexOf('\u0000') + 1)
  return by === 'month' ? `${WORDS[language].from} ${key.split('-').reverse().join('/')}` : key
}
