/**
 * A stored row as the window sees it: with its standing against the due date, and its step against the step's term.
 */
import type { DossierRow, RowStep, Standing } from '../../contract/dossier-list.ts'
import type { WorkingCalendar } from '../../domain/calendar.ts'
import { maskNumber } from '../../domain/people.ts'
import type { CivilDate, Instant } from '../../domain/civil-date.ts'
import {
  type ClockSettings,
  type StepClock,
  isBehind,
  punctuality,
  stepDue,
  workingDaysBetween,
} from '../../domain/clock.ts'
import { pathOf, stepTermOf } from '../../domain/path.ts'
import type { ProcedureVersion } from '../../domain/procedure.ts'
import type { ListedDossier } from '../../store/dossiers.ts'

/** The days and the moment a standing is judged by. */
export interface StandingMoment {
  today: CivilDate
  /** Last day that counts as due soon. */
  soon: CivilDate
  now: Instant
}

/** The rules a row is judged by. */
export interface RowRules {
  calendar: WorkingCalendar
  clock: ClockSettings
  procedures: ReadonlyMap<number, ProcedureVersion>
}

/** The row of a list. */
export function toRow(listed: ListedDossier, moment: StandingMoment, rules: RowRules): DossierRow {
  const { acceptedAt, dueSource, waitsSince, remote, stepRole, stepOn, stepAt, stepUsed, ...rest } = listed
  const { apology, apologyDueOn, apologyOn, ...row } = rest
  return {
    ...row,
    lateCause: listed.lateCause ?? '',
    apology: apologyOf(listed),
    standing: standingOf(listed, moment),
    workingDays: workingDaysBetween(listed.endedOn ?? moment.today, listed.dueOn, rules.calendar),
    step: stepOf(listed, moment.now, rules),
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
  moment: StandingMoment & { masked: boolean },
  rules: RowRules,
): DossierRow {
  const row = toRow(listed, moment, rules)
  return moment.masked ? { ...row, idNumber: maskNumber(row.idNumber) } : row
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

function stepOf(
  listed: ListedDossier,
  now: Instant,
  { calendar, clock, procedures }: RowRules,
): RowStep | null {
  const { step: index, stepRole: role, stepOn, stepAt, stepUsed, endedOn, waitsSince } = listed
  const version = procedures.get(listed.procedureId)
  if (index === null || role === null || stepOn === null || version === undefined) return null
  const step = pathOf(version, listed.remote === 1)[index]
  if (step === undefined) return null
  const where = { index, role, name: step.name }
  if (endedOn !== null || waitsSince !== null) return { ...where, dueAt: null, behind: false }
  const term = stepTermOf(step)
  const inStep: StepClock = { since: stepOn, at: stepAt, used: stepUsed ?? 0 }
  const rules = { calendar, hours: clock.hours }
  return {
    ...where,
    dueAt: stepDue(term, inStep, rules),
    behind: isBehind(term, inStep, now, rules),
  }
}
