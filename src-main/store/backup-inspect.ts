/**
 * What a register's file holds and whether it is whole: pages, keys, schema, chain.
 */
import BetterSqlite3 from 'better-sqlite3'
import { type LinkContent, hashLink } from './chain.ts'
import { APPLICATION_ID } from './database.ts'
import { codeOf } from './disk.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** What a whole register says of itself. */
export interface RegisterFacts {
  /** The schema's version. */
  schema: number
  /** Hash of the first link, in hexadecimal: tells one register from another. '' in one of before the chain. */
  register: string
  dossiers: number
  events: number
  /** Links of the chain; 0 in a register of before the chain. */
  links: number
  /** Hash of the last link, in hexadecimal; '' without one. */
  tail: string
}

/** What is wrong with a file that should be a register. */
export type RegisterFault = 'foreign-file' | 'newer-version' | 'damaged' | 'chain-broken'

/** Thrown for a file that is not a whole register. */
export class RegisterFaultError extends Error {
  readonly fault: RegisterFault
  constructor(fault: RegisterFault, detail: string) {
    super(`${fault}: ${detail}`)
    this.fault = fault
  }
}

/**
 * Reads a register's file from end to end, and changes nothing.
 * @throws RegisterFaultError
 */
export function inspectRegister(file: string): RegisterFacts {
  let database: BetterSqlite3.Database | null = null
  try {
    database = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
    database.pragma('trusted_schema = OFF')
    return inspect(database)
  } catch (error) {
    throw faultOf(error)
  } finally {
    database?.close()
  }
}

function faultOf(error: unknown): unknown {
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : code
  if (code === 'SQLITE_NOTADB') return new RegisterFaultError('foreign-file', detail)
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_ERROR'
    ? new RegisterFaultError('damaged', detail)
    : error
}

function inspect(database: BetterSqlite3.Database): RegisterFacts {
  const schema = Number(database.pragma('user_version', { simple: true }))
  const isOurs = database.pragma('application_id', { simple: true }) === APPLICATION_ID
  if (!isOurs || schema < 1) throw new RegisterFaultError('foreign-file', 'application_id')
  if (schema > MIGRATIONS.length) throw new RegisterFaultError('newer-version', String(schema))
  const integrity = database.pragma('integrity_check(1)', { simple: true })
  if (integrity !== 'ok') throw new RegisterFaultError('damaged', String(integrity))
  const keys = database.pragma('foreign_key_check')
  if (!Array.isArray(keys) || keys.length > 0) throw new RegisterFaultError('damaged', 'foreign keys')
  checkSchema(database, schema)
  const count = (sql: string): number => Number(database.prepare(sql).pluck().get())
  return {
    schema,
    dossiers: count('SELECT count(*) FROM dossier'),
    events: count('SELECT count(*) FROM dossier_event'),
    ...(schema >= CHAINED ? walkChain(database) : { register: '', links: 0, tail: '' }),
  }
}

/** The first version of the schema with a chain. */
const CHAINED = 4

/** Tables, indexes and triggers must be those of the version: a file may bring in no triggers of its own. */
function checkSchema(database: BetterSqlite3.Database, schema: number): void {
  const fresh = new BetterSqlite3(':memory:')
  try {
    for (const { sql } of MIGRATIONS.slice(0, schema)) fresh.exec(sql)
    const list = (of: BetterSqlite3.Database): string => JSON.stringify(of.prepare(SCHEMA).all())
    if (list(database) !== list(fresh)) throw new RegisterFaultError('damaged', 'schema')
  } finally {
    fresh.close()
  }
}

const SCHEMA = `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'
  ORDER BY type, name`

interface ChainRow {
  n: number
  hash: Buffer
  event_id: number | null
  audit_id: number | null
  dossier_id: number
  seq: number
  kind: string
  happened_on: string
  happened_at: string | null
  entered_at: string
  author_id: number
  import_id: number | null
  fact: string
  at: string
  audit_author: number | null
  audit_kind: string
  audit_dossier: number | null
  detail: string
}

const CHAIN = `SELECT c.n, c.hash, c.event_id, c.audit_id,
  e.dossier_id, e.seq, e.kind, e.happened_on, e.happened_at, e.entered_at, e.author_id, e.import_id, e.fact,
  a.at, a.author_id AS audit_author, a.kind AS audit_kind, a.dossier_id AS audit_dossier, a.detail
  FROM chain c LEFT JOIN dossier_event e ON e.id = c.event_id LEFT JOIN audit_entry a ON a.id = c.audit_id ORDER BY c.n`

/** Counts every link's hash again, and that nothing stands outside the chain. */
function walkChain(database: BetterSqlite3.Database): Pick<RegisterFacts, 'register' | 'links' | 'tail'> {
  let before: Buffer = Buffer.alloc(32)
  let first: Buffer | null = null
  let links = 0
  let events = 0
  // The columns are those of the statement above.
  for (const row of database.prepare(CHAIN).iterate() as IterableIterator<ChainRow>) {
    const hash = hashLink(before, contentOf(row))
    if (row.n !== links + 1 || !hash.equals(row.hash)) {
      throw new RegisterFaultError('chain-broken', `link ${row.n}`)
    }
    first ??= hash
    before = hash
    links++
    if (row.event_id !== null) events++
  }
  const all = database
    .prepare(
      'SELECT (SELECT count(*) FROM dossier_event) AS events, (SELECT count(*) FROM audit_entry) AS entries',
    )
    .get() as { events: number; entries: number }
  if (all.events !== events || all.entries !== links - events) {
    throw new RegisterFaultError('chain-broken', 'entries outside the chain')
  }
  return { register: first?.toString('hex') ?? '', links, tail: links === 0 ? '' : before.toString('hex') }
}

function contentOf(row: ChainRow): LinkContent {
  return row.event_id !== null
    ? [
        'event',
        row.event_id,
        row.dossier_id,
        row.seq,
        row.kind,
        row.happened_on,
        row.happened_at,
        row.entered_at,
        row.author_id,
        row.import_id,
        row.fact,
      ]
    : ['audit', row.audit_id ?? 0, row.at, row.audit_author, row.audit_kind, row.audit_dossier, row.detail]
}
