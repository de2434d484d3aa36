import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, dateOfInstant, instantOf, timeOfInstant } from '../civil-date.ts'
import {
  type HourTerm,
  type StepClock,
  DEFAULT_CLOCK,
  earliestInTime,
  earliestWithin,
  isBehind,
  standingWhenLeft,
  stepDue,
  usedWhenPaused,
  workingMinutesBetween,
} from '../clock.ts'
import { bundledCalendar } from './test-calendar.ts'

const calendar = bundledCalendar()
const { hours } = DEFAULT_CLOCK
const rules = { calendar, hours }
const at = (text: string): string => instantOf(civilDate(text.slice(0, 10)), text.slice(11))
const say = (moment: string): string => `${dateOfInstant(moment)} ${timeOfInstant(moment)}`
const began = (text: string, used = 0): StepClock => ({
  since: civilDate(text.slice(0, 10)),
  at: text.length > 10 ? at(text) : null,
  used,
})
const DAY: HourTerm = { term: 2, unit: 'half-day' }

describe('the term of a step', () => {
  it.each<[HourTerm, StepClock, string]>([
    [DAY, began('2026-11-20 09:00'), '2026-11-23 09:00'],
    [DAY, began('2026-11-20'), '2026-11-20 17:00'],
    [DAY, began('2026-11-21'), '2026-11-23 17:00'],
    [DAY, began('2026-11-20 09:00', 240), '2026-11-20 14:30'],
    [DAY, began('2026-11-20 09:00', 600), '2026-11-20 09:00'],
  ])('of %o that began %o ends at %s', (term, step, end) => expect(say(stepDue(term, step, rules))).toBe(end))

  it('has run out one minute after it has ended, not at its end', () => {
    const step = began('2026-11-20 09:00')
    expect(isBehind(DAY, step, at('2026-11-23 09:00'), rules)).toBe(false)
    expect(isBehind(DAY, step, at('2026-11-23 09:01'), rules)).toBe(true)
  })

  it('that ends with the day has not run out on the evening, nor over the weekend', () => {
    const step = began('2026-11-20')
    expect(isBehind(DAY, step, at('2026-11-20 23:00'), rules)).toBe(false)
    expect(isBehind(DAY, step, at('2026-11-23 07:30'), rules)).toBe(false)
    expect(isBehind(DAY, step, at('2026-11-23 07:31'), rules)).toBe(true)
  })

  it('does not run on the day the clock is stopped', () => {
    expect(usedWhenPaused(began('2026-11-19 13:00'), civilDate('2026-11-23'), rules)).toBe(240 + 480)
    expect(usedWhenPaused(began('2026-11-23 09:00', 30), civilDate('2026-11-23'), rules)).toBe(30)
  })
})

describe('a step that is left', () => {
  const left = (on: string, time?: string) => ({
    on: civilDate(on),
    at: time === undefined ? null : at(`${on} ${time}`),
  })
  it.each([
    ['2026-11-20', '10:00', 'early'],
    ['2026-11-23', '09:00', 'on-time'],
    ['2026-11-23', '09:01', 'late'],
    ['2026-11-25', '08:00', 'late'],
  ])('on %s at %s stood %s', (on, time, standing) =>
    expect(standingWhenLeft(DAY, began('2026-11-20 09:00'), left(on, time), rules)).toBe(standing),
  )
  it.each([
    ['2026-11-20', 'early'],
    ['2026-11-23', 'on-time'],
    ['2026-11-25', 'late'],
  ])('on %s, at an hour nobody knows, stood %s', (on, standing) =>
    expect(standingWhenLeft(DAY, began('2026-11-20 09:00'), left(on), rules)).toBe(standing),
  )
})

describe('walking the clock back', () => {
  const minute = 60_000
  const start = Date.parse(at('2026-01-02 00:00'))
  const moment = fc
    .integer({ min: 0, max: 400_000 })
    .map((minutes) => new Date(start + minutes * minute).toISOString())

  it('finds the first moment from which no more than so many working minutes have passed', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -600, max: 9_000 }), (now, minutes) => {
        const first = earliestWithin(minutes, now, calendar, hours)
        const before = new Date(Date.parse(first) - minute).toISOString()
        if (minutes < 0) {
          expect(workingMinutesBetween(now, first, calendar, hours)).toBe(-minutes)
          return
        }
        expect(workingMinutesBetween(first, now, calendar, hours)).toBe(minutes)
        expect(workingMinutesBetween(before, now, calendar, hours)).toBe(minutes + 1)
      }),
    )
  })

  it('agrees with asking each step: it is behind when it began before that moment', () => {
    const terms = fc.record({
      term: fc.integer({ min: 0, max: 30 }),
      unit: fc.constantFrom<HourTerm['unit']>('working-hour', 'half-day'),
    })
    fc.assert(
      fc.property(moment, moment, terms, fc.integer({ min: 0, max: 3_000 }), (one, other, term, used) => {
        const [from, now] = one < other ? [one, other] : [other, one]
        const step: StepClock = { since: dateOfInstant(from), at: from, used }
        expect(isBehind(term, step, now, rules)).toBe(from < earliestInTime(term, used, now, rules))
      }),
      { numRuns: 500 },
    )
  })
})
