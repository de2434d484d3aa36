/**
 * Queries: registers brought in from files.
 */
import type { Instant } from '../domain/civil-date.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  importedBefore: 'SELECT max(imported_at) AS at FROM import_batch WHERE sha256 = ? AND imported > 0',
  addImport: `INSERT INTO import_batch (file_name, sha256, imported_at, author_id, imported, kept)
    VALUES (@fileName, @sha256, @importedAt, @authorId, @imported, @kept)`,
} as const

/** One register brought in. */
export interface ImportBatch {
  fileName: string
  sha256: string
  importedAt: Instant
  authorId: number
  imported: number
  kept: number
}

/** When a file with that hash was last imported, or `null`. */
export function importedBefore(db: ReadDb, sha256: string): Instant | null {
  return db.get<{ at: Instant | null }>(STATEMENTS.importedBefore, [sha256])?.at ?? null
}

/** Notes an import; returns its key. */
export function addImport(db: WriteDb, batch: ImportBatch): number {
  return db.run(STATEMENTS.addImport, { ...batch }).lastInsertRowid
}
