/**
 * Queries: what the clock needs to know of every open dossier, to count its due date again.
 */
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import type { PauseKind } from '../domain/dossier.ts'
import type { ReadDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  openClocks: `SELECT id, procedure_id AS procedureId, accepted_on AS acceptedOn, accepted_at AS acceptedAt, remote,
    due_on AS dueOn, due_source AS dueSource, version,
    due_source = 'printed' OR receipt_on IS NOT NULL AS promised FROM dossier INDEXED BY dossier_open_due WHERE ended_on IS NULL
    ORDER BY due_on, id`,
  openPauses: `SELECT p.dossier_id AS id, p.kind, p.start_on AS startOn, p.end_on AS endOn, p.document
    FROM dossier d INDEXED BY dossier_open_due JOIN dossier_pause p ON p.dossier_id = d.id
    WHERE d.ended_on IS NULL ORDER BY p.dossier_id, p.nth`,
  openDueByYear: `SELECT CAST(substr(due_on, 1, 4) AS INTEGER) AS year, count(*) AS n
    FROM dossier INDEXED BY dossier_open_due WHERE ended_on IS NULL GROUP BY 1 ORDER BY 1`,
  applicantOf: `SELECT d.code, d.applicant_name AS applicantName, d.phone, d.address, v.name_vi AS procedureName,
    s.name AS holderName, d.accepted_on AS acceptedOn FROM dossier d
    JOIN procedure_version v ON v.id = d.procedure_id LEFT JOIN staff s ON s.id = d.holder_id WHERE d.id = ?`,
  registerMark: `SELECT (SELECT coalesce(max(id), 0) FROM dossier_event) AS event,
    (SELECT coalesce(max(id), 0) FROM rule_change) AS change`,
} as const

/** An open dossier as the clock sees it. */
export interface OpenClock {
  id: number
  procedureId: number
  acceptedOn: CivilDate
  acceptedAt: Instant | null
  remote: 0 | 1
  dueOn: CivilDate
  dueSource: 'computed' | 'printed'
  /** Number of its last event. */
  version: number
  /** The applicant holds the due date on paper, as `isPromised` of the domain has it. */
  promised: 0 | 1
}

/** A pause of an open dossier in which its clock stood still. */
export interface OpenPause {
  id: number
  kind: PauseKind
  startOn: CivilDate
  endOn: CivilDate | null
  document: string
}

/** All open dossiers, by due date. */
export function openClocks(db: ReadDb): OpenClock[] {
  return db.all<OpenClock>(STATEMENTS.openClocks)
}

/** The pauses of all open dossiers in which the clock stood still, by dossier. */
export function openPauses(db: ReadDb): Map<number, OpenPause[]> {
  const found = new Map<number, OpenPause[]>()
  for (const pause of db.all<OpenPause>(STATEMENTS.openPauses)) {
    const list = found.get(pause.id)
    if (list) list.push(pause)
    else found.set(pause.id, [pause])
  }
  return found
}

/** How many open dossiers are due in each year. */
export function openDueByYear(db: ReadDb): { year: number; n: number }[] {
  return db.all<{ year: number; n: number }>(STATEMENTS.openDueByYear)
}

/** Who is to be told when a dossier's due date moves. */
export interface DossierApplicant {
  code: string
  applicantName: string
  phone: string
  address: string
  procedureName: string
  holderName: string | null
  acceptedOn: CivilDate
}

/** The applicant of a dossier, or `undefined`. */
export function applicantOf(db: ReadDb, id: number): DossierApplicant | undefined {
  return db.get<DossierApplicant>(STATEMENTS.applicantOf, [id])
}

/** The last event and the last change of rules: as long as neither is followed by another, nothing has changed. */
export function registerMark(db: ReadDb): string {
  const mark = db.get<{ event: number; change: number }>(STATEMENTS.registerMark)
  return `${mark?.event ?? 0}/${mark?.change ?? 0}`
}
