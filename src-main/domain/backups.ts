/**
 * Backups of the register: what they are called, and which of them are kept.
 */
import { type Instant, dateOfInstant } from './civil-date.ts'

/** Why a backup was made. */
export const BACKUP_REASONS = ['by-hand', 'closing', 'daily', 'migration', 'import', 'restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** Ending of a backup as a plain database, and of one under a password. */
export const PLAIN_ENDING = '.db'
export const SEALED_ENDING = '.db.sealed'

const NAME =
  /^so-mot-cua_(\d{4}-\d{2}-\d{2})_(\d{2}-\d{2}-\d{2})_(\d{2})_(by-hand|closing|daily|migration|import|restore)\.db(\.sealed)?$/

/** The first part of a backup's name: the office's date and time to the second. Sorts by time. */
export function backupStamp(at: Instant): string {
  const shifted = new Date(Date.parse(at) + OFFICE_SHIFT_MS).toISOString()
  return `so-mot-cua_${shifted.slice(0, 10)}_${shifted.slice(11, 19).replaceAll(':', '-')}`
}

const OFFICE_SHIFT_MS = 7 * 3_600_000

/**
 * A name for a backup that none of `taken` has: two within one second are numbered, and still sort by time.
 * @param taken the names in the folder, of whatever kind.
 */
export function backupStem(at: Instant, reason: BackupReason, taken: readonly string[]): string {
  const stamp = backupStamp(at)
  const numbers = taken
    .filter((name) => name.startsWith(`${stamp}_`))
    .map((name) => Number(name.slice(stamp.length + 1, stamp.length + 3)))
  const nth = Math.max(0, ...numbers.filter(Number.isInteger)) + 1
  return `${stamp}_${String(nth).padStart(2, '0')}_${reason}`
}

/** Whether a file is named as backups are. */
export function isBackupName(name: string): boolean {
  return NAME.test(name)
}

/** A backup as rotation sees it. */
export interface DatedBackup {
  name: string
  madeAt: Instant
}

/** How many are kept: the last ones, one for each of the last days, one for each of the last months. */
export const KEPT = { last: 10, days: 30, months: 24 } as const

/**
 * The names of the backups that are kept; all others may go. The newest always stays, and at most 10 + 30 + 24 stay,
 * besides those dated after now. Of a day and of a month the last one stays.
 *
 * The PC's clock may be wrong, so it takes nothing away: days and months are counted by the backups there are, not
 * back from now, and what is dated after now is left alone. Whatever now is, all stays that would stay later.
 */
export function keptBackups(backups: readonly DatedBackup[], now: Instant): Set<string> {
  const newestFirst = [...backups].sort(byTimeThenName).reverse()
  const dated = newestFirst.filter(({ madeAt }) => Date.parse(madeAt) <= Date.parse(now))
  const ahead = newestFirst.slice(0, newestFirst.length - dated.length)
  return new Set(
    [
      ...ahead,
      ...dated.slice(0, KEPT.last),
      ...lastOfEach(dated, ({ madeAt }) => dateOfInstant(madeAt)).slice(0, KEPT.days),
      ...lastOfEach(dated, ({ madeAt }) => dateOfInstant(madeAt).slice(0, 7)).slice(0, KEPT.months),
    ].map(({ name }) => name),
  )
}

/** The first one of each span, of a list that begins with the newest. */
function lastOfEach(
  newestFirst: readonly DatedBackup[],
  spanOf: (one: DatedBackup) => string,
): DatedBackup[] {
  const spans = new Set<string>()
  return newestFirst.filter((one) => {
    const span = spanOf(one)
    return !spans.has(span) && spans.add(span)
  })
}

function byTimeThenName(a: DatedBackup, b: DatedBackup): number {
  return compare(a.madeAt, b.madeAt) || compare(a.name, b.name)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** How worrying the age of the last good backup is. */
export type BackupAge = 'fresh' | 'old' | 'very-old'

const MS_PER_DAY = 86_400_000

/** Two readings of one clock may differ by this much: a window's now is not asked for every second. */
const CLOCK_SLACK_MS = 3_600_000

/** Whether a backup is dated so far after now that one of the two clocks was wrong: its age is not known. */
export function isAhead(madeAt: Instant, now: Instant): boolean {
  return Date.parse(madeAt) - Date.parse(now) > CLOCK_SLACK_MS
}

/** Old after one day or when its age is not known, very old after three days, or when there is none. */
export function ageOfBackup(lastGood: Instant | null, now: Instant): BackupAge {
  if (lastGood === null) return 'very-old'
  if (isAhead(lastGood, now)) return 'old'
  const days = (Date.parse(now) - Date.parse(lastGood)) / MS_PER_DAY
  if (days > 3) return 'very-old'
  return days > 1 ? 'old' : 'fresh'
}
