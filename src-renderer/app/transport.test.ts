import { describe, expect, it } from 'vitest'
import type { ChangeNotice } from '../../src-main/contract/changes.ts'
import { OfficeError } from '../../src-main/contract/errors.ts'
import { createTransport, type Reach } from './transport.ts'

class Source {
  static last: Source | null = null
  onmessage: ((event: MessageEvent<string>) => void) | null = null
  onopen: ((event: Event) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  closed = false
  readonly address: string
  constructor(address: string) {
    this.address = address
    Source.last = this
  }
  close(): void {
    this.closed = true
  }
}
const over = (fetch: Reach['fetch']) => createTransport({ bridge: undefined, fetch, EventSource: Source })
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof OfficeError ? error.data.code : error),
  )

describe('a refusal because of who is at the window', () => {
  const answering = (code: string) =>
    over(() => Promise.resolve(Response.json({ ok: false, error: { code, params: {}, fields: [] } })))

  it.each([
    ['not-signed-in', 1],
    ['window-locked', 1],
    ['password-change-needed', 1],
    ['not-allowed', 0],
    ['not-found', 0],
  ])('leads to the door or not: %s', async (code, times) => {
    const { client, onDoor } = answering(code)
    let heard = 0
    const stop = onDoor(() => heard++)
    expect(await codeOf(client.dossiers.counts())).toBe(code)
    expect(heard).toBe(times)
    stop()
    await codeOf(client.dossiers.counts())
    expect(heard).toBe(times)
  })
})

describe('a call over HTTP', () => {
  it('goes to its own address, with the input in an envelope', async () => {
    const asked: unknown[] = []
    const { client } = over((address, { method, body }) => {
      asked.push([address, method, body])
      return Promise.resolve(Response.json({ ok: true, value: null }))
    })
    await client.dossiers.findByCode({ code: 'a/b' })
    await client.office.status()
    expect(asked).toEqual([
      ['/call/dossiers/findByCode', 'POST', '{"input":{"code":"a/b"}}'],
      ['/call/office/status', 'POST', '{}'],
    ])
  })

  it('throws the refusal of the office, whatever the status', async () => {
    const error = { code: 'dossier-changed', params: { version: 2 }, fields: [] }
    const { client } = over(() => Promise.resolve(Response.json({ ok: false, error }, { status: 409 })))
    await expect(client.office.status()).rejects.toMatchObject({ data: error })
  })

  it.each<[string, Reach['fetch']]>([
    ['the host is gone', () => Promise.reject(new TypeError('fetch failed'))],
    ['something else answers', () => Promise.resolve(new Response('<html>', { status: 502 }))],
    ['the answer makes no sense', () => Promise.resolve(Response.json({ hello: 1 }))],
  ])('says so when %s', async (_what, fetch) => {
    expect(await codeOf(over(fetch).client.office.status())).toBe('no-connection')
  })

  it('called off by the screen is no fault of the connection', async () => {
    const abort = new AbortController()
    abort.abort(new DOMException('off', 'AbortError'))
    const { client } = over((_address, { signal }) =>
      Promise.reject(signal?.reason instanceof Error ? signal.reason : new Error('not called off')),
    )
    expect(await codeOf(client.office.status(undefined, { signal: abort.signal }))).toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('change notices over HTTP', () => {
  function listening() {
    const heard: ChangeNotice[] = []
    const stop = over(() => Promise.reject(new Error('unused'))).onChange((notice) => heard.push(notice))
    const source = Source.last
    if (source === null) throw new Error('nothing was opened')
    return { heard, stop, source }
  }

  it('are passed on until called off', () => {
    const { heard, stop, source } = listening()
    source.onopen?.(new Event('open'))
    source.onmessage?.(new MessageEvent('message', { data: '{"topic":"dossiers"}' }))
    expect([source.address, heard]).toEqual(['/changes', [{ topic: 'dossiers' }]])
    stop()
    expect(source.closed).toBe(true)
  })

  it('missed while the connection was broken are made good', () => {
    const { heard, source } = listening()
    source.onopen?.(new Event('open'))
    expect(heard).toEqual([])
    source.onerror?.(new Event('error'))
    source.onopen?.(new Event('open'))
    expect(heard).toEqual([{ topic: 'dossiers' }, { topic: 'office' }])
    source.onopen?.(new Event('open'))
    expect(heard).toHaveLength(2)
  })
})
