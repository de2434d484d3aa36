/**
 * Queries: the dossiers a period's figures are counted from, and what was known of them at an earlier moment.
 */
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import {
  type Channel,
  type OnlineLevel,
  type Outcome,
  type PauseKind,
  fold,
  isAccepted,
} from '../domain/dossier.ts'
import { type CountedDossier, countedOf } from '../domain/figure-class.ts'
import type { Period } from '../domain/period.ts'
import type { ReadDb } from './database.ts'
import { eventsOf } from './events.ts'

// Ended before the period: not in any of its columns. The rest is either still open or ended on or after its
// first day, so two ranges of the figures' own index hold every dossier that counts, and all that is read of it.
const ofPeriod = (columns: string): string => `SELECT ${columns} FROM dossier INDEXED BY dossier_figures
    WHERE ended_on >= @from AND accepted_on <= @to
  UNION ALL SELECT ${columns} FROM dossier INDEXED BY dossier_figures
    WHERE ended_on IS NULL AND accepted_on <= @to`

/** What is kept beside a dossier's row, in its order. */
const besides = (columns: string, table: string): string =>
  `SELECT m.dossier_id AS id, ${columns} FROM (${ofPeriod('id')}) d CROSS JOIN ${table} m ON m.dossier_id = d.id`

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  rows: ofPeriod(`id, procedure_id AS procedureId, commune, channel, online_level AS onlineLevel,
    accepted_on AS acceptedOn, due_on AS dueOn, ended_on AS endedOn, outcome, returned_on AS returnedOn,
    iif(apology = 'approved', apology_on, NULL) AS sentOn, apology_due_on AS newDueOn, late_cause AS lateCause,
    holder_id AS holderId, ended_by AS endedBy`),
  dueMoves: besides('m.due_before AS "from", m.moved_on AS "on"', 'dossier_due_move'),
  pauses: besides('m.kind, m.start_on AS startOn, m.end_on AS endOn', 'dossier_pause'),
  holderMoves: besides('m.holder_before AS "from", m.moved_on AS "on"', 'dossier_holder_move'),
  // Events are numbered as they were entered; the moments on them are of the PC's clock, which may have been set back.
  lastEvent: 'SELECT coalesce(max(id), 0) AS id FROM dossier_event',
  enteredAt: 'SELECT entered_at AS at FROM dossier_event WHERE id >= ? ORDER BY id LIMIT 1',
  lastKnown: 'SELECT entered_at AS at FROM dossier_event WHERE id <= ? ORDER BY id DESC LIMIT 1',
  enteredSince: 'SELECT count(*) AS n FROM dossier_event WHERE id > ?',
  // Whether it was known at all stands in the number of its first event: years later most were not.
  changedSince: `SELECT c.id, f.id <= @known AS begun
    FROM (SELECT DISTINCT dossier_id AS id FROM dossier_event WHERE id > @known) c
    CROSS JOIN dossier_event f ON f.dossier_id = c.id AND f.seq = 1 ORDER BY c.id`,
} as const

interface Row {
  id: number
  procedureId: number
  commune: string
  channel: Channel
  onlineLevel: OnlineLevel | null
  acceptedOn: CivilDate
  dueOn: CivilDate
  endedOn: CivilDate | null
  outcome: Outcome | null
  returnedOn: CivilDate | null
  sentOn: CivilDate | null
  newDueOn: CivilDate | null
  lateCause: string | null
  holderId: number | null
  endedBy: number | null
}

const NONE: readonly never[] = []

/**
 * The dossiers that can count in a period, by what is known now or was known when an event was the last one.
 * @param known number of the last event that counts as known; `null`: all of them.
 * @param officers `false` leaves out who had them before: for what asks for no officer, and is told so a fifth sooner.
 */
export function countedDossiers(
  db: ReadDb,
  { from, to }: Period,
  known: number | null = null,
  officers = true,
): CountedDossier[] {
  const days = { from, to }
  const dueMoves = byId(
    db.all<{ id: number; from: CivilDate; on: CivilDate }>(STATEMENTS.dueMoves, days),
    ({ from: before, on }) => ({ from: before, on }),
  )
  const pauses = byId(
    db.all<{ id: number; kind: PauseKind; startOn: CivilDate; endOn: CivilDate | null }>(
      STATEMENTS.pauses,
      days,
    ),
    ({ kind, startOn, endOn }) => ({ kind, startOn, endOn }),
  )
  const holderMoves = byId(
    officers
      ? db.all<{ id: number; from: number | null; on: CivilDate }>(STATEMENTS.holderMoves, days)
      : NONE,
    ({ from: before, on }) => ({ from: before, on }),
  )
  const before = known === null ? new Map<number, CountedDossier | null>() : knownThen(db, known)
  const found: CountedDossier[] = []
  for (const row of db.all<Row>(STATEMENTS.rows, days)) {
    const { id, sentOn, newDueOn } = row
    if (before.has(id)) continue
    // Part by part: a period has tens of thousands of them, and copying what is left over takes longer than reading.
    found.push({
      id,
      procedureId: row.procedureId,
      commune: row.commune,
      channel: row.channel,
      onlineLevel: row.onlineLevel,
      acceptedOn: row.acceptedOn,
      dueOn: row.dueOn,
      dueMoves: dueMoves.get(id) ?? NONE,
      endedOn: row.endedOn,
      outcome: row.outcome,
      returnedOn: row.returnedOn,
      pauses: pauses.get(id) ?? NONE,
      apology: sentOn !== null && newDueOn !== null ? { sentOn, dueOn: newDueOn } : null,
      lateCause: row.lateCause,
      holderId: row.holderId,
      holderMoves: holderMoves.get(id) ?? NONE,
      endedBy: row.endedBy,
    })
  }
  for (const dossier of before.values())
    if (dossier !== null && isOfPeriod(dossier, days)) found.push(dossier)
  return found
}

function isOfPeriod({ acceptedOn, endedOn }: CountedDossier, { from, to }: Period): boolean {
  return acceptedOn <= to && (endedOn === null || endedOn >= from)
}

function byId<Row extends { id: number }, Item>(
  rows: Iterable<Row>,
  itemOf: (row: Row) => Item,
): Map<number, Item[]> {
  const map = new Map<number, Item[]>()
  for (const row of rows) {
    const list = map.get(row.id)
    if (list) list.push(itemOf(row))
    else map.set(row.id, [itemOf(row)])
  }
  return map
}

/** Dossiers of which more was entered since, as they were known; `null`: not at all. */
function knownThen(db: ReadDb, known: number): Map<number, CountedDossier | null> {
  const then = new Map<number, CountedDossier | null>()
  for (const { id, begun } of db.all<{ id: number; begun: 0 | 1 }>(STATEMENTS.changedSince, { known })) {
    const events = begun === 1 ? eventsOf(db, id, known) : []
    then.set(id, isAccepted(events) ? countedOf(id, fold(events)) : null)
  }
  return then
}

/** Number of the last event in the register; 0 in an empty one. */
export function lastEventOf(db: ReadDb): number {
  return db.get<{ id: number }>(STATEMENTS.lastEvent)?.id ?? 0
}

/** When the last event up to a number was entered, `null` for none; and how many were entered since. */
export function knowledgeAt(db: ReadDb, known: number): { at: Instant | null; since: number } {
  return {
    at: db.get<{ at: Instant }>(STATEMENTS.lastKnown, [known])?.at ?? null,
    since: db.get<{ n: number }>(STATEMENTS.enteredSince, [known])?.n ?? 0,
  }
}

/** Number of the last event entered by a moment, by the numbers' order; 0 when there was none. */
export function lastEventBy(db: ReadDb, moment: Instant): number {
  let [low, high] = [0, lastEventOf(db)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const at = db.get<{ at: Instant }>(STATEMENTS.enteredAt, [middle])?.at
    if (at !== undefined && at <= moment) low = middle
    else high = middle - 1
  }
  return low
}
