import { describe, expect, it } from 'vitest'
import { civilDate, toDayNumber } from '../civil-date.ts'
import { ClockError, dateAfter, workingDayAfter, workingDaysIn } from '../clock.ts'
import { bundledCalendar } from './test-calendar.ts'

const calendar = bundledCalendar()

describe('days counted for lists and steps', () => {
  it('of a span hold both its ends', () => {
    expect(workingDaysIn(civilDate('2026-11-16'), civilDate('2026-11-20'), calendar)).toBe(5)
    expect(workingDaysIn(civilDate('2026-11-23'), civilDate('2026-11-25'), calendar)).toBe(2)
    expect(workingDaysIn(civilDate('2026-11-22'), civilDate('2026-11-22'), calendar)).toBe(0)
  })
  it('go on from a day to a working day, or over any day', () => {
    expect(workingDayAfter(civilDate('2026-11-23'), 1, calendar)).toBe('2026-11-25')
    expect(workingDayAfter(civilDate('2026-11-22'), 0, calendar)).toBe('2026-11-22')
    expect(dateAfter(civilDate('2026-11-23'), 1)).toBe('2026-11-24')
    expect(dateAfter(civilDate('2026-11-23'), -30)).toBe('2026-10-24')
  })
})

describe('the calendar', () => {
  it('knows no day before 1970 nor after 2100, and says so', () => {
    const last = toDayNumber(civilDate('2100-12-31'))
    const fault = new ClockError('outside-calendar')
    expect(() => calendar.workingDaysBetween(-5, 3)).toThrow(fault)
    expect(() => calendar.workingDaysBetween(last, last + 1)).toThrow(fault)
    expect(() => calendar.isWorking(last + 1)).toThrow(fault)
    expect(calendar.isWorking(last)).toBe(true)
  })
})
