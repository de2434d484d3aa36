/**
 * Queries: the audit as it is read, newest first: entries of the office and events of dossiers, in the order of their links.
 */
import type { Instant } from '../domain/civil-date.ts'
import type { ReadDb } from './database.ts'

const COLUMNS = `c.n, e.kind AS eventKind, a.kind AS auditKind, coalesce(e.entered_at, a.at) AS at, s.name AS authorName,
  coalesce(e.dossier_id, a.dossier_id) AS dossierId, d.code, e.happened_on AS happenedOn, e.fact, a.detail,
  e.import_id AS importId`
const NAMES = `LEFT JOIN staff s ON s.id = coalesce(e.author_id, a.author_id)
  LEFT JOIN dossier d ON d.id = coalesce(e.dossier_id, a.dossier_id)`
const LINKED = `LEFT JOIN dossier_event e ON e.id = c.event_id LEFT JOIN audit_entry a ON a.id = c.audit_id ${NAMES}`
const FITS = `(@eventKind IS NULL OR e.kind = @eventKind) AND (@auditKind IS NULL OR a.kind = @auditKind)
  AND (@personId IS NULL OR coalesce(e.author_id, a.author_id) = @personId)
  AND (@from IS NULL OR coalesce(e.entered_at, a.at) >= @from)
  AND (@to IS NULL OR coalesce(e.entered_at, a.at) < @to)
  AND (a.kind IS NULL OR a.kind <> 'looked' OR a.at >= @looksSince)`
const PAGE = 'ORDER BY c.n DESC LIMIT @limit'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  lastLink: 'SELECT coalesce(max(n), 0) AS n FROM chain',
  slice: `SELECT ${COLUMNS} FROM chain c ${LINKED} WHERE c.n < @before AND c.n >= @floor AND ${FITS} ${PAGE}`,
  // Few among many events: by the entries themselves, whose order is that of their links.
  office: `SELECT ${COLUMNS} FROM audit_entry a CROSS JOIN chain c INDEXED BY chain_audit ON c.audit_id = a.id
    LEFT JOIN dossier_event e ON e.id = c.event_id ${NAMES} WHERE c.n < @before AND ${FITS} ORDER BY a.id DESC LIMIT @limit`,
  officeOfKind: `SELECT ${COLUMNS} FROM audit_entry a INDEXED BY audit_entry_kind
    CROSS JOIN chain c INDEXED BY chain_audit ON c.audit_id = a.id
    LEFT JOIN dossier_event e ON e.id = c.event_id ${NAMES}
    WHERE a.kind = @auditKind AND c.n < @before AND ${FITS} ORDER BY a.id DESC LIMIT @limit`,
  ofDossier: `SELECT ${COLUMNS} FROM (
      SELECT c.n, c.event_id, c.audit_id FROM dossier_event x
        CROSS JOIN chain c INDEXED BY chain_event ON c.event_id = x.id WHERE x.dossier_id = @dossierId
      UNION ALL SELECT c.n, c.event_id, c.audit_id FROM audit_entry x INDEXED BY audit_entry_dossier
        CROSS JOIN chain c INDEXED BY chain_audit ON c.audit_id = x.id WHERE x.dossier_id = @dossierId) c ${LINKED}
    WHERE c.n < @before AND (@source = 'all' OR (@source = 'office') = (c.audit_id IS NOT NULL)) AND ${FITS} ${PAGE}`,
} as const

/** What is asked for; `null` means any. */
export interface FeedFilter {
  source: 'all' | 'office' | 'dossiers'
  eventKind: string | null
  auditKind: string | null
  personId: number | null
  /** The first moment, and the first one after. */
  from: Instant | null
  to: Instant | null
  dossierId: number | null
  /** Looks before this moment are not shown any more. */
  looksSince: Instant
}

/** A link with what it stands for. */
export interface FeedRow {
  n: number
  eventKind: string | null
  auditKind: string | null
  at: Instant
  authorName: string | null
  dossierId: number | null
  code: string | null
  happenedOn: string | null
  fact: string | null
  detail: string | null
  importId: number | null
}

/** A part of the feed; `next` is the link to go on before, `null` at its end. */
export interface FeedPage {
  rows: FeedRow[]
  next: number | null
}

/** Links looked through in one go. */
const SLICE = 50_000

/** Number of the last link. */
export function lastLink(db: ReadDb): number {
  return db.get<{ n: number }>(STATEMENTS.lastLink)?.n ?? 0
}

/** The next rows before a link. Of all events only a slice is looked through: the page may be short and go on. */
export function feedPage(db: ReadDb, filter: FeedFilter, before: number, limit: number): FeedPage {
  const { source, auditKind, eventKind, dossierId } = filter
  const contradicts =
    (source === 'office' && eventKind !== null) || (source === 'dossiers' && auditKind !== null)
  if (contradicts || before <= 1) return { rows: [], next: null }
  const parameters = { ...filter, before, limit: limit + 1 }
  if (dossierId !== null) return cut(db.all<FeedRow>(STATEMENTS.ofDossier, parameters), limit)
  if (source === 'office' || auditKind !== null) {
    return cut(
      db.all<FeedRow>(auditKind === null ? STATEMENTS.office : STATEMENTS.officeOfKind, parameters),
      limit,
    )
  }
  const floor = Math.max(1, before - SLICE)
  const found = db.all<FeedRow>(STATEMENTS.slice, { ...parameters, floor })
  const rows = source === 'all' ? found : found.filter((row) => row.eventKind !== null)
  const page = cut(rows, limit)
  if (page.next !== null) return page
  // Left out above are entries of the office: their place has been seen too.
  const full = found.length > limit
  const seen = full ? (found.at(-2)?.n ?? floor) : floor
  return { rows: page.rows, next: seen <= 1 ? null : seen }
}

function cut(rows: FeedRow[], limit: number): FeedPage {
  const kept = rows.slice(0, limit)
  return { rows: kept, next: rows.length > limit ? (kept.at(-1)?.n ?? null) : null }
}
