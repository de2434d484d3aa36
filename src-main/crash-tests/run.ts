/**
 * `npm run crash`: the crash tests with many rounds.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', 'src-main/crash-tests'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CRASH_ROUNDS: process.env['CRASH_ROUNDS'] ?? '200' },
  },
)
process.exitCode = status ?? 1
