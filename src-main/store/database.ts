/**
 * Opening the office's SQLite file, reading from it, and the one queue of writes.
 */
import BetterSqlite3 from 'better-sqlite3'
import { MIGRATIONS } from './migrations/index.ts'

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

/** Why a file cannot be opened as an office. */
export type OpenFault = 'foreign-file' | 'newer-version'

/** Thrown when a file cannot be opened as an office. */
export class OpenError extends Error {
  readonly fault: OpenFault
  constructor(fault: OpenFault) {
    super(fault)
    this.fault = fault
  }
}

/** Thrown inside a write in steps that has been called off. */
export class CancelledError extends Error {
  constructor() {
    super('cancelled')
  }
}

function wrap(database: BetterSqlite3.Database): WriteDb {
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
 * Opens the file for writing, makes it when missing and brings its schema up to date.
 * @throws OpenError for a file that is not ours or was written by a newer program.
 */
export function openDatabase(file: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(file, { timeout: 5000 })
  try {
    refuseForeign(database)
    database.pragma('journal_mode = WAL')
    // Set on every open: a WAL file is otherwise opened again with NORMAL, which may lose the last commits.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('trusted_schema = OFF')
    database.pragma('cache_size = -65536')
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
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (id !== APPLICATION_ID && !(id === 0 && version === 0 && tables === 0))
    throw new OpenError('foreign-file')
  if (version > MIGRATIONS.length) throw new OpenError('newer-version')
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

/** Opens the file for reading only, for the window's questions and for the worker. */
export function openReader(file: string): { db: ReadDb; close: () => void } {
  const database = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: 5000 })
  database.pragma('trusted_schema = OFF')
  database.pragma('cache_size = -65536')
  return { db: wrap(database), close: () => database.close() }
}

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
