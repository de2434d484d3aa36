/**
 * A backup held against the present register: how they stand to each other, and what only the present one has.
 */
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import { type Link, linkOf, tailOf } from './chain.ts'
import type { ReadDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  // Vietnam keeps UTC+7 the whole year.
  lostDays: `SELECT date(e.entered_at, '+7 hours') AS day, count(*) AS events, sum(e.kind = 'accepted') AS received
    FROM chain c JOIN dossier_event e ON e.id = c.event_id WHERE c.n > ? GROUP BY day ORDER BY day`,
  lostSpan: `SELECT min(at) AS first, max(at) AS last FROM (
    SELECT e.entered_at AS at FROM chain c JOIN dossier_event e ON e.id = c.event_id WHERE c.n > @n
    UNION ALL SELECT a.at FROM chain c JOIN audit_entry a ON a.id = c.audit_id WHERE c.n > @n)`,
  lostEntries: 'SELECT count(audit_id) AS entries FROM chain WHERE n > ?',
  // Each change of a table that is vouched for by a digest names it in its entry.
  lostChanges: `SELECT count(detail ->> '$.digests.calendar_day') AS calendar,
    count(detail ->> '$.digests.procedure_version') AS procedures, count(detail ->> '$.digests.setting') AS settings
    FROM chain c JOIN audit_entry a ON a.id = c.audit_id WHERE c.n > ? AND a.kind <> 'register-made'`,
  workAfter: `SELECT 1 AS found FROM chain c LEFT JOIN audit_entry a ON a.id = c.audit_id
    WHERE c.n > ? AND (a.id IS NULL OR a.kind NOT IN ('backup-made', 'backup-failed')) LIMIT 1`,
} as const

/**
 * `same`: nothing happened since. `earlier`: an earlier state of this register. `later`: this register as it was
 * before an earlier backup was restored. `apart`: both went on after a common beginning. `other`: another register.
 */
export type Relation = 'same' | 'earlier' | 'later' | 'apart' | 'other'

/** What the present register has and the backup has not. */
export interface Loss {
  /** Dossiers received. */
  received: number
  /** Events of dossiers, receptions among them. */
  events: number
  /** Entries of the audit. */
  entries: number
  first: Instant | null
  last: Instant | null
  /** Changes of the calendar, of the catalogue of procedures, of the office's settings. */
  changes: { calendar: number; procedures: number; settings: number }
  /** By the day of entering, the first first. */
  days: { day: CivilDate; received: number; events: number }[]
}

/** How many links the chains of two registers have in common. */
export function commonLinks(one: ReadDb, other: ReadDb): number {
  // A link stands on all before it: equal hashes mean an equal history up to there.
  const isCommon = (n: number): boolean => {
    const [a, b]: (Link | undefined)[] = [linkOf(one, n), linkOf(other, n)]
    return a !== undefined && b !== undefined && a.hash.equals(b.hash)
  }
  let common = 0
  let beyond = Math.min(tailOf(one).n, tailOf(other).n) + 1
  while (beyond - common > 1) {
    const middle = Math.floor((common + beyond) / 2)
    if (isCommon(middle)) common = middle
    else beyond = middle
  }
  return common
}

/** Holds a backup against the present register. */
export function compareRegisters(present: ReadDb, backup: ReadDb): { relation: Relation; loss: Loss } {
  const common = commonLinks(present, backup)
  const rest = { present: tailOf(present).n - common, backup: tailOf(backup).n - common }
  return { relation: relationOf(common, rest), loss: lossAfter(present, common) }
}

function relationOf(common: number, rest: { present: number; backup: number }): Relation {
  if (common === 0) return 'other'
  if (rest.present === 0) return rest.backup === 0 ? 'same' : 'later'
  return rest.backup === 0 ? 'earlier' : 'apart'
}

function lossAfter(db: ReadDb, n: number): Loss {
  const days = db.all<Loss['days'][number]>(STATEMENTS.lostDays, [n])
  const span = db.get<{ first: Instant | null; last: Instant | null }>(STATEMENTS.lostSpan, { n })
  return {
    received: days.reduce((sum, { received }) => sum + received, 0),
    events: days.reduce((sum, { events }) => sum + events, 0),
    entries: db.get<{ entries: number }>(STATEMENTS.lostEntries, [n])?.entries ?? 0,
    first: span?.first ?? null,
    last: span?.last ?? null,
    changes: db.get<Loss['changes']>(STATEMENTS.lostChanges, [n]) ?? {
      calendar: 0,
      procedures: 0,
      settings: 0,
    },
    days,
  }
}

/** Whether anything but backups was written down after that link. */
export function workedSince(db: ReadDb, n: number): boolean {
  return db.get(STATEMENTS.workAfter, [n]) !== undefined
}
