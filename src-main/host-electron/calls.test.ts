import { describe, expect, it } from 'vitest'
import type { CallReply } from '../contract/bridge.ts'
import { fakeCore } from '../host-common/testing/fake-core.ts'
import { type CallEvent, isTrustedSender, setupCalls, setupChanges } from './calls.ts'

const page = { url: 'app://so-mot-cua/', parent: null }
const refused = { ok: false, error: { code: 'no-session', params: {}, fields: [] } }

function desk(contents: () => unknown) {
  const core = fakeCore()
  let call: ((event: CallEvent, path: unknown, input: unknown) => Promise<CallReply>) | null = null
  setupCalls({ handle: (_channel, listener) => (call = listener) }, core, contents)
  return {
    core,
    call: (event: CallEvent, path: unknown, input?: unknown) => call?.(event, path, input),
  }
}

describe('a call over the bridge', () => {
  it('from our window reaches the office, always in the same session', async () => {
    const contents = {}
    const { call, core } = desk(() => contents)
    const event = { sender: contents, senderFrame: page }
    expect(await call(event, ['dossiers', 'get'], { id: 1 })).toMatchObject({ ok: true })
    await call(event, ['dossiers', 'counts'])
    expect(core.calls.map(({ session, path }) => [session.id, path.join('.')])).toEqual([
      ['session-1', 'dossiers.get'],
      ['session-1', 'dossiers.counts'],
    ])
  })

  it('from a new window is in a new session', async () => {
    let contents = {}
    const { call, core } = desk(() => contents)
    await call({ sender: contents, senderFrame: page }, ['office', 'status'])
    contents = {}
    await call({ sender: contents, senderFrame: page }, ['office', 'status'])
    expect(core.calls.map(({ session }) => session.id)).toEqual(['session-1', 'session-2'])
  })

  it.each([
    ['a frame inside the page', { url: 'app://so-mot-cua/', parent: page }],
    ['another page', { url: 'https://example.com/', parent: null }],
    ['another host of the scheme', { url: 'app://evil/', parent: null }],
    ['a blank page', { url: 'about:blank', parent: null }],
    ['a frame that is gone', null],
  ])('from %s is not answered', async (_who, senderFrame) => {
    const contents = {}
    const { call, core } = desk(() => contents)
    expect(await call({ sender: contents, senderFrame }, ['office', 'status'])).toEqual(refused)
    expect(core.calls).toEqual([])
  })

  it('from another window is not answered', async () => {
    const { call, core } = desk(() => ({}))
    expect(await call({ sender: {}, senderFrame: page }, ['office', 'status'])).toEqual(refused)
    expect(core.calls).toEqual([])
  })

  it('after our window closed is not answered', () => {
    expect(isTrustedSender({ sender: null, senderFrame: page }, null)).toBe(false)
  })

  it.each([
    null,
    'office',
    ['office'],
    ['office', 'status', 'x'],
    ['office', 1],
    { 0: 'office', 1: 'status' },
  ])('to the path %j is not found', async (path) => {
    const contents = {}
    const { call, core } = desk(() => contents)
    const reply = await call({ sender: contents, senderFrame: page }, path)
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(core.calls).toEqual([])
  })
})

describe('change notices', () => {
  it('go to the window while there is one', () => {
    const core = fakeCore()
    const sent: unknown[] = []
    let destroyed = false
    const contents = { isDestroyed: () => destroyed, send: (...args: unknown[]) => sent.push(args) }
    let window: typeof contents | null = null
    setupChanges(core, () => window)
    core.notify({ topic: 'office' })
    window = contents
    core.notify({ topic: 'dossiers' })
    destroyed = true
    core.notify({ topic: 'dossiers' })
    expect(sent).toEqual([['change', { topic: 'dossiers' }]])
  })
})
