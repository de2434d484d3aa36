import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, dateOfInstant, instantOf, timeOfInstant } from '../civil-date.ts'
import {
  type HourTerm,
  ClockError,
  DEFAULT_CLOCK,
  ONLINE_ANSWER,
  dueMoment,
  minutesADay,
  workingMinutesBetween,
} from '../clock.ts'
import { bundledCalendar } from './test-calendar.ts'

const calendar = bundledCalendar()
const { hours } = DEFAULT_CLOCK
const at = (text: string): string => instantOf(civilDate(text.slice(0, 10)), text.slice(11))
const due = (term: HourTerm, from: string): string => {
  const moment = dueMoment(term, at(from), calendar, hours)
  return `${dateOfInstant(moment)} ${timeOfInstant(moment)}`
}

describe('the eight hours in which an online dossier is answered', () => {
  it.each([
    ['2026-11-20 07:30', '2026-11-20 17:00'],
    ['2026-11-20 09:00', '2026-11-23 09:00'],
    ['2026-11-20 12:15', '2026-11-23 11:30'],
    ['2026-11-20 18:00', '2026-11-23 17:00'],
    ['2026-11-23 15:30', '2026-11-25 15:30'],
    ['2026-08-21 16:00', '2026-08-22 16:00'],
  ])('from %s end at %s', (from, end) => expect(due(ONLINE_ANSWER, from)).toBe(end))
})

describe('a step', () => {
  it.each<[HourTerm, string, string]>([
    [{ term: 1, unit: 'half-day' }, '2026-11-20 07:30', '2026-11-20 11:30'],
    [{ term: 1, unit: 'half-day' }, '2026-11-20 10:00', '2026-11-20 15:30'],
    [{ term: 3, unit: 'half-day' }, '2026-11-20 13:00', '2026-11-23 17:00'],
    [{ term: 2, unit: 'working-hour' }, '2026-11-20 10:30', '2026-11-20 14:00'],
    [{ term: 0, unit: 'working-hour' }, '2026-11-21 10:30', '2026-11-21 10:30'],
  ])('of %o from %s ends at %s', (term, from, end) => expect(due(term, from)).toBe(end))
})

describe('a term of hours that makes no sense', () => {
  it.each([-0.5, -1, Number.NaN])('is refused: %s', (term) => {
    expect(() => due({ term, unit: 'working-hour' }, '2026-11-20 10:30')).toThrow(
      new ClockError('negative-term'),
    )
  })
})

describe('working minutes', () => {
  it('leave out lunch, nights, weekends and holidays', () => {
    expect(minutesADay(hours)).toBe(480)
    expect(workingMinutesBetween(at('2026-11-20 11:00'), at('2026-11-20 13:30'), calendar, hours)).toBe(60)
    expect(workingMinutesBetween(at('2026-11-20 16:00'), at('2026-11-23 08:30'), calendar, hours)).toBe(120)
    expect(workingMinutesBetween(at('2026-11-23 16:00'), at('2026-11-25 08:30'), calendar, hours)).toBe(120)
    expect(workingMinutesBetween(at('2026-11-23 16:00'), at('2026-11-20 08:30'), calendar, hours)).toBe(0)
  })
  it('between a moment and the end of a term are the term', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 1, max: 80 }), (minutes, term) => {
        const from = new Date(Date.parse(at('2026-01-02 00:00')) + minutes * 60_000).toISOString()
        const end = dueMoment({ term, unit: 'working-hour' }, from, calendar, hours)
        expect(workingMinutesBetween(from, end, calendar, hours)).toBe(term * 60)
      }),
    )
  })
})
