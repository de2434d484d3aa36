/**
 * One report made by a core of its own, for `export-memory.ts`, which builds this file as the program is built:
 * `node core.js DATA RESOURCES TODAY FORMAT`.
 */
import { z } from 'zod'
import { REPORT_FORMATS } from '../src-main/contract/figures.ts'
import { civilDate, instantOf } from '../src-main/domain/civil-date.ts'
import { openCore } from '../src-main/office/open-core.ts'

const [dataDir = '', resourcesDir = '', day = '', format] = process.argv.slice(2)
const today = civilDate(day)
const core = await openCore({
  ...{ dataDir, resourcesDir, version: 'bench' },
  now: () => instantOf(today, '16:30'),
  workerUrl: new URL('./worker.js', import.meta.url),
  log: (message, error) => console.error(message, error),
})
const session = core.openSession()
const before = process.memoryUsage.rss()
const started = performance.now()
const year = today.slice(0, 4)
const reply = await core.call(session, ['figures', 'exportSummary'], {
  ...{ from: `${year}-01-01`, to: `${year}-06-30`, by: 'procedure', method: 'original' },
  ...{ format: z.enum(REPORT_FORMATS).parse(format), withTables: true, withList: true },
})
if (!reply.ok) throw new Error(reply.error.code)
const seconds = (performance.now() - started) / 1000
const { content } = z.object({ content: z.string() }).parse(reply.value)
const most = process.resourceUsage().maxRSS / 1024
await core.close()
console.log(
  `${format}: ${seconds.toFixed(1)} s, ${((content.length * 3) / 4 / 1e6).toFixed(1)} MB of file;` +
    ` core ${(before / 2 ** 20).toFixed(0)} MB before, ${most.toFixed(0)} MB at most`,
)
