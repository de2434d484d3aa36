/**
 * Pausing a dossier's clock and letting it run again.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { dueDate, punctuality, workingDaysBetween } from '../../domain/clock.ts'
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
import { checkStops, goesToSignature } from '../stops/check.ts'
import { dueSteps, moveEvents } from './moves.ts'

type PauseFact = EventFact & { kind: 'paused' | 'resumed' }

/** The dossier as it would be after that. @throws OfficeError when that may not follow. */
function after(
  office: Office,
  dossier: Dossier,
  history: readonly DossierEvent[],
  fact: EventFact,
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

type Change = Input<'dossiers', 'previewPause'>['change']

/** What a pause, its end or the dossier's end would do to the clock. */
export function previewPause(
  { office }: Context,
  { id, change }: Input<'dossiers', 'previewPause'>,
): Output<'dossiers', 'previewPause'> {
  checkHappened(office, change.on, null, 'on')
  if (change.kind === 'pause') {
    checkRunsOn(change, 'change.stops')
    checkWait({ ...change, items: [], contact: '', agency: '' }, 'change.')
  }
  const { dossier, history } = readDossier(office, id)
  const next = after(office, dossier, history, factOf(change), change.on)
  const version = procedureOf(office, dossier.procedureId)
  try {
    const state = clockOf(version, next, office.rules)
    const stops = change.kind === 'pause' && state.kind === 'stopped' && change.on <= dossier.dueOn
    const steps = change.kind === 'pause' ? [] : stepsOfEnd(office, dossier, next)
    const dueOn = steps.at(-1)?.dueOn ?? dossier.dueOn
    return {
      dueBefore: dossier.dueOn,
      dueAfter: stops ? null : dueOn,
      remaining: stops ? state.remaining : null,
      restarts: clockPauses(version, next.pauses).at(-1)?.restarts ?? false,
      days: daysOf(version, next, office.rules, change.kind === 'end' ? change.on : null),
      answerBy: change.kind === 'pause' ? answerDay(office, change, change.on) : null,
      ending: change.kind === 'end' ? endingOf(office, change.on, dueOn) : null,
    }
  } catch (error) {
    throw clockRefusal(error)
  }
}

/** Moves by the end of a pause; where the clock did not stand still there are none. */
function stepsOfEnd(office: Office, dossier: Dossier, next: Dossier): ReturnType<typeof dueSteps> {
  return standingPause(dossier) === null ? [] : dueSteps(office, dossier, next, 'pause')
}

function endingOf(
  { rules }: Office,
  on: CivilDate,
  dueOn: CivilDate,
): Output<'dossiers', 'previewPause'>['ending'] {
  return { standing: punctuality(on, dueOn), workingDays: workingDaysBetween(on, dueOn, rules.calendar) }
}

/** What would be written down, as far as it matters to the clock. */
function factOf(change: Change): EventFact {
  switch (change.kind) {
    case 'pause':
      return { kind: 'paused', pause: change.pause, note: '', ...runsOn(change) }
    case 'resume':
      return { kind: 'resumed', note: '' }
    case 'end':
      return { kind: change.step, note: '' }
  }
}

type Wait = Pick<
  Input<'dossiers', 'pause'>,
  'pause' | 'stops' | 'items' | 'contact' | 'agency' | 'answerWithin' | 'posting'
>

/** Each kind of wait has its own things to say. @throws OfficeError for those of another. */
function checkWait(wait: Wait, at = ''): void {
  const { pause, stops, items, contact, agency, answerWithin, posting } = wait
  if (pause !== 'supplement') {
    if (items.length > 0) throw fieldError(`${at}items`, 'only-supplement')
    if (contact !== '') throw fieldError(`${at}contact`, 'only-supplement')
  }
  if (pause !== 'agency') {
    if (agency !== '') throw fieldError(`${at}agency`, 'only-agency')
    if (answerWithin !== null) throw fieldError(`${at}answerWithin`, 'only-agency')
    if (posting !== null) throw fieldError(`${at}posting`, 'only-agency')
  }
  if (posting === null) return
  // The law takes the days of posting off the term.
  if (!stops) throw fieldError(`${at}stops`, 'posting-stops')
  if (answerWithin !== null) throw fieldError(`${at}answerWithin`, 'posting-has-its-days')
}

/** The day the agency's own term, or the posting, ends; the day it was asked is day 0. @throws ClockError */
function answerDay(
  { rules: { calendar, clock } }: Office,
  { answerWithin, posting }: Pick<Wait, 'answerWithin' | 'posting'>,
  on: CivilDate,
): CivilDate | null {
  const term = posting === null ? answerWithin : { term: posting, unit: 'calendar-day' as const }
  // What the office makes of a reception on a day off is about its own counter alone.
  const settings = { ...clock, offDayReception: 'strict' as const }
  return term === null ? null : dueDate(term, { date: on }, calendar, settings).date
}

/** Only another agency may be waited for while the term runs on. @throws OfficeError for another kind. */
function checkRunsOn({ pause, stops }: { pause: PauseKind; stops: boolean }, field: string): void {
  if (!stops && pause !== 'agency') throw fieldError(field, 'only-agency-runs-on')
}

/** What the fact says of a pause in which the clock runs on; one that stops it says nothing. */
function runsOn({ stops }: { stops: boolean }): { stops?: false } {
  return stops ? {} : { stops }
}

/** Writes down that a dossier waits; the clock stands still, or runs on where it is said so. */
export async function pauseDossier(context: Context, input: Input<'dossiers', 'pause'>): Promise<void> {
  checkRunsOn(input, 'stops')
  checkWait(input)
  const { pause, note, document, items, contact, agency, posting } = input
  await record(context, input, {
    ...{ kind: 'paused', pause, note, document, ...runsOn(input) },
    ...(items.length === 0 ? {} : { items }),
    ...(contact === '' ? {} : { contact }),
    ...(agency === '' ? {} : { agency }),
    ...(posting === null ? {} : { posting }),
    ...answerFact(context.office, input),
  })
}

function answerFact(office: Office, input: Wait & { happenedOn: CivilDate }): { answerBy?: CivilDate } {
  try {
    const day = answerDay(office, input, input.happenedOn)
    return day === null ? {} : { answerBy: day }
  } catch (error) {
    throw clockRefusal(error)
  }
}

/** Lets the clock run again; a due date that moves by it is an event of its own. */
export function resumeDossier(context: Context, input: Input<'dossiers', 'resume'>): Promise<void> {
  const { note, document, stopsAcknowledged } = input
  return record(context, input, { kind: 'resumed', note, document }, stopsAcknowledged)
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
  stopsSeen: readonly string[] = [],
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
    const moves = movesByStep(office, dossier, next, event)
    const seen = goesToSignature(whole) ? checkStops(db, dossier, stopsSeen, moves.at(-1) ?? event) : []
    appendEvents(db, id, [event, ...moves, ...seen])
  }
  try {
    await office.store.write(work)
  } catch (error) {
    throw clockRefusal(refusal(error))
  }
  office.notify({ topic: 'dossiers' })
}
