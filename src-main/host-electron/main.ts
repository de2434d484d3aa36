/**
 * The desktop shell: opens the office and one window on it.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  Notification,
  protocol,
  session,
} from 'electron'
import { HELP, readArguments, type StartOptions } from '../host-common/arguments.ts'
import { surroundings } from '../host-common/data-dir.ts'
import { claimDataDir, type HostLock, isLock } from '../host-common/host-lock.ts'
import { fileLog } from '../host-common/log.ts'
import { logPath, openOffice } from '../host-common/open-office.ts'
import type { Core } from '../office/core.ts'
import { pageHandler, SCHEME_PRIVILEGES } from './app-scheme.ts'
import { setupCalls, setupChanges } from './calls.ts'
import { setupDesktop } from './desktop.ts'
import { setupNavigation, setupPermissions } from './lock-down.ts'
import { menuTemplate } from './menu.ts'
import { setupPrinting } from './print.ts'
import { askBeforeClosing, loadPage, openPaperWindow, openWindow, showWindow } from './window.ts'

/** Paths beside the bundle, `out/main/index.js`. */
const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url))

let window: BrowserWindow | null = null

protocol.registerSchemesAsPrivileged(SCHEME_PRIVILEGES)
const options = readStart()
// Chromium's files stand with the data, so that two data folders are two programs that do not meet.
const profile = join(options.dataDir, 'window')
// Electron takes only a folder that is there. What is in the data folder is for this user alone.
process.umask(0o077)
mkdirSync(profile, { recursive: true })
app.setPath('userData', profile)
// The name Windows shows notifications under.
app.setAppUserModelId('vn.so-mot-cua')
const log = fileLog(logPath(options.dataDir))

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => window !== null && showWindow(window))
  app.on('window-all-closed', () => app.quit())
  app.on('web-contents-created', (_event, contents) => setupNavigation(contents))
  app.whenReady().then(start).catch(giveUp)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const lock = claimDataDir(options.dataDir, 'window')
  if (!isLock(lock)) {
    dialog.showErrorBox(
      'Sổ Một Cửa',
      'Dữ liệu đang được mở bằng trình duyệt.\nThe data is open in a browser window.',
    )
    app.quit()
    return
  }
  const core = await openOffice(options, programFiles(), log, lock)
  setupClosing(core, lock)
  setupPermissions(session.defaultSession)
  protocol.handle('app', pageHandler(beside('../renderer')))
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, !app.isPackaged)))
  setupCalls(ipcMain, core, () => window?.webContents ?? null)
  setupPrinting(ipcMain, () => window?.webContents ?? null, openPaperWindow)
  setupChanges(core, () => window?.webContents ?? null)
  setupDesktop(ipcMain, {
    window: () => window,
    show: showWindow,
    notification: Notification.isSupported() ? (words) => new Notification(words) : null,
    setBadgeCount: (count) => app.setBadgeCount(count),
    pictureOf: (dataUrl) => nativeImage.createFromDataURL(dataUrl),
    platform: process.platform,
  })
  await setupWindow()
}

async function setupWindow(): Promise<void> {
  const files = {
    preload: beside('../preload/index.cjs'),
    stateFile: join(app.getPath('userData'), 'window-state.json'),
  }
  const opened = openWindow(files, !app.isPackaged)
  askBeforeClosing(opened.webContents, () => leavesDraft(opened))
  window = opened
  window.on('closed', () => (window = null))
  await loadPage(window)
}

/** Asks in both languages, as everything the shell itself says. */
function leavesDraft(over: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(over, {
    ...{ type: 'question', title: 'Sổ Một Cửa', defaultId: 0, cancelId: 0, noLink: true },
    buttons: ['Ở lại · Stay', 'Bỏ bản nháp · Discard'],
    message:
      'Bản nháp lịch làm việc chưa được áp dụng và sẽ mất.\nThe draft of the calendar has not been applied and will be lost.',
  })
  return answer === 1
}

/** Quitting waits for the write in progress. */
function setupClosing(core: Core, lock: HostLock): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    core
      .close()
      .catch((error: unknown) => log('the office did not close well', error))
      .finally(() => {
        closed = true
        lock.release()
        app.quit()
      })
  })
}

function readStart(): StartOptions {
  const read = readArguments(process.argv.slice(1), surroundings(), true)
  if (read.kind === 'run') return read.options
  console.log(read.kind === 'help' ? HELP : read.message)
  process.exit(read.kind === 'help' ? 0 : 2)
}

function programFiles() {
  return {
    resourcesDir: beside('../../resources'),
    workerUrl: new URL('./worker.js', import.meta.url),
    version: app.getVersion(),
  }
}

function giveUp(error: unknown): void {
  log('the program could not start', error)
  dialog.showErrorBox(
    'Sổ Một Cửa',
    `Không mở được dữ liệu. Chi tiết trong tệp:\nThe data could not be opened. Details are in the file:\n${logPath(options.dataDir)}`,
  )
  app.exit(1)
}
