import { expect, it } from 'vitest'
import { barsOf } from './codes.ts'

/** Code 128, set B: start, A, B, C, the check character (310 mod 103 = 1) and the stop, as the standard draws them. */
const ABC = ['11010010000', '10100011000', '10001011000', '10001000110', '11001101100', '1100011101011'].join(
  '',
)

it('draws every bar from module to module, as scanners read them', async () => {
  const bars = await barsOf('ABC')
  const modules = Array.from({ length: ABC.length }, (_, module) =>
    bars.some(([from, to]) => module >= from && module < to) ? '1' : '0',
  )
  expect(modules.join('')).toBe(ABC)
  for (const edge of bars.flat()) expect(Number.isInteger(edge)).toBe(true)
})
