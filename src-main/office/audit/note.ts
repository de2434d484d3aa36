import type { AuditKind } from '../../domain/audit.ts'
import { type WatchedTable, addAudit } from '../../store/audit.ts'
import type { WriteDb } from '../../store/database.ts'
import type { OfficeFile } from '../../contract/common.ts'
import type { Context } from '../context.ts'

/** What there is to say of something done. */
export interface Note {
  detail?: Readonly<Record<string, unknown>>
  dossierId?: number
  /** Who did it, where it is not the caller. */
  authorId?: number
  /** The watched tables it changed. */
  changed?: readonly WatchedTable[]
}

/** Writes down in the audit what the caller does, in the transaction of doing it. */
export function note(
  db: WriteDb,
  context: Pick<Context, 'office' | 'caller'>,
  kind: AuditKind,
  { detail = {}, dossierId, changed = [], authorId }: Note = {},
): void {
  const { office } = context
  const author = authorId ?? context.caller?.id ?? null
  addAudit(db, { at: office.now(), authorId: author, kind, detail, dossierId: dossierId ?? null }, changed)
}

/** What there is to say of a file that leaves the office: never what is in it. */
export interface Leaving {
  /** Name of the operation's thing: `dossiers`, `summary`, `calendar` … */
  what: string
  /** How many rows are in it. */
  rows: number
  language?: 'vi' | 'en'
  /** What it was cut by: days, keys and codes, never what was searched for. */
  filter?: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * Writes down that a file leaves the office, and only then hands it out.
 * @param authorId who asked for it; while it was made somebody else may have come to the window.
 */
export async function leave(
  context: Pick<Context, 'office' | 'caller'>,
  authorId: number,
  file: OfficeFile,
  leaving: Leaving,
): Promise<OfficeFile> {
  const detail = { ...leaving, file: file.name }
  await context.office.store.write((db) => note(db, context, 'exported', { detail, authorId }))
  return file
}
