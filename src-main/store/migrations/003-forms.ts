/** Migration 3: printed receipts, and the numbers official forms were given. */
export const sql = `
-- The day the receipt was last printed; no history from before has one.
ALTER TABLE dossier ADD COLUMN receipt_on TEXT;

-- Numbers given to forms: one series a form and year, without gaps or doubles. Only ever added to.
CREATE TABLE form_number (
  form TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  dossier_id INTEGER NOT NULL,
  PRIMARY KEY (form, year, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER form_number_no_update BEFORE UPDATE ON form_number
BEGIN SELECT raise(ABORT, 'numbers of forms are never changed'); END;
CREATE TRIGGER form_number_no_delete BEFORE DELETE ON form_number
BEGIN SELECT raise(ABORT, 'numbers of forms are never given back'); END;
CREATE TRIGGER form_number_no_replace BEFORE INSERT ON form_number
WHEN EXISTS (SELECT 1 FROM form_number WHERE form = new.form AND year = new.year AND number = new.number)
BEGIN SELECT raise(ABORT, 'numbers of forms are never given twice'); END;
CREATE TRIGGER form_number_no_gap BEFORE INSERT ON form_number
WHEN new.number <> 1 + (SELECT coalesce(max(number), 0) FROM form_number WHERE form = new.form AND year = new.year)
BEGIN SELECT raise(ABORT, 'numbers of forms have no gaps'); END;
`
