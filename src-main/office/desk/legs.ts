/**
 * The legs of dossiers of the register, here or in the worker.
 */
import { OfficeError } from '../../contract/errors.ts'
import { WorkingCalendar } from '../../domain/calendar.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import type { ClockSettings } from '../../domain/clock.ts'
import { type Dossier, fold } from '../../domain/dossier.ts'
import { type LateLegs, type LegRules, lateLegs } from '../../domain/legs.ts'
import type { ProcedureVersion } from '../../domain/procedure.ts'
import type { ReadDb } from '../../store/database.ts'
import { eventsOf } from '../../store/events.ts'
import { listCalendar, listProcedures } from '../../store/reference.ts'
import { clockSettingOf } from '../calendar/clock-setting.ts'
import type { Office } from '../context.ts'

/** What legs are counted by, for every procedure. */
export interface DeskRules extends LegRules {
  calendar: WorkingCalendar
  clock: ClockSettings
  procedures: ReadonlyMap<number, ProcedureVersion>
}

/** The rules of an open office. */
export function deskRules({ rules }: Office): DeskRules {
  const { calendar, clock, procedures } = rules
  return { calendar, clock, hours: clock.hours, procedures }
}

/** The same, read anew: for the worker. */
export function deskRulesIn(db: ReadDb): DeskRules {
  const clock = clockSettingOf(db)
  return {
    calendar: new WorkingCalendar(listCalendar(db)),
    hours: clock.hours,
    clock,
    procedures: new Map(listProcedures(db).map((version) => [version.id, version])),
  }
}

/** A dossier and its legs. @throws OfficeError `not-found`. */
export function legsOfDossier(
  db: ReadDb,
  id: number,
  today: CivilDate,
  rules: DeskRules,
): LateLegs & { dossier: Dossier } {
  const history = eventsOf(db, id)
  if (history.length === 0) throw new OfficeError('not-found', { what: 'dossier' })
  const dossier = fold(history)
  const version = rules.procedures.get(dossier.procedureId)
  if (!version) throw new OfficeError('not-found', { what: 'procedure' })
  return { ...lateLegs(history, dossier, version, today, rules), dossier }
}
