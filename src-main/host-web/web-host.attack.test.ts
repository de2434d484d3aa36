import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeCore, fakeCore } from '../host-common/testing/fake-core.ts'
import { openTestCore } from '../office/test-core.ts'
import type { Core } from '../office/core.ts'
import { LaunchSecrets, newSecret, sameSecret } from './secrets.ts'
import { startWebHost, type WebHost } from './web-host.ts'

let folder: string
let core: FakeCore
let host: WebHost
let port: number

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smc-web-attack-'))
  const page = join(folder, 'renderer')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), 'the page')
  writeFileSync(join(page, 'assets', 'index-Ab12_-xy.js'), 'export {}')
  writeFileSync(join(folder, 'register.db'), 'SECRET')
  symlinkSync(join(folder, 'register.db'), join(page, 'assets', 'link.js'))
  symlinkSync(folder, join(page, 'up'))
  core = fakeCore()
  host = await serve(core)
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

async function serve(office: Core, slowestRequestMs?: number): Promise<WebHost> {
  const rendererDir = join(folder, 'renderer')
  const options = { core: office, rendererDir, port: 0, log: () => {} }
  const started = await startWebHost(
    slowestRequestMs === undefined ? options : { ...options, slowestRequestMs },
  )
  port = Number(new URL(started.url).port)
  return started
}

/** Bytes as no browser would send them; answers what came back until the other side closed or went quiet. */
function send(text: string, options: { quietMs?: number; keepOpen?: boolean } = {}): Promise<string> {
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const quiet = setTimeout(() => end(), options.quietMs ?? 1000)
    const end = () => {
      clearTimeout(quiet)
      socket.destroy()
      resolve(heard)
    }
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      heard += chunk
      if (!options.keepOpen && /\r\n\r\n/.test(heard)) setTimeout(end, 15)
    })
    socket.on('close', end)
    socket.on('error', end)
  })
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)

function request(line: string, headers: Record<string, string> = {}, body = ''): string {
  const all = { host: `127.0.0.1:${port}`, connection: 'close', ...headers }
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ ...all, ...length }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

const cookieOf = (response: Response): string | null =>
  response.headers.get('set-cookie')?.split(';', 1)[0] ?? null

async function enter(launchUrl = host.launchUrl): Promise<string> {
  return cookieOf(await fetch(launchUrl, { redirect: 'manual' })) ?? ''
}

interface Answered {
  status: number
  reply: unknown
  cookie: string | null
}

async function call(cookie: string, path: string, input?: unknown, headers = {}): Promise<Answered> {
  const response = await fetch(`${host.url}/call/${path}`, {
    method: 'POST',
    headers: { cookie, origin: host.url, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ input }),
  })
  return { status: response.status, reply: await response.json(), cookie: cookieOf(response) }
}

const goodHeaders = (cookie: string) => ({ cookie, origin: host.url, 'content-type': 'application/json' })

describe('path traversal on the static server', () => {
  const OUT = ['..', '%2e%2e', '.%2e', '%252e%252e', '%c0%ae%c0%ae', '%uff0e%uff0e', '..%00']
  const BETWEEN = ['/', '%2f', '%252f', '\\', '%5c', '%255c', '//', ';/']

  it('gets nothing, however the way out is written', async () => {
    for (const out of OUT) {
      for (const between of BETWEEN) {
        for (const start of ['/', '/assets/']) {
          const path = `${start}${out}${between}${start === '/' ? '' : `${out}${between}`}register.db`
          const answer = await send(request(`GET ${path}`))
          expect([path, statusOf(answer) >= 400, answer.includes('SECRET')]).toEqual([path, true, false])
        }
      }
    }
  })

  it.each([
    '/assets/link.js',
    '/up/register.db',
    '//127.0.0.1/share/register.db',
    '/%5c%5cserver%5cshare',
    '/C:/Windows/win.ini',
    '/file:///etc/passwd',
    '/etc/passwd',
    '/index.html%00.js',
    '/register.db',
    '/../renderer/index.html/../../register.db',
    '/assets/index-Ab12_-xy.js/../../../register.db',
    '/.git/config',
    '/index.html::$DATA',
  ])('gets nothing at %s', async (path) => {
    const answer = await send(request(`GET ${path}`))
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(answer).not.toContain('SECRET')
    expect(answer).not.toContain(folder)
  })
})

describe('DNS rebinding', () => {
  const names = () => [
    `evil.example:${port}`,
    `evil.example`,
    `127.0.0.1.evil.example:${port}`,
    `localhost.:${port}`,
    `LOCALHOST.evil:${port}`,
    `127.0.0.1`,
    `localhost`,
    `[::1]:${port}`,
    `0.0.0.0:${port}`,
    `127.1:${port}`,
    `2130706433:${port}`,
    `127.0.0.2:${port}`,
    `user@127.0.0.1:${port}`,
    `127.0.0.1:${port}@evil.example`,
    `127.0.0.1:${port}, evil.example`,
    `127.0.0.1:${port + 1}`,
    `127.0.0.1:0${port}`,
    ``,
  ]

  it('finds nobody under another name: no page, no window, no stream, no call', async () => {
    const cookie = await enter()
    const secret = new URL(host.newLaunchUrl()).search
    for (const name of names()) {
      const origin = `http://${name}`
      for (const line of [
        'GET /',
        `GET /launch${secret}`,
        'GET /changes',
        'POST /launch',
        'POST /call/a/b',
      ]) {
        const answer = await send(request(line, { ...goodHeaders(cookie), host: name, origin }, '{}'))
        expect([name, line, statusOf(answer)]).toEqual([name, line, 403])
        expect(answer).not.toMatch(/set-cookie|the page/i)
      }
    }
    expect(core.calls).toEqual([])
  })

  it('finds nobody with two hosts, no host, or a forwarded one', async () => {
    const cookie = await enter()
    const rest = `cookie: ${cookie}\r\norigin: ${host.url}\r\ncontent-type: application/json\r\nconnection: close\r\n`
    const two = `POST /call/a/b HTTP/1.1\r\nhost: evil.example\r\nhost: 127.0.0.1:${port}\r\n${rest}content-length: 2\r\n\r\n{}`
    const none = `POST /call/a/b HTTP/1.0\r\n${rest}content-length: 2\r\n\r\n{}`
    const whole = `POST http://evil.example/call/a/b HTTP/1.1\r\nhost: evil.example\r\n${rest}content-length: 2\r\n\r\n{}`
    const forwarded = `POST /call/a/b HTTP/1.1\r\nhost: evil.example\r\nx-forwarded-host: 127.0.0.1:${port}\r\nforwarded: host=127.0.0.1:${port}\r\n${rest}content-length: 2\r\n\r\n{}`
    for (const text of [two, none, whole, forwarded]) {
      expect([400, 403]).toContain(statusOf(await send(text)))
    }
    expect(core.calls).toEqual([])
  })
})

describe('a cross-origin post', () => {
  it('is not taken from any other origin, or from none', async () => {
    const cookie = await enter()
    for (const origin of [
      undefined,
      '',
      'null',
      'http://evil.example',
      'http://127.0.0.1',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port + 1}`,
      `http://localhost:${port}`,
      `http://127.0.0.1:${port}/`,
      `http://127.0.0.1:${port}.evil.example`,
      `http://127.0.0.1:${port}, http://evil.example`,
      `HTTP://127.0.0.1:${port}`,
      'file://',
      'app://so-mot-cua',
      `chrome-extension://127.0.0.1:${port}`,
    ]) {
      const { origin: own, ...headers } = goodHeaders(cookie)
      const answer = await send(
        request('POST /call/people/list', origin === undefined ? headers : { ...headers, origin }, '{}'),
      )
      expect([origin, own, statusOf(answer)]).toEqual([origin, own, 403])
    }
    expect(core.calls).toEqual([])
  })

  it('is not taken as anything a form can send', async () => {
    const cookie = await enter()
    for (const type of [
      'text/plain',
      'text/plain; application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=b',
      'application/json; charset=utf-16',
      'application/json, text/plain',
      'application/csp-report',
      'application/json5',
      '',
    ]) {
      const headers = { ...goodHeaders(cookie), 'content-type': type }
      const answer = await send(request('POST /call/people/list', headers, '{"input":null}'))
      expect([type, statusOf(answer)]).toEqual([type, 415])
    }
    expect(core.calls).toEqual([])
  })

  it('gets no leave by asking before', async () => {
    const cookie = await enter()
    for (const path of ['/call/people/list', '/launch', '/changes', '/']) {
      const answer = await send(
        request(`OPTIONS ${path}`, {
          cookie,
          origin: 'http://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
          'access-control-request-private-network': 'true',
        }),
      )
      expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
      expect(answer).not.toMatch(/access-control-allow/i)
    }
  })

  it('reads no stream from another page of this machine', async () => {
    const cookie = await enter()
    for (const site of ['same-site', 'cross-site', 'none']) {
      const answer = await send(request('GET /changes', { cookie, 'sec-fetch-site': site }))
      expect([site, statusOf(answer)]).toEqual([site, 401])
    }
    expect(core.listeners()).toBe(0)
  })

  it('cannot call by another method or below another path', async () => {
    const headers = goodHeaders(await enter())
    for (const line of [
      'GET /call/people/list',
      'PUT /call/people/list',
      'POST /CALL/people/list',
      'POST /call/people/list/',
      'POST /call//people/list',
      'POST /call/people',
      'POST /call/people/list/x',
      'TRACE /',
    ]) {
      const answer = await send(request(line, { ...headers, 'x-http-method-override': 'POST' }, '{}'))
      expect([line, statusOf(answer) >= 400]).toEqual([line, true])
    }
    expect(core.calls).toEqual([])
  })
})

const PASSWORD = 'mật-khẩu-thử-9'
const SIGN_IN = { login: 'truong', password: PASSWORD }

/** The host on an office that asks for sign-in. */
async function signInOffice() {
  await host.close()
  const office = await openTestCore({ account: { login: 'truong', password: PASSWORD, roles: ['counter'] } })
  host = await serve(office.core)
  return office
}

describe('session theft', () => {
  it('after sign-out: the cookie of the window reads nothing any more', async () => {
    await signInOffice()
    const cookie = await enter()
    const inside = (await call(cookie, 'people/signIn', SIGN_IN)).cookie ?? ''
    expect((await call(inside, 'dossiers/counts')).reply).toMatchObject({ ok: true })
    await call(inside, 'people/signOut')
    for (const path of ['dossiers/counts', 'people/list', 'office/staff', 'figures/summary']) {
      expect((await call(inside, path)).reply).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })
    }
    expect((await call(inside, 'office/status')).reply).toMatchObject({ value: { user: null, dossiers: 0 } })
  })

  it('by fixation: a cookie known before sign-in is worth nothing after it', async () => {
    await signInOffice()
    const known = await enter()
    expect((await call(known, 'office/status')).reply).toMatchObject({ ok: true })
    const { cookie: inside, reply } = await call(known, 'people/signIn', SIGN_IN)
    expect(reply).toMatchObject({ ok: true })
    expect(inside).not.toBe(known)
    expect(await call(known, 'dossiers/counts')).toMatchObject({ status: 401 })
    expect((await fetch(`${host.url}/changes`, { headers: { cookie: known } })).status).toBe(401)
    expect(await call(inside ?? '', 'dossiers/counts')).toMatchObject({ status: 200, reply: { ok: true } })
  })

  it('by the next one at a shared PC: the cookie of who was here before is worth nothing', async () => {
    const { client } = await signInOffice()
    const { password } = await client.people.add({ name: 'Lan', login: 'lan', roles: ['specialist'] })
    const first = (await call(await enter(), 'people/signIn', SIGN_IN)).cookie ?? ''
    const second = await call(first, 'people/signIn', { login: 'lan', password })
    expect(second.reply).toMatchObject({ value: { user: { name: 'Lan' } } })
    expect(await call(first, 'dossiers/counts')).toMatchObject({ status: 401 })
  })

  it('by a cookie nobody was given', async () => {
    await signInOffice()
    const name = (await enter()).split('=')[0] ?? ''
    for (const value of ['', 'x', newSecret(), '__proto__', 'constructor', 'undefined', 'null', '%00', '*']) {
      expect(await call(`${name}=${value}`, 'office/status')).toMatchObject({ status: 401, cookie: null })
    }
  })

  it('by another window: it has a session of its own, and a failed sign-in gives nothing', async () => {
    await signInOffice()
    const signedIn = (await call(await enter(), 'people/signIn', SIGN_IN)).cookie ?? ''
    const other = await enter(host.newLaunchUrl())
    const wrong = await call(other, 'people/signIn', { ...SIGN_IN, password: 'x' })
    expect(wrong).toMatchObject({ cookie: null, reply: { error: { code: 'sign-in-refused' } } })
    expect((await call(other, 'dossiers/counts')).reply).toMatchObject({ error: { code: 'not-signed-in' } })
    expect((await call(signedIn, 'dossiers/counts')).reply).toMatchObject({ ok: true })
  })

  it('by another process that has the cookie and no page: it is not answered without our Origin', async () => {
    await signInOffice()
    const cookie = (await call(await enter(), 'people/signIn', SIGN_IN)).cookie ?? ''
    const { origin: _own, ...headers } = goodHeaders(cookie)
    expect(statusOf(await send(request('POST /call/dossiers/counts', headers, '{}')))).toBe(403)
  })

  it('by the cookie of another office on this machine', async () => {
    const cookie = await enter()
    const elsewhere = await startWebHost({ core: fakeCore(), rendererDir: folder, port: 0, log: () => {} })
    const headers = { cookie, origin: elsewhere.url, 'content-type': 'application/json' }
    const response = await fetch(`${elsewhere.url}/call/a/b`, { method: 'POST', headers, body: '{}' })
    await elsewhere.close()
    expect(response.status).toBe(401)
  })
})

describe('replay of a secret', () => {
  it('of a launch: sixteen at once let one window in', async () => {
    const all = await Promise.all(
      Array.from({ length: 16 }, () => fetch(host.launchUrl, { redirect: 'manual' })),
    )
    expect(all.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(all.filter((one) => cookieOf(one) !== null)).toHaveLength(1)
  })

  it('of a launch: it opens nothing as join secret, cookie or the other way round', async () => {
    const secret = new URL(host.launchUrl).searchParams.get('secret') ?? ''
    const bearer = (value: string) =>
      fetch(`${host.url}/launch`, { method: 'POST', headers: { authorization: `Bearer ${value}` } })
    expect((await bearer(secret)).status).toBe(403)
    const byJoin = await fetch(`${host.url}/launch?secret=${host.joinSecret}`, { redirect: 'manual' })
    expect(byJoin.status).toBe(401)
    expect(await call(`so-mot-cua-${port}=${secret}`, 'a/b')).toMatchObject({ status: 401 })
    expect(await call(`so-mot-cua-${port}=${host.joinSecret}`, 'a/b')).toMatchObject({ status: 401 })
  })

  it('of a join: refused in every other form, and to a page of ours', async () => {
    for (const authorization of [
      '',
      'Bearer',
      'Bearer ',
      `bearer ${host.joinSecret}`,
      `Basic ${host.joinSecret}`,
      `Bearer ${host.joinSecret}x`,
      `Bearer ${host.joinSecret.slice(1)}`,
      `Bearer ${host.joinSecret.toUpperCase()}`,
    ]) {
      const answer = await send(request('POST /launch', { authorization }))
      expect([authorization, statusOf(answer)]).toEqual([authorization, 403])
    }
    const asPage = { authorization: `Bearer ${host.joinSecret}`, origin: host.url }
    expect(statusOf(await send(request('POST /launch', asPage)))).toBe(403)
  })

  it('of a launch: compares in one time and forgets what was never used', () => {
    expect(sameSecret('', '')).toBe(true)
    expect(sameSecret('a', 'a'.repeat(1000))).toBe(false)
    const secrets = new LaunchSecrets()
    const first = secrets.issue()
    for (let i = 0; i < LaunchSecrets.LIMIT; i++) secrets.issue()
    expect(secrets.spend(first)).toBe(false)
    const last = secrets.issue()
    expect([secrets.spend(last), secrets.spend(last), secrets.spend('')]).toEqual([true, false, false])
  })
})

describe('a body without measure', () => {
  it('is refused by its announced length, before any of it is read', async () => {
    const cookie = await enter()
    for (const [path, length] of [
      ['people/add', 2 * 1024 * 1024],
      ['imports/open', 60 * 1024 * 1024],
      ['people/signIn', 1e12],
    ] as const) {
      const headers = { ...goodHeaders(cookie), 'content-length': String(length) }
      expect([path, statusOf(await send(request(`POST /call/${path}`, headers)))]).toEqual([path, 413])
    }
    expect(core.calls).toEqual([])
  })

  it('is refused in portions without a length as soon as it is too much', async () => {
    const cookie = await enter()
    const head = request('POST /call/people/add', { ...goodHeaders(cookie), 'transfer-encoding': 'chunked' })
    const portion = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const before = process.memoryUsage().rss
    const answer = await send(head + portion.repeat(40))
    expect([0, 413]).toContain(statusOf(answer))
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
    expect(core.calls).toEqual([])
  })

  it('is not even awaited from who has no cookie', async () => {
    const headers = { ...goodHeaders('a=b'), 'content-length': '1000000' }
    const began = performance.now()
    expect(statusOf(await send(request('POST /call/imports/open', headers)))).toBe(401)
    expect(performance.now() - began).toBeLessThan(900)
  })

  it('that comes drop by drop is given up, and others are answered meanwhile', async () => {
    await host.close()
    host = await serve(core, 400)
    const cookie = await enter()
    const headers = { ...goodHeaders(cookie), 'content-length': '1000', connection: 'keep-alive' }
    const began = performance.now()
    const slow = send(`${request('POST /call/people/add', headers)}{`, { quietMs: 5000, keepOpen: true })
    expect((await call(cookie, 'office/status')).status).toBe(200)
    const answer = await slow
    expect(performance.now() - began).toBeLessThan(4000)
    expect([0, 408]).toContain(statusOf(answer))
    expect(core.calls).toHaveLength(1)
  })

  it('with two lengths, or a length and portions, is not taken', async () => {
    const headers = goodHeaders(await enter())
    const lines = Object.entries({ host: `127.0.0.1:${port}`, connection: 'close', ...headers })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
    for (const smuggled of [
      `POST /call/a/b HTTP/1.1\r\n${lines}content-length: 2\r\ncontent-length: 3\r\n\r\n{} `,
      `POST /call/a/b HTTP/1.1\r\n${lines}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
      `POST /call/a/b HTTP/1.1\r\n${lines}transfer-encoding: chunked\r\ntransfer-encoding: identity\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
    ]) {
      expect(statusOf(await send(smuggled))).toBe(400)
    }
    expect(core.calls).toEqual([])
  })

  it('with headers without end is cut off', async () => {
    const answer = await send(request('GET /', { 'x-long': 'x'.repeat(100_000) }))
    expect([0, 431]).toContain(statusOf(answer))
  })

  it('of 100,000 arrays in one another is read at once, and reaches for no prototype', async () => {
    const cookie = await enter()
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    for (const body of [`{"input":${deep}}`, `{"input":{"a":${deep},"b":"__proto__"}}`]) {
      const began = performance.now()
      const answer = await send(request('POST /call/a/b', goodHeaders(cookie), body), { quietMs: 5000 })
      expect(statusOf(answer)).toBeGreaterThan(0)
      expect(performance.now() - began).toBeLessThan(3000)
    }
    for (const key of ['__proto__', '\\u005f_proto__', '\\u005f\\u005fproto\\u005f\\u005f']) {
      const body = `{"input":{"a":[{"${key}":{"polluted":1}}]}}`
      expect([key, statusOf(await send(request('POST /call/a/b', goodHeaders(cookie), body)))]).toEqual([
        key,
        400,
      ])
    }
    expect((await call(cookie, 'office/status')).status).toBe(200)
  })
})

describe('the headers', () => {
  it('of every answer, refusals too, keep the page from being framed, sniffed, kept and told on', async () => {
    const cookie = await enter()
    const lines: [string, Record<string, string>][] = [
      ['GET /', {}],
      ['GET /index.html', {}],
      ['GET /missing.js', {}],
      ['GET /launch?secret=x', {}],
      ['GET /changes', {}],
      ['GET /changes', { cookie }],
      ['POST /launch', {}],
      ['POST /call/a/b', {}],
      ['POST /call/a/b', goodHeaders(cookie)],
      ['POST /call/a/b', { ...goodHeaders(cookie), 'content-length': '2000000' }],
      ['GET /', { host: 'evil.example' }],
      ['OPTIONS /call/a/b', {}],
    ]
    for (const [line, headers] of lines) {
      const answer = await send(request(line, headers), { quietMs: 300 })
      const of = (name: string) => new RegExp(`^${name}: (.*)\r$`, 'im').exec(answer)?.[1] ?? null
      expect([line, of('x-content-type-options')]).toEqual([line, 'nosniff'])
      expect([line, of('referrer-policy')]).toEqual([line, 'no-referrer'])
      expect([line, of('cross-origin-opener-policy')]).toEqual([line, 'same-origin'])
      expect([line, of('cross-origin-resource-policy')]).toEqual([line, 'same-origin'])
      expect([line, of('cache-control')]).toEqual([line, 'no-store'])
      const policy = of('content-security-policy') ?? ''
      expect([line, policy]).toEqual([line, expect.stringContaining("frame-ancestors 'none'")])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toMatch(/script-src 'self';/)
      expect(policy).not.toMatch(/unsafe-eval|\*|https?:|script-src[^;]*unsafe-inline/)
      expect(of('x-powered-by')).toBeNull()
      expect(of('server')).toBeNull()
    }
  })

  it('of the cookie keep it from scripts and other sites', async () => {
    const { client } = await signInOffice()
    expect((await client.people.list()).length).toBe(1)
    for (const response of [
      await fetch(host.launchUrl, { redirect: 'manual' }),
      await fetch(`${host.url}/call/people/signIn`, {
        method: 'POST',
        headers: goodHeaders(await enter(host.newLaunchUrl())),
        body: JSON.stringify({ input: SIGN_IN }),
      }),
    ]) {
      expect(response.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    }
  })
})

describe('the host', () => {
  it('is not reached but over the loopback', async () => {
    const { networkInterfaces } = await import('node:os')
    const outer = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && !one.internal && one.family === 'IPv4')
    for (const one of outer) {
      const reached = await new Promise((resolve) => {
        const socket = connect(port, one?.address ?? '', () => resolve(true))
        socket.setTimeout(500, () => resolve(false))
        socket.on('error', () => resolve(false))
        socket.on('close', () => resolve(false))
        setTimeout(() => socket.destroy(), 600)
      })
      expect([one?.address, reached]).toEqual([one?.address, false])
    }
    expect(host.url).toBe(`http://127.0.0.1:${port}`)
  })
})
