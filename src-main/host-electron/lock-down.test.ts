import { describe, expect, it } from 'vitest'
import { type NavigationEvent, type Navigator, setupNavigation, setupPermissions } from './lock-down.ts'

describe('the permissions of the page', () => {
  function decide(
    permission: string,
  ): [asked: boolean | null, checked: boolean | null, device: boolean | null] {
    let asked: boolean | null = null
    let checked: boolean | null = null
    let device: boolean | null = null
    setupPermissions({
      setPermissionRequestHandler: (handler) => handler(null, permission, (granted) => (asked = granted)),
      setPermissionCheckHandler: (handler) => (checked = handler(null, permission)),
      setDevicePermissionHandler: (handler) => (device = handler()),
    })
    return [asked, checked, device]
  }

  it.each([
    'media',
    'geolocation',
    'notifications',
    'openExternal',
    'fileSystem',
    'clipboard-read',
    'usb',
    'unknown',
  ])('do not include %s', (permission) => expect(decide(permission)).toEqual([false, false, false]))

  it('include copying text out', () => {
    expect(decide('clipboard-sanitized-write')).toEqual([true, true, false])
  })
})

describe('the page stays where it is', () => {
  function guarded() {
    const listeners = new Map<string, (event: NavigationEvent) => void>()
    let opened: { action: string } | null = null
    const contents: Navigator = {
      on: (event: string, listener: (event: NavigationEvent) => void) => listeners.set(event, listener),
      setWindowOpenHandler: (handler) => (opened = handler()),
    }
    setupNavigation(contents)
    const goes = (event: string, url: string) => {
      let prevented = false
      listeners.get(event)?.({ url, preventDefault: () => (prevented = true) })
      return !prevented
    }
    return { goes, opened: () => opened }
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('at %s', (event) => {
    const { goes } = guarded()
    expect(goes(event, 'app://so-mot-cua/#/dossiers')).toBe(true)
    for (const url of [
      'https://example.com/',
      'app://other/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'nonsense',
    ]) {
      expect([url, goes(event, url)]).toEqual([url, false])
    }
  })

  it('but shows a file of its own in a frame; nobody else has one', () => {
    const { goes } = guarded()
    expect(goes('will-frame-navigate', 'blob:app://so-mot-cua/3f0c')).toBe(true)
    expect(goes('will-navigate', 'blob:app://so-mot-cua/3f0c')).toBe(false)
    expect(goes('will-frame-navigate', 'blob:https://example.com/3f0c')).toBe(false)
  })

  it('and gets no second window and no guest', () => {
    const { goes, opened } = guarded()
    expect(opened()).toEqual({ action: 'deny' })
    expect(goes('will-attach-webview', 'app://so-mot-cua/')).toBe(false)
  })
})
