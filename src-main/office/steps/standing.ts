/**
 * How a dossier's step stands against its term: when it is left, and when the clock stops in it.
 */
import type { CivilDate, Instant } from '../../domain/civil-date.ts'
import { type StepClock, type StepRules, standingWhenLeft, usedWhenPaused } from '../../domain/clock.ts'
import { type Dossier, type Move, type StepStanding, isPaused } from '../../domain/dossier.ts'
import { type PathStep, type StepRef, nextOfRole, pathOf, stepAt, stepTermOf } from '../../domain/path.ts'
import { type Office, procedureOf } from '../context.ts'

/** The day something happened, and the moment where the hour is known. */
export interface When {
  on: CivilDate
  at: Instant | null
}

/** A dossier's path under its version. */
export function pathOfDossier(
  office: Office,
  { procedureId, remote }: Pick<Dossier, 'procedureId' | 'remote'>,
): PathStep[] {
  return pathOf(procedureOf(office, procedureId), remote)
}

/** The hours steps are counted by. */
export function stepRules({ rules }: Office): StepRules {
  return { calendar: rules.calendar, hours: rules.clock.hours }
}

function clockOfStep({ since, at, used }: NonNullable<Dossier['step']>): StepClock {
  return { since, at, used }
}

/**
 * How the step stands that is left. Once the dossier has ended it is judged by that day: what lay there afterwards was
 * done. `undefined` where the path does not know the step.
 */
export function standingOfLeft(office: Office, dossier: Dossier, when: When): StepStanding | undefined {
  const { step, endedOn } = dossier
  const laidDown = step === null ? undefined : pathOfDossier(office, dossier)[step.index]
  if (step === null || laidDown === undefined) return undefined
  const left = endedOn === null ? when : { on: endedOn, at: null }
  return standingWhenLeft(stepTermOf(laidDown), clockOfStep(step), left, stepRules(office))
}

/** The move to a step, with how the one before stood. */
export function moveTo(office: Office, dossier: Dossier, step: StepRef, when: When): Move {
  const left = standingOfLeft(office, dossier, when)
  return { step, ...(left === undefined ? {} : { left }) }
}

/** Waiting for payment is the tax office's step, where the path has one ahead. */
export function moveByPause(
  office: Office,
  dossier: Dossier,
  fact: { pause: 'supplement' | 'payment' | 'agency' },
  when: When,
): Move {
  if (fact.pause !== 'payment' || dossier.step === null || dossier.step.role === 'tax') return {}
  const tax = nextOfRole(pathOfDossier(office, dossier), dossier.step.index, 'tax')
  return tax === null ? {} : moveTo(office, dossier, tax, when)
}

/**
 * What becomes of the step when the clock runs again: paid, the dossier goes on to the step after the tax office's;
 * otherwise the step's term goes on where it stood, or begins again where that of the dossier does.
 */
export function moveByResumption(
  office: Office,
  dossier: Dossier,
  restarts: boolean,
): { step?: StepRef; stepUsed?: number } {
  const open = dossier.pauses.find(({ endOn }) => endOn === null)
  const { step } = dossier
  if (open === undefined || step === null || !isPaused(dossier.state)) return {}
  if (open.kind === 'payment' && step.role === 'tax') {
    const next = stepAt(pathOfDossier(office, dossier), step.index + 1)
    if (next !== null) return { step: next }
  }
  // It never stood still: the step's term has run on.
  if (!open.stops) return {}
  return { stepUsed: restarts ? 0 : usedWhenPaused(clockOfStep(step), open.startOn, stepRules(office)) }
}
