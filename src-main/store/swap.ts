/**
 * Putting another file in the register's place, so that whenever the power goes, the next start finishes it. The
 * register that was there is kept.
 *
 * `restore.json` says what is being done. It is written when the new file is whole and on disk, and goes when the
 * new register's audit tells of it.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFolder, writeWhole } from './disk.ts'
import { dropMark } from './mark.ts'

const swapSchema = z.object({
  /** Names this restore, so that the audit tells of it once. */
  id: z.string(),
  /** Where the replaced register is kept: a name in the folder `replaced`. */
  replaced: z.string().regex(/^[\w.-]+\.db$/),
  /** What the audit will say. */
  note: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
/** A replacement of the register under way. */
export type Swap = z.infer<typeof swapSchema>

/** A database's log and the log's index go before it. */
const SUFFIXES = ['-wal', '-shm', ''] as const

const journalOf = (dataDir: string): string => join(dataDir, 'restore.json')
const registerOf = (dataDir: string): string => join(dataDir, 'register.db')

/** The new register, waiting to take its place. */
export const stagedFile = (dataDir: string): string => join(dataDir, 'register.db.staged')
/** Under this name it is made; it gets the other when it is whole. */
export const draftFile = (dataDir: string): string => `${stagedFile(dataDir)}.making`
/** The folder of the registers that were replaced. */
export const replacedFolder = (dataDir: string): string => join(dataDir, 'replaced')

/** Says that the staged file is to take the register's place. From here on it will. */
export function beginSwap(dataDir: string, swap: Swap): void {
  mkdirSync(replacedFolder(dataDir), { recursive: true, mode: 0o700 })
  syncFolder(dataDir)
  writeWhole(journalOf(dataDir), JSON.stringify(swap, null, 2))
}

/** The replacement that was begun and is not yet told of, or `null`. */
export function pendingSwap(dataDir: string): Swap | null {
  try {
    return swapSchema.parse(JSON.parse(readFileSync(journalOf(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/**
 * Does what is left of a replacement; the register must be closed. May be done again after being cut off anywhere.
 * @param step told before each step, for the tests that cut it off there.
 */
export function finishSwap(dataDir: string, step: (name: string) => void = () => undefined): void {
  const swap = pendingSwap(dataDir)
  const staged = stagedFile(dataDir)
  if (swap === null) return
  const register = registerOf(dataDir)
  if (!existsSync(staged)) {
    // Neither is there: taking it back was cut off.
    if (!existsSync(register)) undoSwap(dataDir)
    return
  }
  const kept = freeName(dataDir, swap)
  // The log of the old register goes with it: beside the new file it would be played into that.
  for (const suffix of SUFFIXES) {
    step(`keep register.db${suffix}`)
    if (existsSync(register + suffix)) renameSync(register + suffix, kept + suffix)
  }
  step('names of the old to disk')
  syncFolder(replacedFolder(dataDir))
  syncFolder(dataDir)
  step('put the new in place')
  // What stands there now may be older, on the word of whoever restores.
  dropMark(register)
  renameSync(staged, register)
  step('name of the new to disk')
  syncFolder(dataDir)
}

/** Where the old register goes; what lies there already is another one, and stays. */
function freeName(dataDir: string, swap: Swap): string {
  const kept = join(replacedFolder(dataDir), swap.replaced)
  // It goes there last of its files: with both there, the one aside is not this one.
  if (!existsSync(kept) || !existsSync(registerOf(dataDir))) return kept
  const replaced = swap.replaced.replace(/\.db$/, `_${randomUUID().slice(0, 8)}.db`)
  writeWhole(journalOf(dataDir), JSON.stringify({ ...swap, replaced }, null, 2))
  return join(replacedFolder(dataDir), replaced)
}

/**
 * Brings a replacement to its end whose register did not open, before another is staged: one that is done is done, one
 * that is half done is taken back. The register must be closed.
 * @returns where the register of before it is kept, for the audit of the next; `null` when nothing was pending.
 */
export function settleSwap(dataDir: string): string | null {
  const swap = pendingSwap(dataDir)
  if (swap === null) return null
  const isDone = existsSync(registerOf(dataDir)) && !existsSync(stagedFile(dataDir))
  if (!isDone) {
    undoSwap(dataDir)
    return null
  }
  endSwap(dataDir)
  return swap.replaced
}

/** Puts the old register back when the new one could not take its place; the register must be closed. */
export function undoSwap(dataDir: string): void {
  const swap = pendingSwap(dataDir)
  if (swap === null) return
  const register = registerOf(dataDir)
  const kept = join(replacedFolder(dataDir), swap.replaced)
  // The new one still waits and the old one is in its place: what lies aside under that name is another one.
  if (existsSync(kept) && existsSync(register) && existsSync(stagedFile(dataDir))) return endSwap(dataDir)
  if (existsSync(kept) && existsSync(register))
    for (const suffix of SUFFIXES) rmSync(register + suffix, { force: true })
  for (const suffix of SUFFIXES) {
    if (existsSync(kept + suffix)) renameSync(kept + suffix, register + suffix)
  }
  syncFolder(dataDir)
  endSwap(dataDir)
}

/** The replacement is told of. */
export function endSwap(dataDir: string): void {
  rmSync(stagedFile(dataDir), { force: true })
  rmSync(journalOf(dataDir), { force: true })
  syncFolder(dataDir)
}

/** Clears away what was staged and never begun. To be called when nothing is pending. */
export function clearStaged(dataDir: string): void {
  if (pendingSwap(dataDir) !== null) return
  for (const name of readdirSync(dataDir)) {
    if (/^register\.db\.staged/.test(name) || name === 'restore.json.part')
      rmSync(join(dataDir, name), { force: true })
  }
}
