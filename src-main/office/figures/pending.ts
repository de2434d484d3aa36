/**
 * What is pending today, by age and by when it falls due; runs in the worker.
 */
import type { CivilDate } from '../../domain/civil-date.ts'
import type { Method } from '../../domain/figure-class.ts'
import { type AgedPending, type Load, agesOf, loadOf } from '../../domain/pending-bands.ts'
import { countedDossiers } from '../../store/figure-rows.ts'
import { deskRulesIn } from '../desk/legs.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { placed } from './tables.ts'

/** As of the end of which day, by which due date. */
export interface PendingQuery {
  today: CivilDate
  method: Method
}

/** Worker task: the age of what is pending. */
export function countAges(context: TaskContext, query: PendingQuery): AgedPending[] {
  return standing(context, query, agesOf)
}

/** Worker task: when what is pending falls due. */
export function countLoad(context: TaskContext, query: PendingQuery): Load {
  return standing(context, query, loadOf)
}

function standing<Result>(
  { db }: TaskContext,
  { today, method }: PendingQuery,
  count: (
    dossiers: ReturnType<typeof placed>,
    today: CivilDate,
    calendar: ReturnType<typeof deskRulesIn>['calendar'],
  ) => Result,
): Result {
  return db.snapshot(() => {
    const day = { from: today, to: today }
    return count(placed(countedDossiers(db, day), day, method), today, deskRulesIn(db).calendar)
  })
}
