/**
 * The worker of closings: counting a year and unpacking what was closed takes a while, and no list waits for it.
 */
import type { Office } from '../context.ts'
import type { WorkerHost } from '../worker-host.ts'

/** Started at the first task, and kept: it knows what it has compared. Ends with the office's own. */
const workers = new WeakMap<Office, WorkerHost>()

/** Most of what is counted is thrown away at once: a small nursery keeps it from heaping up. */
const LIMITS = { maxYoungGenerationSizeMb: 8 }

/** The worker beside that of the lists. */
export function closingWorker(office: Office): WorkerHost {
  let worker = workers.get(office)
  if (worker === undefined) workers.set(office, (worker = office.worker.beside(LIMITS)))
  return worker
}
