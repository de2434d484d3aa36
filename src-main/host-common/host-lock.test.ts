import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimDataDir, type HostLock, isLock, livingHost } from './host-lock.ts'

let dir: string
const open: HostLock[] = []
const children: ChildProcess[] = []

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

/** Another process that claims the folder, says `ours` or `taken`, and holds on. */
async function otherStart(): Promise<{ child: ChildProcess; said: string }> {
  const script = `
    import { claimDataDir, isLock } from ${JSON.stringify(new URL('./host-lock.ts', import.meta.url).href)}
    const lock = claimDataDir(${JSON.stringify(dir)}, 'web')
    console.log(isLock(lock) ? 'ours' : 'taken')
    setInterval(() => lock, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script])
  children.push(child)
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  )
  return { child, said }
}

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve))

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smc-lock-'))
})
afterEach(async () => {
  for (const lock of open.splice(0)) lock.release()
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
    await ended(child)
  }
  rmSync(dir, { recursive: true, force: true })
})

describe('a data folder', () => {
  it('keeps a second host out and tells it whom to ask', () => {
    claim().announce('http://127.0.0.1:5000', 'a-secret')
    expect(claimDataDir(dir, 'window')).toEqual({
      kind: 'web',
      pid: process.pid,
      url: 'http://127.0.0.1:5000',
      joinSecret: 'a-secret',
    })
  })

  it.skipIf(process.platform === 'win32')('tells it to its owner only', () => {
    claim().announce('http://127.0.0.1:5000', 'a-secret')
    expect(statSync(join(dir, 'host.json')).mode & 0o777).toBe(0o600)
  })

  it('is free when the host closes', () => {
    claim().release()
    expect(existsSync(join(dir, 'host.json'))).toBe(false)
    expect(livingHost(dir)).toBeNull()
    claim()
  })

  it('is free without a host, whatever note lies in it: of a dead process, or of one that has its number now', () => {
    for (const pid of [2 ** 22 + 12345, process.ppid, process.pid]) {
      note({ pid })
      expect(livingHost(dir)).toBeNull()
    }
    claim()
    expect(JSON.parse(readFileSync(join(dir, 'host.json'), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it.each(['', '{', '{"kind":"web","pid":-1}', '[]'])(
    'is free also with a note that makes no sense (%j)',
    (text) => {
      writeFileSync(join(dir, 'host.json'), text)
      claim()
    },
  )

  it('is free the moment its host was killed', async () => {
    const { child, said } = await otherStart()
    expect(said).toBe('ours')
    expect(livingHost(dir)).toMatchObject({ pid: child.pid })
    child.kill('SIGKILL')
    await ended(child)
    expect(livingHost(dir)).toBeNull()
    claim()
  })

  it('stays with a host that slept for hours, and with one whose note was lost', async () => {
    const { child } = await otherStart()
    const long = new Date(Date.now() - 5 * 3_600_000)
    utimesSync(join(dir, 'host.json'), long, long)
    expect(livingHost(dir)).toMatchObject({ pid: child.pid })
    rmSync(join(dir, 'host.json'))
    expect(livingHost(dir)).toBe('starting')
    expect(claimDataDir(dir, 'web')).toBeNull()
  })

  it('goes to one of many that start at once', async () => {
    note({ pid: 2 ** 22 + 1 })
    const starts = await Promise.all(Array.from({ length: 6 }, otherStart))
    expect(starts.map(({ said }) => said).filter((said) => said === 'ours')).toHaveLength(1)
  })

  it('is not lost to a start that only looks', () => {
    const lock = claim()
    for (let i = 0; i < 5; i++) expect(livingHost(dir)).not.toBeNull()
    expect(lock.take()).toBe('ours')
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'that cannot be written is nobody’s until it can',
    () => {
      chmodSync(dir, 0o500)
      const lock = claim()
      expect(lock.take()).toBe('unwritable')
      chmodSync(dir, 0o700)
      expect(lock.take()).toBe('ours')
      expect(livingHost(dir)).not.toBeNull()
    },
  )
})
