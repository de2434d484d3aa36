CREATE INDEX arrival_arrived ON arrival (arrived_on, id);

CREATE INDEX arrival_open ON arrival (state, answer_from) WHERE state IN ('waiting', 'completion-asked');

CREATE INDEX arrival_reference ON arrival (reference) WHERE reference <> '';

CREATE INDEX audit_entry_dossier ON audit_entry (dossier_id) WHERE dossier_id IS NOT NULL;

CREATE INDEX audit_entry_kind ON audit_entry (kind, id);

CREATE UNIQUE INDEX chain_audit ON chain (audit_id) WHERE audit_id IS NOT NULL;

CREATE UNIQUE INDEX chain_event ON chain (event_id) WHERE event_id IS NOT NULL;

CREATE INDEX closed_period_days ON closed_period (to_day, from_day);

CREATE INDEX dossier_accepted ON dossier (accepted_on, id);

CREATE INDEX dossier_apology ON dossier (apology, due_on) WHERE apology IS NOT NULL AND ended_on IS NULL;

CREATE INDEX dossier_apology_ended ON dossier (ended_on, due_on, apology_on, apology_due_on)
  WHERE apology = 'approved' AND ended_on IS NOT NULL;

CREATE INDEX dossier_applicant ON dossier (applicant_key, id);

CREATE INDEX dossier_due ON dossier (due_on, id);

CREATE INDEX dossier_figures ON dossier (ended_on, accepted_on, due_on, procedure_id, channel, outcome, online_level, commune,
  returned_on, apology, apology_on, apology_due_on, late_cause, holder_id, ended_by);

CREATE INDEX dossier_handover_batch ON dossier_handover (batch);

CREATE INDEX dossier_handover_from ON dossier_handover (from_id, batch);

CREATE INDEX dossier_handover_given ON dossier_handover (to_id, batch) WHERE state = 'given';

CREATE INDEX dossier_id_number ON dossier (id_number) WHERE id_number <> '';

CREATE INDEX dossier_open_due ON dossier (due_on, state, holder_id, ended_on, waits_since) WHERE ended_on IS NULL;

CREATE INDEX dossier_open_step ON dossier (step_role, due_on, holder_id, ended_on) WHERE ended_on IS NULL;

CREATE INDEX dossier_parcel ON dossier (map_sheet, plot, commune);

CREATE INDEX dossier_ready ON dossier (ended_on, id) WHERE state = 'result-ready';

CREATE UNIQUE INDEX dossier_request ON dossier (request) WHERE request IS NOT NULL;

CREATE INDEX dossier_step ON dossier (procedure_id, remote, step, step_used, step_on, step_at, ended_on, waits_since)
  WHERE ended_on IS NULL AND waits_since IS NULL AND step IS NOT NULL;

CREATE INDEX import_batch_sha256 ON import_batch (sha256);

CREATE INDEX stop_order_parcel ON stop_order (map_sheet, plot, commune_key) WHERE lifted_on IS NULL;

CREATE TABLE account (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
  login TEXT NOT NULL UNIQUE,
  -- Algorithm, cost, salt and hash in one text; never the password.
  password TEXT NOT NULL,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  must_change INTEGER NOT NULL CHECK (must_change IN (0, 1))
) STRICT;

CREATE TABLE alert_seen (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  key TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (staff_id, key)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE audit_entry (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  -- NULL: nobody was signed in.
  author_id INTEGER REFERENCES staff (id),
  kind TEXT NOT NULL,
  -- The dossier it is about, where it is about one.
  dossier_id INTEGER,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;

CREATE TABLE calendar_day (
  date TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('off', 'work')),
  name TEXT NOT NULL,
  basis TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('confirmed', 'library', 'press', 'unannounced'))
) STRICT, WITHOUT ROWID;

CREATE TABLE chain (
  n INTEGER PRIMARY KEY CHECK (n >= 1),
  event_id INTEGER REFERENCES dossier_event (id),
  audit_id INTEGER REFERENCES audit_entry (id),
  -- SHA-256 over the hash before and the entry's own content.
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK ((event_id IS NULL) <> (audit_id IS NULL))
) STRICT;

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

CREATE TABLE dossier (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  procedure_id INTEGER NOT NULL REFERENCES procedure_version (id),
  applicant_name TEXT NOT NULL,
  applicant_key TEXT NOT NULL,
  id_number TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  commune TEXT NOT NULL,
  commune_key TEXT NOT NULL,
  map_sheet TEXT NOT NULL,
  plot TEXT NOT NULL,
  certificate_number TEXT NOT NULL,
  channel TEXT NOT NULL,
  online_level TEXT,
  accepted_on TEXT NOT NULL,
  accepted_at TEXT,
  due_on TEXT NOT NULL,
  due_source TEXT NOT NULL,
  state TEXT NOT NULL,
  holder_id INTEGER REFERENCES staff (id),
  ended_on TEXT,
  outcome TEXT,
  returned_on TEXT,
  version INTEGER NOT NULL,
  -- Folded words to search in, with a space before each: code, name, numbers.
  search_text TEXT NOT NULL
, remote INTEGER NOT NULL DEFAULT 0, receipt_on TEXT, waits_since TEXT, arrived_at TEXT, request TEXT, step INTEGER, step_role TEXT, step_on TEXT, step_at TEXT, step_used INTEGER, handed_to INTEGER REFERENCES staff (id), apology TEXT, apology_due_on TEXT, apology_on TEXT, late_cause TEXT, answer_by TEXT, ended_by INTEGER REFERENCES staff (id)) STRICT;

CREATE TABLE dossier_due_move (
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  nth INTEGER NOT NULL,
  moved_on TEXT NOT NULL,
  due_before TEXT NOT NULL,
  cause TEXT NOT NULL,
  PRIMARY KEY (dossier_id, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_event (
  id INTEGER PRIMARY KEY,
  dossier_id INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  happened_at TEXT,
  entered_at TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES staff (id),
  import_id INTEGER REFERENCES import_batch (id),
  -- The fact without its kind, as JSON.
  fact TEXT NOT NULL CHECK (json_valid(fact)),
  UNIQUE (dossier_id, seq)
) STRICT;

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

CREATE TABLE dossier_holder_move (
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  nth INTEGER NOT NULL,
  moved_on TEXT NOT NULL,
  holder_before INTEGER REFERENCES staff (id),
  PRIMARY KEY (dossier_id, nth)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_pause (
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  nth INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start_on TEXT NOT NULL,
  end_on TEXT, document TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (dossier_id, nth)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE dossier_search USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '1 2 3 4 5 6',
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE form_number (
  form TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  dossier_id INTEGER NOT NULL,
  PRIMARY KEY (form, year, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES staff (id),
  imported INTEGER NOT NULL,
  kept INTEGER NOT NULL
) STRICT;

CREATE TABLE period_reopening (
  number INTEGER PRIMARY KEY REFERENCES closed_period (number),
  at TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES staff (id),
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE preference (
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (staff_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE procedure_version (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  national_code TEXT NOT NULL,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_key TEXT NOT NULL,
  field TEXT NOT NULL,
  term INTEGER NOT NULL CHECK (term >= 0),
  unit TEXT NOT NULL CHECK (unit IN ('working-day', 'calendar-day')),
  remote_extra INTEGER NOT NULL,
  phase_first INTEGER,
  phase_second INTEGER,
  has_fee_leg INTEGER NOT NULL CHECK (has_fee_leg IN (0, 1)),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  basis TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('sourced', 'code-to-check', 'to-verify')), supplement_rule TEXT NOT NULL DEFAULT 'restart'
  CHECK (supplement_rule IN ('restart', 'continue')), documents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(documents)), steps TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(steps)),
  UNIQUE (key, valid_from)
) STRICT;

CREATE TABLE rule_change (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('calendar', 'procedure')),
  at TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES staff (id),
  reason TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  name_key TEXT NOT NULL,
  -- What all spellings of the name have in common: one person is written down once.
  name_lookup TEXT NOT NULL UNIQUE
) STRICT;

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

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT raise(ABORT, 'the audit is never deleted'); END;

CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'the audit is never replaced'); END;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT raise(ABORT, 'the audit is never changed'); END;

CREATE TRIGGER chain_in_order BEFORE INSERT ON chain
WHEN new.n <> (SELECT coalesce(max(n), 0) + 1 FROM chain)
BEGIN SELECT raise(ABORT, 'the chain grows at its end'); END;

CREATE TRIGGER chain_no_delete BEFORE DELETE ON chain
BEGIN SELECT raise(ABORT, 'the chain is never cut'); END;

CREATE TRIGGER chain_no_update BEFORE UPDATE ON chain
BEGIN SELECT raise(ABORT, 'the chain is never changed'); END;

CREATE TRIGGER closed_period_in_order BEFORE INSERT ON closed_period
WHEN new.number <> (SELECT coalesce(max(number), 0) + 1 FROM closed_period)
BEGIN SELECT raise(ABORT, 'closed periods follow one another'); END;

CREATE TRIGGER closed_period_no_delete BEFORE DELETE ON closed_period
BEGIN SELECT raise(ABORT, 'closed periods are never deleted'); END;

CREATE TRIGGER closed_period_no_update BEFORE UPDATE ON closed_period
BEGIN SELECT raise(ABORT, 'closed periods are never changed'); END;

CREATE TRIGGER dossier_event_no_delete BEFORE DELETE ON dossier_event
BEGIN SELECT raise(ABORT, 'history is never deleted'); END;

CREATE TRIGGER dossier_event_no_replace BEFORE INSERT ON dossier_event
WHEN EXISTS (SELECT 1 FROM dossier_event WHERE id = new.id)
  OR EXISTS (SELECT 1 FROM dossier_event WHERE dossier_id = new.dossier_id AND seq = new.seq)
BEGIN SELECT raise(ABORT, 'history is never replaced'); END;

CREATE TRIGGER dossier_event_no_update BEFORE UPDATE ON dossier_event
BEGIN SELECT raise(ABORT, 'history is never changed'); END;

CREATE TRIGGER form_number_no_delete BEFORE DELETE ON form_number
BEGIN SELECT raise(ABORT, 'numbers of forms are never given back'); END;

CREATE TRIGGER form_number_no_gap BEFORE INSERT ON form_number
WHEN new.number <> 1 + (SELECT coalesce(max(number), 0) FROM form_number WHERE form = new.form AND year = new.year)
BEGIN SELECT raise(ABORT, 'numbers of forms have no gaps'); END;

CREATE TRIGGER form_number_no_replace BEFORE INSERT ON form_number
WHEN EXISTS (SELECT 1 FROM form_number WHERE form = new.form AND year = new.year AND number = new.number)
BEGIN SELECT raise(ABORT, 'numbers of forms are never given twice'); END;

CREATE TRIGGER form_number_no_update BEFORE UPDATE ON form_number
BEGIN SELECT raise(ABORT, 'numbers of forms are never changed'); END;

CREATE TRIGGER period_reopening_no_delete BEFORE DELETE ON period_reopening
BEGIN SELECT raise(ABORT, 'reopenings are never deleted'); END;

CREATE TRIGGER period_reopening_no_replace BEFORE INSERT ON period_reopening
WHEN EXISTS (SELECT 1 FROM period_reopening WHERE number = new.number)
BEGIN SELECT raise(ABORT, 'reopenings are never replaced'); END;

CREATE TRIGGER period_reopening_no_update BEFORE UPDATE ON period_reopening
BEGIN SELECT raise(ABORT, 'reopenings are never changed'); END;

CREATE TRIGGER rule_change_no_delete BEFORE DELETE ON rule_change
BEGIN SELECT raise(ABORT, 'changes of rules are never deleted'); END;

CREATE TRIGGER rule_change_no_replace BEFORE INSERT ON rule_change
WHEN EXISTS (SELECT 1 FROM rule_change WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'changes of rules are never replaced'); END;

CREATE TRIGGER rule_change_no_update BEFORE UPDATE ON rule_change
BEGIN SELECT raise(ABORT, 'changes of rules are never changed'); END;

CREATE TRIGGER stop_order_no_delete BEFORE DELETE ON stop_order
BEGIN SELECT raise(ABORT, 'stop orders are lifted, never deleted'); END;
