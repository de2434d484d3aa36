/**
 * What a step taken by hand writes down.
 */
import { ENDING_STEPS } from '../../contract/dossier-waits.ts'
import { fieldError } from '../../contract/errors.ts'
import type { Input } from '../../contract/index.ts'
import type { Dossier, EventFact, Move, ReturnWay } from '../../domain/dossier.ts'
import { nextOfRole } from '../../domain/path.ts'
import type { Context, Office } from '../context.ts'
import { checkPerson, demandMovable } from '../steps/many.ts'
import { type When, moveTo, pathOfDossier } from '../steps/standing.ts'
import { takenBy } from '../steps/use-cases.ts'

type Step = Input<'dossiers', 'recordStep'>

/** The fact of a step. @throws OfficeError naming the field that is missing, or that the step has no use for. */
export function stepFact(context: Context, dossier: Dossier, input: Step, when: When): EventFact {
  const { office } = context
  const { step, holderId, note, document } = input
  if (step !== 'returned') checkNotReturned(input)
  if (document !== '' && !ENDING_STEPS.some((ending) => ending === step)) {
    throw fieldError('document', 'not-for-this-step')
  }
  switch (step) {
    case 'taken':
      if (holderId === null) throw fieldError('holderId', 'required')
      checkPerson(office, holderId, 'holderId')
      demandMovable(context, dossier)
      return takenBy(office, dossier, { holderId, note, when })
    case 'returned':
      return { kind: step, note, ...returnedFact(input) }
    case 'refused':
      // Nobody is refused without being told why.
      if (note === '') throw fieldError('note', 'required')
      return { kind: step, note, ...documentOf(document) }
    case 'result-ready':
      return { kind: step, note, ...documentOf(document), ...moveToReturn(office, dossier, when) }
    case 'withdrawn':
    case 'stopped':
      return { kind: step, note, ...documentOf(document) }
  }
}

/** With its result a dossier is where results are handed out. */
function moveToReturn(office: Office, dossier: Dossier, when: When): Move {
  if (dossier.step === null || dossier.step.role === 'return') return {}
  const last = nextOfRole(pathOfDossier(office, dossier), dossier.step.index, 'return')
  return last === null ? {} : moveTo(office, dossier, last, when)
}

/** How a result was handed out. @throws OfficeError for the post without a tracking number, or one without the post. */
export function returnedFact({
  to,
  way,
  tracking,
}: {
  to: string
  way: ReturnWay | null
  tracking: string
}): {
  to?: string
  way?: ReturnWay
  tracking?: string
} {
  if (way === 'post' && tracking === '') throw fieldError('tracking', 'required')
  if (way !== 'post' && tracking !== '') throw fieldError('tracking', 'only-post')
  return {
    ...(to === '' ? {} : { to }),
    ...(way === null ? {} : { way }),
    ...(tracking === '' ? {} : { tracking }),
  }
}

function documentOf(document: string): { document?: string } {
  return document === '' ? {} : { document }
}

function checkNotReturned({ to, way, tracking }: Step): void {
  if (to !== '') throw fieldError('to', 'not-for-this-step')
  if (way !== null) throw fieldError('way', 'not-for-this-step')
  if (tracking !== '') throw fieldError('tracking', 'not-for-this-step')
}
