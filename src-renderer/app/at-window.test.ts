import { describe, expect, it } from 'vitest'
import { type AtWindow, isSomebodyElse } from './at-window.ts'

const at = (id: number | null, more: Partial<AtWindow> = {}): AtWindow => ({
  id,
  sample: false,
  open: false,
  ...more,
})
const SAMPLE = { sample: true, open: true }

describe('the person at the window', () => {
  it.each([
    ['comes in at an empty window', at(null), at(1), false],
    ['stays', at(1), at(1), false],
    ['leaves, or is thrown out', at(1), at(null), true],
    ['is another one, signed in through another window', at(1), at(2), true],
    ['stays when sign-in is turned on with an account of their own', at(1, { open: true }), at(1), false],
    ['goes to the sample from behind a password', at(1), at(1, SAMPLE), true],
    ['comes back from the sample to a door', at(1, SAMPLE), at(null), true],
    ['goes from an open office to its sample', at(3, { open: true }), at(1, SAMPLE), false],
    ['comes back from there', at(1, SAMPLE), at(3, { open: true }), false],
    ['opens the sample from first start', at(null, { open: false }), at(1, SAMPLE), false],
  ])('%s', (_, before, now, somebodyElse) => {
    expect(isSomebodyElse(before, now)).toBe(somebodyElse)
  })
})
