/**
 * The page's own scheme, `app://so-mot-cua/`: the built page and nothing else of the disk.
 */
import { readFile, realpath } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { cacheControl, SECURITY_HEADERS } from '../host-common/page-security.ts'

const SCHEME = 'app'
const HOST = 'so-mot-cua'

/** The page's address. */
export const PAGE_URL = `${SCHEME}://${HOST}/`

/** What the scheme may do; must be said before Electron is ready. */
export const SCHEME_PRIVILEGES = [
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]

/** Whether an address is one of the page's own. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === ''
}

/** Whether an address is of a file the page made itself, to be shown in a frame. */
export function isOwnFile(address: string): boolean {
  return address.startsWith('blob:') && isOwnAddress(address.slice('blob:'.length))
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
}

/**
 * The file an address of the page stands for, or `null`: another host, a path out of the folder, a kind of file the
 * page does not have.
 */
export function fileOf(rendererDir: string, address: string): string | null {
  if (!isOwnAddress(address)) return null
  const path = decode(new URL(address).pathname)
  if (path === null || /[\0\\:]/.test(path)) return null
  const root = resolve(rendererDir)
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`)
  return file.startsWith(root + sep) && extname(file) in MEDIA_TYPES ? file : null
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Answers the scheme's requests from the folder of the built page. */
export function pageHandler(rendererDir: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const file = request.method === 'GET' ? fileOf(rendererDir, request.url) : null
    const content = file === null ? null : await readInside(rendererDir, file).catch(() => null)
    if (file === null || content === null)
      return new Response(null, { status: 404, headers: SECURITY_HEADERS })
    const headers = {
      ...SECURITY_HEADERS,
      'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': cacheControl(file),
    }
    return new Response(new Uint8Array(content), { headers })
  }
}

/** Reads a file that is really in the folder; a link out of it leads nowhere. */
async function readInside(rendererDir: string, file: string): Promise<Buffer | null> {
  const [root, real] = await Promise.all([realpath(rendererDir), realpath(file)])
  return real.startsWith(root + sep) ? readFile(real) : null
}
