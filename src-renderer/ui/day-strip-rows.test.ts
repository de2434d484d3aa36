import { describe, expect, it } from 'vitest'
import { civilDate, fromDayNumber, toDayNumber } from '../../src-main/domain/civil-date.ts'
import { accountLines, type DayAccount, neighbour, stripRows, weeksOf } from './day-strip-rows.ts'

/** Days in a row from a day on, each made by its place. */
function daysFrom(first: string, count: number, make: (index: number) => Partial<DayAccount>): DayAccount[] {
  const start = toDayNumber(civilDate(first))
  return Array.from({ length: count }, (_, index) => ({
    date: fromDayNumber(start + index),
    counted: false,
    reason: 'working-day',
    ...make(index),
  }))
}
const paused = (): Partial<DayAccount> => ({ reason: 'paused', pause: 'payment', basis: '12/TB' })
const dayOf = (row: { days: readonly (DayAccount | null)[] } | undefined) =>
  row?.days.map((day) => (day === null ? '' : day.date.slice(8)))

describe('the weeks of a strip', () => {
  it('begin on Monday, with empty places before the reception and after the last day', () => {
    // Friday 21/08/2026 to Tuesday 25/08/2026.
    const weeks = weeksOf(daysFrom('2026-08-21', 5, () => ({})))
    expect(weeks.map(dayOf)).toEqual([
      ['', '', '', '', '21', '22', '23'],
      ['24', '25', '', '', '', '', ''],
    ])
  })

  it('put a Sunday at the end of its week and a Monday at the beginning', () => {
    expect(weeksOf(daysFrom('2026-11-29', 2, () => ({}))).map(dayOf)).toEqual([
      ['', '', '', '', '', '', '29'],
      ['30', '', '', '', '', '', ''],
    ])
  })

  it('go over the end of a year', () => {
    const [week] = weeksOf(daysFrom('2026-12-28', 7, () => ({})))
    expect(dayOf(week)).toEqual(['28', '29', '30', '31', '01', '02', '03'])
  })

  it('are none for no days', () => {
    expect(weeksOf([])).toEqual([])
  })
})

describe('the rows of a strip', () => {
  it('fold whole weeks of one pause, but not the weeks it begins and ends in', () => {
    // Thursday 01/01/2026; paused from Wednesday 07/01 to Tuesday 17/02.
    const days = daysFrom('2026-01-01', 60, (index) => (index >= 6 && index < 48 ? paused() : {}))
    const rows = stripRows(days, [])
    expect(rows.map(({ kind }) => kind)).toEqual(['week', 'week', 'folded', 'week', 'week'])
    const [, , folded] = rows
    expect(folded?.kind === 'folded' && [folded.why, folded.weeks.length, folded.days.length]).toEqual([
      'paused',
      5,
      35,
    ])
  })

  it('fold weeks of lateness, but never the week of today', () => {
    const days = daysFrom('2026-03-02', 35, (index) =>
      index % 7 > 4 ? { reason: 'weekend' } : { reason: 'late', number: index + 1 },
    )
    const today = days.at(-1)?.date ?? null
    expect(stripRows(days, [today]).map(({ kind }) => kind)).toEqual(['folded', 'week'])
  })

  it('leave a short pause and weeks that count as they are', () => {
    expect(stripRows(daysFrom('2026-03-02', 14, paused), []).map(({ kind }) => kind)).toEqual([
      'week',
      'week',
    ])
    expect(
      stripRows(
        daysFrom('2026-03-02', 70, () => ({ counted: true })),
        [],
      ).length,
    ).toBe(10)
  })
})

describe('the keys in a strip', () => {
  // Friday 21/08/2026 to Tuesday 01/09/2026.
  const rows = stripRows(
    daysFrom('2026-08-21', 12, () => ({})),
    [],
  )
  const from = (date: string, key: string) => neighbour(rows, civilDate(date), key)

  it('go a day or a week, and to the first and the last day', () => {
    expect(from('2026-08-23', 'ArrowRight')).toBe('2026-08-24')
    expect(from('2026-08-24', 'ArrowLeft')).toBe('2026-08-23')
    expect(from('2026-08-22', 'ArrowDown')).toBe('2026-08-29')
    expect(from('2026-09-01', 'ArrowUp')).toBe('2026-08-25')
    expect(from('2026-08-25', 'Home')).toBe('2026-08-21')
    expect(from('2026-08-25', 'End')).toBe('2026-09-01')
  })

  it('stay where there is no day, and leave other keys alone', () => {
    expect(from('2026-08-21', 'ArrowLeft')).toBeNull()
    expect(from('2026-08-24', 'ArrowUp')).toBeNull()
    expect(from('2026-08-26', 'ArrowDown')).toBeNull()
    expect(from('2026-08-26', 'Enter')).toBeNull()
  })
})

describe('the lines of the printed account', () => {
  it('are one for each day while nothing lasts longer than a week', () => {
    const days = daysFrom('2026-03-02', 12, (index) => (index > 3 && index < 11 ? paused() : {}))
    expect(accountLines(days).map(({ first }) => first)).toEqual(days)
  })

  it('draw a long pause together, and two pauses on two documents apart', () => {
    const days = daysFrom('2026-03-02', 30, (index) => ({
      ...paused(),
      ...(index < 10 ? {} : { basis: '15/TB' }),
    }))
    expect(accountLines(days).map(({ first, last }) => [first.date.slice(5), last.date.slice(5)])).toEqual([
      ['03-02', '03-11'],
      ['03-12', '03-31'],
    ])
  })

  it('draw long lateness together, days off in it included', () => {
    const days = daysFrom('2026-03-02', 30, (index) =>
      index < 4 ? {} : index % 7 > 4 ? { reason: 'weekend' } : { reason: 'late', number: index - 3 },
    )
    const lines = accountLines(days)
    expect(lines.length).toBe(5)
    expect([lines.at(-1)?.first.date, lines.at(-1)?.last.date]).toEqual(['2026-03-06', '2026-03-31'])
  })

  it('keep lateness of a first phase apart from what comes after it', () => {
    const days = daysFrom('2026-03-02', 12, (index) =>
      index === 2
        ? { reason: 'late', number: 1 }
        : index === 3
          ? { reason: 'resumption' }
          : { counted: true },
    )
    expect(accountLines(days)).toHaveLength(12)
  })
})
