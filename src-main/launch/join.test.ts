import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimDataDir, type HostLock, isLock } from '../host-common/host-lock.ts'
import { findRunning } from './join.ts'

let dir: string
let lock: HostLock
let server: Server | null = null

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smc-join-'))
})
afterEach(async () => {
  lock.release()
  await new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)))
  server = null
  rmSync(dir, { recursive: true, force: true })
})

function host(kind: 'web' | 'window' = 'web'): void {
  const claim = claimDataDir(dir, kind)
  if (!isLock(claim)) throw new Error('the folder is taken')
  lock = claim
}

async function answering(): Promise<string> {
  const started = createServer((request, response) => {
    const right = request.headers.authorization === 'Bearer a-secret'
    response.end(
      JSON.stringify(right ? { launchUrl: `http://${request.headers.host ?? ''}/launch?secret=x` } : {}),
    )
  })
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`
}

describe('a second start', () => {
  it('is given an address by a host that has been slow to start', async () => {
    host()
    const url = await answering()
    setTimeout(() => lock.announce(url, 'a-secret'), 500)
    expect(await findRunning(dir)).toEqual({ kind: 'address', launchUrl: `${url}/launch?secret=x` })
  })

  it('finds nobody when the host gives up while it waits', async () => {
    host()
    setTimeout(() => lock.release(), 400)
    expect(await findRunning(dir)).toEqual({ kind: 'nobody' })
  })

  it('is told of a host that has the data open and does not answer', async () => {
    host()
    lock.announce('http://127.0.0.1:9', 'a-secret')
    expect(await findRunning(dir, 600)).toEqual({ kind: 'silent' })
  })

  it('finds the desktop window', async () => {
    host('window')
    expect(await findRunning(dir)).toEqual({ kind: 'window' })
  })
})
