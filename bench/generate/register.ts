/**
 * A generated register of any size: ten years of a branch, told dossier by dossier through the domain and
 * written by the store's own functions, so that history and current rows agree.
 */
import type BetterSqlite3 from 'better-sqlite3'
import { WorkingCalendar } from '../../src-main/domain/calendar.ts'
import { type CivilDate, civilDate } from '../../src-main/domain/civil-date.ts'
import { dossierCode } from '../../src-main/domain/dossier-code.ts'
import type { ProcedureVersion } from '../../src-main/domain/procedure.ts'
import { seedReference } from '../../src-main/office/seed.ts'
import { type WriteDb, openDatabase } from '../../src-main/store/database.ts'
import { addDossier } from '../../src-main/store/events.ts'
import { saveAccess } from '../../src-main/office/people/use-cases.ts'
import { ensureStaff, listCalendar, listProcedures, setSetting } from '../../src-main/store/reference.ts'
import { Chance } from '../random.ts'
import { STAFF } from './people.ts'
import { type Setting, tell, workingDays } from './story.ts'

/** The generated register's first and last day; its clock stands on the last. */
export const FIRST_ACCEPTED: CivilDate = civilDate('2016-07-01')
export const GENERATED_TODAY: CivilDate = civilDate('2026-06-30')

/** Agency identifier in the generated codes. */
export const AGENCY = '000.00.22.H32'

/** What a branch receives in a year; the years before the last are filled up to the number asked for. */
export const YEARLY = 30_000
/** The first day of that last year. */
export const LAST_YEAR: CivilDate = civilDate('2025-07-01')

const BATCH = 20_000

/** Which procedures people come with, in parts of a hundred. */
const DEMAND: readonly (readonly [string, number])[] = [
  ['transfer', 30],
  ['mortgage', 20],
  ['mortgage-release', 16],
  ['exchange-certificate', 10],
  ['split-merge', 8],
  ['first-household', 6],
  ['correct-certificate', 4],
  ['reissue-lost', 2],
  ['extend-agricultural', 2],
  ['asset-certification', 2],
]

/**
 * Writes a register into a new file.
 * @param onProgress told how many dossiers are done.
 */
export function generateRegister(
  file: string,
  dossiers: number,
  resourcesDir: string,
  onProgress: (done: number) => void = () => undefined,
): void {
  const database = openDatabase(file)
  try {
    // Only here, for a file that can be made again: no waiting for the disk, and room for the indexes.
    database.pragma('synchronous = OFF')
    database.pragma('cache_size = -1500000')
    const db = writeDb(database)
    const holders = begin(database, db, resourcesDir)
    const stories = tellAll(db, dossiers, holders)
    for (let done = 0; done < dossiers;) {
      const count = Math.min(BATCH, dossiers - done)
      database.transaction(() => {
        for (let i = 0; i < count; i++) addDossier(db, nextOf(stories))
      })()
      onProgress((done += count))
    }
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

/**
 * Statements prepared once, as the store keeps them; the store hands out none outside its own writes. The rows'
 * types are the callers' word for what their SQL selects.
 */
function writeDb(database: BetterSqlite3.Database): WriteDb {
  const prepared = new Map<string, BetterSqlite3.Statement>()
  const statement = (sql: string): BetterSqlite3.Statement => {
    const found = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, found)
    return found
  }
  return {
    get: <Row>(sql: string, parameters: unknown = []) => statement(sql).get(parameters) as Row | undefined,
    all: <Row>(sql: string, parameters: unknown = []) => statement(sql).all(parameters) as Row[],
    iterate: <Row>(sql: string, parameters: unknown = []) =>
      statement(sql).iterate(parameters) as IterableIterator<Row>,
    snapshot: (reads) => reads(),
    run: (sql, parameters = []) => {
      const { changes, lastInsertRowid } = statement(sql).run(parameters)
      return { changes, lastInsertRowid: Number(lastInsertRowid) }
    },
  }
}

function begin(database: BetterSqlite3.Database, db: WriteDb, resourcesDir: string): number[] {
  return database.transaction(() => {
    seedReference(db, resourcesDir)
    const holders = STAFF.map((name) => ensureStaff(db, name).id)
    const office = {
      name: 'Chi nhánh Văn phòng Đăng ký đất đai (đo tốc độ)',
      parentAgency: 'Văn phòng Đăng ký đất đai tỉnh',
      agencyCode: AGENCY,
      place: 'Nha Trang',
      closingTime: '17:00',
    }
    setSetting(db, 'office', JSON.stringify(office))
    saveAccess(db, { kind: 'open', openAs: holders[0] ?? null, lockAfterMinutes: 0 })
    return holders
  })()
}

/** The histories of all dossiers, in the order of their codes. */
function* tellAll(db: WriteDb, dossiers: number, holders: number[]): Generator<ReturnType<typeof tell>> {
  const calendar = new WorkingCalendar(listCalendar(db))
  const setting: Setting = { chance: new Chance(20_200_102), calendar, today: GENERATED_TODAY, holders }
  const { chance } = setting
  const versions = versionsByKey(listProcedures(db))
  const days = workingDays(calendar, FIRST_ACCEPTED, GENERATED_TODAY)
  const shares = sharesOf(days, dossiers, chance)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  let share = 0
  let told = 0
  for (const [index, day] of days.entries()) {
    share += shares[index] ?? 0
    const until = index === days.length - 1 ? dossiers : Math.round((dossiers * share) / whole)
    const count = until - told
    for (let sequence = 1; told < until; sequence++, told++) {
      const version = versionOn(versions.get(chance.weighted(DEMAND)) ?? [], day)
      const minute = 450 + Math.floor((sequence / (count + 1)) * 540)
      const acceptedAt = `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
      yield tell(setting, { code: dossierCode(AGENCY, day, sequence), version, acceptedOn: day, acceptedAt })
    }
  }
}

/** How many of all come on each day: about as many every day, but no more in the last year than a branch has. */
function sharesOf(days: readonly CivilDate[], dossiers: number, chance: Chance): number[] {
  const shares = days.map(() => 0.75 + chance.next() * 0.5)
  const lastYear = (day: number): boolean => (days[day] ?? LAST_YEAR) >= LAST_YEAR
  const sum = (of: (day: number) => boolean): number =>
    shares.reduce((all, share, day) => (of(day) ? all + share : all), 0)
  const [late, early] = [sum(lastYear), sum((day) => !lastYear(day))]
  if ((dossiers * late) / (late + early) <= YEARLY) return shares
  const less = (YEARLY / (dossiers - YEARLY)) * (early / late)
  return shares.map((share, day) => (lastYear(day) ? share * less : share))
}

function versionsByKey(all: readonly ProcedureVersion[]): Map<string, ProcedureVersion[]> {
  return Map.groupBy(
    all.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    (version) => version.key,
  )
}

/** The version of that day; where the catalogue has a gap, the one before it. */
function versionOn(versions: readonly ProcedureVersion[], day: CivilDate): ProcedureVersion {
  const version = versions.findLast(({ validFrom }) => validFrom <= day)
  if (!version) throw new Error('a procedure of the generator is not in the catalogue')
  return version
}

function nextOf<Value>(values: Generator<Value>): Value {
  const next = values.next()
  if (next.done) throw new Error('fewer stories than dossiers')
  return next.value
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}
