/**
 * Queries: how much came in and went out on each day, for figures by month over all of history. They add up rows of two
 * indexes and touch no others, so a million dossiers take part of a second.
 */
import type { CivilDate } from '../domain/civil-date.ts'
import type { ReadDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  accepted:
    'SELECT d.accepted_on AS day, count(*) AS n FROM dossier d WHERE d.accepted_on <= ? GROUP BY d.accepted_on',
  ended: `SELECT d.ended_on AS day, count(*) AS n, count(*) FILTER (WHERE d.ended_on > d.due_on) AS late
    FROM dossier d WHERE d.ended_on <= ? GROUP BY d.ended_on`,
  // Late by the original date alone: an apology sent in time named a day that was kept.
  excused: `SELECT d.ended_on AS day, count(*) AS n FROM dossier d
    WHERE d.ended_on <= ? AND d.ended_on > d.due_on AND d.apology = 'approved' AND d.apology_on < d.due_on
      AND d.apology_due_on >= d.ended_on GROUP BY d.ended_on`,
  first: 'SELECT min(accepted_on) AS day FROM dossier',
} as const

/** So many dossiers on a day. */
export interface DayCount {
  day: CivilDate
  n: number
}

/** What came in and went out by day, up to the end of a day. */
export interface Flow {
  accepted: DayCount[]
  /** By the day of the end; `late` against the original due date. */
  ended: (DayCount & { late: number })[]
  /** Those of the late ones that kept the day an apology in time had named. */
  excused: DayCount[]
}

/**
 * What came in and went out by day, from the first dossier to the end of a day.
 * @param excused whether apologies are asked for; else there are none.
 */
export function flowUpTo(db: ReadDb, to: CivilDate, excused: boolean): Flow {
  return {
    accepted: db.all(STATEMENTS.accepted, [to]),
    ended: db.all(STATEMENTS.ended, [to]),
    excused: excused ? db.all(STATEMENTS.excused, [to]) : [],
  }
}

/** The day of the first reception; `null` in an empty register. */
export function firstReception(db: ReadDb): CivilDate | null {
  return db.get<{ day: CivilDate | null }>(STATEMENTS.first)?.day ?? null
}
