/**
 * Watching over an open register: the full check some time after opening, once a day, and when a read met damage.
 */
import type { RegisterHealth } from '../../contract/rescue.ts'
import { MENDED_BY_REBUILD, type Verdict } from '../../domain/audit-findings.ts'
import { addAudit } from '../../store/audit.ts'
import { rebuild } from '../../store/events.ts'
import { readMark } from '../../store/mark.ts'
import { OpenError } from '../../store/open-error.ts'
import type { Office } from '../context.ts'
import type { CoreOptions } from '../core.ts'
import { WorkerHost } from '../worker-host.ts'
import type { RegisterDoor } from './register-door.ts'

const healths = new WeakMap<Office, RegisterHealth>()

/** What the last full check of an open office found; `null` when nothing, or when there was none yet. */
export function healthOf(office: Office): RegisterHealth | null {
  return healths.get(office) ?? null
}

/** Says in every window that so many things are not what the chain vouches for. */
export function tellOfDifferences(office: Office, found: number): void {
  healths.set(office, { kind: 'history-differs', found, at: office.now() })
  office.notify({ topic: 'office' })
}

/** Runs full checks in a worker of their own, so that no list and no report waits for them. */
export class RegisterWatch {
  readonly #door: RegisterDoor
  readonly #options: Pick<CoreOptions, 'workerUrl' | 'log' | 'fullCheck'>
  #timers: NodeJS.Timeout[] = []
  #running: { worker: WorkerHost; done: Promise<void> } | null = null

  constructor(door: RegisterDoor, options: Pick<CoreOptions, 'workerUrl' | 'log' | 'fullCheck'>) {
    this.#door = door
    this.#options = options
  }

  /** Plans the checks of a register that was just opened. */
  start(): void {
    this.#clear()
    const { fullCheck } = this.#options
    if (fullCheck === undefined) return
    this.#timers = [
      setTimeout(() => void this.check(), fullCheck.afterMs),
      setInterval(() => void this.check(), fullCheck.everyMs),
    ]
    for (const timer of this.#timers) timer.unref()
  }

  /** Checks now; when a check is under way, waits for that one. */
  check(): Promise<void> {
    const office = this.#door.office
    if (office === null) return Promise.resolve()
    if (this.#running === null) {
      const worker = new WorkerHost(this.#options.workerUrl, this.#door.file)
      const done = this.#check(office, worker).finally(() => (this.#running = null))
      this.#running = { worker, done }
    }
    return this.#running.done
  }

  /** Ends the check under way and plans no more. */
  async stop(): Promise<void> {
    this.#clear()
    const running = this.#running
    await running?.worker.close()
    await running?.done
  }

  #clear(): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer)
  }

  async #check(office: Office, worker: WorkerHost): Promise<void> {
    const { file } = this.#door
    const mark = readMark(file)
    const anchors = mark === null ? [] : [{ n: mark.links, hash: mark.hash }]
    try {
      const { pages, verdict } = await worker.run('checkRegister', { file, anchors })
      if (this.#door.office !== office) return
      if (verdict === null) await this.#door.hurt(new OpenError('check-failed', { found: pages }))
      else await judge(office, verdict)
    } catch (error) {
      // Called off by closing, or the disk would not: the next check will tell.
      if (this.#door.office === office) this.#options.log('the full check did not come to its end', error)
    } finally {
      await worker.close()
    }
  }
}

/** Rows that do not follow from the history are made again; what the history itself does not vouch for is told. */
async function judge(office: Office, verdict: Verdict): Promise<void> {
  const { findings, found } = verdict
  if (found === 0) {
    if (healths.delete(office)) office.notify({ topic: 'office' })
    return
  }
  const at = office.now()
  const rows = findings.filter(({ kind }) => MENDED_BY_REBUILD.includes(kind))
  const codes = [...new Set(rows.flatMap(({ code, dossierId }) => code ?? String(dossierId ?? '')))]
  if (rows.length > 0) {
    await office.store.writeInSteps(function* (db) {
      yield* rebuild(db)
      const kinds = [...new Set(rows.map(({ kind }) => kind))]
      const detail = { found: rows.length, kinds, dossiers: codes.slice(0, 50) }
      addAudit(db, { at, authorId: null, kind: 'rows-rebuilt', detail })
    })
    office.notify({ topic: 'dossiers' })
  }
  const others = found - rows.length
  if (others > 0) {
    await noteDifferences(office, verdict, others)
    tellOfDifferences(office, others)
    return
  }
  healths.set(office, { kind: 'rows-rebuilt', found: codes.length, at })
  office.notify({ topic: 'office' })
}

/** Whoever puts back what they changed finds it written down all the same; once, not at every check. */
async function noteDifferences(office: Office, { firstBroken }: Verdict, found: number): Promise<void> {
  const known = healthOf(office)
  if (known?.kind === 'history-differs' && known.found === found) return
  const detail = { found, ...(firstBroken === null ? {} : { firstBroken }) }
  await office.store.write((db) =>
    addAudit(db, { at: office.now(), authorId: null, kind: 'changed-outside', detail }),
  )
}
