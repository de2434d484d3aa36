/**
 * How an open dossier stands, in SQL: the words of every queue, count and list of today, of a row `d` of `dossier`. The same
 * is said of a day by the figures (`figures.ts`); a test holds the two together (`office/dossiers/standing.property.test.ts`).
 */

/** On a running clock: a stopped one is never due; one that runs on while another agency is waited for is. */
export const RUNNING = 'd.ended_on IS NULL AND d.waits_since IS NULL'

/** Late by date, save where the clock was stopped in time: a pause that began after the due date hides nothing. */
export const LATE =
  'd.ended_on IS NULL AND d.due_on < @today AND (d.waits_since IS NULL OR d.waits_since > d.due_on)'

export const DUE_TODAY = `${RUNNING} AND d.due_on = @today`

/** Due after today, up to `@soon`. */
export const DUE_SOON = `${RUNNING} AND d.due_on > @today AND d.due_on <= @soon`
