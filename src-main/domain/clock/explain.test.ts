import { describe, expect, it } from 'vitest'
import { civilDate } from '../civil-date.ts'
import { type ClockPause, DEFAULT_CLOCK, explainDays, withRunningWaits } from '../clock.ts'
import { bundledCalendar } from './test-calendar.ts'

const reception = { date: civilDate('2026-03-02') }
const wait = (startOn: string, endOn: string, document: string, stops = true): ClockPause => ({
  ...{ kind: 'agency', startOn: civilDate(startOn), endOn: civilDate(endOn) },
  ...{ stops, restarts: false, document },
})
const explain = (term: number, ...pauses: ClockPause[]) =>
  explainDays({ term, unit: 'working-day' }, reception, pauses, bundledCalendar())

describe('a day on which the clock stands still', () => {
  it('names the pause that stops it, not one that does not', () => {
    const days = explain(
      3,
      wait('2026-03-03', '2026-03-09', 'runs on', false),
      wait('2026-03-04', '2026-03-05', '7'),
    )
    expect(days.filter(({ reason }) => reason === 'paused').map(({ basis }) => basis)).toEqual(['7'])
  })
  it('names the next one from the day on which one follows another', () => {
    const days = explain(3, wait('2026-03-03', '2026-03-04', '7'), wait('2026-03-04', '2026-03-05', '8'))
    expect(days.filter(({ reason }) => reason === 'paused').map(({ basis }) => basis)).toEqual(['7', '8'])
  })
})

describe('a day on which the clock runs on while another agency is waited for', () => {
  it('counts, or is late, as if nobody were waited for, and says who is', () => {
    const waits = [wait('2026-03-04', '2026-03-07', '7', false)]
    const plain = explainDays({ term: 3, unit: 'working-day' }, reception, [], bundledCalendar())
    const days = withRunningWaits(explain(3, ...waits), waits)
    expect(days.map(({ waits: _waits, ...day }) => day)).toEqual(plain)
    expect(days.map(({ date, waits: whom }) => `${date.slice(8)} ${whom ?? ''}`)).toEqual([
      ...['02 ', '03 ', '04 agency', '05 agency'],
    ])
    const open = [{ ...wait('2026-03-05', '2026-03-05', '', false), endOn: null }]
    const late = explainDays(
      ...[{ term: 3, unit: 'working-day' as const }, reception, open, bundledCalendar()],
      ...[undefined, civilDate('2026-03-09')],
    )
    expect(withRunningWaits(late, open).map(({ reason, waits: whom }) => `${reason} ${whom ?? ''}`)).toEqual([
      ...['reception ', 'working-day ', 'working-day ', 'working-day agency', 'late agency'],
      ...['weekend ', 'weekend ', 'late agency'],
    ])
  })
})

describe('a same-day dossier that was paused', () => {
  it('is due on the day it runs again, which is not counted', () => {
    const days = explain(0, wait('2026-03-02', '2026-03-04', '7'))
    expect(days.map(({ date, reason }) => `${date.slice(8)} ${reason}`)).toEqual([
      '02 reception',
      '03 paused',
      '04 resumption',
    ])
  })
  it('is moved on where that is a day off', () => {
    const days = explain(0, wait('2026-03-02', '2026-03-07', '7'))
    expect(days.slice(-3).map(({ date, reason }) => `${date.slice(8)} ${reason}`)).toEqual([
      '07 resumption',
      '08 weekend',
      '09 moved-to-working-day',
    ])
  })
})

describe('a term that begins again before the day the reception was moved on to', () => {
  it('counts from the reception’s own day 0, not from the day off it was resumed on', () => {
    // Received on Saturday 7/3/2026, day 0 moved on to Monday; paused and resumed on the weekend.
    const saturday = { date: civilDate('2026-03-07') }
    const pauses = [{ ...wait('2026-03-07', '2026-03-08', '7'), restarts: true }]
    const settings = { ...DEFAULT_CLOCK, offDayReception: 'next-working-day' as const }
    const term = { term: 2, unit: 'working-day' as const }
    const days = explainDays(term, saturday, pauses, bundledCalendar(), settings)
    expect(days.filter(({ counted }) => counted).map(({ date }) => date)).toEqual([
      '2026-03-10',
      '2026-03-11',
    ])
    expect(days.at(-1)?.date).toBe('2026-03-11')
  })
})
