import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageHandler } from './app-scheme.ts'

let folder: string
let answer: (request: Request) => Promise<Response>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smc-scheme-attack-'))
  const page = join(folder, 'renderer')
  mkdirSync(join(page, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer.js'))
  for (const path of ['outside.js', 'outside.html', 'register.db', 'renderer.js/a.js'])
    writeFileSync(join(folder, path), 'SECRET')
  writeFileSync(join(page, 'index.html'), 'the page')
  writeFileSync(join(page, '.hidden.js'), 'the page')
  symlinkSync(join(folder, 'outside.js'), join(page, 'assets', 'link.js'))
  symlinkSync(folder, join(page, 'assets', 'up'))
  symlinkSync('/etc', join(page, 'etc'))
  answer = pageHandler(page)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const OUT = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2E.',
  '%252e%252e',
  '..%00',
  '%c0%ae%c0%ae',
  '\uff0e\uff0e',
  '%u002e%u002e',
  '....',
]
const BETWEEN = ['/', '%2f', '%2F', '%252f', '\\', '%5c', '%255c', '//', '/./', '%c0%af', '\u2215']

describe('path traversal on the page’s own scheme', () => {
  it('gets nothing, however the way out is written', async () => {
    for (const out of OUT) {
      for (const between of BETWEEN) {
        for (const start of ['/', '/assets/', '/assets/..%2f', '//']) {
          for (const file of ['outside.js', 'outside.html', 'renderer.js/a.js', 'etc/passwd']) {
            const path = `${start}${out}${between}${out}${between}${file}`
            const shorter = `${start}${out}${between}${file}`
            for (const one of [path, shorter]) {
              const response = await answer(new Request(`app://so-mot-cua${one}`))
              expect([one, response.status, await response.text()]).toEqual([one, 404, ''])
            }
          }
        }
      }
    }
  })

  it.each([
    '/assets/link.js',
    '/assets/up/outside.js',
    '/assets/up/renderer.js/a.js',
    '/etc/hosts.json',
    '/%5c%5cserver%5cshare%5cfile.js',
    '//server/share/file.js',
    '/%2f%2fserver/share/file.js',
    '/%5c%5c.%5cC:%5cfile.js',
    '/file:%2f%2f%2fetc%2fpasswd.js',
    '/C:%5coutside.js',
    '/index.html::$DATA',
    '/index.html%00',
    '/index.html%00.js',
    '/outside.js%2f..',
    '/index.html%20',
    '/constructor',
    '/x.constructor',
    '/x.__proto__',
  ])('gets nothing at %s', async (path) => {
    const response = await answer(new Request(`app://so-mot-cua${path}`))
    expect([response.status, await response.text()]).toEqual([404, ''])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it.each(['app://so-mot-cua.evil/index.html', 'app://evil/index.html', 'app://so-mot-cua:1/index.html'])(
    'gets nothing under another host: %s',
    async (address) => expect((await answer(new Request(address))).status).toBe(404),
  )
})
