import { describe, expect, it, vi } from 'vitest'
import type { CallEvent } from './calls.ts'
import { BADGE_CHANNEL, NOTIFY_CHANNEL, OPEN_CHANNEL } from './channels.ts'
import { setupDesktop } from './desktop.ts'

const NOTICE = { key: 'morning:2026-11-23', title: 'Tóm tắt', body: 'Trễ hạn: 3' }
const PICTURE = 'data:image/png;base64,iVBORw0KGgo='

function desktop(platform: NodeJS.Platform = 'win32', supported = true) {
  const webContents = { isDestroyed: () => false, send: vi.fn() }
  const window = { webContents, setOverlayIcon: vi.fn() }
  const handlers = new Map<string, (event: CallEvent, message: unknown) => void>()
  const notifications: { words: object; listeners: Map<string, () => void>; show: () => void }[] = []
  const parts = {
    window: () => window as typeof window | null,
    show: vi.fn(),
    notification: supported
      ? (words: object) => {
          const listeners = new Map<string, () => void>()
          const made = {
            ...{ words, listeners, show: vi.fn() },
            on: (event: string, listener: () => void) => listeners.set(event, listener),
          }
          notifications.push(made)
          return made
        }
      : null,
    setBadgeCount: vi.fn(),
    pictureOf: (dataUrl: string) => ({ dataUrl }),
    platform,
  }
  setupDesktop({ handle: (channel, listener) => void handlers.set(channel, listener) }, parts)
  const own: CallEvent = { sender: webContents, senderFrame: { url: 'app://so-mot-cua/', parent: null } }
  const send = (channel: string, message: unknown, event = own) => handlers.get(channel)?.(event, message)
  return { send, window, parts, notifications, own }
}

describe('a notification', () => {
  it('is shown with the words of the page', () => {
    const { send, notifications } = desktop()
    send(NOTIFY_CHANNEL, NOTICE)
    expect(notifications).toMatchObject([{ words: { title: 'Tóm tắt', body: 'Trễ hạn: 3' } }])
    expect(notifications[0]?.show).toHaveBeenCalledOnce()
  })
  it('brings the window to the front when it is clicked, and tells the page which one', () => {
    const { send, notifications, parts, window } = desktop()
    send(NOTIFY_CHANNEL, NOTICE)
    notifications[0]?.listeners.get('click')?.()
    expect(parts.show).toHaveBeenCalledWith(window)
    expect(window.webContents.send).toHaveBeenCalledExactlyOnceWith(OPEN_CHANNEL, NOTICE.key)
  })
  it('clicked after the window has gone does nothing', () => {
    const { send, notifications, parts } = desktop()
    send(NOTIFY_CHANNEL, NOTICE)
    parts.window = () => null
    notifications[0]?.listeners.get('click')?.()
    expect(parts.show).not.toHaveBeenCalled()
  })
  it('is not shown where the system has none', () => {
    const { send, notifications } = desktop('linux', false)
    send(NOTIFY_CHANNEL, NOTICE)
    expect(notifications).toEqual([])
  })
  it.each([null, {}, { ...NOTICE, key: '' }, { ...NOTICE, title: 'x'.repeat(201) }, { ...NOTICE, body: 1 }])(
    'of another form is not shown: %o',
    (message) => {
      const { send, notifications } = desktop()
      send(NOTIFY_CHANNEL, message)
      expect(notifications).toEqual([])
    },
  )
  it('is not shown for a frame in the page, another page or another window', () => {
    const { send, notifications, own, parts } = desktop()
    send(NOTIFY_CHANNEL, NOTICE, { ...own, senderFrame: { url: 'app://so-mot-cua/', parent: {} } })
    send(NOTIFY_CHANNEL, NOTICE, { ...own, senderFrame: { url: 'https://example.com/', parent: null } })
    send(NOTIFY_CHANNEL, NOTICE, { ...own, sender: {} })
    send(BADGE_CHANNEL, { count: 3, words: '', picture: null }, { ...own, sender: {} })
    expect(notifications).toEqual([])
    expect(parts.setBadgeCount).not.toHaveBeenCalled()
  })
})

describe('the number at the icon', () => {
  it('is a picture with words on Windows, taken away at nought', () => {
    const { send, window, parts } = desktop('win32')
    send(BADGE_CHANNEL, { count: 3, words: '3 hồ sơ trễ hạn', picture: PICTURE })
    expect(window.setOverlayIcon).toHaveBeenLastCalledWith({ dataUrl: PICTURE }, '3 hồ sơ trễ hạn')
    send(BADGE_CHANNEL, { count: 0, words: '', picture: null })
    expect(window.setOverlayIcon).toHaveBeenLastCalledWith(null, '')
    expect(parts.setBadgeCount).not.toHaveBeenCalled()
  })
  it.each(['darwin', 'linux'] as const)('is a number on %s', (platform) => {
    const { send, window, parts } = desktop(platform)
    send(BADGE_CHANNEL, { count: 3, words: '3 hồ sơ trễ hạn', picture: PICTURE })
    send(BADGE_CHANNEL, { count: 0, words: '', picture: null })
    expect(parts.setBadgeCount.mock.calls).toEqual([[3], [0]])
    expect(window.setOverlayIcon).not.toHaveBeenCalled()
  })
  it.each([
    { count: -1, words: '', picture: null },
    { count: 1.5, words: '', picture: null },
    { count: 1, words: '', picture: 'https://example.com/x.png' },
    { count: 1, words: '', picture: `data:image/png;base64,${'A'.repeat(20_001)}` },
  ])('of another form changes nothing: %o', (message) => {
    const { send, window } = desktop()
    send(BADGE_CHANNEL, message)
    expect(window.setOverlayIcon).not.toHaveBeenCalled()
  })
})
