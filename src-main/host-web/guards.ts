/**
 * Who may talk to the web host. Another page in the same browser can send requests to 127.0.0.1; what it cannot do
 * is give them our Host (against DNS rebinding), our Origin, and our SameSite cookie all at once.
 */
import type { IncomingHttpHeaders } from 'node:http'

/** The exact forms of this host's own address. */
export function ownHosts(port: number): ReadonlySet<string> {
  return new Set([`127.0.0.1:${port}`, `localhost:${port}`])
}

/** Whether a request was meant for this host. */
export function hostIsOwn(headers: IncomingHttpHeaders, hosts: ReadonlySet<string>): boolean {
  return headers.host !== undefined && hosts.has(headers.host)
}

/** Whether a page of this very host sent the request. A missing Origin does not count as ours. */
export function originIsOwn(headers: IncomingHttpHeaders): boolean {
  return headers.origin === `http://${headers.host}`
}

/** Whether the browser says that another site or nobody's page is asking. Old browsers say nothing. */
export function fetchedFromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin'
}

/** Whether the body is JSON; anything a form can send without asking is not. */
export function bodyIsJson(headers: IncomingHttpHeaders): boolean {
  return /^application\/json(;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '')
}
