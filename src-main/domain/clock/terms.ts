/**
 * What the clock is asked about: terms, receptions, pauses, and the office's own conventions.
 */
import type { CivilDate, TimeOfDay } from '../civil-date.ts'
import type { PauseKind } from '../dossier.ts'

/** A statutory term. `term` 0 is a same-day procedure, in whichever unit it is written. */
export interface Term {
  term: number
  unit: 'working-day' | 'calendar-day'
}

/** Two spans of a working day, before and after lunch, each from–to. */
export interface OfficeHours {
  morning: readonly [from: TimeOfDay, to: TimeOfDay]
  afternoon: readonly [from: TimeOfDay, to: TimeOfDay]
}

/** The office's own conventions, all settings. */
export interface ClockSettings {
  /** A same-day dossier accepted after this time is due the next working day. Default 15:00. */
  sameDayCutOff: TimeOfDay
  /**
   * Reception on a day off: `strict` makes that day day 0 (Bộ luật Dân sự 2015 điều 147.2), `next-working-day`
   * moves day 0 to the next working day.
   */
  offDayReception: 'strict' | 'next-working-day'
  hours: OfficeHours
}

/** The defaults where the office has not said otherwise. */
export const DEFAULT_CLOCK: ClockSettings = {
  sameDayCutOff: '15:00',
  offDayReception: 'strict',
  hours: { morning: ['07:30', '11:30'], afternoon: ['13:00', '17:00'] },
}

/** When the clock started: the day of acceptance, and its time where it is known. */
export interface Reception {
  date: CivilDate
  time?: TimeOfDay | undefined
}

/**
 * An interval in which the dossier waited. A day counts when the clock is running at its end, so a pause takes away
 * the days from `startOn` up to, not including, `endOn`.
 */
export interface ClockPause {
  kind: PauseKind
  startOn: CivilDate
  /** The day the clock ran again; `null` while it is open. */
  endOn: CivilDate | null
  /** `end` where only the dossier's own end closed it: nothing was handed in and nothing proved by that. */
  closedBy?: 'resumption' | 'end' | null
  /** Whether the law stops the clock for it. One that does not is shown and counts. */
  stops: boolean
  /** Whether the term begins again in full when it ends, the day of resumption being a new day 0. */
  restarts: boolean
  /** Number of the document it stands on. */
  document: string
}

/** What makes no sense to a clock. */
export type ClockFault =
  | 'negative-term'
  | 'pause-ends-before-start'
  | 'pause-before-reception'
  | 'pause-after-open-pause'
  | 'outside-calendar'

/** Thrown for a question that makes no sense. No `RangeError`: those are faults of the program. */
export class ClockError extends Error {
  readonly fault: ClockFault
  constructor(fault: ClockFault) {
    super(fault)
    this.fault = fault
  }
}
