/**
 * Procedures (*thủ tục hành chính*) as dated versions: a dossier keeps the version it was received under.
 */
import type { CivilDate } from './civil-date.ts'
import type { Term } from './clock.ts'
import type { StepRole } from './path.ts'

/** What becomes of the term after a supplement. */
export type SupplementRule = 'restart' | 'continue'

/** One step of a procedure's path. */
export interface ProcedureStep {
  name: string
  /** Who does it: the branch itself, the tax office, a commune … */
  agency: string
  term: number
  unit: 'working-hour' | 'half-day' | 'working-day'
  /** What the step is for; left out where the catalogue does not say. */
  role?: StepRole | undefined
}

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
  /** After a supplement: the term begins again in full, or goes on where it stood. Default: begins again. */
  supplementRule: SupplementRule
  /** Documents required (*thành phần hồ sơ*), by name. */
  documents: string[]
  /** The path of the dossier with a term for each step; empty where none is laid down. */
  steps: ProcedureStep[]
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

/** The term of a dossier under that version; remote communes have extra working days. */
export function termOf(
  { term, unit, remoteExtra }: Pick<ProcedureVersion, 'term' | 'unit' | 'remoteExtra'>,
  remote: boolean,
): Term {
  return { term: remote ? term + remoteExtra : term, unit }
}
