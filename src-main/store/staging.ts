/**
 * Making another register ready to take the place of the present one: copied or unsealed beside it, read from end to
 * end, brought to the program's schema.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { type RegisterFacts, inspectRegister } from './backup-inspect.ts'
import { type SealKey, SealError, isSealed, openSealed } from './backup-seal.ts'
import { openDatabase } from './database.ts'
import { syncFile } from './disk.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { stagedFile } from './swap.ts'

/** Thrown when a sealed backup needs a password that was not given. */
export class PasswordNeededError extends Error {
  constructor() {
    super('password needed')
  }
}

/** How a sealed backup may be opened. */
export interface Unsealing {
  /** As somebody typed it. */
  password: string | null
  /** The office's own. */
  key: SealKey | null
}

/**
 * Stages a backup.
 * @throws RegisterFaultError, SealError, PasswordNeededError, OpenError, system errors. Then nothing is staged.
 */
export function stageBackup(backup: string, dataDir: string, unsealing: Unsealing): RegisterFacts {
  const staged = stagedFile(dataDir)
  dropStaged(dataDir)
  try {
    if (isSealed(backup)) unseal(backup, staged, unsealing)
    else copyFileSync(backup, staged)
    // A register that was put aside may still have a log of its own.
    if (existsSync(`${backup}-wal`)) copyFileSync(`${backup}-wal`, `${staged}-wal`)
    return finishStaging(dataDir)
  } catch (error) {
    dropStaged(dataDir)
    throw error
  }
}

/** Reads what was staged from end to end and brings it to the program's schema. */
export function finishStaging(dataDir: string): RegisterFacts {
  const staged = stagedFile(dataDir)
  let facts = inspectRegister(staged)
  if (facts.schema < MIGRATIONS.length || existsSync(`${staged}-wal`)) {
    openDatabase(staged).close()
    facts = inspectRegister(staged)
  }
  syncFile(staged)
  return facts
}

function unseal(backup: string, staged: string, { password, key }: Unsealing): void {
  if (password !== null && password !== '') return openSealed(backup, staged, { password })
  if (key === null) throw new PasswordNeededError()
  try {
    openSealed(backup, staged, { key })
  } catch (error) {
    const isOther = error instanceof SealError && error.fault === 'wrong-password'
    throw isOther ? new PasswordNeededError() : error
  }
}

/** Forgets what is staged. */
export function dropStaged(dataDir: string): void {
  const staged = stagedFile(dataDir)
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(staged + suffix, { force: true })
}
