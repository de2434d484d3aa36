/**
 * Making a new register of what can be read of a hurt one. Only what was entered is copied (history, audit, chain,
 * people, rules); everything derived from it, and every index, is made anew. The hurt file is only read.
 */
import { rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import type { Anchor } from '../domain/audit-findings.ts'
import { Store, type WriteDb, openSnapshot } from './database.ts'
import { rebuild } from './events.ts'
import { withoutGivenUp } from './given-up.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { verifyAtOnce } from './verify.ts'

/** Tables whose rows follow from the history. */
const DERIVED = new Set([
  'dossier',
  'dossier_pause',
  'dossier_due_move',
  'dossier_handover',
  'dossier_holder_move',
  'arrival',
])

/** Thrown when something of the history is missing from the new register; that one is gone again. */
export class SalvageError extends Error {}

/**
 * Makes the new register and checks it from end to end.
 * @param into a file that is not there yet.
 * @param anchors links that must be in it, unless a restore gave them up.
 * @throws SalvageError, SqliteError when the hurt file cannot be read.
 */
export async function salvage(hurt: string, into: string, anchors: readonly Anchor[]): Promise<void> {
  const source = openHurt(hurt)
  try {
    await copyAll(source, into)
    check(into, anchors)
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(into + suffix, { force: true })
    throw error
  } finally {
    source.close()
  }
}

function openHurt(file: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  database.pragma('trusted_schema = OFF')
  // A file that is shorter than it says is otherwise not read at all.
  database.pragma('writable_schema = ON')
  const version = database.pragma('user_version', { simple: true })
  if (version === MIGRATIONS.length) return database
  database.close()
  throw new SalvageError('the tables are of another version')
}

async function copyAll(source: BetterSqlite3.Database, into: string): Promise<void> {
  const store = new Store(into)
  try {
    await store.write((db) => {
      // Tables are copied by name, not by who refers to whom.
      db.run('PRAGMA defer_foreign_keys = ON')
      for (const table of tablesOf(db)) copyTable(source, db, table)
      for (const steps = rebuild(db); !steps.next().done;);
    })
  } finally {
    await store.close()
  }
}

function tablesOf(db: WriteDb): string[] {
  const found = db.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'dossier_search%' ORDER BY name`,
  )
  return found.map(({ name }) => name).filter((name) => !DERIVED.has(name))
}

function copyTable(source: BetterSqlite3.Database, db: WriteDb, table: string): void {
  const columns = db.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
  const names = columns.map(({ name }) => name)
  const insert = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  // The table itself, not an index of it, which may be what is hurt.
  const rows = source.prepare(`SELECT ${names.join(', ')} FROM ${table} NOT INDEXED`).raw()
  for (const row of rows.iterate()) db.run(insert, row as unknown[])
}

function check(file: string, anchors: readonly Anchor[]): void {
  const { db, close } = openSnapshot(file)
  try {
    const { found, findings } = verifyAtOnce(db, withoutGivenUp(db, anchors))
    if (found > 0) throw new SalvageError(`${found} findings, the first: ${findings[0]?.kind ?? ''}`)
  } finally {
    close()
  }
}
