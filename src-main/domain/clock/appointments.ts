/**
 * Two appointments (*hẹn lần 1, lần 2*) of a procedure with a financial obligation.
 *
 * The first is the day by which the office sends its information slip to the tax office; the second the day of the
 * result, counted from the proof of payment. What lies between slip and proof is the tax leg: the pause for payment. It
 * follows the first phase and comes before the second, so it stops neither and moves no appointment.
 */
import type { WorkingCalendar } from '../calendar.ts'
import { type CivilDate, fromDayNumber, toDayNumber } from '../civil-date.ts'
import { type ClockState, clockState } from './due.ts'
import { type DayAccount, explainDays } from './explain.ts'
import { byStart, stopsOf } from './pauses.ts'
import { type ClockPause, type ClockSettings, type Reception, type Term, DEFAULT_CLOCK } from './terms.ts'

/** The working days of the two phases. */
export interface Phases {
  first: number
  second: number
}

/** The second appointment, or why it is not known: payment is not proved; the slip went out then, or not yet. */
export type SecondAppointment = ClockState | { kind: 'awaiting-proof'; slipOn: CivilDate | null }

/** The two appointments. */
export interface Appointments {
  first: ClockState
  second: SecondAppointment
}

/** From the slip sent to the tax office to the proof of payment. */
interface TaxLeg {
  slipOn: CivilDate
  /** `null` while payment is waited for. */
  proofOn: CivilDate | null
}

/**
 * The first stretch of waiting for payment, pauses that touch made one. A later one finds the second phase running and
 * pauses it like any other: it begins nothing again.
 */
function taxLegOf(pauses: readonly ClockPause[]): TaxLeg | null {
  let leg: TaxLeg | null = null
  const payments = pauses.filter(({ kind }) => kind === 'payment')
  for (const { startOn, endOn: end, closedBy } of payments.toSorted(byStart)) {
    // A dossier that ended while payment was waited for has proved none.
    const endOn = closedBy === 'end' ? null : end
    if (leg === null) leg = { slipOn: startOn, proofOn: endOn }
    else if (leg.proofOn !== null && startOn <= leg.proofOn) {
      leg.proofOn = endOn === null || endOn > leg.proofOn ? endOn : leg.proofOn
    }
  }
  return leg
}

/** The pauses of the first phase: those that began before the slip was sent. */
function pausesBefore(leg: TaxLeg | null, pauses: readonly ClockPause[]): ClockPause[] {
  return pauses.filter(({ startOn }) => leg === null || startOn < leg.slipOn)
}

/** The pauses of the second phase: what is left of them from the proof on. */
function pausesAfter(proofOn: CivilDate, pauses: readonly ClockPause[]): ClockPause[] {
  return pauses
    .filter(({ endOn }) => endOn === null || endOn > proofOn)
    .map((pause) => (pause.startOn < proofOn ? { ...pause, startOn: proofOn } : pause))
}

const phase = (term: number): Term => ({ term, unit: 'working-day' })

/** The proof is no reception: its day is day 0 whatever day it is. */
const fromProof = (settings: ClockSettings): ClockSettings => ({ ...settings, offDayReception: 'strict' })

/**
 * The two appointments. A pause for payment never moves the first; the second is unknown until it has ended.
 * @throws ClockError for phases or pauses that make no sense, or a day outside 1970–2100.
 */
export function appointments(
  phases: Phases,
  reception: Reception,
  pauses: readonly ClockPause[],
  calendar: WorkingCalendar,
  settings = DEFAULT_CLOCK,
): Appointments {
  const second = secondAppointment(phases, reception, pauses, calendar, settings)
  const before = pausesBefore(taxLegOf(pauses), pauses)
  return { first: clockState(phase(phases.first), reception, before, calendar, settings), second }
}

/** The second appointment alone. @throws as {@link appointments} does. */
export function secondAppointment(
  phases: Phases,
  reception: Reception,
  pauses: readonly ClockPause[],
  calendar: WorkingCalendar,
  settings = DEFAULT_CLOCK,
): SecondAppointment {
  // All of them together have to make sense, though each phase is counted with its own.
  stopsOf(pauses, toDayNumber(reception.date))
  const leg = taxLegOf(pauses)
  if (leg === null || leg.proofOn === null) return { kind: 'awaiting-proof', slipOn: leg?.slipOn ?? null }
  const after = pausesAfter(leg.proofOn, pauses)
  return clockState(phase(phases.second), { date: leg.proofOn }, after, calendar, fromProof(settings))
}

/**
 * Every day of both phases and of the waiting for payment between them, each day once. Until the slip is sent the days of
 * the whole term, which stands for the due date that is not known yet.
 * @param until on to this day, where it is later.
 */
export function explainAppointments(
  term: Term,
  phases: Phases,
  reception: Reception,
  pauses: readonly ClockPause[],
  calendar: WorkingCalendar,
  settings = DEFAULT_CLOCK,
  until: CivilDate | null = null,
): DayAccount[] {
  const leg = taxLegOf(pauses)
  if (leg === null) return explainDays(term, reception, pauses, calendar, settings, until)
  const { slipOn, proofOn } = leg
  const before = pausesBefore(leg, pauses)
  const first = explainDays(phase(phases.first), reception, before, calendar, settings, slipOn)
  const untilSlip = first.filter(({ date }) => date < slipOn || date === reception.date)
  if (proofOn === null) return [...untilSlip, ...waitingDays(leg, reception, pauses, until)]
  const second = explainDays(
    phase(phases.second),
    { date: proofOn },
    pausesAfter(proofOn, pauses),
    calendar,
    fromProof(settings),
    until,
  )
  return proofOn === reception.date
    ? second
    : [
        ...untilSlip,
        ...waitingDays(leg, reception, pauses, until),
        // Day 0 of the second phase.
        ...second.map((day, index) => (index === 0 ? { ...day, ...proofDay(pauses, proofOn) } : day)),
      ]
}

/** The day of the proof, with the waiting it ends. */
function proofDay(
  pauses: readonly ClockPause[],
  proofOn: CivilDate,
): Pick<DayAccount, 'reason' | 'pause' | 'basis'> {
  const found = pauses.find(({ kind, endOn }) => kind === 'payment' && endOn === proofOn)
  return { reason: 'resumption', pause: 'payment', basis: found?.document ?? '' }
}

/** From the slip to the day before the proof, or so far; the day of reception stands already. */
function waitingDays(
  { slipOn, proofOn }: TaxLeg,
  reception: Reception,
  pauses: readonly ClockPause[],
  until: CivilDate | null,
): DayAccount[] {
  const from = Math.max(toDayNumber(slipOn), toDayNumber(reception.date) + 1)
  const soFar = until === null || until < slipOn ? slipOn : until
  const to = proofOn === null ? toDayNumber(soFar) : toDayNumber(proofOn) - 1
  const days: DayAccount[] = []
  for (let day = from; day <= to; day++) {
    const date = fromDayNumber(day)
    const found = pauses.find(
      ({ kind, startOn, endOn }) => kind === 'payment' && startOn <= date && (endOn === null || date < endOn),
    )
    days.push({ date, counted: false, reason: 'paused', pause: 'payment', basis: found?.document ?? '' })
  }
  return days
}
