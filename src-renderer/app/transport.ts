/**
 * How the window reaches the office: over Electron's bridge where there is one, over HTTP otherwise.
 */
import { createORPCClient, type ClientLink } from '@orpc/client'
import type { Bridge, CallReply } from '../../src-main/contract/bridge.ts'
import type { ChangeNotice, Subscribe } from '../../src-main/contract/changes.ts'
import { type ErrorCode, OfficeError } from '../../src-main/contract/errors.ts'
import type { OfficeClient } from '../../src-main/contract/index.ts'

declare global {
  interface Window {
    /** Put there by the preload of the desktop shell. */
    readonly bridge?: Bridge
  }
}

type Carry = (path: readonly string[], input: unknown, signal?: AbortSignal) => Promise<CallReply>

/** What is used of the browser. Handed in for tests. */
export interface Reach {
  bridge: Bridge | undefined
  fetch: (address: string, init: RequestInit) => Promise<Response>
  EventSource: new (address: string) => Pick<EventSource, 'onmessage' | 'onopen' | 'onerror' | 'close'>
}

const ofThisWindow = (): Reach => ({
  bridge: window.bridge,
  fetch: (address, init) => fetch(address, init),
  EventSource,
})

/**
 * The client of the office and its change notices. Every refusal of the office is thrown as an `OfficeError`;
 * `no-connection` when the host cannot be reached.
 */
export function createTransport(reach: Reach = ofThisWindow()): {
  client: OfficeClient
  onChange: Subscribe
  onDoor: (listener: () => void) => () => void
} {
  const { bridge } = reach
  const listeners = new Set<() => void>()
  const atDoor = () => listeners.forEach((listener) => listener())
  const onDoor = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return bridge === undefined
    ? { client: clientOver(carryOverHttp(reach), atDoor), onChange: listenOverHttp(reach), onDoor }
    : {
        // An abort signal cannot cross the bridge; what is called off there is answered all the same.
        client: clientOver((path, input) => bridge.call([...path], input), atDoor),
        onChange: bridge.onChange,
        onDoor,
      }
}

/** Refusals that lead to the door. */
const DOOR_CODES: readonly ErrorCode[] = ['not-signed-in', 'window-locked', 'password-change-needed']

/**
 * A client whose calls are carried by `carry`.
 * @param atDoor called when the office refuses because of who is at the window, or nobody.
 */
export function clientOver(carry: Carry, atDoor: () => void = () => undefined): OfficeClient {
  const link: ClientLink<Record<never, never>> = {
    async call(path, input, { signal }) {
      const reply = await carry(path, input, signal)
      if (reply.ok) return reply.value
      const { code, params, fields } = reply.error
      if (DOOR_CODES.includes(code)) atDoor()
      throw new OfficeError(code, params, fields)
    },
  }
  return createORPCClient(link)
}

/** Carries calls to the host the page came from. */
export function carryOverHttp({ fetch }: Pick<Reach, 'fetch'>): Carry {
  return async (path, input, signal) => {
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
}

function isReply(reply: unknown): reply is CallReply {
  return (
    typeof reply === 'object' && reply !== null && 'ok' in reply && ('value' in reply || 'error' in reply)
  )
}

/** Notices over server-sent events. The browser connects again by itself; what was missed meanwhile is made good. */
function listenOverHttp({ EventSource }: Pick<Reach, 'EventSource'>): Subscribe {
  return (listener) => {
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
}
