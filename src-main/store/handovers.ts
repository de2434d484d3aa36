/**
 * Queries: handover batches, as the histories of their dossiers make them.
 */
import type { BatchList } from '../contract/handovers.ts'
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import type { Handover } from '../domain/dossier.ts'
import type { StepRole } from '../domain/path.ts'
import type { ReadDb } from './database.ts'

/** The batches of each list, by their index. */
const FROM_LIST: Record<BatchList, string> = {
  'to-me': `dossier_handover INDEXED BY dossier_handover_given WHERE to_id = @user AND state = 'given'`,
  'from-me': 'dossier_handover INDEXED BY dossier_handover_from WHERE from_id = @user',
  all: 'dossier_handover INDEXED BY dossier_handover_batch WHERE @user IS NOT NULL',
}
const page = (list: BatchList): string =>
  `SELECT DISTINCT batch FROM ${FROM_LIST[list]} ORDER BY batch DESC LIMIT @limit OFFSET @offset`
const count = (list: BatchList): string => `SELECT count(DISTINCT batch) AS n FROM ${FROM_LIST[list]}`

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  pageToMe: page('to-me'),
  pageFromMe: page('from-me'),
  pageOfAll: page('all'),
  countToMe: count('to-me'),
  countFromMe: count('from-me'),
  countAll: count('all'),
  // The columns beside min() are those of the first dossier.
  header: `SELECT h.batch, h.number, h.year, h.from_id AS fromId, f.name AS fromName, h.to_id AS toId, t.name AS toName,
      h.given_on AS givenOn, h.given_at AS givenAt, min(h.dossier_id) AS firstId,
      count(*) FILTER (WHERE h.state = 'given') AS given, count(*) FILTER (WHERE h.state = 'confirmed') AS confirmed,
      count(*) FILTER (WHERE h.state = 'missing') AS missing, count(*) FILTER (WHERE h.state = 'superseded') AS superseded
    FROM dossier_handover h INDEXED BY dossier_handover_batch
    JOIN staff f ON f.id = h.from_id JOIN staff t ON t.id = h.to_id WHERE h.batch = ? GROUP BY h.batch`,
  entry: `SELECT entered_at AS enteredAt, fact ->> 'note' AS note FROM dossier_event
    WHERE dossier_id = ? AND kind = 'handed-over' AND fact ->> 'batch' = ?`,
  items: `SELECT h.dossier_id AS id, d.code, d.applicant_name AS applicantName, p.name_vi AS procedureName, d.commune,
      h.state, h.answered_on AS answeredOn, e.fact ->> '$.step.index' AS stepIndex, e.fact ->> '$.step.role' AS stepRole
    FROM dossier_handover h INDEXED BY dossier_handover_batch JOIN dossier d ON d.id = h.dossier_id
    JOIN procedure_version p ON p.id = d.procedure_id
    JOIN dossier_event e ON e.dossier_id = h.dossier_id AND e.kind = 'handed-over' AND e.fact ->> 'batch' = h.batch
    WHERE h.batch = ? ORDER BY d.code`,
  prints: `SELECT count(*) AS n FROM audit_entry
    WHERE dossier_id = @dossierId AND kind = 'printed' AND detail ->> 'what' = 'handover' AND detail ->> 'batch' = @batch`,
} as const

const PAGES: Record<BatchList, string> = {
  'to-me': STATEMENTS.pageToMe,
  'from-me': STATEMENTS.pageFromMe,
  all: STATEMENTS.pageOfAll,
}
const COUNTS: Record<BatchList, string> = {
  'to-me': STATEMENTS.countToMe,
  'from-me': STATEMENTS.countFromMe,
  all: STATEMENTS.countAll,
}

/** A batch: who gave it to whom, when, and how many of its dossiers are in each state. */
export interface BatchHeader extends Record<Handover['state'], number> {
  batch: number
  number: number
  year: number
  fromId: number
  fromName: string
  toId: number
  toName: string
  givenOn: CivilDate
  givenAt: Instant | null
  /** Its first dossier, to which the number of the list was given. */
  firstId: number
  enteredAt: Instant
  note: string
}

/** A dossier of a batch. */
export interface BatchMember {
  id: number
  code: string
  applicantName: string
  procedureName: string
  commune: string
  state: Handover['state']
  answeredOn: CivilDate | null
  stepIndex: number | null
  stepRole: StepRole | null
}

/** The keys of one page of batches, the newest first. */
export function batchKeys(
  db: ReadDb,
  list: BatchList,
  user: number,
  { limit, offset }: { limit: number; offset: number },
): number[] {
  return db.all<{ batch: number }>(PAGES[list], { user, limit, offset }).map(({ batch }) => batch)
}

/** How many batches a list has. */
export function countBatches(db: ReadDb, list: BatchList, user: number): number {
  return db.get<{ n: number }>(COUNTS[list], { user })?.n ?? 0
}

/** A batch by its key, or `undefined`. */
export function batchHeader(db: ReadDb, batch: number): BatchHeader | undefined {
  const header = db.get<Omit<BatchHeader, 'enteredAt' | 'note'>>(STATEMENTS.header, [batch])
  if (header === undefined) return undefined
  const entry = db.get<Pick<BatchHeader, 'enteredAt' | 'note'>>(STATEMENTS.entry, [header.firstId, batch])
  return entry && { ...header, ...entry }
}

/** The dossiers of a batch, by code. */
export function batchMembers(db: ReadDb, batch: number): BatchMember[] {
  return db.all<BatchMember>(STATEMENTS.items, [batch])
}

/** How many times the list of a batch was printed. */
export function countPrints(db: ReadDb, batch: number, dossierId: number): number {
  return db.get<{ n: number }>(STATEMENTS.prints, { batch, dossierId })?.n ?? 0
}
