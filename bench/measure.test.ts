import { describe, expect, it } from 'vitest'
import { measure, quantile, summarise } from './measure.ts'

describe('the ratio of a row', () => {
  it('is the median of the ratios of its pairs, not the ratio of the medians', () => {
    const pairs = [
      { ours: 2, raw: 1 },
      { ours: 30, raw: 10 },
      { ours: 400, raw: 100 },
    ]
    expect(summarise(pairs)).toMatchObject({ ratio: 3, ours: 30, raw: 10, ratioLeast: 2, ratioMost: 4 })
    expect(summarise([...pairs, { ours: 1, raw: 10 }, { ours: 1, raw: 10 }])).toMatchObject({
      ratio: 2,
      ours: 2,
    })
  })

  it('cannot be had of nothing', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError)
  })
})

describe('a row is measured', () => {
  it('in pairs of the same round, each side first as often, after its own making ready', async () => {
    const done: string[] = []
    const sides = {
      before: (round: number) => void done.push(`before ${round}`),
      ours: (round: number) => done.push(`ours ${round}`),
      raw: (round: number) => done.push(`raw ${round}`),
      end: () => undefined,
    }
    expect((await measure(sides, 200, 2)).rounds).toBe(2)
    expect(done.slice(-6)).toEqual(['before 3', 'raw 3', 'ours 3', 'before 4', 'ours 4', 'raw 4'])
  })

  it('no more often than the row allows', async () => {
    const sides = { before: () => undefined, ours: () => 1, raw: () => 1, end: () => undefined }
    expect((await measure(sides, 4, null)).rounds).toBe(4)
  })
})
