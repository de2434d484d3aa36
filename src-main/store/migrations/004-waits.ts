/** Migration 4: since when an open dossier waits; one that waits since after its due date is late nevertheless. */
export const sql = `
-- The day the open pause began, NULL where the clock runs or has ended.
ALTER TABLE dossier ADD COLUMN waits_since TEXT;
UPDATE dossier SET waits_since =
  (SELECT p.start_on FROM dossier_pause p WHERE p.dossier_id = dossier.id AND p.end_on IS NULL)
WHERE ended_on IS NULL AND state NOT IN ('accepted', 'in-process');

-- The queues are counted from this index alone.
DROP INDEX dossier_open_due;
CREATE INDEX dossier_open_due ON dossier (due_on, state, holder_id, ended_on, waits_since) WHERE ended_on IS NULL;
`
