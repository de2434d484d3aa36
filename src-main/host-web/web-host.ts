/**
 * The office over HTTP, for windows on this machine only.
 */
import type { AddressInfo } from 'node:net'
import cookie from '@fastify/cookie'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { MAX_EXPORT_BYTES } from '../contract/backups.ts'
import { MAX_IMPORT_BYTES } from '../contract/common.ts'
import type { CallReply } from '../contract/bridge.ts'
import type { ErrorCode } from '../contract/errors.ts'
import { SECURITY_HEADERS } from '../host-common/page-security.ts'
import type { Log } from '../host-common/log.ts'
import type { Core, Session } from '../office/core.ts'
import { ChangeStreams } from './change-stream.ts'
import { bodyIsJson, fetchedFromElsewhere, hostIsOwn, originIsOwn, ownHosts } from './guards.ts'
import { servePage } from './page.ts'
import { newSecret, sameSecret } from './secrets.ts'
import { Windows } from './windows.ts'

const BODY_LIMIT = 1024 * 1024
/** A request that is not all here by then is given up. */
const SLOWEST_REQUEST_MS = 120_000
/** A register travels as base64 in JSON: a third larger, and something for the envelope. */
const IMPORT_BODY_LIMIT = Math.ceil(MAX_IMPORT_BYTES / 3) * 4 + 64 * 1024
/** The same of an export of everything, at first start. */
const EXPORT_BODY_LIMIT = Math.ceil(MAX_EXPORT_BYTES / 3) * 4 + 64 * 1024

/** What the web host needs. */
export interface WebHostOptions {
  core: Core
  /** The built page. */
  rendererDir: string
  /** Port on 127.0.0.1; 0 for any free one. */
  port: number
  log: Log
  /** For tests. */
  heartbeatMs?: number
  /** For tests. */
  slowestRequestMs?: number
}

/** A running web host. */
export interface WebHost {
  /** `http://127.0.0.1:port`. */
  url: string
  /** Address that opens one window, once. */
  launchUrl: string
  /** A further such address. */
  newLaunchUrl(): string
  /** Lets another process of the same user ask for a launch address (`POST /launch`). */
  joinSecret: string
  /** Ends the streams and the server; the core stays open. */
  close(): Promise<void>
}

/**
 * Starts the host on 127.0.0.1.
 * @throws when the port cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { core, log } = options
  const windows = new Windows(core)
  const streams = new ChangeStreams(core, options.heartbeatMs)
  const joinSecret = newSecret()
  const slowest = options.slowestRequestMs ?? SLOWEST_REQUEST_MS
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    requestTimeout: slowest,
    http: { headersTimeout: slowest / 2, connectionsCheckingInterval: slowest / 4 },
    exposeHeadRoutes: false,
    // An address that cannot be decoded never reaches the guards: it gets nothing but a bare refusal.
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack()
      reply.raw.writeHead(400, { 'content-length': '0' }).end()
    },
  })
  const port = () => portOf(app.server.address())
  const url = () => `http://127.0.0.1:${port()}`
  const newLaunchUrl = () => `${url()}/launch?secret=${windows.issueLaunchSecret()}`

  await app.register(cookie)
  guardEverything(app, port, log)
  // Cookies know no ports: another office on this machine must not take this one's.
  const cookieName = () => `so-mot-cua-${port()}`
  const sessionOf = (request: FastifyRequest) => windows.session(request.cookies[cookieName()])

  serveLaunch(app, { windows, cookieName, sessionOf, joinSecret, newLaunchUrl })
  serveCalls(app, core, { windows, cookieName, sessionOf })
  app.get('/changes', async (request, reply) => {
    if (sessionOf(request) === null || fetchedFromElsewhere(request.headers)) {
      return refuse(reply, 401, 'no-session')
    }
    streams.start(reply)
  })
  await servePage(app, options.rendererDir)

  await app.listen({ host: '127.0.0.1', port: options.port })
  return {
    url: url(),
    launchUrl: newLaunchUrl(),
    newLaunchUrl,
    joinSecret,
    async close() {
      streams.close()
      await app.close()
    },
  }
}

const portOf = (address: AddressInfo | string | null) =>
  address === null || typeof address === 'string' ? 0 : address.port

/** What holds for every request, before a byte of its body is read. */
function guardEverything(app: FastifyInstance, port: () => number, log: Log): void {
  let hosts: ReadonlySet<string> | null = null
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(SECURITY_HEADERS).header('cache-control', 'no-store')
    hosts ??= ownHosts(port())
    if (!hostIsOwn(request.headers, hosts)) return refuse(reply, 403, 'no-session')
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  )
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status === 413) return refuse(reply, 413, 'file-too-large')
    if (status >= 400 && status < 500) return refuse(reply, status, 'invalid-input')
    log('a request failed', error)
    return refuse(reply, 500, 'internal')
  })
}

interface SessionParts {
  windows: Windows
  cookieName: () => string
  sessionOf: (request: FastifyRequest) => Session | null
}

interface LaunchParts extends SessionParts {
  joinSecret: string
  newLaunchUrl: () => string
}

function serveLaunch(app: FastifyInstance, parts: LaunchParts): void {
  app.get('/launch', async (request, reply) => {
    const secret = readSecret(request.query)
    if (parts.sessionOf(request) !== null) {
      // A further window of the same browser, or an address loaded again. Another key would throw the person out of
      // the windows that are open, and away with what they had typed there.
      if (secret !== null) parts.windows.spend(secret)
      return reply.redirect('/', 303)
    }
    const key = secret === null ? null : parts.windows.admit(secret)
    if (key !== null) {
      giveKey(reply, parts.cookieName(), key)
      return reply.redirect('/', 303)
    }
    return reply.code(401).type('text/plain; charset=utf-8').send(LAUNCH_REFUSED)
  })
  app.post('/launch', async (request, reply) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    // Asked by a second start of the program, never by a page: a page would have an Origin.
    if (request.headers.origin !== undefined || !sameSecret(given, parts.joinSecret)) {
      return refuse(reply, 403, 'no-session')
    }
    return { launchUrl: parts.newLaunchUrl() }
  })
}

const LAUNCH_REFUSED = `Liên kết này đã được dùng hoặc không đúng. Hãy mở lại chương trình.
This link was used already or is wrong. Please start the program again.
`

function giveKey(reply: FastifyReply, cookieName: string, key: string): void {
  void reply.setCookie(cookieName, key, { httpOnly: true, sameSite: 'strict', path: '/' })
}

function readSecret(query: unknown): string | null {
  const given = typeof query === 'object' && query !== null && 'secret' in query ? query.secret : null
  return typeof given === 'string' ? given : null
}

function serveCalls(
  app: FastifyInstance,
  core: Core,
  { windows, cookieName, sessionOf }: SessionParts,
): void {
  const guard = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!originIsOwn(request.headers)) return refuse(reply, 403, 'no-session')
    if (sessionOf(request) === null) return refuse(reply, 401, 'no-session')
    if (!bodyIsJson(request.headers)) return refuse(reply, 415, 'invalid-input')
  }
  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    path: readonly string[],
  ): Promise<CallReply> => {
    const session = sessionOf(request)
    if (session === null) return failure('no-session')
    const before = peopleAt(session)
    const answered = await core.call(session, path, readInput(request.body))
    if (peopleAt(session).some((person) => !before.includes(person))) {
      const key = windows.renew(request.cookies[cookieName()] ?? '')
      if (key !== null) giveKey(reply, cookieName(), key)
    }
    return answered
  }
  app.post('/call/imports/open', { onRequest: guard, bodyLimit: IMPORT_BODY_LIMIT }, async (request, reply) =>
    answer(request, reply, ['imports', 'open']),
  )
  app.post(
    '/call/backups/importAll',
    { onRequest: guard, bodyLimit: EXPORT_BODY_LIMIT },
    async (request, reply) => answer(request, reply, ['backups', 'importAll']),
  )
  app.post<{ Params: { feature: string; operation: string } }>(
    '/call/:feature/:operation',
    { onRequest: guard },
    async (request, reply) => answer(request, reply, [request.params.feature, request.params.operation]),
  )
}

/** Who has signed in at a window, and in which register. */
function peopleAt({ presences }: Session): string[] {
  return [...presences].map(([register, { staffId }]) => `${register} ${staffId}`)
}

/** The body is `{"input": …}`, so that "no input" can cross as well. */
function readInput(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'input' in body ? body.input : undefined
}

function failure(code: ErrorCode): CallReply {
  return { ok: false, error: { code, params: {}, fields: [] } }
}

function refuse(reply: FastifyReply, status: number, code: ErrorCode): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(failure(code))
}
