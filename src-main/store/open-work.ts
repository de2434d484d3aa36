/**
 * Queries: open dossiers by who has them.
 */
import type { CivilDate } from '../domain/civil-date.ts'
import type { DossierState } from '../domain/dossier.ts'
import type { ReadDb } from './database.ts'
import { LATE } from './standing.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  openWork: `SELECT d.holder_id AS holderId, d.state, count(*) AS n, count(*) FILTER (WHERE ${LATE}) AS late
    FROM dossier d INDEXED BY dossier_open_due WHERE d.ended_on IS NULL GROUP BY 1, 2`,
} as const

/** Open dossiers of one holder (`null`: nobody) in one state, and how many of them are late. */
export interface OpenWork {
  holderId: number | null
  state: DossierState
  n: number
  late: number
}

/** All open dossiers on a day, those of one holder in one state together. */
export function openWork(db: ReadDb, today: CivilDate): OpenWork[] {
  return db.all<OpenWork>(STATEMENTS.openWork, { today })
}
