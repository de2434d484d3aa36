/**
 * The words of a report of the figures. Reports to the inspectors are Vietnamese only.
 */
import { type CivilDate, civilDate, daysInMonth, formatDate } from '../../domain/civil-date.ts'
import type { Channel, OnlineLevel, Outcome, PauseKind } from '../../domain/dossier.ts'
import type { Column, Counted, Origin, Standing } from '../../domain/figure-class.ts'
import { type Breakdown, type MEMO_COLUMNS, NONE } from '../../domain/figure-tables.ts'

/** Title of a table, name of its sheet, head of its rows. */
export const TABLE_WORDS: Record<Breakdown, { title: string; sheet: string; row: string }> = {
  field: { title: 'Theo lĩnh vực', sheet: 'Lĩnh vực', row: 'Lĩnh vực' },
  procedure: { title: 'Theo thủ tục hành chính', sheet: 'Thủ tục', row: 'Thủ tục' },
  commune: { title: 'Theo xã, phường', sheet: 'Xã, phường', row: 'Xã, phường' },
  officer: { title: 'Theo người thụ lý', sheet: 'Người thụ lý', row: 'Người thụ lý' },
  channel: { title: 'Theo hình thức nộp', sheet: 'Hình thức nộp', row: 'Hình thức nộp' },
  level: { title: 'Theo mức độ dịch vụ công trực tuyến', sheet: 'Mức độ', row: 'Mức độ' },
  month: { title: 'Theo tháng', sheet: 'Tháng', row: 'Tháng' },
  cause: { title: 'Hồ sơ quá hạn theo nguyên nhân', sheet: 'Nguyên nhân', row: 'Nguyên nhân' },
  apology: { title: 'Hồ sơ quá hạn theo phiếu xin lỗi', sheet: 'Xin lỗi', row: 'Phiếu xin lỗi' },
  band: { title: 'Hồ sơ quá hạn theo số ngày trễ', sheet: 'Số ngày trễ', row: 'Số ngày trễ' },
  whose: { title: 'Hồ sơ quá hạn theo nơi chậm chính', sheet: 'Nơi chậm', row: 'Nơi chậm chính' },
}

/** Words over and in the head of a column, and its number in the official form where it has one. */
export interface HeadWords {
  over: readonly string[]
  title: string
  number: string
  /** Digits behind the comma; 0 where left out. */
  decimals?: 0 | 1
}

const RECEIVED = 'Số hồ sơ tiếp nhận'
const RESOLVED = 'Số lượng hồ sơ đã giải quyết'
const PENDING = 'Số lượng hồ sơ đang giải quyết'
const IN_PERIOD = 'Trong kỳ'

/** The heads of the columns tables show. */
export const COLUMN_HEADS: Partial<Record<Column, HeadWords>> = {
  receivedTotal: { over: [RECEIVED], title: 'Tổng số', number: '(3)=(4)+(5)+(6)' },
  receivedOnline: { over: [RECEIVED, IN_PERIOD], title: 'Trực tuyến', number: '(4)' },
  receivedDirectPostal: {
    over: [RECEIVED, IN_PERIOD],
    title: 'Trực tiếp, dịch vụ bưu chính',
    number: '(5)',
  },
  carriedOver: { over: [RECEIVED], title: 'Từ kỳ trước', number: '(6)' },
  resolved: { over: [RESOLVED], title: 'Tổng số', number: '(7)=(8)+(9)+(10)' },
  resolvedEarly: { over: [RESOLVED], title: 'Trước hạn', number: '(8)' },
  resolvedOnTime: { over: [RESOLVED], title: 'Đúng hạn', number: '(9)' },
  resolvedLate: { over: [RESOLVED], title: 'Quá hạn', number: '(10)' },
  pending: { over: [PENDING], title: 'Tổng số', number: '(11)=(12)+(13)' },
  pendingInTime: { over: [PENDING], title: 'Trong hạn', number: '(12)' },
  pendingOverdue: { over: [PENDING], title: 'Quá hạn', number: '(13)' },
  late: { over: [], title: 'Tổng số hồ sơ quá hạn', number: '(10)+(13)' },
}

/** The two columns of tables of late dossiers that the official form has under groups. */
export const LATE_HEADS: Partial<Record<Column, HeadWords>> = {
  resolvedLate: { over: [], title: 'Đã giải quyết quá hạn', number: '(10)' },
  pendingOverdue: { over: [], title: 'Đang giải quyết quá hạn', number: '(13)' },
}

/** Head of the days late, in the table of whose they are. */
export const DAYS_HEAD: HeadWords = { over: [], title: 'Số ngày làm việc trễ', number: '' }

/** Memo lines under the official table. */
export const MEMO_WORDS: Record<(typeof MEMO_COLUMNS)[number], string> = {
  refused: 'Từ chối giải quyết (thuộc cột 7)',
  withdrawn: 'Công dân rút hồ sơ (thuộc cột 7)',
  stopped: 'Dừng giải quyết theo yêu cầu (thuộc cột 7)',
  uncollected: 'Đã có kết quả, chưa trả (thuộc cột 7)',
  paused: 'Đang tạm dừng tính thời hạn (thuộc cột 12)',
  supplemented: 'Có thời gian chờ bổ sung trong kỳ (thuộc cột 3)',
  taxed: 'Có thời gian chờ nghĩa vụ tài chính trong kỳ (thuộc cột 3)',
  lateWithApology: 'Quá hạn, đã xin lỗi trước ngày hẹn (thuộc cột 10, 13)',
  lateWithLateApology: 'Quá hạn, xin lỗi muộn (thuộc cột 10, 13)',
  lateWithoutApology: 'Quá hạn, chưa xin lỗi (thuộc cột 10, 13)',
}

/** Heads of the table of processing times. */
export const TIMES_WORDS = {
  title: 'Thời gian giải quyết',
  sheet: 'Thời gian',
  unit: 'Đơn vị tính: ngày làm việc',
  n: 'Số hồ sơ có kết quả',
  mean: 'Trung bình',
  median: 'Trung vị',
  p90: '90 % hồ sơ không quá',
  note: 'Số ngày làm việc đồng hồ thời hạn chạy, từ ngày tiếp nhận đến ngày có kết quả; chỉ tính hồ sơ có kết quả trong kỳ, không tính hồ sơ từ chối, rút, dừng.',
} as const

/** What the list of dossiers says. */
export const LIST_WORDS = {
  title: 'Danh sách hồ sơ trong kỳ',
  sheet: 'Hồ sơ',
  note: 'Mỗi hồ sơ một dòng, với các cột của biểu mà hồ sơ được tính vào.',
} as const

export const CHANNEL_WORDS: Record<Channel, string> = {
  direct: 'Trực tiếp',
  postal: 'Dịch vụ bưu chính',
  online: 'Trực tuyến',
}

export const LEVEL_WORDS: Record<OnlineLevel, string> = {
  '2': 'Mức độ 2',
  '3': 'Mức độ 3',
  '4': 'Mức độ 4',
  partial: 'Một phần',
  full: 'Toàn trình',
}

export const ORIGIN_WORDS: Record<Origin, string> = {
  online: '(4) Trực tuyến',
  'direct-postal': '(5) Trực tiếp, bưu chính',
  'carried-over': '(6) Từ kỳ trước',
}

export const STANDING_WORDS: Record<Standing, string> = {
  early: '(8) Trước hạn',
  'on-time': '(9) Đúng hạn',
  late: '(10) Quá hạn',
  'in-time': '(12) Trong hạn',
  overdue: '(13) Quá hạn',
}

export const OUTCOME_WORDS: Record<Outcome, string> = {
  result: 'Có kết quả',
  refused: 'Từ chối',
  withdrawn: 'Công dân rút',
  stopped: 'Dừng giải quyết',
}

export const PAUSE_WORDS: Record<PauseKind, string> = {
  supplement: 'Chờ bổ sung',
  payment: 'Chờ nghĩa vụ tài chính',
  agency: 'Chờ cơ quan phối hợp',
}

export const APOLOGY_WORDS: Record<NonNullable<Counted['apology']>, string> = {
  'in-time': 'Đã gửi trước ngày hẹn',
  late: 'Gửi muộn',
}

/** Rows that are known by a code; those of nothing under {@link NONE}. */
const KEY_WORDS: Partial<Record<Breakdown, Readonly<Record<string, string>>>> = {
  commune: { [NONE]: 'Chưa ghi xã, phường' },
  officer: { [NONE]: 'Chưa có người thụ lý' },
  channel: CHANNEL_WORDS,
  level: { ...LEVEL_WORDS, [NONE]: 'Không có mức độ' },
  cause: { [NONE]: 'Chưa ghi nguyên nhân' },
  apology: { ...APOLOGY_WORDS, [NONE]: 'Chưa gửi phiếu xin lỗi' },
  band: {
    '1-5': 'Đến 5 ngày làm việc',
    '6-10': '6–10 ngày làm việc',
    '11-30': '11–30 ngày làm việc',
    'over-30': 'Trên 30 ngày làm việc',
  },
  whose: {
    branch: 'Chi nhánh',
    tax: 'Cơ quan thuế',
    agency: 'Cơ quan khác',
    applicant: 'Người nộp hồ sơ',
    [NONE]: 'Chưa xác định',
  },
}

/** A row's name: its own, a month's days, a cause by its code, or the words of its key. */
export function rowWords(
  by: Breakdown,
  { key, label, of }: { key: string; label: string; of: string },
  causes: ReadonlyMap<string, string>,
): string {
  if (by === 'month') return monthWords(civilDate(key), civilDate(of))
  if (label !== '') return label
  const words = KEY_WORDS[by]
  // The key of a commune without a name is that of its order.
  return words?.[key] ?? causes.get(key) ?? (by === 'commune' ? words?.[NONE] : undefined) ?? key
}

/** `Tháng 01/2020` for a month of the calendar, else its days. */
function monthWords(from: CivilDate, to: CivilDate): string {
  const month = from.slice(0, 7)
  const whole =
    from.endsWith('-01') &&
    to ===
      `${month}-${String(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))).padStart(2, '0')}`
  return whole ? `Tháng ${month.slice(5)}/${month.slice(0, 4)}` : `${formatDate(from)} – ${formatDate(to)}`
}
