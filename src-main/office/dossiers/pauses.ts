/**
 * Pausing a dossier's clock and letting it run again.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { ClockError } from '../../domain/clock.ts'
import {
  type Dossier,
  type DossierEvent,
  type EventFact,
  effectiveEvents,
  fold,
  isPaused,
  stepsFrom,
} from '../../domain/dossier.ts'
import type { WriteDb } from '../../store/database.ts'
import { appendEvents, eventsOf } from '../../store/events.ts'
import { type Context, type Office, procedureOf } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { checkHappened, refusal } from '../moments.ts'
import { clockOf, clockPauses, daysOf } from './clock-of.ts'

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
 * The due date after a pause has ended, `null` when it does not move. A printed due date that differs from what the clock
 * makes of the dossier without this pause is the office's word and stays.
 */
function dueAfter(office: Office, before: Dossier, resumed: Dossier): CivilDate | null {
  const version = procedureOf(office, before.procedureId)
  const last = before.pauses.length - 1
  const withoutIt = clockOf(version, { ...before, pauses: before.pauses.slice(0, last) }, office.rules)
  const clocks = withoutIt.kind === 'due' && withoutIt.date === before.dueOn
  // One of our own may differ too, when the rules changed while the clock stood still: it follows the clock.
  if (before.dueSource === 'printed' && !clocks) return null
  const state = clockOf(version, resumed, office.rules)
  return state.kind === 'due' && state.date !== before.dueOn ? state.date : null
}

/** Whether the last pause never ended by itself: it is open, or only the end of the dossier closed it. */
function neverResumed(history: readonly DossierEvent[]): boolean {
  return effectiveEvents(history).findLast(({ fact }) => isPauseFact(fact))?.fact.kind === 'paused'
}

/** A dossier with the pauses it was resumed from; another one moves no due date. */
function asResumed(history: readonly DossierEvent[]): Dossier {
  const dossier = fold(history)
  return neverResumed(history) ? { ...dossier, pauses: dossier.pauses.slice(0, -1) } : dossier
}

/** A dossier as the clock is to see it: one that ended while it waited never ran again, nor was any payment proved. */
export function asClocked(history: readonly DossierEvent[]): Dossier {
  const dossier = fold(history)
  const last = dossier.pauses.at(-1)
  if (last === undefined || !neverResumed(history)) return dossier
  return { ...dossier, pauses: [...dossier.pauses.slice(0, -1), { ...last, endOn: null }] }
}

function isPauseFact(fact: EventFact | undefined): fact is PauseFact {
  return fact?.kind === 'paused' || fact?.kind === 'resumed'
}

/**
 * The move of the due date that setting a pause or its end right makes, `null` when there is none. It is in force from
 * the day of the correction on; the move before it stays in the history. A printed due date follows only where it was
 * the clock's own. A move is no entry to set right: it follows from another.
 * @throws OfficeError for a move; HistoryError when the correction makes a history that cannot be.
 */
export function moveByCorrection(
  office: Office,
  history: readonly DossierEvent[],
  correction: DossierEvent,
): DossierEvent | null {
  const { fact, seq } = correction
  if (fact.kind !== 'corrected') return null
  const seqOf = fact.revoked ?? fact.redated?.seq
  const target = history.find((event) => event.seq === seqOf)?.fact
  if (target?.kind === 'due-moved') {
    throw fieldError(fact.revoked === undefined ? 'redated.seq' : 'revoked', 'due-move-follows')
  }
  if (!isPauseFact(target)) return null
  const before = asResumed(history)
  const after = asResumed([...history, correction])
  const version = procedureOf(office, before.procedureId)
  const counted = (dossier: Dossier): CivilDate | null => {
    const state = clockOf(version, dossier, office.rules)
    return state.kind === 'due' ? state.date : null
  }
  if (before.dueSource === 'printed' && counted(before) !== before.dueOn) return null
  const dueOn = counted(after)
  if (dueOn === null || dueOn === after.dueOn) return null
  const moved: EventFact = { kind: 'due-moved', dueOn, cause: 'pause', changeId: null, note: fact.reason }
  return { ...correction, seq: seq + 1, fact: moved }
}

/** What a pause or its end would do to the clock. */
export function previewPause(
  { office }: Context,
  { id, change }: Input<'dossiers', 'previewPause'>,
): Output<'dossiers', 'previewPause'> {
  checkHappened(office, change.on, null, 'on')
  const { dossier, history } = readDossier(office, id)
  const fact: PauseFact =
    change.kind === 'pause'
      ? { kind: 'paused', pause: change.pause, note: '' }
      : { kind: 'resumed', note: '' }
  const next = after(office, dossier, history, fact, change.on)
  const version = procedureOf(office, dossier.procedureId)
  try {
    const state = clockOf(version, next, office.rules)
    const moved = change.kind === 'resume' ? dueAfter(office, dossier, next) : null
    return {
      dueBefore: dossier.dueOn,
      dueAfter:
        change.kind === 'pause' ? (state.kind === 'due' ? dossier.dueOn : null) : (moved ?? dossier.dueOn),
      remaining: state.kind === 'stopped' ? state.remaining : null,
      restarts: clockPauses(version, next.pauses).at(-1)?.restarts ?? false,
      days: daysOf(version, next, office.rules, null),
    }
  } catch (error) {
    throw clockRefusal(error)
  }
}

/** Stops the clock. */
export function pauseDossier(context: Context, input: Input<'dossiers', 'pause'>): Promise<void> {
  return record(context, input, {
    kind: 'paused',
    pause: input.pause,
    note: input.note,
    document: input.document,
  })
}

/** Lets the clock run again; a due date that moves by it is an event of its own. */
export function resumeDossier(context: Context, input: Input<'dossiers', 'resume'>): Promise<void> {
  return record(context, input, { kind: 'resumed', note: input.note, document: input.document })
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
    const next = after(office, dossier, history, fact, happenedOn)
    const stamp = { happenedOn, happenedAt: null, enteredAt: office.now(), authorId }
    const events: DossierEvent[] = [{ ...stamp, seq: version + 1, fact }]
    const dueOn = fact.kind === 'resumed' ? dueAfter(office, dossier, next) : null
    if (dueOn !== null) {
      const moved: EventFact = { kind: 'due-moved', dueOn, cause: 'pause', changeId: null, note: '' }
      events.push({ ...stamp, seq: version + 2, fact: moved })
    } else if (isPaused(next.state)) {
      clockOf(procedureOf(office, next.procedureId), next, office.rules)
    }
    appendEvents(db, id, events)
  }
  try {
    await office.store.write(work)
  } catch (error) {
    throw clockRefusal(refusal(error))
  }
  office.notify({ topic: 'dossiers' })
}

/** What makes no sense to the clock, in the words of the contract. */
export function clockRefusal(error: unknown): unknown {
  if (!(error instanceof ClockError)) return error
  if (error.fault === 'outside-calendar') return new OfficeError('date-outside-calendar')
  return error.fault === 'pause-before-reception' || error.fault === 'pause-ends-before-start'
    ? fieldError('happenedOn', error.fault)
    : new OfficeError('clock-fault', { fault: error.fault })
}
