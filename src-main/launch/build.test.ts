import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { needsBuild } from './build.ts'

let root: string
function put(path: string, second: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), '')
  utimesSync(join(root, path), second, second)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'smc-build-'))
  put('src-main/office/core.ts', 1000)
  for (const product of ['main/index.js', 'main/worker.js', 'preload/index.cjs', 'renderer/index.html']) {
    put(`out/${product}`, 2000)
  }
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the program is built', () => {
  it('not when it is newer than its sources', () => expect(needsBuild(root)).toBe(false))

  it.each(['src-main/office/new.ts', 'src-renderer/app/app.tsx', 'resources/x/y.csv', 'package-lock.json'])(
    'when %s has changed since',
    (path) => {
      put(path, 3000)
      expect(needsBuild(root)).toBe(true)
    },
  )

  it('not when only a test has changed', () => {
    put('src-main/office/core.test.ts', 3000)
    expect(needsBuild(root)).toBe(false)
  })

  it('when a part is missing or left over from before', () => {
    put('out/renderer/index.html', 500)
    expect(needsBuild(root)).toBe(true)
    rmSync(join(root, 'out/renderer'), { recursive: true })
    expect(needsBuild(root)).toBe(true)
  })
})
