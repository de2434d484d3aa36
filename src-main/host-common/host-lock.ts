/**
 * One host for one data folder. The host that has the folder open holds a lock of the operating system on `host.lock`
 * and says in `host.json` where it answers; a second start asks there for a window instead of opening the database a
 * second time.
 *
 * The lock decides, the note only informs: a lock is gone with its process, however that ended, whatever runs under
 * its number now, and however long the machine slept.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { z } from 'zod'

/** So long a claim waits for another start that is just looking. */
const CLAIM_LIMIT_MS = 1000

const noteSchema = z.object({
  /** `window`: the desktop shell. `web`: the host on 127.0.0.1. */
  kind: z.enum(['window', 'web']),
  pid: z.number().int().positive(),
  /** Where the web host answers; `null` while it starts, and for the shell. */
  url: z.url().nullable(),
  /** Shown to the web host to be given a launch address. */
  joinSecret: z.string().nullable(),
})
/** What the host of a data folder says about itself. */
export type HostNote = z.infer<typeof noteSchema>

/** A data folder that is ours until released. */
export interface HostLock {
  /** Takes the folder if that could not be done before because the folder could not be written. */
  take(): 'ours' | 'taken' | 'unwritable'
  /** Says where the host answers. */
  announce(url: string, joinSecret: string): void
  release(): void
}

const noteOf = (dataDir: string) => join(dataDir, 'host.json')
const lockOf = (dataDir: string) => join(dataDir, 'host.lock')

/**
 * Takes the data folder for this process. Answers the other host's note when one has it already; `null` when that one
 * has not said anything about itself yet. A folder that cannot be written is not taken and not refused either: the
 * office then opens to say so, and writes nothing.
 */
export function claimDataDir(dataDir: string, kind: HostNote['kind']): HostLock | HostNote | null {
  const lock = new FolderLock(dataDir, { kind, pid: process.pid, url: null, joinSecret: null })
  return lock.take() === 'taken' ? readNote(dataDir) : lock
}

/** Whether a claim was granted. */
export function isLock(claim: HostLock | HostNote | null): claim is HostLock {
  return claim !== null && 'release' in claim
}

/** What is known of the host of a data folder: its note, `starting` until it has written one, `null` without a host. */
export function livingHost(dataDir: string): HostNote | 'starting' | null {
  return isHeld(dataDir) ? (readNote(dataDir) ?? 'starting') : null
}

/** Looks without taking: two that look do not see each other. */
function isHeld(dataDir: string): boolean {
  let database: BetterSqlite3.Database | null = null
  try {
    database = new BetterSqlite3(lockOf(dataDir), { readonly: true, fileMustExist: true, timeout: 0 })
    database.prepare('SELECT count(*) FROM sqlite_schema').get()
    return false
  } catch (error) {
    return isBusy(error)
  } finally {
    database?.close()
  }
}

class FolderLock implements HostLock {
  readonly #dataDir: string
  #note: HostNote
  #held: BetterSqlite3.Database | null = null

  constructor(dataDir: string, note: HostNote) {
    this.#dataDir = dataDir
    this.#note = note
  }

  take(): 'ours' | 'taken' | 'unwritable' {
    if (this.#held !== null) return 'ours'
    let database: BetterSqlite3.Database | null = null
    try {
      mkdirSync(this.#dataDir, { recursive: true, mode: 0o700 })
      database = new BetterSqlite3(lockOf(this.#dataDir), { timeout: CLAIM_LIMIT_MS })
      // Nothing is ever written: the file stays empty, and there is nothing to repair in it.
      database.exec('BEGIN EXCLUSIVE')
      this.#write()
      this.#held = database
      return 'ours'
    } catch (error) {
      database?.close()
      return isBusy(error) ? 'taken' : 'unwritable'
    }
  }

  announce(url: string, joinSecret: string): void {
    this.#note = { ...this.#note, url, joinSecret }
    if (this.#held !== null) this.#write()
  }

  release(): void {
    if (this.#held === null) return
    // First the note: whoever comes next writes its own.
    rmSync(noteOf(this.#dataDir), { force: true })
    this.#held.close()
    this.#held = null
  }

  /** The note appears whole: it is written elsewhere and only then named. */
  #write(): void {
    const path = noteOf(this.#dataDir)
    const draft = `${path}.${process.pid}`
    try {
      writeFileSync(draft, JSON.stringify(this.#note), { mode: 0o600 })
      renameSync(draft, path)
    } catch {
      // No room on the disk: the folder is ours all the same, only a second start learns no address.
    }
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('SQLITE_BUSY')
  )
}

function readNote(dataDir: string): HostNote | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteOf(dataDir), 'utf8')))
  } catch {
    return null
  }
}
