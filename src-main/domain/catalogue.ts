/**
 * The catalogue of procedures over time: on a day a procedure has at most one version in force, and a version once
 * written down is never changed, except that it comes to an end when the next one begins.
 */
import { type CivilDate, FIRST_DAY } from './civil-date.ts'
import { dayAfter, dayBefore } from './clock.ts'
import type { ProcedureVersion } from './procedure.ts'

/** The days a version is in force, and of which procedure. */
export type Validity = Pick<ProcedureVersion, 'key' | 'validFrom' | 'validTo'>

/** What adding a version does to the ones before, or the one it stands in the way of. */
export type AddPlan<Version> =
  { fits: true; closes: { version: Version; validTo: CivilDate } | null } | { fits: false; beside: Version }

/**
 * Whether a version may be added to the catalogue. An open-ended version that began before it ends on the day before
 * it begins; every other day that two versions would share is refused.
 */
export function planVersion<Version extends Validity>(
  added: Validity,
  versions: Iterable<Version>,
): AddPlan<Version> {
  let closes: { version: Version; validTo: CivilDate } | null = null
  for (const version of versions) {
    if (version.key !== added.key || !shareDays(added, version)) continue
    const openBefore =
      version.validTo === null && version.validFrom < added.validFrom && added.validFrom > FIRST_DAY
    if (!openBefore) return { fits: false, beside: version }
    closes = { version, validTo: dayBefore(added.validFrom) }
  }
  return { fits: true, closes }
}

function shareDays(a: Validity, b: Validity): boolean {
  return startsBy(a, b.validTo) && startsBy(b, a.validTo)
}

function startsBy({ validFrom }: Validity, end: CivilDate | null): boolean {
  return end === null || validFrom <= end
}

/** Days between two versions on which a procedure has none. */
export interface Gap {
  from: CivilDate
  to: CivilDate
}

/** The gaps between the versions of one procedure, in order. What lies before the first and after the last is none. */
export function gapsOf(versions: readonly Validity[]): Gap[] {
  const inOrder = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return inOrder.flatMap(({ validTo }, index) => {
    const next = inOrder[index + 1]
    if (!next || validTo === null) return []
    const from = dayAfter(validTo)
    return from < next.validFrom ? [{ from, to: dayBefore(next.validFrom) }] : []
  })
}

/** What is wrong with the two appointments of a version. */
export type PhaseFault = 'phases-not-the-term' | 'phases-need-working-days'

/** Whether the extra days of remote communes can be added to the term: they are working days, and so must the term be. */
export function extraFits({ remoteExtra, unit }: Pick<ProcedureVersion, 'remoteExtra' | 'unit'>): boolean {
  return remoteExtra === 0 || unit === 'working-day'
}

/** The working days of the two appointments add up to the term; `null` when nothing is wrong. */
export function phaseFault({
  phases,
  term,
  unit,
}: Pick<ProcedureVersion, 'phases' | 'term' | 'unit'>): PhaseFault | null {
  if (phases === null) return null
  if (unit !== 'working-day') return 'phases-need-working-days'
  return phases.first + phases.second === term ? null : 'phases-not-the-term'
}
