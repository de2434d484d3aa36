/**
 * `npm start`: opens the office in the desktop shell where Electron can be had, else in the window of an installed
 * browser, and where there is no display prints its address.
 */
import { readFileSync } from 'node:fs'
import { join as pathOf } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { HELP, readArguments, type StartOptions } from './host-common/arguments.ts'
import { surroundings } from './host-common/data-dir.ts'
import { fileLog } from './host-common/log.ts'
import { logPath } from './host-common/open-office.ts'
import { findBrowser, hasDisplay } from './host-common/browser.ts'
import { build, needsBuild } from './launch/build.ts'
import { findElectron, getElectron } from './launch/electron-binary.ts'
import { findRunning } from './launch/join.ts'
import { runElectron } from './launch/run-electron.ts'
import { openAndWait, runWeb } from './launch/run-web.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const where = surroundings()

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2), where)
  if (read.kind === 'help') {
    console.log(HELP)
    return 0
  }
  if (read.kind === 'mistake') {
    console.error(read.message)
    return 2
  }
  return start(read.options)
}

async function start(options: StartOptions): Promise<number> {
  const showsWindow = options.open && hasDisplay(where)
  const joined = await join(options, showsWindow)
  if (joined !== null) return joined
  if (!makeReady()) return 1
  const electron = showsWindow ? await getElectron(root, console.log) : null
  if (electron !== null) return runElectron(electron, root, options)
  const code = await startWeb(options, showsWindow)
  if (code !== 'taken') return code
  // Another start was a moment faster.
  return (await join(options, showsWindow)) ?? 1
}

/** Joins the host that has the office open. `null` when there is none. */
async function join(options: StartOptions, showsWindow: boolean): Promise<number | null> {
  const running = await findRunning(options.dataDir)
  switch (running.kind) {
    case 'window':
      return showDesktopWindow(options)
    case 'address':
      return showAnotherWindow(running.launchUrl, options.dataDir, showsWindow)
    case 'silent':
      console.error(
        'Chương trình đang mở dữ liệu này nhưng không trả lời. / The program has this data open but does not answer.',
      )
      return 1
    case 'nobody':
      return null
  }
}

async function startWeb(options: StartOptions, showsWindow: boolean): Promise<number | 'taken'> {
  const browser = showsWindow ? findBrowser(where) : null
  if (showsWindow) console.log(withoutElectron(browser))
  try {
    return await runWeb(options, root, version(), browser)
  } catch (error) {
    fileLog(logPath(options.dataDir))('the program could not start', error)
    console.error(couldNotStart(error, options))
    return 1
  }
}

/** The office is open already: its host gave an address for one more window. */
async function showAnotherWindow(url: string, dataDir: string, showsWindow: boolean): Promise<number> {
  const browser = showsWindow ? findBrowser(where) : null
  if (browser === null) console.log(`Sổ Một Cửa: ${url}`)
  else await openAndWait(browser, url, dataDir)
  return 0
}

/** The office is open in the desktop shell: a second start of the shell brings its window to the front. */
async function showDesktopWindow(options: StartOptions): Promise<number> {
  const electron = findElectron(root)
  if (electron !== null) return runElectron(electron, root, options)
  console.log('Chương trình đang mở trong cửa sổ riêng. / The program is open in its own window.')
  return 0
}

/** Builds the program if need be. */
function makeReady(): boolean {
  if (!needsBuild(root)) return true
  console.log('Đang dựng chương trình … / Building …')
  const fault = build(root)
  if (fault !== null) console.error(fault)
  return fault === null
}

function withoutElectron(browser: string | null): string {
  return browser === null
    ? 'Không có Electron, Chrome, Edge hay Chromium; hãy mở địa chỉ dưới đây. / No Electron, Chrome, Edge or Chromium here; please open the address below.'
    : 'Chưa có Electron, mở trong cửa sổ trình duyệt. / Electron is not here, opening in a browser window.'
}

function couldNotStart(error: unknown, { port, dataDir }: StartOptions): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'EADDRINUSE' || code === 'EACCES'
    ? `Cổng ${port} không dùng được, hãy chọn --port khác. / Port ${port} cannot be had, please choose another --port.`
    : `Không mở được dữ liệu, chi tiết trong / The data could not be opened, details are in ${logPath(dataDir)}`
}

function version(): string {
  const text = readFileSync(pathOf(root, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

process.exitCode = await main()
