import { describe, expect, it } from 'vitest'
import { contrast, DARK, LIGHT, TEXT_ON_GROUND } from './palette.ts'

describe('colours', () => {
  it('measure contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('can be read on every ground of the %s scheme (4.5 : 1)', (_, scheme) => {
    const poor = TEXT_ON_GROUND.map((pair) => pair(scheme)).filter(({ fg, bg }) => contrast(fg, bg) < 4.5)
    expect(poor).toEqual([])
  })
})
