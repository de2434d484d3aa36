/**
 * The very first step of the program, in plain JavaScript: on an older Node the database would end the process
 * without a word, and TypeScript would not load at all.
 */
const enough = Number(process.versions.napi) >= 10 && process.features.typescript

if (enough) {
  await import('./launch.ts')
} else {
  console.error(
    `Sổ Một Cửa cần Node 24; đây là Node ${process.versions.node}. Hãy chạy bằng: npm ci && npm start\n` +
      `Sổ Một Cửa needs Node 24; this is Node ${process.versions.node}. Please run it with: npm ci && npm start`,
  )
  process.exitCode = 1
}
