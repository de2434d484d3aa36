/**
 * Queries: changes of calendar, conventions and catalogue.
 */
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  addRuleChange:
    'INSERT INTO rule_change (kind, at, author_id, reason, detail) VALUES (@kind, @at, @authorId, @reason, @detail)',
  ruleChanges: `SELECT c.id, c.at, s.name AS authorName, c.reason, c.detail FROM rule_change c
    JOIN staff s ON s.id = c.author_id WHERE c.kind = ? ORDER BY c.id DESC`,
  ruleChange: `SELECT c.id, c.at, s.name AS authorName, c.reason, c.detail FROM rule_change c
    JOIN staff s ON s.id = c.author_id WHERE c.kind = ? AND c.id = ?`,
  nextEventId: 'SELECT coalesce(max(id), 0) + 1 AS id FROM dossier_event',
  movesOf: `SELECT dossier_id AS id, seq, happened_on AS movedOn, json_extract(fact, '$.dueOn') AS dueAfter
    FROM dossier_event WHERE id BETWEEN @first AND @last AND kind = 'due-moved'
    AND json_extract(fact, '$.changeId') = @changeId ORDER BY id`,
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

/** One change, or `undefined`. */
export function getRuleChange(
  db: ReadDb,
  kind: 'calendar' | 'procedure',
  id: number,
): StoredRuleChange | undefined {
  return db.get<StoredRuleChange>(STATEMENTS.ruleChange, [kind, id])
}

/** The key the next event gets. */
export function nextEventId(db: ReadDb): number {
  return db.get<{ id: number }>(STATEMENTS.nextEventId)?.id ?? 1
}

/** A due date as a change of rules moved it. */
export interface StoredMove {
  id: number
  /** Number of the event in the dossier's history. */
  seq: number
  movedOn: CivilDate
  dueAfter: CivilDate
}

/**
 * The due dates a change moved, in the order they were written.
 * @param events keys of the events it wrote; without them the whole history is looked through.
 */
export function movesOf(
  db: ReadDb,
  changeId: number,
  events: { first: number; last: number } = { first: 1, last: Number.MAX_SAFE_INTEGER },
): StoredMove[] {
  return db.all<StoredMove>(STATEMENTS.movesOf, { changeId, ...events })
}
