/**
 * What the desktop shows beside the window: notifications, and the number at the program's icon. The page decides what and
 * says it in words; here it is only checked and shown.
 */
import { desktopBadgeSchema, desktopNoticeSchema } from '../contract/bridge.ts'
import { type CallEvent, isTrustedSender } from './calls.ts'
import { BADGE_CHANNEL, NOTIFY_CHANNEL, OPEN_CHANNEL } from './channels.ts'

/** What is used of `ipcMain`. */
export interface DesktopReceiver {
  handle(channel: string, listener: (event: CallEvent, message: unknown) => void): void
}

/** What is used of a `Notification`. */
export interface ShownNotification {
  on(event: 'click' | 'close' | 'failed', listener: () => void): unknown
  show(): void
}

/** What is used of a `BrowserWindow`. */
export interface DesktopWindow<Picture> {
  webContents: { isDestroyed(): boolean; send(channel: string, key: unknown): void }
  setOverlayIcon(picture: Picture | null, words: string): void
}

/** What is used of Electron. */
export interface DesktopParts<Picture, Window extends DesktopWindow<Picture>> {
  /** The window, `null` while there is none. */
  window: () => Window | null
  /** Brings the window to the front. */
  show: (window: Window) => void
  /** `null` where the system shows none. */
  notification: ((words: { title: string; body: string }) => ShownNotification) | null
  setBadgeCount: (count: number) => unknown
  pictureOf: (dataUrl: string) => Picture
  platform: NodeJS.Platform
}

/** Shows what the page asks for. Messages from anything but our own page, and those of another form, show nothing. */
export function setupDesktop<Picture, Window extends DesktopWindow<Picture>>(
  receiver: DesktopReceiver,
  parts: DesktopParts<Picture, Window>,
): void {
  // What nobody holds is collected, and its click is then heard by nobody.
  const shown = new Set<ShownNotification>()
  const trusted = (event: CallEvent) => isTrustedSender(event, parts.window()?.webContents ?? null)
  receiver.handle(NOTIFY_CHANNEL, (event, message) => {
    const read = desktopNoticeSchema.safeParse(message)
    if (!trusted(event) || !read.success || parts.notification === null) return
    const { key, title, body } = read.data
    const notification = parts.notification({ title, body })
    shown.add(notification)
    const over = () => void shown.delete(notification)
    notification.on('close', over)
    notification.on('failed', over)
    notification.on('click', () => {
      over()
      const window = parts.window()
      if (window === null || window.webContents.isDestroyed()) return
      parts.show(window)
      window.webContents.send(OPEN_CHANNEL, key)
    })
    notification.show()
  })
  receiver.handle(BADGE_CHANNEL, (event, message) => {
    const read = desktopBadgeSchema.safeParse(message)
    if (!trusted(event) || !read.success) return
    const { count, words, picture } = read.data
    // Windows has no number at the icon, but a small picture over it.
    if (parts.platform !== 'win32') parts.setBadgeCount(count)
    else {
      const none = count === 0 || picture === null
      parts.window()?.setOverlayIcon(none ? null : parts.pictureOf(picture), none ? '' : words)
    }
  })
}
