/**
 * Applications before acceptance: lists, pages, and what is answered to them.
 */
import type { Input, Output } from '../../contract/index.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import { type Instant, dateOfInstant } from '../../domain/civil-date.ts'
import { overdueBefore } from '../../domain/clock.ts'
import { normalCode } from '../../domain/dossier-code.ts'
import {
  type Arrival,
  type ArrivalFact,
  type DossierEvent,
  PARTICULAR_FIELDS,
  type Particulars,
  arrivalStepsFrom,
  foldArrival,
} from '../../domain/dossier.ts'
import { maskNumber, seesFullNumbersInLists } from '../../domain/people.ts'
import { countArrivals, idByReference, listArrivals } from '../../store/arrivals.ts'
import type { ReadDb } from '../../store/database.ts'
import { idByCode } from '../../store/dossiers.ts'
import { type StoredEvent, addArrival, appendToArrival, eventsOf } from '../../store/events.ts'
import type { Context, Office } from '../context.ts'
import { noteLook } from '../dossiers/looks.ts'
import { maskedEntries } from '../dossiers/timeline.ts'
import { momentOrNow, refusal } from '../moments.ts'
import { personAt, userOf } from '../people/presence.ts'
import { acceptanceOf, checkChannel, validProcedure } from '../reception/acceptance.ts'
import { arrivalPage, lastMoment } from './page.ts'
import { toArrivalRow } from './rows.ts'

type Page = Output<'arrivals', 'get'>

/** One page of a list. */
export function listOfArrivals(
  context: Context,
  { page, pageSize, ...filter }: Input<'arrivals', 'list'>,
): Output<'arrivals', 'list'> {
  const { office } = context
  const db = office.store.read
  const masked = !seesFullNumbersInLists(personAt(context)?.roles ?? [])
  const cut = { limit: pageSize, offset: page * pageSize }
  const { rows, total } = listArrivals(db, { ...filter, masked }, cut)
  const now = office.now()
  return { rows: rows.map((row) => toArrivalRow(db, row, now, office.rules)), total }
}

/** How many wait, are overdue, and were asked for completion. */
export function countsOfArrivals({ office }: Context): Output<'arrivals', 'counts'> {
  const { calendar, clock } = office.rules
  return countArrivals(office.store.read, overdueBefore(office.now(), calendar, clock.hours))
}

/** The application with that number, however it is typed. */
export function findByReference(
  { office }: Context,
  { reference }: Input<'arrivals', 'findByReference'>,
): Output<'arrivals', 'findByReference'> {
  return idByReference(office.store.read, normalCode(reference)) ?? null
}

/** The page, with the whole citizen number; that it was looked at is written down, or the number stays masked. */
export async function getArrivalPage(context: Context, { id }: { id: number }): Promise<Page> {
  const page = arrivalPage(context.office, id)
  return (await noteLook(context, id)) ? page : maskedPage(page)
}

function maskedPage(page: Page): Page {
  const { particulars, timeline } = page
  return {
    ...page,
    particulars: { ...particulars, idNumber: maskNumber(particulars.idNumber) },
    timeline: maskedEntries(timeline),
  }
}

/** Whether an application or a dossier with that number is in the register. */
export function isKnown(db: ReadDb, reference: string): boolean {
  return (
    reference !== '' && (idByReference(db, reference) !== undefined || idByCode(db, reference) !== undefined)
  )
}

type Recorded = Omit<Input<'arrivals', 'record'>, 'answer'>

/** The first event of an application. @throws OfficeError naming the field. */
export function arrivedEvent(context: Context, input: Recorded): DossierEvent {
  const { office } = context
  const at = momentOrNow(office, input.arrivedAt, 'arrivedAt')
  const { id: procedureId } = validProcedure(office, input.procedureId, at)
  checkChannel(input.particulars)
  const { particulars, remote } = input
  return {
    ...{ seq: 1, happenedOn: dateOfInstant(at), happenedAt: at },
    ...{ enteredAt: office.now(), authorId: userOf(context) },
    fact: { kind: 'arrived', procedureId, reference: normalCode(input.reference), particulars, remote },
  }
}

/** Writes an application down, with the answer given at the counter where there was one. */
export async function record(
  context: Context,
  { answer, ...input }: Input<'arrivals', 'record'>,
): Promise<Page> {
  const { office } = context
  const arrived = arrivedEvent(context, input)
  const { fact } = arrived
  const events: DossierEvent[] =
    answer === null ? [arrived] : [arrived, { ...arrived, ...nowStamp(office), seq: 2, fact: answer }]
  const id = await office.store.write((db) => {
    if (fact.kind === 'arrived' && isKnown(db, fact.reference))
      throw fieldError('reference', 'reference-known')
    return addArrival(db, events)
  })
  office.notify({ topic: 'dossiers' })
  return getArrivalPage(context, { id })
}

function nowStamp(office: Office): Pick<DossierEvent, 'happenedOn' | 'happenedAt' | 'enteredAt'> {
  const now = office.now()
  return { happenedOn: dateOfInstant(now), happenedAt: now, enteredAt: now }
}

/** Sets particulars right while it is open. */
export async function change(
  context: Context,
  { id, version, reason, changes }: Input<'arrivals', 'change'>,
): Promise<Page> {
  await append(context, { id, version, at: null }, (arrival) => {
    if (arrivalStepsFrom(arrival.state).length === 0) throw notAllowed('change', arrival)
    return { kind: 'corrected', reason, changes: realChanges(arrival, changes) }
  })
  return getArrivalPage(context, { id })
}

/** What really changes. @throws OfficeError when that is nothing, or makes no sense together. */
function realChanges(arrival: Arrival, changes: Partial<Particulars>): Partial<Particulars> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const corrected: Arrival = { ...arrival, ...Object.fromEntries(given) }
  const changed = PARTICULAR_FIELDS.filter(
    (field) => JSON.stringify(corrected[field]) !== JSON.stringify(arrival[field]),
  )
  if (changed.length === 0) throw fieldError('changes', 'nothing-changed')
  if (corrected.channel !== 'online' && corrected.onlineLevel !== null)
    throw fieldError('changes.onlineLevel', 'only-online')
  return Object.fromEntries(changed.map((field) => [field, corrected[field]]))
}

/** Asks for what is missing. */
export function askCompletion(
  context: Context,
  { items, reason, contact, ...step }: Input<'arrivals', 'askCompletion'>,
): Promise<Page> {
  return answer(context, step, { kind: 'completion-asked', items, reason, contact })
}

/** What was asked for has come. */
export function completed(
  context: Context,
  { note, ...step }: Input<'arrivals', 'completed'>,
): Promise<Page> {
  return answer(context, step, { kind: 'completed', note })
}

/** Not received. */
export function decline(context: Context, { reason, ...step }: Input<'arrivals', 'decline'>): Promise<Page> {
  return answer(context, step, { kind: 'declined', reason })
}

/** Taken back by the applicant. */
export function retract(context: Context, { note, ...step }: Input<'arrivals', 'retract'>): Promise<Page> {
  return answer(context, step, { kind: 'retracted', note })
}

interface Step {
  id: number
  version: number
  at: Instant | null
}

async function answer(
  context: Context,
  step: Step,
  fact: Exclude<ArrivalFact, { kind: 'arrived' }>,
): Promise<Page> {
  await append(context, step, (arrival) => {
    if (!arrivalStepsFrom(arrival.state).includes(fact.kind)) throw notAllowed(fact.kind, arrival)
    return fact
  })
  return getArrivalPage(context, step)
}

/** Appends one event to an application decided on in the version it has. */
async function append(
  context: Context,
  { id, version, at }: Step,
  decide: (arrival: Arrival) => DossierEvent['fact'],
): Promise<void> {
  const { office } = context
  const authorId = userOf(context)
  const moment = momentOrNow(office, at, 'at')
  const stamp = { happenedOn: dateOfInstant(moment), happenedAt: moment, enteredAt: office.now(), authorId }
  try {
    await office.store.write((db) => {
      const { arrival, history } = openArrival(db, id, version)
      const fact = decide(arrival)
      checkOrder(history, moment, 'at')
      appendToArrival(db, id, [{ ...stamp, seq: version + 1, fact }])
    })
  } catch (error) {
    throw refusal(error, 'at')
  }
  office.notify({ topic: 'dossiers' })
}

/** An application in the version that was decided on. @throws OfficeError `not-found`, `dossier-changed`. */
function openArrival(db: ReadDb, id: number, version: number): { arrival: Arrival; history: StoredEvent[] } {
  const history = eventsOf(db, id)
  const arrival = foldArrival(history)
  if (arrival === null) throw new OfficeError('not-found', { what: 'arrival' })
  if (arrival.version !== version) throw new OfficeError('dossier-changed')
  return { arrival, history }
}

function notAllowed(step: ArrivalFact['kind'] | 'accepted' | 'change', { state }: Arrival): OfficeError {
  return new OfficeError('arrival-step-not-allowed', { step, state })
}

/** Nothing happens before what it answers. Moments are kept to the minute where they are typed. */
function checkOrder(history: readonly DossierEvent[], moment: Instant, field: string): void {
  const last = lastMoment(history)
  if (moment.slice(0, 16) < last.slice(0, 16))
    throw fieldError(field, 'moment-before-last-step', { limit: last })
}

/** Accepts an application: code and due date from the acceptance, in the same history. */
export async function accept(
  context: Context,
  { id, version, ...input }: Input<'arrivals', 'accept'>,
): Promise<Output<'arrivals', 'accept'>> {
  const { office } = context
  const acceptance = acceptanceOf(context, input)
  const work = office.store.write((db) => {
    const { arrival, history } = openArrival(db, id, version)
    if (!arrivalStepsFrom(arrival.state).includes('accepted')) throw notAllowed('accepted', arrival)
    checkOrder(history, acceptance.moment, 'acceptedAt')
    const { events, ...made } = acceptance.events(db, version + 1)
    appendToArrival(db, id, events)
    return { id, ...made }
  })
  try {
    const saved = await work
    office.notify({ topic: 'dossiers' })
    return acceptance.answer(saved)
  } catch (error) {
    throw refusal(error, 'acceptedAt')
  }
}
