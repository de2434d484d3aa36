/**
 * The worker's part of backups: all that reads or writes whole registers.
 */
import { join } from 'node:path'
import type { RestorePreview } from '../../contract/backups.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Instant } from '../../domain/civil-date.ts'
import { type AccountDifference, compareAccounts } from '../../store/account-compare.ts'
import { type Loss, type Relation, compareRegisters } from '../../store/backup-compare.ts'
import type { RegisterFacts } from '../../store/backup-inspect.ts'
import { type SealKey, sealKey } from '../../store/backup-seal.ts'
import {
  type BackupFile,
  type BackupWish,
  clearLeftOvers,
  copyBackup,
  makeBackup,
  thinOut,
} from '../../store/backup.ts'
import { tailOf } from '../../store/chain.ts'
import { openReader } from '../../store/database.ts'
import { getSetting } from '../../store/reference.ts'
import { PasswordNeededError, type Unsealing, stageBackup } from '../../store/staging.ts'
import { stagedFile } from '../../store/swap.ts'
import { accessOf } from '../people/presence.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { refusedBackup, refusedFile } from './failures.ts'

/** Makes a backup and lets old ones go. */
export function makeBackupInWorker(
  _: TaskContext,
  { register, folder, wish }: { register: string; folder: string; wish: BackupWish },
): BackupFile {
  try {
    const made = makeBackup(register, folder, wish)
    if (made.manifest !== null) thinOut(folder, made.manifest.register, wish.madeAt)
    return made
  } catch (error) {
    throw known(refusedBackup(error), error)
  }
}

/** Only what another machine cannot be writing just now. */
const LEFT_BEHIND_MS = 24 * 3_600_000

/** Copies a backup to the second folder and lets old ones there go. */
export function copyBackupInWorker(
  _: TaskContext,
  input: { backup: string; folder: string; register: string; now: Instant },
): void {
  try {
    clearLeftOvers(input.folder, LEFT_BEHIND_MS)
    copyBackup(input.backup, input.folder)
    thinOut(input.folder, input.register, input.now)
  } catch (error) {
    throw known(refusedBackup(error), error)
  }
}

/** What is not known is a bug, and told as one. */
function known(refusal: OfficeError, error: unknown): unknown {
  return refusal.data.params['reason'] === 'unknown' ? error : refusal
}

/** Makes a key of a new password: takes too long for the main thread. */
export function sealKeyInWorker(_: TaskContext, { password }: { password: string }): SealKey {
  return sealKey(password)
}

/** What staging a backup found. */
export interface Staged {
  facts: RegisterFacts
  relation: Relation
  loss: RestorePreview['loss']
  accounts: AccountDifference[]
  access: RestorePreview['access']
  present: { dossiers: number; events: number }
  /** Where the present register's chain ended. */
  end: { links: number; tail: string }
}

const MOST_DAYS = 60

/** Makes a backup ready to be restored and holds it against the present register. */
export function stageBackupInWorker(
  { db }: TaskContext,
  { backup, dataDir, unsealing }: { backup: string; dataDir: string; unsealing: Unsealing },
): Staged {
  try {
    const facts = stageBackup(backup, dataDir, unsealing)
    const staged = openReader(stagedFile(dataDir))
    try {
      const { relation, loss } = compareRegisters(db, staged.db)
      const count = (table: string): number =>
        db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0
      const present = { dossiers: count('dossier'), events: count('dossier_event') }
      const { n, hash } = tailOf(db)
      const access = accessOf(getSetting(staged.db, 'access'))?.kind ?? null
      return {
        facts,
        relation,
        loss: shorten(loss),
        accounts: compareAccounts(db, staged.db, relation !== 'other'),
        access: access === (accessOf(getSetting(db, 'access'))?.kind ?? null) ? null : access,
        present,
        end: { links: n, tail: hash.toString('hex') },
      }
    } finally {
      staged.close()
    }
  } catch (error) {
    if (error instanceof PasswordNeededError) throw new OfficeError('backup-password-needed')
    throw refusedFile(error)
  }
}

function shorten(loss: Loss): Loss {
  return { ...loss, days: loss.days.slice(-MOST_DAYS).reverse() }
}

/** The register in a data folder. */
export const registerIn = (dataDir: string): string => join(dataDir, 'register.db')
