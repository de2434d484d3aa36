/**
 * Early warning: the open dossiers at risk of ending late, by what the branch's own dossiers of the last twelve months
 * needed; in the worker.
 */
import type { Output } from '../../contract/index.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { fold, stoppingPauses } from '../../domain/dossier.ts'
import {
  AT_RISK,
  type Outlook,
  PastCases,
  type PastWay,
  stepsOf,
  yearBefore,
} from '../../domain/early-warning.ts'
import type { ReadDb } from '../../store/database.ts'
import { type DeskQuery, deskPage } from '../../store/desk.ts'
import type { ListedDossier } from '../../store/dossiers.ts'
import { eventsOf } from '../../store/events.ts'
import { countedDossiers, lastEventOf } from '../../store/figure-rows.ts'
import { isMoreToLearn, learntBy, stepsOfEnded } from '../../store/ways.ts'
import type { Context } from '../context.ts'
import { EXPORT_LIMIT } from '../dossiers/export.ts'
import { queueMoment } from '../dossiers/use-cases.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { type DeskRules, deskRulesIn } from './legs.ts'
import { EVERY_AT_RISK, listingOf } from './listing.ts'

/**
 * What was learnt last, by register, and the last event it was learnt with: a day's work does not change what had ended before
 * it.
 */
const learnt = new WeakMap<ReadDb, { by: string; event: number; cases: PastCases }>()

/** What the dossiers that ended in the twelve months before a day needed, by what is known of them now. */
export function pastCases(db: ReadDb, today: CivilDate, rules: DeskRules): PastCases {
  const period = yearBefore(today)
  const by = learntBy(db, period)
  const event = lastEventOf(db)
  const kept = learnt.get(db)
  const stands = kept?.by === by && !isMoreToLearn(db, period, kept.event)
  const cases = stands ? kept.cases : new PastCases(pastWays(db, today, rules), rules.calendar)
  learnt.set(db, { by, event, cases })
  return cases
}

function* pastWays(db: ReadDb, today: CivilDate, { procedures }: DeskRules): Generator<PastWay> {
  const period = yearBefore(today)
  const steps = stepsOfEnded(db, period)
  for (const { id, procedureId, acceptedOn, pauses, endedOn } of countedDossiers(db, period, null, false)) {
    if (endedOn === null || endedOn > period.to) continue
    const procedure = procedures.get(procedureId)?.key ?? ''
    yield { procedure, acceptedOn, pauses, endedOn, steps: steps.get(id) ?? [] }
  }
}

/** An open dossier, and how likely it is to end late. */
export interface AtRisk {
  listed: ListedDossier
  outlook: Outlook
}

const PER_BREATH = 500

/** What a list of open dossiers looks like ahead. */
export interface Ahead {
  /** The most likely to end late first; of these what is due first. */
  atRisk: AtRisk[]
  /** Dossiers looked at, and those of them too few past ones are alike. */
  open: number
  unknown: number
  /** Past dossiers learnt from. */
  cases: number
}

/** Worker: the dossiers of a list that are likely to end late by {@link AT_RISK} percent or more. */
export async function lookAhead({ db, breathe }: TaskContext, query: DeskQuery): Promise<Ahead> {
  const { today } = query.moment
  const rules = deskRulesIn(db)
  const cases = pastCases(db, today, rules)
  await breathe()
  const rows = deskPage(db, query, { field: 'dueOn', descending: false }, { limit: EXPORT_LIMIT, offset: 0 })
  const atRisk: AtRisk[] = []
  let [seen, unknown] = [0, 0]
  for (const listed of rows) {
    if (++seen % PER_BREATH === 0) await breathe()
    const history = eventsOf(db, listed.id)
    const dossier = fold(history)
    const { acceptedOn, dueOn } = dossier
    const procedure = rules.procedures.get(dossier.procedureId)?.key ?? ''
    const way = { procedure, acceptedOn, dueOn, pauses: stoppingPauses(dossier), steps: stepsOf(history) }
    const outlook = cases.outlookOf(way, today)
    if (outlook === null) unknown++
    else if (outlook.percent >= AT_RISK) atRisk.push({ listed, outlook })
  }
  // They came by due date, and stay so where they are as likely.
  atRisk.sort((a, b) => b.outlook.percent - a.outlook.percent)
  return { atRisk, open: rows.length, unknown, cases: cases.size }
}

/** How many open dossiers are at risk, and what that rests on. */
export function outlookOf(context: Context): Promise<Output<'desk', 'outlook'>> {
  const { calendar } = context.office.rules
  const { query } = listingOf(
    EVERY_AT_RISK,
    { field: 'dueOn', descending: false },
    queueMoment(context),
    calendar,
  )
  return context.office.worker.run('countAtRisk', { query })
}

/** Worker task: the same. */
export async function countAtRisk(
  context: TaskContext,
  { query }: { query: DeskQuery },
): Promise<Output<'desk', 'outlook'>> {
  const { atRisk, open, unknown, cases } = await lookAhead(context, query)
  const { from, to } = yearBefore(query.moment.today)
  return { from, to, cases, open, unknown, atRisk: atRisk.length }
}
