import { describe, expect, it } from 'vitest'
import { type KeyPress, matches } from './use-shortcut.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  target: null,
  ...more,
})

describe('a shortcut', () => {
  it('acts on its own keys and no others', () => {
    expect(matches('ctrl+k', press('k', { ctrlKey: true }))).toBe(true)
    expect(matches('ctrl+k', press('K', { ctrlKey: true }))).toBe(true)
    expect(matches('ctrl+k', press('k'))).toBe(false)
    expect(matches('f2', press('F2'))).toBe(true)
    expect(matches('f2', press('F2', { altKey: true }))).toBe(false)
  })

  it('knows the digit by its place where Alt makes it another character', () => {
    expect(matches('alt+1', press('¡', { altKey: true, code: 'Digit1' }))).toBe(true)
    expect(matches('alt+2', press('¡', { altKey: true, code: 'Digit1' }))).toBe(false)
  })

  it('never acts while Telex or VNI is composing a letter', () => {
    expect(matches('ctrl+k', press('k', { ctrlKey: true, isComposing: true }))).toBe(false)
    expect(matches('?', press('Process'))).toBe(false)
  })
})
