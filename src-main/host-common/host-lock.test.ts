import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimDataDir, type HostLock, isLock, livingHost } from './host-lock.ts'

let dir: string
const open: HostLock[] = []

function claim(): HostLock {
  const lock = claimDataDir(dir, 'web')
  if (!isLock(lock)) throw new Error('the folder is taken')
  open.push(lock)
  return lock
}
const note = (fields: object) =>
  writeFileSync(
    join(dir, 'host.json'),
    JSON.stringify({ kind: 'web', pid: process.ppid, url: null, joinSecret: null, ...fields }),
  )

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smc-lock-'))
})
afterEach(() => {
  for (const lock of open.splice(0)) lock.release()
  rmSync(dir, { recursive: true, force: true })
})

describe('the note of the host of a data folder', () => {
  it('keeps a second host out and tells it whom to ask', () => {
    claim().announce('http://127.0.0.1:5000', 'a-secret')
    expect(claimDataDir(dir, 'window')).toEqual({
      kind: 'web',
      pid: process.pid,
      url: 'http://127.0.0.1:5000',
      joinSecret: 'a-secret',
    })
  })

  it.skipIf(process.platform === 'win32')('can be read by its owner only', () => {
    claim().announce('http://127.0.0.1:5000', 'a-secret')
    expect(statSync(join(dir, 'host.json')).mode & 0o777).toBe(0o600)
  })

  it('goes when the host closes', () => {
    claim().release()
    expect(existsSync(join(dir, 'host.json'))).toBe(false)
    claim()
  })

  it('of a living process is respected', () => {
    note({})
    expect(claimDataDir(dir, 'web')).toMatchObject({ pid: process.ppid })
  })

  it('of a dead process is passed over', () => {
    note({ pid: 2 ** 22 + 12345 })
    claim()
    expect(JSON.parse(readFileSync(join(dir, 'host.json'), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('that nobody has touched for long is passed over, whatever has its number now', () => {
    note({})
    const long = new Date(Date.now() - 3_600_000)
    utimesSync(join(dir, 'host.json'), long, long)
    claim()
  })

  it("with this process's own number from before a restart is passed over", () => {
    note({ pid: process.pid })
    expect(livingHost(dir)).toBeNull()
    claim()
  })

  it.each(['', '{', '{"kind":"web","pid":-1}', '[]'])('that makes no sense (%j) is passed over', (text) => {
    writeFileSync(join(dir, 'host.json'), text)
    claim()
  })
})
