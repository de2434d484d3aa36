import { describe, expect, it } from 'vitest'
import { civilDate, toDayNumber } from '../civil-date.ts'
import {
  ClockError,
  LATE_BANDS,
  dateAfter,
  daysLate,
  dueDatesOf,
  lateBand,
  workingDayAfter,
  workingDaysIn,
} from '../clock.ts'
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

describe('the bands of lateness', () => {
  it('hold every due date before today, each in the band of its days late', () => {
    for (const today of ['2026-11-23', '2026-11-22', '2026-02-24', '2020-06-30'].map(civilDate)) {
      for (let back = 1; back < 90; back++) {
        const due = dateAfter(today, -back)
        const found = LATE_BANDS.filter((band) => {
          const { from, to } = dueDatesOf(band, today, calendar)
          return (from === null || from <= due) && due <= to
        })
        expect(found).toEqual([lateBand(daysLate(due, today, calendar))])
      }
    }
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
