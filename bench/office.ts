/**
 * Offices for the bench: opened as a host opens them, in process.
 */
import { join } from 'node:path'
import { type CivilDate, instantOf } from '../src-main/domain/civil-date.ts'
import type { Core, CoreOptions, Session } from '../src-main/office/core.ts'
import { openCore } from '../src-main/office/open-core.ts'

/** The bundled data every office starts with. */
export const RESOURCES = join(import.meta.dirname, '..', 'resources')

/** An operation that must succeed. @throws Error with the office's code when it refuses. */
export async function callOf(
  core: Core,
  session: Session,
  feature: string,
  operation: string,
  input: unknown,
): Promise<unknown> {
  const reply = await core.call(session, [feature, operation], input)
  if (reply.ok) return reply.value
  throw new Error(`${feature}.${operation}: ${reply.error.code} ${JSON.stringify(reply.error)}`)
}

/** Opens an office in a folder, its clock standing at the end of a working day. */
export function openOfficeIn(dataDir: string, today: CivilDate): Promise<Core> {
  const options: CoreOptions = {
    dataDir,
    resourcesDir: RESOURCES,
    now: () => instantOf(today, '16:30'),
    workerUrl: new URL('../src-main/office/worker.ts', import.meta.url),
    log: (message, error) => console.error(message, error),
    version: 'bench',
  }
  return openCore(options)
}
