/**
 * The worker seen from the main thread: heavy reading (files, reports, exports) runs beside it on its own
 * read-only connection, so that no window waits for it.
 */
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { OfficeError } from '../contract/errors.ts'
import type {
  HostMessage,
  TaskFailure,
  TaskInput,
  TaskName,
  TaskOutput,
  WorkerData,
  WorkerMessage,
} from './worker-protocol.ts'

interface Pending {
  resolve: (value: unknown) => void
  reject: (error: Error) => void
  onProgress: (done: number, total: number) => void
}

/** How much memory a worker may take, and how much of the file it keeps there, in KiB. */
export type WorkerLimits = ResourceLimits & Pick<WorkerData, 'cacheKib'>

/** Starts the worker at the first task and keeps it. */
export class WorkerHost {
  readonly #url: URL
  readonly #file: string
  readonly #limits: WorkerLimits
  #worker: Worker | null = null
  #closed = false
  readonly #beside = new Set<WorkerHost>()
  #lastId = 0
  readonly #pending = new Map<number, Pending>()

  /**
   * @param file the database the worker reads.
   * @param limits of its memory.
   */
  constructor(url: URL, file: string, limits: WorkerLimits = {}) {
    this.#url = url
    this.#file = file
    this.#limits = limits
  }

  /**
   * Runs a task in the worker.
   * @param signal aborting it rejects with OfficeError `cancelled`.
   * @throws OfficeError for an expected refusal, Error for a bug.
   */
  run<Name extends TaskName>(
    name: Name,
    input: TaskInput<Name>,
    options: { onProgress?: (done: number, total: number) => void; signal?: AbortSignal } = {},
  ): Promise<TaskOutput<Name>> {
    if (this.#closed) return Promise.reject(new OfficeError('cancelled'))
    const worker = (this.#worker ??= this.#start())
    const id = ++this.#lastId
    // A task under way keeps the program alive; an idle worker does not.
    worker.ref()
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {
        // The worker answers a task with that task's output.
        resolve: (value) => resolve(value as TaskOutput<Name>),
        reject,
        onProgress: options.onProgress ?? (() => undefined),
      })
      options.signal?.addEventListener('abort', () => worker.postMessage({ type: 'cancel', id }))
      worker.postMessage({ type: 'run', id, name, input })
      if (options.signal?.aborted) worker.postMessage({ type: 'cancel', id })
    })
  }

  /** A second worker on the same file, for long work that lists must not wait for. Closed with this one. */
  beside(limits: WorkerLimits = {}): WorkerHost {
    const worker = new WorkerHost(this.#url, this.#file, limits)
    this.#beside.add(worker)
    return worker
  }

  /** Ends the worker; tasks under way are rejected, and so is every later one. */
  async close(): Promise<void> {
    this.#closed = true
    for (const worker of this.#beside) await worker.close()
    this.#beside.clear()
    if (this.#worker) await end(this.#worker)
  }

  #start(): Worker {
    const { cacheKib, ...resourceLimits } = this.#limits
    const workerData: WorkerData = { file: this.#file, cacheKib }
    const worker = new Worker(this.#url, { workerData, resourceLimits })
    worker.on('message', (message: WorkerMessage) => this.#receive(message))
    worker.on('error', (error: Error) => this.#fail(error))
    worker.on('exit', () => {
      this.#worker = null
      this.#fail(new OfficeError('cancelled'))
    })
    worker.unref()
    return worker
  }

  #receive(message: WorkerMessage): void {
    const pending = this.#pending.get(message.id)
    if (!pending) return
    if (message.type === 'progress') {
      pending.onProgress(message.done, message.total)
      return
    }
    this.#pending.delete(message.id)
    if (this.#pending.size === 0 && !this.#closed) this.#worker?.unref()
    if (message.type === 'done') pending.resolve(message.value)
    else pending.reject(revive(message.error))
  }

  #fail(error: Error): void {
    for (const pending of this.#pending.values()) pending.reject(error)
    this.#pending.clear()
  }
}

function revive(error: TaskFailure): Error {
  if ('expected' in error) {
    return new OfficeError(error.expected.code, error.expected.params, error.expected.fields)
  }
  const bug = new Error(error.bug)
  return error.code === null ? bug : Object.assign(bug, { code: error.code })
}

/** How long a worker may take to stop by itself. */
const ENDING_MS = 1000

/** Has a worker close its database and end; a worker stopped from outside amid a query may take the program with it. */
async function end(worker: Worker): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.postMessage({ type: 'close' } satisfies HostMessage)
  const timer = setTimeout(() => void worker.terminate(), ENDING_MS)
  await ended
  clearTimeout(timer)
}
