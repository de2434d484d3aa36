/**
 * The three ways a call comes to the office, each with as much of the real thing as runs in one process.
 */
import { onTestFinished, vi } from 'vitest'
import { carryOverHttp, clientOver, createTransport, type Reach } from '../../src-renderer/app/transport.ts'
import type { Bridge, CallReply } from '../contract/bridge.ts'
import type { Subscribe } from '../contract/changes.ts'
import type { OfficeClient } from '../contract/index.ts'
import { setupCalls, setupChanges } from '../host-electron/calls.ts'
import { startWebHost } from '../host-web/web-host.ts'
import type { Core } from '../office/core.ts'
import { fakeBrowser } from './fake-browser.ts'
import { fakeElectron } from './fake-electron.ts'

/** A window of the office over some transport. */
export interface Connection {
  client: OfficeClient
  onChange: Subscribe
  /** A call below the client, for paths the contract does not have. */
  call: (path: readonly string[], input: unknown) => Promise<CallReply>
}

/** Name of each transport and how to connect over it. Ends with the test. */
export const TRANSPORTS: readonly [name: string, connect: (core: Core) => Promise<Connection>][] = [
  ['in process', inProcess],
  ['over HTTP', overHttp],
  ['over the bridge', overBridge],
]

function inProcess(core: Core): Promise<Connection> {
  const session = core.openSession()
  const call: Connection['call'] = (path, input) => core.call(session, path, input)
  return Promise.resolve({ client: clientOver(call), onChange: core.subscribe, call })
}

/** The real server on a free port, the page's own transport on a browser of `fetch`. */
async function overHttp(core: Core): Promise<Connection> {
  const host = await startWebHost({ core, rendererDir: import.meta.dirname, port: 0, log: () => {} })
  const launched = await fetch(host.launchUrl, { redirect: 'manual' })
  const cookie = (launched.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
  const browser = fakeBrowser(host.url, cookie)
  onTestFinished(async () => {
    browser.close()
    await host.close()
  })
  return { ...createTransport(browser), call: carryOverHttp(browser) }
}

/** The shell's call handler and the real preload, with an `electron` between them that copies. */
async function overBridge(core: Core): Promise<Connection> {
  const electron = fakeElectron()
  vi.resetModules()
  vi.doMock('electron', () => electron.preloadSide)
  await import('../host-electron/preload.ts')
  vi.doUnmock('electron')
  setupCalls(electron.ipcMain, core, () => electron.contents)
  onTestFinished(setupChanges(core, () => electron.contents))
  const bridge = electron.exposed.get('bridge')
  if (!isBridge(bridge)) throw new Error('the preload put no bridge into the page')
  return { ...createTransport({ ...NO_WEB, bridge }), call: bridge.call }
}

/** A page of the shell has no server behind it. */
const NO_WEB: Omit<Reach, 'bridge'> = {
  fetch: () => Promise.reject(new Error('there is no server')),
  EventSource: class {
    onmessage = null
    onopen = null
    onerror = null
    constructor() {
      throw new Error('there is no server')
    }
    close(): void {}
  },
}

function isBridge(value: unknown): value is Bridge {
  return typeof value === 'object' && value !== null && 'call' in value && 'onChange' in value
}
