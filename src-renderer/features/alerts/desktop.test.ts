// @vitest-environment node
import { afterEach, expect, it, vi } from 'vitest'
import { desktopOf } from './desktop.ts'

afterEach(() => vi.unstubAllGlobals())

function browser(permission: string | null, answer = 'granted') {
  const shown: { title: string; options: object; onclick: () => void; close: () => void }[] = []
  const page = { title: 'Sổ Một Cửa' }
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', { focus: vi.fn() })
  const asked = vi.fn()
  if (permission !== null) {
    class Shown {
      static permission = permission
      static requestPermission = () => {
        asked()
        Shown.permission = answer
        return Promise.resolve(answer)
      }
      onclick = () => {}
      close = vi.fn()
      readonly title: string
      readonly options: object
      constructor(title: string, options: object) {
        this.title = title
        this.options = options
        shown.push(this)
      }
    }
    vi.stubGlobal('Notification', Shown)
  }
  return { desktop: desktopOf(undefined), shown, page, asked }
}

it.each([
  ['granted', 'shown'],
  ['denied', 'denied'],
  ['default', 'to-ask'],
  [null, 'unsupported'],
])('in a browser whose permission is %s notifications are %s', (permission, state) => {
  const { desktop, asked } = browser(permission)
  expect(desktop.state()).toBe(state)
  expect(asked).not.toHaveBeenCalled()
})

it('the browser is asked once, and not again after it said no', async () => {
  const { desktop, asked } = browser('default', 'denied')
  expect(await desktop.ask()).toBe('denied')
  expect(await desktop.ask()).toBe('denied')
  expect(asked).toHaveBeenCalledOnce()
})

it('a clicked notification brings the window to the front and opens what it is about', () => {
  const { desktop, shown } = browser('granted')
  const onOpen = vi.fn()
  desktop.notify({ key: 'k', title: 'Đến hạn hôm nay', body: 'x', onOpen })
  expect(shown).toMatchObject([{ title: 'Đến hạn hôm nay', options: { body: 'x', tag: 'k' } }])
  shown[0]?.onclick()
  expect(onOpen).toHaveBeenCalledOnce()
})

it('the title of a browser tab carries the number, and loses it again', () => {
  const { desktop, page } = browser('granted')
  desktop.badge(3, '')
  desktop.badge(12, '')
  expect(page.title).toBe('(12) Sổ Một Cửa')
  desktop.badge(0, '')
  expect(page.title).toBe('Sổ Một Cửa')
})

it('in the shell notifications and number go over the bridge, and a click comes back to its own alert', () => {
  const open: { click?: (key: string) => void } = {}
  const bridge = {
    notify: vi.fn(() => Promise.resolve()),
    badge: vi.fn(() => Promise.resolve()),
    onOpen: (listener: (key: string) => void) => {
      open.click = listener
      return () => {}
    },
  }
  const desktop = desktopOf(bridge)
  const [first, second] = [vi.fn(), vi.fn()]
  desktop.notify({ key: 'a', title: 'x'.repeat(300), body: '', onOpen: first })
  desktop.notify({ key: 'b', title: 'b', body: '', onOpen: second })
  expect(bridge.notify).toHaveBeenCalledWith({ key: 'a', title: 'x'.repeat(200), body: '' })
  open.click?.('b')
  open.click?.('b')
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1])
  desktop.badge(0, '')
  expect(bridge.badge).toHaveBeenCalledWith({ count: 0, words: '', picture: null })
})
