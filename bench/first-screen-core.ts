/**
 * A core launched to a first screen, for `first-screen.ts`, which builds this file as the program is built:
 * `node core.js DATA RESOURCES TODAY today|desk`.
 */
import { z } from 'zod'
import { civilDate, instantOf } from '../src-main/domain/civil-date.ts'
import { openCore } from '../src-main/office/open-core.ts'
import { FIRST_SCREENS, answerFirst } from './first-asked.ts'

const [dataDir = '', resourcesDir = '', day = '', screen] = process.argv.slice(2)
const today = civilDate(day)
// Both from the beginning of the process.
const loaded = performance.now()
const core = await openCore({
  ...{ dataDir, resourcesDir, version: 'bench' },
  now: () => instantOf(today, '16:30'),
  workerUrl: new URL('./worker.js', import.meta.url),
  log: (message, error) => console.error(message, error),
})
const opened = performance.now()
await answerFirst(core, z.enum(FIRST_SCREENS).parse(screen), today)
const answered = performance.now()
const { user, system } = process.cpuUsage()
const megabytes = process.resourceUsage().maxRSS / 1024
await core.close()
const ms = (n: number): string => `${n.toFixed(0).padStart(5)} ms`
console.log(
  `${screen?.padEnd(5)}: process and modules ${ms(loaded)}, core opened ${ms(opened - loaded)}, screen answered` +
    ` ${ms(answered - opened)}; ${ms(answered)} since the process began, of the processor ${ms((user + system) / 1000)}, ${megabytes.toFixed(0)} MB at most`,
)
