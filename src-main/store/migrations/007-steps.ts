/**
 * Migration 7: looking up which open dossiers are past their step's term, and the batches somebody gave.
 */
export const sql = `
-- By place in the path and time in it; only those whose clock runs.
CREATE INDEX dossier_step ON dossier (procedure_id, remote, step, step_used, step_on, step_at, ended_on, waits_since)
  WHERE ended_on IS NULL AND waits_since IS NULL AND step IS NOT NULL;
-- Counted from the index alone.
DROP INDEX dossier_open_step;
CREATE INDEX dossier_open_step ON dossier (step_role, due_on, holder_id, ended_on) WHERE ended_on IS NULL;
CREATE INDEX dossier_handover_from ON dossier_handover (from_id, batch);
`
