/**
 * What Biểu II.06a says in words under its table: memo lines, shares, checks and the method.
 */
import type { Summary } from '../contract/figures.ts'
import { formatDate } from '../domain/civil-date.ts'
import type { ColumnCounts, Method } from '../domain/figure-class.ts'
import { MEMO_COLUMNS } from '../domain/figure-tables.ts'
import { type FigureCounts, type IdentityCheck, onTimeShare, totalsOf } from '../domain/figures.ts'
import { MEMO_WORDS } from './figures/words.ts'

const whole = new Intl.NumberFormat('vi-VN')
const oneDecimal = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Numbers that are within a column and are asked for on their own. */
export function memoLines(counts: ColumnCounts): { words: string; count: number }[] {
  return MEMO_COLUMNS.map((column) => ({ words: `- ${MEMO_WORDS[column]}`, count: counts[column] }))
}

/** The share of early and on time, each with what it is a share of. */
export function shareText(total: FigureCounts): string {
  const { resolved, receivedInPeriod } = totalsOf(total)
  const share = (of: number, words: string): string => {
    const { part, percent } = onTimeShare(total, of)
    return percent === null
      ? `không có ${words}`
      : `${whole.format(part)}/${whole.format(of)} ${words} = ${oneDecimal.format(percent)} %`
  }
  const parts = [share(resolved, 'hồ sơ đã giải quyết'), share(receivedInPeriod, 'hồ sơ tiếp nhận trong kỳ')]
  return `Tỷ lệ giải quyết sớm và đúng hạn: ${parts.join('; ')}`
}

const CHECK_WORDS: Record<IdentityCheck['identity'], string> = {
  'received=resolved+pending': '(3) = (7) + (11)',
  'rows=total': 'Cộng các dòng = dòng Tổng cộng',
  'carried-over=pending-before': '(6) = (11) của kỳ liền trước',
  'carried-over=pending-closed': '(6) = (11) của kỳ liền trước, như đã chốt',
}

/** The identities of the form and whether they hold. */
export function checkLines({ identities }: Summary): string[] {
  return identities.map(({ identity, left, right, holds }) => {
    // The rows are compared column by column; one number for all of them would say nothing.
    const numbers =
      identity === 'rows=total' ? '' : `: ${whole.format(left)} ${holds ? '=' : '≠'} ${whole.format(right)}`
    return `- ${CHECK_WORDS[identity]}${numbers}: ${holds ? 'khớp' : 'KHÔNG KHỚP'}`
  })
}

const DUE_WORDS: Record<Method, string> = {
  original: 'ngày hẹn trả ban đầu',
  extended:
    'ngày hẹn trả đã hẹn lại, nếu phiếu xin lỗi gửi trước ngày hẹn ban đầu (không thì ngày hẹn ban đầu)',
}

/** How everything was counted, point by point. */
export function methodPoints({ from, to, method }: Pick<Summary, 'from' | 'to' | 'method'>): string[] {
  const first = formatDate(from)
  const last = formatDate(to)
  return [
    `Tiếp nhận trong kỳ: hồ sơ được tiếp nhận từ ngày ${first} đến hết ngày ${last}, kể cả hai ngày này.`,
    `Từ kỳ trước: hồ sơ tiếp nhận trước ngày ${first} và chưa kết thúc trước ngày đó.`,
    'Đã giải quyết: hồ sơ kết thúc trong kỳ, theo ngày có kết quả (không theo ngày trả); gồm cả hồ sơ từ chối, công dân rút, dừng giải quyết.',
    `Trước hạn, đúng hạn, quá hạn: so ngày kết thúc với ${DUE_WORDS[method]}, theo ngày.`,
    `Đang giải quyết: các hồ sơ còn lại, theo tình trạng lúc hết ngày ${last}. Quá hạn: ngày hẹn trả trước ngày ${last}. Hồ sơ đang tạm dừng tính thời hạn được tính là trong hạn.`,
  ]
}

/** The same as one text; printed on every sheet. */
export function methodText(summary: Pick<Summary, 'from' | 'to' | 'method'>): string {
  return methodPoints(summary)
    .map((point) => `- ${point}`)
    .join('\n')
}
