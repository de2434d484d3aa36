/**
 * Restoring: a backup is read and held against the present register, then, on somebody's word, put in its place.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, isAbsolute, join } from 'node:path'
import type { BackupSource, RestorePreview } from '../../contract/backups.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import { backupStamp, isBackupName } from '../../domain/backups.ts'
import { anchorsIn } from '../../store/anchors.ts'
import { workedSince } from '../../store/backup-compare.ts'
import { readManifest } from '../../store/backup.ts'
import { linkOf, tailOf } from '../../store/chain.ts'
import { type ReadDb, openReader } from '../../store/database.ts'
import { namesGivenUp } from '../../store/given-up.ts'
import { dropStaged } from '../../store/staging.ts'
import { type Swap, beginSwap, replacedFolder, stagedFile, undoSwap } from '../../store/swap.ts'
import type { BackupDesk } from './desk.ts'
import { registerIn } from './tasks.ts'

/** What was read and may be restored. One at a time: the next takes its place. */
interface Candidate {
  previewId: string
  /** Where the present register's chain ended when it was held against. */
  end: { links: number; tail: string }
  note: Swap['note']
}

const candidates = new WeakMap<BackupDesk, Candidate>()

/** Reads a backup and says what restoring it would lose. */
export function previewRestore(
  desk: BackupDesk,
  source: BackupSource,
  password: string | null,
): Promise<RestorePreview> {
  const backup = findBackup(desk, source)
  return desk.inTurn(async () => {
    candidates.delete(desk)
    const { dataDir } = desk.parts
    const unsealing = { password, key: desk.settings.seal }
    const { facts, relation, loss, accounts, access, present, end } = await desk.withWorker((worker) =>
      worker.run('stageBackupInWorker', { backup, dataDir, unsealing }),
    )
    const previewId = randomUUID()
    const preview: RestorePreview = {
      previewId,
      name: basename(backup),
      madeAt: readManifest(backup)?.madeAt ?? null,
      dossiers: facts.dossiers,
      events: facts.events,
      present,
      relation,
      loss,
      accounts,
      access,
    }
    const note = {
      file: preview.name,
      madeAt: preview.madeAt,
      relation,
      toLinks: facts.links,
      toTail: facts.tail,
    }
    candidates.set(desk, { previewId, end, note })
    return preview
  })
}

/**
 * The file meant.
 * @throws OfficeError `backup-not-found`, or `invalid-input` at `source.path`.
 */
function findBackup(desk: BackupDesk, source: BackupSource): string {
  if (source.place === 'file') return checkPath(source.path, desk.parts.dataDir)
  const folder = source.place === 'first' ? desk.folder : desk.settings.secondFolder
  // A name with a way in it is no name of a backup.
  if (folder === null || !isBackupName(source.name)) throw new OfficeError('backup-not-found')
  return join(folder, source.name)
}

function checkPath(path: string, dataDir: string): string {
  if (!isAbsolute(path) || path.includes('\0')) throw fieldError('source.path', 'not-absolute')
  if (!isFile(path)) throw new OfficeError('backup-not-found')
  const own = registerIn(dataDir)
  if (existsSync(own) && realpathSync(path) === realpathSync(own)) {
    throw fieldError('source.path', 'is-the-register')
  }
  return path
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/**
 * Puts what was previewed in the register's place.
 * @param by the name of whoever restores, for the audit of the register that comes.
 * @throws OfficeError `restore-outdated`, `restore-failed`.
 */
export async function restore(desk: BackupDesk, previewId: string, by: string): Promise<void> {
  const candidate = takeCandidate(desk, previewId)
  // The last state of what is about to be replaced; when it cannot be had, the replaced file itself is kept.
  await desk.makeQuietly('restore')
  await desk.inTurn(async () => {
    refuseOutdated(desk, candidate)
    await swapIn(desk, { ...candidate.note, by })
  })
}

function takeCandidate(desk: BackupDesk, previewId: string): Candidate {
  const candidate = candidates.get(desk)
  if (candidate?.previewId !== previewId || !existsSync(stagedFile(desk.parts.dataDir))) {
    throw new OfficeError('restore-outdated')
  }
  refuseOutdated(desk, candidate)
  candidates.delete(desk)
  return candidate
}

/** What would be lost is no longer what was shown. Backups of meanwhile are nothing to lose. */
function refuseOutdated(desk: BackupDesk, { end }: Candidate): void {
  const read = desk.parts.store()?.read
  const isSame = read !== undefined && linkOf(read, end.links)?.hash.toString('hex') === end.tail
  if (isSame && !workedSince(read, end.links)) return
  candidates.delete(desk)
  throw new OfficeError('restore-outdated')
}

/** Puts the staged register in the present one's place; takes it back when it cannot be opened there. */
export async function swapIn(desk: BackupDesk, note: Swap['note']): Promise<void> {
  const { dataDir, replace, store, now, log, notify } = desk.parts
  const read = store()?.read
  const from = read === undefined ? null : tailOf(read)
  const swap: Swap = {
    id: randomUUID(),
    replaced: replacedName(dataDir, backupStamp(now())),
    note: { ...note, fromLinks: from?.n ?? null, fromTail: from?.hash.toString('hex') ?? null },
  }
  try {
    swap.note['givenUp'] = givenUpOf(desk, read ?? null)
    if (!(await replace(() => beginSwap(dataDir, swap)))) {
      log('the restored register was not opened', undefined)
      await replace(() => undoSwap(dataDir))
      throw new OfficeError('restore-failed')
    }
  } catch (error) {
    dropStaged(dataDir)
    if (error instanceof OfficeError) throw error
    log('a register was not put in place', error)
    throw new OfficeError('restore-failed')
  }
  desk.forgetFailures('first')
  void desk.refreshSecond()
  notify({ topic: 'replaced' })
}

/** What backups beside the register know of it and the register to come does not go on from. */
function givenUpOf(desk: BackupDesk, present: ReadDb | null): string {
  const coming = openReader(stagedFile(desk.parts.dataDir))
  try {
    const register = linkOf(coming.db, 1)?.hash.toString('hex')
    return register === undefined ? '' : namesGivenUp(present, coming.db, anchorsIn(desk.folder, register))
  } finally {
    coming.close()
  }
}

function replacedName(dataDir: string, stamp: string): string {
  for (let nth = 1; ; nth++) {
    const name = `${stamp}_${nth}.db`
    if (!existsSync(join(replacedFolder(dataDir), name))) return name
  }
}
