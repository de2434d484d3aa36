import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, dateOfInstant, instantOf, timeOfInstant } from '../civil-date.ts'
import {
  DEFAULT_CLOCK,
  answerDue,
  explainAnswer,
  isAnswerLate,
  minutesToAnswer,
  overdueBefore,
} from '../clock.ts'
import { bundledCalendar } from './test-calendar.ts'

const calendar = bundledCalendar()
const { hours } = DEFAULT_CLOCK
const at = (text: string): string => instantOf(civilDate(text.slice(0, 10)), text.slice(11))
const words = (moment: string): string => `${dateOfInstant(moment)} ${timeOfInstant(moment)}`
const due = (from: string): string => answerDue(at(from), calendar, hours)

describe('an application is to be answered', () => {
  it.each([
    ['filed on Friday at four', '2026-11-20 16:00', '2026-11-23 16:00'],
    ['filed as the office opens', '2026-11-26 07:30', '2026-11-26 17:00'],
    ['filed in the lunch break', '2026-11-26 12:10', '2026-11-27 11:30'],
    ['filed after closing', '2026-11-26 20:00', '2026-11-27 17:00'],
    ['filed before opening', '2026-11-26 05:00', '2026-11-26 17:00'],
    ['filed on a Sunday', '2026-11-22 10:00', '2026-11-23 17:00'],
    ['filed before a day off (24/11)', '2026-11-23 16:00', '2026-11-25 16:00'],
    ['filed before the holidays of 2/9', '2026-08-28 15:00', '2026-09-03 15:00'],
    ['filed on the Friday before a make-up Saturday', '2026-08-21 16:00', '2026-08-22 16:00'],
    ['filed on a make-up Saturday', '2026-08-22 09:00', '2026-08-24 09:00'],
  ])('%s: %s → %s', (_name, from, end) => expect(words(due(from))).toBe(end))
})

describe('what is left of the time', () => {
  const left = (from: string, now: string): number => minutesToAnswer(due(from), at(now), calendar, hours)
  it('is counted in working minutes, negative once it is overdue', () => {
    expect(left('2026-11-20 16:00', '2026-11-20 16:30')).toBe(450)
    expect(left('2026-11-20 16:00', '2026-11-21 12:00')).toBe(420)
    expect(left('2026-11-20 16:00', '2026-11-23 16:00')).toBe(0)
    expect(left('2026-11-20 16:00', '2026-11-23 16:20')).toBe(-20)
    expect(left('2026-11-20 16:00', '2026-11-25 07:45')).toBe(-75)
  })
  it('has run out a moment after its end, not at it', () => {
    const end = due('2026-11-20 16:00')
    expect(isAnswerLate(end, end)).toBe(false)
    expect(isAnswerLate(end, new Date(Date.parse(end) + 1).toISOString())).toBe(true)
  })
})

describe('the moment before which everything is overdue', () => {
  it('parts what is overdue from what is not, to the minute', () => {
    const limit = overdueBefore(at('2026-11-25 09:00'), calendar, hours)
    expect(words(limit)).toBe('2026-11-23 09:00')
  })
  it('agrees with the due moment of every application', () => {
    const moment = fc.integer({ min: Date.parse('2026-08-01'), max: Date.parse('2026-12-20') })
    const property = fc.property(moment, moment, (one, other) => {
      const [from, now] = [Math.min(one, other), Math.max(one, other)].map((ms) => new Date(ms).toISOString())
      const late = isAnswerLate(answerDue(from ?? '', calendar, hours), now ?? '')
      expect((from ?? '') < overdueBefore(now ?? '', calendar, hours)).toBe(late)
    })
    fc.assert(property, { numRuns: 500 })
  })
})

describe('the explanation', () => {
  it('names every day and why it counts or not; the minutes make eight hours', () => {
    expect(explainAnswer(at('2026-11-20 16:00'), calendar, hours)).toEqual([
      { date: '2026-11-20', minutes: 60, reason: 'weekday', name: '' },
      { date: '2026-11-21', minutes: 0, reason: 'weekend', name: '' },
      { date: '2026-11-22', minutes: 0, reason: 'weekend', name: '' },
      { date: '2026-11-23', minutes: 420, reason: 'weekday', name: '' },
    ])
    const days = explainAnswer(at('2026-11-23 16:00'), calendar, hours)
    expect(days.map(({ reason }) => reason)).toEqual(['weekday', 'day-off', 'weekday'])
    expect(days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(480)
    expect(explainAnswer(at('2026-08-21 20:00'), calendar, hours)).toMatchObject([
      { date: '2026-08-21', minutes: 0 },
      { date: '2026-08-22', minutes: 480, reason: 'make-up' },
    ])
  })
})
