/**
 * The clock of a step: how long a dossier has been in it, against the step's own term.
 */
import type { WorkingCalendar } from '../calendar.ts'
import { type CivilDate, type Instant, dateOfInstant } from '../civil-date.ts'
import {
  type HourTerm,
  dueMoment,
  earliestWithin,
  minutesOfTerm,
  startOfMorning,
  workingMinutesBetween,
} from './hours.ts'
import type { OfficeHours } from './terms.ts'

/** When a step began, and what of its term had been used before that. */
export interface StepClock {
  since: CivilDate
  /** The moment it began; `null` where the hour is not known: the day then counts whole. */
  at: Instant | null
  /** Working minutes used before the clock stood still. */
  used: number
}

/** The days and hours a step is counted by. */
export interface StepRules {
  calendar: WorkingCalendar
  hours: OfficeHours
}

/** How a step stood when it was left: before the day its term ended, on it and in time, or past the term. */
export type StandingWhenLeft = 'early' | 'on-time' | 'late'

function startOf({ since, at }: StepClock, { hours }: StepRules): Instant {
  return at ?? startOfMorning(since, hours)
}

/** The moment the step's term ends; where it had been used up before, the moment the step began. */
export function stepDue(term: HourTerm, step: StepClock, rules: StepRules): Instant {
  const left = Math.max(0, minutesOfTerm(term, rules.hours) - step.used)
  const rest: HourTerm = { term: left / 60, unit: 'working-hour' }
  return dueMoment(rest, startOf(step, rules), rules.calendar, rules.hours)
}

/** Whether the step has run longer than its term. Asked of a clock that runs. */
export function isBehind(term: HourTerm, step: StepClock, now: Instant, rules: StepRules): boolean {
  return usedOf(step, now, rules) > minutesOfTerm(term, rules.hours)
}

/** The earliest moment a step can have begun and not be behind now; for looking up those that are. */
export function earliestInTime(term: HourTerm, used: number, now: Instant, rules: StepRules): Instant {
  const left = minutesOfTerm(term, rules.hours) - used
  return earliestWithin(left, now, rules.calendar, rules.hours)
}

/** Working minutes used of the step's term up to a moment. */
function usedOf(step: StepClock, until: Instant, rules: StepRules): number {
  return step.used + workingMinutesBetween(startOf(step, rules), until, rules.calendar, rules.hours)
}

/** Working minutes used when the clock stops on a day: that day no longer counts. */
export function usedWhenPaused(step: StepClock, on: CivilDate, rules: StepRules): number {
  return usedOf(step, startOfMorning(on, rules.hours), rules)
}

/**
 * How a step stands that is left on a day, at a moment where the hour is known. Without the hour it is late only from the
 * day after its term ended.
 */
export function standingWhenLeft(
  term: HourTerm,
  step: StepClock,
  left: { on: CivilDate; at: Instant | null },
  rules: StepRules,
): StandingWhenLeft {
  const dueOn = dateOfInstant(stepDue(term, step, rules))
  const late = left.at === null ? left.on > dueOn : isBehind(term, step, left.at, rules)
  if (late) return 'late'
  return left.on < dueOn ? 'early' : 'on-time'
}
