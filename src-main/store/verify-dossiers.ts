/**
 * The check of what is derived: every dossier's row, pauses, moved due dates and search words against its history.
 */
import type { Arrival, Dossier, Handover } from '../domain/dossier.ts'
import { HistoryError, fold, foldArrival, isAccepted, stoppingPauses } from '../domain/dossier.ts'
import type { ReadDb } from './database.ts'
import { type EventRow, arrivalRowOf, rowOf, toEvent } from './events.ts'
import type { Findings } from './verify-findings.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  events: 'SELECT * FROM dossier_event WHERE dossier_id > ? ORDER BY dossier_id, seq LIMIT ?',
  eventsOfOne: 'SELECT * FROM dossier_event WHERE dossier_id = ? ORDER BY seq',
  rows: 'SELECT * FROM dossier WHERE id > ? AND id <= ? ORDER BY id',
  pauses: `SELECT dossier_id AS id, nth, kind, start_on AS startOn, end_on AS endOn, document FROM dossier_pause
    WHERE dossier_id > ? AND dossier_id <= ? ORDER BY dossier_id, nth`,
  dueMoves: `SELECT dossier_id AS id, nth, moved_on AS movedOn, due_before AS dueBefore, cause FROM dossier_due_move
    WHERE dossier_id > ? AND dossier_id <= ? ORDER BY dossier_id, nth`,
  handovers: `SELECT dossier_id AS id, nth, batch, number, year, from_id AS fromId, to_id AS toId, given_on AS givenOn,
    given_at AS givenAt, state, answered_on AS answeredOn FROM dossier_handover
    WHERE dossier_id > ? AND dossier_id <= ? ORDER BY dossier_id, nth`,
  holderMoves: `SELECT dossier_id AS id, nth, moved_on AS movedOn, holder_before AS holderBefore FROM dossier_holder_move
    WHERE dossier_id > ? AND dossier_id <= ? ORDER BY dossier_id, nth`,
  arrivals: 'SELECT * FROM arrival WHERE id > ? AND id <= ? ORDER BY id',
  formNumber: 'SELECT dossier_id AS id FROM form_number WHERE form = ? AND year = ? AND number = ?',
  formNumbers: 'SELECT form, year, number, dossier_id AS id FROM form_number ORDER BY form, year, number',
  printed: `SELECT 1 AS found FROM dossier_event WHERE dossier_id = @id AND kind = @kind
    AND json_extract(fact, '$.number') = @number AND json_extract(fact, '$.year') = @year
    AND (@kind <> 'form-printed' OR json_extract(fact, '$.form') = @form)`,
} as const

/** Events read at a time. */
const AT_A_TIME = 4_000
const LOWEST = Number.MIN_SAFE_INTEGER
const HIGHEST = Number.MAX_SAFE_INTEGER
/** Columns whose values may be told: nothing personal in them. */
const TOLD: ReadonlySet<string> = new Set([
  'code',
  'acceptedOn',
  'acceptedAt',
  'dueOn',
  'dueSource',
  'state',
  'endedOn',
  'outcome',
  'returnedOn',
  'version',
  'procedureId',
  'holderId',
  'endedBy',
  'receiptOn',
  'remote',
  'channel',
])

type Row = Record<string, string | number | null> & { id: number; code: string; search_text: string }
interface Pause {
  id: number
  nth: number
  kind: string
  startOn: string
  endOn: string | null
  document: string
}
interface Move {
  id: number
  nth: number
  movedOn: string
  dueBefore: string
  cause: string
}

interface HolderPassing {
  id: number
  nth: number
  movedOn: string
  holderBefore: number | null
}

type Passing = Pick<
  Handover,
  'batch' | 'number' | 'year' | 'fromId' | 'toId' | 'givenOn' | 'givenAt' | 'state' | 'answeredOn'
> & { id: number; nth: number }
const PASSING: (keyof Passing)[] = [
  'nth',
  'batch',
  'number',
  'year',
  'fromId',
  'toId',
  'givenOn',
  'givenAt',
  'state',
  'answeredOn',
]
type ArrivalRow = Record<string, string | number | null> & { id: number }

/** Sums of the words each dossier should be found by, and of those the index holds. */
class WordSums {
  readonly #sums = new Map<number, number>()
  readonly #skipped = new Set<number>()

  add(id: number, word: string): void {
    this.#sums.set(id, ((this.#sums.get(id) ?? 0) + hashOf(word)) | 0)
  }

  take(id: number, word: number): void {
    this.#sums.set(id, ((this.#sums.get(id) ?? 0) - word) | 0)
  }

  /** Its words are not compared. */
  skip(id: number): void {
    this.#skipped.add(id)
  }

  *differing(): Generator<number> {
    for (const [id, sum] of this.#sums) if (sum !== 0 && !this.#skipped.has(id)) yield id
  }
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash | 0
}

/**
 * Folds every history and compares what is kept of it.
 * @yields the number of dossiers compared, now and then.
 */
export function* checkDossiers(db: ReadDb, findings: Findings): Generator<number, number> {
  const words = new WordSums()
  let last = LOWEST
  let done = 0
  for (;;) {
    const histories = nextHistories(db, last)
    const ids = [...histories.keys()]
    const to = ids.at(-1)
    const range = [last, to ?? HIGHEST]
    const rows = new Map(db.all<Row>(STATEMENTS.rows, range).map((row) => [row.id, row]))
    const pauses = Map.groupBy(db.all<Pause>(STATEMENTS.pauses, range), ({ id }) => id)
    const moves = Map.groupBy(db.all<Move>(STATEMENTS.dueMoves, range), ({ id }) => id)
    const passings = Map.groupBy(db.all<Passing>(STATEMENTS.handovers, range), ({ id }) => id)
    const holders = Map.groupBy(db.all<HolderPassing>(STATEMENTS.holderMoves, range), ({ id }) => id)
    const arrivals = new Map(db.all<ArrivalRow>(STATEMENTS.arrivals, range).map((row) => [row.id, row]))
    for (const [id, events] of histories) {
      const kept = {
        row: rows.get(id),
        pauses: pauses.get(id) ?? [],
        moves: moves.get(id) ?? [],
        passings: passings.get(id) ?? [],
        holders: holders.get(id) ?? [],
        arrival: arrivals.get(id),
      }
      compareOne(db, id, events, kept, words, findings)
      for (const derived of [rows, pauses, moves, passings, holders, arrivals]) derived.delete(id)
    }
    for (const [id, { code }] of rows)
      findings.add({ kind: 'row-extra', dossierId: id, code, what: 'dossier' })
    for (const id of pauses.keys()) findings.add({ kind: 'row-extra', dossierId: id, what: 'dossier_pause' })
    for (const id of moves.keys())
      findings.add({ kind: 'row-extra', dossierId: id, what: 'dossier_due_move' })
    for (const id of passings.keys())
      findings.add({ kind: 'row-extra', dossierId: id, what: 'dossier_handover' })
    for (const id of holders.keys())
      findings.add({ kind: 'row-extra', dossierId: id, what: 'dossier_holder_move' })
    for (const id of arrivals.keys()) findings.add({ kind: 'row-extra', dossierId: id, what: 'arrival' })
    done += histories.size
    yield done
    if (to === undefined) break
    last = to
  }
  yield* checkWords(db, words, done, findings)
  checkFormNumbers(db, findings)
  return done
}

/** The histories of the next dossiers, whole. */
function nextHistories(db: ReadDb, after: number): Map<number, EventRow[]> {
  const events = db.all<EventRow>(STATEMENTS.events, [after, AT_A_TIME])
  const histories = Map.groupBy(events, ({ dossier_id }) => dossier_id)
  const last = events.at(-1)?.dossier_id
  if (events.length < AT_A_TIME || last === undefined) return histories
  // The last one may be cut short.
  if (histories.size > 1) histories.delete(last)
  else histories.set(last, db.all<EventRow>(STATEMENTS.eventsOfOne, [last]))
  return histories
}

function compareOne(
  db: ReadDb,
  id: number,
  events: readonly EventRow[],
  kept: {
    row: Row | undefined
    pauses: Pause[]
    moves: Move[]
    passings: Passing[]
    holders: HolderPassing[]
    arrival: ArrivalRow | undefined
  },
  words: WordSums,
  findings: Findings,
): void {
  const { row } = kept
  const made = folded(events)
  const at = { dossierId: id, code: row?.code ?? made?.dossier?.code ?? null }
  if (made === null) {
    findings.add({ kind: 'history-broken', ...at })
    words.skip(id)
    return
  }
  checkPrinted(db, id, events, at, findings)
  compareArrival(id, made.arrival, kept.arrival, findings)
  const { dossier } = made
  // An application that is no dossier yet has no row.
  if (dossier === null) {
    if (row) findings.add({ kind: 'row-extra', ...at, what: 'dossier' })
    return
  }
  addWords(words, id, String(rowOf(id, dossier)['searchText']))
  if (!row) {
    findings.add({ kind: 'row-missing', ...at })
    return
  }
  for (const [name, expected] of Object.entries(rowOf(id, dossier))) {
    const stored = row[columnOf(name)]
    if (stored === expected) continue
    const values = TOLD.has(name) ? { stored: String(stored), expected: String(expected) } : {}
    findings.add({ kind: 'row-differs', ...at, what: name, ...values })
  }
  const pauses = stoppingPauses(dossier).map((pause, nth): Pause => ({ id, nth, ...pause }))
  if (!same(kept.pauses, pauses, ['nth', 'kind', 'startOn', 'endOn', 'document'])) {
    findings.add({ kind: 'pauses-differ', ...at })
  }
  const moves = dossier.dueMoves.map(({ from, on, cause }, nth): Move => ({
    id,
    nth,
    movedOn: on,
    dueBefore: from,
    cause,
  }))
  if (!same(kept.moves, moves, ['nth', 'movedOn', 'dueBefore', 'cause'])) {
    findings.add({ kind: 'due-moves-differ', ...at })
  }
  const passings = dossier.handovers.map((handover, nth): Passing => ({ id, nth, ...handover }))
  if (!same(kept.passings, passings, PASSING)) findings.add({ kind: 'handovers-differ', ...at })
  const holders = dossier.holderMoves.map(({ from, on }, nth): HolderPassing => ({
    id,
    nth,
    movedOn: on,
    holderBefore: from,
  }))
  if (!same(kept.holders, holders, ['nth', 'movedOn', 'holderBefore']))
    findings.add({ kind: 'holders-differ', ...at })
}

function compareArrival(
  id: number,
  arrival: Arrival | null,
  row: ArrivalRow | undefined,
  findings: Findings,
): void {
  if (arrival === null) {
    if (row) findings.add({ kind: 'row-extra', dossierId: id, what: 'arrival' })
    return
  }
  const differs = Object.entries(arrivalRowOf(id, arrival)).some(
    ([name, expected]) => row?.[columnOf(name)] !== expected,
  )
  if (differs) findings.add({ kind: 'arrival-differs', dossierId: id })
}

/** `dueOn` is kept in `due_on`. */
const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** What a history makes; `null` when it cannot be. */
function folded(events: readonly EventRow[]): { arrival: Arrival | null; dossier: Dossier | null } | null {
  try {
    if (!events.every(({ seq }, index) => seq === index + 1)) return null
    const history = events.map(toEvent)
    const arrival = foldArrival(history)
    return { arrival, dossier: arrival !== null && !isAccepted(history) ? null : fold(history) }
  } catch (error) {
    // What was tampered with may be no fact at all.
    if (error instanceof HistoryError || error instanceof SyntaxError || error instanceof TypeError)
      return null
    throw error
  }
}

function same<Item>(kept: readonly Item[], made: readonly Item[], fields: readonly (keyof Item)[]): boolean {
  return (
    kept.length === made.length &&
    kept.every((item, index) => fields.every((field) => item[field] === made[index]?.[field]))
  )
}

/** Words of other scripts may be cut otherwise by the index than by us; those are not compared. */
const OWN_WORDS = /^[a-z0-9 ]*$/

function addWords(words: WordSums, id: number, text: string): void {
  if (!OWN_WORDS.test(text)) words.skip(id)
  else for (const word of new Set(text.split(' '))) if (word !== '') words.add(id, word)
}

/** Compares the words of the search index with those of the histories. */
function* checkWords(db: ReadDb, words: WordSums, done: number, findings: Findings): Generator<number, void> {
  let [term, hash, lastDoc, n] = ['', 0, -1, 0]
  const index = db.iterate<{ term: string; doc: number }>('SELECT term, doc FROM temp.dossier_word')
  for (const row of index) {
    if (row.term !== term) [term, hash, lastDoc] = [row.term, hashOf(row.term), -1]
    if (row.doc === lastDoc) continue
    lastDoc = row.doc
    words.take(row.doc, hash)
    if (++n % 50_000 === 0) yield done
  }
  for (const dossierId of words.differing()) findings.add({ kind: 'words-differ', dossierId })
}

/** Forms with a number: what each is in the history, and the name of its series. */
function numbered(event: EventRow): { form: string; year: number; number: number } | null {
  if (!['receipt-printed', 'form-printed', 'handed-over'].includes(event.kind)) return null
  const { fact } = toEvent(event)
  if (fact.kind === 'receipt-printed') return { form: 'receipt', year: fact.year, number: fact.number }
  if (fact.kind === 'handed-over') return { form: 'handover', year: fact.year, number: fact.number }
  if (fact.kind !== 'form-printed' || fact.number === null || fact.year === null) return null
  return { form: fact.form, year: fact.year, number: fact.number }
}

/**
 * A printed form's number is the one the series gave to that dossier; a batch's number was given to the first dossier of
 * the batch.
 */
function checkPrinted(
  db: ReadDb,
  id: number,
  events: readonly EventRow[],
  at: { dossierId: number; code: string | null },
  findings: Findings,
): void {
  const numbers = new Set<string>()
  for (const event of events) {
    const found = numbered(event)
    if (found === null) continue
    const { form, year, number } = found
    const given = `${number}/${year}`
    if (numbers.has(`${form} ${given}`)) continue
    numbers.add(`${form} ${given}`)
    const kept = db.get<{ id: number }>(STATEMENTS.formNumber, [form, year, number])
    if (kept === undefined || (kept.id !== id && form !== 'handover'))
      findings.add({ kind: 'form-number-differs', ...at, what: form, expected: given })
  }
}

const EVENT_OF_SERIES: Record<string, string> = { receipt: 'receipt-printed', handover: 'handed-over' }

/** Every number in the series was given to a receipt that was printed, and none is left out. */
function checkFormNumbers(db: ReadDb, findings: Findings): void {
  let series = ''
  let next = 1
  const rows = db.iterate<{ form: string; year: number; number: number; id: number }>(STATEMENTS.formNumbers)
  for (const { form, year, number, id } of rows) {
    if (`${form} ${year}` !== series) [series, next] = [`${form} ${year}`, 1]
    const kind = EVENT_OF_SERIES[form] ?? 'form-printed'
    const printed = db.get(STATEMENTS.printed, { id, number, year, form, kind }) !== undefined
    if (number !== next || !printed) {
      const stored = `${number}/${year}`
      findings.add({
        kind: 'form-number-differs',
        dossierId: id,
        what: form,
        stored,
        expected: `${next}/${year}`,
      })
    }
    next = number + 1
  }
}
