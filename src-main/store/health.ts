/**
 * Whether a file can be opened as an office: what can be told cheaply before and while opening it, and which fault
 * stands behind an error of SQLite or of the disk. Nothing here writes.
 */
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  statSync,
  statfsSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { hashLink, type LinkContent, linkOf } from './chain.ts'
import type { ReadDb } from './database.ts'
import { OpenError, type OpenFault } from './open-error.ts'
import { readWal, type WalState } from './wal.ts'

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')
/** A name that stands in the first pages of every register. */
const TELL_TALE = Buffer.from('dossier_event', 'latin1')
const LOOKED_THROUGH = 4 * 1024 * 1024
/** With less than this free, SQLite cannot even make its index of the log. */
const LEAST_ROOM = 256 * 1024

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  schema: 'SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL',
  lastLink: 'SELECT n, event_id, audit_id, hash FROM chain ORDER BY n DESC LIMIT 1',
  event: `SELECT id, dossier_id, seq, kind, happened_on, happened_at, entered_at, author_id, import_id, fact
    FROM dossier_event WHERE id = ?`,
  audit: 'SELECT id, at, author_id, kind, dossier_id, detail FROM audit_entry WHERE id = ?',
} as const

/**
 * Looks at a file that is there, before SQLite does.
 * @throws OpenError when it cannot be read and written, is no register, or is not whole.
 */
export function inspectFile(file: string): void {
  try {
    mayBeUsed(file)
    const wal = readWal(`${file}-wal`)
    if (wal.kind === 'damaged') throw new OpenError('wal-damaged')
    inspectContent(file, wal)
  } catch (error) {
    throw toOpenError(error, file)
  }
}

/** The folder and the files in it must be open to reading and writing. */
function mayBeUsed(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) {
    if (statSync(path, { throwIfNoEntry: false }) === undefined) continue
    accessSync(path, constants.R_OK)
    refuse(path, constants.W_OK)
  }
  refuse(dirname(file), constants.W_OK)
}

function refuse(path: string, mode: number): void {
  try {
    accessSync(path, mode)
  } catch (error) {
    throw new OpenError('read-only', {}, error)
  }
}

function inspectContent(file: string, wal: WalState): void {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    if (size === 0) throw new OpenError('empty-file')
    const start = readStart(handle, Math.min(size, LOOKED_THROUGH))
    // A log that holds the first page puts it right, whatever became of it in the file.
    if (!wal.pages.has(1)) inspectHeader(start, size)
    inspectSize(start, size, wal)
  } finally {
    closeSync(handle)
  }
}

function readStart(handle: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(handle, buffer, 0, length, 0))
}

function inspectHeader(start: Buffer, size: number): void {
  if (start.subarray(0, 16).equals(MAGIC)) {
    if (size < 512) throw new OpenError('truncated', { size, missing: 512 - size })
    // Fixed by the format: payload fractions.
    if (start[21] !== 64 || start[22] !== 32 || start[23] !== 32) throw new OpenError('header-damaged')
    if (pageSizeOf(start) === 0) throw new OpenError('header-damaged')
    return
  }
  const blank = start.subarray(0, 512).every((byte) => byte === 0)
  throw new OpenError(blank || start.includes(TELL_TALE) ? 'header-damaged' : 'foreign-file')
}

function pageSizeOf(start: Buffer): number {
  const said = start.readUInt16BE(16)
  const size = said === 1 ? 65_536 : said
  return size >= 512 && (size & (size - 1)) === 0 ? size : 0
}

/** Every page must be in the file or in the log. */
function inspectSize(start: Buffer, size: number, wal: WalState): void {
  if (start.length < 100) return
  const pageSize = pageSizeOf(start)
  if (pageSize === 0) return
  // The count in the header counts only when it was written together with the change counter.
  const counted = start.readUInt32BE(24) === start.readUInt32BE(92) ? start.readUInt32BE(28) : 0
  const pages = wal.pageCount > 0 ? wal.pageCount : counted
  for (let page = Math.floor(size / pageSize) + 1; page <= pages; page++) {
    if (!wal.pages.has(page)) throw new OpenError('truncated', { size, missing: pages * pageSize - size })
  }
}

/** The fault behind anything thrown while opening a file. */
export function toOpenError(error: unknown, file: string): OpenError {
  if (error instanceof OpenError) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return new OpenError(faultOf(code, file), {}, error)
}

const FAULTS: readonly (readonly [RegExp, OpenFault])[] = [
  [/^SQLITE_NOTADB/, 'header-damaged'],
  [/^SQLITE_(CORRUPT|FORMAT)|^SQLITE_IOERR_SHORT_READ|^SQLITE_IOERR_DATA/, 'pages-damaged'],
  [/^SQLITE_(BUSY|LOCKED)|^EBUSY/, 'locked'],
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'disk-full'],
  [/^SQLITE_READONLY|^EROFS/, 'read-only'],
  [/^SQLITE_(PERM|AUTH)|^EACCES|^EPERM/, 'no-permission'],
  [/^EISDIR|^ENOTDIR/, 'foreign-file'],
  [/^SQLITE_(IOERR|CANTOPEN)|^EIO|^EN(XIO|ODEV)/, 'disk-fault'],
]

function faultOf(code: string, file: string): OpenFault {
  const fault = FAULTS.find(([pattern]) => pattern.test(code))?.[1] ?? 'unknown'
  return fault === 'disk-fault' && roomAt(file) < LEAST_ROOM ? 'disk-full' : fault
}

/** Free bytes where the file lies. */
function roomAt(file: string): number {
  try {
    const { bavail, bsize } = statfsSync(dirname(file))
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** What a schema consists of, in one word each: tables and indexes by name, triggers with their own words too. */
export function partsOf(schema: readonly { name: string; sql: string }[]): Set<string> {
  return new Set(schema.map(({ name, sql }) => (/^CREATE TRIGGER/.test(sql) ? `${name}: ${sql}` : name)))
}

/** @throws OpenError `schema-damaged` when a table, an index or a trigger is gone or a trigger was changed. */
export function checkSchema(db: ReadDb, wanted: ReadonlySet<string>): void {
  const present = partsOf(db.all<{ name: string; sql: string }>(STATEMENTS.schema))
  const gone = [...wanted].filter((part) => !present.has(part)).map((part) => part.replace(/:[^]*/, ''))
  if (gone.length > 0) throw new OpenError('schema-damaged', { names: gone.slice(0, 5).join(', ') })
}

interface LinkRow {
  n: number
  event_id: number | null
  audit_id: number | null
  hash: Buffer
}

/**
 * The last link of the chain must hold: cheap, and wrong when the end of the file is not what was written.
 * @throws OpenError `pages-damaged`.
 */
export function checkLastLink(db: ReadDb): void {
  const last = db.get<LinkRow>(STATEMENTS.lastLink)
  if (!last) return
  const before = linkOf(db, last.n - 1)
  const content = contentOf(db, last)
  if (!before || !content || !hashLink(before.hash, content).equals(last.hash)) {
    throw new OpenError('pages-damaged', { link: last.n })
  }
}

function contentOf(db: ReadDb, { event_id, audit_id }: LinkRow): LinkContent | null {
  const [source, statement, id] =
    event_id === null
      ? (['audit', STATEMENTS.audit, audit_id] as const)
      : (['event', STATEMENTS.event, event_id] as const)
  const row = db.get<Record<string, unknown>>(statement, [id])
  // The columns are selected in the order of LinkContent.
  return row === undefined ? null : ([source, ...Object.values(row)] as unknown as LinkContent)
}
