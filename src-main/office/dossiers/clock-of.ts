/**
 * A dossier's clock: what its procedure, reception and pauses make of its due date. The one place where a dossier is
 * put before the clock.
 */
import type { WorkingCalendar } from '../../domain/calendar.ts'
import { type CivilDate, type Instant, timeOfInstant } from '../../domain/civil-date.ts'
import {
  type Appointments,
  type ClockPause,
  type ClockSettings,
  type ClockState,
  type DayAccount,
  type Reception,
  appointments,
  clockState,
  explainDays,
} from '../../domain/clock.ts'
import type { Pause } from '../../domain/dossier.ts'
import { type ProcedureVersion, termOf } from '../../domain/procedure.ts'

/** What the clock needs to know of a procedure's version. */
export type ClockedVersion = Pick<
  ProcedureVersion,
  'term' | 'unit' | 'remoteExtra' | 'phases' | 'hasFeeLeg' | 'supplementRule'
>

/** What the clock needs to know of a dossier. */
export interface ClockedDossier {
  acceptedOn: CivilDate
  acceptedAt: Instant | null
  remote: boolean
  pauses: readonly Pause[]
}

/** The rules it is counted under. */
export interface ClockRules {
  calendar: WorkingCalendar
  clock: ClockSettings
}

/** The acceptance as the clock takes it. */
export function receptionOf({
  acceptedOn,
  acceptedAt,
}: Pick<ClockedDossier, 'acceptedOn' | 'acceptedAt'>): Reception {
  return acceptedAt === null ? { date: acceptedOn } : { date: acceptedOn, time: timeOfInstant(acceptedAt) }
}

/**
 * The pauses as the clock takes them. Waiting for a supplement, for payment or for another agency stops the clock; after
 * a supplement the term begins again in full where the procedure says so.
 */
export function clockPauses(version: ClockedVersion, pauses: readonly Pause[]): ClockPause[] {
  return pauses.map((pause) => ({
    ...pause,
    stops: true,
    restarts: pause.kind === 'supplement' && version.supplementRule === 'restart',
  }))
}

/**
 * The phases that make two appointments. Without a financial obligation there is no proof of payment to wait for: the
 * phases are then legs of one term, and its due date is known from the start.
 */
function phasesOf({ phases, hasFeeLeg }: ClockedVersion): ClockedVersion['phases'] {
  return hasFeeLeg ? phases : null
}

/** The day payment was proved: the end of the last payment pause, for a procedure with two appointments. */
function proofOf(version: ClockedVersion, pauses: readonly Pause[]): CivilDate | null {
  if (phasesOf(version) === null) return null
  return pauses.findLast(({ kind, endOn }) => kind === 'payment' && endOn !== null)?.endOn ?? null
}

/**
 * The clock of a dossier. With two appointments the second phase counts from the proof of payment; before it, the whole
 * term stands for the due date, and {@link appointmentsOf} says that the second appointment is not known.
 */
export function clockOf(
  version: ClockedVersion,
  dossier: ClockedDossier,
  { calendar, clock }: ClockRules,
): ClockState {
  const proof = proofOf(version, dossier.pauses)
  const pauses = clockPauses(version, dossier.pauses)
  const found = phasesOf(version)
  if (found !== null && proof !== null) {
    const { second } = appointments(found, receptionOf(dossier), proof, pauses, calendar, clock)
    if (second.kind !== 'awaiting-proof') return second
  }
  return clockState(termOf(version, dossier.remote), receptionOf(dossier), pauses, calendar, clock)
}

/** The two appointments of a dossier, `null` for a procedure with one. */
export function appointmentsOf(
  version: ClockedVersion,
  dossier: ClockedDossier,
  { calendar, clock }: ClockRules,
): Appointments | null {
  const found = phasesOf(version)
  if (found === null) return null
  const extra = dossier.remote ? version.remoteExtra : 0
  const phases = { first: found.first + extra, second: found.second }
  const pauses = clockPauses(version, dossier.pauses)
  return appointments(phases, receptionOf(dossier), proofOf(version, dossier.pauses), pauses, calendar, clock)
}

/** Every day of a dossier's clock, on to `until` where that is later; from the proof of payment on in the second phase. */
export function daysOf(
  version: ClockedVersion,
  dossier: ClockedDossier,
  rules: ClockRules,
  until: CivilDate | null,
): DayAccount[] {
  const { calendar, clock } = rules
  const proof = proofOf(version, dossier.pauses)
  const pauses = clockPauses(version, dossier.pauses)
  const found = phasesOf(version)
  if (found === null || proof === null) {
    return explainDays(termOf(version, dossier.remote), receptionOf(dossier), pauses, calendar, clock, until)
  }
  const { first, second } = found
  const before = pauses.filter(({ startOn }) => startOn < proof)
  const after = pauses.filter(({ startOn }) => startOn >= proof)
  const extra = dossier.remote ? version.remoteExtra : 0
  const firstPhase = explainDays(
    { term: first + extra, unit: 'working-day' },
    receptionOf(dossier),
    before,
    calendar,
    clock,
    proof,
  )
  const secondPhase = explainDays(
    { term: second, unit: 'working-day' },
    { date: proof },
    after,
    calendar,
    clock,
    until,
  )
  const untilProof = firstPhase.filter(({ date }) => date < proof).map((day) => asWaiting(day, before))
  return [...untilProof, ...asResumption(secondPhase)]
}

/** Once the first phase is over the clock stands still while payment is waited for; nobody is late then. */
function asWaiting(day: DayAccount, pauses: readonly ClockPause[]): DayAccount {
  const { date, counted } = day
  const pause = pauses.find(({ startOn, endOn }) => startOn <= date && (endOn === null || date < endOn))
  return counted || pause === undefined || day.reason === 'reception'
    ? day
    : { date, counted: false, reason: 'paused', pause: pause.kind, basis: pause.document }
}

/** The day of the proof is a new day 0, not a reception. */
function asResumption(days: DayAccount[]): DayAccount[] {
  return days.map((day, index) => (index === 0 ? { ...day, reason: 'resumption' } : day))
}
