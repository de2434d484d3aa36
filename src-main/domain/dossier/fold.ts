/**
 * From events to the dossier: the only place where what happened becomes what is.
 */
import { assertNever } from '../assert-never.ts'
import type { CivilDate } from '../civil-date.ts'
import type { StepRef } from '../path.ts'
import { type DossierEvent, type EventFact, type EventKind, EMPTY_PARTICULARS } from './facts.ts'
import { HistoryError } from './faults.ts'
import { afterApology, afterBatch, givenOut, leftBatch } from './beside.ts'
import {
  type AsideKind,
  type CurrentStep,
  type Dossier,
  type DueMove,
  type NoStep,
  type Pause,
  canPrintReceipt,
  isEnded,
  isPaused,
  stepsFrom,
} from './life.ts'

/**
 * The dossier a history makes, corrections applied.
 * @param events in order of `seq`. What lies before the acceptance is the application's, see `foldArrival`.
 * @throws HistoryError when the history, corrections applied, is one that cannot be; `not-accepted` for an application.
 */
export function fold(events: readonly DossierEvent[]): Dossier {
  const effective = effectiveEvents(events)
  const at = effective.findIndex(({ fact }) => fact.kind === 'accepted')
  const first = effective[at]
  if (first?.fact.kind !== 'accepted') {
    const isApplication = effective[0]?.fact.kind === 'arrived'
    throw new HistoryError(isApplication ? { fault: 'not-accepted' } : { fault: 'no-such-event', seq: 1 })
  }
  let dossier = begin(first, first.fact, effective.slice(0, at))
  for (const event of effective.slice(at + 1)) dossier = apply(dossier, event)
  return { ...dossier, version: events.at(-1)?.seq ?? 0 }
}

/**
 * The events that count once corrections are applied: the revoked left out, the re-dated at their new day.
 * Corrections themselves stay in, for the particulars they change.
 */
export function effectiveEvents(events: readonly DossierEvent[]): DossierEvent[] {
  if (!events.some(({ fact }) => fact.kind === 'corrected')) return [...events]
  const bySeq = new Map(events.map((event) => [event.seq, event]))
  for (const { seq, fact } of events) {
    if (fact.kind !== 'corrected') continue
    const target = fact.revoked ?? fact.redated?.seq
    if (target === undefined) continue
    const event = bySeq.get(target)
    if (!event || target >= seq || event.fact.kind === 'corrected') {
      throw new HistoryError({ fault: 'no-such-event', seq: target })
    }
    if (fact.revoked !== undefined) {
      if (event.fact.kind === 'accepted' || event.fact.kind === 'arrived')
        throw new HistoryError({ fault: 'acceptance-cannot-be-revoked' })
      bySeq.delete(target)
    } else if (fact.redated) {
      bySeq.set(target, { ...event, happenedOn: fact.redated.on, happenedAt: fact.redated.at })
    }
  }
  return [...bySeq.values()]
}

/**
 * A history as it had happened by the end of a day: steps re-dated and revoked as is known now, later ones left out.
 * Particulars set right later, what was said of its lateness, and the due date a dossier that had ended is judged by, stay:
 * they speak of the past.
 */
export function historyAsOf(events: readonly DossierEvent[], day: CivilDate): DossierEvent[] {
  const effective = effectiveEvents(events)
  const had = (happened: DossierEvent): boolean => happened.happenedOn <= day
  const ended = effective.some((event) => ENDS.has(event.fact.kind) && had(event))
  return effective.flatMap((event) => {
    const { fact } = event
    if (fact.kind === 'corrected') {
      const { revoked, redated, ...rest } = fact
      return [{ ...event, fact: rest }]
    }
    return had(event) || fact.kind === 'late-cause' || (ended && fact.kind === 'due-moved') ? [event] : []
  })
}

const ENDS: ReadonlySet<EventKind> = new Set<EventKind>(['result-ready', 'refused', 'withdrawn', 'stopped'])

function begin(
  event: DossierEvent,
  fact: EventFact & { kind: 'accepted' },
  before: readonly DossierEvent[],
): Dossier {
  const arrived = before[0]
  return {
    ...EMPTY_PARTICULARS,
    ...fact.particulars,
    code: fact.code,
    procedureId: fact.procedureId,
    acceptedOn: event.happenedOn,
    acceptedAt: event.happenedAt,
    dueOn: fact.dueOn,
    dueSource: fact.dueSource,
    remote: fact.remote ?? false,
    dueMoves: [],
    state: 'accepted',
    holderId: null,
    holderMoves: [],
    endedBy: null,
    endedOn: null,
    outcome: null,
    returnedOn: null,
    pauses: [],
    receipt: null,
    arrivedAt: arrived === undefined ? null : (arrived.happenedAt ?? arrived.enteredAt),
    reference: arrived?.fact.kind === 'arrived' ? arrived.fact.reference : '',
    request: fact.request ?? null,
    step: fact.step === undefined ? null : enter(fact.step, event),
    handovers: [],
    taxNotices: [],
    apology: null,
    lateCause: null,
    prints: [],
    returnedTo: null,
    lastStepOn: event.happenedOn,
    version: event.seq,
  }
}

function apply(dossier: Dossier, event: DossierEvent): Dossier {
  const { fact, happenedOn } = event
  switch (fact.kind) {
    case 'accepted':
    case 'arrived':
    case 'completion-asked':
    case 'completed':
    case 'declined':
    case 'retracted':
      throw new HistoryError({ fault: 'no-such-event', seq: event.seq })
    case 'corrected':
      return { ...dossier, ...fact.changes }
    case 'due-moved': {
      const { dueOn, move } = movedDue(dossier.dueOn, fact, happenedOn)
      return { ...dossier, dueOn, dueMoves: [...dossier.dueMoves, move] }
    }
    case 'receipt-printed':
      return withReceipt(dossier, fact, happenedOn)
    case 'apology-drafted':
    case 'apology-approved':
    case 'apology-rejected':
    case 'late-cause':
    case 'noted':
    case 'reminded':
    case 'form-printed':
      return beside(dossier, fact, event)
    default:
      return inOrder(dossier, fact, event)
  }
}

type StepFact = Exclude<EventFact, { kind: NoStep }>

/** A step of the dossier's life: allowed in its state, and not before what it follows. */
function inOrder(dossier: Dossier, fact: StepFact, event: DossierEvent): Dossier {
  const { happenedOn } = event
  if (!stepsFrom(dossier.state).includes(fact.kind)) {
    throw new HistoryError({ fault: 'step-not-allowed', step: fact.kind, state: dossier.state })
  }
  checkNotBefore(dossier, happenedOn)
  if (fact.kind === 'returned' && dossier.endedOn !== null && happenedOn < dossier.endedOn) {
    throw new HistoryError({ fault: 'before-result', on: happenedOn, limit: dossier.endedOn })
  }
  if (happenedOn < dossier.lastStepOn) {
    throw new HistoryError({ fault: 'before-last-step', on: happenedOn, limit: dossier.lastStepOn })
  }
  return withHolder(dossier, step({ ...dossier, lastStepOn: happenedOn }, fact, event), happenedOn)
}

/** Writes down who had it before, and who had it at the end; after that it may go through any hands. */
function withHolder(before: Dossier, after: Dossier, on: CivilDate): Dossier {
  if (before.endedOn !== null) return after
  const endedBy = after.endedOn === null ? null : after.holderId
  const sameDay = on === before.acceptedOn || before.holderMoves.at(-1)?.on === on
  if (after.holderId === before.holderId || sameDay) return { ...after, endedBy }
  return { ...after, endedBy, holderMoves: [...before.holderMoves, { from: before.holderId, on }] }
}

function checkNotBefore({ acceptedOn }: Dossier, on: CivilDate): void {
  if (on < acceptedOn) throw new HistoryError({ fault: 'before-acceptance', on, limit: acceptedOn })
}

/** What is said of a dossier without moving it. */
function beside(dossier: Dossier, fact: EventFact & { kind: AsideKind }, event: DossierEvent): Dossier {
  checkNotBefore(dossier, event.happenedOn)
  switch (fact.kind) {
    case 'apology-drafted':
    case 'apology-approved':
    case 'apology-rejected':
      return { ...dossier, apology: afterApology(dossier, fact, event) }
    case 'late-cause':
      return { ...dossier, lateCause: { cause: fact.cause, note: fact.note } }
    case 'form-printed': {
      const { form, of, number, year } = fact
      const same = dossier.prints.find((print) => print.form === form && print.of === of)
      const print = { form, of, number, year, printedOn: event.happenedOn, copies: (same?.copies ?? 0) + 1 }
      return { ...dossier, prints: [...dossier.prints.filter((one) => one !== same), print] }
    }
    case 'noted':
    case 'reminded':
      return dossier
    default:
      return assertNever(fact)
  }
}

/** A step of the path begins. */
function enter({ index, role }: StepRef, { happenedOn, happenedAt }: DossierEvent, used = 0): CurrentStep {
  return { index, role, since: happenedOn, at: happenedAt, used }
}

/** All that a moved due date changes of a dossier: the date itself, and one more entry in the list of moves. */
export function movedDue(
  dueBefore: CivilDate,
  fact: EventFact & { kind: 'due-moved' },
  happenedOn: CivilDate,
): { dueOn: CivilDate; move: DueMove } {
  return { dueOn: fact.dueOn, move: { from: dueBefore, on: happenedOn, cause: fact.cause } }
}

/** A printed receipt is no step: it moves nothing but what is known of the paper. */
function withReceipt(
  dossier: Dossier,
  { kind, ...receipt }: EventFact & { kind: 'receipt-printed' },
  happenedOn: CivilDate,
): Dossier {
  if (!canPrintReceipt(dossier)) {
    throw new HistoryError({ fault: 'step-not-allowed', step: kind, state: dossier.state })
  }
  checkNotBefore(dossier, happenedOn)
  const copies = (dossier.receipt?.copies ?? 0) + 1
  return { ...dossier, receipt: { ...receipt, printedOn: happenedOn, copies } }
}

function step(before: Dossier, fact: StepFact, event: DossierEvent): Dossier {
  const { happenedOn } = event
  const by = fact.kind === 'resumed' ? 'resumption' : 'end'
  const dossier = movedAlong(before, fact, event)
  const closed = { ...dossier, pauses: closePause(dossier.pauses, happenedOn, by) }
  switch (fact.kind) {
    case 'taken':
      return { ...leftBatch(dossier), state: 'in-process', holderId: fact.holderId }
    case 'passed':
      return { ...leftBatch(dossier), state: stateOnceMoved(dossier, fact), holderId: fact.holderId }
    case 'handed-over':
      return givenOut(dossier, fact, event)
    case 'handover-confirmed': {
      const { dossier: taken, handover } = afterBatch(dossier, fact, event)
      const at = handover.step === null ? {} : { step: enter(handover.step, event) }
      return { ...taken, ...at, state: stateOnceMoved(dossier, {}), holderId: handover.toId }
    }
    case 'handover-missing':
      return afterBatch(dossier, fact, event).dossier
    case 'paused':
      return { ...dossier, state: `awaiting-${fact.pause}`, pauses: [...dossier.pauses, begun(fact, event)] }
    case 'resumed':
      return { ...closed, state: dossier.holderId === null ? 'accepted' : 'in-process' }
    case 'tax-notice':
      return {
        ...dossier,
        taxNotices: [...dossier.taxNotices, { on: happenedOn, document: fact.document, amount: fact.amount }],
      }
    case 'result-ready':
      return { ...closed, state: 'result-ready', endedOn: happenedOn, outcome: 'result' }
    case 'returned': {
      const returnedTo = { to: fact.to ?? '', way: fact.way ?? null, tracking: fact.tracking ?? '' }
      return { ...leftBatch(dossier), state: 'returned', returnedOn: happenedOn, returnedTo }
    }
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      return { ...leftBatch(closed), state: fact.kind, endedOn: happenedOn, outcome: fact.kind }
    default:
      return assertNever(fact)
  }
}

/** The step of the path it is in once this has happened. */
function movedAlong(dossier: Dossier, fact: StepFact, event: DossierEvent): Dossier {
  // In a batch it moves on when the receiver confirms it.
  if (fact.kind === 'handed-over') return dossier
  if ('step' in fact && fact.step !== undefined) return { ...dossier, step: enter(fact.step, event) }
  // The clock stood still: what was used of the step's term counts, and it runs on from now.
  if (fact.kind === 'resumed' && dossier.step !== null && fact.stepUsed !== undefined) {
    return { ...dossier, step: enter(dossier.step, event, fact.stepUsed) }
  }
  return dossier
}

/** Waiting and ended dossiers change hands as they are; the first that leaves the counter is in process. */
function stateOnceMoved({ state, holderId }: Dossier, { back }: { back?: true }): Dossier['state'] {
  if (isPaused(state) || isEnded(state)) return state
  return state === 'accepted' && back === true && holderId === null ? 'accepted' : 'in-process'
}

function begun(fact: EventFact & { kind: 'paused' }, { happenedOn }: DossierEvent): Pause {
  const { pause, document, stops, agency, answerBy, posting } = fact
  return {
    ...{ kind: pause, startOn: happenedOn, endOn: null, closedBy: null },
    document: document ?? '',
    stops: pause !== 'agency' || stops !== false,
    ...(agency === undefined ? {} : { agency }),
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(posting === undefined ? {} : { posting }),
  }
}

function closePause(pauses: Pause[], on: CivilDate, closedBy: 'resumption' | 'end'): Pause[] {
  return pauses.map((pause) => (pause.endOn === null ? { ...pause, endOn: on, closedBy } : pause))
}
