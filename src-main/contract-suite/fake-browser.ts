/**
 * What the page's HTTP transport uses of a browser, on Node's `fetch`: addresses relative to the page, the cookie,
 * the Origin, server-sent events.
 */
import type { Reach } from '../../src-renderer/app/transport.ts'

/** A page of `origin` that holds `cookie`. `close` ends its streams. */
export function fakeBrowser(origin: string, cookie: string): Reach & { close: () => void } {
  const open = new Set<AbortController>()
  let jar = cookie
  const pageFetch: Reach['fetch'] = async (address, init) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', jar)
    headers.set('origin', origin)
    const response = await fetch(new URL(address, origin), { ...init, headers })
    jar = response.headers.get('set-cookie')?.split(';', 1)[0] ?? jar
    return response
  }

  class PageEventSource {
    onmessage: ((event: MessageEvent<string>) => void) | null = null
    onopen: ((event: Event) => void) | null = null
    onerror: ((event: Event) => void) | null = null
    readonly #abort = new AbortController()

    constructor(address: string) {
      open.add(this.#abort)
      this.#read(address).catch(() => this.onerror?.(new Event('error')))
    }

    async #read(address: string): Promise<void> {
      const response = await pageFetch(address, { signal: this.#abort.signal })
      this.onopen?.(new Event('open'))
      let text = ''
      const decoder = new TextDecoder()
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk, { stream: true })
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks.filter((one) => one.startsWith('data: '))) {
          this.onmessage?.(new MessageEvent('message', { data: block.slice('data: '.length) }))
        }
      }
    }

    close(): void {
      this.#abort.abort()
    }
  }
  const close = () => open.forEach((one) => one.abort())
  return { bridge: undefined, fetch: pageFetch, EventSource: PageEventSource, close }
}
