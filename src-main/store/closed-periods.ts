/**
 * Queries: closed periods, and how their hashes are made.
 */
import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import { type ClosedFigures, type ClosingHead, NO_HASH } from '../domain/closed-period.ts'
import type { EventKind } from '../domain/dossier.ts'
import type { ReadDb, WriteDb } from './database.ts'

const ROW = `c.number, c.hash, c.head, r.at AS reopenedAt, s.name AS reopenedBy, r.reason
  FROM closed_period c LEFT JOIN period_reopening r ON r.number = c.number LEFT JOIN staff s ON s.id = r.author_id`

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  all: `SELECT ${ROW} ORDER BY c.number DESC`,
  byNumber: `SELECT ${ROW} WHERE c.number = ?`,
  last: 'SELECT number, hash FROM closed_period ORDER BY number DESC LIMIT 1',
  figures: 'SELECT figures FROM closed_period WHERE number = ?',
  add: `INSERT INTO closed_period (number, from_day, to_day, closed_at, author_id, hash, head, figures)
    VALUES (@number, @from, @to, @closedAt, @authorId, @hash, @head, @figures)`,
  reopen: 'INSERT INTO period_reopening (number, at, author_id, reason) VALUES (?, ?, ?, ?)',
  stored: `SELECT number, from_day AS "from", to_day AS "to", closed_at AS closedAt, author_id AS authorId, hash, head, figures
    FROM closed_period ORDER BY number`,
  entry: `SELECT detail ->> 'hash' AS hash FROM audit_entry
    WHERE kind = 'period-closed' AND detail ->> 'number' = ? ORDER BY id DESC LIMIT 1`,
  since: `SELECT e.seq, e.kind, e.happened_on AS happenedOn, e.entered_at AS enteredAt, s.name AS authorName
    FROM dossier_event e JOIN staff s ON s.id = e.author_id WHERE e.dossier_id = ? AND e.id > ? ORDER BY e.seq`,
  code: 'SELECT code FROM dossier WHERE id = ?',
} as const

/** A closing as it is kept, without its figures. */
export interface Closing {
  head: ClosingHead
  hash: string
  /** `null` while it stands. */
  reopened: { at: Instant; by: string; reason: string } | null
}

interface Row {
  number: number
  hash: string
  head: string
  reopenedAt: Instant | null
  reopenedBy: string | null
  reason: string | null
}

function toClosing({ hash, head, reopenedAt, reopenedBy, reason }: Row): Closing {
  return {
    // Written by addClosing from this type.
    head: JSON.parse(head) as ClosingHead,
    hash,
    reopened: reopenedAt === null ? null : { at: reopenedAt, by: reopenedBy ?? '', reason: reason ?? '' },
  }
}

/** SHA-256 over the canonical text of a value, in hexadecimal. */
export function hashOf(value: unknown): string {
  return sha256(canonicalJson(value))
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The most a closing unpacks to, in bytes: a year of 200,000 dossiers. What is longer was not written here. */
const MOST_BYTES = 256 * 1024 * 1024

/** A text as it is kept. */
export function pack(text: string): Buffer {
  return deflateSync(text)
}

/** The text in kept bytes. @throws Error of zlib for bytes that are none. */
export function unpack(bytes: Uint8Array): string {
  return inflateSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8')
}

/** All closings, newest first. */
export function listClosings(db: ReadDb): Closing[] {
  return db.all<Row>(STATEMENTS.all).map(toClosing)
}

/** Those that stand: not opened again. */
export function standingClosings(db: ReadDb): Closing[] {
  return listClosings(db).filter(({ reopened }) => reopened === null)
}

/** A closing by its number, or `undefined`. */
export function getClosing(db: ReadDb, number: number): Closing | undefined {
  const row = db.get<Row>(STATEMENTS.byNumber, [number])
  return row && toClosing(row)
}

/** The canonical text of a closing's figures, or `undefined`. @throws Error of zlib when it was tampered with. */
export function figuresTextOf(db: ReadDb, number: number): string | undefined {
  const row = db.get<{ figures: Uint8Array }>(STATEMENTS.figures, [number])
  return row && unpack(row.figures)
}

/** The figures of a closing, or `undefined`. */
export function figuresOf(db: ReadDb, number: number): ClosedFigures | undefined {
  const text = figuresTextOf(db, number)
  // Written by addClosing from this type; whoever relies on it verifies the hash.
  return text === undefined ? undefined : (JSON.parse(text) as ClosedFigures)
}

/** The same, where they are the ones its head names; `null` where they are not, or there is no such closing. */
export function intactFiguresOf(db: ReadDb, number: number): ClosedFigures | null {
  try {
    const text = figuresTextOf(db, number)
    if (text === undefined || sha256(text) !== getClosing(db, number)?.head.figures) return null
    // Written by addClosing from this type: the hash says so.
    return JSON.parse(text) as ClosedFigures
  } catch {
    return null
  }
}

/** Number and hash of the last closing; 0 and zeros before the first. */
export function lastClosing(db: ReadDb): { number: number; hash: string } {
  return db.get<{ number: number; hash: string }>(STATEMENTS.last) ?? { number: 0, hash: NO_HASH }
}

/** Keeps a closing. @param figures their canonical text, packed. @returns its hash. */
export function addClosing(db: WriteDb, head: ClosingHead, figures: Uint8Array): string {
  const hash = hashOf(head)
  const { number, from, to, closedAt, closedBy } = head
  const row = { number, from, to, closedAt, authorId: closedBy.id, hash, head: canonicalJson(head), figures }
  db.run(STATEMENTS.add, row)
  return hash
}

/** Opens a closed period again. */
export function addReopening(
  db: WriteDb,
  { number, at, authorId, reason }: { number: number; at: Instant; authorId: number; reason: string },
): void {
  db.run(STATEMENTS.reopen, [number, at, authorId, reason])
}

/**
 * What can be wrong with a kept closing. `head`: not the head its hash was made over. `figures`: not the figures the head
 * names. `row`: the row says something else than its head. `before`: it does not follow the closing before. `number`: one is
 * missing. `audit`: the audit tells of another one, or of none.
 */
export const CLOSING_FAULTS = ['head', 'figures', 'row', 'before', 'number', 'audit'] as const
export type ClosingFault = (typeof CLOSING_FAULTS)[number]

interface Stored {
  number: number
  from: CivilDate
  to: CivilDate
  closedAt: Instant
  authorId: number
  hash: string
  head: string
  figures: Uint8Array
}

/** All faults of all kept closings, each recomputed from its bytes and held against the one before it and the audit. */
export function closedPeriodFaults(db: ReadDb): { number: number; fault: ClosingFault }[] {
  const faults: { number: number; fault: ClosingFault }[] = []
  let before = { number: 0, hash: NO_HASH }
  for (const row of db.all<Stored>(STATEMENTS.stored)) {
    const { number, hash } = row
    if (number !== before.number + 1) faults.push({ number, fault: 'number' })
    for (const fault of faultsOf(row, before.hash)) faults.push({ number, fault })
    if (db.get<{ hash: string }>(STATEMENTS.entry, [number])?.hash !== hash)
      faults.push({ number, fault: 'audit' })
    before = { number, hash }
  }
  return faults
}

function faultsOf(row: Stored, before: string): ClosingFault[] {
  const head = parsed(row.head) as Partial<ClosingHead> | null
  const figures = unpacked(row.figures)
  const { number, from, to, closedAt, authorId } = row
  const same = head?.number === number && head.from === from && head.to === to && head.closedAt === closedAt
  return [
    ...(head === null || hashOf(head) !== row.hash ? (['head'] as const) : []),
    ...(figures === null || sha256(figures) !== head?.figures ? (['figures'] as const) : []),
    ...(same && head.closedBy?.id === authorId ? [] : (['row'] as const)),
    ...(head?.before === before ? [] : (['before'] as const)),
  ]
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function unpacked(bytes: Uint8Array): string | null {
  try {
    return unpack(bytes)
  } catch {
    return null
  }
}

/** An event that was entered after another, by whom. */
export interface LaterEvent {
  seq: number
  kind: EventKind
  happenedOn: CivilDate
  enteredAt: Instant
  authorName: string
}

/** What was entered about a dossier after an event, in the order of its history. */
export function eventsSince(db: ReadDb, dossierId: number, known: number): LaterEvent[] {
  return db.all<LaterEvent>(STATEMENTS.since, [dossierId, known])
}

/** The code of a dossier; empty when there is none. */
export function codeOf(db: ReadDb, id: number): string {
  return db.get<{ code: string }>(STATEMENTS.code, [id])?.code ?? ''
}
