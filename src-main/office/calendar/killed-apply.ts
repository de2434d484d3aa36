/**
 * For the tests: a program that makes a change of the calendar and is killed meanwhile, as by a power cut.
 * Arguments: data folder, moment now, change as JSON, and when: dossiers moved so far, or `answered`.
 */
import { argv, kill, pid } from 'node:process'
import { join } from 'node:path'
import { ruleChangeSchema } from '../../contract/calendar.ts'
import { openCore } from '../open-core.ts'

const [, , dataDir = '', now = '', json = '', when = ''] = argv
const die = (): void => {
  kill(pid, 'SIGKILL')
}

const core = await openCore({
  dataDir,
  resourcesDir: join(import.meta.dirname, '..', '..', '..', 'resources'),
  now: () => now,
  workerUrl: new URL('../worker.ts', import.meta.url),
  log: (message, error) => console.error(message, error),
  version: 'test',
})
const session = core.openSession()
const change = ruleChangeSchema.parse(JSON.parse(json))
core.subscribe((notice) => {
  if (notice.topic === 'progress' && String(notice.done) === when) die()
})
const seen = await core.call(session, ['calendar', 'whatIf'], change)
if (!seen.ok) throw new Error(seen.error.code)
const { digest } = seen.value as { digest: string }
const made = await core.call(session, ['calendar', 'apply'], { ...change, reason: 'Bão số 9', digest })
if (made.ok && when === 'answered') die()
throw new Error(JSON.stringify(made))
