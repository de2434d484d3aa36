import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import {
  choiceOf,
  choiceOfPeriod,
  neighbour,
  type PeriodChoice,
  periodBefore,
  periodOfChoice,
  periodYearBefore,
  queryOf,
  withKind,
  yearsOffered,
} from './period-choice.ts'

const today = civilDate('2020-06-30')
const read = (query: string) => choiceOf(new URLSearchParams(query), today)
const month = { kind: 'month', year: 2020, index: 6, rule: 'calendar' } as const

describe('the period of the figures', () => {
  it('is the month of today until another one is asked for', () => {
    expect(read('')).toEqual({ type: 'preset', ...month })
  })

  it('stands in the address and comes back from it', () => {
    const choices: PeriodChoice[] = [
      { type: 'preset', kind: 'quarter', year: 2020, index: 2, rule: 'reporting' },
      { type: 'preset', kind: 'year', year: 2019, index: 1, rule: 'calendar' },
      { type: 'range', from: civilDate('2020-01-02'), to: civilDate('2020-03-04') },
      { type: 'range', from: null, to: civilDate('2020-03-04') },
    ]
    for (const choice of choices) {
      expect(choiceOf(queryOf(choice), today)).toEqual(choice)
    }
  })

  it('falls back to this month when the address makes no sense', () => {
    for (const query of [
      'period=week&year=2020',
      'period=quarter&year=2020&index=5',
      'period=month&year=12020&index=1',
      'period=month&year=x&index=1',
    ]) {
      expect(read(query)).toEqual({ type: 'preset', ...month })
    }
  })

  it('gives the days of a reporting quarter', () => {
    expect(periodOfChoice(read('period=quarter&year=2020&index=2&rule=reporting'))).toEqual({
      from: '2020-03-15',
      to: '2020-06-14',
    })
  })

  it('has no days while a range is not whole or ends before it begins', () => {
    expect(periodOfChoice(read('from=2020-01-01&to='))).toBeNull()
    expect(periodOfChoice(read('from=2020-02-01&to=2020-01-01'))).toBeNull()
    expect(periodOfChoice(read('from=2020-02-01&to=2020-02-01'))).toEqual({
      from: '2020-02-01',
      to: '2020-02-01',
    })
  })

  it('steps to its neighbours across the turn of the year', () => {
    expect(neighbour({ ...month, index: 1 }, -1)).toEqual({ ...month, year: 2019, index: 12 })
    expect(neighbour({ ...month, kind: 'quarter', index: 4 }, 1)).toMatchObject({ year: 2021, index: 1 })
    expect(neighbour({ ...month, kind: 'nine-months', index: 1 }, 1)).toMatchObject({ year: 2021, index: 1 })
    expect(neighbour({ ...month, year: 2100, index: 12 }, 1)).toBeNull()
  })

  it('keeps its time of the year when its length changes', () => {
    expect(withKind(month, 'quarter')).toMatchObject({ kind: 'quarter', index: 2 })
    expect(withKind({ ...month, kind: 'half-year', index: 2 }, 'month')).toMatchObject({ index: 12 })
    expect(withKind({ ...month, kind: 'year', index: 1 }, 'nine-months')).toMatchObject({ index: 1 })
  })

  it('is known again by its days', () => {
    for (const query of [
      'period=month&year=2020&index=2&rule=calendar',
      'period=month&year=2020&index=1&rule=reporting',
      'period=quarter&year=2020&index=1&rule=calendar',
      'period=nine-months&year=2020&index=1&rule=reporting',
      'period=year&year=2020&index=1&rule=reporting',
      'from=2020-01-02&to=2020-03-04',
    ]) {
      const choice = read(query)
      const period = periodOfChoice(choice)
      expect(period && choiceOfPeriod(period)).toEqual(choice)
    }
  })

  it('is compared with the one before it and the same one a year earlier', () => {
    const january = read('period=month&year=2020&index=1&rule=calendar')
    expect(periodBefore(january)).toEqual({ from: '2019-12-01', to: '2019-12-31' })
    expect(periodYearBefore(january)).toEqual({ from: '2019-01-01', to: '2019-01-31' })
    const range = read('from=2020-03-01&to=2020-03-10')
    expect(periodBefore(range)).toEqual({ from: '2020-02-20', to: '2020-02-29' })
    expect(periodYearBefore(range)).toEqual({ from: '2019-03-01', to: '2019-03-10' })
    expect(periodYearBefore(read('period=year&year=1971&index=1'))).toBeNull()
    expect(periodBefore(read('from=2020-01-02&to='))).toBeNull()
  })

  it('offers ten years and the one chosen', () => {
    expect(yearsOffered(today, 2005)).toEqual([
      2020, 2019, 2018, 2017, 2016, 2015, 2014, 2013, 2012, 2011, 2005,
    ])
  })
})
