/**
 * The very first step of the program, in plain JavaScript: on an older Node the database would end the process
 * without a word, and TypeScript would not load at all.
 */
import * as nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

const enough = Number(process.versions.napi) >= 10 && process.features.typescript

if (enough) {
  // What was compiled at the last start is not compiled again, in workers neither: they take it from the surroundings.
  process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(
    new URL('../node_modules/.cache/compile', import.meta.url),
  )
  nodeModule.enableCompileCache(process.env['NODE_COMPILE_CACHE'])
  await import('./launch.ts')
} else {
  console.error(
    `Sổ Một Cửa cần Node 24; đây là Node ${process.versions.node}. Hãy chạy bằng: npm ci && npm start\n` +
      `Sổ Một Cửa needs Node 24; this is Node ${process.versions.node}. Please run it with: npm ci && npm start`,
  )
  process.exitCode = 1
}
