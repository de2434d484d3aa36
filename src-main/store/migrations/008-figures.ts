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

-- Closed periods (chốt kỳ): what was reported, as it was counted then. Vouched for by the audit, and each by its own hash.
CREATE TABLE closed_period (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  closed_at TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES staff (id),
  -- SHA-256 over the head; the head names the hash of the closing before and the hash of the figures.
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  head TEXT NOT NULL CHECK (json_valid(head)),
  -- Tables, list of dossiers and rules as canonical JSON, deflated.
  figures BLOB NOT NULL
) STRICT;
CREATE INDEX closed_period_days ON closed_period (to_day, from_day);
-- A closed period opened again: it stands no longer, and stays as it is.
CREATE TABLE period_reopening (
  number INTEGER PRIMARY KEY REFERENCES closed_period (number),
  at TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES staff (id),
  reason TEXT NOT NULL
) STRICT;
CREATE TRIGGER closed_period_no_update BEFORE UPDATE ON closed_period
BEGIN SELECT raise(ABORT, 'closed periods are never changed'); END;
CREATE TRIGGER closed_period_no_delete BEFORE DELETE ON closed_period
BEGIN SELECT raise(ABORT, 'closed periods are never deleted'); END;
CREATE TRIGGER closed_period_in_order BEFORE INSERT ON closed_period
WHEN new.number <> (SELECT coalesce(max(number), 0) + 1 FROM closed_period)
BEGIN SELECT raise(ABORT, 'closed periods follow one another'); END;
CREATE TRIGGER period_reopening_no_update BEFORE UPDATE ON period_reopening
BEGIN SELECT raise(ABORT, 'reopenings are never changed'); END;
CREATE TRIGGER period_reopening_no_delete BEFORE DELETE ON period_reopening
BEGIN SELECT raise(ABORT, 'reopenings are never deleted'); END;
CREATE TRIGGER period_reopening_no_replace BEFORE INSERT ON period_reopening
WHEN EXISTS (SELECT 1 FROM period_reopening WHERE number = new.number)
BEGIN SELECT raise(ABORT, 'reopenings are never replaced'); END;
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
