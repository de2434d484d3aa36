/**
 * Causes of lateness (*nguyên nhân trễ hạn*): the office's own list, each with whose it is.
 */
import type { LegHolder } from './legs.ts'

/** One cause. Its code stands in the histories, so it never goes; one no longer chosen is not active. */
export interface LateCause {
  code: string
  vi: string
  en: string
  /** Whose lateness it speaks of. */
  whose: LegHolder
  active: boolean
}

const cause = (code: string, whose: LegHolder, vi: string, en: string): LateCause => ({
  ...{ code, vi, en, whose, active: true },
})

/** The list until the office has made its own. */
export const DEFAULT_LATE_CAUSES: readonly LateCause[] = [
  cause('overload', 'branch', 'Quá tải, đo đạc', 'Overload, surveying'),
  cause('tax-office', 'tax', 'Chờ cơ quan thuế', 'Waiting for the tax office'),
  cause(
    'payment',
    'applicant',
    'Chờ người dân nộp nghĩa vụ tài chính',
    'Waiting for the applicant to pay the financial obligation',
  ),
  cause(
    'commune',
    'agency',
    'Chờ UBND xã xác nhận, niêm yết',
    'Waiting for the commune to confirm or post publicly',
  ),
  cause('other-agency', 'agency', 'Chờ ý kiến cơ quan khác', 'Waiting for the opinion of another agency'),
  cause('complex', 'branch', 'Hồ sơ phức tạp, tranh chấp', 'Complex dossier, dispute'),
  cause('system', 'branch', 'Lỗi phần mềm, mạng', 'Software or network fault'),
  cause('staffing', 'branch', 'Thiếu nhân lực', 'Not enough staff'),
  cause('other', 'branch', 'Khác', 'Other'),
]

/** What a code may look like. */
export const CAUSE_CODE = /^[a-z0-9][a-z0-9-]{0,39}$/

/** A cause by its code; `undefined` for one the list does not know. */
export function causeOf(causes: readonly LateCause[], code: string): LateCause | undefined {
  return causes.find((one) => one.code === code)
}
