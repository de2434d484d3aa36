/**
 * Backups: making one, copying one to another folder, listing and thinning out a folder of them. Synchronous and
 * slow; called in a worker.
 */
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { z } from 'zod'
import {
  BACKUP_REASONS,
  type BackupReason,
  PLAIN_ENDING,
  SEALED_ENDING,
  backupStem,
  isBackupName,
  keptBackups,
} from '../domain/backups.ts'
import type { Instant } from '../domain/civil-date.ts'
import { inspectRegister } from './backup-inspect.ts'
import { type SealKey, sealFile } from './backup-seal.ts'
import { copyWhole, nameFile, sha256Of, syncFile, writeWhole } from './disk.ts'

const manifestSchema = z.object({
  format: z.literal(1),
  /** Version of the program that made it. */
  program: z.string(),
  schema: z.number().int(),
  madeAt: z.iso.datetime(),
  reason: z.enum(BACKUP_REASONS),
  /** First link of the register's chain; '' for one of before the chain. */
  register: z.string(),
  dossiers: z.number().int(),
  events: z.number().int(),
  links: z.number().int(),
  tail: z.string(),
  bytes: z.number().int(),
  /** Of the file as it stands, sealed or not. */
  sha256: z.string(),
  sealed: z.boolean(),
})
/** What stands beside a backup. */
export type Manifest = z.infer<typeof manifestSchema>

/** A backup in a folder. `manifest` is `null` where there is none that can be read. */
export interface BackupFile {
  name: string
  bytes: number
  manifest: Manifest | null
}

/** What a backup is made with. */
export interface BackupWish {
  madeAt: Instant
  reason: BackupReason
  program: string
  /** Under a password; `null`: as a plain database. */
  key: SealKey | null
}

const PART = '.part'

/**
 * Makes a backup of a register that may be open and written to meanwhile. It gets its name when it is on disk and
 * was read again from end to end; until then, and when anything fails, there is nothing but a `.part`.
 * @throws RegisterFaultError when the copy is not a whole register; SqliteError and system errors of the disk.
 */
export function makeBackup(register: string, folder: string, wish: BackupWish): BackupFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const stem = join(folder, backupStem(wish.madeAt, wish.reason, readdirSync(folder)))
  const parts = [`${stem}${PART}`, `${stem}.sealed${PART}`]
  try {
    const [plain = '', sealed = ''] = parts
    vacuumInto(register, plain)
    const facts = inspectRegister(plain)
    if (wish.key !== null) sealFile(plain, sealed, wish.key)
    const ready = wish.key === null ? plain : sealed
    const { reason, madeAt, program } = wish
    const { size } = statSync(ready)
    const manifest: Manifest = {
      format: 1,
      program,
      madeAt,
      reason,
      ...facts,
      bytes: size,
      sha256: sha256Of(ready),
      sealed: wish.key !== null,
    }
    writeWhole(manifestOf(stem), JSON.stringify(manifest, null, 2))
    const file = stem + (wish.key === null ? PLAIN_ENDING : SEALED_ENDING)
    nameFile(ready, file)
    return { name: basename(file), bytes: size, manifest }
  } catch (error) {
    rmSync(manifestOf(stem), { force: true })
    throw error
  } finally {
    for (const part of parts) rmSync(part, { force: true })
  }
}

function vacuumInto(register: string, part: string): void {
  // Made here so that it is readable by its owner only.
  closeSync(openSync(part, 'wx', 0o600))
  const source = new BetterSqlite3(register, { readonly: true, fileMustExist: true, timeout: 10_000 })
  try {
    source.pragma('trusted_schema = OFF')
    source.prepare('VACUUM INTO ?').run(part)
  } finally {
    source.close()
  }
  syncFile(part)
}

/** The manifest's name for a backup's, with or without its ending. */
export function manifestOf(backup: string): string {
  return `${backup.replace(/\.db(\.sealed)?$/, '')}.json`
}

/** Reads the manifest beside a backup; `null` when there is none or it cannot be read. */
export function readManifest(backup: string): Manifest | null {
  try {
    return parseManifest(readFileSync(manifestOf(backup), 'utf8'))
  } catch {
    return null
  }
}

const parseManifest = (text: string): Manifest => manifestSchema.parse(JSON.parse(text))

/** One backup of a folder, without holding anybody up; `null` when it is gone. */
export async function readBackup(folder: string, name: string): Promise<BackupFile | null> {
  const file = join(folder, name)
  try {
    const { size } = await stat(file)
    const manifest = await readFile(manifestOf(file), 'utf8').then(parseManifest, () => null)
    return { name, bytes: size, manifest }
  } catch {
    return null
  }
}

/** The backups in a folder, the newest first. @throws system errors when the folder cannot be read. */
export function listBackups(folder: string): BackupFile[] {
  return readdirSync(folder)
    .filter(isBackupName)
    .sort()
    .reverse()
    .flatMap((name) => {
      const file = join(folder, name)
      const bytes = statSync(file, { throwIfNoEntry: false })?.size
      return bytes === undefined ? [] : [{ name, bytes, manifest: readManifest(file) }]
    })
}

/** Whether a backup was made of that register, whole as far as can be told without reading it. */
export function isGood({ bytes, manifest }: BackupFile, register: string): boolean {
  return manifest !== null && manifest.bytes === bytes && manifest.register === register
}

/** Thrown when a copy, read again, is not what was copied. */
export class CopyDiffersError extends Error {
  constructor() {
    super('the copy of a backup differs')
  }
}

/**
 * Copies a backup and its manifest to another folder, and reads the copy again before it gets its name.
 * @throws CopyDiffersError, system errors of the disk.
 */
export function copyBackup(backup: string, folder: string): void {
  const manifest = readManifest(backup)
  if (manifest === null) throw new Error('a backup without a manifest is not copied')
  const file = join(folder, basename(backup))
  const part = file + PART
  copyWhole(backup, part)
  try {
    if (sha256Of(part) !== manifest.sha256) throw new CopyDiffersError()
    writeWhole(manifestOf(file), JSON.stringify(manifest, null, 2))
    nameFile(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/**
 * Removes the backups of a register that rotation lets go. Others', and files it does not know, are left alone.
 * @returns the names removed.
 */
export function thinOut(folder: string, register: string, now: Instant): string[] {
  const own = listBackups(folder).flatMap((backup) =>
    backup.manifest !== null && isGood(backup, register)
      ? [{ name: backup.name, madeAt: backup.manifest.madeAt }]
      : [],
  )
  const kept = keptBackups(own, now)
  const gone = own.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
  for (const name of gone) {
    // The backup first: a manifest alone is cleared away, a backup alone would be taken for damaged.
    rmSync(join(folder, name), { force: true })
    rmSync(manifestOf(join(folder, name)), { force: true })
  }
  return gone
}

const LEFT_OVER = /^so-mot-cua_[\d_-]+_[a-z-]+(\.db)?(\.sealed|\.json)*\.part(-journal|-wal|-shm)?$/
const MANIFEST = /^so-mot-cua_[\d_-]+_[a-z-]+\.json$/

/**
 * Clears away what an interrupted backup left: parts, and manifests without their backup.
 * @param olderThanMs only what was not touched for so long; another machine may be writing to the folder.
 */
export function clearLeftOvers(folder: string, olderThanMs: number): void {
  const names = new Set(readdirSync(folder))
  for (const name of names) {
    const alone =
      MANIFEST.test(name) &&
      !names.has(name.replace(/\.json$/, PLAIN_ENDING)) &&
      !names.has(name.replace(/\.json$/, SEALED_ENDING))
    if (!alone && !LEFT_OVER.test(name)) continue
    const touched = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs
    if (touched !== undefined && Date.now() - touched >= olderThanMs)
      rmSync(join(folder, name), { force: true })
  }
}

/** The folder of the backups of a register. */
export const backupFolder = (register: string): string => join(dirname(register), 'backups')
