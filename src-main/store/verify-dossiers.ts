/**
 * The check of what is derived: every dossier's row, pauses, moved due dates and search words against its history.
 */
import type { Dossier } from '../domain/dossier.ts'
import { HistoryError, fold, stoppingPauses } from '../domain/dossier.ts'
import type { ReadDb } from './database.ts'
import { type EventRow, rowOf, toEvent } from './events.ts'
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
  formNumber: 'SELECT dossier_id AS id FROM form_number WHERE form = ? AND year = ? AND number = ?',
  formNumbers: 'SELECT form, year, number, dossier_id AS id FROM form_number ORDER BY form, year, number',
  printed: `SELECT 1 AS found FROM dossier_event WHERE dossier_id = @id AND kind = 'receipt-printed'
    AND json_extract(fact, '$.number') = @number AND json_extract(fact, '$.year') = @year`,
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
    for (const [id, events] of histories) {
      const kept = { row: rows.get(id), pauses: pauses.get(id) ?? [], moves: moves.get(id) ?? [] }
      compareOne(db, id, events, kept, words, findings)
      rows.delete(id)
      pauses.delete(id)
      moves.delete(id)
    }
    for (const [id, { code }] of rows)
      findings.add({ kind: 'row-extra', dossierId: id, code, what: 'dossier' })
    for (const id of pauses.keys()) findings.add({ kind: 'row-extra', dossierId: id, what: 'dossier_pause' })
    for (const id of moves.keys())
      findings.add({ kind: 'row-extra', dossierId: id, what: 'dossier_due_move' })
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
  kept: { row: Row | undefined; pauses: Pause[]; moves: Move[] },
  words: WordSums,
  findings: Findings,
): void {
  const { row } = kept
  const dossier = folded(events)
  const at = { dossierId: id, code: row?.code ?? dossier?.code ?? null }
  if (dossier === null) {
    findings.add({ kind: 'history-broken', ...at })
    words.skip(id)
    return
  }
  checkPrinted(db, id, events, at, findings)
  addWords(words, id, String(rowOf(id, dossier)['searchText']))
  if (!row) {
    findings.add({ kind: 'row-missing', ...at })
    return
  }
  for (const [name, expected] of Object.entries(rowOf(id, dossier))) {
    const stored = row[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]
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
}

function folded(events: readonly EventRow[]): Dossier | null {
  try {
    return events.every(({ seq }, index) => seq === index + 1) ? fold(events.map(toEvent)) : null
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

/** A printed receipt's number is the one the series gave to that dossier. */
function checkPrinted(
  db: ReadDb,
  id: number,
  events: readonly EventRow[],
  at: { dossierId: number; code: string | null },
  findings: Findings,
): void {
  const numbers = new Set<string>()
  for (const event of events) {
    const { fact } = event.kind === 'receipt-printed' ? toEvent(event) : { fact: null }
    if (fact?.kind !== 'receipt-printed') continue
    const { year, number } = fact
    const given = `${number}/${year}`
    if (numbers.has(given)) continue
    numbers.add(given)
    const kept = db.get<{ id: number }>(STATEMENTS.formNumber, ['receipt', year, number])
    if (kept?.id !== id)
      findings.add({ kind: 'form-number-differs', ...at, what: 'receipt', expected: given })
  }
}

/** Every number in the series was given to a receipt that was printed, and none is left out. */
function checkFormNumbers(db: ReadDb, findings: Findings): void {
  let series = ''
  let next = 1
  const rows = db.iterate<{ form: string; year: number; number: number; id: number }>(STATEMENTS.formNumbers)
  for (const { form, year, number, id } of rows) {
    if (`${form} ${year}` !== series) [series, next] = [`${form} ${year}`, 1]
    const printed = db.get(STATEMENTS.printed, { id, number, year }) !== undefined
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
