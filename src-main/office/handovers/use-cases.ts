/**
 * Handover batches: giving out, confirming what was in the pile, looking at them.
 */
import type { Input, Output } from '../../contract/index.ts'
import type { BatchPage, BatchRow } from '../../contract/handovers.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import { formNumber } from '../../documents/forms/numbers.ts'
import { dateOfInstant } from '../../domain/civil-date.ts'
import { type EventFact, openHandover, stepOn } from '../../domain/dossier.ts'
import { normalCode } from '../../domain/dossier-code.ts'
import type { ReadDb } from '../../store/database.ts'
import { idByCode } from '../../store/dossiers.ts'
import { nextFormNumber, takeFormNumber } from '../../store/form-numbers.ts'
import {
  type BatchHeader,
  batchHeader,
  batchKeys,
  batchMembers,
  countBatches,
} from '../../store/handovers.ts'
import type { Context } from '../context.ts'
import { rolesOf, userOf } from '../people/presence.ts'
import {
  type Chosen,
  type Subject,
  checkPerson,
  chosenOf,
  demandMovable,
  demandRunning,
  moveAll,
  whenOf,
} from '../steps/many.ts'
import { type When, moveTo } from '../steps/standing.ts'

/** A batch's key tells its year and number, so that no other ever has it, whatever is revoked. */
const BATCHES_A_YEAR = 1_000_000

/** Gives dossiers out in a batch, with the next number of the year's series. */
export async function give(
  context: Context,
  input: Input<'handovers', 'give'>,
): Promise<Output<'handovers', 'give'>> {
  const { office } = context
  const fromId = giverOf(context, input.fromId)
  const { toId, note } = input
  checkPerson(office, toId, 'toId')
  if (toId === fromId) throw fieldError('toId', 'giver-is-receiver')
  const when = whenOf(office, input)
  const chosen = chosenOf(input.dossiers)
  const year = Number(office.today().slice(0, 4))
  const batch = await office.store.write((db) => {
    const series = { form: 'handover', year }
    const number = nextFormNumber(db, series)
    const key = year * BATCHES_A_YEAR + number
    const given = (subject: Subject): EventFact => {
      demandMovable(context, subject.dossier)
      const move = moveOf(context, subject, input.to, when)
      return { kind: 'handed-over', batch: key, number, year, fromId, toId, note, ...move }
    }
    moveAll(db, context, chosen, when, given, input.stopsAcknowledged)
    const [first] = chosen
    if (first !== undefined) takeFormNumber(db, series, number, first.id)
    return key
  })
  office.notify({ topic: 'dossiers' })
  return getBatch(context, { batch })
}

/** @throws OfficeError when somebody else's pile is entered by who is not the head. */
function giverOf(context: Context, fromId: number | null): number {
  const me = userOf(context)
  if (fromId === null || fromId === me) return me
  if (!rolesOf(context).includes('head')) throw fieldError('fromId', 'only-own-batch')
  checkPerson(context.office, fromId, 'fromId')
  return fromId
}

function moveOf(
  { office }: Context,
  { dossier, path }: Subject,
  to: Input<'handovers', 'give'>['to'],
  when: When,
): ReturnType<typeof moveTo> {
  if (to.kind === 'stay') return {}
  demandRunning(dossier)
  const step = stepOn(path, dossier, to)
  if (step === null) throw new OfficeError('no-such-step')
  return moveTo(office, dossier, step, when)
}

/** One page of a list of batches. */
export function listBatches(
  context: Context,
  { list, page, pageSize }: Input<'handovers', 'list'>,
): Output<'handovers', 'list'> {
  const db = context.office.store.read
  const user = userOf(context)
  return db.snapshot(() => {
    const keys = batchKeys(db, list, user, { limit: pageSize, offset: page * pageSize })
    const rows = keys.flatMap((batch) => {
      const header = batchHeader(db, batch)
      return header === undefined ? [] : [rowOf(header)]
    })
    return { rows, total: countBatches(db, list, user) }
  })
}

/** How many batches wait for the caller. */
export function waitingBatches(context: Context): number {
  return countBatches(context.office.store.read, 'to-me', userOf(context))
}

/** A batch with its dossiers. @throws OfficeError `not-found`. */
export function getBatch(context: Context, { batch }: Input<'handovers', 'get'>): BatchPage {
  const db = context.office.store.read
  const header = headerOf(db, batch)
  const items = batchMembers(db, batch).map(({ stepIndex, stepRole, ...item }) => ({
    ...item,
    step: stepIndex === null || stepRole === null ? null : { index: stepIndex, role: stepRole },
  }))
  return { row: rowOf(header), items, canConfirm: header.given > 0 && isReceiver(context, header) }
}

/** @throws OfficeError `not-found`. */
export function headerOf(db: ReadDb, batch: number): BatchHeader {
  const header = batchHeader(db, batch)
  if (header === undefined) throw new OfficeError('not-found', { what: 'handover' })
  return header
}

function isReceiver(context: Context, { toId }: BatchHeader): boolean {
  return toId === userOf(context) || rolesOf(context).includes('head')
}

function rowOf({ firstId, number, ...header }: BatchHeader): BatchRow {
  return {
    ...header,
    number: formNumber('handover', number),
    lateEntry: dateOfInstant(header.enteredAt) > header.givenOn,
  }
}

/** Says what was in the pile and what was not. */
export async function confirm(
  context: Context,
  input: Input<'handovers', 'confirm'>,
): Promise<Output<'handovers', 'confirm'>> {
  const { office } = context
  const { batch, note } = input
  const db = office.store.read
  if (!isReceiver(context, headerOf(db, batch))) throw new OfficeError('not-the-receiver')
  const when = whenOf(office, input)
  const { scanned, foreign } = sortCodes(db, batch, input.codes)
  const { confirmed, missing } = answers(input, scanned)
  if (confirmed.length + missing.length === 0) {
    if (foreign.length > 0) return { page: getBatch(context, { batch }), foreign }
    throw fieldError('confirmed', 'required')
  }
  await office.store.write((write) => {
    const lost = new Set(missing.map(({ id }) => id))
    moveAll(write, context, [...confirmed, ...missing], when, (subject): EventFact => {
      checkAfterGiving(subject, when)
      const kind = lost.has(subject.id) ? 'handover-missing' : 'handover-confirmed'
      return { kind, batch, note }
    })
  })
  office.notify({ topic: 'dossiers' })
  return { page: getBatch(context, { batch }), foreign }
}

/** Codes of the batch by their dossiers, each once, and those that are not of it. */
function sortCodes(
  db: ReadDb,
  batch: number,
  codes: readonly string[],
): { scanned: { id: number; field: string }[]; foreign: { code: string; id: number | null }[] } {
  const members = new Set(batchMembers(db, batch).map(({ id }) => id))
  const found = codes.map((code, index) => ({
    code,
    id: idByCode(db, normalCode(code)) ?? null,
    field: `codes.${index}`,
  }))
  const scanned = new Map<number, string>()
  for (const { id, field } of found) if (id !== null && members.has(id)) scanned.set(id, field)
  return {
    scanned: [...scanned].map(([id, field]) => ({ id, field })),
    foreign: found.filter(({ id }) => id === null || !members.has(id)).map(({ code, id }) => ({ code, id })),
  }
}

/** Who is said to be there and who not, each once. A code that was scanned beside its key is no contradiction. */
function answers(
  { confirmed, missing }: Input<'handovers', 'confirm'>,
  scanned: readonly { id: number; field: string }[],
): { confirmed: Chosen[]; missing: Chosen[] } {
  const there = new Map(scanned.map(({ id, field }) => [id, field]))
  const seen = new Set<number>()
  confirmed.forEach((id, index) => {
    if (seen.has(id)) throw fieldError(`confirmed.${index}`, 'twice')
    seen.add(id)
    there.set(id, `confirmed.${index}`)
  })
  const lost = missing.map((id, index): Chosen => {
    const field = `missing.${index}`
    if (there.has(id) || seen.has(id)) throw fieldError(field, 'twice')
    seen.add(id)
    return { id, field, version: null }
  })
  return { confirmed: [...there].map(([id, field]) => ({ id, field, version: null })), missing: lost }
}

/** A pile is not taken before it was given. */
function checkAfterGiving({ dossier }: Subject, when: When): void {
  const open = openHandover(dossier)
  if (open?.givenAt == null || when.at === null) return
  if (Date.parse(when.at) < Date.parse(open.givenAt)) {
    throw fieldError('happenedAt', 'moment-before-handover')
  }
}
