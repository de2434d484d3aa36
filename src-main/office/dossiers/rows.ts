/**
 * A stored row as the window sees it: with its standing against the due date.
 */
import type { DossierRow, Standing } from '../../contract/dossiers.ts'
import type { WorkingCalendar } from '../../domain/calendar.ts'
import { maskNumber } from '../../domain/people.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { punctuality, workingDaysBetween } from '../../domain/clock.ts'
import type { ListedDossier } from '../../store/dossiers.ts'

/** The days a standing is judged by. */
export interface StandingMoment {
  today: CivilDate
  /** Last day that counts as due soon. */
  soon: CivilDate
}

/** The row of a list. */
export function toRow(listed: ListedDossier, moment: StandingMoment, calendar: WorkingCalendar): DossierRow {
  const { acceptedAt, dueSource, version, waitsSince, apology, apologyDueOn, apologyOn, ...row } = listed
  return {
    ...row,
    lateCause: listed.lateCause ?? '',
    apology: apologyOf(listed),
    standing: standingOf(listed, moment),
    workingDays: workingDaysBetween(listed.endedOn ?? moment.today, listed.dueOn, calendar),
  }
}

function apologyOf({ apology, apologyDueOn, apologyOn, dueOn }: ListedDossier): DossierRow['apology'] {
  if (apology === null || apologyDueOn === null) return null
  const late = apologyOn !== null && apologyOn >= dueOn
  return { state: apology, dueOn: apologyDueOn, sentOn: apologyOn, late }
}

/** The row as a list shows it: citizen numbers masked for who does not need them. */
export function toListRow(
  listed: ListedDossier,
  moment: StandingMoment,
  calendar: WorkingCalendar,
  masked: boolean,
): DossierRow {
  const row = toRow(listed, moment, calendar)
  return masked ? { ...row, idNumber: maskNumber(row.idNumber) } : row
}

/** A pause that began after the due date had passed stopped nothing: the dossier is late, though it waits. */
function standingOf(
  { endedOn, dueOn, waitsSince }: ListedDossier,
  { today, soon }: StandingMoment,
): Standing {
  if (endedOn !== null) return `ended-${punctuality(endedOn, dueOn)}`
  if (waitsSince !== null && waitsSince <= dueOn) return 'paused'
  if (dueOn < today) return 'late'
  if (dueOn === today) return 'due-today'
  return dueOn <= soon ? 'due-soon' : 'running'
}
