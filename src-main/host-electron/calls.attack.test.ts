import { describe, expect, it } from 'vitest'
import type { CallReply } from '../contract/bridge.ts'
import { fakeCore } from '../host-common/testing/fake-core.ts'
import { type CallEvent, setupCalls } from './calls.ts'

const contents = {}
const page = { url: 'app://so-mot-cua/', parent: null }

function desk(window: () => unknown = () => contents) {
  const core = fakeCore()
  let call: ((event: CallEvent, path: unknown, input: unknown) => Promise<CallReply>) | null = null
  setupCalls({ handle: (_channel, listener) => (call = listener) }, core, window)
  return { core, call: async (event: CallEvent, path: unknown) => call?.(event, path, {}) }
}

describe('a forged sender on the bridge', () => {
  it.each<[string, CallEvent]>([
    ['a frame within the page', { sender: contents, senderFrame: { ...page, parent: page } }],
    [
      'a frame within a frame',
      { sender: contents, senderFrame: { ...page, parent: { ...page, parent: page } } },
    ],
    [
      'a frame whose parent is not even a frame',
      { sender: contents, senderFrame: { ...page, parent: undefined } },
    ],
    ['no frame', { sender: contents, senderFrame: null }],
    ['another window', { sender: {}, senderFrame: page }],
    ['no window', { sender: null, senderFrame: page }],
    ...[
      'https://so-mot-cua/',
      'app://so-mot-cua.evil/',
      'app://evil/?app://so-mot-cua/',
      'app://so-mot-cua@evil/',
      'app://evil@so-mot-cua/',
      'app://so-mot-cua:80/',
      'file:///app://so-mot-cua/',
      'data:text/html,app://so-mot-cua/',
      'blob:app://so-mot-cua/x',
      'javascript:app://so-mot-cua/',
      'about:srcdoc',
      'about:blank',
      'filesystem:app://so-mot-cua/x',
      'view-source:app://so-mot-cua/',
      'chrome://so-mot-cua/',
      '',
    ].map((url): [string, CallEvent] => [
      `a page at “${url}”`,
      { sender: contents, senderFrame: { url, parent: null } },
    ]),
  ])('%s gets no answer', async (_who, event) => {
    const { core, call } = desk()
    expect(await call(event, ['dossiers', 'list'])).toMatchObject({
      ok: false,
      error: { code: 'no-session' },
    })
    expect(core.calls).toEqual([])
  })

  it('a frame that was disposed of while calling gets no answer, and no error of ours', async () => {
    const { core, call } = desk()
    const gone = {
      get url(): string {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed')
      },
      parent: null,
    }
    expect(await call({ sender: contents, senderFrame: gone }, ['dossiers', 'list'])).toMatchObject({
      ok: false,
    })
    expect(core.calls).toEqual([])
  })

  it('a window that is closed gets no answer, and the next one not its session', async () => {
    let window: object | null = { first: true }
    const { core, call } = desk(() => window)
    await call({ sender: window, senderFrame: page }, ['office', 'status'])
    const old = window
    window = null
    expect(await call({ sender: old, senderFrame: page }, ['office', 'status'])).toMatchObject({ ok: false })
    window = { second: true }
    expect(await call({ sender: old, senderFrame: page }, ['office', 'status'])).toMatchObject({ ok: false })
    await call({ sender: window, senderFrame: page }, ['office', 'status'])
    expect(core.calls.map(({ session }) => session.id)).toEqual(['session-1', 'session-2'])
  })

  it.each([
    ['a text', 'dossiers.list'],
    ['nothing', undefined],
    ['something like an array', { 0: 'dossiers', 1: 'list', length: 2 }],
    ['an array of arrays', [['dossiers'], ['list']]],
    ['an array with a hole', [undefined, 'list']],
    ['too long an array', ['dossiers', 'list', 'handler']],
    ['texts that are objects', [Object('dossiers'), Object('list')]],
    ['something that says it is a text', [{ toString: () => 'dossiers' }, 'list']],
  ])('%s is no path', async (_what, path) => {
    const { core, call } = desk()
    expect(await call({ sender: contents, senderFrame: page }, path)).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(core.calls).toEqual([])
  })
})
