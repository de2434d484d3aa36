/**
 * What dossiers count as, said with names and days late: the same in the list behind a number and in the list of a report.
 */
import type { CountedAs } from '../../contract/dossier-list.ts'
import type { WorkingCalendar } from '../../domain/calendar.ts'
import { daysLateIn, isLateIn } from '../../domain/figure-class.ts'
import type { Period } from '../../domain/period.ts'
import type { ReadDb } from '../../store/database.ts'
import { listStaff } from '../../store/reference.ts'
import type { Placed } from './tables.ts'

/** Says what a dossier of a period counts as. */
export function countedAsIn(
  db: ReadDb,
  period: Period,
  calendar: WorkingCalendar,
): (dossier: Placed) => CountedAs {
  const staff = new Map(listStaff(db).map(({ id, name }) => [id, name]))
  return ([, counted]) => {
    const { origin, standing, dueOn, endedOn, outcome, paused, apology, officerId } = counted
    return {
      ...{ origin, standing, dueOn, endedOn, outcome, paused, apology },
      daysLate: isLateIn(counted) ? daysLateIn(counted, period, calendar) : null,
      officerName: officerId === null ? '' : (staff.get(officerId) ?? ''),
    }
  }
}
