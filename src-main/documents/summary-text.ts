/**
 * What Biểu II.06a says in words under its table: memo lines, shares, checks and the method; and under its title, how far it was
 * counted and what stands closed.
 */
import type { Summary } from '../contract/figures.ts'
import { formatDate } from '../domain/civil-date.ts'
import type { ColumnCounts } from '../domain/figure-class.ts'
import { type CountedFigures, methodPoints } from '../domain/figure-method.ts'
import { MEMO_COLUMNS } from '../domain/figure-tables.ts'
import { type FigureCounts, type IdentityCheck, onTimeShare, totalsOf } from '../domain/figures.ts'
import type { FiguresReport, ReportClosings } from './figures/report.ts'
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

/** How far an unfinished period was counted; `null` of one that is over. */
export function unfinishedLine({ unfinished, countedTo }: Summary): string | null {
  if (!unfinished) return null
  return `Kỳ báo cáo chưa kết thúc. Số liệu tính đến hết ngày ${formatDate(countedTo)}, còn thay đổi.`
}

/** What stands closed of the period, and whether the figures are those that were closed. */
export function closingLines({ own, others }: ReportClosings): string[] {
  const lines: string[] = []
  if (own !== null) {
    const { number, version, hash, closedOn, reopened, differing, causeAlone, reported } = own
    const named = `số ${number}, lần ${version}, SHA-256 ${hash}`
    if (reported)
      lines.push(
        `Số liệu như khi chốt, ${named}, chốt ngày ${formatDate(closedOn)}${reopened ? ', sau đó đã mở lại' : ''}.`,
      )
    else if (differing === 0)
      lines.push(
        causeAlone === 0
          ? `Kỳ đã chốt, ${named}.`
          : `Kỳ đã chốt, ${named}; từ khi chốt ${whole.format(causeAlone)} hồ sơ được ghi nguyên nhân trễ khác.`,
      )
    else
      lines.push(`Kỳ đã chốt (số ${number}): ${whole.format(differing)} hồ sơ nay tính khác so với khi chốt.`)
  }
  if (others > 0)
    lines.push(`Có ${whole.format(others)} kỳ ${own === null ? '' : 'khác '}đã chốt chung ngày với kỳ này.`)
  return lines
}

/** What is said under the period of a report: how far it was counted, and what of it stands closed. */
export function standingLines({ summary, closings }: Pick<FiguresReport, 'summary' | 'closings'>): string[] {
  const unfinished = unfinishedLine(summary)
  return [...(unfinished === null ? [] : [unfinished]), ...closingLines(closings)]
}

/** How everything was counted as one text; printed on every sheet. */
export function methodText(summary: CountedFigures): string {
  return methodPoints(summary, 'vi')
    .map((point) => `- ${point}`)
    .join('\n')
}
