import { describe, expect, it } from 'vitest'
import { Pacing } from './pacing.ts'

const START = Date.parse('2026-11-23T02:00:00.000Z')

/** Tries `count` times, each as soon as it may; answers the waits before each, in seconds. */
function waitsOf(pacing: Pacing, login: string, count: number): number[] {
  let now = START
  return Array.from({ length: count }, () => {
    const wait = pacing.secondsToWait(login, now)
    now += wait * 1000
    pacing.begin(login, now)
    return wait
  })
}

describe('wrong tries', () => {
  it('cost nothing three times, then twice as long each time, five minutes at most', () => {
    expect(waitsOf(new Pacing(), 'lan', 14)).toEqual([0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
  })

  it('are forgotten once the password was right', () => {
    const pacing = new Pacing()
    waitsOf(pacing, 'lan', 8)
    pacing.succeeded('lan')
    expect(waitsOf(pacing, 'lan', 3)).toEqual([0, 0, 0])
  })

  it('at one login do not hold up another', () => {
    const pacing = new Pacing()
    waitsOf(pacing, 'lan', 8)
    expect(pacing.secondsToWait('hoa', START)).toBe(0)
  })

  it('do not lock somebody out for a day when the clock is put back', () => {
    const pacing = new Pacing()
    waitsOf(pacing, 'lan', 6)
    const yesterday = START - 86_400_000
    expect(pacing.secondsToWait('lan', yesterday)).toBe(8)
    expect(pacing.secondsToWait('lan', yesterday + 8000)).toBe(0)
  })

  it('are remembered for ten thousand logins, so that guessing names fills no memory; few tries give way first', () => {
    const pacing = new Pacing()
    waitsOf(pacing, 'lan', 5)
    pacing.begin('binh', START)
    for (let n = 0; n < 10_000; n++) pacing.begin(`login${n}`, START)
    expect(pacing.secondsToWait('lan', START)).toBeGreaterThan(0)
    expect(waitsOf(pacing, 'binh', 4)).toEqual(waitsOf(new Pacing(), 'binh', 4))
  })
})
