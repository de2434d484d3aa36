import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type PeriodKind,
  type PeriodRule,
  PERIOD_KINDS,
  monthsOf,
  monthsUpTo,
  periodIndexOf,
  periodOf,
  periodsInYear,
  presetOf,
} from './period.ts'
import { civilDate, fromDayNumber, toDayNumber } from './civil-date.ts'
import { spanBefore, spanYearBefore } from './clock.ts'

describe('a period', () => {
  it('of a year is found again by its days, from the first year that has periods of both rules', () => {
    for (const year of [1971, 2020, 2100]) {
      for (const rule of ['calendar', 'reporting'] as const) {
        for (const kind of PERIOD_KINDS) {
          for (let index = 1; index <= periodsInYear(kind); index++) {
            expect(presetOf(periodOf(kind, year, index, rule))).toEqual({ kind, year, index, rule })
          }
        }
      }
    }
    expect(presetOf({ from: civilDate('2020-06-01'), to: civilDate('2020-06-29') })).toBeNull()
    expect(presetOf({ from: civilDate('1970-01-01'), to: civilDate('1970-01-14') })).toBeNull()
  })

  it.each<[PeriodKind, number, number, PeriodRule, string, string]>([
    ['month', 2020, 2, 'calendar', '2020-02-01', '2020-02-29'],
    ['quarter', 2020, 2, 'calendar', '2020-04-01', '2020-06-30'],
    ['half-year', 2020, 1, 'calendar', '2020-01-01', '2020-06-30'],
    ['nine-months', 2020, 1, 'calendar', '2020-01-01', '2020-09-30'],
    ['year', 2020, 1, 'calendar', '2020-01-01', '2020-12-31'],
    ['month', 2020, 1, 'reporting', '2019-12-15', '2020-01-14'],
    ['month', 2020, 6, 'reporting', '2020-05-15', '2020-06-14'],
    ['quarter', 2020, 2, 'reporting', '2020-03-15', '2020-06-14'],
    ['half-year', 2020, 2, 'reporting', '2020-06-15', '2020-12-14'],
    ['year', 2020, 1, 'reporting', '2019-12-15', '2020-12-14'],
  ])('%s of %i no. %i by %s runs from %s to %s', (kind, year, index, rule, from, to) => {
    expect(periodOf(kind, year, index, rule)).toEqual({ from, to })
  })
  it('follows the one before it without a gap', () => {
    for (const kind of PERIOD_KINDS) {
      for (const rule of ['calendar', 'reporting'] as const) {
        for (let index = 2; index <= periodsInYear(kind); index++) {
          const end = periodOf(kind, 2021, index - 1, rule).to
          expect(periodOf(kind, 2021, index, rule).from).toBe(fromDayNumber(toDayNumber(end) + 1))
        }
      }
    }
  })
  it('is refused when the year has no such one', () => {
    expect(() => periodOf('quarter', 2020, 5, 'calendar')).toThrow(RangeError)
  })
  it('is found by a date', () => {
    expect(periodIndexOf('quarter', civilDate('2020-06-30'))).toBe(2)
    expect(periodIndexOf('nine-months', civilDate('2020-12-31'))).toBe(1)
  })
})

describe('the months of a period', () => {
  it('cover it without gap or overlap, none longer than a month', () => {
    const days = fc.tuple(fc.integer({ min: 17_000, max: 22_000 }), fc.nat({ max: 900 }))
    fc.assert(
      fc.property(days, ([first, length]) => {
        const whole = { from: fromDayNumber(first), to: fromDayNumber(first + length) }
        const months = monthsOf(whole)
        expect(months[0]?.from).toBe(whole.from)
        expect(months.at(-1)?.to).toBe(whole.to)
        months.forEach(({ from, to }, i) => {
          expect(from <= to).toBe(true)
          const next = months[i + 1]
          if (next) expect(next.from).toBe(fromDayNumber(toDayNumber(to) + 1))
          expect(toDayNumber(to) - toDayNumber(from)).toBeLessThan(31)
        })
      }),
    )
  })
  it('are those of its rule', () => {
    for (const rule of ['calendar', 'reporting'] as const) {
      const months = Array.from({ length: 12 }, (_, i) => periodOf('month', 2021, i + 1, rule))
      expect(monthsOf(periodOf('year', 2021, 1, rule))).toEqual(months)
    }
  })
  it('may be parts of one at either end', () => {
    expect(monthsOf({ from: civilDate('2020-01-20'), to: civilDate('2020-03-05') })).toEqual([
      { from: '2020-01-20', to: '2020-01-31' },
      { from: '2020-02-01', to: '2020-02-29' },
      { from: '2020-03-01', to: '2020-03-05' },
    ])
  })
})

describe('months up to the end of a period', () => {
  const upTo = (from: string, to: string, count: number) =>
    monthsUpTo({ from: civilDate(from), to: civilDate(to) }, count)
  it('begin on the 1st, or on the 15th where the period runs to a 14th', () => {
    expect(upTo('2020-06-01', '2020-06-30', 12)).toEqual({ from: '2019-07-01', to: '2020-06-30' })
    expect(upTo('2020-01-15', '2020-02-14', 12)).toEqual({ from: '2019-02-15', to: '2020-02-14' })
    expect(upTo('2020-01-03', '2020-01-20', 1)).toEqual({ from: '2020-01-01', to: '2020-01-20' })
  })
  it('do not reach behind the first day of the clock', () => {
    expect(upTo('1970-01-01', '1970-02-28', 12).from).toBe('1970-01-01')
  })
  it('are as many as were asked for', () => {
    for (const [from, to] of [
      ['2020-03-01', '2020-03-31'],
      ['2019-12-15', '2020-12-14'],
    ] as const)
      expect(monthsOf(upTo(from, to, 13))).toHaveLength(13)
  })
})

describe('the same days elsewhere', () => {
  const span = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) })
  it('are as many, right before', () => {
    expect(spanBefore(span('2020-03-01', '2020-03-10'))).toEqual(span('2020-02-20', '2020-02-29'))
    expect(spanBefore(span('1970-01-02', '1970-01-05'))).toBeNull()
  })
  it('are those of a year earlier, 29 February as the 28th', () => {
    expect(spanYearBefore(span('2020-02-29', '2020-03-10'))).toEqual(span('2019-02-28', '2019-03-10'))
    expect(spanYearBefore(span('1970-05-01', '1970-05-02'))).toBeNull()
  })
})
