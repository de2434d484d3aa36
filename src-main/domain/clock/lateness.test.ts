import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CivilDate, civilDate, toDayNumber } from '../civil-date.ts'
import {
  ClockError,
  LATE_BANDS,
  dateAfter,
  daysLate,
  daysTaken,
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

describe('the working days a dossier took', () => {
  const first = civilDate('2026-01-26')
  const day = (after: number): CivilDate => dateAfter(first, after)
  const pauses = fc
    .array(fc.tuple(fc.nat({ max: 45 }), fc.option(fc.nat({ max: 20 }))), { maxLength: 4 })
    .map((spans) =>
      spans.map(([start, length]) => ({
        startOn: day(start),
        endOn: length === null ? null : day(start + length),
      })),
    )

  it('are those at whose end its clock ran, walked one by one: over Tết, weekends and pauses in any order', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 40 }),
        fc.integer({ min: -3, max: 40 }),
        pauses,
        (received, lasted, stood) => {
          let walked = 0
          for (let n = received + 1; n <= received + lasted; n++) {
            const on = day(n)
            const still = stood.some(({ startOn, endOn }) => startOn <= on && (endOn === null || endOn > on))
            if (calendar.kindOf(toDayNumber(on)).working && !still) walked++
          }
          expect(daysTaken(day(received), day(received + lasted), stood, calendar)).toBe(walked)
        },
      ),
      { numRuns: 2000 },
    )
  })
  it('leave out Wednesday and Thursday of a pause from Wednesday to Friday', () => {
    const [monday, wednesday, friday] = ['2026-11-16', '2026-11-18', '2026-11-20'].map(civilDate)
    if (!monday || !wednesday || !friday) throw new Error('no days')
    expect(daysTaken(monday, friday, [{ startOn: wednesday, endOn: friday }], calendar)).toBe(2)
    expect(daysTaken(monday, friday, [], calendar)).toBe(4)
    expect(daysTaken(monday, friday, [{ startOn: wednesday, endOn: null }], calendar)).toBe(1)
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
