import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { proposeDaysOff } from '../../../src-main/domain/holidays.ts'
import { doubtOf, inYear, isWeekend, stepFrom, weeksOf, workingDaysOf } from './year-days.ts'

const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  shiftKey: false,
  ...held,
})

describe('the months on the screen', () => {
  it('begin on the right day of the week', () => {
    const weeks = weeksOf(2026, 2)
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01'])
    expect(weeks).toHaveLength(5)
    expect(weeks.flat().filter(Boolean)).toHaveLength(28)
  })

  it('take six weeks where they need them', () => {
    expect(weeksOf(2026, 3)).toHaveLength(6)
    expect(weeksOf(2026, 3).flat().filter(Boolean).at(-1)).toBe('2026-03-31')
  })
})

describe('the keys', () => {
  it('go day by day and week by week, over the ends of months and years', () => {
    expect(stepFrom(civilDate('2026-02-28'), press('ArrowRight'))).toBe('2026-03-01')
    expect(stepFrom(civilDate('2026-01-01'), press('ArrowLeft'))).toBe('2025-12-31')
    expect(stepFrom(civilDate('2026-03-02'), press('ArrowUp'))).toBe('2026-02-23')
    expect(stepFrom(civilDate('2026-12-28'), press('ArrowDown'))).toBe('2027-01-04')
  })

  it('go by month and, with Shift, by year, and stay in the month', () => {
    expect(stepFrom(civilDate('2026-03-31'), press('PageUp'))).toBe('2026-02-28')
    expect(stepFrom(civilDate('2026-12-15'), press('PageDown'))).toBe('2027-01-15')
    expect(stepFrom(civilDate('2024-02-29'), press('PageDown', { shiftKey: true }))).toBe('2025-02-28')
  })

  it('go to the ends of the month and, with Ctrl, of the year', () => {
    const day = civilDate('2026-02-10')
    expect(stepFrom(day, press('Home'))).toBe('2026-02-01')
    expect(stepFrom(day, press('End'))).toBe('2026-02-28')
    expect(stepFrom(day, press('Home', { ctrlKey: true }))).toBe('2026-01-01')
    expect(stepFrom(day, press('End', { ctrlKey: true }))).toBe('2026-12-31')
  })

  it('stop where the calendar ends, and leave other keys alone', () => {
    expect(stepFrom(civilDate('2100-12-31'), press('ArrowRight'))).toBeNull()
    expect(stepFrom(civilDate('1970-01-15'), press('PageUp'))).toBeNull()
    expect(stepFrom(civilDate('2026-01-15'), press('a'))).toBeNull()
  })
})

it('keeps the day when the year is switched', () => {
  expect(inYear(civilDate('2024-02-29'), 2026)).toBe('2026-02-28')
  expect(inYear(civilDate('2026-11-23'), 2027)).toBe('2027-11-23')
})

it('knows weekends', () => {
  expect(['2026-11-21', '2026-11-22', '2026-11-23'].map((day) => isWeekend(civilDate(day)))).toEqual([
    true,
    true,
    false,
  ])
})

it('has the working days of a year from the clock: a day off takes one, a make-up Saturday gives one', () => {
  const none = workingDaysOf(2026, [])
  expect(none).toBe(261)
  const row = { name: 'x', basis: 'y', status: 'confirmed' as const }
  const off = { ...row, date: civilDate('2026-08-31'), kind: 'off' as const }
  const work = { ...row, date: civilDate('2026-08-22'), kind: 'work' as const }
  expect(workingDaysOf(2026, [off])).toBe(260)
  expect(workingDaysOf(2026, [off, work])).toBe(261)
})

describe('why a year is not confirmed', () => {
  const row = { name: 'x', basis: 'y', kind: 'off' as const }
  const proposed = proposeDaysOff(2028)
  const announced = proposed.map((day) => ({ ...day, status: 'confirmed' as const }))
  it('is that it has no row, that rows wait to be announced, or that a holiday of the law is missing', () => {
    expect(doubtOf(2028, [])).toBe('none')
    expect(doubtOf(2028, proposed)).toBe('some')
    expect(doubtOf(2028, announced.slice(1))).toBe('missing')
    expect(doubtOf(2028, [{ ...row, date: civilDate('2028-01-03'), status: 'confirmed' }])).toBe('missing')
  })
  it('is nothing once all of them are announced', () => {
    expect(doubtOf(2028, announced)).toBeNull()
  })
})
