/**
 * Migration 8: who had a dossier on any day, for figures by officer as of a date; closed periods.
 */
import { fold, isAccepted } from '../../domain/dossier.ts'
import type { WriteDb } from '../database.ts'
import { eventsOf } from '../events.ts'

export const sql = `
-- Who had it when its clock ended.
ALTER TABLE dossier ADD COLUMN ended_by INTEGER REFERENCES staff (id);
-- Holders before the present one; derived from the history like pauses.
CREATE TABLE dossier_holder_move (
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  nth INTEGER NOT NULL,
  moved_on TEXT NOT NULL,
  holder_before INTEGER REFERENCES staff (id),
  PRIMARY KEY (dossier_id, nth)
) STRICT, WITHOUT ROWID;
-- Apologies of what has ended, for the share on time by the extended date.
CREATE INDEX dossier_apology_ended ON dossier (ended_on, due_on, apology_on, apology_due_on)
  WHERE apology = 'approved' AND ended_on IS NOT NULL;
UPDATE dossier SET ended_by = holder_id WHERE ended_on IS NOT NULL;
-- All that the figures read of a dossier: a period is counted from two ranges of this index alone.
DROP INDEX dossier_figures;
CREATE INDEX dossier_figures ON dossier (ended_on, accepted_on, due_on, procedure_id, channel, outcome, online_level, commune,
  returned_on, apology, apology_on, apology_due_on, late_cause, holder_id, ended_by);
`

/** Every statement of this file. */
const STATEMENTS = {
  // Only these can have had more than one holder before the end, or another one after it.
  moved: `SELECT DISTINCT dossier_id AS id FROM dossier_event
    WHERE kind IN ('taken', 'passed', 'handover-confirmed') ORDER BY dossier_id`,
  endedBy: 'UPDATE dossier SET ended_by = ? WHERE id = ?',
  addMove: 'INSERT INTO dossier_holder_move (dossier_id, nth, moved_on, holder_before) VALUES (?, ?, ?, ?)',
} as const

/** Derives from the histories what the new column and table hold. */
export function deriveHolders(db: WriteDb): void {
  for (const { id } of db.all<{ id: number }>(STATEMENTS.moved)) {
    const events = eventsOf(db, id)
    if (!isAccepted(events)) continue
    const { endedBy, holderMoves } = fold(events)
    db.run(STATEMENTS.endedBy, [endedBy, id])
    holderMoves.forEach(({ on, from }, nth) => db.run(STATEMENTS.addMove, [id, nth, on, from]))
  }
}
