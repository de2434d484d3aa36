/**
 * How old a backup is, and how large, in words.
 */
import type { TFunction } from 'i18next'
import type { BackupState } from '../../../src-main/contract/backups.ts'
import { type BackupAge, ageOfBackup, isAhead } from '../../../src-main/domain/backups.ts'
import type { Instant } from '../../../src-main/domain/civil-date.ts'
import { formatNumber } from '../../ui/format.ts'

const HOUR_MS = 3_600_000

/** How long ago: `2 giờ trước`, `3 ngày trước`. */
export function agoWords(t: TFunction<'backups'>, at: Instant, now: Instant): string {
  if (isAhead(at, now)) return t('ago.ahead')
  const hours = Math.floor((Date.parse(now) - Date.parse(at)) / HOUR_MS)
  if (hours < 1) return t('ago.now')
  return hours < 48 ? t('ago.hours', { count: hours }) : t('ago.days', { count: Math.floor(hours / 24) })
}

/** `340 KB`, `12,5 MB`. */
export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024
  if (kilobytes < 1000) return `${formatNumber(Math.max(1, Math.round(kilobytes)))} KB`
  return `${formatNumber(Math.round(kilobytes / 102.4) / 10)} MB`
}

const WORST: readonly BackupAge[] = ['fresh', 'old', 'very-old']

/** The age that counts: the worse of the two folders. A second folder that is away has the age it was last seen with. */
export function worstAge({ lastGood, second }: BackupState, now: Instant): BackupAge {
  const ages = [ageOfBackup(lastGood, now)]
  if (second !== null) ages.push(second.reachable ? ageOfBackup(second.lastGood, now) : 'old')
  return ages.sort((a, b) => WORST.indexOf(b) - WORST.indexOf(a))[0] ?? 'fresh'
}

/** The tone of an age, a key of `palette.standing`. */
export const AGE_TONES = { fresh: 'early', old: 'soon', 'very-old': 'late' } as const satisfies Record<
  BackupAge,
  string
>
