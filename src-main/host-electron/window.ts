/**
 * The one window.
 */
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { PAGE_URL } from './app-scheme.ts'
import { MINIMUM_SIZE, placeWindow, readWindowState, saveWindowState } from './window-state.ts'

/** What the window is made from. */
export interface WindowFiles {
  preload: string
  /** Where its place is remembered. */
  stateFile: string
}

/** Opens the window where it was last and shows it once the page has drawn itself. */
export function openWindow({ preload, stateFile }: WindowFiles, development: boolean): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { maximized, ...place } = placeWindow(readWindowState(stateFile), areas)
  const window = new BrowserWindow({
    ...place,
    ...MINIMUM_SIZE,
    show: false,
    title: 'Sổ Một Cửa',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#121212' : '#ffffff',
    webPreferences: webPreferences(preload, development),
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('close', () =>
    saveWindowState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  return window
}

/** Loads the page; on its own, so that everything that guards the window stands before. */
export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(PAGE_URL)
}

/** A window nobody sees, for a paper on its way to the printer. It has no bridge. */
export function openPaperWindow(): BrowserWindow {
  const { preload, ...apart } = webPreferences('', false)
  return new BrowserWindow({ show: false, title: 'Sổ Một Cửa', webPreferences: apart })
}

/** Brings the window to the front, for a second start of the program. */
export function showWindow(window: Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/**
 * A page with something unsaved holds the window open. A browser asks then; here we have to, or nothing would close.
 * @param leave asks, and says whether to close all the same.
 */
export function askBeforeClosing(
  contents: {
    on: (event: 'will-prevent-unload', listener: (event: { preventDefault: () => void }) => void) => unknown
  },
  leave: () => boolean,
): void {
  contents.on('will-prevent-unload', (event) => {
    if (leave()) event.preventDefault()
  })
}

/** No Node in the page, no guests, no dictionaries from the network. The one plugin there is shows PDFs. */
export function webPreferences(preload: string, development: boolean): Electron.WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    plugins: true,
    spellcheck: false,
    devTools: development,
  }
}
