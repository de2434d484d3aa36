/**
 * How long the core takes from its launch to each of the first screens on a generated register, built as it ships, each
 * time in a process of its own, and how much memory it needs: `node bench/first-screen.ts [1000000]`.
 */
import { spawnSync } from 'node:child_process'
import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildCore } from './build-core.ts'
import { keptDatabase } from './databases.ts'
import { FIRST_SCREENS } from './first-asked.ts'
import { GENERATED_TODAY } from './generate/register.ts'
import { RESOURCES } from './office.ts'

const ROUNDS = 5
const [dossiers = '1000000'] = process.argv.slice(2)
const kept = await keptDatabase('generated', Number(dossiers))
const folder = mkdtempSync(join(dirname(kept), 'first-screen-'))
try {
  const core = await buildCore('first-screen-core.ts', join(folder, 'core'))
  copyFileSync(kept, join(folder, 'register.db'), constants.COPYFILE_FICLONE)
  for (let round = 0; round < ROUNDS; round++) {
    for (const screen of FIRST_SCREENS) {
      const input = [core, folder, RESOURCES, GENERATED_TODAY, screen]
      const { stdout, stderr, status } = spawnSync(process.execPath, input, { encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
      process.stdout.write(stdout)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
