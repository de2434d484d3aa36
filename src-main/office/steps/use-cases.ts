/**
 * Who has a dossier and where it stands in its path: assigning, taking, passing on, sending back.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError } from '../../contract/errors.ts'
import { type Dossier, type EventFact, staysOf, stepBack, stepOn, stepsFrom } from '../../domain/dossier.ts'
import { firstAfterCounter } from '../../domain/path.ts'
import { countByRole } from '../../store/steps.ts'
import type { Context, Office } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { type Subject, checkPerson, chosenOf, demandMovable, demandRunning, moveAll, whenOf } from './many.ts'
import { type When, moveTo, pathOfDossier } from './standing.ts'

type Change = Pick<Input<'steps', 'take'>, 'dossiers' | 'happenedOn' | 'happenedAt'>

async function change(
  context: Context,
  input: Change,
  decide: (subject: Subject, when: When) => EventFact,
  stopsSeen: readonly string[] = [],
): Promise<{ moved: number }> {
  const { office } = context
  const when = whenOf(office, input)
  const chosen = chosenOf(input.dossiers)
  await office.store.write((db) => {
    const checked = (subject: Subject): EventFact => {
      demandMovable(context, subject.dossier)
      return decide(subject, when)
    }
    moveAll(db, context, chosen, when, checked, stopsSeen)
  })
  office.notify({ topic: 'dossiers' })
  return { moved: chosen.length }
}

/** That somebody takes a dossier in hand. What nobody has worked on yet leaves the counter with it; else the step stays. */
export function takenBy(
  office: Office,
  dossier: Dossier,
  { holderId, note, when }: { holderId: number; note: string; when: When },
): EventFact {
  const { state, step } = dossier
  const first = firstAfterCounter(pathOfDossier(office, dossier))
  const leaves = first !== null && (step === null || (state === 'accepted' && step.role === 'counter'))
  return { kind: 'taken', holderId, note, ...(leaves ? moveTo(office, dossier, first, when) : {}) }
}

function handTo(
  context: Context,
  input: Input<'steps', 'take'>,
  holderId: number,
): Promise<{ moved: number }> {
  const { note } = input
  return change(context, input, ({ dossier }, when) => {
    if (dossier.holderId === holderId) throw new OfficeError('invalid-input', {}, [HAS_IT])
    // What waits or has ended only changes hands.
    if (!stepsFrom(dossier.state).includes('taken')) return { kind: 'passed', holderId, note }
    return takenBy(context.office, dossier, { holderId, note, when })
  })
}

const HAS_IT = { field: 'holderId', code: 'has-it-already', params: {} }

/** Gives dossiers to somebody. */
export function assign(context: Context, input: Input<'steps', 'assign'>): Promise<{ moved: number }> {
  checkPerson(context.office, input.holderId, 'holderId')
  return handTo(context, input, input.holderId)
}

/** Takes dossiers oneself. */
export function take(context: Context, input: Input<'steps', 'take'>): Promise<{ moved: number }> {
  return handTo(context, input, userOf(context))
}

/** Passes dossiers on along their paths. */
export function passOn(context: Context, input: Input<'steps', 'passOn'>): Promise<{ moved: number }> {
  const { office } = context
  const { to, holderId, note } = input
  if (holderId !== null) checkPerson(office, holderId, 'holderId')
  const decide = ({ dossier, path }: Subject, when: When): EventFact => {
    if (to.kind === 'stay') {
      if (dossier.holderId === holderId) throw new OfficeError('invalid-input', {}, [HAS_IT])
      return { kind: 'passed', holderId, note }
    }
    demandRunning(dossier)
    const step = stepOn(path, dossier, to)
    if (step === null) throw new OfficeError('no-such-step')
    return { kind: 'passed', holderId, note, ...moveTo(office, dossier, step, when) }
  }
  return change(context, input, decide, input.stopsAcknowledged)
}

/** Sends dossiers back to an earlier step, to whoever had them there unless somebody is named. */
export function sendBack(context: Context, input: Input<'steps', 'sendBack'>): Promise<{ moved: number }> {
  const { office } = context
  const { to, note } = input
  if (input.holderId !== null) checkPerson(office, input.holderId, 'holderId')
  return change(context, input, ({ dossier, path, history }, when) => {
    demandRunning(dossier)
    const step = stepBack(path, dossier, to)
    if (step === null) throw new OfficeError('no-such-step')
    const holderId = input.holderId ?? staysOf(history).get(step.index)?.holderId ?? null
    return { kind: 'passed', back: true, holderId, note, ...moveTo(office, dossier, step, when) }
  })
}

/** How many open dossiers stand in the steps of each role. */
export function countsOfSteps(
  { office }: Context,
  { holderId }: Input<'steps', 'counts'>,
): Output<'steps', 'counts'> {
  return countByRole(office.store.read, holderId)
}
