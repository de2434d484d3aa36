/**
 * Backups, as the contract has them.
 */
import { readdirSync } from 'node:fs'
import {
  type BackupEntry,
  type BackupOverview,
  type BackupState,
  MAX_EXPORT_BYTES,
  type RestorePreview,
} from '../../contract/backups.ts'
import type { OfficeStatus } from '../../contract/office.ts'
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Input } from '../../contract/index.ts'
import { type BackupFile, isGood, readBackup } from '../../store/backup.ts'
import { replacedFolder } from '../../store/swap.ts'
import { isBackupName } from '../../domain/backups.ts'
import { type Note, note } from '../audit/note.ts'
import type { Context } from '../context.ts'
import { statusOf } from '../office/use-cases.ts'
import { demandStill, enter, userOf } from '../people/presence.ts'
import { checkPassword, newHash } from '../people/tries.ts'
import { DEFAULT_LOCK_MINUTES } from '../people/use-cases.ts'
import type { BackupDesk } from './desk.ts'
import type { BackupSettings } from './settings.ts'
import { previewRestore, restore, swapIn } from './restore.ts'
import { claimSecondFolder, inTime } from './second-folder.ts'
import { readdir } from 'node:fs/promises'

/** The desk of the register the window looks at. @throws OfficeError `not-in-sample`. */
export function deskOf({ backups }: Context): BackupDesk {
  if (backups === null) throw new OfficeError('not-in-sample')
  return backups
}

/** How the backups stand. */
export function backupState({ backups }: Context): BackupState | null {
  return backups?.state() ?? null
}

/** Everything about them. */
export async function backupOverview(context: Context): Promise<BackupOverview> {
  const desk = deskOf(context)
  const { secondFolder, seal } = desk.settings
  await desk.refreshSecond()
  const register = desk.registerId()
  const first = desk.list().map((backup) => entryOf(backup, 'first', register))
  const second = desk.state().second?.reachable === true ? await listSecond(secondFolder ?? '') : []
  const replaced = replacedFolder(desk.parts.dataDir)
  return {
    state: desk.state(),
    folder: desk.folder,
    secondFolder,
    sealed: seal !== null,
    backups: [...first, ...second.map((backup) => entryOf(backup, 'second', register))].sort(newestFirst),
    replaced: { folder: replaced, count: countRegisters(replaced) },
  }
}

const newestFirst = (a: BackupEntry, b: BackupEntry): number =>
  a.name === b.name ? (a.place < b.place ? -1 : 1) : a.name < b.name ? 1 : -1

async function listSecond(folder: string): Promise<BackupFile[]> {
  try {
    const names = (await inTime(readdir(folder))).filter(isBackupName)
    const found = await inTime(Promise.all(names.map((name) => readBackup(folder, name))))
    return found.filter((backup) => backup !== null)
  } catch {
    // Away again; the state says so.
    return []
  }
}

function countRegisters(folder: string): number {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.db')).length
  } catch {
    return 0
  }
}

function entryOf(backup: BackupFile, place: 'first' | 'second', register: string): BackupEntry {
  const { name, bytes, manifest } = backup
  return {
    place,
    name,
    bytes,
    sealed: name.endsWith('.sealed'),
    standing: standingOf(backup, register),
    madeAt: manifest?.madeAt ?? null,
    reason: manifest?.reason ?? null,
    dossiers: manifest?.dossiers ?? null,
    events: manifest?.events ?? null,
  }
}

function standingOf(backup: BackupFile, register: string): BackupEntry['standing'] {
  if (backup.manifest === null) return 'not-described'
  if (backup.manifest.bytes !== backup.bytes) return 'other-size'
  return isGood(backup, register) || backup.manifest.register === '' ? 'good' : 'other-register'
}

/** Makes one now. */
export async function makeBackupNow(context: Context): Promise<BackupState> {
  const desk = deskOf(context)
  await desk.make('by-hand', { authorId: userOf(context) })
  return desk.state()
}

/** Chooses the second folder. */
export async function setSecondFolder(
  context: Context,
  { folder }: Input<'backups', 'setSecondFolder'>,
): Promise<BackupOverview> {
  const desk = deskOf(context)
  const before = desk.settings.secondFolder
  if (folder !== null) await claimSecondFolder(folder, desk.parts.dataDir)
  const what = 'second-backup-folder'
  await keepWrittenDown(context, desk, {
    change: { secondFolder: folder },
    detail: { what, before, after: folder },
    back: { what, before: folder, after: before },
  })
  desk.forgetFailures('second')
  await desk.catchUp()
  return backupOverview(context)
}

/** Puts new backups under a password, or no longer. */
export async function setBackupPassword(
  context: Context,
  { password }: Input<'backups', 'setPassword'>,
): Promise<BackupOverview> {
  const desk = deskOf(context)
  const seal =
    password === null
      ? null
      : await desk.inTurn(() => desk.withWorker((worker) => worker.run('sealKeyInWorker', { password })))
  const what = 'backup-password'
  await keepWrittenDown(context, desk, {
    change: { seal },
    detail: { what, set: seal !== null },
    back: { what, set: desk.settings.seal !== null },
  })
  return backupOverview(context)
}

/** Writes a choice down, and keeps it then: nothing changes without a word. What cannot be kept is told to be as before. */
async function keepWrittenDown(
  context: Context,
  desk: BackupDesk,
  choice: { change: Partial<BackupSettings>; detail: Note['detail']; back: Note['detail'] },
): Promise<void> {
  const { store } = context.office
  const { change, detail = {}, back = {} } = choice
  await store.write((db) => {
    demandStill(context, db)
    note(db, context, 'settings-changed', { detail })
  })
  try {
    desk.keep({ ...desk.settings, ...change })
  } catch (error) {
    await store.write((db) => note(db, context, 'settings-changed', { detail: back }))
    throw error
  }
}

/** Reads a backup and says what restoring it would lose. */
export function previewBackup(
  context: Context,
  { source, password }: Input<'backups', 'preview'>,
): Promise<RestorePreview> {
  return previewRestore(deskOf(context), source, password)
}

/** Puts the backup of the last preview in the register's place. */
export async function restoreBackup(
  context: Context,
  { previewId }: Input<'backups', 'restore'>,
): Promise<null> {
  await restore(deskOf(context), previewId, context.caller?.name ?? '')
  return null
}

/** Everything as open files, in one zip; written down before it leaves. */
export async function exportEverything(context: Context): Promise<OfficeFile> {
  const desk = deskOf(context)
  const { office } = context
  const { bytes, name, counts, sha256 } = await desk.inTurn(() =>
    desk.withWorker((worker) =>
      worker.run('exportEverythingInWorker', {
        madeAt: office.now(),
        program: context.version,
        officeName: office.rules.particulars?.name ?? '',
      }),
    ),
  )
  const detail = { what: 'everything', file: name, rows: counts['dossier'] ?? 0, sha256 }
  await office.store.write((db) => note(db, context, 'exported', { detail }))
  return { name, mediaType: 'application/zip', content: Buffer.from(bytes).toString('base64') }
}

/** First start from such a zip. */
export async function importEverything(
  context: Context,
  { content, userName, account }: Input<'backups', 'importAll'>,
): Promise<OfficeStatus> {
  const desk = deskOf(context)
  refuseSetUp(context)
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > MAX_EXPORT_BYTES) throw new OfficeError('file-too-large', { limit: MAX_EXPORT_BYTES })
  if (account !== null) checkPassword(account.password, account.login, 'account.password')
  const taker = {
    userName,
    account: account === null ? null : { ...account, password: await newHash(account.password) },
    lockAfterMinutes: DEFAULT_LOCK_MINUTES,
  }
  const { dataDir } = desk.parts
  const staffId = await desk.inTurn(async () => {
    // Two windows may have begun at once.
    refuseSetUp(context)
    const taken = await desk.withWorker((worker) =>
      worker.run('takeInWorker', { bytes, dataDir, now: context.office.now(), taker }),
    )
    const { exported, facts } = taken
    await swapIn(desk, {
      file: 'export',
      relation: 'export',
      toLinks: facts.links,
      exportedLinks: exported.links,
    })
    return taken.staffId
  })
  const office = await context.look('register')
  if (account !== null) enter({ ...context, office }, staffId)
  return statusOf({ ...context, office })
}

function refuseSetUp(context: Context): void {
  if (context.backups?.parts.store() !== null) throw new OfficeError('office-already-set-up')
}
