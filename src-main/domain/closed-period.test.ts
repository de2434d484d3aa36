import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, readableJson } from './canonical-json.ts'
import { civilDate } from './civil-date.ts'
import { clashOf, kindOfPeriod } from './closed-period.ts'

const period = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) })
const closed = (number: number, from: string, to: string) => ({ number, ...period(from, to) })

describe('the canonical text', () => {
  it('is the one of RFC 8785: keys in order of their code units, no spaces, numbers as ECMAScript writes them', () => {
    const value = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      1: 'one',
      a: [56, { d: true, '10': null, '1': [] }],
      n: 1e30,
    }
    expect(canonicalJson(value)).toBe(
      '{"\\r":"CR","1":"one","a":[56,{"1":[],"10":null,"d":true}],"n":1e+30,"€":"Euro"}',
    )
  })

  it('does not depend on the order of keys, and comes back from either form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON knows no negative zero: read back it is the same number.
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(canonicalJson(JSON.parse(readableJson(value)))).toBe(text)
      }),
    )
  })

  it('refuses what JSON cannot hold instead of hashing something else', () => {
    for (const bad of [undefined, Number.NaN, Infinity, () => 0, [undefined], { a: Number.NaN }])
      expect(() => canonicalJson(bad)).toThrow(TypeError)
    expect(canonicalJson({ a: undefined })).toBe('{}')
  })
})

describe('the kind of a period', () => {
  it.each([
    ['2020-06-01', '2020-06-30', 'month', 'calendar'],
    ['2020-05-15', '2020-06-14', 'month', 'reporting'],
    ['2020-04-01', '2020-06-30', 'quarter', 'calendar'],
    ['2020-07-01', '2020-12-31', 'half-year', 'calendar'],
    ['2020-01-01', '2020-09-30', 'nine-months', 'calendar'],
    ['2019-12-15', '2020-12-14', 'year', 'reporting'],
    ['2020-06-01', '2020-06-29', 'range', null],
  ])('%s to %s is a %s by %s', (from, to, kind, rule) => {
    expect(kindOfPeriod(period(from, to))).toEqual({ kind, rule })
  })
})

describe('what stands in the way of closing', () => {
  const months = [closed(1, '2020-05-01', '2020-05-31'), closed(2, '2020-06-01', '2020-06-30')]

  it('is the same period, and nothing beside, within or around it', () => {
    expect(clashOf(period('2020-06-01', '2020-06-30'), months)).toEqual({ number: 2, why: 'same' })
    expect(clashOf(period('2020-07-01', '2020-07-31'), months)).toBeNull()
    expect(clashOf(period('2020-04-01', '2020-06-30'), months)).toBeNull()
  })

  it('is not a period of another kind or rule, though it crosses', () => {
    expect(clashOf(period('2020-05-15', '2020-06-14'), months)).toBeNull()
    const half = [closed(3, '2020-07-01', '2020-12-31')]
    expect(clashOf(period('2020-01-01', '2020-09-30'), half)).toBeNull()
  })

  it('is a range that has some of the days and not the others', () => {
    const range = [closed(4, '2020-06-03', '2020-06-20')]
    expect(clashOf(period('2020-06-10', '2020-06-25'), range)).toEqual({ number: 4, why: 'overlap' })
    expect(clashOf(period('2020-06-05', '2020-06-10'), range)).toBeNull()
    expect(clashOf(period('2020-06-21', '2020-06-25'), range)).toBeNull()
  })
})
