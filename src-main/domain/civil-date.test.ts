import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  FIRST_DAY,
  LAST_DAY,
  civilDate,
  dateOfInstant,
  formatDate,
  fromDayNumber,
  instantOf,
  parseCivilDate,
  timeOfInstant,
  toDayNumber,
  weekday,
} from './civil-date.ts'

afterEach(() => vi.unstubAllEnvs())

describe('a civil date', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '1969-12-31',
    '2101-01-01',
    '2026-1-1',
    '',
    '23/11/2026',
    '2026-11-23T00:00',
  ])('is not read from %j', (text) => expect(parseCivilDate(text)).toBeNull())
  it('is written as on forms', () => expect(formatDate(civilDate('2026-11-03'))).toBe('03/11/2026'))
  it('goes to a day number and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: toDayNumber(FIRST_DAY), max: toDayNumber(LAST_DAY) }), (day) => {
        expect(toDayNumber(fromDayNumber(day))).toBe(day)
      }),
    )
  })
  it('knows its weekday: 23/11/2026 is a Monday, 1/1/1970 a Thursday', () => {
    expect(weekday(toDayNumber(civilDate('2026-11-23')))).toBe(1)
    expect(weekday(0)).toBe(4)
  })
})

describe('a moment', () => {
  it.each(['Pacific/Honolulu', 'Pacific/Kiritimati', 'UTC'])(
    'is the same in the office whatever the PC says (%s)',
    (zone) => {
      vi.stubEnv('TZ', zone)
      expect(dateOfInstant('2026-11-23T17:30:00.000Z')).toBe('2026-11-24')
      expect(timeOfInstant('2026-11-23T17:30:00.000Z')).toBe('00:30')
      expect(instantOf(civilDate('2026-11-24'), '00:30')).toBe('2026-11-23T17:30:00.000Z')
      expect(fromDayNumber(toDayNumber(civilDate('2026-11-24')))).toBe('2026-11-24')
    },
  )
})
