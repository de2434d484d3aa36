import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOwnAddress, pageHandler } from './app-scheme.ts'

let folder: string
let answer: (request: Request) => Promise<Response>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smc-scheme-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer-old'))
  writeFileSync(join(folder, 'renderer', 'index.html'), 'the page')
  writeFileSync(join(folder, 'renderer', 'assets', 'index-Ab12_-xy.js'), 'export {}')
  writeFileSync(join(folder, 'renderer', 'notes.db'), 'secret')
  writeFileSync(join(folder, 'outside.js'), 'secret')
  writeFileSync(join(folder, 'renderer-old', 'page.js'), 'secret')
  answer = pageHandler(join(folder, 'renderer'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (path: string) => answer(new Request(`app://so-mot-cua${path}`))

describe('the page’s own scheme', () => {
  it('serves the page with its security policy', async () => {
    const response = await get('/')
    expect([response.status, await response.text()]).toEqual([200, 'the page'])
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('serves hashed files for ever', async () => {
    const response = await get('/assets/index-Ab12_-xy.js?v=1')
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it.each([
    '/../outside.js',
    '/%2e%2e/outside.js',
    '/..%2foutside.js',
    '/..%2Frenderer-old/page.js',
    '/assets/..%2f..%2foutside.js',
    '/..%5coutside.js',
    '/%00index.html',
    '/index.html%00.js',
    '/C:/outside.js',
    '/%zz',
    '/assets',
    '/assets/',
    '/missing.js',
    '/notes.db',
  ])('has nothing at %s', async (path) => {
    const response = await get(path)
    expect([response.status, await response.text()]).toEqual([404, ''])
  })

  it('is only read', async () => {
    const response = await answer(new Request('app://so-mot-cua/', { method: 'POST', body: 'x' }))
    expect(response.status).toBe(404)
  })

  it.each([
    ['app://so-mot-cua/', true],
    ['app://so-mot-cua/index.html#/dossiers', true],
    ['app://so-mot-cua.evil/', false],
    ['app://so-mot-cua@evil/', false],
    ['app://user@so-mot-cua/', false],
    ['app://evil/so-mot-cua', false],
    ['apps://so-mot-cua/', false],
    ['https://so-mot-cua/', false],
    ['about:blank', false],
    ['', false],
  ])('%s is our own address: %s', (address, own) => expect(isOwnAddress(address)).toBe(own))
})
