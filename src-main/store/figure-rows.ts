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
// first day, so two ranges of the figures' own index hold every dossier that counts.
const OF_PERIOD = 'd.accepted_on <= @to AND (d.ended_on IS NULL OR d.ended_on >= @from)'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  rows: `SELECT d.id, d.procedure_id AS procedureId, d.commune, d.channel, d.online_level AS onlineLevel,
    d.accepted_on AS acceptedOn, d.due_on AS dueOn, d.ended_on AS endedOn, d.outcome, d.returned_on AS returnedOn,
    iif(d.apology = 'approved', d.apology_on, NULL) AS sentOn, d.apology_due_on AS newDueOn, d.late_cause AS lateCause,
    d.holder_id AS holderId, d.ended_by AS endedBy
    FROM dossier d WHERE ${OF_PERIOD}`,
  dueMoves: `SELECT m.dossier_id AS id, m.due_before AS "from", m.moved_on AS "on"
    FROM dossier_due_move m JOIN dossier d ON d.id = m.dossier_id WHERE ${OF_PERIOD} ORDER BY m.dossier_id, m.nth`,
  pauses: `SELECT p.dossier_id AS id, p.kind, p.start_on AS startOn, p.end_on AS endOn
    FROM dossier_pause p JOIN dossier d ON d.id = p.dossier_id WHERE ${OF_PERIOD} ORDER BY p.dossier_id, p.nth`,
  holderMoves: `SELECT m.dossier_id AS id, m.holder_before AS "from", m.moved_on AS "on"
    FROM dossier_holder_move m JOIN dossier d ON d.id = m.dossier_id WHERE ${OF_PERIOD} ORDER BY m.dossier_id, m.nth`,
  // Events are numbered as they were entered; the moments on them are of the PC's clock, which may have been set back.
  lastEvent: 'SELECT coalesce(max(id), 0) AS id FROM dossier_event',
  enteredAt: 'SELECT entered_at AS at FROM dossier_event WHERE id >= ? ORDER BY id LIMIT 1',
  changedSince: 'SELECT DISTINCT dossier_id AS id FROM dossier_event WHERE id > ? ORDER BY dossier_id',
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
 */
export function countedDossiers(
  db: ReadDb,
  { from, to }: Period,
  known: number | null = null,
): CountedDossier[] {
  const days = { from, to }
  const dueMoves = byId(
    db.iterate<{ id: number; from: CivilDate; on: CivilDate }>(STATEMENTS.dueMoves, days),
    ({ from: before, on }) => ({ from: before, on }),
  )
  const pauses = byId(
    db.iterate<{ id: number; kind: PauseKind; startOn: CivilDate; endOn: CivilDate | null }>(
      STATEMENTS.pauses,
      days,
    ),
    ({ kind, startOn, endOn }) => ({ kind, startOn, endOn }),
  )
  const holderMoves = byId(
    db.iterate<{ id: number; from: number | null; on: CivilDate }>(STATEMENTS.holderMoves, days),
    ({ from: before, on }) => ({ from: before, on }),
  )
  const before = known === null ? new Map<number, CountedDossier | null>() : knownThen(db, known)
  const found: CountedDossier[] = []
  for (const { sentOn, newDueOn, ...row } of db.iterate<Row>(STATEMENTS.rows, days)) {
    if (before.has(row.id)) continue
    found.push({
      ...row,
      apology: sentOn !== null && newDueOn !== null ? { sentOn, dueOn: newDueOn } : null,
      dueMoves: dueMoves.get(row.id) ?? NONE,
      pauses: pauses.get(row.id) ?? NONE,
      holderMoves: holderMoves.get(row.id) ?? NONE,
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
  for (const { id } of db.all<{ id: number }>(STATEMENTS.changedSince, [known])) {
    const events = eventsOf(db, id, known)
    then.set(id, isAccepted(events) ? countedOf(id, fold(events)) : null)
  }
  return then
}

/** Number of the last event in the register; 0 in an empty one. */
export function lastEventOf(db: ReadDb): number {
  return db.get<{ id: number }>(STATEMENTS.lastEvent)?.id ?? 0
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
