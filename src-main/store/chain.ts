/**
 * The chain: every event of a dossier and every entry of the audit carries a hash over its own content and the
 * hash before it. Whoever changes, removes or inserts anything behind the program's back breaks it from there on.
 */
import { createHash } from 'node:crypto'
import type { Instant } from '../domain/civil-date.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  tail: 'SELECT n, hash FROM chain ORDER BY n DESC LIMIT 1',
  link: 'SELECT n, hash FROM chain WHERE n = ?',
  moment: `SELECT coalesce(e.entered_at, a.at) AS at FROM chain c LEFT JOIN dossier_event e ON e.id = c.event_id
    LEFT JOIN audit_entry a ON a.id = c.audit_id WHERE c.n = ?`,
  addLink: 'INSERT INTO chain (n, event_id, audit_id, hash) VALUES (?, ?, ?, ?)',
} as const

/** One link: its number, 1, 2, 3 …, and its SHA-256. */
export interface Link {
  n: number
  hash: Buffer
}

/** When the link of that number was written; `null` where there is none. */
export function momentOfLink(db: ReadDb, n: number): Instant | null {
  return db.get<{ at: Instant | null }>(STATEMENTS.moment, [n])?.at ?? null
}

/** What the first link stands on. */
const START = Buffer.alloc(32)

/** The last link; number 0 while there is none. */
export function tailOf(db: ReadDb): Link {
  return db.get<Link>(STATEMENTS.tail) ?? { n: 0, hash: START }
}

/** The link of a number, or `undefined`. */
export function linkOf(db: ReadDb, n: number): Link | undefined {
  return n === 0 ? { n: 0, hash: START } : db.get<Link>(STATEMENTS.link, [n])
}

/** An event or an entry as its columns stand in the database; the hash is over this, in this order. */
export type LinkContent =
  | readonly [
      'event',
      id: number,
      dossierId: number,
      seq: number,
      kind: string,
      happenedOn: string,
      happenedAt: string | null,
      enteredAt: string,
      authorId: number,
      importId: number | null,
      fact: string,
    ]
  | readonly [
      'audit',
      id: number,
      at: string,
      authorId: number | null,
      kind: string,
      dossierId: number | null,
      detail: string,
    ]

/** The hash of a link: SHA-256 over the hash before it and the content as JSON in UTF-8. */
export function hashLink(before: Buffer, content: LinkContent): Buffer {
  return createHash('sha256').update(before).update(JSON.stringify(content)).digest()
}

/** Adds a link for what has just been written, in the same transaction. */
export function addLink(db: WriteDb, content: LinkContent): void {
  const { n, hash } = tailOf(db)
  const [source, id] = content
  db.run(STATEMENTS.addLink, [
    n + 1,
    source === 'event' ? id : null,
    source === 'audit' ? id : null,
    hashLink(hash, content),
  ])
}
