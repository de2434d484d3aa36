/**
 * Queries: the counts of Biểu II.06a, from the dates the history leads to.
 */
import type { Method } from '../domain/figure-class.ts'
import type { FigureCounts } from '../domain/figures.ts'
import type { Period } from '../domain/period.ts'
import type { ReadDb } from './database.ts'

// Ended before the period: not in any of its columns. The rest is either still open or ended on or after its
// first day, so two ranges of the figures' own index hold every dossier that counts.
const COUNTED = 'id, channel, accepted_on, due_on, ended_on, outcome, apology, apology_on, apology_due_on'
const OF_PERIOD = `(SELECT ${COUNTED} FROM dossier INDEXED BY dossier_figures WHERE ended_on >= @from AND accepted_on <= @to
  UNION ALL
  SELECT ${COUNTED} FROM dossier INDEXED BY dossier_figures WHERE ended_on IS NULL AND accepted_on <= @to) d`
const RESOLVED = 'd.ended_on <= @to'
const PENDING = '(d.ended_on IS NULL OR d.ended_on > @to)'

// A due date moved after the period's last day was another one then: what the move after the last one by then started from.
const DUE_THEN = `coalesce((SELECT m.due_before FROM dossier_due_move m WHERE m.dossier_id = d.id AND m.nth > coalesce(
  (SELECT max(l.nth) FROM dossier_due_move l WHERE l.dossier_id = d.id AND l.moved_on <= @to), -1)
  ORDER BY m.nth LIMIT 1), d.due_on)`

/** The new day of an apology that was sent by the period's last day and before a due date, where it names a later one. */
const putOff = (due: string): string => `CASE WHEN d.apology = 'approved' AND d.apology_on <= @to
  AND d.apology_on < ${due} AND d.apology_due_on > ${due} THEN d.apology_due_on ELSE ${due} END`

/** The due dates compared with: of what ended in the period the last one, of what is pending the one of its last day. */
const DUE: Record<Method, { ended: string; pending: string }> = {
  original: { ended: 'd.due_on', pending: DUE_THEN },
  extended: { ended: putOff('d.due_on'), pending: putOff(DUE_THEN) },
}

// A clock stands still in time only: one that had run out before the pause began is late and stays so.
const pausedBy = (due: string): string => `EXISTS (SELECT 1 FROM dossier_pause p WHERE p.dossier_id = d.id
  AND p.start_on <= @to AND (p.end_on IS NULL OR p.end_on > @to) AND p.start_on <= ${due})`

function countsBy({ ended, pending }: (typeof DUE)[Method]): string {
  const paused = pausedBy(pending)
  return `
  count(*) FILTER (WHERE d.accepted_on >= @from AND d.channel = 'online') AS receivedOnline,
  count(*) FILTER (WHERE d.accepted_on >= @from AND d.channel <> 'online') AS receivedDirectPostal,
  count(*) FILTER (WHERE d.accepted_on < @from) AS carriedOver,
  count(*) FILTER (WHERE ${RESOLVED} AND d.ended_on < ${ended}) AS resolvedEarly,
  count(*) FILTER (WHERE ${RESOLVED} AND d.ended_on = ${ended}) AS resolvedOnTime,
  count(*) FILTER (WHERE ${RESOLVED} AND d.ended_on > ${ended}) AS resolvedLate,
  count(*) FILTER (WHERE ${PENDING} AND (${pending} >= @to OR ${paused})) AS pendingInTime,
  count(*) FILTER (WHERE ${PENDING} AND ${pending} < @to AND NOT ${paused}) AS pendingOverdue,
  count(*) FILTER (WHERE ${RESOLVED} AND d.outcome = 'refused') AS refused,
  count(*) FILTER (WHERE ${RESOLVED} AND d.outcome = 'withdrawn') AS withdrawn,
  count(*) FILTER (WHERE ${RESOLVED} AND d.outcome = 'stopped') AS stopped,
  count(*) FILTER (WHERE ${PENDING} AND ${paused}) AS paused`
}

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  original: `SELECT ${countsBy(DUE.original)} FROM ${OF_PERIOD}`,
  extended: `SELECT ${countsBy(DUE.extended)} FROM ${OF_PERIOD}`,
} as const

/** The counts of a period over all dossiers, as of the end of its last day. */
export function countPeriod(db: ReadDb, { from, to }: Period, method: Method = 'original'): FigureCounts {
  const counts = db.get<FigureCounts>(STATEMENTS[method], { from, to })
  if (!counts) throw new Error('a count without a row')
  return counts
}
