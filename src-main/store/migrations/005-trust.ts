import { addLink } from '../chain.ts'
import type { WriteDb } from '../database.ts'

/** Migration 5: accounts, the audit, and the chain of hashes over everything that is only ever added to. */
export const sql = `
CREATE TABLE account (
  staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
  login TEXT NOT NULL UNIQUE,
  -- Algorithm, cost, salt and hash in one text; never the password.
  password TEXT NOT NULL,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  must_change INTEGER NOT NULL CHECK (must_change IN (0, 1))
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
CREATE INDEX audit_entry_dossier ON audit_entry (dossier_id) WHERE dossier_id IS NOT NULL;
CREATE INDEX audit_entry_kind ON audit_entry (kind, id);

CREATE TABLE chain (
  n INTEGER PRIMARY KEY CHECK (n >= 1),
  event_id INTEGER REFERENCES dossier_event (id),
  audit_id INTEGER REFERENCES audit_entry (id),
  -- SHA-256 over the hash before and the entry's own content.
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK ((event_id IS NULL) <> (audit_id IS NULL))
) STRICT;
-- Each event and entry is linked once.
CREATE UNIQUE INDEX chain_event ON chain (event_id) WHERE event_id IS NOT NULL;
CREATE UNIQUE INDEX chain_audit ON chain (audit_id) WHERE audit_id IS NOT NULL;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT raise(ABORT, 'the audit is never changed'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT raise(ABORT, 'the audit is never deleted'); END;
CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'the audit is never replaced'); END;
CREATE TRIGGER chain_no_update BEFORE UPDATE ON chain
BEGIN SELECT raise(ABORT, 'the chain is never changed'); END;
CREATE TRIGGER chain_no_delete BEFORE DELETE ON chain
BEGIN SELECT raise(ABORT, 'the chain is never cut'); END;
CREATE TRIGGER chain_in_order BEFORE INSERT ON chain
WHEN new.n <> (SELECT coalesce(max(n), 0) + 1 FROM chain)
BEGIN SELECT raise(ABORT, 'the chain grows at its end'); END;
`

interface EventRow {
  id: number
  dossier_id: number
  seq: number
  kind: string
  happened_on: string
  happened_at: string | null
  entered_at: string
  author_id: number
  import_id: number | null
  fact: string
}

/** Chains the events that are there already, in the order they were written in. */
export function chainHistory(db: WriteDb): void {
  let last = 0
  for (;;) {
    const events = db.all<EventRow>('SELECT * FROM dossier_event WHERE id > ? ORDER BY id LIMIT 1000', [last])
    if (events.length === 0) return
    for (const e of events) {
      addLink(db, [
        'event',
        e.id,
        e.dossier_id,
        e.seq,
        e.kind,
        e.happened_on,
        e.happened_at,
        e.entered_at,
        e.author_id,
        e.import_id,
        e.fact,
      ])
      last = e.id
    }
  }
}
