/**
 * Links known from outside a register: what is written beside its backups.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Anchor } from '../domain/audit-findings.ts'

/** What is needed of the file beside a backup. */
const besideBackup = z.object({
  links: z.number().int().positive(),
  tail: z.string().regex(/^[0-9a-f]{64}$/i),
  /** First link of the register it is a backup of; tells one register from another. */
  register: z.string().optional(),
})

/** A closed period's file names the last link before it in its head. */
const beside = z.union([besideBackup, z.object({ head: besideBackup }).transform(({ head }) => head)])

/**
 * The links named by a file or by the `*.json` of a folder, each once; what cannot be read is passed over.
 * @param register only those of the register with this first link, in hexadecimal; without it all.
 */
export function anchorsIn(path: string, register?: string): Anchor[] {
  const found = new Map<string, Anchor>()
  for (const file of filesIn(path)) {
    const named = beside.safeParse(readJson(file))
    if (!named.success) continue
    const { links, tail } = named.data
    if (register !== undefined && (named.data.register ?? register) !== register) continue
    found.set(`${links} ${tail}`, { n: links, hash: tail.toLowerCase() })
  }
  return [...found.values()]
}

function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(path, name))
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
