/**
 * What Biểu II.06a says in words under its table: memo lines, shares, checks and the method.
 */
import type { Summary } from '../contract/figures.ts'
import { formatDate } from '../domain/civil-date.ts'
import { type FigureCounts, type IdentityCheck, onTimeShare, totalsOf } from '../domain/figures.ts'

const whole = new Intl.NumberFormat('vi-VN')
const oneDecimal = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Numbers that are within a column and are asked for on their own. */
export function memoLines(total: FigureCounts): { words: string; count: number }[] {
  return [
    { words: '- Từ chối giải quyết (thuộc cột 7)', count: total.refused },
    { words: '- Công dân rút hồ sơ (thuộc cột 7)', count: total.withdrawn },
    { words: '- Dừng giải quyết theo yêu cầu (thuộc cột 7)', count: total.stopped },
    { words: '- Đang tạm dừng tính thời hạn (thuộc cột 12)', count: total.paused },
  ]
}

/** The share of early and on time, each with what it is a share of. */
export function shareText(total: FigureCounts): string {
  const { resolved, receivedInPeriod } = totalsOf(total)
  const good = total.resolvedEarly + total.resolvedOnTime
  const share = (of: number, words: string): string => {
    const percent = onTimeShare(total, of)
    return percent === null
      ? `không có ${words}`
      : `${whole.format(good)}/${whole.format(of)} ${words} = ${oneDecimal.format(percent)} %`
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

/** How everything was counted; printed on every sheet. */
export function methodText({ from, to }: Summary): string {
  const first = formatDate(from)
  const last = formatDate(to)
  return [
    `- Tiếp nhận trong kỳ: hồ sơ được tiếp nhận từ ngày ${first} đến hết ngày ${last}, kể cả hai ngày này.`,
    `- Từ kỳ trước: hồ sơ tiếp nhận trước ngày ${first} và chưa kết thúc trước ngày đó.`,
    '- Đã giải quyết: hồ sơ kết thúc trong kỳ, theo ngày có kết quả (không theo ngày trả); gồm cả hồ sơ từ chối, công dân rút, dừng giải quyết.',
    '- Trước hạn, đúng hạn, quá hạn: so ngày kết thúc với ngày hẹn trả ban đầu, theo ngày.',
    `- Đang giải quyết: các hồ sơ còn lại, theo tình trạng lúc hết ngày ${last}. Quá hạn: ngày hẹn trả trước ngày ${last}. Hồ sơ đang tạm dừng tính thời hạn được tính là trong hạn.`,
  ].join('\n')
}
