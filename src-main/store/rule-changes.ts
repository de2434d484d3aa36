/**
 * Queries: changes of calendar, conventions and catalogue.
 */
import type { Instant } from '../domain/civil-date.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  addRuleChange:
    'INSERT INTO rule_change (kind, at, author_id, reason, detail) VALUES (@kind, @at, @authorId, @reason, @detail)',
  ruleChanges: `SELECT c.id, c.at, s.name AS authorName, c.reason, c.detail FROM rule_change c
    JOIN staff s ON s.id = c.author_id WHERE c.kind = ? ORDER BY c.id DESC`,
} as const

/** A change as stored; `detail` is JSON. */
export interface StoredRuleChange {
  id: number
  at: Instant
  authorName: string
  reason: string
  detail: string
}

/** Writes a change down; returns its key. */
export function addRuleChange(
  db: WriteDb,
  change: { kind: 'calendar' | 'procedure'; at: Instant; authorId: number; reason: string; detail: string },
): number {
  return db.run(STATEMENTS.addRuleChange, { ...change }).lastInsertRowid
}

/** The changes of a kind, newest first. */
export function listRuleChanges(db: ReadDb, kind: 'calendar' | 'procedure'): StoredRuleChange[] {
  return db.all<StoredRuleChange>(STATEMENTS.ruleChanges, [kind])
}
