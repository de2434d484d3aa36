import type { AuditFilter } from '../../../src-main/contract/audit.ts'
import { EVENT_KINDS } from '../../../src-main/domain/dossier.ts'
import { AUDIT_KINDS } from '../../../src-main/domain/audit.ts'

/** The whole audit. */
export const EVERYTHING: AuditFilter = {
  source: 'all',
  kind: null,
  personId: null,
  from: null,
  to: null,
  code: '',
}

/** The kinds that a source has. */
export function kindsOf(source: AuditFilter['source']): readonly NonNullable<AuditFilter['kind']>[] {
  if (source === 'office') return AUDIT_KINDS
  if (source === 'dossiers') return EVENT_KINDS
  return [...AUDIT_KINDS, ...EVENT_KINDS]
}

/** A filter with another source; a kind the source does not have is let go. */
export function withSource(filter: AuditFilter, source: AuditFilter['source']): AuditFilter {
  const kind = filter.kind !== null && kindsOf(source).includes(filter.kind) ? filter.kind : null
  return { ...filter, source, kind }
}

/** Whether anything is filtered. */
export function isFiltered(filter: AuditFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(EVERYTHING)
}
