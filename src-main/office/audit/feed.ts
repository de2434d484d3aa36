/**
 * Reading the audit; runs in the worker.
 */
import type { AuditRow } from '../../contract/audit.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import type { AuditSheetWords } from '../../documents/audit-words.ts'
import { auditCsv, auditXlsx } from '../../documents/audit-sheet.ts'
import { type FeedFilter, feedPage, lastLink } from '../../store/audit-feed.ts'
import type { ReadDb } from '../../store/database.ts'
import { getStaff } from '../../store/reference.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { toAuditRow } from './facts.ts'

/** Milliseconds a page is looked for before it is answered short. */
const PATIENCE = 300
/** No file has more rows. */
export const AUDIT_EXPORT_LIMIT = 100_000

/** A page of the audit. */
export interface AuditPage {
  rows: AuditRow[]
  next: number | null
}

/** Worker task: the next rows before a link. */
export function pageAudit(
  { db }: Pick<TaskContext, 'db'>,
  { filter, before, limit }: { filter: FeedFilter; before: number | null; limit: number },
): AuditPage {
  const until = performance.now() + PATIENCE
  const nameOf = namesIn(db)
  const rows: AuditRow[] = []
  let at = before ?? lastLink(db) + 1
  for (;;) {
    const page = feedPage(db, filter, at, limit - rows.length)
    rows.push(...page.rows.map((row) => toAuditRow(row, nameOf)))
    if (page.next === null) return { rows, next: null }
    at = page.next
    if (rows.length >= limit || performance.now() > until) return { rows, next: at }
  }
}

/** Worker task: the filtered audit as a file. */
export async function exportAudit(
  { db, breathe }: TaskContext,
  input: {
    filter: FeedFilter
    format: 'xlsx' | 'csv'
    words: AuditSheetWords
    officeName: string
    madeOn: CivilDate
  },
  limit = AUDIT_EXPORT_LIMIT,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const { filter, format } = input
  const rows: AuditRow[] = []
  let at: number | null = lastLink(db) + 1
  while (at !== null && rows.length < limit) {
    const page: AuditPage = pageAudit(
      { db },
      { filter, before: at, limit: Math.min(1000, limit - rows.length) },
    )
    rows.push(...page.rows)
    at = page.next
    await breathe()
  }
  const bytes =
    format === 'csv' ? auditCsv(rows, input.words) : await auditXlsx({ ...input, rows, cut: at !== null })
  return { bytes, rows: rows.length }
}

function namesIn(db: ReadDb): (staffId: number) => string {
  const names = new Map<number, string>()
  return (id) => {
    const known = names.get(id) ?? getStaff(db, id)?.name ?? ''
    names.set(id, known)
    return known
  }
}
