/**
 * Queries: the history of dossiers, and the current rows derived from it.
 */
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import {
  type Arrival,
  type Dossier,
  type DossierEvent,
  type EventFact,
  type EventKind,
  fold,
  foldArrival,
  isAccepted,
  movedDue,
  openHandover,
  standingPause,
  stoppingPauses,
} from '../domain/dossier.ts'
import { foldText, sortKey } from '../domain/names.ts'
import { addLink } from './chain.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  nextDossierId: 'SELECT coalesce(max(dossier_id), 0) + 1 AS id FROM dossier_event',
  addEvent: `INSERT INTO dossier_event
    (dossier_id, seq, kind, happened_on, happened_at, entered_at, author_id, import_id, fact)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  eventsOf: 'SELECT * FROM dossier_event WHERE dossier_id = ? ORDER BY seq',
  knownEvents: 'SELECT * FROM dossier_event WHERE dossier_id = ? AND id <= ? ORDER BY seq',
  saveDossier: `INSERT INTO dossier (id, code, procedure_id, applicant_name, applicant_key, id_number, phone, address,
    commune, commune_key, map_sheet, plot, certificate_number, channel, online_level, accepted_on, accepted_at, due_on, due_source,
    state, holder_id, ended_on, outcome, returned_on, version, search_text, remote, receipt_on,
    waits_since, arrived_at, request, step, step_role, step_on, step_at, step_used, handed_to, apology, apology_due_on,
    apology_on, late_cause, answer_by, ended_by)
    VALUES (@id, @code, @procedureId, @applicantName, @applicantKey, @idNumber, @phone, @address, @commune, @communeKey, @mapSheet,
    @plot, @certificateNumber, @channel, @onlineLevel, @acceptedOn, @acceptedAt, @dueOn, @dueSource, @state, @holderId,
    @endedOn, @outcome, @returnedOn, @version, @searchText, @remote, @receiptOn, @waitsSince, @arrivedAt, @request, @step,
    @stepRole, @stepOn, @stepAt, @stepUsed, @handedTo, @apology, @apologyDueOn, @apologyOn, @lateCause, @answerBy, @endedBy)
    ON CONFLICT (id) DO UPDATE SET applicant_name = excluded.applicant_name, applicant_key = excluded.applicant_key,
    id_number = excluded.id_number, phone = excluded.phone, address = excluded.address, commune = excluded.commune, commune_key = excluded.commune_key,
    map_sheet = excluded.map_sheet, plot = excluded.plot, certificate_number = excluded.certificate_number,
    channel = excluded.channel, online_level = excluded.online_level, accepted_on = excluded.accepted_on,
    accepted_at = excluded.accepted_at, due_on = excluded.due_on, due_source = excluded.due_source,
    state = excluded.state, holder_id = excluded.holder_id, ended_on = excluded.ended_on, outcome = excluded.outcome,
    returned_on = excluded.returned_on, version = excluded.version, search_text = excluded.search_text, remote = excluded.remote,
    receipt_on = excluded.receipt_on, waits_since = excluded.waits_since, step = excluded.step, step_role = excluded.step_role,
    step_on = excluded.step_on, step_at = excluded.step_at, step_used = excluded.step_used, handed_to = excluded.handed_to,
    apology = excluded.apology, apology_due_on = excluded.apology_due_on, apology_on = excluded.apology_on,
    late_cause = excluded.late_cause, answer_by = excluded.answer_by,
    ended_by = excluded.ended_by`,
  searchTextOf: 'SELECT search_text FROM dossier WHERE id = ?',
  saveSearch: 'INSERT INTO dossier_search (rowid, words) VALUES (?, ?)',
  dropSearch: 'DELETE FROM dossier_search WHERE rowid = ?',
  dropPauses: 'DELETE FROM dossier_pause WHERE dossier_id = ?',
  addPause:
    'INSERT INTO dossier_pause (dossier_id, nth, kind, start_on, end_on, document) VALUES (?, ?, ?, ?, ?, ?)',
  dropHandovers: 'DELETE FROM dossier_handover WHERE dossier_id = ?',
  addHandover: `INSERT INTO dossier_handover (dossier_id, nth, batch, number, year, from_id, to_id, given_on, given_at, state,
    answered_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  dropHolderMoves: 'DELETE FROM dossier_holder_move WHERE dossier_id = ?',
  addHolderMove:
    'INSERT INTO dossier_holder_move (dossier_id, nth, moved_on, holder_before) VALUES (?, ?, ?, ?)',
  saveArrival: `INSERT OR REPLACE INTO arrival (id, reference, procedure_id, applicant_name, applicant_key, id_number, phone,
    commune, map_sheet, plot, channel, online_level, state, arrived_on, arrived_at, answer_from, answered_at, asked, version,
    search_text) VALUES (@id, @reference, @procedureId, @applicantName, @applicantKey, @idNumber, @phone, @commune, @mapSheet,
    @plot, @channel, @onlineLevel, @state, @arrivedOn, @arrivedAt, @answerFrom, @answeredAt, @asked, @version, @searchText)`,
  eventsOfMany: `SELECT e.* FROM json_each(@ids) i CROSS JOIN dossier_event e ON e.dossier_id = i.value
    WHERE +e.id <= @known`,
  // Of the latest events alone: a list to choose from is not worth reading a whole register for.
  agencies: `SELECT json_extract(fact, '$.agency') AS agency
    FROM (SELECT kind, fact FROM dossier_event ORDER BY id DESC LIMIT 20000)
    WHERE kind = 'paused' AND json_extract(fact, '$.agency') <> ''
    GROUP BY agency ORDER BY count(*) DESC, agency LIMIT 60`,
  hasRow: 'SELECT 1 AS found FROM dossier WHERE id = ?',
  dropDueMoves: 'DELETE FROM dossier_due_move WHERE dossier_id = ?',
  addDueMove:
    'INSERT INTO dossier_due_move (dossier_id, nth, moved_on, due_before, cause) VALUES (?, ?, ?, ?, ?)',
  dueOf: `SELECT due_on AS dueOn, version, (SELECT count(*) FROM dossier_due_move WHERE dossier_id = id) AS moves
    FROM dossier WHERE id = ?`,
  saveDue: 'UPDATE dossier SET due_on = ?, version = ? WHERE id = ?',
  dropAllDueMoves: 'DELETE FROM dossier_due_move',
  dropAllHandovers: 'DELETE FROM dossier_handover',
  dropAllHolderMoves: 'DELETE FROM dossier_holder_move',
  dropAllArrivals: 'DELETE FROM arrival',
  dropAllPauses: 'DELETE FROM dossier_pause',
  dropAllDossiers: 'DELETE FROM dossier',
  dropAllSearch: "INSERT INTO dossier_search (dossier_search) VALUES ('delete-all')",
} as const

/** An event as stored, with the import that brought it in. */
export interface StoredEvent extends DossierEvent {
  importId: number | null
}

/** An event as its columns stand in the database. */
export interface EventRow {
  dossier_id: number
  seq: number
  kind: EventKind
  happened_on: CivilDate
  happened_at: Instant | null
  entered_at: Instant
  author_id: number
  import_id: number | null
  fact: string
}

/** The event in a row. @throws SyntaxError when its fact is no JSON. */
export function toEvent(row: EventRow): StoredEvent {
  const fact: unknown = JSON.parse(row.fact)
  return {
    seq: row.seq,
    happenedOn: row.happened_on,
    happenedAt: row.happened_at,
    enteredAt: row.entered_at,
    authorId: row.author_id,
    importId: row.import_id,
    // Written by addEvents from an EventFact; the kind stands in its own column.
    fact: Object.assign({ kind: row.kind }, fact) as EventFact,
  }
}

/**
 * The history of a dossier in order; empty when there is no such dossier.
 * @param known number of the last event of the register that counts as known; `null`: all of them.
 */
export function eventsOf(db: ReadDb, dossierId: number, known: number | null = null): StoredEvent[] {
  const rows =
    known === null
      ? db.all<EventRow>(STATEMENTS.eventsOf, [dossierId])
      : db.all<EventRow>(STATEMENTS.knownEvents, [dossierId, known])
  return rows.map(toEvent)
}

/** The histories of several dossiers, by key; see {@link eventsOf}. */
export function eventsOfMany(
  db: ReadDb,
  ids: readonly number[],
  known: number | null = null,
): Map<number, StoredEvent[]> {
  const parameters = { ids: JSON.stringify(ids), known: known ?? Number.MAX_SAFE_INTEGER }
  const histories = new Map<number, StoredEvent[]>()
  // The index of the histories gives each in order.
  for (const row of db.iterate<EventRow>(STATEMENTS.eventsOfMany, parameters)) {
    const history = histories.get(row.dossier_id)
    if (history) history.push(toEvent(row))
    else histories.set(row.dossier_id, [toEvent(row)])
  }
  return histories
}

/** Other agencies that were asked lately, those asked most first. */
export function agenciesOf(db: ReadDb): string[] {
  return db.all<{ agency: string }>(STATEMENTS.agencies).map(({ agency }) => agency)
}

/**
 * Adds a new dossier with its first events and derives its row.
 * @returns the dossier's key.
 * @throws HistoryError when the events make no dossier.
 */
export function addDossier(
  db: WriteDb,
  events: readonly DossierEvent[],
  importId: number | null = null,
): number {
  const id = db.get<{ id: number }>(STATEMENTS.nextDossierId)?.id ?? 1
  const dossier = fold(events)
  insertEvents(db, id, events, importId)
  saveRow(db, id, dossier, true)
  return id
}

/**
 * Adds an application that is no dossier yet.
 * @returns its key, which is the dossier's once it is accepted.
 * @throws HistoryError when the events make none.
 */
export function addArrival(db: WriteDb, events: readonly DossierEvent[]): number {
  const id = db.get<{ id: number }>(STATEMENTS.nextDossierId)?.id ?? 1
  foldArrival(events)
  insertEvents(db, id, events, null)
  saveHistory(db, id, events, true)
  return id
}

/**
 * Appends events to the history of an application; with the acceptance among them it is a dossier from then on.
 * @throws HistoryError when they may not follow.
 */
export function appendToArrival(db: WriteDb, id: number, events: readonly DossierEvent[]): void {
  const history = [...eventsOf(db, id), ...events]
  foldArrival(history)
  const isNew = db.get(STATEMENTS.hasRow, [id]) === undefined
  insertEvents(db, id, events, null)
  saveHistory(db, id, history, isNew)
}

/**
 * Appends events to a dossier's history and derives its row again, in the same transaction.
 * @throws HistoryError when they may not follow.
 */
export function appendEvents(db: WriteDb, dossierId: number, events: readonly DossierEvent[]): Dossier {
  const history = [...eventsOf(db, dossierId), ...events]
  const dossier = fold(history)
  // A re-dated acceptance is the answer to the application, too, and has to follow what came before it.
  const arrival = foldArrival(history)
  insertEvents(db, dossierId, events, null)
  saveRow(db, dossierId, dossier, false)
  if (arrival !== null) db.run(STATEMENTS.saveArrival, arrivalRowOf(dossierId, arrival))
  return dossier
}

/** Appends one event. @throws HistoryError when it may not follow. */
export function appendEvent(db: WriteDb, dossierId: number, event: DossierEvent): Dossier {
  return appendEvents(db, dossierId, [event])
}

/**
 * Appends a moved due date. As the last of a history it changes of the dossier what {@link movedDue} says and its version,
 * and the row holds what that takes: many can be moved without reading the histories again.
 * @throws Error when there is no such dossier or the event is not the next of its history.
 */
export function appendDueMove(
  db: WriteDb,
  id: number,
  event: DossierEvent & { fact: { kind: 'due-moved' } },
): void {
  const now = db.get<{ dueOn: CivilDate; version: number; moves: number }>(STATEMENTS.dueOf, [id])
  if (now?.version !== event.seq - 1) throw new Error(`dossier ${id} is not where its due date moves from`)
  const { dueOn, move } = movedDue(now.dueOn, event.fact, event.happenedOn)
  insertEvents(db, id, [event], null)
  db.run(STATEMENTS.saveDue, [dueOn, event.seq, id])
  db.run(STATEMENTS.addDueMove, [id, now.moves, move.on, move.from, move.cause])
}

function insertEvents(
  db: WriteDb,
  id: number,
  events: readonly DossierEvent[],
  importId: number | null,
): void {
  for (const { seq, happenedOn, happenedAt, enteredAt, authorId, fact } of events) {
    const { kind, ...rest } = fact
    const json = JSON.stringify(rest)
    const columns = [id, seq, kind, happenedOn, happenedAt, enteredAt, authorId, importId, json] as const
    addLink(db, ['event', db.run(STATEMENTS.addEvent, columns).lastInsertRowid, ...columns])
  }
}

/** The words a dossier is found by. */
export function searchTextOf(dossier: Dossier): string {
  const { code, applicantName, representative, idNumber, phone, certificateNumber } = dossier
  return ` ${foldText([code, applicantName, representative, idNumber, phone, certificateNumber].join(' '))}`
}

/** The row a dossier is kept in, by the names of {@link STATEMENTS}.saveDossier. */
export function rowOf(id: number, dossier: Dossier): Record<string, string | number | null> {
  return {
    id,
    code: dossier.code,
    procedureId: dossier.procedureId,
    applicantName: dossier.applicantName,
    applicantKey: sortKey(dossier.applicantName),
    idNumber: dossier.idNumber,
    phone: dossier.phone,
    address: dossier.address,
    commune: dossier.commune,
    communeKey: sortKey(dossier.commune),
    mapSheet: dossier.mapSheet,
    plot: dossier.plot,
    certificateNumber: dossier.certificateNumber,
    channel: dossier.channel,
    onlineLevel: dossier.onlineLevel,
    acceptedOn: dossier.acceptedOn,
    acceptedAt: dossier.acceptedAt,
    dueOn: dossier.dueOn,
    dueSource: dossier.dueSource,
    state: dossier.state,
    holderId: dossier.holderId,
    endedOn: dossier.endedOn,
    outcome: dossier.outcome,
    returnedOn: dossier.returnedOn,
    version: dossier.version,
    searchText: searchTextOf(dossier),
    remote: dossier.remote ? 1 : 0,
    receiptOn: dossier.receipt?.printedOn ?? null,
    waitsSince: standingPause(dossier)?.startOn ?? null,
    arrivedAt: dossier.arrivedAt,
    request: dossier.request,
    step: dossier.step?.index ?? null,
    stepRole: dossier.step?.role ?? null,
    stepOn: dossier.step?.since ?? null,
    stepAt: dossier.step?.at ?? null,
    stepUsed: dossier.step?.used ?? null,
    handedTo: openHandover(dossier)?.toId ?? null,
    apology: dossier.apology?.state ?? null,
    apologyDueOn: dossier.apology?.dueOn ?? null,
    apologyOn: dossier.apology?.sentOn ?? null,
    lateCause: dossier.lateCause?.cause ?? null,
    answerBy: dossier.pauses.find(({ endOn }) => endOn === null)?.answerBy ?? null,
    endedBy: dossier.endedBy,
  }
}

/** The row an application is kept in, by the names of {@link STATEMENTS}.saveArrival. */
export function arrivalRowOf(id: number, arrival: Arrival): Record<string, string | number | null> {
  const { reference, applicantName, idNumber, phone, commune, mapSheet, plot, representative } = arrival
  const { procedureId, channel, onlineLevel, state, arrivedOn, arrivedAt, answerFrom, answeredAt } = arrival
  return {
    ...{
      id,
      reference,
      procedureId,
      applicantName,
      applicantKey: sortKey(applicantName),
      idNumber,
      phone,
      commune,
    },
    ...{ mapSheet, plot, channel, onlineLevel, state, arrivedOn, arrivedAt, answerFrom, answeredAt },
    asked: arrival.asked,
    version: arrival.version,
    searchText: ` ${foldText([reference, applicantName, representative, idNumber, phone].join(' '))}`,
  }
}

function saveRow(db: WriteDb, id: number, dossier: Dossier, isNew: boolean): void {
  const row = rowOf(id, dossier)
  const { searchText } = row
  const searchBefore = isNew
    ? null
    : db.get<{ search_text: string }>(STATEMENTS.searchTextOf, [id])?.search_text
  db.run(STATEMENTS.saveDossier, row)
  if (searchBefore !== searchText) {
    if (!isNew) db.run(STATEMENTS.dropSearch, [id])
    db.run(STATEMENTS.saveSearch, [id, searchText])
  }
  if (!isNew) {
    db.run(STATEMENTS.dropPauses, [id])
    db.run(STATEMENTS.dropDueMoves, [id])
    db.run(STATEMENTS.dropHandovers, [id])
    db.run(STATEMENTS.dropHolderMoves, [id])
  }
  // A pause in which the clock runs on stays in the history alone: nothing that is counted from the rows depends on it.
  stoppingPauses(dossier).forEach((pause, nth) => {
    db.run(STATEMENTS.addPause, [id, nth, pause.kind, pause.startOn, pause.endOn, pause.document])
  })
  dossier.dueMoves.forEach((move, nth) => {
    db.run(STATEMENTS.addDueMove, [id, nth, move.on, move.from, move.cause])
  })
  dossier.holderMoves.forEach((move, nth) => {
    db.run(STATEMENTS.addHolderMove, [id, nth, move.on, move.from])
  })
  dossier.handovers.forEach((handover, nth) => {
    const { batch, number, year, fromId, toId, givenOn, givenAt, state, answeredOn } = handover
    const way = [batch, number, year, fromId, toId]
    db.run(STATEMENTS.addHandover, [id, nth, ...way, givenOn, givenAt, state, answeredOn])
  })
}

/** Saves all that is derived from a history: the application it began with, and the dossier once it is accepted. */
function saveHistory(db: WriteDb, id: number, events: readonly DossierEvent[], isNew: boolean): void {
  const arrival = foldArrival(events)
  if (arrival !== null) db.run(STATEMENTS.saveArrival, arrivalRowOf(id, arrival))
  if (isAccepted(events)) saveRow(db, id, fold(events), isNew)
}

/**
 * Derives all current rows from the history again.
 * @yields the number of dossiers done, now and then.
 */
export function* rebuild(db: WriteDb): Generator<number, number> {
  db.run(STATEMENTS.dropAllHandovers)
  db.run(STATEMENTS.dropAllHolderMoves)
  db.run(STATEMENTS.dropAllArrivals)
  db.run(STATEMENTS.dropAllPauses)
  db.run(STATEMENTS.dropAllDueMoves)
  db.run(STATEMENTS.dropAllDossiers)
  db.run(STATEMENTS.dropAllSearch)
  const last = (db.get<{ id: number }>(STATEMENTS.nextDossierId)?.id ?? 1) - 1
  let done = 0
  for (let id = 1; id <= last; id++) {
    saveHistory(db, id, eventsOf(db, id), true)
    if (++done % 500 === 0) yield done
  }
  return done
}
