/**
 * How much memory the core needs while it makes a report with every table and its list, built as it ships, each format in
 * a process of its own: `node bench/export-memory.ts [register|generated] [1000000]`.
 */
import { spawnSync } from 'node:child_process'
import { constants, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { REPORT_FORMATS } from '../src-main/contract/figures.ts'
import { buildCore } from './build-core.ts'
import { keptDatabase } from './databases.ts'
import { GENERATED_TODAY } from './generate/register.ts'
import { REGISTER_TODAY } from './import-register.ts'
import { RESOURCES } from './office.ts'

const [size = 'register', dossiers = '1000000'] = process.argv.slice(2)
const generated = size === 'generated'
const kept = await keptDatabase(generated ? 'generated' : 'register', Number(dossiers))
const folder = mkdtempSync(join(dirname(kept), 'export-memory-'))
try {
  const core = await buildCore('export-memory-core.ts', join(folder, 'core'))
  for (const format of REPORT_FORMATS) {
    const data = join(folder, format)
    mkdirSync(data)
    copyFileSync(kept, join(data, 'register.db'), constants.COPYFILE_FICLONE)
    const today = generated ? GENERATED_TODAY : REGISTER_TODAY
    const { stdout, stderr, status } = spawnSync(process.execPath, [core, data, RESOURCES, today, format], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    process.stdout.write(stdout)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
