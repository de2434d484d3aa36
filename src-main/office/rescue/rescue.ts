/**
 * What can be done about a register that is not open. Whatever takes its place does so by way of `store/swap.ts`: the
 * hurt files are kept in the folder `replaced`, and a cut of power leaves either the one or the other.
 */
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OfficeError } from '../../contract/errors.ts'
import type { Input } from '../../contract/index.ts'
import {
  type OfferedBackup,
  type Trouble,
  canBegin,
  canMend,
  canOpenAsIs,
  canRestore,
} from '../../contract/rescue.ts'
import type { Anchor } from '../../domain/audit-findings.ts'
import { backupStamp, isBackupName } from '../../domain/backups.ts'
import type { Instant } from '../../domain/civil-date.ts'
import { anchorsIn } from '../../store/anchors.ts'
import { type BackupFile, type Manifest, backupFolder, listBackups, readBackup } from '../../store/backup.ts'
import { inspectRegister } from '../../store/backup-inspect.ts'
import { SealError, openSealed } from '../../store/backup-seal.ts'
import { foldLog, openReader } from '../../store/database.ts'
import { copyWhole, nameFile, sha256Of, syncFile } from '../../store/disk.ts'
import { namesGivenUp } from '../../store/given-up.ts'
import { dropMark, readMark } from '../../store/mark.ts'
import type { OpenFault } from '../../store/open-error.ts'
import { keepOpeningNote } from '../../store/opening-note.ts'
import { salvage } from '../../store/salvage.ts'
import {
  beginSwap,
  clearStaged,
  draftFile,
  replacedFolder,
  settleSwap,
  stagedFile,
} from '../../store/swap.ts'
import { inTime } from '../backups/second-folder.ts'
import { readBackupSettings } from '../backups/settings.ts'
import type { RegisterDoor } from './register-door.ts'

const SUFFIXES = ['', '-wal', '-shm'] as const

/** What rescue works with. */
export interface RescueContext {
  door: RegisterDoor
  now: () => Instant
  version: string
}

/** Why the register is not open, and what is there to help; `null` while it is open. */
export async function troubleOf({ door }: RescueContext): Promise<Trouble | null> {
  const { fault, file } = door
  if (door.office !== null || fault === null) return null
  const backups = canRestore(fault.fault) ? await backupsOf(file) : []
  return {
    code: fault.fault,
    params: fault.params,
    file,
    folder: backupFolder(file),
    backups: backups.map(({ place, name, bytes, manifest }) => {
      const { madeAt, dossiers, links, sealed } = manifest
      return { place, name, bytes, madeAt, dossiers, links, sealed }
    }),
    lastLinks: readMark(file)?.links ?? null,
  }
}

/** Whether there are backups or a mark: then a missing register is no first start. */
export function knownHere(file: string): boolean {
  return readMark(file) !== null || firstFolder(file).length > 0
}

/** A backup that is whole as far as can be told without reading it, and the folder it lies in. */
interface FoundBackup {
  place: OfferedBackup['place']
  folder: string
  name: string
  bytes: number
  manifest: Manifest
}

/** The backups of both folders, the newest first; one that lies in both is named once. */
async function backupsOf(file: string): Promise<FoundBackup[]> {
  const first = firstFolder(file)
  const names = new Set(first.map(({ name }) => name))
  const registers = new Set(first.map(({ manifest }) => manifest.register))
  // The second folder may be shared with another office.
  const isOwn = ({ name, manifest }: FoundBackup) =>
    !names.has(name) && (registers.size === 0 || registers.has(manifest.register))
  const second = (await secondFolder(dirname(file))).filter(isOwn)
  return [...first, ...second].sort((one, other) => (one.name < other.name ? 1 : -1))
}

function firstFolder(file: string): FoundBackup[] {
  const folder = backupFolder(file)
  try {
    return listBackups(folder).flatMap((backup) => whole(backup, 'first', folder))
  } catch {
    // The folder is not there or cannot be read: there are none to offer.
    return []
  }
}

/** The second folder may be away, or slow; then what lies beside the register is all there is. */
async function secondFolder(dataDir: string): Promise<FoundBackup[]> {
  try {
    const folder = readBackupSettings(dataDir).secondFolder
    if (folder === null) return []
    const names = (await inTime(readdir(folder))).filter(isBackupName)
    const found = await inTime(Promise.all(names.map((name) => readBackup(folder, name))))
    return found.flatMap((backup) => (backup === null ? [] : whole(backup, 'second', folder)))
  } catch {
    return []
  }
}

function whole(
  { name, bytes, manifest }: BackupFile,
  place: FoundBackup['place'],
  folder: string,
): FoundBackup[] {
  return manifest === null || manifest.bytes !== bytes ? [] : [{ place, folder, name, bytes, manifest }]
}

/** Tries again. */
export async function retry(context: RescueContext): Promise<Trouble | null> {
  await context.door.open()
  return troubleOf(context)
}

/** The trouble, if it is one that the wish makes sense with. @throws OfficeError. */
function demandTrouble({ door }: RescueContext, fits: (code: OpenFault) => boolean): void {
  const { fault } = door
  if (fault === null || door.office !== null) throw new OfficeError('not-in-rescue')
  if (!fits(fault.fault)) throw new OfficeError('rescue-not-possible')
}

/** Ends a replacement whose register did not open and clears away; names what that one had replaced. */
function settle(dataDir: string): Record<string, string> {
  const replaced = settleSwap(dataDir)
  clearStaged(dataDir)
  return replaced === null ? {} : { replacedBefore: replaced }
}

/** Puts a backup in the register's place. */
export async function restore(
  context: RescueContext,
  { place, name, password }: Input<'rescue', 'restore'>,
): Promise<Trouble | null> {
  const { door } = context
  await door.replace(
    () => demandTrouble(context, canRestore),
    async () => {
      const fault = door.fault?.fault ?? 'unknown'
      const backup = (await backupsOf(door.file)).find((one) => one.place === place && one.name === name)
      if (backup === undefined) throw new OfficeError('not-found', { what: 'backup' })
      const dataDir = dirname(door.file)
      const earlier = settle(dataDir)
      stage(backup, draftFile(dataDir), password)
      nameFile(draftFile(dataDir), stagedFile(dataDir))
      const given = givenUpFor(door.file, backup.manifest)
      takePlace(context, { how: 'restored', backup: name, place, trouble: fault, ...earlier, ...given })
    },
  )
  return troubleOf(context)
}

function stage({ folder, name, manifest }: FoundBackup, staged: string, password: string | null): void {
  const from = join(folder, name)
  if (sha256Of(from) !== manifest.sha256) throw new OfficeError('backup-unfit')
  try {
    if (manifest.sealed) openSealed(from, staged, { password: password ?? '' })
    else copyWhole(from, staged)
    syncFile(staged)
    const facts = inspectRegister(staged)
    if (facts.links !== manifest.links || facts.tail !== manifest.tail) throw new OfficeError('backup-unfit')
  } catch (error) {
    rmSync(staged, { force: true })
    if (error instanceof SealError && error.fault === 'wrong-password') {
      throw new OfficeError('seal-password-wrong')
    }
    throw error instanceof Error && 'fault' in error ? new OfficeError('backup-unfit') : error
  }
}

/** Whence and whereto the restore leads, and what backups know that is given up with it, on somebody's word. */
function givenUpFor(file: string, { register, links, tail }: Manifest): Record<string, string | number> {
  const mark = readMark(file)
  const from: Record<string, string | number> =
    mark === null ? {} : { fromLinks: mark.links, fromTail: mark.hash }
  const staged = stagedFile(dirname(file))
  const { db, close } = openReader(staged)
  try {
    const givenUp = namesGivenUp(null, db, anchorsIn(backupFolder(file), register))
    return { toLinks: links, toTail: tail, ...from, givenUp }
  } finally {
    close()
  }
}

/** The staged file will take the register's place at the next opening, which follows at once. */
function takePlace({ door, now }: RescueContext, note: Record<string, string | number>): void {
  const stamp = backupStamp(now())
  beginSwap(dirname(door.file), {
    id: randomUUID(),
    replaced: `${stamp}_${randomUUID().slice(0, 8)}.db`,
    note,
  })
}

/** Makes a new file of the history that can be read. */
export async function mend(context: RescueContext): Promise<Trouble | null> {
  const { door } = context
  await door.replace(
    () => demandTrouble(context, canMend),
    async () => {
      const fault = door.fault?.fault ?? 'unknown'
      const dataDir = dirname(door.file)
      const earlier = settle(dataDir)
      const draft = draftFile(dataDir)
      try {
        await salvage(door.file, draft, anchorsOf(door.file))
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : ''
        if (/^(SQLITE_(FULL|IOERR|READONLY|CANTOPEN)|E[A-Z]+$)/.test(code)) throw error
        throw new OfficeError('mending-failed')
      }
      syncFile(draft)
      nameFile(draft, stagedFile(dataDir))
      takePlace(context, { how: 'mended', trouble: fault, ...earlier })
    },
  )
  return troubleOf(context)
}

/** Links that a whole register must have: those of the mark and of its own backups. */
function anchorsOf(file: string): Anchor[] {
  const mark = readMark(file)
  return [
    ...(mark === null ? [] : [{ n: mark.links, hash: mark.hash }]),
    ...firstFolder(file).flatMap(({ manifest: { links, tail } }) =>
      links === 0 ? [] : [{ n: links, hash: tail }],
    ),
  ]
}

/** Opens the register as it is. */
export async function openAsIs(context: RescueContext): Promise<Trouble | null> {
  const { door } = context
  const trouble = door.fault?.fault ?? 'unknown'
  await door.replace(
    () => demandTrouble(context, canOpenAsIs),
    () => {
      keepCopy(context)
      keepNote(door.file, { how: 'opened-as-is', trouble })
      dropMark(door.file)
      if (trouble === 'wal-damaged') foldLog(door.file)
    },
  )
  return troubleOf(context)
}

/** Begins a new register where there is none. */
export async function begin(context: RescueContext): Promise<Trouble | null> {
  const { door } = context
  const trouble = door.fault?.fault ?? 'unknown'
  await door.replace(
    () => demandTrouble(context, canBegin),
    () => {
      keepCopy(context)
      keepNote(door.file, { how: 'begun', trouble })
      dropMark(door.file)
      for (const suffix of SUFFIXES) rmSync(door.file + suffix, { force: true })
    },
  )
  return troubleOf(context)
}

/** Has the audit tell of it at the next opening, with what was last seen here. */
function keepNote(file: string, note: Record<string, string>): void {
  const mark = readMark(file)
  const from = { fromLinks: mark?.links ?? null, fromTail: mark?.hash ?? null }
  keepOpeningNote(file, { id: randomUUID(), note: { ...note, ...from } })
}

/** Keeps what is there before something is done to it. */
function keepCopy({ door, now }: RescueContext): void {
  const folder = replacedFolder(dirname(door.file))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept = join(folder, `${backupStamp(now())}_${randomUUID().slice(0, 8)}.db`)
  for (const suffix of SUFFIXES) {
    if (!existsSync(door.file + suffix)) continue
    copyFileSync(door.file + suffix, kept + suffix)
    syncFile(kept + suffix)
  }
}
