/**
 * One host for one data folder. The host that has the folder open keeps `host.json` in it; a second start reads
 * there whom to ask for a window instead of opening the database a second time.
 */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** A file that was not touched for so long belongs to nobody, whatever runs under its process number now. */
const STALE_AFTER_MS = 60_000
const TOUCH_EVERY_MS = 10_000

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
  /** Says where the host answers. */
  announce(url: string, joinSecret: string): void
  release(): void
}

/** The folders this very process holds: a note with our own number may also be a dead namesake's. */
const held = new Set<string>()

const fileOf = (dataDir: string) => join(dataDir, 'host.json')

/**
 * Takes the data folder for this process. Answers the other host's note when a living one has it already.
 */
export function claimDataDir(dataDir: string, kind: HostNote['kind']): HostLock | HostNote {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const note: HostNote = { kind, pid: process.pid, url: null, joinSecret: null }
  for (;;) {
    if (createNote(dataDir, note)) return heldLock(dataDir, note)
    const other = livingHost(dataDir)
    if (other !== null) return other
    rmSync(fileOf(dataDir), { force: true })
  }
}

/** Whether a claim was granted. */
export function isLock(claim: HostLock | HostNote): claim is HostLock {
  return 'release' in claim
}

/** The living host of a data folder, or `null`: a note left by a dead process counts for nothing. */
export function livingHost(dataDir: string): HostNote | null {
  const path = fileOf(dataDir)
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)
  if (age > STALE_AFTER_MS) return null
  const note = readNote(path)
  if (note === null) return null
  return (note.pid === process.pid ? held.has(path) : isRunning(note.pid)) ? note : null
}

/** False when there is one already. The file appears whole: it is written elsewhere and only then named. */
function createNote(dataDir: string, note: HostNote): boolean {
  const path = fileOf(dataDir)
  const draft = draftOf(path)
  writeFileSync(draft, JSON.stringify(note), { mode: 0o600 })
  try {
    linkOrWrite(draft, path, note)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Some file systems (FAT, network drives) know no links; there a plain exclusive write must do. */
function linkOrWrite(draft: string, path: string, note: HostNote): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error
    writeFileSync(path, JSON.stringify(note), { flag: 'wx', mode: 0o600 })
  }
}

const draftOf = (path: string) => `${path}.${process.pid}`

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}

function heldLock(dataDir: string, note: HostNote): HostLock {
  const path = fileOf(dataDir)
  held.add(path)
  const timer = setInterval(() => touch(path), TOUCH_EVERY_MS)
  timer.unref()
  return {
    announce(url, joinSecret) {
      const draft = draftOf(path)
      writeFileSync(draft, JSON.stringify({ ...note, url, joinSecret }), { mode: 0o600 })
      renameSync(draft, path)
    },
    release() {
      clearInterval(timer)
      held.delete(path)
      rmSync(path, { force: true })
    },
  }
}

function touch(path: string): void {
  try {
    const now = new Date()
    utimesSync(path, now, now)
  } catch {
    // The folder is out of reach for now (a network drive, say); the next touch may succeed.
  }
}

function readNote(path: string): HostNote | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return codeOf(error) === 'EPERM'
  }
}
