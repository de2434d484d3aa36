/**
 * Nothing leaves the office that does not add up.
 */
import { OfficeError } from '../../contract/errors.ts'
import type { Summary } from '../../contract/figures.ts'
import type { FiguresReport } from '../../documents/figures/report.ts'
import { type Column, COLUMN_KEYS } from '../../domain/figure-class.ts'
import { LATE_BREAKDOWNS } from '../../domain/figure-tables.ts'
import { totalsOf } from '../../domain/figures.ts'

/** @throws OfficeError `identity-failed` with the identity and both sides. */
export function refuseContradiction({ identities }: Pick<Summary, 'identities'>): void {
  const failed = identities.find((check) => !check.holds)
  if (failed) {
    const { identity, left, right } = failed
    throw new OfficeError('identity-failed', { identity, left, right })
  }
}

/**
 * Every further table has to tell the same period as the official one: its total that of the form, its rows add up to its
 * total, days late too, processing times of as many as ended with a result, as many dossiers in the list as in column (3).
 * @throws OfficeError `identity-failed`.
 */
export function refuseDisagreement(report: FiguresReport): void {
  const { summary, tables, times, list } = report
  const total = summary.total
  const official = { ...total, ...totalsOf(total) }
  const agree = (left: number, right: number): void => {
    if (left !== right) throw new OfficeError('identity-failed', { identity: 'rows=total', left, right })
  }
  for (const { by, table } of tables) {
    const late = LATE_BREAKDOWNS.has(by)
    if (late) agree(table.total.late, official.resolvedLate + official.pendingOverdue)
    else for (const column of keysOf(official)) agree(table.total[column], official[column])
    // Rows of months are periods of their own.
    if (by === 'month') continue
    for (const column of COLUMN_KEYS) agree(sum(table.rows, column), table.total[column])
    agree(
      table.rows.reduce((all, { daysLate = 0 }) => all + daysLate, 0),
      table.daysLate ?? 0,
    )
  }
  const withResult = official.resolved - total.refused - total.withdrawn - total.stopped
  if (times !== null) agree(times.total.n, withResult)
  if (list !== null) agree(list.length, official.receivedTotal)
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[]
}

function sum(rows: FiguresReport['tables'][number]['table']['rows'], column: Column): number {
  return rows.reduce((all, { counts }) => all + counts[column], 0)
}
