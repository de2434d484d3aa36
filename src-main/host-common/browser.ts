/**
 * An installed Chrome, Edge or Chromium, to open the office in a window of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Surroundings, surroundings } from './data-dir.ts'

/** Whether a file is there. Handed in for tests. */
type Exists = (path: string) => boolean

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
]
const MAC_APPS = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const WINDOWS_PATHS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']

/** Path of a browser's executable, or `null` when none is found in the usual places. */
export function findBrowser(
  where: Surroundings = surroundings(),
  exists: Exists = existsSync,
): string | null {
  return candidates(where).find(exists) ?? null
}

function candidates({ platform, env, home }: Surroundings): string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']]
    return WINDOWS_PATHS.flatMap((path) =>
      roots.filter((root) => root !== undefined).map((root) => join(root, path)),
    )
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', join(home, 'Applications')]
    return MAC_APPS.flatMap((app) => roots.map((root) => join(root, `${app}.app`, 'Contents', 'MacOS', app)))
  }
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return LINUX_NAMES.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
}

/** Whether this machine can show a window. */
export function hasDisplay({ platform, env }: Surroundings): boolean {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Where the browser keeps its own files. They stand with the data, apart from the user's browsing; a browser from a
 * snap may not write into hidden folders, so its files go to the snap's own place.
 */
export function profileDir(browser: string, dataDir: string, home: string): string {
  return browser.startsWith('/snap/')
    ? join(home, 'snap', 'chromium', 'common', 'so-mot-cua', dataDir.replaceAll(/[^\w-]+/g, '_'))
    : join(dataDir, 'browser')
}

/** The browser's arguments for one window of the program, without the browser's own chatter. */
export function browserArguments(url: string, profile: string, asRoot: boolean): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-features=Translate',
    // Chromium's sandbox refuses to run as root.
    ...(asRoot ? ['--no-sandbox'] : []),
  ]
}

/** Opens the window. The process ends when its last window is closed (on macOS: when the browser is quit). */
export function openBrowser(browser: string, args: readonly string[]): ChildProcess {
  return spawn(browser, args, { stdio: 'ignore' })
}
