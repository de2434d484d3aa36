/**
 * The path of one dossier, step by step, and where it stands in it.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError } from '../../contract/errors.ts'
import { formNumber } from '../../documents/forms/numbers.ts'
import { isBehind, stepDue } from '../../domain/clock.ts'
import {
  type Dossier,
  fold,
  isEnded,
  isPaused,
  mayMove,
  openHandover,
  standingPause,
  staysOf,
  stepBack,
  stepOn,
  stepsFrom,
} from '../../domain/dossier.ts'
import { hasRight } from '../../domain/people.ts'
import { type PathStep, stepTermOf } from '../../domain/path.ts'
import { eventsOf } from '../../store/events.ts'
import type { Context, Office } from '../context.ts'
import { rolesOf, userOf } from '../people/presence.ts'
import { pathOfDossier, stepRules } from './standing.ts'

type Path = Output<'steps', 'path'>

/** The path of a dossier. @throws OfficeError `not-found`. */
export function pathOfOne(context: Context, { id }: Input<'steps', 'path'>): Path {
  const { office } = context
  const history = eventsOf(office.store.read, id)
  if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  const dossier = fold(history)
  const path = pathOfDossier(office, dossier)
  const stays = staysOf(history)
  const nameOf = (staffId: number | null): string | null =>
    staffId === null ? null : (office.rules.staffNames.get(staffId) ?? '')
  const steps = path.map((step, index): Path['steps'][number] => {
    const stay = stays.get(index)
    const state = stateOf(dossier, index, stay !== undefined)
    const { role, name, agency, term, unit } = step
    return {
      ...{ index, role, name, agency, term, unit, state },
      left: state === 'current' ? null : (stay?.left ?? null),
      holderName: nameOf(state === 'current' ? dossier.holderId : (stay?.holderId ?? null)),
      ...(state === 'current' ? clockOfCurrent(office, dossier, step) : NO_CLOCK),
    }
  })
  const open = openHandover(dossier)
  return {
    steps,
    handover: open && {
      batch: open.batch,
      number: formNumber('handover', open.number),
      toName: nameOf(open.toId) ?? '',
    },
    ...offers(context, dossier, path),
  }
}

const NO_CLOCK = { since: null, dueAt: null, behind: false }

function stateOf({ step, state }: Dossier, index: number, visited: boolean): Path['steps'][number]['state'] {
  if (step === null || index > step.index) return 'ahead'
  if (index === step.index) return state === 'returned' ? 'passed' : 'current'
  return visited ? 'passed' : 'skipped'
}

function clockOfCurrent(
  office: Office,
  dossier: Dossier,
  laidDown: PathStep,
): Pick<Path['steps'][number], 'since' | 'dueAt' | 'behind'> {
  const { step, state } = dossier
  if (step === null) return NO_CLOCK
  if (isEnded(state) || standingPause(dossier) !== null) return { ...NO_CLOCK, since: step.since }
  const term = stepTermOf(laidDown)
  const rules = stepRules(office)
  return {
    since: step.since,
    dueAt: stepDue(term, step, rules),
    behind: isBehind(term, step, office.now(), rules),
  }
}

/** What the window offers: what would not be refused for a reason that is known already. */
function offers(
  context: Context,
  dossier: Dossier,
  path: readonly PathStep[],
): Pick<Path, 'canTake' | 'canPassOn' | 'canSendBack'> {
  const id = userOf(context)
  const roles = rolesOf(context)
  const movable =
    hasRight(roles, 'process') &&
    openHandover(dossier) === null &&
    stepsFrom(dossier.state).includes('passed') &&
    mayMove(dossier, { id, roles })
  const along = movable && !isPaused(dossier.state)
  return {
    canTake: movable && dossier.holderId !== id,
    canPassOn: along && stepOn(path, dossier, { kind: 'next' }) !== null,
    canSendBack: along && stepBack(path, dossier, { kind: 'previous' }) !== null,
  }
}
