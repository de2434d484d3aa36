/**
 * What is pending on a day, by its age and by when it falls due.
 */
import type { WorkingCalendar } from './calendar.ts'
import type { CivilDate } from './civil-date.ts'
import { dayAfter, workingDayAfterOrLast, workingDaysBetween } from './clock.ts'
import type { Counted, CountedDossier } from './figure-class.ts'

/** Age of a pending dossier: working days since its reception, whatever it waited for meanwhile. */
export const AGE_BANDS = ['0-5', '6-10', '11-20', '21-30', '31-60', 'over-60'] as const
export type AgeBand = (typeof AGE_BANDS)[number]

const BAND_ENDS: Record<AgeBand, number> = {
  '0-5': 5,
  '6-10': 10,
  '11-20': 20,
  '21-30': 30,
  '31-60': 60,
  'over-60': Infinity,
}

/** The band of a dossier received on a day, on another day. */
export function ageBand(acceptedOn: CivilDate, on: CivilDate, calendar: WorkingCalendar): AgeBand {
  const age = workingDaysBetween(acceptedOn, on, calendar)
  return AGE_BANDS.find((band) => age <= BAND_ENDS[band]) ?? 'over-60'
}

/** How a pending dossier stands: its clock runs in time, it is stopped, or it is overdue. */
export type PendingStanding = 'running' | 'paused' | 'overdue'
export const PENDING_STANDINGS = [
  'running',
  'paused',
  'overdue',
] as const satisfies readonly PendingStanding[]

/** How it stands; `null` for what has ended. */
export function pendingStanding({
  standing,
  paused,
  endedOn,
}: Pick<Counted, 'standing' | 'paused' | 'endedOn'>): PendingStanding | null {
  if (endedOn !== null) return null
  return standing === 'overdue' ? 'overdue' : paused !== null ? 'paused' : 'running'
}

/** Pending dossiers of an age, and the days of reception that age stands for. */
export interface AgedPending extends Record<PendingStanding, number> {
  band: AgeBand
  /** Of the oldest and the youngest of them; `null` where there are none. */
  acceptedFrom: CivilDate | null
  acceptedTo: CivilDate | null
}

/** The pending dossiers by age, every band in its order. */
export function agesOf(
  placed: Iterable<readonly [CountedDossier, Counted]>,
  on: CivilDate,
  calendar: WorkingCalendar,
): AgedPending[] {
  const bands = AGE_BANDS.map((band): AgedPending => ({
    band,
    acceptedFrom: null,
    acceptedTo: null,
    running: 0,
    paused: 0,
    overdue: 0,
  }))
  for (const [{ acceptedOn }, counted] of placed) {
    const standing = pendingStanding(counted)
    const found = bands[AGE_BANDS.indexOf(ageBand(acceptedOn, on, calendar))]
    if (standing === null || found === undefined) continue
    found[standing]++
    if (found.acceptedFrom === null || acceptedOn < found.acceptedFrom) found.acceptedFrom = acceptedOn
    if (found.acceptedTo === null || acceptedOn > found.acceptedTo) found.acceptedTo = acceptedOn
  }
  return bands
}

/** Working days ahead that the load is told for. */
export const LOAD_DAYS = 15

/** What falls due when. All of it together is what is pending. */
export interface Load {
  /** Today, then the next {@link LOAD_DAYS} working days; what falls due on a day off stands at the working day after. */
  days: {
    /** The due dates that stand here: both counted. */
    dueFrom: CivilDate
    dueTo: CivilDate
    running: number
  }[]
  /** Due after those days, the clock running. */
  later: number
  /** Its clock stands still: when it falls due is not known yet. */
  paused: number
  /** Its due date has passed. */
  overdue: number
}

/** When the pending dossiers fall due. */
export function loadOf(
  placed: Iterable<readonly [CountedDossier, Counted]>,
  today: CivilDate,
  calendar: WorkingCalendar,
): Load {
  const days = [{ dueFrom: today, dueTo: today, running: 0 }]
  for (let n = 1; n <= LOAD_DAYS; n++) {
    const before = days.at(-1)?.dueTo ?? today
    const dueTo = workingDayAfterOrLast(today, n, calendar)
    if (dueTo > before) days.push({ dueFrom: dayAfter(before), dueTo, running: 0 })
  }
  const load: Load = { days, later: 0, paused: 0, overdue: 0 }
  for (const [, counted] of placed) {
    const standing = pendingStanding(counted)
    if (standing === 'paused' || standing === 'overdue') load[standing]++
    if (standing !== 'running') continue
    const day = days.find(({ dueTo }) => counted.dueOn <= dueTo)
    if (day) day.running++
    else load.later++
  }
  return load
}
