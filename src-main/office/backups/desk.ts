/**
 * The backups of an open register: when they are made, where they go, how they stand. One thing at a time.
 */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupFailure, BackupState } from '../../contract/backups.ts'
import type { ChangeNotice } from '../../contract/changes.ts'
import { OfficeError } from '../../contract/errors.ts'
import { type BackupReason, isAhead, isBackupName } from '../../domain/backups.ts'
import { type Instant, dateOfInstant } from '../../domain/civil-date.ts'
import { type AuditEntry, addAudit } from '../../store/audit.ts'
import { workedSince } from '../../store/backup-compare.ts'
import {
  type BackupFile,
  backupFolder,
  clearLeftOvers,
  isGood,
  listBackups,
  readBackup,
} from '../../store/backup.ts'
import { linkOf } from '../../store/chain.ts'
import type { Store } from '../../store/database.ts'
import { isOlder } from '../../store/migration-due.ts'
import { clearStaged } from '../../store/swap.ts'
import { WorkerHost } from '../worker-host.ts'
import { failureOf } from './failures.ts'
import { newestOf } from './newest.ts'
import { type BackupSettings, keepBackupSettings, readBackupSettings } from './settings.ts'
import { inTime, secondFolderIsThere } from './second-folder.ts'
import { registerIn } from './tasks.ts'

/** What the desk works with. */
export interface DeskParts {
  dataDir: string
  /** Whether backups are made without being asked for. */
  automatic: boolean
  workerUrl: URL
  version: string
  now: () => Instant
  log: (message: string, error?: unknown) => void
  notify: (notice: ChangeNotice) => void
  /** The open register; `null` while there is none, or it has not been set up. */
  store: () => Store | null
  /** Closes the register, does the work, and opens what is there then. False when that cannot be opened. */
  replace: (work: () => void) => Promise<boolean>
}

/** How often the desk looks whether something is to be done. */
const LOOK_EVERY_MS = 60_000
/** Not at once: opening has enough to do. */
const FIRST_LOOK_MS = 3000
/** After a failure the next try by itself comes no sooner. */
const RETRY_AFTER_MS = 30 * 60_000
/** A second folder that takes longer than this is given up; less at closing, when somebody waits. */
const COPY_MS = { usual: 15 * 60_000, closing: 60_000 }

type Failure = BackupState['failures'][number]

/** Who wants a backup. */
export interface By {
  /** `null`: the program by itself. */
  authorId: number | null
}

const BY_ITSELF: By = { authorId: null }

/** The backups of a register. */
export class BackupDesk {
  readonly parts: DeskParts
  readonly folder: string
  #settings: BackupSettings
  #queue: Promise<unknown> = Promise.resolve()
  #running = 0
  #failures: Failure[] = []
  #triedAt: { first: number; second: number } = { first: -Infinity, second: -Infinity }
  #second: { newest: BackupFile | null; reachable: boolean } = { newest: null, reachable: false }
  #timer: NodeJS.Timeout | null = null
  readonly #notes: AuditEntry[] = []

  constructor(parts: DeskParts) {
    this.parts = parts
    this.folder = backupFolder(registerIn(parts.dataDir))
    this.#settings = readBackupSettings(parts.dataDir)
  }

  get settings(): BackupSettings {
    return this.#settings
  }

  /** Keeps new settings. */
  keep(settings: BackupSettings): void {
    keepBackupSettings(this.parts.dataDir, settings)
    this.#settings = settings
  }

  /** Makes backups by itself from now on: once a day, and what the second folder lacks. */
  start(): void {
    if (!this.parts.automatic) return
    this.clear()
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS).unref()
    setTimeout(() => void this.look(), FIRST_LOOK_MS).unref()
  }

  /** Clears away what was being written when the program last ended: one host for a data folder, so nobody writes now. */
  clear(): void {
    try {
      if (existsSync(this.folder)) clearLeftOvers(this.folder, 0)
      clearStaged(this.parts.dataDir)
    } catch (error) {
      this.parts.log('left-overs of backups were not cleared away', error)
    }
  }

  /** Before a register of an earlier version is brought to the present one. */
  async beforeMigration(): Promise<void> {
    if (this.parts.automatic && isOlder(registerIn(this.parts.dataDir))) await this.makeQuietly('migration')
  }

  /** Makes no more by itself. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  /** How the backups stand. */
  state(): BackupState {
    const { secondFolder } = this.#settings
    return {
      lastGood: this.newest()?.manifest?.madeAt ?? null,
      second:
        secondFolder === null
          ? null
          : {
              lastGood: this.#second.newest?.manifest?.madeAt ?? null,
              reachable: this.#second.reachable,
            },
      failures: this.#failures,
      running: this.#running > 0,
    }
  }

  /** The newest good backup of the present register in the data folder. */
  newest(): BackupFile | null {
    return newestOf(this.list(), this.registerId(), this.parts.store()?.read ?? null)
  }

  /** The backups in the data folder, the last name first. */
  list(): BackupFile[] {
    try {
      return existsSync(this.folder) ? listBackups(this.folder) : []
    } catch (error) {
      this.parts.log('the folder of the backups cannot be read', error)
      return []
    }
  }

  /** What the register is told from others by; '' while none is open. */
  registerId(): string {
    const store = this.parts.store()
    return store === null ? '' : (linkOf(store.read, 1)?.hash.toString('hex') ?? '')
  }

  /**
   * Makes a backup, and copies it to the second folder; a copy that fails is told in the state only.
   * @throws OfficeError `backup-failed`.
   */
  make(reason: BackupReason, by: By = BY_ITSELF): Promise<void> {
    return this.inTurn(async () => {
      await this.#makeFirst(reason, by)
      if (this.#settings.secondFolder !== null) {
        await this.#copyNewest(reason === 'closing' ? COPY_MS.closing : COPY_MS.usual)
      }
    })
  }

  /** The same by the program itself: what goes wrong is told in the state, and stops nothing. */
  async makeQuietly(reason: BackupReason): Promise<void> {
    try {
      await this.make(reason)
    } catch {
      // Told in the state, written down and logged where it failed.
    }
  }

  /** Before something large, if the office has backups made by itself. */
  async makeBefore(reason: BackupReason): Promise<void> {
    if (this.parts.automatic) await this.makeQuietly(reason)
  }

  /** At closing: a backup if anything happened since the last one. */
  async close(): Promise<void> {
    this.stop()
    // What is under way may be the very backup that is wanted.
    await this.#queue
    try {
      if (this.parts.automatic && this.#hasNews()) await this.makeQuietly('closing')
    } catch (error) {
      this.parts.log('whether a backup is wanted at closing could not be told', error)
    }
  }

  /** Does what is due by the clock, every minute. A register that cannot be read any more ends neither this nor the program. */
  async look(): Promise<void> {
    try {
      await this.#look()
    } catch (error) {
      this.parts.log('what is due of backups could not be told', error)
    }
  }

  async #look(): Promise<void> {
    await this.#writeNotes()
    await this.refreshSecond()
    if (this.#isDailyDue()) await this.makeQuietly('daily')
    else if (this.#lacksNewest() && this.#mayTry('second')) await this.catchUp()
  }

  /** Copies the newest backup to the second folder, if it is not there yet. What goes wrong is told in the state. */
  async catchUp(): Promise<void> {
    await this.refreshSecond()
    if (this.#lacksNewest()) await this.inTurn(() => this.#copyNewest(COPY_MS.usual))
  }

  /** Looks what the second folder holds. */
  async refreshSecond(): Promise<void> {
    const { secondFolder } = this.#settings
    const before = JSON.stringify(this.#second)
    this.#second = { newest: null, reachable: false }
    if (secondFolder !== null) {
      try {
        await secondFolderIsThere(secondFolder)
        const newest = await inTime(this.#newestIn(secondFolder))
        this.#second = { newest, reachable: true }
      } catch {
        // Away: its age is not known until it is there again.
      }
    }
    if (JSON.stringify(this.#second) !== before) this.#tell()
  }

  /** A worker of its own on the register, for one piece of work. */
  async withWorker<Result>(work: (worker: WorkerHost) => Promise<Result>): Promise<Result> {
    const worker = new WorkerHost(this.parts.workerUrl, registerIn(this.parts.dataDir))
    try {
      return await work(worker)
    } finally {
      // A thread that hangs in a folder of the network does not end; nobody waits for it.
      await inTime(worker.close(), 5000).catch(() => undefined)
    }
  }

  /** One thing after another. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#running++
    this.#tell()
    const done = this.#queue.then(work).finally(() => {
      this.#running--
      this.#tell()
    })
    this.#queue = done.catch(() => undefined)
    return done
  }

  /** Something about another folder or register is true now: nothing of before counts. */
  forgetFailures(place: Failure['place']): void {
    this.#failures = this.#failures.filter((failure) => failure.place !== place)
    this.#triedAt[place] = -Infinity
  }

  async #makeFirst(reason: BackupReason, { authorId }: By): Promise<void> {
    const madeAt = this.parts.now()
    this.#triedAt.first = Date.parse(madeAt)
    try {
      const wish = { madeAt, reason, program: this.parts.version, key: this.#settings.seal }
      const { name, bytes, manifest } = await this.withWorker((worker) =>
        worker.run('makeBackupInWorker', {
          register: registerIn(this.parts.dataDir),
          folder: this.folder,
          wish,
        }),
      )
      this.forgetFailures('first')
      const { links = 0, tail = '', dossiers = 0 } = manifest ?? {}
      await this.#note('backup-made', authorId, {
        file: name,
        place: 'first',
        folder: this.folder,
        reason,
        links,
        tail,
        dossiers,
        bytes,
      })
    } catch (error) {
      await this.#failed('first', reason, authorId, error)
    }
  }

  async #copyNewest(ms: number): Promise<void> {
    const { secondFolder } = this.#settings
    const newest = this.newest()
    if (secondFolder === null || newest === null) return
    const now = this.parts.now()
    this.#triedAt.second = Date.parse(now)
    try {
      await secondFolderIsThere(secondFolder)
      const names = await inTime(readdir(secondFolder))
      if (!names.includes(newest.name)) {
        const backup = join(this.folder, newest.name)
        const register = this.registerId()
        await this.withWorker((worker) =>
          inTime(worker.run('copyBackupInWorker', { backup, folder: secondFolder, register, now }), ms),
        )
        await this.#note('backup-made', null, { file: newest.name, place: 'second', folder: secondFolder })
      }
      this.forgetFailures('second')
    } catch (error) {
      // Told in the state; the first folder has the backup.
      await this.#failed('second', newest.manifest?.reason ?? 'by-hand', null, error).catch(() => undefined)
    }
    await this.refreshSecond()
  }

  async #failed(
    place: Failure['place'],
    reason: BackupReason,
    authorId: number | null,
    error: unknown,
  ): Promise<never> {
    const code: BackupFailure = failureOf(error)
    if (code === 'unknown') this.parts.log('a backup failed', error)
    const isNew = !this.#failures.some((known) => known.place === place && known.code === code)
    this.#failures = [
      ...this.#failures.filter((known) => known.place !== place),
      { place, code, at: this.parts.now() },
    ]
    // Once for each kind of trouble: a full disk is not to fill the audit.
    if (isNew) await this.#note('backup-failed', authorId, { place, reason, code })
    throw new OfficeError('backup-failed', { reason: code })
  }

  /** Writing it down may fail where the backup failed: on a full disk. */
  async #note(
    kind: 'backup-made' | 'backup-failed',
    authorId: number | null,
    detail: Record<string, string | number>,
  ): Promise<void> {
    this.#notes.push({ at: this.parts.now(), authorId, kind, detail })
    await this.#writeNotes()
  }

  async #writeNotes(): Promise<void> {
    const store = this.parts.store()
    // Not open yet: later.
    if (store === null) return
    const notes = this.#notes.splice(0)
    try {
      if (notes.length > 0) await store.write((db) => notes.forEach((entry) => addAudit(db, entry)))
    } catch (error) {
      this.parts.log('a backup could not be written down', error)
    }
  }

  #isDailyDue(): boolean {
    const last = this.newest()?.manifest?.madeAt
    const now = this.parts.now()
    // Made while the clock was ahead, it says nothing of when.
    const isNewDay = last === undefined || isAhead(last, now) || dateOfInstant(last) < dateOfInstant(now)
    return isNewDay && this.#mayTry('first') && this.#hasNews()
  }

  #mayTry(place: Failure['place']): boolean {
    const failed = this.#failures.some((failure) => failure.place === place)
    return !failed || Date.parse(this.parts.now()) - this.#triedAt[place] >= RETRY_AFTER_MS
  }

  #hasNews(): boolean {
    const store = this.parts.store()
    if (store === null) return false
    const last = this.newest()?.manifest
    return last == null || workedSince(store.read, last.links)
  }

  #lacksNewest(): boolean {
    const newest = this.newest()
    return this.#second.reachable && newest !== null && newest.name !== this.#second.newest?.name
  }

  /** The folder may be slow: if the newest of the first lies there, nothing else is read. Others' may lie there too. */
  async #newestIn(folder: string): Promise<BackupFile | null> {
    const register = this.registerId()
    const names = (await readdir(folder)).filter(isBackupName)
    const known = this.newest()?.name
    const same = known !== undefined && names.includes(known) ? await readBackup(folder, known) : null
    if (same !== null && isGood(same, register)) return same
    const all = await Promise.all(names.map((name) => readBackup(folder, name)))
    return newestOf(
      all.filter((backup) => backup !== null),
      register,
      this.parts.store()?.read ?? null,
    )
  }

  #tell(): void {
    this.parts.notify({ topic: 'backups' })
  }
}
