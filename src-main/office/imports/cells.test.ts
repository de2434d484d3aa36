import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, fromDayNumber, toDayNumber, FIRST_DAY, LAST_DAY } from '../../domain/civil-date.ts'
import { cellLine, cellText, readDate } from './cells.ts'

const utc = (text: string): Date => new Date(`${text}Z`)

describe('a date in a register', () => {
  it.each([
    ['21/11/2019', '2019-11-21', null],
    ['1/2/2020', '2020-02-01', null],
    ['01-02-2020', '2020-02-01', null],
    ['1.2.2020', '2020-02-01', null],
    ['29/02/2020', '2020-02-29', null],
    ['21/11/2019 10:22', '2019-11-21', '10:22'],
    ['21/11/2019 7:05:59', '2019-11-21', '07:05'],
    ['21/11/2019, 16:30', '2019-11-21', '16:30'],
    ['10:22 21/11/2019', '2019-11-21', '10:22'],
    ['21/11/2019 10h22', '2019-11-21', '10:22'],
    ['21/11/2019 02:15 CH', '2019-11-21', '14:15'],
    ['21/11/2019 12:15:00 SA', '2019-11-21', '00:15'],
    ['21/11/2019 12:15 PM', '2019-11-21', '12:15'],
    ['21/11/2019 00:00', '2019-11-21', null],
    ['  21 / 11 / 2019  ', '2019-11-21', null],
    ["'21/11/2019", '2019-11-21', null],
    ['2019-11-21', '2019-11-21', null],
    ['2019-11-21 10:22', '2019-11-21', '10:22'],
    ['2019-11-21T10:22:31', '2019-11-21', '10:22'],
    ['2019/11/21', '2019-11-21', null],
    ['ngày 21 tháng 11 năm 2019', '2019-11-21', null],
  ])('%s is the day it says', (text, date, time) => {
    expect(readDate(text)).toEqual({ date, time })
  })

  it.each([
    '31/02/2020',
    '29/02/2019',
    '01/13/2020',
    '12/25/2020',
    '00/01/2020',
    '32/01/2020',
    '2020-02-30',
    '1/1/1920',
    '21/11/2019 24:00',
    '21/11/2019 10:75',
    '21/11/2019 13:15 CH',
  ])('%s is refused as impossible, day and month never swapped', (text) => {
    expect(readDate(text)).toEqual({ fault: 'impossible-date' })
  })

  it.each([
    'chưa có',
    '21/11',
    '21/11-2019',
    '21112019',
    'x 21/11/2019',
    '21/11/2019 lúc',
    '21/11/02019',
    '#N/A',
    '0',
  ])('%s is refused as no date', (text) => {
    expect(readDate(text)).toEqual({ fault: 'not-a-date' })
  })

  it('refuses a year of two digits rather than completing it', () => {
    expect(readDate('21/11/19')).toEqual({ fault: 'not-a-date', reason: 'two-digit-year' })
  })

  it('refuses a bare number, which could be a day of either Excel calendar', () => {
    expect(readDate(43790)).toEqual({ fault: 'not-a-date', reason: 'plain-number' })
  })

  it('takes an Excel date with its wall time, and midnight for no time', () => {
    expect(readDate(utc('2020-01-02T09:17:00.000'))).toEqual({ date: '2020-01-02', time: '09:17' })
    expect(readDate(utc('2020-01-02T00:00:00.000'))).toEqual({ date: '2020-01-02', time: null })
  })

  it('rounds the fraction Excel keeps a time as', () => {
    expect(readDate(utc('2020-01-02T09:16:59.999'))).toEqual({ date: '2020-01-02', time: '09:17' })
  })

  it('is read back as it is written on every form, whatever the day', () => {
    const anyDay = fc.integer({ min: toDayNumber(FIRST_DAY), max: toDayNumber(LAST_DAY) }).map(fromDayNumber)
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(readDate(formatDate(date))).toEqual({ date, time: null })
        expect(readDate(new Date(`${date}T00:00:00Z`))).toEqual({ date, time: null })
      }),
    )
  })

  it('is never an error of the program, whatever stands in the cell', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) =>
          readDate(text) === null || 'date' in (readDate(text) ?? {}) || 'fault' in (readDate(text) ?? {}),
      ),
    )
  })

  it('is nothing when the cell is empty', () => {
    expect([readDate(null), readDate(''), readDate('   ')]).toEqual([null, null, null])
  })
})

describe('a cell as text', () => {
  it('keeps numbers without a needless fraction and long digits intact', () => {
    expect([3, 251, 23103220781, 12.5].map(cellText)).toEqual(['3', '251', '23103220781', '12.5'])
  })

  it('leaves out the apostrophe typed to keep zeros', () => {
    expect(cellLine("'023103220781")).toBe('023103220781')
  })

  it('is one line in one Unicode form', () => {
    expect(cellLine(' Nguye\u0302\u0303n\n Đức\u00a0')).toBe('Nguyễn Đức')
  })

  it('shows dates the Vietnamese way', () => {
    expect([utc('2020-01-02T09:17:00'), utc('2020-01-02T00:00:00')].map(cellText)).toEqual([
      '02/01/2020 09:17',
      '02/01/2020',
    ])
  })
})
