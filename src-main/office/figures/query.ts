/**
 * Which figures are counted when some are asked for: the one place where an unfinished period ends today.
 */
import type { FigureQueryInput } from '../../contract/figure-query.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { countedDays, ruleOf } from '../../domain/period.ts'
import type { FigureQuery } from './tables.ts'

/** What is counted of a period on a day; by what is known now unless told otherwise. */
export function figureQuery(
  { from, to, method, known = null }: Omit<FigureQueryInput, 'known'> & Partial<FigureQueryInput>,
  today: CivilDate,
): FigureQuery {
  const asked = { from, to }
  return { period: countedDays(asked, today), rule: ruleOf(asked), method, known }
}
