/**
 * How long what the law does not ask for is kept. The audit itself, the history and backups are not touched by it.
 */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Input } from '../../contract/index.ts'
import { type Retention, retentionSchema } from '../../contract/audit.ts'
import type { Instant } from '../../domain/civil-date.ts'
import type { ReadDb } from '../../store/database.ts'
import { getSetting, setSetting } from '../../store/reference.ts'
import { addAudit } from '../../store/audit.ts'
import { replacedFolder } from '../../store/swap.ts'
import type { Context, Office } from '../context.ts'
import { note } from './note.ts'

const KEY = 'retention'
/** Unless chosen otherwise. */
export const DEFAULT_RETENTION: Retention = { logMonths: 12, replacedMonths: 24, lookMonths: 24 }

/** How long things are kept here. */
export function retentionIn(db: ReadDb): Retention {
  const stored = getSetting(db, KEY)
  return stored === undefined ? DEFAULT_RETENTION : retentionSchema.parse(JSON.parse(stored))
}

/** The setting. */
export function retentionOf({ office }: Context): Retention {
  return retentionIn(office.store.read)
}

/** Changes it. */
export async function setRetention(
  context: Context,
  input: Input<'audit', 'setRetention'>,
): Promise<Retention> {
  await context.office.store.write((db) => {
    const before = retentionIn(db)
    setSetting(db, KEY, JSON.stringify(input))
    note(db, context, 'settings-changed', { detail: { before, after: input }, changed: ['setting'] })
  })
  return input
}

/** The moment so many months before. */
export function monthsBefore(now: Instant, months: number): Instant {
  // To the day is not asked for: 30 days and a half a month.
  return new Date(Date.parse(now) - months * 30.5 * 86_400_000).toISOString()
}

/** Files of a folder whose time has gone. */
export interface Outdated {
  folder: string
  /** Names that may go. */
  names: RegExp
  months: number
}

/** Deletes files that were last written before their time. Returns how many; one that cannot go stays. */
export function deleteOutdated({ folder, names, months }: Outdated, now: Instant): number {
  let deleted = 0
  for (const name of listed(folder)) {
    const path = join(folder, name)
    try {
      const stat = statSync(path)
      if (!names.test(name) || !stat.isFile() || stat.mtimeMs >= Date.parse(monthsBefore(now, months)))
        continue
      rmSync(path)
      deleted++
    } catch {
      // In use, or gone already: next time.
    }
  }
  return deleted
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Deletes what has been kept long enough in a data folder: older technical logs, and registers that were replaced. Says
 * so in the audit. Never goes by a clock set ahead.
 */
export async function applyRetention(office: Office, dataDir: string): Promise<void> {
  const { logMonths, replacedMonths } = retentionIn(office.store.read)
  const now = new Date(Math.min(Date.parse(office.now()), Date.now())).toISOString()
  const logs = deleteOutdated({ folder: dataDir, names: /\.log\.(\d+|old)$/, months: logMonths }, now)
  const folder = replacedFolder(dataDir)
  const replaced = deleteOutdated({ folder, names: /\.db(-\w+)?$/, months: replacedMonths }, now)
  if (logs + replaced === 0) return
  const entry = {
    at: office.now(),
    authorId: null,
    kind: 'outdated-deleted',
    detail: { logs, replaced },
  } as const
  await office.store.write((db) => addAudit(db, entry))
}
