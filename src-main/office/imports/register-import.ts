/**
 * One import from its file to its transaction, seen from the main thread. The file itself is in the worker.
 */
import { randomUUID } from 'node:crypto'
import type { ChangeNotice } from '../../contract/changes.ts'
import { OfficeError } from '../../contract/errors.ts'
import { type ImportReport, NEEDED_FIELDS } from '../../contract/imports.ts'
import type { Input, Output } from '../../contract/index.ts'
import { addAudit } from '../../store/audit.ts'
import { CancelledError, type WriteDb } from '../../store/database.ts'
import { idByCode } from '../../store/dossiers.ts'
import { addDossier } from '../../store/events.ts'
import { addImport } from '../../store/import-batches.ts'
import { ensureStaff } from '../../store/reference.ts'
import type { Office } from '../context.ts'
import { type PlannedDossier, toHistory } from './history.ts'

/** Dossiers fetched from the worker at a time: few enough that taking them over is not felt. */
const FETCH = 500
/** Dossiers written between two looks at the event loop. */
const STEP = 100

type ProgressNotice = Extract<ChangeNotice, { topic: 'progress' }>
/** Told how far a long operation is; `total` 0 means that nobody knows yet. */
export type OnProgress = (
  operation: Exclude<ProgressNotice['operation'], 'calendar-apply' | 'verify' | 'figures-export'>,
  done: number,
  total: number,
) => void

/** What a check needs besides the file. */
export type CheckChoice = Omit<Input<'imports', 'check'>, 'importId'>

/** An import under way. */
export class RegisterImport {
  readonly id = randomUUID()
  readonly fileName: string
  readonly #office: Office
  readonly #onProgress: OnProgress
  #running: AbortController | null = null
  #kept = 0
  #checked: (ImportReport & { sha256: string }) | null = null

  constructor(office: Office, fileName: string, onProgress: OnProgress) {
    this.#office = office
    this.fileName = fileName
    this.#onProgress = onProgress
  }

  /** Whether a reading, check or commit is under way. */
  get running(): boolean {
    return this.#running !== null
  }

  /** How many rows the last check kept out. */
  get kept(): number {
    return this.#kept
  }

  /** Reads the file. @throws OfficeError when it is no xlsx. */
  open(bytes: Uint8Array): Promise<Omit<Output<'imports', 'open'>, 'importId'>> {
    return this.#run((signal) =>
      this.#office.worker.run(
        'openRegister',
        { importId: this.id, bytes },
        { signal, onProgress: (done, total) => this.#onProgress('import-read', done, total) },
      ),
    )
  }

  /** A sheet with its header in another row. */
  sheet(sheet: string, headerRow: number): Promise<Output<'imports', 'sheet'>> {
    return this.#office.worker.run('sheetOfRegister', { importId: this.id, sheet, headerRow })
  }

  /** Checks every row; changes nothing. @throws OfficeError `mapping-incomplete`. */
  async check(choice: CheckChoice): Promise<ImportReport> {
    const missing = NEEDED_FIELDS.filter((field) => choice.mapping[field] === undefined)
    if (missing.length > 0) {
      const fields = missing.map((field) => ({ field: `mapping.${field}`, code: 'required', params: {} }))
      throw new OfficeError('mapping-incomplete', { missing: missing.join(', ') }, fields)
    }
    const { sha256, ...report } = await this.#run((signal) => {
      // Only now: a check refused because a commit is running takes nothing from it.
      this.#checked = null
      return this.#office.worker.run(
        'checkRegisterFile',
        { importId: this.id, ...choice, today: this.#office.today(), clock: this.#office.rules.clock },
        { signal, onProgress: (done, total) => this.#onProgress('import-check', done, total) },
      )
    })
    this.#checked = { ...report, sha256 }
    this.#kept = report.kept
    return report
  }

  /** One page of the problems found. */
  problems(wanted: Omit<Input<'imports', 'problems'>, 'importId'>): Promise<Output<'imports', 'problems'>> {
    return this.#office.worker.run('problemsOfRegister', { importId: this.id, ...wanted })
  }

  /** The rows kept out, as an xlsx. */
  failedRows(language: 'vi' | 'en'): Promise<Uint8Array> {
    return this.#office.worker.run('failedRowsOfRegister', { importId: this.id, language })
  }

  /**
   * Brings the good rows in, all in one transaction, as the history of the day they happened.
   * @param before done first, while the import counts as running already.
   * @throws OfficeError `import-expired` when nothing has been checked since the last commit.
   */
  async commit(
    authorId: number,
    before: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Output<'imports', 'commit'>> {
    const checked = this.#checked
    if (!checked) throw new OfficeError('import-expired')
    const done = await this.#run(async (signal) => {
      await before()
      if (signal.aborted) throw new CancelledError()
      const planned = await this.#fetch(checked.ready, signal)
      return this.#office.store.writeInSteps(
        (db) => this.#write(db, planned, { authorId, sha256: checked.sha256, kept: checked.kept }),
        () => signal.aborted,
      )
    })
    this.#checked = null
    this.#office.notify({ topic: 'dossiers' })
    // Holders new to the office are on its staff now.
    this.#office.notify({ topic: 'office' })
    return done
  }

  /** Stops what is running. Nothing of a stopped commit stays. */
  cancel(): void {
    this.#running?.abort()
  }

  /** Stops what is running and forgets the file. */
  close(): void {
    this.cancel()
    // When the worker is gone, so is the file.
    void this.#office.worker.run('closeRegister', { importId: this.id }).catch(() => undefined)
  }

  async #run<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    if (this.#running) throw new OfficeError('busy')
    const running = (this.#running = new AbortController())
    try {
      return await work(running.signal)
    } catch (error) {
      throw error instanceof CancelledError ? new OfficeError('cancelled') : error
    } finally {
      this.#running = null
    }
  }

  async #fetch(ready: number, signal: AbortSignal): Promise<PlannedDossier[]> {
    const planned: PlannedDossier[] = []
    for (let from = 0; from < ready; from += FETCH) {
      const task = { importId: this.id, from, count: FETCH }
      for (const dossier of await this.#office.worker.run('plannedOfRegister', task, { signal }))
        planned.push(dossier)
      this.#onProgress('import-commit', 0, ready)
    }
    return planned
  }

  *#write(
    db: WriteDb,
    planned: readonly PlannedDossier[],
    { authorId, sha256, kept }: { authorId: number; sha256: string; kept: number },
  ): Generator<void, Output<'imports', 'commit'>> {
    // The register may have grown since the check.
    const fresh: PlannedDossier[] = []
    for (const [index, dossier] of planned.entries()) {
      if (index % FETCH === 0) yield
      if (idByCode(db, dossier.code) === undefined) fresh.push(dossier)
    }
    const outcome = { imported: fresh.length, kept: kept + planned.length - fresh.length }
    if (fresh.length === 0) return outcome
    const enteredAt = this.#office.now()
    const importId = addImport(db, {
      fileName: this.fileName,
      sha256,
      importedAt: enteredAt,
      authorId,
      ...outcome,
    })
    const holderKey = rememberStaff(db)
    for (const [index, { events }] of fresh.entries()) {
      if (index % STEP === 0) {
        this.#onProgress('import-commit', index, fresh.length)
        yield
      }
      addDossier(db, toHistory(events, { enteredAt, authorId, holderKey }), importId)
    }
    const detail = { importId, file: this.fileName, sha256, ...outcome }
    addAudit(db, { at: enteredAt, authorId, kind: 'register-imported', detail }, ['import_batch', 'staff'])
    this.#onProgress('import-commit', fresh.length, fresh.length)
    return outcome
  }
}

/** The keys of people by name; who is not on the staff yet is written down. */
function rememberStaff(db: WriteDb): (name: string) => number {
  const keys = new Map<string, number>()
  return (name) => {
    const known = keys.get(name)
    if (known !== undefined) return known
    const { id } = ensureStaff(db, name)
    keys.set(name, id)
    return id
  }
}
