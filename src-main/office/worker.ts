/**
 * The worker's entry: runs tasks one after another on its own read-only connection.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { OfficeError } from '../contract/errors.ts'
import { type ReadDb, openReader } from '../store/database.ts'
import type { HostMessage, Task, TaskFailure, WorkerData, WorkerMessage } from './worker-protocol.ts'
import { tasks } from './worker-tasks.ts'

const PROGRESS_EVERY_MS = 80

if (!parentPort) throw new Error('worker.ts is started as a worker')
const port = parentPort
const { file, cacheKib } = workerData as WorkerData
const { db, close } = openReader(file, cacheKib)
const cancelled = new Set<number>()
let last: Promise<void> = Promise.resolve()
let closing = false

port.on('message', (message: HostMessage) => {
  if (message.type === 'cancel') cancelled.add(message.id)
  else if (message.type === 'close') {
    closing = true
    last = last.then(() => {
      close()
      port.close()
    })
  } else last = last.then(() => run(message.id, tasks[message.name] as Task<unknown, unknown>, message.input))
})

async function run(id: number, task: Task<unknown, unknown>, input: unknown): Promise<void> {
  const send = (message: WorkerMessage): void => port.postMessage(message)
  try {
    const context = { db: db satisfies ReadDb, progress: throttled(id, send), breathe: () => breathe(id) }
    await context.breathe()
    send({ type: 'done', id, value: await task(context, input) })
  } catch (error) {
    send({ type: 'failed', id, error: failureOf(error) })
  } finally {
    cancelled.delete(id)
  }
}

function failureOf(error: unknown): TaskFailure {
  if (error instanceof OfficeError) return { expected: error.data }
  if (!(error instanceof Error)) return { bug: String(error), code: null }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return { bug: error.stack ?? error.message, code }
}

function throttled(
  id: number,
  send: (message: WorkerMessage) => void,
): (done: number, total: number) => void {
  let lastSent = 0
  return (done, total) => {
    const now = performance.now()
    if (done < total && now - lastSent < PROGRESS_EVERY_MS) return
    lastSent = now
    send({ type: 'progress', id, done, total })
  }
}

async function breathe(id: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  if (closing || cancelled.has(id)) throw new OfficeError('cancelled')
}
