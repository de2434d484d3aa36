/**
 * The web host as a program: opens the office, serves it, opens a window on it, and closes with that window.
 */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StartOptions } from '../host-common/arguments.ts'
import { browserArguments, openBrowser, profileDir } from '../host-common/browser.ts'
import { claimDataDir, type HostLock, isLock } from '../host-common/host-lock.ts'
import { fileLog } from '../host-common/log.ts'
import { logPath, openOffice } from '../host-common/open-office.ts'
import { startWebHost, type WebHost, type WebHostOptions } from '../host-web/web-host.ts'
import type { Core } from '../office/core.ts'

/** The usual port: always the same, so that the browser keeps the window's settings from start to start. */
const USUAL_PORT = 47_120
/** A browser that ends sooner than this with a fault has not opened a window. */
const OPENING_MS = 5000

/**
 * Runs until the window is closed or the process is told to end. Answers the exit code, or `taken` when another host
 * has the data folder.
 */
export async function runWeb(
  options: StartOptions,
  root: string,
  version: string,
  browser: string | null,
): Promise<number | 'taken'> {
  // What is in the data folder is for this user alone.
  process.umask(0o077)
  const lock = claimDataDir(options.dataDir, 'web')
  if (!isLock(lock)) return 'taken'
  let core: Core | null = null
  try {
    const log = fileLog(logPath(options.dataDir))
    const resourcesDir = join(root, 'resources')
    const workerUrl = pathToFileURL(join(root, 'src-main', 'office', 'worker.ts'))
    if (options.sample) console.log('Đang mở dữ liệu mẫu … / Opening the sample …')
    core = await openOffice(options, { resourcesDir, workerUrl, version }, log, lock)
    const host = await listen({ core, rendererDir: join(root, 'out', 'renderer'), log }, options.port)
    return await serve(host, lock, options, browser)
  } finally {
    await core?.close()
    lock.release()
  }
}

/** Takes the port asked for, or the usual one if it is free, or any. */
async function listen(options: Omit<WebHostOptions, 'port'>, port: number | null): Promise<WebHost> {
  try {
    return await startWebHost({ ...options, port: port ?? USUAL_PORT })
  } catch (error) {
    if (port !== null) throw error
    return startWebHost({ ...options, port: 0 })
  }
}

async function serve(
  host: WebHost,
  lock: HostLock,
  { dataDir }: StartOptions,
  browser: string | null,
): Promise<number> {
  const end = toldToEnd()
  lock.announce(host.url, host.joinSecret)
  try {
    if (browser !== null) {
      await showWindow(browser, host, dataDir, end)
    } else {
      console.log(`Sổ Một Cửa: ${host.launchUrl}`)
      await end
    }
    return 0
  } finally {
    await host.close()
  }
}

/** Opens the window and waits until it is closed. If none can be opened, prints an address and goes on. */
async function showWindow(
  browser: string,
  host: WebHost,
  dataDir: string,
  end: Promise<void>,
): Promise<void> {
  const opened = Date.now()
  const fine = await openAndWait(browser, host.launchUrl, dataDir, end)
  if (fine || Date.now() - opened > OPENING_MS) return
  console.log(`Không mở được cửa sổ, hãy mở địa chỉ này: / Please open this address: ${host.newLaunchUrl()}`)
  await end
}

/** Opens an address in a browser window; answers, when the browser has ended, whether it ended well. */
export function openAndWait(
  browser: string,
  url: string,
  dataDir: string,
  end: Promise<void> = new Promise(() => {}),
): Promise<boolean> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const args = browserArguments(url, profileDir(browser, dataDir, homedir()), asRoot)
  const child = openBrowser(browser, args)
  void end.then(() => child.kill())
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}

/** Ctrl+C, or the system asking the program to end. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
