import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { browserArguments, findBrowser, hasDisplay, profileDir } from './browser.ts'

const linux = { platform: 'linux' as const, env: { PATH: '/opt/bin:/usr/bin' }, home: '/home/lan' }

describe('an installed browser', () => {
  it.each([
    [linux, '/usr/bin/chromium'],
    [linux, '/opt/bin/microsoft-edge'],
    [{ ...linux, env: {} }, '/snap/bin/chromium'],
    [
      { ...linux, platform: 'darwin' as const },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      { ...linux, platform: 'darwin' as const },
      '/home/lan/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    [
      { platform: 'win32' as const, env: { 'ProgramFiles(x86)': 'C:/Program Files (x86)' }, home: 'H' },
      join('C:/Program Files (x86)', 'Microsoft/Edge/Application/msedge.exe'),
    ],
  ])('is found on %j at %s', (where, path) => {
    expect(findBrowser(where, (candidate) => candidate === path)).toBe(path)
  })

  it('is Chrome before Chromium where there are both', () => {
    const there = ['/usr/bin/chromium', '/usr/bin/google-chrome']
    expect(findBrowser(linux, (path) => there.includes(path))).toBe('/usr/bin/google-chrome')
  })

  it('may be missing', () => expect(findBrowser(linux, () => false)).toBeNull())

  it('opens one window with files of its own', () => {
    const args = browserArguments('http://127.0.0.1:5000/launch?secret=x', '/data/browser', false)
    expect(args).toContain('--app=http://127.0.0.1:5000/launch?secret=x')
    expect(args).toContain('--user-data-dir=/data/browser')
    expect(args).not.toContain('--no-sandbox')
    expect(browserArguments('u', 'p', true)).toContain('--no-sandbox')
  })

  it('from a snap keeps its files where a snap may write', () => {
    expect(profileDir('/usr/bin/chromium', '/data', '/home/lan')).toBe(join('/data', 'browser'))
    expect(profileDir('/snap/bin/chromium', '/data/a b', '/home/lan')).toBe(
      '/home/lan/snap/chromium/common/so-mot-cua/_data_a_b',
    )
  })
})

describe('a display', () => {
  it('is looked for on Linux only', () => {
    expect(hasDisplay({ ...linux, env: {} })).toBe(false)
    expect(hasDisplay({ ...linux, env: { DISPLAY: ':0' } })).toBe(true)
    expect(hasDisplay({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
    expect(hasDisplay({ ...linux, platform: 'win32', env: {} })).toBe(true)
  })
})
