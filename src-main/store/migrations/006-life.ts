/**
 * Migration 6: the way of a dossier through the office: steps, batches, apologies, applications before acceptance, blocked
 * parcels, alerts that were seen. What is new in the row is derived from events that no history from before has.
 */
export const sql = `
ALTER TABLE dossier ADD COLUMN arrived_at TEXT;
ALTER TABLE dossier ADD COLUMN request TEXT;
-- The step of the path: its number from 0, what it is for, since when, and working minutes used before that.
ALTER TABLE dossier ADD COLUMN step INTEGER;
ALTER TABLE dossier ADD COLUMN step_role TEXT;
ALTER TABLE dossier ADD COLUMN step_on TEXT;
ALTER TABLE dossier ADD COLUMN step_at TEXT;
ALTER TABLE dossier ADD COLUMN step_used INTEGER;
-- Given out in a batch and not confirmed yet: to whom.
ALTER TABLE dossier ADD COLUMN handed_to INTEGER REFERENCES staff (id);
-- The apology: drafted, approved or rejected; the new day it names; the day it was sent.
ALTER TABLE dossier ADD COLUMN apology TEXT;
ALTER TABLE dossier ADD COLUMN apology_due_on TEXT;
ALTER TABLE dossier ADD COLUMN apology_on TEXT;
ALTER TABLE dossier ADD COLUMN late_cause TEXT;
-- The day by which the agency that is waited for has to answer.
ALTER TABLE dossier ADD COLUMN answer_by TEXT;

CREATE UNIQUE INDEX dossier_request ON dossier (request) WHERE request IS NOT NULL;
CREATE INDEX dossier_open_step ON dossier (step_role, due_on, holder_id) WHERE ended_on IS NULL;
CREATE INDEX dossier_apology ON dossier (apology, due_on) WHERE apology IS NOT NULL AND ended_on IS NULL;

-- Each passing from hand to hand in a batch; derived from the history like pauses.
CREATE TABLE dossier_handover (
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  nth INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  number INTEGER NOT NULL,
  year INTEGER NOT NULL,
  from_id INTEGER NOT NULL REFERENCES staff (id),
  to_id INTEGER NOT NULL REFERENCES staff (id),
  given_on TEXT NOT NULL,
  given_at TEXT,
  state TEXT NOT NULL,
  answered_on TEXT,
  PRIMARY KEY (dossier_id, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_handover_batch ON dossier_handover (batch);
CREATE INDEX dossier_handover_given ON dossier_handover (to_id, batch) WHERE state = 'given';

-- Applications that are no dossier yet, or were none at first; derived from the beginning of the same history.
CREATE TABLE arrival (
  id INTEGER PRIMARY KEY,
  reference TEXT NOT NULL,
  procedure_id INTEGER NOT NULL REFERENCES procedure_version (id),
  applicant_name TEXT NOT NULL,
  applicant_key TEXT NOT NULL,
  id_number TEXT NOT NULL,
  phone TEXT NOT NULL,
  commune TEXT NOT NULL,
  map_sheet TEXT NOT NULL,
  plot TEXT NOT NULL,
  channel TEXT NOT NULL,
  online_level TEXT,
  state TEXT NOT NULL,
  arrived_on TEXT NOT NULL,
  arrived_at TEXT NOT NULL,
  answer_from TEXT NOT NULL,
  answered_at TEXT,
  asked INTEGER NOT NULL,
  version INTEGER NOT NULL,
  search_text TEXT NOT NULL
) STRICT;
CREATE INDEX arrival_open ON arrival (state, answer_from) WHERE state IN ('waiting', 'completion-asked');
CREATE INDEX arrival_arrived ON arrival (arrived_on, id);
CREATE INDEX arrival_reference ON arrival (reference) WHERE reference <> '';

-- Parcels blocked by a court or an enforcement agency (ngăn chặn). Vouched for by the audit.
CREATE TABLE stop_order (
  id INTEGER PRIMARY KEY,
  commune TEXT NOT NULL,
  commune_key TEXT NOT NULL,
  map_sheet TEXT NOT NULL,
  plot TEXT NOT NULL,
  document TEXT NOT NULL,
  agency TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- The document that lifted it and its day; NULL while it is in force.
  lifted_on TEXT,
  lifted_document TEXT,
  CHECK ((lifted_on IS NULL) = (lifted_document IS NULL))
) STRICT;
CREATE INDEX stop_order_parcel ON stop_order (map_sheet, plot, commune_key) WHERE lifted_on IS NULL;

-- Alerts a person was shown already, so that none comes twice.
CREATE TABLE alert_seen (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  key TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (staff_id, key)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER stop_order_no_delete BEFORE DELETE ON stop_order
BEGIN SELECT raise(ABORT, 'stop orders are lifted, never deleted'); END;
`
