/**
 * Queries: what a list of the dossiers of a period calls them.
 */
import type { Period } from '../domain/period.ts'
import type { ReadDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  names: `SELECT d.id, d.code, d.applicant_name AS applicantName FROM dossier d
    WHERE d.accepted_on <= @to AND (d.ended_on IS NULL OR d.ended_on >= @from)`,
  byId: `SELECT d.id, d.applicant_name AS applicantName FROM json_each(?) j JOIN dossier d ON d.id = j.value`,
} as const

/** Code and applicant of the dossiers that can count in a period, by key. */
export function dossierNames(
  db: ReadDb,
  { from, to }: Period,
): Map<number, { code: string; applicantName: string }> {
  const found = new Map<number, { code: string; applicantName: string }>()
  const rows = db.iterate<{ id: number; code: string; applicantName: string }>(STATEMENTS.names, { from, to })
  for (const { id, code, applicantName } of rows) found.set(id, { code, applicantName })
  return found
}

/** Applicants by the keys of their dossiers. */
export function namesOf(db: ReadDb, ids: readonly number[]): Map<number, string> {
  const rows = db.all<{ id: number; applicantName: string }>(STATEMENTS.byId, [JSON.stringify(ids)])
  return new Map(rows.map(({ id, applicantName }) => [id, applicantName]))
}
