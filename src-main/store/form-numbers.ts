/**
 * Queries: the numbers given to official forms, one series a form and year, without gaps or doubles.
 */
import type { ReadDb, WriteDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  last: 'SELECT max(number) AS number FROM form_number WHERE form = ? AND year = ?',
  take: 'INSERT INTO form_number (form, year, number, dossier_id) VALUES (?, ?, ?, ?)',
} as const

/** A series of numbers. */
export interface Series {
  /** Short name of the form: `receipt`. */
  form: string
  year: number
}

/** The number the next form of the series will have. */
export function nextFormNumber(db: ReadDb, { form, year }: Series): number {
  return (db.get<{ number: number | null }>(STATEMENTS.last, [form, year])?.number ?? 0) + 1
}

/** Gives that number to a dossier's form. @throws Error when it is not the next of its series. */
export function takeFormNumber(db: WriteDb, { form, year }: Series, number: number, dossierId: number): void {
  db.run(STATEMENTS.take, [form, year, number, dossierId])
}
