/**
 * Pausing a dossier's clock and letting it run again.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import {
  type Dossier,
  type DossierEvent,
  type EventFact,
  type PauseKind,
  fold,
  isPaused,
  standingPause,
  stepsFrom,
} from '../../domain/dossier.ts'
import type { WriteDb } from '../../store/database.ts'
import { appendEvents, eventsOf } from '../../store/events.ts'
import { type Context, type Office, procedureOf } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { checkHappened, clockRefusal, refusal } from '../moments.ts'
import { clockOf, clockPauses, daysOf } from './clock-of.ts'
import { moveByPause, moveByResumption } from '../steps/standing.ts'
import { dueSteps, moveEvents } from './moves.ts'

type PauseFact = EventFact & { kind: 'paused' | 'resumed' }

/** The dossier as it would be after a pause or its end. @throws OfficeError when that may not follow. */
function after(
  office: Office,
  dossier: Dossier,
  history: readonly DossierEvent[],
  fact: PauseFact,
  on: CivilDate,
): Dossier {
  if (fact.kind === 'paused' && fact.pause === 'supplement' && supplementAsked(dossier)) {
    throw new OfficeError('supplement-asked-before')
  }
  const event: DossierEvent = {
    seq: dossier.version + 1,
    happenedOn: on,
    happenedAt: null,
    enteredAt: office.now(),
    authorId: 0,
    fact,
  }
  try {
    return fold([...history, event])
  } catch (error) {
    throw refusal(error)
  }
}

/** A supplement may be asked for only once. */
export function supplementAsked(dossier: Pick<Dossier, 'pauses'>): boolean {
  return dossier.pauses.some(({ kind }) => kind === 'supplement')
}

/** Whether the dossier can be paused or resumed now. */
export function pauseSteps({ state }: Pick<Dossier, 'state'>): { canPause: boolean; canResume: boolean } {
  const steps = stepsFrom(state)
  return { canPause: steps.includes('paused'), canResume: steps.includes('resumed') }
}

function readDossier(office: Office, id: number): { dossier: Dossier; history: DossierEvent[] } {
  const history = eventsOf(office.store.read, id)
  if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  return { dossier: fold(history), history }
}

/**
 * The moves of the due date that a correction makes. They are in force from the day of the correction on; the moves
 * before stay in the history. A move is no entry to set right: it follows from another.
 * @throws OfficeError for a move; HistoryError when the correction makes a history that cannot be; ClockError.
 */
export function movesByCorrection(
  office: Office,
  history: readonly DossierEvent[],
  correction: DossierEvent,
): DossierEvent[] {
  const { fact } = correction
  if (fact.kind !== 'corrected') return []
  const seqOf = fact.revoked ?? fact.redated?.seq
  if (seqOf === undefined) return []
  if (history.find(({ seq }) => seq === seqOf)?.fact.kind === 'due-moved') {
    throw fieldError(fact.revoked === undefined ? 'redated.seq' : 'revoked', 'due-move-follows')
  }
  const steps = dueSteps(office, fold(history), fold([...history, correction]), 'correction')
  return moveEvents(correction, steps, fact.reason)
}

/**
 * The moves of the due date that a step makes: where it ends a pause, be it that the clock runs again or that the dossier
 * has ended, the days it stood still are not counted. A pause in which the clock ran on moves nothing.
 */
export function movesByStep(
  office: Office,
  before: Dossier,
  after: Dossier,
  event: DossierEvent,
): DossierEvent[] {
  if (standingPause(before) === null) return []
  return moveEvents(event, dueSteps(office, before, after, 'pause'), '')
}

/** What a pause or its end would do to the clock. */
export function previewPause(
  { office }: Context,
  { id, change }: Input<'dossiers', 'previewPause'>,
): Output<'dossiers', 'previewPause'> {
  checkHappened(office, change.on, null, 'on')
  if (change.kind === 'pause') checkStops(change, 'change.stops')
  const { dossier, history } = readDossier(office, id)
  const fact: PauseFact =
    change.kind === 'pause'
      ? { kind: 'paused', pause: change.pause, note: '', ...runsOn(change) }
      : { kind: 'resumed', note: '' }
  const next = after(office, dossier, history, fact, change.on)
  const version = procedureOf(office, dossier.procedureId)
  try {
    const state = clockOf(version, next, office.rules)
    const stops = change.kind === 'pause' && state.kind === 'stopped' && change.on <= dossier.dueOn
    const steps = change.kind === 'pause' ? [] : dueSteps(office, dossier, next, 'pause')
    return {
      dueBefore: dossier.dueOn,
      dueAfter: stops ? null : (steps.at(-1)?.dueOn ?? dossier.dueOn),
      remaining: stops ? state.remaining : null,
      restarts: clockPauses(version, next.pauses).at(-1)?.restarts ?? false,
      days: daysOf(version, next, office.rules, null),
    }
  } catch (error) {
    throw clockRefusal(error)
  }
}

/** Only another agency may be waited for while the term runs on. @throws OfficeError for another kind. */
function checkStops({ pause, stops }: { pause: PauseKind; stops: boolean }, field: string): void {
  if (!stops && pause !== 'agency') throw fieldError(field, 'only-agency-runs-on')
}

/** What the fact says of a pause in which the clock runs on; one that stops it says nothing. */
function runsOn({ stops }: { stops: boolean }): { stops?: false } {
  return stops ? {} : { stops }
}

/** Writes down that a dossier waits; the clock stands still, or runs on where it is said so. */
export async function pauseDossier(context: Context, input: Input<'dossiers', 'pause'>): Promise<void> {
  checkStops(input, 'stops')
  await record(context, input, {
    kind: 'paused',
    pause: input.pause,
    note: input.note,
    document: input.document,
    ...runsOn(input),
  })
}

/** Lets the clock run again; a due date that moves by it is an event of its own. */
export function resumeDossier(context: Context, input: Input<'dossiers', 'resume'>): Promise<void> {
  return record(context, input, { kind: 'resumed', note: input.note, document: input.document })
}

/** With what the pause or its end does to the step the dossier is in. */
function withStep(office: Office, dossier: Dossier, fact: PauseFact, on: CivilDate): PauseFact {
  if (fact.kind === 'paused') return { ...fact, ...moveByPause(office, dossier, fact, { on, at: null }) }
  const version = procedureOf(office, dossier.procedureId)
  const restarts = clockPauses(version, dossier.pauses).at(-1)?.restarts ?? false
  return { ...fact, ...moveByResumption(office, dossier, restarts) }
}

async function record(
  context: Context,
  { id, version, happenedOn }: { id: number; version: number; happenedOn: CivilDate },
  fact: PauseFact,
): Promise<void> {
  const { office } = context
  const authorId = userOf(context)
  checkHappened(office, happenedOn, null, 'happenedOn')
  const work = (db: WriteDb): void => {
    const history = eventsOf(db, id)
    if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
    const dossier = fold(history)
    if (dossier.version !== version) throw new OfficeError('dossier-changed')
    const whole = withStep(office, dossier, fact, happenedOn)
    const next = after(office, dossier, history, whole, happenedOn)
    const stamp = { happenedOn, happenedAt: null, enteredAt: office.now(), authorId }
    const event: DossierEvent = { ...stamp, seq: version + 1, fact: whole }
    // What makes no sense to the clock is refused before it is written down.
    if (isPaused(next.state)) clockOf(procedureOf(office, next.procedureId), next, office.rules)
    appendEvents(db, id, [event, ...movesByStep(office, dossier, next, event)])
  }
  try {
    await office.store.write(work)
  } catch (error) {
    throw clockRefusal(refusal(error))
  }
  office.notify({ topic: 'dossiers' })
}
