/**
 * The desktop around the window: Electron's over the bridge, otherwise what the browser gives.
 */
import type { BridgeDesktop } from '../../../src-main/contract/bridge.ts'

/** Whether alerts can be shown on the desktop: the browser asks its user first, where it has notifications at all. */
export type DesktopState = 'shown' | 'to-ask' | 'denied' | 'unsupported'

/** One notification. */
export interface Notice {
  key: string
  title: string
  body: string
  /** What a click leads to. */
  onOpen: () => void
}

/** The desktop as the window can reach it. */
export interface Desktop {
  state: () => DesktopState
  /** Has the browser ask; only after a click, or it says no by itself. */
  ask: () => Promise<DesktopState>
  notify: (notice: Notice) => void
  /** Shows a number at the program's icon, or in the title of the browser's tab. */
  badge: (count: number, words: string) => void
}

/** The desktop of this window. */
export function desktopOf(bridge: BridgeDesktop | undefined): Desktop {
  return bridge === undefined ? browserDesktop() : shellDesktop(bridge)
}

function shellDesktop(bridge: BridgeDesktop): Desktop {
  const opens = new Map<string, () => void>()
  bridge.onOpen((key) => {
    opens.get(key)?.()
    opens.delete(key)
  })
  return {
    state: () => 'shown',
    ask: () => Promise.resolve('shown'),
    notify: ({ key, title, body, onOpen }) => {
      opens.set(key, onOpen)
      void bridge.notify({ key, title: title.slice(0, 200), body: body.slice(0, 500) })
    },
    badge: (count, words) =>
      void bridge.badge({ count, words, picture: count === 0 ? null : pictureOf(count) }),
  }
}

function browserDesktop(): Desktop {
  const { title } = document
  const state = (): DesktopState => {
    if (!('Notification' in globalThis)) return 'unsupported'
    const { permission } = Notification
    return permission === 'granted' ? 'shown' : permission === 'denied' ? 'denied' : 'to-ask'
  }
  return {
    state,
    ask: async () => {
      if (state() === 'to-ask') await Notification.requestPermission()
      return state()
    },
    notify: ({ key, title: words, body, onOpen }) => {
      // The same tag at two windows is one notification.
      const notification = new Notification(words, { body, tag: key })
      notification.onclick = () => {
        window.focus()
        notification.close()
        onOpen()
      }
    },
    badge: (count) => {
      document.title = count === 0 ? title : `(${count}) ${title}`
    },
  }
}

const SIZE = 32

/** The number as a small picture; more than 99 has no room. */
function pictureOf(count: number): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const brush = canvas.getContext('2d')
  if (brush === null) return null
  brush.fillStyle = '#b42318'
  brush.beginPath()
  brush.arc(SIZE / 2, SIZE / 2, SIZE / 2, 0, 2 * Math.PI)
  brush.fill()
  brush.fillStyle = '#ffffff'
  brush.textAlign = 'center'
  brush.textBaseline = 'middle'
  const text = count > 99 ? '99+' : String(count)
  brush.font = `bold ${text.length > 2 ? 14 : 19}px sans-serif`
  brush.fillText(text, SIZE / 2, SIZE / 2 + 1)
  return canvas.toDataURL('image/png')
}
