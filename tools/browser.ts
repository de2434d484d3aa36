/**
 * The browser of the end-to-end tests: an installed Chrome, Edge or Chromium; else, on Debian as root, the
 * `chromium` package.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findBrowser } from '../src-main/host-common/browser.ts'

/** Path of a browser to test with, installed when need be; `null` when there is none to be had. */
export function ensureBrowser(): string | null {
  const given = process.env['BROWSER_PATH']
  if (given !== undefined && existsSync(given)) return given
  return findBrowser() ?? (installChromium() ? findBrowser() : null)
}

function installChromium(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false
  console.log('No browser found; installing the chromium package.')
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')
}
