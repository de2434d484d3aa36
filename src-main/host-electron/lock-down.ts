/**
 * What no page may do in this program, whatever gets into it.
 */
import { isOwnAddress, isOwnFile } from './app-scheme.ts'

/** What is used of Electron's `Session`. */
export interface PermissionKeeper {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
}

/** The one thing granted: copying a dossier's code when the user asks for it. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** Camera, location, notifications, devices …: denied without a question. */
export function setupPermissions(session: PermissionKeeper): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(GRANTED.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission))
  session.setDevicePermissionHandler(() => false)
}

/** What is used of a navigation event. */
export interface NavigationEvent {
  readonly url: string
  preventDefault(): void
}

/** What is used of `webContents`. */
export interface Navigator {
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (event: NavigationEvent) => void,
  ): unknown
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown
}

/** Every page stays where it is: it may load itself again, and go nowhere else; no new windows, no guests. */
export function setupNavigation(contents: Navigator): void {
  const stay = (event: NavigationEvent) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  // Files the page made, such as a receipt to be printed, are shown in a frame of it; the page itself goes to none.
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnFile(event.url)) stay(event)
  })
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
