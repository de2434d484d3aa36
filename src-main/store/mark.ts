/**
 * The mark beside a register: how far its chain was last seen to go. Written after the writes it tells of, so that
 * the register always holds at least as much, unless something was taken from it: its log was removed, or an older
 * copy was put in its place.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { linkOf, tailOf } from './chain.ts'
import type { ReadDb } from './database.ts'
import { OpenError } from './open-error.ts'

const markSchema = z.object({ links: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })
/** The number and the hash of a link of the chain. */
export type Mark = z.infer<typeof markSchema>

const pathOf = (file: string) => `${file}.mark`

/** The mark beside a register; `null` when there is none that can be read. */
export function readMark(file: string): Mark | null {
  try {
    return markSchema.parse(JSON.parse(readFileSync(pathOf(file), 'utf8')))
  } catch {
    return null
  }
}

/** Sets the mark at the end of the chain as it is. */
export function setMark(file: string, db: ReadDb): Mark {
  const { n, hash } = tailOf(db)
  const mark: Mark = { links: n, hash: hash.toString('hex') }
  const draft = `${pathOf(file)}.new`
  writeFileSync(draft, JSON.stringify(mark), { mode: 0o600 })
  renameSync(draft, pathOf(file))
  return mark
}

/** Forgets the mark: what is put in the register's place now may be older, on somebody's word. */
export function dropMark(file: string): void {
  rmSync(pathOf(file), { force: true })
}

/** @throws OpenError `history-cut` when the register does not hold what the mark says. */
export function checkMark(file: string, db: ReadDb): void {
  const mark = readMark(file)
  if (mark === null) return
  const link = linkOf(db, mark.links)
  if (link === undefined) {
    throw new OpenError('history-cut', { missing: mark.links - tailOf(db).n, links: mark.links })
  }
  if (link.hash.toString('hex') !== mark.hash) {
    throw new OpenError('history-cut', { missing: 0, links: mark.links })
  }
}
