/**
 * Queries: the audit. What is watched but may change (settings, people, calendar, catalogue) is vouched for by a
 * digest in the entry of each change: the table as it then stood.
 */
import { createHash } from 'node:crypto'
import type { AuditKind } from '../domain/audit.ts'
import type { Instant } from '../domain/civil-date.ts'
import { addLink } from './chain.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  addEntry: 'INSERT INTO audit_entry (at, author_id, kind, dossier_id, detail) VALUES (?, ?, ?, ?, ?)',
  looked: `SELECT 1 AS found FROM audit_entry
    WHERE dossier_id = @dossierId AND kind = 'looked' AND author_id = @authorId AND at >= @since LIMIT 1`,
  anyEntry: 'SELECT 1 AS found FROM audit_entry LIMIT 1',
  lastOfKind: 'SELECT at, detail FROM audit_entry WHERE kind = ? ORDER BY id DESC LIMIT 1',
  entryOf: "SELECT 1 AS found FROM audit_entry WHERE kind = ? AND detail ->> 'id' = ? LIMIT 1",
  countOfKind: 'SELECT count(*) AS n FROM audit_entry WHERE kind = ?',
  vouching: `SELECT detail FROM audit_entry WHERE kind IN ('register-made', 'office-set-up', 'office-changed', 'access-changed',
    'person-added', 'person-changed', 'person-deactivated', 'person-activated', 'password-changed', 'password-reset',
    'calendar-changed', 'procedure-changed', 'register-imported', 'settings-changed', 'office-imported',
    'stop-order-added', 'stop-order-lifted', 'stop-orders-imported', 'period-closed', 'period-reopened') ORDER BY id DESC`,
} as const

/** Tables whose content every change of them is vouched for, each in the order its digest reads it. */
export const WATCHED = {
  setting: 'SELECT key, value FROM setting ORDER BY key',
  staff: 'SELECT id, name FROM staff ORDER BY id',
  account: 'SELECT staff_id, login, password, roles, active, must_change FROM account ORDER BY staff_id',
  calendar_day: 'SELECT date, kind, name, basis, status FROM calendar_day ORDER BY date',
  procedure_version: `SELECT id, key, national_code, name_vi, name_en, field, term, unit, remote_extra, phase_first, phase_second,
    has_fee_leg, supplement_rule, documents, steps, valid_from, valid_to, basis, status FROM procedure_version ORDER BY id`,
  stop_order: `SELECT id, commune, commune_key, map_sheet, plot, document, agency, issued_on, reason, lifted_on, lifted_document
    FROM stop_order ORDER BY id`,
  rule_change: 'SELECT id, kind, at, author_id, reason, detail FROM rule_change ORDER BY id',
  // The figures themselves are vouched for by the hash in their head.
  closed_period:
    'SELECT number, from_day, to_day, closed_at, author_id, hash, head FROM closed_period ORDER BY number',
  period_reopening: 'SELECT number, at, author_id, reason FROM period_reopening ORDER BY number',
  import_batch:
    'SELECT id, file_name, sha256, imported_at, author_id, imported, kept FROM import_batch ORDER BY id',
} as const
export type WatchedTable = keyof typeof WATCHED

/** The tables of {@link WATCHED}. */
export const WATCHED_TABLES = Object.keys(WATCHED) as WatchedTable[]

/** SHA-256, in hexadecimal, of a watched table's content. */
export function digestOf(db: ReadDb, table: WatchedTable): string {
  const hash = createHash('sha256')
  for (const row of db.iterate<Record<string, unknown>>(WATCHED[table]))
    hash.update(JSON.stringify(Object.values(row)) + '\n')
  return hash.digest('hex')
}

/** The digest of a table without rows. */
export const EMPTY_DIGEST = createHash('sha256').digest('hex')

/**
 * The watched tables that are not what the last entry naming them says: changed by another program. One that no entry names
 * came with a newer version of the program and is as empty as it was made.
 */
export function tablesChangedOutside(db: ReadDb): WatchedTable[] {
  const left = new Set(WATCHED_TABLES)
  const differing = new Set<WatchedTable>()
  for (const { detail } of db.iterate<{ detail: string }>(STATEMENTS.vouching)) {
    // Written by addAudit.
    const { digests = {} } = JSON.parse(detail) as { digests?: Partial<Record<WatchedTable, string>> }
    for (const table of left) {
      const digest = digests[table]
      if (digest === undefined) continue
      left.delete(table)
      if (digest !== digestOf(db, table)) differing.add(table)
    }
    if (left.size === 0) break
  }
  for (const table of left) if (digestOf(db, table) !== EMPTY_DIGEST) differing.add(table)
  return WATCHED_TABLES.filter((table) => differing.has(table))
}

/** What is written down. */
export interface AuditEntry {
  at: Instant
  /** `null`: nobody was signed in. */
  authorId: number | null
  kind: AuditKind
  dossierId?: number | null
  /** What there is to say; JSON-safe, no passwords, no personal data beyond names of staff. */
  detail?: Readonly<Record<string, unknown>>
}

/**
 * Writes an entry and its link of the chain, in the transaction of what it tells of.
 * @param changed the watched tables that this change touched; their digests go into the entry.
 */
export function addAudit(db: WriteDb, entry: AuditEntry, changed: readonly WatchedTable[] = []): number {
  const { at, authorId, kind, dossierId = null } = entry
  const digests = Object.fromEntries(changed.map((table) => [table, digestOf(db, table)]))
  const detail = JSON.stringify(changed.length === 0 ? (entry.detail ?? {}) : { ...entry.detail, digests })
  const id = db.run(STATEMENTS.addEntry, [at, authorId, kind, dossierId, detail]).lastInsertRowid
  addLink(db, ['audit', id, at, authorId, kind, dossierId, detail])
  return id
}

/** Whether the audit has begun. */
export function hasAudit(db: ReadDb): boolean {
  return db.get(STATEMENTS.anyEntry) !== undefined
}

/** Whether a person's look at a dossier is written down since a moment. */
export function hasLooked(
  db: ReadDb,
  look: { authorId: number; dossierId: number; since: Instant },
): boolean {
  return db.get(STATEMENTS.looked, look) !== undefined
}

/** The last entry of a kind; `detail` is JSON. */
export function lastOfKind(db: ReadDb, kind: AuditKind): { at: Instant; detail: string } | undefined {
  return db.get(STATEMENTS.lastOfKind, [kind])
}

/** How many entries of a kind there are. */
export function countOfKind(db: ReadDb, kind: AuditKind): number {
  return db.get<{ n: number }>(STATEMENTS.countOfKind, [kind])?.n ?? 0
}

/** Whether there is an entry of that kind about something of that name. */
export function hasEntryOf(db: ReadDb, kind: AuditKind, id: string): boolean {
  return db.get(STATEMENTS.entryOf, [kind, id]) !== undefined
}
