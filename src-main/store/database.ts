/**
 * Opening the office's SQLite file, reading from it, and the one queue of writes.
 */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { checkLastLink, checkSchema, inspectFile, partsOf, toOpenError } from './health.ts'
import { checkMark } from './mark.ts'
import { foldText } from '../domain/names.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { OpenError } from './open-error.ts'

export { OpenError, type OpenFault } from './open-error.ts'

/** Marks a file as ours: "SMC1". */
export const APPLICATION_ID = 0x534d4331

type Parameters = Record<string, unknown> | readonly unknown[]

/** A database that may only be read. Statements are prepared once and kept. */
export interface ReadDb {
  get<Row>(sql: string, parameters?: Parameters): Row | undefined
  all<Row>(sql: string, parameters?: Parameters): Row[]
  iterate<Row>(sql: string, parameters?: Parameters): IterableIterator<Row>
  /** Does several reads on one state of the database, whatever is written meanwhile. */
  snapshot<Result>(reads: () => Result): Result
}

/** A database inside a write transaction. Only {@link Store} hands one out. */
export interface WriteDb extends ReadDb {
  /** Runs a statement; returns the number of changed rows and the last row's key. */
  run(sql: string, parameters?: Parameters): { changes: number; lastInsertRowid: number }
}

/** Thrown inside a write in steps that has been called off. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled')
  }
}

function wrap(database: BetterSqlite3.Database): WriteDb {
  database.function('fold_text', { deterministic: true }, (text: unknown) => foldText(String(text)))
  const prepared = new Map<string, BetterSqlite3.Statement>()
  const statement = (sql: string): BetterSqlite3.Statement => {
    let found = prepared.get(sql)
    if (!found) prepared.set(sql, (found = database.prepare(sql)))
    return found
  }
  // The rows' types are the callers' word for what their SQL selects; the statement tests hold them to it.
  return {
    get: <Row>(sql: string, parameters: Parameters = []) => statement(sql).get(parameters) as Row | undefined,
    all: <Row>(sql: string, parameters: Parameters = []) => statement(sql).all(parameters) as Row[],
    iterate: <Row>(sql: string, parameters: Parameters = []) =>
      statement(sql).iterate(parameters) as IterableIterator<Row>,
    snapshot: (reads) => database.transaction(reads).deferred(),
    run: (sql, parameters = []) => {
      const { changes, lastInsertRowid } = statement(sql).run(parameters)
      return { changes, lastInsertRowid: Number(lastInsertRowid) }
    },
  }
}

/**
 * Opens the file for writing, makes it when missing and brings its schema up to date. A file that is hurt is left as
 * it is, to the last byte.
 * @throws OpenError for a file that is not ours, was written by a newer program, is hurt or cannot be used.
 */
export function openDatabase(file: string): BetterSqlite3.Database {
  try {
    if (existsSync(file)) {
      inspectFile(file)
      lookInto(file)
    } else makeNew(file)
    return open(file)
  } catch (error) {
    throw toOpenError(error, file)
  }
}

/** Looks through a connection that cannot write: closing one that can would fold the log into a file that was refused. */
function lookInto(file: string): void {
  const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    refuseForeign(database)
    const db = wrap(database)
    // An older file is looked through after its migration.
    if (database.pragma('user_version', { simple: true }) !== MIGRATIONS.length) return
    checkSchema(db, partsOf(ownSchema()))
    checkLastLink(db)
    checkMark(file, db)
  } finally {
    database.close()
  }
}

/** Has SQLite take over what it can read of the log beside a file, on somebody's word; the rest of it is lost. */
export function foldLog(file: string): void {
  try {
    open(file).close()
  } catch (error) {
    throw toOpenError(error, file)
  }
}

/** A new file gets its name when its tables are in it: what has that name is never half made. */
function makeNew(file: string): void {
  // Left alone by its database, a log must not be taken for one of the new database.
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) throw new OpenError('missing-file')
  const draft = `${file}.making`
  for (const path of [draft, `${draft}-wal`, `${draft}-shm`, `${draft}-journal`])
    rmSync(path, { force: true })
  open(draft).close()
  renameSync(draft, file)
  syncFolder(dirname(file))
}

/** Puts the names in a folder on disk, where the system lets a folder be opened. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Windows opens no folders; there the name is on disk with the file.
  }
}

function open(file: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(file, { timeout: 5000 })
  try {
    refuseForeign(database)
    database.pragma('journal_mode = WAL')
    // Set on every open: a WAL file is otherwise opened again with NORMAL, which may lose the last commits.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('trusted_schema = OFF')
    database.pragma(`cache_size = -${CACHE_KIB}`)
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function refuseForeign(database: BetterSqlite3.Database): void {
  const id = database.pragma('application_id', { simple: true })
  const version = Number(database.pragma('user_version', { simple: true }))
  const tables = database.prepare('SELECT name FROM sqlite_schema').pluck().all()
  if (id !== APPLICATION_ID && !(id === 0 && version === 0 && tables.length === 0)) {
    throw new OpenError(tables.includes('dossier_event') ? 'header-damaged' : 'foreign-file')
  }
  if (version > MIGRATIONS.length) {
    throw new OpenError('newer-version', { version, known: MIGRATIONS.length })
  }
}

function migrate(database: BetterSqlite3.Database): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  for (const [index, { sql, then }] of MIGRATIONS.entries()) {
    if (index < version) continue
    database.transaction(() => {
      database.exec(sql)
      then?.(wrap(database))
      database.pragma(`application_id = ${APPLICATION_ID}`)
      database.pragma(`user_version = ${index + 1}`)
    })()
  }
}

/** What a connection keeps of the file in memory, in KiB. */
const CACHE_KIB = 65_536

/** Opens the file for reading only, for the window's questions and for the worker. @param cacheKib kept of it in memory. */
export function openReader(file: string, cacheKib = CACHE_KIB): { db: ReadDb; close: () => void } {
  const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  database.pragma('trusted_schema = OFF')
  database.pragma(`cache_size = -${cacheKib}`)
  return { db: wrap(database), close: () => database.close() }
}

/**
 * Opens the file for reading one state of it, whatever is written meanwhile: for long work that lets others in between
 * its steps. The words of the search index can be read as `temp.dossier_word`.
 */
export function openSnapshot(file: string): { db: ReadDb; close: () => void } {
  const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  try {
    refuseForeign(database)
    database.pragma('trusted_schema = OFF')
    database.pragma(`cache_size = -${CACHE_KIB}`)
    database.exec(
      "CREATE VIRTUAL TABLE temp.dossier_word USING fts5vocab('main', 'dossier_search', 'instance')",
    )
    database.exec('BEGIN')
    return { db: wrap(database), close: () => database.close() }
  } catch (error) {
    database.close()
    throw error
  }
}

/** What the program's own schema is made of: every named part with its SQL. */
export function ownSchema(): SchemaPart[] {
  const database = new BetterSqlite3(':memory:')
  try {
    for (const { sql } of MIGRATIONS) database.exec(sql)
    return wrap(database).all<SchemaPart>(SCHEMA_PARTS)
  } finally {
    database.close()
  }
}

/** A table, index or trigger. */
export interface SchemaPart {
  name: string
  sql: string
}

/** The parts of a file's schema; the tables behind the search index are SQLite's own. */
export const SCHEMA_PARTS =
  "SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'dossier_search_%' ORDER BY type, name"

/**
 * The office's store: any number of readers, and one queue of writes, each write one transaction.
 */
export class Store {
  /** Sees what is committed, never a write half done. */
  readonly read: ReadDb
  readonly file: string
  readonly #database: BetterSqlite3.Database
  readonly #writer: WriteDb
  readonly #closeReader: () => void
  #queue: Promise<unknown> = Promise.resolve()

  constructor(file: string) {
    this.file = file
    this.#database = openDatabase(file)
    this.#writer = wrap(this.#database)
    const reader = openReader(file)
    this.read = reader.db
    this.#closeReader = reader.close
  }

  /** Does the work in one transaction when its turn comes. Resolved means on disk; rejected means undone. */
  write<Result>(work: (db: WriteDb) => Result): Promise<Result> {
    return this.#enqueue(() => this.#database.transaction(() => work(this.#writer)).immediate())
  }

  /**
   * Long work in one transaction that lets readers and the event loop in at every `yield`.
   * @param cancelled asked at every step; true undoes everything and rejects with {@link CancelledError}.
   */
  writeInSteps<Result>(
    work: (db: WriteDb) => Generator<unknown, Result>,
    cancelled: () => boolean = () => false,
  ): Promise<Result> {
    return this.#enqueue(async () => {
      this.#database.exec('BEGIN IMMEDIATE')
      try {
        const steps = work(this.#writer)
        for (let step = steps.next(); ; step = steps.next()) {
          if (cancelled()) throw new CancelledError()
          if (step.done) {
            this.#database.exec('COMMIT')
            return step.value
          }
          await new Promise((resolve) => setImmediate(resolve))
        }
      } catch (error) {
        if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
        throw error
      }
    })
  }

  /** Another number than before means that something else than this store has written to the file. */
  outsideWrites(): number {
    return this.#writer.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0
  }

  /** Waits for the writes in the queue. */
  async settled(): Promise<void> {
    await this.#enqueue(() => undefined)
  }

  /** Waits for the writes in the queue and closes the file. */
  async close(): Promise<void> {
    await this.#enqueue(() => undefined)
    this.#closeReader()
    this.#database.close()
  }

  #enqueue<Result>(task: () => Result | Promise<Result>): Promise<Result> {
    const result = this.#queue.then(task)
    this.#queue = result.catch(() => undefined)
    return result
  }
}
