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
  type Phases,
  type Reception,
  appointments,
  clockState,
  explainAppointments,
  explainDays,
  secondAppointment,
  withRunningWaits,
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
  pauses: readonly ClockedPause[]
}

/** A pause; of an open dossier none was closed by the dossier's end, and the rows keep only those that stop the clock. */
export type ClockedPause = Omit<Pause, 'closedBy' | 'stops'> & Partial<Pick<Pause, 'closedBy' | 'stops'>>

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
 * The pauses as the clock takes them. Waiting for a supplement or for payment stops the clock, waiting for another agency
 * where the law says so; after a supplement the term begins again in full where the procedure says so, but not where the dossier ended without it.
 */
export function clockPauses(version: ClockedVersion, pauses: readonly ClockedPause[]): ClockPause[] {
  return pauses.map((pause) => ({
    ...pause,
    stops: pause.stops ?? true,
    restarts: pause.kind === 'supplement' && version.supplementRule === 'restart' && pause.closedBy !== 'end',
  }))
}

/**
 * The phases that make two appointments; a remote commune's extra days belong to the first. Without a financial
 * obligation there is no proof of payment to wait for: the phases are then legs of one term, and its due date is known
 * from the start.
 */
function phasesOf({ phases, hasFeeLeg, remoteExtra }: ClockedVersion, remote: boolean): Phases | null {
  if (!hasFeeLeg || phases === null) return null
  return { first: phases.first + (remote ? remoteExtra : 0), second: phases.second }
}

/**
 * The clock of a dossier. With two appointments the second phase counts from the proof of payment, and while payment is
 * waited for that whole phase is what is left. Until then, and where the dossier ended without it, the whole term stands
 * for the due date, and {@link appointmentsOf} says that the second appointment is not known.
 */
export function clockOf(
  version: ClockedVersion,
  dossier: ClockedDossier,
  { calendar, clock }: ClockRules,
): ClockState {
  const pauses = clockPauses(version, dossier.pauses)
  const reception = receptionOf(dossier)
  const phases = phasesOf(version, dossier.remote)
  const second = phases && secondAppointment(phases, reception, pauses, calendar, clock)
  if (second !== null && second.kind !== 'awaiting-proof') return second
  const whole = clockState(termOf(version, dossier.remote), reception, pauses, calendar, clock)
  // A slip sent after the whole term had run out stops nothing.
  if (phases === null || second === null || second.slipOn === null || whole.kind === 'due') return whole
  return { kind: 'stopped', since: second.slipOn, remaining: phases.second }
}

/**
 * The two appointments of a dossier, `null` for a procedure with one. Where slip and proof came early enough for the
 * second to be sooner than the first was to be, the first is no later than the second.
 */
export function appointmentsOf(
  version: ClockedVersion,
  dossier: ClockedDossier,
  { calendar, clock }: ClockRules,
): Appointments | null {
  const phases = phasesOf(version, dossier.remote)
  if (phases === null) return null
  const pauses = clockPauses(version, dossier.pauses)
  const { first, second } = appointments(phases, receptionOf(dossier), pauses, calendar, clock)
  const sooner = first.kind === 'due' && second.kind === 'due' && second.date < first.date
  return { first: sooner ? second : first, second }
}

/**
 * The days of the term that runs: with two appointments those of the first phase while payment is waited for, and of the
 * second once it is proved.
 */
export function daysWhole(version: ClockedVersion, dossier: ClockedDossier, rules: ClockRules): number {
  const whole = termOf(version, dossier.remote).term
  const phases = phasesOf(version, dossier.remote)
  if (phases === null) return whole
  const pauses = clockPauses(version, dossier.pauses)
  const second = secondAppointment(phases, receptionOf(dossier), pauses, rules.calendar, rules.clock)
  if (second.kind !== 'awaiting-proof') return phases.second
  const waits = second.slipOn !== null && clockOf(version, dossier, rules).kind === 'stopped'
  return waits ? phases.first : whole
}

/**
 * The days counted since the term that runs began, up to a day.
 * @param over whether that day is over for the clock: it counts then.
 */
export function daysUsed(days: readonly DayAccount[], on: CivilDate, over: boolean): number {
  const began = days.findLastIndex(({ reason }) => reason === 'resumption')
  return days.filter(
    ({ counted, date }, index) => counted && index > began && (over ? date <= on : date < on),
  ).length
}

/** Every day of a dossier's clock, on to `until` where that is later; with two appointments those of both phases. */
export function daysOf(
  version: ClockedVersion,
  dossier: ClockedDossier,
  { calendar, clock }: ClockRules,
  until: CivilDate | null,
): DayAccount[] {
  const term = termOf(version, dossier.remote)
  const pauses = clockPauses(version, dossier.pauses)
  const reception = receptionOf(dossier)
  const phases = phasesOf(version, dossier.remote)
  const unproved =
    phases !== null &&
    secondAppointment(phases, reception, pauses, calendar, clock).kind === 'awaiting-proof' &&
    clockOf(version, dossier, { calendar, clock }).kind === 'due'
  // As long as the whole term stands for the due date, its days lead to it.
  const days =
    phases === null || unproved
      ? explainDays(term, reception, pauses, calendar, clock, until)
      : explainAppointments(term, phases, reception, pauses, calendar, clock, until)
  return withRunningWaits(days, pauses)
}
