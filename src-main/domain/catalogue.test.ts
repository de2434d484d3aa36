import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Validity, gapsOf, phaseFault, planVersion } from './catalogue.ts'
import { civilDate, fromDayNumber, toDayNumber } from './civil-date.ts'
import { isValidOn } from './procedure.ts'

const version = (from: string, to: string | null = null, key = 'transfer'): Validity => ({
  key,
  validFrom: civilDate(from),
  validTo: to === null ? null : civilDate(to),
})

describe('a new version', () => {
  const old = version('2014-07-01', '2024-07-31')
  const open = version('2025-07-01')

  it('that begins after an open-ended one ends it on the day before', () => {
    expect(planVersion(version('2027-01-01'), [old, open])).toEqual({
      fits: true,
      closes: { version: open, validTo: '2026-12-31' },
    })
  })
  it('ends it on 29/2 when it begins on 1/3 of a leap year', () => {
    expect(planVersion(version('2028-03-01'), [open])).toMatchObject({ closes: { validTo: '2028-02-29' } })
  })
  it('that fills a gap closes nothing', () => {
    expect(planVersion(version('2024-08-01', '2025-06-30'), [old, open])).toEqual({
      fits: true,
      closes: null,
    })
  })
  it('of another procedure meets nothing', () => {
    expect(planVersion(version('2026-01-01', null, 'mortgage'), [old, open])).toEqual({
      fits: true,
      closes: null,
    })
  })
  it.each([
    ['on the same day as another', '2025-07-01', null],
    ['inside a closed one', '2020-01-01', '2020-12-31'],
    ['before an open one, without an end', '2024-08-01', null],
    ['in a gap, and runs a day too long', '2024-08-01', '2025-07-01'],
    ['on the last day of a closed one', '2024-07-31', '2024-12-31'],
  ])('that begins %s is refused', (_where, from, to) => {
    expect(planVersion(version(from, to), [old, open]).fits).toBe(false)
  })
})

describe('whatever is added in whatever order', () => {
  const day = fc
    .integer({ min: toDayNumber(civilDate('2014-01-01')), max: toDayNumber(civilDate('2016-12-31')) })
    .map(fromDayNumber)
  const any = fc.record({ validFrom: day, end: fc.option(day, { nil: null }) }).map(({ validFrom, end }) => ({
    key: 'k',
    validFrom,
    validTo: end === null || end < validFrom ? null : end,
  }))

  it('a day has at most one version, and all days between the first and the last have one or lie in a gap', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.array(day, { maxLength: 30 }), (wanted, days) => {
        const kept: Validity[] = []
        for (const added of wanted) {
          const plan = planVersion(added, kept)
          if (!plan.fits) continue
          if (plan.closes) plan.closes.version.validTo = plan.closes.validTo
          kept.push({ ...added })
        }
        const gaps = gapsOf(kept)
        const first = kept.map(({ validFrom }) => validFrom).toSorted()[0]
        const last = kept
          .map(({ validFrom }) => validFrom)
          .toSorted()
          .at(-1)
        for (const on of days) {
          const inForce = kept.filter((one) => isValidOn(one, on)).length
          expect(inForce).toBeLessThanOrEqual(1)
          if (first === undefined || last === undefined || on < first || on > last) continue
          expect(inForce === 0).toBe(gaps.some(({ from, to }) => from <= on && on <= to))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('gaps', () => {
  it('are the days between two versions', () => {
    expect(gapsOf([version('2025-07-01'), version('2014-07-01', '2024-07-31')])).toEqual([
      { from: '2024-08-01', to: '2025-06-30' },
    ])
  })
  it('are not there when one version follows the other', () => {
    expect(gapsOf([version('2014-07-01', '2023-01-14'), version('2023-01-15')])).toEqual([])
  })
})

describe('the two appointments', () => {
  const phases = (first: number, second: number, term: number, unit: 'working-day' | 'calendar-day') =>
    phaseFault({ phases: { first, second }, term, unit })
  it('add up to the term, in working days', () => {
    expect(phases(5, 3, 8, 'working-day')).toBeNull()
    expect(phases(5, 2, 8, 'working-day')).toBe('phases-not-the-term')
    expect(phases(5, 3, 8, 'calendar-day')).toBe('phases-need-working-days')
    expect(phaseFault({ phases: null, term: 8, unit: 'calendar-day' })).toBeNull()
  })
})
