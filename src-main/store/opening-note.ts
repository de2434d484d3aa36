/**
 * What somebody had done to a register that did not open, kept beside it until the register's own audit tells of it:
 * whenever the power goes, the next opening writes it down.
 */
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { syncFolder, writeWhole } from './disk.ts'

const noteSchema = z.object({
  /** Names this deed, so that the audit tells of it once. */
  id: z.string(),
  /** What the audit will say. */
  note: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
/** A deed that is not yet told of. */
export type OpeningNote = z.infer<typeof noteSchema>

const pathOf = (file: string): string => join(dirname(file), 'opened.json')

/** Keeps a deed for the next opening of a register; to be called before it is done. */
export function keepOpeningNote(file: string, note: OpeningNote): void {
  writeWhole(pathOf(file), JSON.stringify(note, null, 2))
}

/** The deed that the audit does not tell of yet, or `null`. */
export function openingNote(file: string): OpeningNote | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(pathOf(file), 'utf8')))
  } catch {
    return null
  }
}

/** The deed is told of. */
export function dropOpeningNote(file: string): void {
  rmSync(pathOf(file), { force: true })
  syncFolder(dirname(file))
}
