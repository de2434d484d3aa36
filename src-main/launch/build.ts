/**
 * Builds the program when that has not been done since its sources last changed.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
/** The last file of each part; a part that failed to build keeps its old date. */
const PRODUCTS = [
  'out/main/index.js',
  'out/main/worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]

/** Whether `out/` is missing, in parts or in whole, or older than the sources. */
export function needsBuild(root: string): boolean {
  const built = Math.min(...PRODUCTS.map((product) => modified(join(root, product))))
  return SOURCES.some((source) => newest(join(root, source)) > built)
}

/** Builds; answers what the build said if it failed, `null` if all went well. */
export function build(root: string): string | null {
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const run = spawnSync(process.execPath, [tool, 'build'], { cwd: root, encoding: 'utf8' })
  return run.status === 0 ? null : `${run.stdout}${run.stderr}`
}

/** When a file was last changed, in ms; 0 when there is none. */
function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** The latest change at or below a path. Tests are not part of the program. */
function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return 0
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}
