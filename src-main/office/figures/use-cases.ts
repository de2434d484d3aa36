/**
 * Figures: Biểu II.06a for any period, by field or by procedure.
 */
import type { Summary } from '../../contract/figures.ts'
import type { Input, Output } from '../../contract/index.ts'
import type { Context } from '../context.ts'
import { summaryFrom } from './count.ts'
import { figureQuery } from './query.ts'

/** The summary of a period, identities checked. */
export async function summaryOf(
  { office }: Pick<Context, 'office'>,
  asked: Input<'figures', 'summary'>,
): Promise<Summary> {
  const today = office.today()
  const { by, method, known } = asked
  const { period } = figureQuery(asked, today)
  const counted = await office.worker.run('countSummary', { period, by, method, known })
  return summaryFrom(counted, asked, today)
}

/** One table of a period. */
export function tableOfPeriod(
  { office }: Pick<Context, 'office'>,
  { by, ...asked }: Input<'figures', 'table'>,
): Promise<Output<'figures', 'table'>> {
  return office.worker.run('countTable', { query: figureQuery(asked, office.today()), by })
}

/** Processing times of a period. */
export function timesOfPeriod(
  { office }: Pick<Context, 'office'>,
  asked: Input<'figures', 'times'>,
): Promise<Output<'figures', 'times'>> {
  return office.worker.run('countTimes', figureQuery(asked, office.today()))
}

/** Received, resolved and pending by month. */
export function seriesOf(
  { office }: Pick<Context, 'office'>,
  input: Input<'figures', 'series'>,
): Promise<Output<'figures', 'series'>> {
  return office.worker.run('countSeries', { ...input, today: office.today() })
}

/** The age of what is pending today. */
export async function agesOfPending(
  { office }: Pick<Context, 'office'>,
  { method }: Input<'figures', 'ages'>,
): Promise<Output<'figures', 'ages'>> {
  const on = office.today()
  return { on, bands: await office.worker.run('countAges', { today: on, method }) }
}

/** When what is pending today falls due. */
export async function loadOfPending(
  { office }: Pick<Context, 'office'>,
  { method }: Input<'figures', 'load'>,
): Promise<Output<'figures', 'load'>> {
  const on = office.today()
  return { on, ...(await office.worker.run('countLoad', { today: on, method })) }
}

/** The checks of a period before its report leaves. */
export function checksOfPeriod(
  { office }: Pick<Context, 'office'>,
  { from, to, method, ...page }: Input<'figures', 'checks'>,
): Promise<Output<'figures', 'checks'>> {
  const today = office.today()
  const { period } = figureQuery({ from, to, method }, today)
  return office.worker.run('checkFigures', { period, method, ...page, today })
}
