import { describe, expect, it } from 'vitest'
import { civilDate, dateOfInstant } from '../domain/civil-date.ts'
import { momentOnDay, officeClock } from './today-clock.ts'

const day = civilDate('2020-06-30')

describe('the clock with --today', () => {
  it('keeps the time of day and sets the day', () => {
    expect(momentOnDay(day, '2026-11-23T02:15:30.250Z')).toBe('2020-06-30T02:15:30.250Z')
  })

  it('goes by the day of the office, not of UTC', () => {
    // 20:00 UTC on the 22nd is 03:00 on the 23rd at the counter.
    const moment = momentOnDay(day, '2026-11-22T20:00:00.000Z')
    expect(moment).toBe('2020-06-29T20:00:00.000Z')
    expect(dateOfInstant(moment)).toBe('2020-06-30')
  })

  it.each(['2026-12-31T16:59:59.999Z', '2026-12-31T17:00:00.000Z', '2028-02-29T04:00:00.000Z'])(
    'shows the fixed day at %s',
    (moment) => expect(dateOfInstant(momentOnDay(day, moment))).toBe('2020-06-30'),
  )

  it('is the system clock when no day is fixed', () => {
    expect(officeClock(null, () => '2026-11-23T02:15:30.250Z')()).toBe('2026-11-23T02:15:30.250Z')
  })

  it('moves on with the system clock on a fixed day', () => {
    let now = '2026-11-23T01:00:00.000Z'
    const clock = officeClock(day, () => now)
    expect(clock()).toBe('2020-06-30T01:00:00.000Z')
    now = '2026-11-23T01:00:05.000Z'
    expect(clock()).toBe('2020-06-30T01:00:05.000Z')
  })
})
