/**
 * Queries: what there is to tell a person, and what they were told already.
 */
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import type { ReadDb, WriteDb } from './database.ts'
import { DUE_TODAY, LATE, RUNNING } from './standing.ts'

/** Of the history only so many entries at its end are looked through for reminders: the last days of a busy branch. */
const LATEST_EVENTS = 5000
const DOSSIER = 'd.id AS dossierId, d.code, d.applicant_name AS applicantName'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  due: `SELECT ${DOSSIER}, d.due_on AS dueOn FROM dossier d INDEXED BY dossier_open_due
    WHERE ${RUNNING} AND d.due_on = @on AND d.holder_id = @staffId ORDER BY d.id LIMIT @most`,
  // `@staffId` is NULL for the whole branch.
  sums: `SELECT
      count(*) FILTER (WHERE ${LATE}) AS late,
      count(*) FILTER (WHERE ${DUE_TODAY}) AS dueToday
    FROM dossier d INDEXED BY dossier_open_due
    WHERE d.ended_on IS NULL AND d.due_on <= @today AND (@staffId IS NULL OR d.holder_id = @staffId)`,
  dueWithoutApology: `SELECT count(*) AS n FROM dossier d INDEXED BY dossier_open_due
    WHERE ${RUNNING} AND d.due_on = @on AND (@staffId IS NULL OR d.holder_id = @staffId)
    AND d.apology IS NOT 'approved'`,
  steps: `SELECT d.procedure_id AS procedureId, d.remote, d.step, d.step_on AS stepOn, d.step_at AS stepAt, d.step_used AS used
    FROM dossier d INDEXED BY dossier_open_due
    WHERE ${RUNNING} AND d.step IS NOT NULL AND (@staffId IS NULL OR d.holder_id = @staffId)`,
  batches: `SELECT h.batch, h.number, h.year, s.name AS fromName, h.given_on AS givenOn, count(*) AS dossiers
    FROM dossier_handover h INDEXED BY dossier_handover_given JOIN staff s ON s.id = h.from_id
    WHERE h.to_id = @staffId AND h.state = 'given' GROUP BY h.batch ORDER BY h.batch LIMIT @most`,
  apologies: `SELECT ${DOSSIER}, d.due_on AS dueOn, d.apology_due_on AS newDueOn,
      (SELECT max(e.seq) FROM dossier_event e WHERE e.dossier_id = d.id AND e.kind = 'apology-drafted') AS seq
    FROM dossier d INDEXED BY dossier_apology WHERE d.apology = 'drafted' AND d.apology IS NOT NULL AND d.ended_on IS NULL
    ORDER BY d.due_on, d.id LIMIT @most`,
  reminders: `SELECT e.id AS eventId, ${DOSSIER}, s.name AS fromName, coalesce(e.fact ->> 'note', '') AS note, e.entered_at AS at
    FROM dossier_event e CROSS JOIN dossier d ON d.id = e.dossier_id CROSS JOIN staff s ON s.id = e.author_id
    WHERE e.id > (SELECT max(id) FROM dossier_event) - ${LATEST_EVENTS} AND e.kind = 'reminded' AND e.fact ->> 'toId' = @staffId
    AND d.ended_on IS NULL ORDER BY e.id DESC LIMIT @most`,
  arrivals: `SELECT id AS arrivalId, reference, applicant_name AS applicantName, answer_from AS answerFrom
    FROM arrival INDEXED BY arrival_open WHERE state = 'waiting' AND state IN ('waiting', 'completion-asked') ORDER BY answer_from LIMIT @most`,
  seen: 'SELECT key FROM alert_seen WHERE staff_id = ?',
  keep: 'INSERT OR IGNORE INTO alert_seen (staff_id, key, at) VALUES (?, ?, ?)',
  prune: `DELETE FROM alert_seen WHERE staff_id = ? AND at < ? AND key NOT IN (SELECT value FROM json_each(?))`,
} as const

/** The dossier an alert is about. */
export interface AlertDossier {
  dossierId: number
  code: string
  applicantName: string
}

/** The dossiers somebody holds that are due on a day and whose clock runs. */
export function dueOf(
  db: ReadDb,
  asked: { staffId: number; on: CivilDate; most: number },
): (AlertDossier & { dueOn: CivilDate })[] {
  return db.all(STATEMENTS.due, asked)
}

/** How many are late and due today: of one holder, or (`null`) of the branch. */
export function dueSums(
  db: ReadDb,
  staffId: number | null,
  today: CivilDate,
): { late: number; dueToday: number } {
  return db.get(STATEMENTS.sums, { staffId, today }) ?? { late: 0, dueToday: 0 }
}

/** How many are due on a day and have no approved apology. */
export function dueWithoutApology(db: ReadDb, staffId: number | null, on: CivilDate): number {
  return db.get<{ n: number }>(STATEMENTS.dueWithoutApology, { staffId, on })?.n ?? 0
}

/** The step an open dossier is in, while its clock runs. */
export interface OpenStep {
  procedureId: number
  remote: 0 | 1
  step: number
  stepOn: CivilDate
  stepAt: Instant | null
  used: number
}

/** The steps open dossiers are in, whose clock runs: of one holder, or (`null`) of the branch. */
export function openSteps(db: ReadDb, staffId: number | null): OpenStep[] {
  return db.all(STATEMENTS.steps, { staffId })
}

/** Batches given to somebody who has not confirmed them. */
export function batchesFor(
  db: ReadDb,
  asked: { staffId: number; most: number },
): { batch: number; number: number; year: number; fromName: string; givenOn: CivilDate; dossiers: number }[] {
  return db.all(STATEMENTS.batches, asked)
}

/** Apologies that wait for a decision; `seq` is the entry of the draft. */
export function draftedApologies(
  db: ReadDb,
  most: number,
): (AlertDossier & { dueOn: CivilDate; newDueOn: CivilDate; seq: number })[] {
  return db.all(STATEMENTS.apologies, { most })
}

/** Latest reminders to somebody, of dossiers that are open, the newest first. */
export function remindersTo(
  db: ReadDb,
  asked: { staffId: number; most: number },
): (AlertDossier & { eventId: number; fromName: string; note: string; at: Instant })[] {
  return db.all(STATEMENTS.reminders, asked)
}

/** Applications that wait for an answer, by the moment their time began. */
export function waitingArrivals(
  db: ReadDb,
  most: number,
): { arrivalId: number; reference: string; applicantName: string; answerFrom: Instant }[] {
  return db.all(STATEMENTS.arrivals, { most })
}

/** The keys somebody was told. */
export function seenKeys(db: ReadDb, staffId: number): Set<string> {
  return new Set(db.all<{ key: string }>(STATEMENTS.seen, [staffId]).map(({ key }) => key))
}

/** Keeps a key. @returns whether it was not kept before. */
export function keepSeen(db: WriteDb, staffId: number, key: string, at: Instant): boolean {
  return db.run(STATEMENTS.keep, [staffId, key, at]).changes > 0
}

/** Lets go of the keys somebody was told before a moment, save some. */
export function pruneSeen(db: WriteDb, staffId: number, before: Instant, save: readonly string[]): void {
  db.run(STATEMENTS.prune, [staffId, before, JSON.stringify(save)])
}
