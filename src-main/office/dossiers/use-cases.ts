/**
 * Queues, search, the dossier page, steps and corrections.
 */
import type { Input, Output } from '../../contract/index.ts'
import { type DossierFilter } from '../../contract/dossier-list.ts'
import { MANUAL_STEPS, type ManualStep } from '../../contract/dossiers.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { type ClockState, workingDayAfterOrLast } from '../../domain/clock.ts'
import {
  type Dossier,
  type DossierEvent,
  PARTICULAR_FIELDS,
  type Particulars,
  fold,
  runningWait,
  stepsFrom,
} from '../../domain/dossier.ts'
import { normalCode } from '../../domain/dossier-code.ts'
import { maskNumber, seesFullNumbersInLists } from '../../domain/people.ts'
import { type ProcedureVersion, isValidOn, termOf } from '../../domain/procedure.ts'
import {
  type ListedDossier,
  type QueueMoment,
  countQueues,
  getListed,
  idByCode,
} from '../../store/dossiers.ts'
import { agenciesOf, eventsOf } from '../../store/events.ts'
import { getStaff } from '../../store/reference.ts'
import { type Context, DUE_SOON_DAYS, type Office, procedureOf } from '../context.ts'
import { personAt } from '../people/presence.ts'
import { formsOf } from '../forms/available.ts'
import { checkHappened } from '../moments.ts'
import { appendFact } from './append.ts'
import { appointmentsOf, clockOf, daysOf, daysUsed, daysWhole } from './clock-of.ts'
import { pauseDossier, pauseSteps, resumeDossier, supplementAsked } from './pauses.ts'
import { behindNow } from '../steps/behind.ts'
import { counting, isQuick, readList } from './list.ts'
import { receiptOf } from './receipt.ts'
import { noteLook } from './looks.ts'
import { toListRow, toRow } from './rows.ts'
import { stepFact } from './step-fact.ts'
import { waitsOf } from './waits.ts'
import { maskedEntries, timelineOf } from './timeline.ts'

/** Today, the last day that counts as due soon, and the user: what the queues are cut by. */
export function queueMoment(window: Pick<Context, 'office' | 'session'>): QueueMoment {
  const { office } = window
  const today = office.today()
  const soon = workingDayAfterOrLast(today, DUE_SOON_DAYS, office.rules.calendar)
  const person = personAt(window)
  return {
    ...{ today, soon, user: person?.id ?? null, masked: !seesFullNumbersInLists(person?.roles ?? []) },
    now: office.now(),
  }
}

/** The same, with what is behind schedule now where a list asks for it. */
export function listMoment(
  context: Pick<Context, 'office' | 'session'>,
  filter: Pick<DossierFilter, 'queue' | 'behind'>,
): QueueMoment {
  const moment = queueMoment(context)
  const asked = filter.behind === true || filter.queue === 'behind'
  return asked ? { ...moment, behind: behindNow(context.office, context.office.store.read) } : moment
}

/** One page of a queue. A list that may take long is read in the worker. */
export async function listDossiers(
  context: Context,
  input: Input<'dossiers', 'list'>,
): Promise<Output<'dossiers', 'list'>> {
  const { office } = context
  const moment = listMoment(context, input.filter)
  const page = { limit: input.pageSize, offset: input.page * input.pageSize }
  const request = { filter: input.filter, sort: input.sort, moment, page }
  const { rows, ...count } = isQuick(request)
    ? readList(office.store.read, request)
    : await office.worker.run('listDossiersInWorker', request)
  return {
    rows: rows.map(({ counted, ...row }) => counting(toListRow(row, moment, office.rules), counted)),
    ...count,
  }
}

/** How many dossiers are in each queue now. */
export function countsOfQueues(context: Context): Output<'dossiers', 'counts'> {
  const { office } = context
  const db = office.store.read
  return db.snapshot(() => countQueues(db, { ...queueMoment(context), behind: behindNow(office, db) }))
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
  return { ...page, row: hidden(row), particulars: hidden(particulars), timeline: maskedEntries(timeline) }
}

function pageOf(context: Context, { id }: Input<'dossiers', 'get'>): Output<'dossiers', 'get'> {
  const { office } = context
  const db = office.store.read
  const listed = getListed(db, id)
  const events = eventsOf(db, id)
  if (!listed || events.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  const dossier = fold(events)
  const version = procedureOf(office, dossier.procedureId)
  const now = dossier.endedOn ?? office.today()
  const computed = clockOf(version, dossier, office.rules)
  const days = daysOf(version, dossier, office.rules, now)
  const term = termOf(version, dossier.remote)
  return {
    row: toRow(listed, queueMoment(context), office.rules),
    particulars: dossier,
    acceptedAt: dossier.acceptedAt,
    arrivedAt: dossier.arrivedAt,
    reference: dossier.reference,
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
    ...waitsOf(office, dossier, events),
    returnedTo: dossier.returnedTo,
    forms: formsOf(dossier, events, office.today()),
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
export async function recordStep(
  context: Context,
  input: Input<'dossiers', 'recordStep'>,
): Promise<Output<'dossiers', 'recordStep'>> {
  const { office } = context
  const happenedAt = checkHappened(office, input.happenedOn, input.happenedAt, 'happenedOn')
  const when = { on: input.happenedOn, at: happenedAt, field: 'happenedOn' }
  // A result is the last thing a blocked parcel may come to unseen.
  const seen = input.step === 'result-ready' ? input.stopsAcknowledged : null
  await appendFact(context, input, when, (dossier) => stepFact(context, dossier, input, when), seen)
  return getDossier(context, input)
}

/** Sets something right by a further event. */
export async function correct(
  context: Context,
  input: Input<'dossiers', 'correct'>,
): Promise<Output<'dossiers', 'correct'>> {
  const { office } = context
  const { changes, redated, revoked, reason } = input
  const kinds = [changes, redated, revoked].filter((part) => part !== null).length
  if (kinds !== 1) throw fieldError('changes', 'one-correction-at-a-time')
  if (redated) checkHappened(office, redated.on, null, 'redated.on')
  const now = { on: office.today(), at: office.now(), field: redated ? 'redated.on' : 'revoked' }
  await appendFact(context, input, now, (dossier, history) => {
    checkAccepted(history, redated?.seq ?? revoked)
    if (changes) return { kind: 'corrected', reason, changes: realChanges(dossier, changes) }
    if (redated && history.some(({ seq, fact }) => seq === redated.seq && fact.kind === 'accepted'))
      checkAcceptanceDay(office, dossier, redated.on)
    if (redated) return { kind: 'corrected', reason, redated: { ...redated, at: null } }
    return { kind: 'corrected', reason, revoked: revoked ?? 0 }
  })
  return getDossier(context, input)
}

/** A note beside the dossier's way. */
export async function addNote(
  context: Context,
  { id, note }: Input<'dossiers', 'note'>,
): Promise<Output<'dossiers', 'note'>> {
  const { office } = context
  const now = { on: office.today(), at: office.now(), field: 'note' }
  await appendFact(context, { id, version: null }, now, () => ({ kind: 'noted', note }))
  return getDossier(context, { id })
}

/** The tax office's notice has come. */
export async function taxNotice(
  context: Context,
  input: Input<'dossiers', 'taxNotice'>,
): Promise<Output<'dossiers', 'taxNotice'>> {
  const { happenedOn, document, amount, note } = input
  checkHappened(context.office, happenedOn, null, 'happenedOn')
  const when = { on: happenedOn, at: null, field: 'happenedOn' }
  await appendFact(context, input, when, () => ({ kind: 'tax-notice', document, amount, note }))
  return getDossier(context, input)
}

/** Agencies to choose from: those asked before, then the usual ones. */
export function agenciesAsked({ office }: Context): Output<'dossiers', 'agencies'> {
  return [...new Set([...agenciesOf(office.store.read), ...USUAL_AGENCIES])]
}

/** Whom a land-registration branch asks, whatever it has asked before. */
const USUAL_AGENCIES = [
  'Ủy ban nhân dân cấp xã',
  'Văn phòng Đăng ký đất đai',
  'Sở Nông nghiệp và Môi trường',
  'Cơ quan thi hành án dân sự',
  'Tòa án nhân dân',
  'Cơ quan quản lý xây dựng',
]

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

/** What happened to the application before it was accepted stays as it was answered then. */
function checkAccepted(history: readonly DossierEvent[], target: number | null): void {
  const accepted = history.find(({ fact }) => fact.kind === 'accepted')
  if (target !== null && accepted !== undefined && target < accepted.seq)
    throw new OfficeError('entry-before-acceptance')
}

/** A dossier accepted on another day stays under its version; a due date of the paper register stays, too. */
function checkAcceptanceDay(office: Office, dossier: Dossier, on: CivilDate): void {
  if (dossier.dueSource === 'printed' && on > dossier.dueOn)
    throw fieldError('redated.on', 'date-after-due', { limit: dossier.dueOn })
  if (!isValidOn(procedureOf(office, dossier.procedureId), on)) {
    throw fieldError('redated.on', 'procedure-not-valid-on-date')
  }
}
