/**
 * Figures: Biểu II.06a for any period, by field or by procedure.
 */
import type { FigureRow, Summary } from '../../contract/figures.ts'
import type { Input } from '../../contract/index.ts'
import { addFigures, checkIdentities } from '../../domain/figures.ts'
import { sortKey } from '../../domain/names.ts'
import type { Context, Office } from '../context.ts'
import { procedureOf } from '../context.ts'
import type { CountedPeriod } from './count.ts'

/** The summary of a period, identities checked. */
export async function summaryOf(
  { office }: Pick<Context, 'office'>,
  input: Input<'figures', 'summary'>,
): Promise<Summary> {
  const counted = await office.worker.run('countSummary', { from: input.from, to: input.to })
  const rows = groupRows(office, counted, input.by)
  return {
    ...input,
    rows,
    total: counted.total,
    identities: checkIdentities(counted.total, rows, counted.pendingBefore),
    unfinished: input.to >= office.today(),
  }
}

/** Versions of one procedure that bear the same name are one row; fields likewise. */
function groupRows(office: Office, { byProcedure }: CountedPeriod, by: 'field' | 'procedure'): FigureRow[] {
  const groups = new Map<string, { label: string; field: string; parts: CountedPeriod['byProcedure'] }>()
  for (const part of byProcedure) {
    const { field, nameVi } = procedureOf(office, part.procedureId)
    const label = by === 'field' ? field : nameVi
    const key = `${field}\u0000${label}`
    const group = groups.get(key) ?? { label, field, parts: [] }
    group.parts.push(part)
    groups.set(key, group)
  }
  return [...groups.values()]
    .map(({ label, field, parts }) => ({ label, field, ...addFigures(parts) }))
    .sort(
      (a, b) => compare(sortKey(a.field), sortKey(b.field)) || compare(sortKey(a.label), sortKey(b.label)),
    )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
