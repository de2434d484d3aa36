/**
 * What a step taken by hand writes down.
 */
import { ENDING_STEPS } from '../../contract/dossier-waits.ts'
import { fieldError } from '../../contract/errors.ts'
import type { Input } from '../../contract/index.ts'
import type { EventFact, ReturnWay } from '../../domain/dossier.ts'
import { getStaff } from '../../store/reference.ts'
import type { Office } from '../context.ts'

type Step = Input<'dossiers', 'recordStep'>

/** The fact of a step. @throws OfficeError naming the field that is missing, or that the step has no use for. */
export function stepFact(office: Office, input: Step): EventFact {
  const { step, holderId, note, document } = input
  if (step !== 'returned') checkNotReturned(input)
  if (document !== '' && !ENDING_STEPS.some((ending) => ending === step)) {
    throw fieldError('document', 'not-for-this-step')
  }
  switch (step) {
    case 'taken':
      if (holderId === null) throw fieldError('holderId', 'required')
      if (!getStaff(office.store.read, holderId)) throw fieldError('holderId', 'not-found')
      return { kind: step, holderId, note }
    case 'returned':
      return { kind: step, note, ...returnedFact(input) }
    case 'refused':
      // Nobody is refused without being told why.
      if (note === '') throw fieldError('note', 'required')
      return { kind: step, note, ...documentOf(document) }
    case 'result-ready':
    case 'withdrawn':
    case 'stopped':
      return { kind: step, note, ...documentOf(document) }
  }
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
