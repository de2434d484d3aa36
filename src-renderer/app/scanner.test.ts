import { describe, expect, it } from 'vitest'
import { createScanner } from './scanner.ts'

const CODE = '000.00.22.H32-200102-0001'

/** Types a text, one key every `gap` milliseconds, then Enter. */
function type(text: string, gap: number, enterAfter = gap): string | null {
  const scanner = createScanner()
  let at = 1000
  for (const key of text) {
    scanner.press(key, at)
    at += gap
  }
  return scanner.press('Enter', at - gap + enterAfter)
}

describe('a bar-code scanner', () => {
  it('is known by its speed', () => {
    expect(type(CODE, 8)).toBe(CODE)
  })

  it('is not mistaken for somebody typing', () => {
    expect(type(CODE, 90)).toBeNull()
    expect(type(CODE, 8, 400)).toBeNull()
  })

  it('does not make a code of a few fast keys', () => {
    expect(type('1234567', 8)).toBeNull()
  })

  it('leaves out what was typed before the scan', () => {
    const scanner = createScanner()
    scanner.press('x', 0)
    ;[...CODE].forEach((key, index) => scanner.press(key, 1000 + index * 5))
    expect(scanner.press('Enter', 1000 + CODE.length * 5)).toBe(CODE)
  })

  it('may press Shift between the letters', () => {
    const scanner = createScanner()
    ;[...'ABCDEFGH'].forEach((key, index) => {
      scanner.press('Shift', index * 10)
      scanner.press(key, index * 10 + 3)
    })
    expect(scanner.press('Enter', 85)).toBe('ABCDEFGH')
  })

  it('tells what has come of a burst so far', () => {
    const scanner = createScanner()
    ;[...'x056|'].forEach((key, index) => scanner.press(key, index === 0 ? 0 : 1000 + index * 5))
    expect(scanner.burst()).toBe('056|')
  })

  it('starts anew after each Enter', () => {
    const scanner = createScanner()
    ;[...CODE].forEach((key, index) => scanner.press(key, index * 5))
    scanner.press('Enter', CODE.length * 5)
    expect(scanner.press('Enter', CODE.length * 5 + 5)).toBeNull()
  })
})
