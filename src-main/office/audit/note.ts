import type { AuditKind } from '../../domain/audit.ts'
import { type WatchedTable, addAudit } from '../../store/audit.ts'
import type { WriteDb } from '../../store/database.ts'
import type { Context } from '../context.ts'
import { personAt } from '../people/presence.ts'

/** What there is to say of something done. */
export interface Note {
  detail?: Readonly<Record<string, unknown>>
  dossierId?: number
  /** The watched tables it changed. */
  changed?: readonly WatchedTable[]
}

/** Writes down in the audit what the person at the window does, in the transaction of doing it. */
export function note(
  db: WriteDb,
  context: Pick<Context, 'office' | 'session'>,
  kind: AuditKind,
  { detail = {}, dossierId, changed = [] }: Note = {},
): void {
  const { office } = context
  const authorId = personAt(context)?.id ?? null
  addAudit(db, { at: office.now(), authorId, kind, detail, dossierId: dossierId ?? null }, changed)
}
