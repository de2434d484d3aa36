/**
 * How the window reaches the office: over Electron's bridge where there is one, over HTTP otherwise.
 */
import { createORPCClient, type ClientLink } from '@orpc/client'
import type { Bridge, CallReply } from '../../src-main/contract/bridge.ts'
import type { ChangeNotice, Subscribe } from '../../src-main/contract/changes.ts'
import { OfficeError } from '../../src-main/contract/errors.ts'
import type { OfficeClient } from '../../src-main/contract/index.ts'

declare global {
  interface Window {
    /** Put there by the preload of the desktop shell. */
    readonly bridge?: Bridge
  }
}

type Carry = (path: readonly string[], input: unknown, signal?: AbortSignal) => Promise<CallReply>

/**
 * The client of the office and its change notices. Every refusal of the office is thrown as an `OfficeError`;
 * `no-connection` when the host cannot be reached.
 */
export function createTransport(bridge: Bridge | undefined = window.bridge): {
  client: OfficeClient
  onChange: Subscribe
} {
  return bridge === undefined
    ? { client: clientOver(carryOverHttp), onChange: listenOverHttp }
    : { client: clientOver(bridge.call), onChange: bridge.onChange }
}

/** A client whose calls are carried by `carry`. */
export function clientOver(carry: Carry): OfficeClient {
  const link: ClientLink<Record<never, never>> = {
    async call(path, input, { signal }) {
      const reply = await carry(path, input, signal)
      if (reply.ok) return reply.value
      const { code, params, fields } = reply.error
      throw new OfficeError(code, params, fields)
    },
  }
  return createORPCClient(link)
}

/** Carries a call to the host the page came from. */
export async function carryOverHttp(
  path: readonly string[],
  input: unknown,
  signal?: AbortSignal,
): Promise<CallReply> {
  try {
    const response = await fetch(`/call/${path.map(encodeURIComponent).join('/')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input }),
      signal: signal ?? null,
    })
    const reply: unknown = await response.json()
    if (isReply(reply)) return reply
  } catch (error) {
    // Called off by the screen itself: no fault of the connection.
    if (signal?.aborted) throw error
  }
  return { ok: false, error: { code: 'no-connection', params: {}, fields: [] } }
}

function isReply(reply: unknown): reply is CallReply {
  return (
    typeof reply === 'object' && reply !== null && 'ok' in reply && ('value' in reply || 'error' in reply)
  )
}

/** Notices over server-sent events. The browser connects again by itself; what was missed meanwhile is made good. */
const listenOverHttp: Subscribe = (listener) => {
  const source = new EventSource('/changes')
  let broken = false
  source.onmessage = ({ data }: MessageEvent<string>) => listener(JSON.parse(data) as ChangeNotice)
  source.onerror = () => (broken = true)
  source.onopen = () => {
    if (!broken) return
    broken = false
    listener({ topic: 'dossiers' })
    listener({ topic: 'office' })
  }
  return () => source.close()
}
