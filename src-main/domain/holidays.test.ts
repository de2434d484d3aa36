import { describe, expect, it } from 'vitest'
import { type CalendarDay, WorkingCalendar } from './calendar.ts'
import { type CivilDate, civilDateOf, fromDayNumber, toDayNumber, weekday } from './civil-date.ts'
import { bundledDays } from './clock/test-calendar.ts'
import { FIRST_PROPOSED_YEAR, newYearsDay, proposeDaysOff } from './holidays.ts'
import { lunarDay } from './lunar.ts'

const bundled = bundledDays()
const years = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** The day the Chinese calendar of the platform gives, reckoned at UTC+8. */
function chineseDay(day: number, month: number, year: number): CivilDate {
  const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
    ...{ day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' },
  })
  for (let at = Date.UTC(year, 0, 15); ; at += 86_400_000) {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
    if (parts.get('month') === String(month) && parts.get('day') === String(day)) {
      const date = new Date(at)
      const found = civilDateOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
      if (found !== null) return found
    }
    if (at > Date.UTC(year, 11, 31)) throw new Error(`no ${day}/${month} in ${year}`)
  }
}

describe('the lunar calendar', () => {
  it.each([
    // Printed calendars; in 1985, 2007 and 2030 Tết is not on the day of the Chinese new year.
    [1976, '1976-01-31'],
    [1985, '1985-01-21'],
    [2000, '2000-02-05'],
    [2007, '2007-02-17'],
    [2019, '2019-02-05'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2030, '2030-02-02'],
  ])('begins %i on %s', (year, day) => expect(newYearsDay(year)).toBe(day))

  it('agrees with the Chinese calendar of the platform, years with a new moon about midnight apart', () => {
    // 1985, 2007 and 2053 the two calendars part; 2027 and 2030 the new moon is minutes from midnight in Beijing.
    const close = [1985, 2007, 2027, 2030, 2053]
    const others = years(1970, 2060).filter((year) => !close.includes(year))
    expect(others.map(newYearsDay)).toEqual(others.map((year) => chineseDay(1, 1, year)))
  })

  it('has Giỗ Tổ on the day the announced calendars have it, leap months or not', () => {
    const named = bundled.filter(({ name }) => name.startsWith('Giỗ Tổ'))
    expect(named.length).toBeGreaterThan(4)
    for (const { date } of named) {
      expect(fromDayNumber(lunarDay(10, 3, Number(date.slice(0, 4))))).toBe(date)
    }
    // 2023 had two second months; the feast was on 29/4, a Saturday.
    expect(fromDayNumber(lunarDay(10, 3, 2023))).toBe('2023-04-29')
    expect(fromDayNumber(lunarDay(10, 3, 2022))).toBe('2022-04-10')
  })
})

describe('the days off proposed for a year', () => {
  it.each(years(2019, 2027))('are in %i exactly the announced ones, swaps apart', (year) => {
    const announced = bundled.filter(
      ({ date, kind, name }) => date.startsWith(`${year}-`) && kind === 'off' && !name.includes('hoán đổi'),
    )
    expect(proposeDaysOff(year).map(({ date }) => date)).toEqual(announced.map(({ date }) => date))
  })

  it('never hold a make-up day, and all say that they are not announced', () => {
    for (const row of years(2014, 2100).flatMap(proposeDaysOff)) {
      expect([row.kind, row.status]).toEqual(['off', 'unannounced'])
    }
    expect(new WorkingCalendar(proposeDaysOff(2028)).isConfirmedYear(2028)).toBe(false)
  })

  it('make a year confirmed only when they are all there: one row, or one missing, is not enough', () => {
    for (const year of [2023, 2026, 2027, 2028, 2031]) {
      const announced = proposeDaysOff(year).map((row) => ({ ...row, status: 'confirmed' as const }))
      const confirmed = (rows: CalendarDay[]): boolean => new WorkingCalendar(rows).isConfirmedYear(year)
      expect([year, confirmed(announced)]).toEqual([year, true])
      expect([year, confirmed(announced.slice(0, 1))]).toEqual([year, false])
      for (const { date, basis } of announced) {
        expect([date, basis, confirmed(announced.filter((row) => row.date !== date))]).toEqual([
          ...[date, basis, false],
        ])
      }
      const press = announced.map((row, index) => ({
        ...row,
        status: index === 0 ? ('unannounced' as const) : row.status,
      }))
      expect(confirmed(press)).toBe(false)
    }
  })

  it('leave the bundled years what they are: 2019 to 2026 confirmed, 2027 not', () => {
    const calendar = new WorkingCalendar(bundled)
    expect(years(2017, 2029).filter((year) => calendar.isConfirmedYear(year))).toEqual(years(2019, 2026))
  })

  it('are working days, each once, eleven a year and twelve from 2026 on', () => {
    for (const year of years(2021, 2100)) {
      const dates = proposeDaysOff(year).map(({ date }) => date)
      expect(new Set(dates).size).toBe(year >= 2026 ? 12 : 11)
      expect(dates.every((date) => weekday(toDayNumber(date)) % 6 !== 0)).toBe(true)
      expect(dates).toEqual(dates.toSorted())
      expect(dates.every((date) => date.startsWith(`${year}-`))).toBe(true)
    }
  })

  it('say which holiday a day makes up for, and by which article', () => {
    expect(proposeDaysOff(2028).find(({ date }) => date === '2028-01-03')).toMatchObject({
      name: 'Nghỉ bù Tết Dương lịch (1/1 thứ Bảy)',
      basis: 'Bộ luật Lao động 2019 điều 111.3',
    })
    expect(proposeDaysOff(2027).find(({ date }) => date === '2027-02-09')?.name).toBe(
      'Nghỉ bù Tết Nguyên đán (6/2 thứ Bảy, dự kiến)',
    )
  })

  it('are none for years the rules are not known of', () => {
    expect(proposeDaysOff(FIRST_PROPOSED_YEAR - 1)).toEqual([])
    expect(proposeDaysOff(2101)).toEqual([])
  })
})
