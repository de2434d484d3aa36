/**
 * Queries: open dossiers by the step they are in, and those past their step's term.
 *
 * Which step is past its term only the clock can say, but it says the same of all dossiers in the same place: same
 * procedure, same step, as much used before. So the places are listed, the clock gives for each the moment before which
 * a step must have begun, and the index counts.
 */
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import type { StepRole } from '../domain/path.ts'
import type { ReadDb } from './database.ts'

/** Open, with a clock that runs, in a known step: what the index `dossier_step` holds. */
const CLOCKED = 'd.ended_on IS NULL AND d.waits_since IS NULL AND d.step IS NOT NULL'
const PLACE = 'd.procedure_id, d.remote, d.step, d.step_used'

const firstPlace = (condition: string): string =>
  `SELECT d.id FROM dossier d INDEXED BY dossier_step WHERE ${CLOCKED} AND ${condition} ORDER BY ${PLACE} LIMIT 1`

/** From the behind in `@behind`, see {@link behindParameter}. */
const BEHIND_JOIN = `json_each(@behind) t CROSS JOIN dossier d INDEXED BY dossier_step`
const BEHIND_WHERE = `${CLOCKED} AND d.procedure_id = t.value ->> 0 AND d.remote = t.value ->> 1
  AND d.step = t.value ->> 2 AND d.step_used = t.value ->> 3 AND d.step_on <= t.value ->> 4
  AND (d.step_on < t.value ->> 4 OR coalesce(d.step_at, t.value ->> 6) < t.value ->> 5)`

/** The keys of the dossiers behind schedule. */
export const BEHIND_KEYS = `SELECT d.id FROM ${BEHIND_JOIN} WHERE ${BEHIND_WHERE}`

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  // From each place straight to the next one: only as many look-ups as there are places.
  places: `WITH RECURSIVE place (id) AS (
      SELECT (${firstPlace('TRUE')})
      UNION ALL
      SELECT coalesce(
          (${firstPlace('d.procedure_id = p.procedure_id AND d.remote = p.remote AND d.step = p.step AND d.step_used > p.step_used')}),
          (${firstPlace('d.procedure_id = p.procedure_id AND d.remote = p.remote AND d.step > p.step')}),
          (${firstPlace('d.procedure_id = p.procedure_id AND d.remote > p.remote')}),
          (${firstPlace('d.procedure_id > p.procedure_id')}))
        FROM place JOIN dossier p ON p.id = place.id)
    SELECT d.procedure_id AS procedureId, d.remote, d.step, d.step_used AS used
    FROM place JOIN dossier d ON d.id = place.id`,
  countBehind: `SELECT count(*) AS n FROM ${BEHIND_JOIN} WHERE ${BEHIND_WHERE}`,
  byRole: `SELECT step_role AS role, count(*) AS n FROM dossier INDEXED BY dossier_open_step
    WHERE ended_on IS NULL AND step_role IS NOT NULL AND (@holderId IS NULL OR holder_id = @holderId)
    GROUP BY step_role`,
} as const

/** Where dossiers stand: the step of a procedure's path, with as much of its term used before. */
export interface StepPlace {
  procedureId: number
  remote: 0 | 1
  step: number
  used: number
}

/** A place, and when a step there must have begun to be behind now. */
export interface BehindPlace extends StepPlace {
  /** Begun before this moment. */
  before: Instant
  /** The day of that moment, and when the office opens on it: for steps whose hour is not known. */
  day: CivilDate
  opens: Instant
}

/** The places where dossiers stand whose clock runs. */
export function stepPlaces(db: ReadDb): StepPlace[] {
  return db.all<StepPlace>(STATEMENTS.places)
}

/** The places as the parameter `@behind` takes them. */
export function behindParameter(places: readonly BehindPlace[]): string {
  return JSON.stringify(
    places.map(({ procedureId, remote, step, used, day, before, opens }) => [
      ...[procedureId, remote, step, used],
      ...[day, before, opens],
    ]),
  )
}

/** How many are behind schedule. */
export function countBehind(db: ReadDb, behind: string): number {
  return db.get<{ n: number }>(STATEMENTS.countBehind, { behind })?.n ?? 0
}

/** How many open dossiers stand in the steps of each role; of one holder, or of all. */
export function countByRole(db: ReadDb, holderId: number | null): { role: StepRole; n: number }[] {
  return db.all(STATEMENTS.byRole, { holderId })
}
