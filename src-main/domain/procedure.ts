/**
 * Procedures (*thủ tục hành chính*) as dated versions: a dossier keeps the version it was received under.
 */
import type { CivilDate } from './civil-date.ts'
import type { Term } from './clock.ts'

/** One version of a procedure, valid from a day to a day. */
export interface ProcedureVersion extends Term {
  id: number
  /** The same for all versions of one procedure. */
  key: string
  /** National code (*mã TTHC*), empty when unknown. */
  nationalCode: string
  nameVi: string
  nameEn: string
  /** Field (*lĩnh vực*) as it stands in Biểu II.06a. */
  field: string
  /** Extra working days for remote communes. */
  remoteExtra: number
  /** Working days of the two appointments, where the procedure has two (*hẹn lần 1, lần 2*). */
  phases: { first: number; second: number } | null
  /** Whether there is a financial obligation (tax leg). */
  hasFeeLeg: boolean
  validFrom: CivilDate
  /** Last day it is valid, or `null` while it still is. */
  validTo: CivilDate | null
  /** Legal basis. */
  basis: string
  status: 'sourced' | 'code-to-check' | 'to-verify'
}

/** Whether the version applies to a dossier accepted that day. */
export function isValidOn(
  version: Pick<ProcedureVersion, 'validFrom' | 'validTo'>,
  date: CivilDate,
): boolean {
  return version.validFrom <= date && (version.validTo === null || date <= version.validTo)
}
