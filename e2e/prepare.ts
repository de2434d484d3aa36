/**
 * Before the end-to-end tests: data folders to copy from, so that not every test must go through first start and
 * import. They are made by the same core, in a process of their own.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Where the prepared data folders are. */
export const TEMPLATES = join(import.meta.dirname, '..', 'test-results', 'templates')

export default function prepare(): void {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'prepare-data.ts'), TEMPLATES], {
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('the data folders of the tests could not be prepared')
}
