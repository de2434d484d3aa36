import { join } from 'node:path'
import { warmForms } from '../documents/forms/warm.ts'
import type { Core } from '../office/core.ts'
import { openCore } from '../office/open-core.ts'
import type { StartOptions } from './arguments.ts'
import type { HostLock } from './host-lock.ts'
import type { Log } from './log.ts'
import { officeClock } from './today-clock.ts'

/** Where the program's own files are; differs between the sources and the bundle. */
export interface ProgramFiles {
  resourcesDir: string
  workerUrl: URL
  version: string
}

/** The first windows have opened by then; once a day after that. */
const FULL_CHECK = { afterMs: 30_000, everyMs: 24 * 3_600_000 }

/** The first window has been drawn by then; the first receipt is not asked for before. */
const WARM_AFTER_MS = 3_000

/** Opens the office a host was started for; with `--sample`, the sample in it. */
export async function openOffice(
  { dataDir, today, sample }: StartOptions,
  program: ProgramFiles,
  log: Log,
  lock?: Pick<HostLock, 'take'>,
): Promise<Core> {
  const now = officeClock(today, () => new Date().toISOString())
  const core = await openCore({
    ...program,
    dataDir,
    now,
    log,
    fullCheck: FULL_CHECK,
    automaticBackups: true,
    ...(lock === undefined ? {} : { claim: () => lock.take() }),
  })
  if (sample) await openSample(core, log)
  const warm = (): void =>
    void warmForms().catch((error: unknown) => log('forms could not be made ready', error))
  setTimeout(warm, WARM_AFTER_MS).unref()
  return core
}

/** The log of a data folder. */
export const logPath = (dataDir: string): string => join(dataDir, 'so-mot-cua.log')

/** Opens the sample. When that fails the office opens without it; the window then offers it again. */
async function openSample(core: Pick<Core, 'call' | 'openSession'>, log: Log): Promise<void> {
  const session = core.openSession()
  const status = await core.call(session, ['office', 'status'], undefined)
  if (status.ok && (isSample(status.value) || isHurt(status.value))) return
  const opened = await core.call(session, ['office', 'openSample'], undefined)
  if (!opened.ok) log('the sample could not be opened', opened.error)
}

function isHurt(status: unknown): boolean {
  return typeof status === 'object' && status !== null && 'trouble' in status && status.trouble !== null
}

function isSample(status: unknown): boolean {
  return typeof status === 'object' && status !== null && 'sample' in status && status.sample === true
}
