/**
 * Queries: settings, people, calendar, procedures.
 */
import type { CalendarDay } from '../domain/calendar.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import { nameLookup, sortKey } from '../domain/names.ts'
import type { ProcedureStep, ProcedureVersion } from '../domain/procedure.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  setting: 'SELECT value FROM setting WHERE key = ?',
  setSetting:
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  staff: 'SELECT id, name FROM staff ORDER BY name_key',
  staffById: 'SELECT id, name FROM staff WHERE id = ?',
  staffByLookup: 'SELECT id, name FROM staff WHERE name_lookup = ?',
  addStaff: 'INSERT INTO staff (name, name_key, name_lookup) VALUES (?, ?, ?)',
  preference: 'SELECT value FROM preference WHERE staff_id = ? AND key = ?',
  setPreference:
    'INSERT INTO preference (staff_id, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  calendar: 'SELECT date, kind, name, basis, status FROM calendar_day ORDER BY date',
  addCalendarDay:
    'INSERT INTO calendar_day (date, kind, name, basis, status) VALUES (@date, @kind, @name, @basis, @status)',
  removeCalendarDay: 'DELETE FROM calendar_day WHERE date = ?',
  closeProcedure: 'UPDATE procedure_version SET valid_to = ? WHERE id = ? AND valid_to IS NULL',
  setProcedureStatus: 'UPDATE procedure_version SET status = ? WHERE id = ?',
  countByProcedure: 'SELECT procedure_id AS id, count(*) AS n FROM dossier GROUP BY procedure_id',
  procedures: 'SELECT * FROM procedure_version ORDER BY field, name_key, valid_from',
  addProcedure: `INSERT INTO procedure_version (key, national_code, name_vi, name_en, name_key, field, term, unit,
    remote_extra, phase_first, phase_second, has_fee_leg, supplement_rule, documents, steps, valid_from, valid_to,
    basis, status)
    VALUES (@key, @nationalCode, @nameVi, @nameEn, @nameKey, @field, @term, @unit, @remoteExtra, @phaseFirst,
    @phaseSecond, @hasFeeLeg, @supplementRule, @documents, @steps, @validFrom, @validTo, @basis, @status)`,
} as const

/** A setting's JSON value, or `undefined`. */
export function getSetting(db: ReadDb, key: string): string | undefined {
  return db.get<{ value: string }>(STATEMENTS.setting, [key])?.value
}

/** Writes a setting. */
export function setSetting(db: WriteDb, key: string, value: string): void {
  db.run(STATEMENTS.setSetting, [key, value])
}

/** A person who works here. */
export interface StaffRow {
  id: number
  name: string
}

/** Everybody, in Vietnamese alphabetical order. */
export function listStaff(db: ReadDb): StaffRow[] {
  return db.all<StaffRow>(STATEMENTS.staff)
}

/** A person, or `undefined`. */
export function getStaff(db: ReadDb, id: number): StaffRow | undefined {
  return db.get<StaffRow>(STATEMENTS.staffById, [id])
}

/** The person of that name in whatever spelling, written down when new. The first spelling stays. */
export function ensureStaff(db: WriteDb, name: string): StaffRow {
  const lookup = nameLookup(name)
  const known = db.get<StaffRow>(STATEMENTS.staffByLookup, [lookup])
  return known ?? { id: db.run(STATEMENTS.addStaff, [name, sortKey(name), lookup]).lastInsertRowid, name }
}

/** A user's own setting of the screens, JSON text. */
export function getPreference(db: ReadDb, staffId: number, key: string): string | null {
  return db.get<{ value: string }>(STATEMENTS.preference, [staffId, key])?.value ?? null
}

/** Writes a user's own setting. */
export function setPreference(db: WriteDb, staffId: number, key: string, value: string): void {
  db.run(STATEMENTS.setPreference, [staffId, key, value])
}

/** All dated rows of the calendar. */
export function listCalendar(db: ReadDb): CalendarDay[] {
  return db.all<CalendarDay>(STATEMENTS.calendar)
}

/** Adds a row to the calendar. */
export function addCalendarDay(db: WriteDb, day: CalendarDay): void {
  db.run(STATEMENTS.addCalendarDay, { ...day })
}

interface ProcedureRow {
  id: number
  key: string
  national_code: string
  name_vi: string
  name_en: string
  field: string
  term: number
  unit: ProcedureVersion['unit']
  remote_extra: number
  phase_first: number | null
  phase_second: number | null
  has_fee_leg: number
  supplement_rule: ProcedureVersion['supplementRule']
  documents: string
  steps: string
  valid_from: CivilDate
  valid_to: CivilDate | null
  basis: string
  status: ProcedureVersion['status']
}

/** All versions of all procedures, by field and name. */
export function listProcedures(db: ReadDb): ProcedureVersion[] {
  return db.all<ProcedureRow>(STATEMENTS.procedures).map((row) => ({
    id: row.id,
    key: row.key,
    nationalCode: row.national_code,
    nameVi: row.name_vi,
    nameEn: row.name_en,
    field: row.field,
    term: row.term,
    unit: row.unit,
    remoteExtra: row.remote_extra,
    phases:
      row.phase_first === null || row.phase_second === null
        ? null
        : { first: row.phase_first, second: row.phase_second },
    hasFeeLeg: row.has_fee_leg === 1,
    supplementRule: row.supplement_rule,
    // Written by addProcedure from these types.
    documents: JSON.parse(row.documents) as string[],
    steps: JSON.parse(row.steps) as ProcedureStep[],
    validFrom: row.valid_from,
    validTo: row.valid_to,
    basis: row.basis,
    status: row.status,
  }))
}

/** Adds a version of a procedure; returns its key. */
export function addProcedure(db: WriteDb, version: Omit<ProcedureVersion, 'id'>): number {
  const { phases, hasFeeLeg, documents, steps, ...rest } = version
  return db.run(STATEMENTS.addProcedure, {
    ...rest,
    documents: JSON.stringify(documents),
    steps: JSON.stringify(steps),
    nameKey: sortKey(version.nameVi),
    phaseFirst: phases?.first ?? null,
    phaseSecond: phases?.second ?? null,
    hasFeeLeg: hasFeeLeg ? 1 : 0,
  }).lastInsertRowid
}

/** Closes an open-ended version. */
export function closeProcedure(db: WriteDb, id: number, validTo: CivilDate): void {
  db.run(STATEMENTS.closeProcedure, [validTo, id])
}

/** Says how well a version's source is checked. */
export function setProcedureStatus(db: WriteDb, id: number, status: ProcedureVersion['status']): void {
  db.run(STATEMENTS.setProcedureStatus, [status, id])
}

/** How many dossiers were received under each version. */
export function countByProcedure(db: ReadDb): Map<number, number> {
  const rows = db.all<{ id: number; n: number }>(STATEMENTS.countByProcedure)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** Frees a date of its row. */
export function removeCalendarDay(db: WriteDb, date: CivilDate): void {
  db.run(STATEMENTS.removeCalendarDay, [date])
}
