import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstAfterCounter, nextOfRole, pathOf, stepAt, stepTermOf } from './path.ts'

const eight = { term: 8, unit: 'working-day', remoteExtra: 10, steps: [] } as const
const plain = { ...eight, phases: null, hasFeeLeg: false, steps: [] }
const transfer = { ...eight, phases: { first: 5, second: 3 }, hasFeeLeg: true, steps: [] }
const halves = (path: ReturnType<typeof pathOf>): number =>
  path.reduce(
    (sum, step) => sum + (step.role === 'tax' || step.role === 'return' ? 0 : stepTermOf(step).term),
    0,
  )

describe('a path', () => {
  it('that the catalogue does not lay down is counter, processing, signature, return', () => {
    expect(pathOf(plain, false).map(({ role, term }) => [role, term])).toEqual([
      ['counter', 1],
      ['processing', 13],
      ['signature', 2],
      ['return', 1],
    ])
  })

  it('has the tax leg between its two phases where there is a financial obligation', () => {
    expect(pathOf(transfer, false).map(({ role, term }) => [role, term])).toEqual([
      ['counter', 1],
      ['processing', 9],
      ['tax', 10],
      ['processing', 4],
      ['signature', 2],
      ['return', 1],
    ])
  })

  it('spends the whole term on the branch’s own steps, a remote commune’s extra days too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.boolean(), (term, remote) => {
        const path = pathOf({ ...plain, term }, remote)
        expect(halves(path)).toBe((remote ? term + 10 : term) * 2)
      }),
    )
    expect(halves(pathOf(transfer, true))).toBe(36)
  })

  it('laid down by the catalogue is taken as it is; the first step is the counter’s, the last gives the result back', () => {
    const step = { name: 'x', agency: '', term: 1, unit: 'half-day' } as const
    const roles = pathOf({ ...plain, steps: [step, { ...step, role: 'agency' }, step, step] }, false)
    expect(roles.map(({ role }) => role)).toEqual(['counter', 'agency', 'processing', 'return'])
  })

  it('finds the next of its steps', () => {
    const path = pathOf(transfer, false)
    expect(firstAfterCounter(path)).toEqual({ index: 1, role: 'processing' })
    expect(nextOfRole(path, 1, 'processing')).toEqual({ index: 3, role: 'processing' })
    expect(nextOfRole(path, 2, 'tax')).toBeNull()
    expect(stepAt(path, 6)).toBeNull()
  })
})
