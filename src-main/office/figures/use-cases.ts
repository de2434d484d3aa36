/**
 * Figures: Biểu II.06a for any period, by field or by procedure.
 */
import type { Summary } from '../../contract/figures.ts'
import type { Input, Output } from '../../contract/index.ts'
import { checkIdentities } from '../../domain/figures.ts'
import type { Context } from '../context.ts'

/** The summary of a period, identities checked. */
export async function summaryOf(
  { office }: Pick<Context, 'office'>,
  { from, to, by, method }: Input<'figures', 'summary'>,
): Promise<Summary> {
  const { total, rows, pendingBefore, pendingClosed } = await office.worker.run('countSummary', {
    period: { from, to },
    by,
    method,
  })
  return {
    ...{ from, to, by, method, total, rows },
    identities: checkIdentities(total, rows, pendingBefore, pendingClosed),
    unfinished: to >= office.today(),
  }
}

/** One table of a period. */
export function tableOfPeriod(
  { office }: Pick<Context, 'office'>,
  { from, to, method, known, by }: Input<'figures', 'table'>,
): Promise<Output<'figures', 'table'>> {
  return office.worker.run('countTable', { query: { period: { from, to }, method, known }, by })
}

/** Processing times of a period. */
export function timesOfPeriod(
  { office }: Pick<Context, 'office'>,
  { from, to, method, known }: Input<'figures', 'times'>,
): Promise<Output<'figures', 'times'>> {
  return office.worker.run('countTimes', { period: { from, to }, method, known })
}
