import { describe, expect, it } from 'vitest'
import { PORTION, portionsOf } from './notices-portions.ts'

describe('the portions notices are printed in', () => {
  it('hold every page once, in order', () => {
    for (const total of [0, 1, PORTION - 1, PORTION, PORTION + 1, 5 * PORTION, 20_000]) {
      const portions = portionsOf(total)
      const pages = portions.reduce((sum, { from, to }) => sum + to - from + 1, 0)
      expect(pages).toBe(total)
      portions.forEach(({ from }, index) => expect(from).toBe((portions[index - 1]?.to ?? 0) + 1))
      expect(portions.every(({ from, to }) => to - from < PORTION)).toBe(true)
    }
  })

  it('are one for a list that fits into it', () => {
    expect(portionsOf(PORTION)).toEqual([{ from: 1, to: PORTION }])
    expect(portionsOf(PORTION + 3)).toHaveLength(2)
  })
})
