import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { menuTemplate } from './menu.ts'
import { askBeforeClosing, showWindow, webPreferences } from './window.ts'
import { placeWindow, readWindowState, saveWindowState } from './window-state.ts'

vi.mock('electron', () => ({ BrowserWindow: class {}, nativeTheme: {}, screen: {} }))

const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }]
const state = { x: 100, y: 50, width: 1200, height: 800, maximized: false }

describe('a page that holds the window open', () => {
  it.each([true, false])('is closed all the same only when the answer is to leave (%s)', (leave) => {
    let closes = false
    const contents = {
      on: (_event: string, listener: (event: { preventDefault: () => void }) => void) =>
        listener({ preventDefault: () => (closes = true) }),
    }
    askBeforeClosing(contents, () => leave)
    expect(closes).toBe(leave)
  })
})

describe('the place of the window', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'smc-window-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is remembered', () => {
    const path = join(folder, 'state.json')
    expect(readWindowState(path)).toBeNull()
    saveWindowState(path, state)
    expect(placeWindow(readWindowState(path), screens)).toEqual(state)
  })

  it('is forgotten when the file makes no sense', () => {
    const path = join(folder, 'state.json')
    for (const text of [
      '',
      '[]',
      '{"x":1}',
      JSON.stringify({ ...state, width: 10 }),
      JSON.stringify({ ...state, x: 0.5 }),
    ]) {
      writeFileSync(path, text)
      expect([text, readWindowState(path)]).toEqual([text, null])
    }
  })

  it('does not keep the window from closing when it cannot be written', () => {
    expect(() => saveWindowState(join(folder, 'no', 'state.json'), state)).not.toThrow()
  })

  it.each([
    ['a screen that is gone', { ...state, x: 4000 }],
    ['above the screen', { ...state, y: -300 }],
    ['its last corner', { ...state, x: 1900, y: 1030 }],
  ])('is the middle of the screen instead of %s', (_where, lost) => {
    expect(placeWindow(lost, screens)).toEqual({ width: 1200, height: 800, maximized: false })
  })

  it('may be on a second screen left of the first', () => {
    const left = { ...state, x: -1800 }
    expect(placeWindow(left, [...screens, { x: -1920, y: 0, width: 1920, height: 1040 }])).toEqual(left)
  })
})

describe('the window', () => {
  it('gives the page nothing of Node', () => {
    expect(webPreferences('/preload.cjs', false)).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      devTools: false,
    })
  })

  it('comes to the front at a second start', () => {
    const done: string[] = []
    const window = {
      isMinimized: () => true,
      restore: () => done.push('restore'),
      show: () => done.push('show'),
      focus: () => done.push('focus'),
    }
    showWindow(window)
    expect(done).toEqual(['restore', 'show', 'focus'])
  })

  it('has a menu that can copy, paste and zoom, without developer tools in the product', () => {
    const roles = JSON.stringify(menuTemplate('win32', false))
    for (const role of [
      'undo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'quit',
    ]) {
      expect(roles).toContain(`"role":"${role}"`)
    }
    expect(roles).not.toContain('toggleDevTools')
  })
})
