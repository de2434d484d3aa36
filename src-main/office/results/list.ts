/**
 * The rows of the results that lie ready, here or in the worker.
 */
import type { ResultRow } from '../../contract/results.ts'
import { dayWorkingDaysAgo, workingDaysBetween } from '../../domain/clock.ts'
import { fold } from '../../domain/dossier.ts'
import type { ReadDb } from '../../store/database.ts'
import type { ListedDossier, QueueMoment } from '../../store/dossiers.ts'
import { eventsOf } from '../../store/events.ts'
import { listReady } from '../../store/results.ts'
import { type RowRules, toListRow } from '../dossiers/rows.ts'

/** Which of them. */
export interface ReadyFilter {
  minAge: number
  search: string
  moment: QueueMoment
  page: { limit: number; offset: number }
}

/** A page, and how many there are in all. */
export function readReady(
  db: ReadDb,
  { minAge, search, moment, page }: ReadyFilter,
  rules: RowRules,
): { rows: ResultRow[]; total: number } {
  const readyBy = dayWorkingDaysAgo(moment.today, minAge, rules.calendar)
  const { rows, total } = listReady(db, { readyBy, search, moment, page })
  return { rows: rows.map((row) => toResultRow(db, row, moment, rules)), total }
}

/** How it is to be returned and who was reminded stand in the history alone. */
function toResultRow(db: ReadDb, listed: ListedDossier, moment: QueueMoment, rules: RowRules): ResultRow {
  const { returnWay, prints, version } = fold(eventsOf(db, listed.id))
  const reminder = prints.find(({ form }) => form === 'reminder')
  return {
    ...toListRow(listed, moment, rules),
    ...{ version, returnWay },
    age: workingDaysBetween(listed.endedOn ?? moment.today, moment.today, rules.calendar),
    reminded: reminder ? { on: reminder.printedOn, copies: reminder.copies } : null,
  }
}
