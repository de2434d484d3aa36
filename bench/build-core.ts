/**
 * The core built as it ships, around an entry of the bench.
 */
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')

/** Builds a file of this folder and the worker into a folder. @returns the built entry. */
export async function buildCore(entry: string, outDir: string): Promise<string> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { target: 'node' },
    build: {
      ...{ ssr: true, outDir },
      rolldownOptions: {
        input: {
          core: join(import.meta.dirname, entry),
          worker: join(ROOT, 'src-main', 'office', 'worker.ts'),
        },
      },
    },
  })
  return join(outDir, 'core.js')
}
