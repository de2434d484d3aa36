import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeCore, fakeCore } from '../host-common/testing/fake-core.ts'
import { startWebHost, type WebHost } from './web-host.ts'

let folder: string
let core: FakeCore
let host: WebHost
const logged: string[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smc-web-'))
  const rendererDir = join(folder, 'renderer')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(rendererDir, 'assets', 'index-Ab12_-xy.js'), 'export {}')
  writeFileSync(join(rendererDir, '.hidden'), 'a hidden file')
  writeFileSync(join(folder, 'register.db'), 'a register')
  core = fakeCore()
  logged.length = 0
  host = await startWebHost({
    core,
    rendererDir,
    port: 0,
    log: (message) => logged.push(message),
    heartbeatMs: 20,
  })
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** A request as no browser would make it: any header, any path, nothing normalised. */
function raw(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  const { port } = new URL(host.url)
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function enter(launchUrl = host.launchUrl): Promise<string> {
  const response = await fetch(launchUrl, { redirect: 'manual' })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/')
  return (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
}

const good = (cookie: string) => ({ cookie, origin: host.url, 'content-type': 'application/json' })
const codeOf = (answer: Answer): unknown => {
  const reply: unknown = JSON.parse(answer.text)
  return typeof reply === 'object' && reply !== null && 'error' in reply ? reply.error : null
}
const error = (code: string) => ({ code, params: {}, fields: [] })

describe('an address that cannot be read', () => {
  it.each(['/%', '/%zz', '/assets/%c0%ae'])(
    '%s gets a bare refusal, no words of the server',
    async (path) => {
      expect(await raw('GET', path)).toMatchObject({ status: 400, text: '' })
    },
  )
})

describe('a window of the web host', () => {
  it('enters with the launch secret and calls the office', async () => {
    const cookie = await enter()
    const answer = await raw('POST', '/call/dossiers/list', good(cookie), '{"input":{"page":0}}')
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({
      ok: true,
      value: { path: ['dossiers', 'list'], input: { page: 0 } },
    })
  })

  it('can call without input', async () => {
    await raw('POST', '/call/office/status', good(await enter()), '{}')
    expect(core.calls[0]).toMatchObject({ path: ['office', 'status'], input: undefined })
  })

  it('has a session of its own', async () => {
    await raw('POST', '/call/office/status', good(await enter()), '{}')
    await raw('POST', '/call/office/status', good(await enter(host.newLaunchUrl())), '{}')
    expect(core.calls.map((call) => call.session.id)).toEqual(['session-1', 'session-2'])
  })

  it('keeps its key where no script and no other site can use it', async () => {
    const response = await fetch(host.launchUrl, { redirect: 'manual' })
    const cookie = response.headers.get('set-cookie')
    expect(cookie).toMatch(/^so-mot-cua-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('hears of changes, with heartbeats between', async () => {
    const response = await fetch(`${host.url}/changes`, { headers: { cookie: await enter() } })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    core.notify({ topic: 'dossiers' })
    let heard = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      heard += decoder.decode(chunk, { stream: true })
      if (heard.includes('data:') && heard.includes('\n:\n')) break
    }
    expect(heard).toContain('data: {"topic":"dossiers"}\n\n')
    await expect.poll(core.listeners).toBe(0)
  })

  it('gets the page fresh and its hashed files for ever', async () => {
    expect((await raw('GET', '/')).text).toBe('<!doctype html><title>page</title>')
    expect((await raw('GET', '/')).headers['cache-control']).toBe('no-store')
    expect((await raw('GET', '/assets/index-Ab12_-xy.js')).headers['cache-control']).toContain('immutable')
  })

  it('may run only the program’s own scripts', async () => {
    const { headers } = await raw('GET', '/')
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('the web host keeps out', () => {
  it('a launch secret used a second time', async () => {
    await enter()
    const again = await fetch(host.launchUrl, { redirect: 'manual' })
    expect([again.status, again.headers.get('set-cookie')]).toEqual([401, null])
  })

  it('but opens one more window of the same person for a browser that has one already', async () => {
    const cookie = await enter()
    const second = host.newLaunchUrl()
    const answer = await fetch(second, { redirect: 'manual', headers: { cookie } })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([303, null])
    const elsewhere = await fetch(second, { redirect: 'manual' })
    expect(elsewhere.status).toBe(401)
  })

  it('but takes a window that loads its launch address again to the page', async () => {
    const cookie = await enter()
    const again = await fetch(host.launchUrl, { redirect: 'manual', headers: { cookie } })
    expect([again.status, again.headers.get('location')]).toEqual([303, '/'])
  })

  it.each(['', '?secret=', '?secret=abc', '?secret=a&secret=b', '?secret[]=x'])(
    'a launch with %j',
    async (query) => {
      expect((await raw('GET', `/launch${query}`)).status).toBe(401)
    },
  )

  it('a HEAD request that would spend the secret unseen', async () => {
    await raw('HEAD', new URL(host.launchUrl).pathname + new URL(host.launchUrl).search)
    await enter()
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example'])(
    'a request for the host %s, as after DNS rebinding',
    async (name) => {
      const cookie = await enter()
      for (const [method, path] of [
        ['GET', '/'],
        ['GET', '/changes'],
        ['GET', '/nothing-here'],
        ['POST', '/call/office/status'],
      ] as const) {
        const answer = await raw(
          method,
          path,
          { ...good(cookie), host: name, origin: `http://${name}` },
          '{}',
        )
        expect([path, answer.status]).toEqual([path, 403])
      }
      expect(core.calls).toEqual([])
    },
  )

  it('nobody who says localhost', async () => {
    const name = host.url.replace('http://127.0.0.1', 'localhost')
    const headers = { ...good(await enter()), host: name, origin: `http://${name}` }
    expect((await raw('POST', '/call/office/status', headers, '{}')).status).toBe(200)
  })

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1', ''])(
    'a call from a page of origin %j',
    async (origin) => {
      const answer = await raw('POST', '/call/office/status', { ...good(await enter()), origin }, '{}')
      expect([answer.status, codeOf(answer)]).toEqual([403, error('no-session')])
      expect(core.calls).toEqual([])
    },
  )

  it('a call without an origin', async () => {
    const headers = { cookie: await enter(), 'content-type': 'application/json' }
    expect((await raw('POST', '/call/office/status', headers, '{}')).status).toBe(403)
    expect(core.calls).toEqual([])
  })

  it.each([undefined, 'so-mot-cua=x', 'other=1'])('a call with the cookie %j', async (cookie) => {
    const headers = { origin: host.url, 'content-type': 'application/json', ...(cookie ? { cookie } : {}) }
    const answer = await raw('POST', '/call/office/status', headers, '{}')
    expect([answer.status, codeOf(answer)]).toEqual([401, error('no-session')])
    expect((await raw('GET', '/changes', headers)).status).toBe(401)
    expect(core.calls).toEqual([])
  })

  it('a listener on another page', async () => {
    const answer = await raw('GET', '/changes', { cookie: await enter(), 'sec-fetch-site': 'same-site' })
    expect(answer.status).toBe(401)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('a body of type %j', async (type) => {
    const headers = { ...good(await enter()), 'content-type': type }
    expect((await raw('POST', '/call/office/status', headers, '{}')).status).toBe(415)
    expect(core.calls).toEqual([])
  })

  it('a body that is no JSON, and one that reaches for prototypes', async () => {
    const cookie = await enter()
    for (const body of [
      '',
      '{',
      '{"input":{"__proto__":{"admin":true}}}',
      '{"input":{"constructor":{"prototype":{}}}}',
    ]) {
      const answer = await raw('POST', '/call/office/status', good(cookie), body)
      expect([answer.status, codeOf(answer)]).toEqual([400, error('invalid-input')])
    }
    expect(core.calls).toEqual([])
  })

  it('a body too large, apart from a register', async () => {
    const cookie = await enter()
    const body = JSON.stringify({ input: 'x'.repeat(2 * 1024 * 1024) })
    const answer = await raw('POST', '/call/office/setUp', good(cookie), body)
    expect([answer.status, codeOf(answer)]).toEqual([413, error('file-too-large')])
    expect((await raw('POST', '/call/imports/open', good(cookie), body)).status).toBe(200)
  })

  it('a register over the limit', async () => {
    const headers = { ...good(await enter()), 'content-length': String(60 * 1024 * 1024) }
    const answer = await raw('POST', '/call/imports/open', headers, '{').catch(() => null)
    // Refused by its announced length; the connection may be cut before the answer is read.
    expect(answer?.status ?? 413).toBe(413)
    expect(core.calls).toEqual([])
  })

  it.each([
    '/../register.db',
    '/assets/../../register.db',
    '/%2e%2e/register.db',
    '/..%2fregister.db',
    '/assets/..%2f..%2fregister.db',
    '/..%5cregister.db',
    '//register.db',
    '/.hidden',
    '/assets/',
    '/assets',
    '/%00',
    '/%zz',
  ])('a look outside the page: %s', async (path) => {
    const answer = await raw('GET', path, { accept: '*/*' })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.text).not.toContain('a register')
    expect(answer.text).not.toContain('a hidden file')
    expect(answer.text).not.toContain(folder)
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s', async (method) => {
    const answer = await raw(method, '/call/office/status', good(await enter()), '{}')
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('the details of a bug', async () => {
    await host.close()
    core = fakeCore(() => {
      throw new Error('SELECT secret FROM somewhere')
    })
    host = await startWebHost({ core, rendererDir: folder, port: 0, log: (message) => logged.push(message) })
    const answer = await raw('POST', '/call/office/status', good(await enter()), '{}')
    expect([answer.status, codeOf(answer)]).toEqual([500, error('internal')])
    expect(logged).toEqual(['a request failed'])
  })
})

describe('a second start of the program', () => {
  const ask = (headers: Record<string, string>) => raw('POST', '/launch', headers)

  it('is given an address for one more window', async () => {
    const answer = await ask({ authorization: `Bearer ${host.joinSecret}` })
    const { launchUrl } = JSON.parse(answer.text) as { launchUrl: string }
    expect(await enter(launchUrl)).toMatch(/^so-mot-cua-/)
  })

  it('must know the join secret, and be no page', async () => {
    expect((await ask({})).status).toBe(403)
    expect((await ask({ authorization: 'Bearer x' })).status).toBe(403)
    expect((await ask({ authorization: `Bearer ${host.joinSecret}`, origin: host.url })).status).toBe(403)
  })
})

describe('the web host', () => {
  it('is reached on this machine only', () => {
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('ends its streams when it closes', async () => {
    const response = await fetch(`${host.url}/changes`, { headers: { cookie: await enter() } })
    await host.close()
    await expect(response.text()).resolves.toContain('retry')
    expect(core.listeners()).toBe(0)
  })

  it('says so when the port is taken', async () => {
    const port = Number(new URL(host.url).port)
    await expect(startWebHost({ core, rendererDir: folder, port, log: () => {} })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})
