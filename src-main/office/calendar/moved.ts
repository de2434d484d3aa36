/**
 * The dossiers whose due date a change moves or has moved; runs in the worker.
 */
import type { MovedDossier, MovedFilter, MovedOf, MovedSort } from '../../contract/calendar.ts'
import type { Output } from '../../contract/index.ts'
import { OfficeError } from '../../contract/errors.ts'
import { type CivilDate, dateOfInstant, formatDate } from '../../domain/civil-date.ts'
import { fold, isPromised } from '../../domain/dossier.ts'
import { foldText, sortKey } from '../../domain/names.ts'
import type { ReadDb } from '../../store/database.ts'
import { eventsOf } from '../../store/events.ts'
import { getRuleChange, movesOf } from '../../store/rule-changes.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { detailOf } from './change-detail.ts'
import { type Move, effectOfMove, movedDossiers, movesOfDraft } from './what-if.ts'

/** Dossiers looked up between two looks at the messages. */
const PER_BREATH = 2_000

/** Whose list. */
export interface MovedInput {
  list: MovedOf
  today: CivilDate
}

/** Which part of it. */
export interface MovedPageInput extends MovedInput {
  filter: MovedFilter
  sort: MovedSort
  offset: number
  limit: number
}

/** A list in the order of the due dates before. */
interface Moves {
  moves: readonly Move[]
  /** The day effects are seen from: today, or the day the change was made. */
  on: CivilDate
}

/** Worker task: a part of the list. */
export async function pageMoved(
  context: TaskContext,
  { filter, sort, offset, limit, ...input }: MovedPageInput,
): Promise<Output<'calendar', 'moved'>> {
  const { moves, on } = await movesIn(context, input)
  const { typed, effect, promised } = filter
  const wanted = moves.filter(
    (move) => (effect === 'all' || effectOfMove(move, on) === effect) && (!promised || move.promised),
  )
  const cut = <Item>(items: readonly Item[]): Item[] => items.slice(offset, offset + limit)
  const { field, descending } = sort
  if (typed === '' && isMoveField(field)) {
    const inOrder = sorted(wanted, MOVE_KEYS[field](on), descending)
    return {
      moved: moves.length,
      total: wanted.length,
      dossiers: movedDossiers(context.db, cut(inOrder), on),
    }
  }
  const all = (await named(context, wanted, on)).filter(fits(typed))
  const key = isMoveField(field) ? MOVE_KEYS[field](on) : KEYS[field]
  return { moved: moves.length, total: all.length, dossiers: cut(sorted(all, key, descending)) }
}

/** All moved dossiers, at most `limit`. */
export async function listMoved(
  context: TaskContext,
  input: MovedInput,
  limit: number,
): Promise<{ dossiers: MovedDossier[]; moved: number; reason: string | null }> {
  const { moves, on } = await movesIn(context, input)
  const { list } = input
  const reason = list.of === 'change' ? storedChange(context.db, list.changeId).reason : null
  return { dossiers: await named(context, moves.slice(0, limit), on), moved: moves.length, reason }
}

async function named(context: TaskContext, moves: readonly Move[], on: CivilDate): Promise<MovedDossier[]> {
  const found: MovedDossier[] = []
  for (let i = 0; i < moves.length; i += PER_BREATH) {
    found.push(...movedDossiers(context.db, moves.slice(i, i + PER_BREATH), on))
    await context.breathe()
  }
  return found
}

/** The past change whose list was last asked for: whoever turns its pages has it looked up once. */
const kept = new WeakMap<ReadDb, Moves & { changeId: number }>()

async function movesIn(context: TaskContext, { list, today }: MovedInput): Promise<Moves> {
  if (list.of === 'draft') return { moves: await movesOfDraft(context, list.change), on: today }
  const { db } = context
  const { changeId } = list
  const last = kept.get(db)
  // A change stays as it was made.
  if (last?.changeId === changeId) return last
  const found = { ...(await movesMade(context, changeId)), changeId }
  kept.set(db, found)
  return found
}

async function movesMade({ db, breathe }: TaskContext, changeId: number): Promise<Moves> {
  const stored = storedChange(db, changeId)
  const { firstEvent, moved } = detailOf(stored)
  const written =
    firstEvent === undefined
      ? movesOf(db, changeId)
      : movesOf(db, changeId, { first: firstEvent, last: firstEvent + moved - 1 })
  const moves: Move[] = []
  for (const { id, seq, dueAfter } of written) {
    // The due date before is the one the history had led to.
    const before = fold(eventsOf(db, id).filter((event) => event.seq < seq))
    moves.push({ id, dueBefore: before.dueOn, dueAfter, promised: isPromised(before) })
    if (moves.length % PER_BREATH === 0) await breathe()
  }
  return { moves, on: written[0]?.movedOn ?? dateOfInstant(stored.at) }
}

function storedChange(db: ReadDb, changeId: number): NonNullable<ReturnType<typeof getRuleChange>> {
  const stored = getRuleChange(db, 'calendar', changeId)
  if (!stored) throw new OfficeError('not-found', { what: 'change' })
  return stored
}

function fits(typed: string): (dossier: MovedDossier) => boolean {
  const words = foldText(typed).split(' ')
  return (dossier) => typed === '' || dossier.code.includes(typed) || beginWords(wordsOf(dossier), words)
}

function beginWords(text: string, words: readonly string[]): boolean {
  const folded = ` ${foldText(text)}`
  return words.every((word) => folded.includes(` ${word}`))
}

function wordsOf(dossier: MovedDossier): string {
  const { code, applicantName, procedureName, holderName, phone, address, dueBefore, dueAfter } = dossier
  const dates = [dueBefore, dueAfter].map(formatDate)
  return [code, applicantName, procedureName, holderName ?? '', phone, address, ...dates].join(' ')
}

type Key<Item> = (item: Item) => string | number
type MoveField = 'dueBefore' | 'dueAfter' | 'effect'

/** What asks for work first. */
const RANKS = { 'now-late': 0, 'no-longer-late': 1, none: 2 } as const

/** Orders that take no more than the moves themselves. */
const MOVE_KEYS: Record<MoveField, (on: CivilDate) => Key<Move>> = {
  dueBefore: () => (move) => move.dueBefore,
  dueAfter: () => (move) => move.dueAfter,
  effect: (on) => (move) => RANKS[effectOfMove(move, on)],
}

const KEYS: Record<Exclude<MovedSort['field'], MoveField>, Key<MovedDossier>> = {
  code: ({ code }) => code,
  applicantName: ({ applicantName }) => sortKey(applicantName),
  procedureName: ({ procedureName }) => sortKey(procedureName),
  holderName: ({ holderName }) => sortKey(holderName ?? ''),
  acceptedOn: ({ acceptedOn }) => acceptedOn,
}

function isMoveField(field: MovedSort['field']): field is MoveField {
  return field in MOVE_KEYS
}

/** In order of a key; the order of the list where keys are equal. */
function sorted<Item>(items: readonly Item[], keyOf: Key<Item>, descending: boolean): Item[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item) }))
  const way = descending ? -1 : 1
  keyed.sort((a, b) => (a.key < b.key ? -way : a.key > b.key ? way : 0))
  return keyed.map(({ item }) => item)
}
