import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDay, WorkingCalendar } from '../calendar.ts'
import { type CivilDate, civilDate, fromDayNumber, toDayNumber, weekday } from '../civil-date.ts'
import {
  type Term,
  ClockError,
  DEFAULT_CLOCK,
  daysLate,
  dueDate,
  explainDays,
  punctuality,
  workingDaysBetween,
} from '../clock.ts'
import { bundledCalendar, readSimpleCsv } from './test-calendar.ts'

const calendar = bundledCalendar()
const due = (on: string, term: number, unit: Term['unit'] = 'working-day', time?: string): string =>
  dueDate({ term, unit }, { date: civilDate(on), time }, calendar).date

describe('worked examples', () => {
  const rows = readSimpleCsv(new URL('./fixtures/due-dates.csv', import.meta.url))
  const plain = rows.filter((row) => row['pauses'] === '')

  it('are all there', () => expect(plain).toHaveLength(24))

  it.each(plain)('$term $unit from $received are due on $due', ({ received, term, unit, due: expected }) => {
    expect(due(received ?? '', Number(term), unit === 'calendar-day' ? 'calendar-day' : 'working-day')).toBe(
      expected,
    )
  })
})

describe('a same-day procedure', () => {
  it('is due on the day of acceptance up to 15:00', () => {
    expect(due('2026-11-23', 0, 'working-day', '15:00')).toBe('2026-11-23')
  })
  it('is due the next working day when accepted after 15:00, over a holiday too', () => {
    expect(due('2026-11-23', 0, 'working-day', '15:01')).toBe('2026-11-25')
  })
  it('accepted on a day off is due the next working day, at whatever hour', () => {
    expect(due('2026-11-22', 0, 'working-day', '16:30')).toBe('2026-11-23')
  })
})

describe('a term of 0 in calendar days', () => {
  it('is a same-day procedure like one in working days', () => {
    expect(due('2026-11-23', 0, 'calendar-day', '15:00')).toBe('2026-11-23')
    expect(due('2026-11-23', 0, 'calendar-day', '15:01')).toBe('2026-11-25')
    expect(due('2026-11-22', 0, 'calendar-day', '16:30')).toBe('2026-11-23')
  })
})

describe('reception on a day off', () => {
  const saturday = { date: civilDate('2026-11-21') }
  it('makes that day day 0 in the strict reading', () => {
    expect(dueDate({ term: 1, unit: 'working-day' }, saturday, calendar).date).toBe('2026-11-23')
  })
  it('makes the next working day day 0 in the other', () => {
    const settings = { ...DEFAULT_CLOCK, offDayReception: 'next-working-day' as const }
    expect(dueDate({ term: 1, unit: 'working-day' }, saturday, calendar, settings).date).toBe('2026-11-25')
  })
})

describe('a due date in a year not announced', () => {
  it('is provisional', () => {
    const term: Term = { term: 30, unit: 'working-day' }
    expect(dueDate(term, { date: civilDate('2026-12-20') }, calendar).provisional).toBe(true)
    expect(dueDate(term, { date: civilDate('2026-03-02') }, calendar).provisional).toBe(false)
    expect(dueDate(term, { date: civilDate('2031-03-03') }, calendar).provisional).toBe(true)
    // The days of 2019 are known, those of the year before are not.
    expect(dueDate(term, { date: civilDate('2018-12-20') }, calendar).provisional).toBe(true)
  })
})

describe('lateness', () => {
  it('is decided by date: before is early, on it on time, after it late', () => {
    const on = civilDate('2026-11-23')
    expect(punctuality(civilDate('2026-11-20'), on)).toBe('early')
    expect(punctuality(on, on)).toBe('on-time')
    expect(punctuality(civilDate('2026-11-24'), on)).toBe('late')
  })
  it('is counted in working days: the holiday of 24/11 is no day late', () => {
    expect(daysLate(civilDate('2026-11-23'), civilDate('2026-11-23'), calendar)).toBe(0)
    expect(daysLate(civilDate('2026-11-23'), civilDate('2026-11-24'), calendar)).toBe(0)
    expect(daysLate(civilDate('2026-11-23'), civilDate('2026-11-26'), calendar)).toBe(2)
  })
  it('counts a make-up Saturday', () => {
    expect(workingDaysBetween(civilDate('2026-08-21'), civilDate('2026-08-22'), calendar)).toBe(1)
  })
})

describe('the explanation', () => {
  it('names each day between 23/11 and 27/11/2026', () => {
    const days = explainDays(
      { term: 3, unit: 'working-day' },
      { date: civilDate('2026-11-23') },
      [],
      calendar,
    )
    expect(days.map((day) => [day.date, day.counted, day.reason, day.name ?? ''])).toEqual([
      ['2026-11-23', false, 'reception', ''],
      ['2026-11-24', false, 'day-off', 'Ngày Văn hóa Việt Nam'],
      ['2026-11-25', true, 'working-day', ''],
      ['2026-11-26', true, 'working-day', ''],
      ['2026-11-27', true, 'working-day', ''],
    ])
  })
  it('says why a same-day dossier moved on', () => {
    const days = explainDays(
      { term: 0, unit: 'working-day' },
      { date: civilDate('2026-11-25'), time: '15:30' },
      [],
      calendar,
    )
    expect(days.at(-1)).toEqual({ date: '2026-11-26', counted: false, reason: 'after-cut-off' })
  })
  it('says of a same-day dossier from a day off that its day is a day off, not that it came late', () => {
    const days = explainDays(
      { term: 0, unit: 'working-day' },
      { date: civilDate('2026-11-22'), time: '16:30' },
      [],
      calendar,
    )
    expect(days.map(({ reason }) => reason)).toEqual(['reception', 'moved-to-working-day'])
  })
  it('shows day 0 moved to the next working day, and counts from there', () => {
    const days = explainDays(
      { term: 2, unit: 'working-day' },
      { date: civilDate('2026-11-21') },
      [],
      calendar,
      { ...DEFAULT_CLOCK, offDayReception: 'next-working-day' },
    )
    expect(days.map(({ date, reason }) => `${date.slice(8)} ${reason}`)).toEqual([
      '21 reception',
      '22 weekend',
      '23 reception',
      '24 day-off',
      '25 working-day',
      '26 working-day',
    ])
  })
  it('says why a term in calendar days ran on to a working day', () => {
    const days = explainDays(
      { term: 7, unit: 'calendar-day' },
      { date: civilDate('2026-04-20') },
      [],
      calendar,
    )
    expect(days.filter((day) => day.counted)).toHaveLength(7)
    expect(days.at(-1)).toEqual({ date: '2026-04-28', counted: false, reason: 'moved-to-working-day' })
  })
})

describe('the ends of the calendar', () => {
  it('are counted like any other days: from 1970, to 2100, over 500 working days', () => {
    expect(due('1970-01-01', 1)).toBe('1970-01-02')
    expect(due('2100-12-30', 1)).toBe('2100-12-31')
    const walked = walk([], civilDate('2030-01-02'), 500)
    expect(due('2030-01-02', 500)).toBe(walked)
  })
})

describe('what makes no sense', () => {
  it.each([-1, 0.5, Number.NaN])('a term of %s is refused', (term) => {
    expect(() => due('2026-11-23', term)).toThrow(new ClockError('negative-term'))
    expect(() => due('2026-11-23', term, 'calendar-day')).toThrow(new ClockError('negative-term'))
  })
  it('a due date past 2100 is refused', () => {
    expect(() => due('2100-12-30', 500)).toThrow(new ClockError('outside-calendar'))
  })
})

const date = fc
  .integer({ min: toDayNumber(civilDate('2015-01-01')), max: toDayNumber(civilDate('2030-12-31')) })
  .map(fromDayNumber)
const rows = fc.uniqueArray(fc.record({ date, kind: fc.constantFrom('off' as const, 'work' as const) }), {
  selector: (row) => row.date,
  maxLength: 80,
})
const calendarOf = (list: { date: CivilDate; kind: 'off' | 'work' }[]): WorkingCalendar =>
  new WorkingCalendar(
    list.map((row): CalendarDay => ({ ...row, name: 'x', basis: 'x', status: 'confirmed' })),
  )

/** The rule said the slow way: walk day by day. */
function walk(list: { date: CivilDate; kind: 'off' | 'work' }[], from: CivilDate, term: number): CivilDate {
  const kinds = new Map(list.map((row) => [row.date, row.kind]))
  let day = toDayNumber(from)
  for (let left = term; left > 0;) {
    day++
    const kind = kinds.get(fromDayNumber(day)) ?? (weekday(day) % 6 === 0 ? 'off' : 'work')
    if (kind === 'work') left--
  }
  return fromDayNumber(day)
}

describe('for any calendar', () => {
  it('the due date is the one a walk over the days comes to', () => {
    fc.assert(
      fc.property(rows, date, fc.integer({ min: 1, max: 60 }), (list, from, term) => {
        expect(dueDate({ term, unit: 'working-day' }, { date: from }, calendarOf(list)).date).toBe(
          walk(list, from, term),
        )
      }),
    )
  })
  it('the explanation counts exactly the term and ends on the due date', () => {
    fc.assert(
      fc.property(
        rows,
        date,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('working-day' as const, 'calendar-day' as const),
        (list, from, term, unit) => {
          const compiled = calendarOf(list)
          const days = explainDays({ term, unit }, { date: from }, [], compiled)
          expect(days.filter((day) => day.counted)).toHaveLength(term)
          expect(days.at(-1)?.date).toBe(dueDate({ term, unit }, { date: from }, compiled).date)
        },
      ),
    )
  })
  it('a longer term is never due sooner', () => {
    fc.assert(
      fc.property(rows, date, fc.integer({ min: 0, max: 60 }), (list, from, term) => {
        const compiled = calendarOf(list)
        const [shorter, longer] = [term, term + 1].map(
          (n) => dueDate({ term: n, unit: 'working-day' }, { date: from }, compiled).date,
        )
        expect((shorter ?? '') <= (longer ?? '')).toBe(true)
      }),
    )
  })
  it('a later reception is never due sooner', () => {
    fc.assert(
      fc.property(
        rows,
        date,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom('working-day' as const, 'calendar-day' as const),
        (list, from, term, unit) => {
          const compiled = calendarOf(list)
          const next = fromDayNumber(toDayNumber(from) + 1)
          const [sooner, later] = [from, next].map(
            (on) => dueDate({ term, unit }, { date: on }, compiled).date,
          )
          expect((sooner ?? '') <= (later ?? '')).toBe(true)
        },
      ),
    )
  })
  it('one more day off never brings a due date forward', () => {
    fc.assert(
      fc.property(rows, date, date, fc.integer({ min: 1, max: 60 }), (list, from, off, term) => {
        const more = [...list.filter((row) => row.date !== off), { date: off, kind: 'off' as const }]
        const before = dueDate({ term, unit: 'working-day' }, { date: from }, calendarOf(list)).date
        expect(dueDate({ term, unit: 'working-day' }, { date: from }, calendarOf(more)).date >= before).toBe(
          true,
        )
      }),
    )
  })
})
