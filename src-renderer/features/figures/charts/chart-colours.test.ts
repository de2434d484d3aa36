import { describe, expect, it } from 'vitest'
import { contrast } from '../../../app/palette.ts'
import { TONES_ON_PAPER } from './chart-colours.ts'

describe('the colours of the charts', () => {
  it.each(TONES_ON_PAPER)('stand out from the paper $paper', ({ tones, paper }) => {
    for (const name of ['blue', 'green', 'amber', 'red'] as const)
      expect([name, contrast(tones[name], paper) >= 3]).toEqual([name, true])
  })

  it('differ in lightness where they lie on one another', () => {
    for (const { tones } of TONES_ON_PAPER) {
      expect(contrast(tones.blue, tones.amber)).toBeGreaterThan(1.4)
      expect(contrast(tones.amber, tones.red)).toBeGreaterThan(1.4)
    }
  })
})
