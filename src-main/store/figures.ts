/**
 * Queries: the counts of Biểu II.06a, from the dates the history leads to.
 */
import type { FigureCounts } from '../domain/figures.ts'
import type { Period } from '../domain/period.ts'
import type { ReadDb } from './database.ts'

// Ended before the period: not in any of its columns. The rest is either still open or ended on or after its
// first day, so two ranges of the figures' own index hold every dossier that counts.
const COUNTED = 'id, channel, accepted_on, due_on, ended_on, outcome'
const OF_PERIOD = `(SELECT ${COUNTED} FROM dossier INDEXED BY dossier_figures WHERE ended_on >= @from AND accepted_on <= @to
  UNION ALL
  SELECT ${COUNTED} FROM dossier INDEXED BY dossier_figures WHERE ended_on IS NULL AND accepted_on <= @to) d`
const RESOLVED = 'd.ended_on <= @to'
const PENDING = '(d.ended_on IS NULL OR d.ended_on > @to)'

// A due date moved after the period's last day was another one then: what the move after the last one by then started from.
const DUE_THEN = `coalesce((SELECT m.due_before FROM dossier_due_move m WHERE m.dossier_id = d.id AND m.nth > coalesce(
  (SELECT max(l.nth) FROM dossier_due_move l WHERE l.dossier_id = d.id AND l.moved_on <= @to), -1)
  ORDER BY m.nth LIMIT 1), d.due_on)`

// A clock stands still in time only: one that had run out before the pause began is late and stays so.
const PAUSED = `EXISTS (SELECT 1 FROM dossier_pause p WHERE p.dossier_id = d.id AND p.start_on <= @to
  AND (p.end_on IS NULL OR p.end_on > @to) AND p.start_on <= ${DUE_THEN})`

const COUNTS = `
  count(*) FILTER (WHERE d.accepted_on >= @from AND d.channel = 'online') AS receivedOnline,
  count(*) FILTER (WHERE d.accepted_on >= @from AND d.channel <> 'online') AS receivedDirectPostal,
  count(*) FILTER (WHERE d.accepted_on < @from) AS carriedOver,
  count(*) FILTER (WHERE ${RESOLVED} AND d.ended_on < d.due_on) AS resolvedEarly,
  count(*) FILTER (WHERE ${RESOLVED} AND d.ended_on = d.due_on) AS resolvedOnTime,
  count(*) FILTER (WHERE ${RESOLVED} AND d.ended_on > d.due_on) AS resolvedLate,
  count(*) FILTER (WHERE ${PENDING} AND (${DUE_THEN} >= @to OR ${PAUSED})) AS pendingInTime,
  count(*) FILTER (WHERE ${PENDING} AND ${DUE_THEN} < @to AND NOT ${PAUSED}) AS pendingOverdue,
  count(*) FILTER (WHERE ${RESOLVED} AND d.outcome = 'refused') AS refused,
  count(*) FILTER (WHERE ${RESOLVED} AND d.outcome = 'withdrawn') AS withdrawn,
  count(*) FILTER (WHERE ${RESOLVED} AND d.outcome = 'stopped') AS stopped,
  count(*) FILTER (WHERE ${PENDING} AND ${PAUSED}) AS paused`

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  total: `SELECT ${COUNTS} FROM ${OF_PERIOD}`,
} as const

/** The counts of a period over all dossiers, as of the end of its last day. */
export function countPeriod(db: ReadDb, { from, to }: Period): FigureCounts {
  const counts = db.get<FigureCounts>(STATEMENTS.total, { from, to })
  if (!counts) throw new Error('a count without a row')
  return counts
}
