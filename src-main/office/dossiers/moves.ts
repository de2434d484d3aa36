/**
 * The moves of the due date that follow from a step or a correction. For every computed due date the row says what the
 * clock makes of the dossier: whatever changes the one writes an event that changes the other, in the same transaction.
 */
import type { CivilDate } from '../../domain/civil-date.ts'
import { ClockError } from '../../domain/clock.ts'
import {
  type Dossier,
  type DossierEvent,
  type EventFact,
  type MoveCause,
  standingPause,
} from '../../domain/dossier.ts'
import { type Office, procedureOf } from '../context.ts'
import { type ClockRules, type ClockedVersion, clockOf } from './clock-of.ts'

/** A due date to move to, and why. */
export interface DueStep {
  dueOn: CivilDate
  cause: MoveCause
}

/**
 * The due date the clock gives a dossier. While it stands still, the one from before the pause: it stays until the clock
 * runs again.
 * @throws ClockError where it cannot be counted.
 */
export function countedDue(version: ClockedVersion, dossier: Dossier, rules: ClockRules): CivilDate {
  const pauses = dossier.pauses.filter(({ endOn }) => endOn !== null)
  const state = clockOf(version, { ...dossier, pauses }, rules)
  if (state.kind !== 'due') throw new Error('the clock stands still without an open pause')
  return state.date
}

/**
 * How the due date moves between two states of a dossier. What the rules changed while the clock stood still is a move
 * of its own, so that each says the truth. A printed due date that differs from the clock's is the office's word and
 * stays.
 * @throws ClockError where it cannot be counted.
 */
export function dueSteps(
  office: Office,
  before: Dossier,
  after: Dossier,
  cause: 'pause' | 'correction',
): DueStep[] {
  const version = procedureOf(office, before.procedureId)
  const counted = ownCount(version, before, office.rules)
  if (counted === null) return []
  const dueOn = countedDue(version, after, office.rules)
  const steps: DueStep[] = []
  const stood = standingPause(before) !== null
  const ranAgain = stood && standingPause(after) === null
  if (stood && counted !== before.dueOn && (ranAgain || dueOn !== counted)) {
    steps.push({ dueOn: counted, cause: 'rules' })
  }
  if (dueOn !== counted && dueOn !== (steps.at(-1)?.dueOn ?? before.dueOn)) steps.push({ dueOn, cause })
  return steps
}

/** `null` for a printed due date that is not the clock's own. */
function ownCount(version: ClockedVersion, dossier: Dossier, rules: ClockRules): CivilDate | null {
  if (dossier.dueSource === 'computed') return countedDue(version, dossier, rules)
  try {
    const counted = countedDue(version, dossier, rules)
    return counted === dossier.dueOn ? counted : null
  } catch (error) {
    if (error instanceof ClockError) return null
    throw error
  }
}

/** The moves as the events that follow an event, with its day and author. */
export function moveEvents(of: DossierEvent, steps: readonly DueStep[], note: string): DossierEvent[] {
  return steps.map(({ dueOn, cause }, index) => {
    const fact: EventFact = { kind: 'due-moved', dueOn, cause, changeId: null, note }
    return { ...of, seq: of.seq + 1 + index, fact }
  })
}
