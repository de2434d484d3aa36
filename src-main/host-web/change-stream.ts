import type { FastifyReply } from 'fastify'
import { SECURITY_HEADERS } from '../host-common/page-security.ts'
import type { Core } from '../office/core.ts'

const HEARTBEAT_MS = 25_000
/** A window that takes nothing is dropped before it fills the memory; it comes back by itself and refreshes. */
const LARGEST_BACKLOG = 1024 * 1024

/** The open streams of change notices (server-sent events). */
export class ChangeStreams {
  readonly #core: Pick<Core, 'subscribe'>
  readonly #heartbeatMs: number
  readonly #open = new Set<() => void>()

  constructor(core: Pick<Core, 'subscribe'>, heartbeatMs = HEARTBEAT_MS) {
    this.#core = core
    this.#heartbeatMs = heartbeatMs
  }

  /** Turns a reply into a stream that lives until the window or the host goes. */
  start(reply: FastifyReply): void {
    reply.hijack()
    const stream = reply.raw
    stream.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    })
    stream.write('retry: 1000\n\n')
    const heartbeat = setInterval(() => stream.write(':\n\n'), this.#heartbeatMs)
    const unsubscribe = this.#core.subscribe((notice) => {
      if (stream.writableLength > LARGEST_BACKLOG) stream.destroy()
      else stream.write(`data: ${JSON.stringify(notice)}\n\n`)
    })
    const end = () => stream.end()
    this.#open.add(end)
    stream.on('error', () => stream.destroy())
    stream.on('close', () => {
      clearInterval(heartbeat)
      unsubscribe()
      this.#open.delete(end)
    })
  }

  close(): void {
    for (const end of this.#open) end()
  }
}
