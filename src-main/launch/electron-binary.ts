/**
 * Electron's binary: it is no part of its package and is fetched at the first start, where the network lets it.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const FETCH_LIMIT_MS = 60_000
/** From then on somebody waiting is told why. */
const TELL_AFTER_MS = 3000
const RETRY_AFTER_MS = 24 * 3_600_000

/** Path of Electron's executable, or `null` when it is not there. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const path = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : null
}

/** Finds or fetches Electron. After a failure no further attempt is made for a day. */
export async function getElectron(root: string, tell: (line: string) => void): Promise<string | null> {
  const found = findElectron(root)
  if (found !== null) return found
  const note = join(root, 'node_modules', '.cache', 'so-mot-cua', 'electron-not-fetched')
  if (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD'] || triedLately(note, Date.now())) return null
  const fetched = (await fetchElectron(root, tell)) ? findElectron(root) : null
  if (fetched === null) remember(note)
  return fetched
}

/** Whether an attempt failed within the last day. */
export function triedLately(note: string, now: number): boolean {
  const tried = statSync(note, { throwIfNoEntry: false })?.mtimeMs
  return tried !== undefined && now - tried < RETRY_AFTER_MS
}

function remember(note: string): void {
  try {
    mkdirSync(dirname(note), { recursive: true })
    writeFileSync(note, '')
  } catch {
    // The program's folder is read-only: the next start tries again.
  }
}

function fetchElectron(root: string, tell: (line: string) => void): Promise<boolean> {
  const script = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(script)) return Promise.resolve(false)
  const waiting = setTimeout(
    () => tell('Đang lấy Electron, nhiều nhất một phút … / Fetching Electron, a minute at most …'),
    TELL_AFTER_MS,
  )
  return new Promise<boolean>((resolve) => {
    const fetching = spawn(process.execPath, [script], { stdio: 'ignore', timeout: FETCH_LIMIT_MS })
    fetching.on('error', () => resolve(false))
    fetching.on('exit', (code) => resolve(code === 0))
  }).finally(() => clearTimeout(waiting))
}
