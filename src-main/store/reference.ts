/**
 * Queries: settings, people, calendar, procedures.
 */
import type { CalendarDay } from '../domain/calendar.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import { nameLookup, sortKey } from '../domain/names.ts'
import type { ProcedureVersion } from '../domain/procedure.ts'
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
  procedures: 'SELECT * FROM procedure_version ORDER BY field, name_key, valid_from',
  addProcedure: `INSERT INTO procedure_version (key, national_code, name_vi, name_en, name_key, field, term, unit,
    remote_extra, phase_first, phase_second, has_fee_leg, valid_from, valid_to, basis, status)
    VALUES (@key, @nationalCode, @nameVi, @nameEn, @nameKey, @field, @term, @unit, @remoteExtra, @phaseFirst,
    @phaseSecond, @hasFeeLeg, @validFrom, @validTo, @basis, @status)`,
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
    validFrom: row.valid_from,
    validTo: row.valid_to,
    basis: row.basis,
    status: row.status,
  }))
}

/** Adds a version of a procedure. */
export function addProcedure(db: WriteDb, version: Omit<ProcedureVersion, 'id'>): void {
  const { phases, hasFeeLeg, ...rest } = version
  db.run(STATEMENTS.addProcedure, {
    ...rest,
    nameKey: sortKey(version.nameVi),
    phaseFirst: phases?.first ?? null,
    phaseSecond: phases?.second ?? null,
    hasFeeLeg: hasFeeLeg ? 1 : 0,
  })
}
