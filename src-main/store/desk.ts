/**
 * Queries: the overdue desk's counts and lists.
 */
import type { DeskFilter } from '../contract/desk.ts'
import type { DossierFilter, DossierSort } from '../contract/dossier-list.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import type { ReadDb } from './database.ts'
import { type ListedDossier, type MoreConditions, type QueueMoment, countList, listPage } from './dossiers.ts'
import { DUE_SOON, DUE_TODAY, LATE, RUNNING } from './standing.ts'

/** On a running clock, and not late yet. */
const NOT_LATE = `${RUNNING} AND d.due_on >= @today`

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  lateNow: `SELECT d.holder_id AS holderId, d.procedure_id AS procedureId, ifnull(d.late_cause, '') AS cause,
      d.apology IS 'approved' AS sent, d.apology IS 'approved' AND d.apology_on >= d.due_on AS sentLate, d.due_on AS dueOn,
      count(*) AS n
    FROM dossier d INDEXED BY dossier_open_due WHERE ${LATE} GROUP BY 1, 2, 3, 4, 5, 6`,
  next: `SELECT
      count(*) FILTER (WHERE ${DUE_TODAY}) AS today,
      count(*) FILTER (WHERE d.due_on > @today AND d.due_on <= @tomorrow) AS tomorrow,
      count(*) FILTER (WHERE d.due_on > @today AND d.due_on <= @tomorrow AND d.apology IS NOT 'approved') AS tomorrowNotSent,
      count(*) FILTER (WHERE ${DUE_SOON}) AS soon
    FROM dossier d INDEXED BY dossier_open_due
    WHERE ${NOT_LATE} AND d.due_on <= max(@soon, @tomorrow)`,
  drafted: `SELECT count(*) AS n FROM dossier INDEXED BY dossier_apology
    WHERE apology = 'drafted' AND ended_on IS NULL`,
} as const

/** Late dossiers that are alike in all that the desk counts by. */
export interface LateGroup {
  holderId: number | null
  procedureId: number
  cause: string
  sent: boolean
  /** Sent on the due date or after. */
  sentLate: boolean
  dueOn: CivilDate
  n: number
}

interface LateRow extends Omit<LateGroup, 'sent' | 'sentLate'> {
  sent: number
  sentLate: number
}

/** All late dossiers on a day, those that are alike together. */
export function lateGroups(db: ReadDb, today: CivilDate): LateGroup[] {
  return db
    .all<LateRow>(STATEMENTS.lateNow, { today })
    .map((row) => ({ ...row, sent: row.sent === 1, sentLate: row.sentLate === 1 }))
}

/** What is due next on running clocks, by the next working day, within so many; and how many apologies wait. */
export function comingUp(
  db: ReadDb,
  days: { today: CivilDate; tomorrow: CivilDate; soon: CivilDate },
): Record<'today' | 'tomorrow' | 'tomorrowNotSent' | 'soon' | 'drafted', number> {
  const next = db.get<Record<'today' | 'tomorrow' | 'tomorrowNotSent' | 'soon', number>>(
    STATEMENTS.next,
    days,
  )
  const none = { today: 0, tomorrow: 0, tomorrowNotSent: 0, soon: 0 }
  return { ...(next ?? none), drafted: db.get<{ n: number }>(STATEMENTS.drafted)?.n ?? 0 }
}

/** A list of the desk: its queue, cut further. */
export interface DeskQuery {
  filter: DossierFilter
  moment: QueueMoment
  more: MoreConditions
}

const DRAFTED = "d.apology = 'drafted' AND d.ended_on IS NULL"
const OWN_INDEX = { drafted: 'INDEXED BY dossier_apology', 'at-risk': 'INDEXED BY dossier_open_due' }

/** The query of a list of the desk. @param days the days its lists end with; `due` the due dates of a band. */
export function deskQuery(
  { list, search, procedureId, commune, apology, holder, cause }: DeskFilter,
  moment: QueueMoment,
  days: { tomorrow: CivilDate; soon: CivilDate; due: { from: CivilDate | null; to: CivilDate } | null },
): DeskQuery {
  const own = list === 'drafted' || list === 'at-risk'
  const queue: DossierFilter['queue'] = own
    ? 'all'
    : list === 'late' || list === 'due-today'
      ? list
      : 'due-soon'
  const soon = list === 'due-tomorrow' ? days.tomorrow : days.soon
  const conditions: string[] = []
  const parameters: Record<string, unknown> = {}
  if (list === 'drafted') conditions.push(DRAFTED)
  if (list === 'at-risk') conditions.push(NOT_LATE)
  if (holder === 'nobody') conditions.push('d.holder_id IS NULL')
  if (cause !== null) {
    conditions.push("ifnull(d.late_cause, '') = @cause")
    parameters['cause'] = cause
  }
  return {
    filter: {
      ...{ queue, search, procedureId, commune, apology, state: null, channel: null },
      holderId: holder === 'nobody' ? null : holder,
      ...{
        acceptedFrom: null,
        acceptedTo: null,
        dueFrom: days.due?.from ?? null,
        dueTo: days.due?.to ?? null,
      },
    },
    moment: { ...moment, soon },
    more: { conditions, parameters, ...(own ? { index: OWN_INDEX[list] } : {}) },
  }
}

/** One page of a list of the desk, in order. */
export function deskPage(
  db: ReadDb,
  { filter, moment, more }: DeskQuery,
  sort: DossierSort,
  page: { limit: number; offset: number },
): ListedDossier[] {
  return listPage(db, filter, sort, moment, page, more)
}

/** How many a list of the desk has. */
export function deskCount(db: ReadDb, { filter, moment, more }: DeskQuery): number {
  return countList(db, filter, moment, more).total
}
