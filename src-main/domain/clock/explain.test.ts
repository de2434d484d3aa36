import { describe, expect, it } from 'vitest'
import { civilDate } from '../civil-date.ts'
import { type ClockPause, explainDays } from '../clock.ts'
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
