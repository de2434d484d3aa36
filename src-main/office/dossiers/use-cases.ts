/**
 * Queues, search, the dossier page, steps and corrections.
 */
import type { Input, Output } from '../../contract/index.ts'
import { MANUAL_STEPS, type ManualStep } from '../../contract/dossiers.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { CivilDate, Instant } from '../../domain/civil-date.ts'
import { type ClockState, workingDayAfterOrLast } from '../../domain/clock.ts'
import {
  type Dossier,
  type DossierEvent,
  type EventFact,
  PARTICULAR_FIELDS,
  type Particulars,
  fold,
  runningWait,
  stepsFrom,
} from '../../domain/dossier.ts'
import { normalCode } from '../../domain/dossier-code.ts'
import { maskNumber, seesFullNumbersInLists } from '../../domain/people.ts'
import { type ProcedureVersion, isValidOn, termOf } from '../../domain/procedure.ts'
import type { WriteDb } from '../../store/database.ts'
import {
  type ListedDossier,
  type QueueMoment,
  countQueues,
  getListed,
  idByCode,
} from '../../store/dossiers.ts'
import { appendEvents, eventsOf } from '../../store/events.ts'
import { getStaff } from '../../store/reference.ts'
import { type Context, DUE_SOON_DAYS, type Office, procedureOf } from '../context.ts'
import { personAt, userOf } from '../people/presence.ts'
import { checkHappened, clockRefusal, refusal } from '../moments.ts'
import { appointmentsOf, clockOf, daysOf, daysUsed, daysWhole } from './clock-of.ts'
import {
  movesByCorrection,
  movesByStep,
  pauseDossier,
  pauseSteps,
  resumeDossier,
  supplementAsked,
} from './pauses.ts'
import { isQuick, readList } from './list.ts'
import { receiptOf } from './receipt.ts'
import { noteLook } from './looks.ts'
import { toListRow, toRow } from './rows.ts'
import { timelineOf } from './timeline.ts'
import { checkStops } from '../stops/check.ts'

/** Today, the last day that counts as due soon, and the user: what the queues are cut by. */
export function queueMoment(window: Pick<Context, 'office' | 'session'>): QueueMoment {
  const { office } = window
  const today = office.today()
  const soon = workingDayAfterOrLast(today, DUE_SOON_DAYS, office.rules.calendar)
  const person = personAt(window)
  return { today, soon, user: person?.id ?? null, masked: !seesFullNumbersInLists(person?.roles ?? []) }
}

/** One page of a queue. A list that may take long is read in the worker. */
export async function listDossiers(
  context: Context,
  input: Input<'dossiers', 'list'>,
): Promise<Output<'dossiers', 'list'>> {
  const { office } = context
  const moment = queueMoment(context)
  const page = { limit: input.pageSize, offset: input.page * input.pageSize }
  const request = { filter: input.filter, sort: input.sort, moment, page }
  const { rows, ...count } = isQuick(request)
    ? readList(office.store.read, request)
    : await office.worker.run('listDossiersInWorker', request)
  return { rows: rows.map((row) => toListRow(row, moment, office.rules.calendar, moment.masked)), ...count }
}

/** How many dossiers are in each queue now. */
export function countsOfQueues(context: Context): Output<'dossiers', 'counts'> {
  return countQueues(context.office.store.read, queueMoment(context))
}

/** The dossier with that code, however it is typed. */
export function findByCode({ office }: Context, { code }: Input<'dossiers', 'findByCode'>): number | null {
  return idByCode(office.store.read, normalCode(code)) ?? null
}

/**
 * The dossier page, with the whole citizen number; that it was looked at is written down. Where it cannot be, the number stays
 * masked.
 */
export async function getDossier(
  context: Context,
  input: Input<'dossiers', 'get'>,
): Promise<Output<'dossiers', 'get'>> {
  const page = pageOf(context, input)
  return (await noteLook(context, input.id)) ? page : maskedPage(page)
}

function maskedPage(page: Output<'dossiers', 'get'>): Output<'dossiers', 'get'> {
  const { row, particulars, timeline } = page
  const hidden = <Value extends { idNumber: string }>(value: Value): Value => ({
    ...value,
    idNumber: maskNumber(value.idNumber),
  })
  const entries = timeline.map((entry) => ({
    ...entry,
    correction: entry.correction && {
      ...entry.correction,
      changes: entry.correction.changes.map((change) =>
        change.field === 'idNumber'
          ? { ...change, before: maskNumber(change.before), after: maskNumber(change.after) }
          : change,
      ),
    },
  }))
  return { ...page, row: hidden(row), particulars: hidden(particulars), timeline: entries }
}

function pageOf(context: Context, { id }: Input<'dossiers', 'get'>): Output<'dossiers', 'get'> {
  const { office } = context
  const db = office.store.read
  const listed = getListed(db, id)
  const events = eventsOf(db, id)
  if (!listed || events.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  const dossier = fold(events)
  const version = procedureOf(office, dossier.procedureId)
  const { calendar } = office.rules
  const now = dossier.endedOn ?? office.today()
  const computed = clockOf(version, dossier, office.rules)
  const days = daysOf(version, dossier, office.rules, now)
  const term = termOf(version, dossier.remote)
  return {
    row: toRow(listed, queueMoment(context), calendar),
    particulars: dossier,
    acceptedAt: dossier.acceptedAt,
    dueSource: dossier.dueSource,
    computedDueOn: computed.kind === 'due' ? computed.date : dossier.dueOn,
    provisional: computed.kind === 'due' && computed.provisional,
    term: { ...term, basis: version.basis },
    daysUsed: daysUsed(days, now, dossier.endedOn !== null),
    daysWhole: daysWhole(version, dossier, office.rules),
    days,
    ...standstill(listed, computed),
    waitsRunning: runningSince(dossier),
    appointments: bothAppointments(office, version, dossier),
    dueMoves: dossier.dueMoves,
    supplementAsked: supplementAsked(dossier),
    ...receiptOf(dossier),
    ...pauseSteps(dossier),
    version: dossier.version,
    allowedSteps: manualStepsOf(dossier),
    timeline: timelineOf(events, (staffId) => getStaff(db, staffId)?.name ?? ''),
  }
}

/** While it waits: the clock that stands still, or that it had run out before and stands late. */
function standstill(
  { waitsSince, dueOn }: Pick<ListedDossier, 'waitsSince' | 'dueOn'>,
  clock: ClockState,
): Pick<Output<'dossiers', 'get'>, 'stopped' | 'waitsLate'> {
  if (waitsSince === null) return { stopped: null, waitsLate: null }
  if (waitsSince > dueOn) return { stopped: null, waitsLate: { since: waitsSince } }
  const { since, remaining } = clock.kind === 'stopped' ? clock : { since: waitsSince, remaining: 0 }
  return { stopped: { since, remaining }, waitsLate: null }
}

/** Waiting for another agency while the term runs on. */
function runningSince(dossier: Dossier): { since: CivilDate } | null {
  const wait = runningWait(dossier)
  return wait && { since: wait.startOn }
}

function bothAppointments(
  office: Office,
  version: ProcedureVersion,
  dossier: Dossier,
): Output<'dossiers', 'get'>['appointments'] {
  const found = appointmentsOf(version, dossier, office.rules)
  if (found === null) return null
  const { first, second } = found
  return {
    first: first.kind === 'due' ? first.date : null,
    second: second.kind === 'due' ? second.date : null,
  }
}

function manualStepsOf(dossier: Dossier): ManualStep[] {
  const allowed = stepsFrom(dossier.state)
  return MANUAL_STEPS.filter((step) => allowed.includes(step))
}

/** Stops the clock of a dossier. */
export async function pause(
  context: Context,
  input: Input<'dossiers', 'pause'>,
): Promise<Output<'dossiers', 'pause'>> {
  await pauseDossier(context, input)
  return getDossier(context, input)
}

/** Lets the clock of a dossier run again. */
export async function resume(
  context: Context,
  input: Input<'dossiers', 'resume'>,
): Promise<Output<'dossiers', 'resume'>> {
  await resumeDossier(context, input)
  return getDossier(context, input)
}

/** Records a step of the dossier's life. */
export function recordStep(
  context: Context,
  input: Input<'dossiers', 'recordStep'>,
): Promise<Output<'dossiers', 'recordStep'>> {
  const { office } = context
  const happenedAt = checkHappened(office, input.happenedOn, input.happenedAt, 'happenedOn')
  const fact = factOf(office, input)
  const when = { on: input.happenedOn, at: happenedAt, field: 'happenedOn' }
  // A result is the last thing a blocked parcel may come to unseen.
  const seen = input.step === 'result-ready' ? input.stopsAcknowledged : null
  return append(context, input, when, () => fact, seen)
}

function factOf(office: Office, { step, holderId, note }: Input<'dossiers', 'recordStep'>): EventFact {
  if (step !== 'taken') return { kind: step, note }
  if (holderId === null) throw fieldError('holderId', 'required')
  if (!getStaff(office.store.read, holderId)) throw fieldError('holderId', 'not-found')
  return { kind: step, holderId, note }
}

/** Sets something right by a further event. */
export function correct(
  context: Context,
  input: Input<'dossiers', 'correct'>,
): Promise<Output<'dossiers', 'correct'>> {
  const { office } = context
  const { changes, redated, revoked, reason } = input
  const kinds = [changes, redated, revoked].filter((part) => part !== null).length
  if (kinds !== 1) throw fieldError('changes', 'one-correction-at-a-time')
  if (redated) checkHappened(office, redated.on, null, 'redated.on')
  const now = { on: office.today(), at: office.now(), field: redated ? 'redated.on' : 'revoked' }
  return append(context, input, now, (dossier, history) => {
    if (changes) return { kind: 'corrected', reason, changes: realChanges(dossier, changes) }
    if (redated && history.some(({ seq, fact }) => seq === redated.seq && fact.kind === 'accepted'))
      checkAcceptanceDay(office, dossier, redated.on)
    if (redated) return { kind: 'corrected', reason, redated: { ...redated, at: null } }
    return { kind: 'corrected', reason, revoked: revoked ?? 0 }
  })
}

/** What a correction really changes. @throws OfficeError when that is nothing, or makes no sense together. */
function realChanges(dossier: Dossier, changes: Partial<Particulars>): Partial<Particulars> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const corrected: Dossier = { ...dossier, ...Object.fromEntries(given) }
  const changed = PARTICULAR_FIELDS.filter(
    (field) => JSON.stringify(corrected[field]) !== JSON.stringify(dossier[field]),
  )
  if (changed.length === 0) throw fieldError('changes', 'nothing-changed')
  if (corrected.channel !== 'online' && corrected.onlineLevel !== null) {
    throw fieldError('changes.onlineLevel', 'only-online')
  }
  return Object.fromEntries(changed.map((field) => [field, corrected[field]]))
}

/** A dossier accepted on another day stays under its version; a due date of the paper register stays, too. */
function checkAcceptanceDay(office: Office, dossier: Dossier, on: CivilDate): void {
  if (dossier.dueSource === 'printed' && on > dossier.dueOn)
    throw fieldError('redated.on', 'date-after-due', { limit: dossier.dueOn })
  if (!isValidOn(procedureOf(office, dossier.procedureId), on)) {
    throw fieldError('redated.on', 'procedure-not-valid-on-date')
  }
}

async function append(
  context: Context,
  { id, version }: { id: number; version: number },
  when: { on: CivilDate; at: Instant | null; field: string },
  decide: (dossier: Dossier, history: readonly DossierEvent[]) => EventFact,
  stopsSeen: readonly string[] | null = null,
): Promise<Output<'dossiers', 'get'>> {
  const { office } = context
  const authorId = userOf(context)
  const work = (db: WriteDb): void => {
    const history = eventsOf(db, id)
    if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
    const dossier = fold(history)
    if (dossier.version !== version) throw new OfficeError('dossier-changed')
    const stamp = { happenedOn: when.on, happenedAt: when.at, enteredAt: office.now(), authorId }
    const event: DossierEvent = { ...stamp, seq: version + 1, fact: decide(dossier, history) }
    const moves =
      event.fact.kind === 'corrected'
        ? movesByCorrection(office, history, event)
        : movesByStep(office, dossier, fold([...history, event]), event)
    const last = moves.at(-1) ?? event
    const seen = stopsSeen === null ? [] : checkStops(db, dossier, stopsSeen, last)
    appendEvents(db, id, [event, ...moves, ...seen])
  }
  try {
    await office.store.write(work)
  } catch (error) {
    throw clockRefusal(refusal(error, when.field))
  }
  office.notify({ topic: 'dossiers' })
  return getDossier(context, { id })
}
