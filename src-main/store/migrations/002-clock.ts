/** Migration 2: pauses with documents, moved due dates, changes of rules, the whole of a procedure's version. */
export const sql = `
ALTER TABLE procedure_version ADD COLUMN supplement_rule TEXT NOT NULL DEFAULT 'restart'
  CHECK (supplement_rule IN ('restart', 'continue'));
ALTER TABLE procedure_version ADD COLUMN documents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(documents));
ALTER TABLE procedure_version ADD COLUMN steps TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(steps));

ALTER TABLE dossier ADD COLUMN remote INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dossier_pause ADD COLUMN document TEXT NOT NULL DEFAULT '';

-- Due dates before the present one: in force up to the day before moved_on.
CREATE TABLE dossier_due_move (
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  nth INTEGER NOT NULL,
  moved_on TEXT NOT NULL,
  due_before TEXT NOT NULL,
  cause TEXT NOT NULL,
  PRIMARY KEY (dossier_id, nth)
) STRICT, WITHOUT ROWID;

-- Every change of calendar, conventions and catalogue, with its reason. Only ever added to.
CREATE TABLE rule_change (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('calendar', 'procedure')),
  at TEXT NOT NULL,
  author_id INTEGER NOT NULL REFERENCES staff (id),
  reason TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
CREATE TRIGGER rule_change_no_update BEFORE UPDATE ON rule_change
BEGIN SELECT raise(ABORT, 'changes of rules are never changed'); END;
CREATE TRIGGER rule_change_no_delete BEFORE DELETE ON rule_change
BEGIN SELECT raise(ABORT, 'changes of rules are never deleted'); END;
CREATE TRIGGER rule_change_no_replace BEFORE INSERT ON rule_change
WHEN EXISTS (SELECT 1 FROM rule_change WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'changes of rules are never replaced'); END;
`
