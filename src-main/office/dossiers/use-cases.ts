/**
 * Queues, search, the dossier page, steps and corrections.
 */
import type { Input, Output } from '../../contract/index.ts'
import { MANUAL_STEPS, type ManualStep } from '../../contract/dossiers.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import { type Instant, timeOfInstant } from '../../domain/civil-date.ts'
import { dueDate, workingDayAfter, workingDaysBetween } from '../../domain/clock.ts'
import { type Dossier, type EventFact, fold, stepsFrom } from '../../domain/dossier.ts'
import type { WriteDb } from '../../store/database.ts'
import { type QueueMoment, countQueues, getListed, idByCode } from '../../store/dossiers.ts'
import { appendEvent, eventsOf } from '../../store/events.ts'
import { getStaff } from '../../store/reference.ts'
import { type Context, DUE_SOON_DAYS, type Office, procedureOf, userOf } from '../context.ts'
import { checkHappened, refusal } from '../moments.ts'
import { isQuick, readList } from './list.ts'
import { toRow } from './rows.ts'
import { timelineOf } from './timeline.ts'

/** Today, the last day that counts as due soon, and the user: what the queues are cut by. */
export function queueMoment({ office, session }: Pick<Context, 'office' | 'session'>): QueueMoment {
  const today = office.today()
  return { today, soon: workingDayAfter(today, DUE_SOON_DAYS, office.rules.calendar), user: session.staffId }
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
  return { rows: rows.map((row) => toRow(row, moment, office.rules.calendar)), ...count }
}

/** How many dossiers are in each queue now. */
export function countsOfQueues(context: Context): Output<'dossiers', 'counts'> {
  return countQueues(context.office.store.read, queueMoment(context))
}

/** The dossier with exactly that code. */
export function findByCode({ office }: Context, { code }: Input<'dossiers', 'findByCode'>): number | null {
  const typed = code.normalize('NFC').trim()
  return idByCode(office.store.read, typed) ?? idByCode(office.store.read, typed.toUpperCase()) ?? null
}

/** The dossier page. */
export function getDossier(context: Context, { id }: Input<'dossiers', 'get'>): Output<'dossiers', 'get'> {
  const { office } = context
  const db = office.store.read
  const listed = getListed(db, id)
  const events = eventsOf(db, id)
  if (!listed || events.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  const dossier = fold(events)
  const version = procedureOf(office, dossier.procedureId)
  const { calendar } = office.rules
  const row = toRow(listed, queueMoment(context), calendar)
  const computed = dueDate(version, receptionOf(dossier), calendar, office.rules.clock)
  return {
    row,
    particulars: dossier,
    acceptedAt: dossier.acceptedAt,
    dueSource: dossier.dueSource,
    computedDueOn: computed.date,
    provisional: computed.provisional,
    term: { term: version.term, unit: version.unit, basis: version.basis },
    daysUsed: workingDaysBetween(dossier.acceptedOn, dossier.endedOn ?? office.today(), calendar),
    version: dossier.version,
    allowedSteps: manualStepsOf(dossier),
    timeline: timelineOf(events, (staffId) => getStaff(db, staffId)?.name ?? ''),
  }
}

function receptionOf({ acceptedOn, acceptedAt }: Dossier): { date: Dossier['acceptedOn']; time?: string } {
  return acceptedAt === null ? { date: acceptedOn } : { date: acceptedOn, time: timeOfInstant(acceptedAt) }
}

function manualStepsOf(dossier: Dossier): ManualStep[] {
  const allowed = stepsFrom(dossier.state)
  return MANUAL_STEPS.filter((step) => allowed.includes(step))
}

/** Records a step of the dossier's life. */
export function recordStep(
  context: Context,
  input: Input<'dossiers', 'recordStep'>,
): Promise<Output<'dossiers', 'recordStep'>> {
  checkHappened(context.office, input.happenedOn, input.happenedAt, 'happenedOn')
  return append(context, input, input.happenedOn, input.happenedAt, factOf(context.office, input))
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
  const { changes, redated, revoked, reason } = input
  const kinds = [changes, redated, revoked].filter((part) => part !== null).length
  if (kinds !== 1)
    throw new OfficeError('invalid-input', {}, [
      { field: 'changes', code: 'one-correction-at-a-time', params: {} },
    ])
  if (changes && Object.keys(changes).length === 0) throw fieldError('changes', 'nothing-changed')
  if (redated) checkHappened(context.office, redated.on, null, 'redated.on')
  const fact: EventFact = {
    kind: 'corrected',
    reason,
    ...(changes ? { changes } : {}),
    ...(redated ? { redated: { ...redated, at: null } } : {}),
    ...(revoked === null ? {} : { revoked }),
  }
  return append(context, input, context.office.today(), context.office.now(), fact)
}

async function append(
  context: Context,
  { id, version }: { id: number; version: number },
  happenedOn: Dossier['acceptedOn'],
  happenedAt: Instant | null,
  fact: EventFact,
): Promise<Output<'dossiers', 'get'>> {
  const { office } = context
  const authorId = userOf(context)
  const work = (db: WriteDb): void => {
    const last = eventsOf(db, id).at(-1)
    if (!last) throw new OfficeError('not-found', { what: 'dossier' })
    if (last.seq !== version) throw new OfficeError('dossier-changed')
    appendEvent(db, id, { seq: version + 1, happenedOn, happenedAt, enteredAt: office.now(), authorId, fact })
  }
  try {
    await office.store.write(work)
  } catch (error) {
    throw refusal(error)
  }
  office.notify({ topic: 'dossiers' })
  return getDossier(context, { id })
}
