/**
 * How long the core takes from its launch to the first screen on a generated register, in a process of its own, and how
 * much memory it needs: `node bench/first-screen.ts [1000000]`.
 */
import { spawnSync } from 'node:child_process'
import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { GENERATED_TODAY } from './generate/register.ts'

const ROUNDS = 5
const [first = '1000000', folder] = process.argv.slice(2)

if (folder === undefined) await launchAll(Number(first))
else await launched(folder)

/** One process after the other opens a copy of the register; the first finds it cold in its own caches. */
async function launchAll(dossiers: number): Promise<void> {
  const { keptDatabase } = await import('./databases.ts')
  const kept = await keptDatabase('generated', dossiers)
  const copy = mkdtempSync(join(dirname(kept), 'first-screen-'))
  try {
    copyFileSync(kept, join(copy, 'register.db'), constants.COPYFILE_FICLONE)
    for (let round = 0; round < ROUNDS; round++) {
      const file = new URL(import.meta.url).pathname
      const { stdout, stderr, status } = spawnSync(process.execPath, [file, first, copy], {
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(stderr)
      process.stdout.write(stdout)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The launch itself: the modules read, the core opened, the screen answered. */
async function launched(dataDir: string): Promise<void> {
  const started = performance.now()
  const { firstScreen } = await import('./rows/first-screen.ts')
  const loaded = performance.now()
  const core = await firstScreen(dataDir, GENERATED_TODAY)
  const answered = performance.now()
  const megabytes = process.resourceUsage().maxRSS / 1024
  await core.close()
  const ms = (n: number): string => `${n.toFixed(0).padStart(5)} ms`
  console.log(
    `modules read ${ms(loaded - started)}, core opened and first screen answered ${ms(answered - loaded)};` +
      ` ${ms(answered)} since the process began, ${megabytes.toFixed(0)} MB at most`,
  )
}
