import { describe, expect, it } from 'vitest'
import { matchesTyped } from './folded-match.ts'

const EXCHANGE = 'Cấp đổi Giấy chứng nhận có đo đạc lại thửa đất'

describe('a procedure is found by a few letters of its name', () => {
  it('without diacritics, with them, and with đ as d', () => {
    expect(matchesTyped(EXCHANGE, 'cap doi')).toBe(true)
    expect(matchesTyped(EXCHANGE, 'Cấp Đổi')).toBe(true)
    expect(matchesTyped(EXCHANGE, 'do dac')).toBe(true)
  })

  it('by beginnings of its words in any order', () => {
    expect(matchesTyped(EXCHANGE, 'gi c d')).toBe(true)
    expect(matchesTyped(EXCHANGE, 'thua gia cap')).toBe(true)
  })

  it('not by letters from the middle of a word, nor when one word is missing', () => {
    expect(matchesTyped(EXCHANGE, 'hua')).toBe(false)
    expect(matchesTyped(EXCHANGE, 'cap lai mat')).toBe(false)
  })

  it('always, while nothing is typed', () => {
    expect(matchesTyped(EXCHANGE, '')).toBe(true)
    expect(matchesTyped(EXCHANGE, '  ')).toBe(true)
  })
})
