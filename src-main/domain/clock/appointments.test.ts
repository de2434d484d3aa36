import { describe, expect, it } from 'vitest'
import { type CivilDate, civilDate, toDayNumber } from '../civil-date.ts'
import {
  type ClockPause,
  type DayAccount,
  ClockError,
  DEFAULT_CLOCK,
  appointments,
  explainAppointments,
  secondAppointment,
} from '../clock.ts'
import { bundledCalendar } from './test-calendar.ts'

const calendar = bundledCalendar()
const phases = { first: 5, second: 3 }
const reception = { date: civilDate('2026-03-02') }
const wait = (
  kind: ClockPause['kind'],
  startOn: string,
  endOn: string | null,
  restarts = false,
): ClockPause => ({
  ...{ kind, startOn: civilDate(startOn), endOn: endOn === null ? null : civilDate(endOn) },
  ...{ stops: true, restarts, document: `${kind} ${startOn}` },
})
const payment = (startOn: string, endOn: string | null): ClockPause => wait('payment', startOn, endOn)
const agency = (startOn: string, endOn: string | null): ClockPause => wait('agency', startOn, endOn)
const both = (...pauses: ClockPause[]) => appointments(phases, reception, pauses, calendar)
const first = { kind: 'due', date: '2026-03-09', provisional: false }

describe('two appointments', () => {
  it('leave the second unknown until payment is proved', () => {
    expect(both()).toEqual({ first, second: { kind: 'awaiting-proof', slipOn: null } })
    expect(both(payment('2026-03-09', null)).second).toEqual({ kind: 'awaiting-proof', slipOn: '2026-03-09' })
  })
  it('count the second from the day of the proof', () => {
    expect(both(payment('2026-03-09', '2026-04-24')).second).toMatchObject({ date: '2026-05-04' })
  })
  it.each([
    ['before the first, and open', payment('2026-03-05', null)],
    ['on the day of reception, and open', payment('2026-03-02', null)],
    ['before the first, and over', payment('2026-03-05', '2026-04-24')],
    ['on the day of the first', payment('2026-03-09', '2026-04-24')],
    ['after the first, the slip being late', payment('2026-03-20', '2026-04-24')],
    ['and proved on the day of the slip', payment('2026-03-06', '2026-03-06')],
  ])('keep the first where it is when payment is waited for from a day %s', (_, pause) => {
    expect(both(pause).first).toEqual(first)
  })
  it('give each other pause to the phase it began in', () => {
    const found = both(
      agency('2026-03-04', '2026-03-06'),
      payment('2026-03-10', '2026-04-24'),
      agency('2026-04-28', '2026-05-04'),
    )
    expect(found).toMatchObject({ first: { date: '2026-03-11' }, second: { date: '2026-05-06' } })
  })
  it('let nothing that is paused while payment is waited for move either', () => {
    const inside = [payment('2026-03-06', '2026-04-24'), wait('supplement', '2026-03-06', '2026-03-20', true)]
    expect(both(...inside)).toMatchObject({ first: { date: '2026-03-09' }, second: { date: '2026-05-04' } })
  })
  it('stop the second for what is left of a pause after the proof', () => {
    expect(both(payment('2026-03-09', '2026-03-16'), agency('2026-03-12', '2026-03-18')).second).toEqual(
      both(payment('2026-03-09', '2026-03-16'), agency('2026-03-16', '2026-03-18')).second,
    )
  })
  it('begin the second phase once: waiting for payment again only pauses it', () => {
    const proved = payment('2026-03-09', '2026-03-16')
    expect(both(proved).second).toMatchObject({ date: '2026-03-19' })
    expect(both(proved, payment('2026-03-18', '2026-03-23')).second).toMatchObject({ date: '2026-03-24' })
    expect(both(proved, payment('2026-03-18', null)).second).toEqual({
      ...{ kind: 'stopped', since: '2026-03-18', remaining: 2 },
    })
    expect(both(proved, payment('2026-03-20', '2026-04-20')).second).toMatchObject({ date: '2026-03-19' })
  })
  it('take waiting for payment that goes on without a day between as one', () => {
    const pauses = [payment('2026-03-12', '2026-03-16'), payment('2026-03-09', '2026-03-12')]
    expect(both(...pauses)).toEqual(both(payment('2026-03-09', '2026-03-16')))
    expect(both(payment('2026-03-09', '2026-03-16'), payment('2026-03-10', '2026-03-11'))).toEqual(
      both(payment('2026-03-09', '2026-03-16')),
    )
    expect(both(payment('2026-03-09', '2026-03-12'), payment('2026-03-12', null)).second).toEqual({
      ...{ kind: 'awaiting-proof', slipOn: '2026-03-09' },
    })
  })
  it('take the first waiting for payment for the slip, in whatever order they are told', () => {
    expect(both(payment('2026-03-12', null), payment('2026-03-09', '2026-03-12')).second).toEqual({
      ...{ kind: 'awaiting-proof', slipOn: '2026-03-09' },
    })
  })
  it('take a proof on a day off as day 0 in either reading: it is no reception', () => {
    const settings = { ...DEFAULT_CLOCK, offDayReception: 'next-working-day' as const }
    const pauses = [payment('2026-03-09', '2026-03-14')]
    for (const reading of [DEFAULT_CLOCK, settings]) {
      expect(secondAppointment(phases, reception, pauses, calendar, reading)).toMatchObject({
        date: '2026-03-18',
      })
    }
  })
  it.each([
    ['pause-before-reception', [payment('2026-03-01', '2026-03-04')]],
    ['pause-ends-before-start', [payment('2026-03-06', '2026-03-04')]],
    ['pause-after-open-pause', [payment('2026-03-06', null), payment('2026-03-10', '2026-03-11')]],
  ] as const)('are refused with pauses that make no sense: %s', (fault, pauses) => {
    expect(() => both(...pauses)).toThrow(new ClockError(fault))
  })
})

describe('the days of two appointments', () => {
  const explain = (until: string | null, ...pauses: ClockPause[]): DayAccount[] =>
    explainAppointments(
      { term: 8, unit: 'working-day' },
      phases,
      reception,
      pauses,
      calendar,
      undefined,
      until === null ? null : civilDate(until),
    )
  const short = (days: DayAccount[]) =>
    days.map(({ date, reason, number }) => `${date.slice(5)} ${reason} ${number ?? ''}`.trim())
  const counted = (days: DayAccount[]): number => days.filter((day) => day.counted).length
  const numbers = (days: DayAccount[]): number[] => days.map(({ date }) => toDayNumber(date))

  it('are those of the whole term until the slip is sent', () => {
    expect(counted(explain(null))).toBe(8)
    expect(explain(null).at(-1)?.date).toBe('2026-03-12')
    expect(counted(explain(null, agency('2026-03-04', '2026-03-06')))).toBe(8)
  })
  it('stand still from the slip on, however early it was sent', () => {
    expect(short(explain('2026-03-07', payment('2026-03-05', null)))).toEqual([
      '03-02 reception',
      '03-03 working-day 1',
      '03-04 working-day 2',
      '03-05 paused',
      '03-06 paused',
      '03-07 paused',
    ])
    expect(short(explain(null, payment('2026-03-05', null))).at(-1)).toBe('03-05 paused')
    expect(short(explain('2026-03-03', payment('2026-03-05', null))).at(-1)).toBe('03-05 paused')
  })
  it('name the days the first phase was late, and the document of the waiting', () => {
    const days = explain(null, payment('2026-03-11', '2026-03-13'))
    expect(short(days).slice(7)).toEqual([
      '03-09 working-day 5',
      '03-10 late 1',
      '03-11 paused',
      '03-12 paused',
      '03-13 resumption',
      '03-14 weekend',
      '03-15 weekend',
      '03-16 working-day 1',
      '03-17 working-day 2',
      '03-18 working-day 3',
    ])
    expect(days.find(({ reason }) => reason === 'paused')).toMatchObject({
      ...{ pause: 'payment', basis: 'payment 2026-03-11' },
    })
  })
  it('name each document of the waiting on its own days, whatever else was waited for', () => {
    const days = explain(
      null,
      payment('2026-03-11', '2026-03-12'),
      agency('2026-03-10', '2026-03-12'),
      payment('2026-03-10', '2026-03-11'),
    )
    expect(days.filter(({ reason }) => reason === 'paused').map(({ basis }) => basis)).toEqual([
      'payment 2026-03-10',
      'payment 2026-03-11',
    ])
  })
  it('go on after the second appointment', () => {
    const days = explain('2026-03-20', payment('2026-03-10', '2026-03-13'))
    expect(short(days).slice(-2)).toEqual(['03-19 late 1', '03-20 late 2'])
  })
  it.each<[string, string]>([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-02', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['2026-03-09', '2026-04-24'],
    ['2026-03-20', '2026-03-23'],
  ])('from slip %s to proof %s leave no day out and have none twice', (slip, proof) => {
    const days = explain(null, payment(slip, proof))
    expect(numbers(days)).toEqual(days.map((_, index) => toDayNumber(reception.date) + index))
    expect(days[0]?.reason).toBe('reception')
    const second = both(payment(slip, proof)).second as { date: CivilDate }
    expect(days.at(-1)?.date).toBe(second.date)
    expect(days.filter((day) => day.counted && day.date > proof)).toHaveLength(3)
  })
})
