/**
 * The columns of the list of dossiers with what each counted as; the same in every format.
 */
import type { CivilDate } from '../../domain/civil-date.ts'
import type { ReportDossier } from './report.ts'
import {
  APOLOGY_WORDS,
  CHANNEL_WORDS,
  LEVEL_WORDS,
  ORIGIN_WORDS,
  OUTCOME_WORDS,
  PAUSE_WORDS,
  STANDING_WORDS,
} from './words.ts'

/** What stands in a cell: a text, a date, or a number of days. */
export type ListValue =
  | { kind: 'text'; text: string }
  | { kind: 'date'; date: CivilDate | null }
  | { kind: 'count'; count: number | null }

/** A column: its head, its width in a sheet (in characters) and its share of a page; 0: not on paper. */
export interface ListColumn {
  head: string
  kind: ListValue['kind']
  width: number
  share: number
  value: (dossier: ReportDossier, causes: ReadonlyMap<string, string>) => ListValue
}

const text = (
  head: string,
  width: number,
  share: number,
  of: (dossier: ReportDossier, causes: ReadonlyMap<string, string>) => string,
): ListColumn => ({
  ...{ head, width, share, kind: 'text' },
  value: (dossier, causes) => ({ kind: 'text', text: of(dossier, causes) }),
})
const date = (head: string, of: (dossier: ReportDossier) => CivilDate | null): ListColumn => ({
  ...{ head, width: 11, share: 17, kind: 'date' },
  value: (dossier) => ({ kind: 'date', date: of(dossier) }),
})

/** In the order they stand, after the running number. */
export const LIST_COLUMNS: readonly ListColumn[] = [
  text('Mã hồ sơ', 25, 30, ({ code }) => code),
  text('Người nộp', 24, 32, ({ applicantName }) => applicantName),
  text('Xã, phường', 17, 22, ({ commune }) => commune),
  text('Lĩnh vực', 16, 0, ({ field }) => field),
  text('Thủ tục', 36, 40, ({ procedureName }) => procedureName),
  text('Hình thức nộp', 15, 0, ({ channel }) => CHANNEL_WORDS[channel]),
  text('Mức độ', 11, 0, ({ onlineLevel }) => (onlineLevel === null ? '' : LEVEL_WORDS[onlineLevel])),
  date('Ngày tiếp nhận', ({ acceptedOn }) => acceptedOn),
  date('Ngày hẹn so sánh', ({ dueOn }) => dueOn),
  date('Ngày kết thúc', ({ endedOn }) => endedOn),
  text('Kết thúc bằng', 14, 0, ({ outcome }) => (outcome === null ? '' : OUTCOME_WORDS[outcome])),
  text('Tính vào cột tiếp nhận', 20, 22, ({ origin }) => ORIGIN_WORDS[origin]),
  text('Tính vào cột giải quyết', 16, 19, ({ standing }) => STANDING_WORDS[standing]),
  text('Đang tạm dừng', 18, 0, ({ paused }) => (paused === null ? '' : PAUSE_WORDS[paused])),
  {
    ...{ head: 'Số ngày làm việc trễ', width: 10, share: 12, kind: 'count' },
    value: ({ daysLate }) => ({ kind: 'count', count: daysLate }),
  },
  text('Phiếu xin lỗi', 18, 0, ({ apology }) => (apology === null ? '' : APOLOGY_WORDS[apology])),
  text('Nguyên nhân trễ', 24, 26, ({ lateCause }, causes) =>
    lateCause === null ? '' : (causes.get(lateCause) ?? lateCause),
  ),
  text('Người thụ lý', 20, 24, ({ officerName }) => officerName),
]
