/**
 * A further day off, a longer phase, a later reception: what they may do to a due date, and what they may not. With
 * pauses and with two appointments, in either unit.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDay, WorkingCalendar } from '../calendar.ts'
import { civilDate, fromDayNumber, toDayNumber, weekday } from '../civil-date.ts'
import { type ClockPause, type ClockState, DEFAULT_CLOCK, appointments, clockState } from '../clock.ts'

const FROM = toDayNumber(civilDate('2020-01-01'))
const dayIn = (spread: number) => fc.integer({ min: 0, max: spread }).map((n) => FROM + n)
const rows = fc.uniqueArray(
  fc.record({ day: dayIn(200), kind: fc.constantFrom('off' as const, 'work' as const) }),
  { selector: ({ day }) => day, maxLength: 60 },
)
const waits = fc.array(
  fc.record({
    kind: fc.constantFrom('agency' as const, 'supplement' as const, 'payment' as const),
    start: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 20 }),
    restarts: fc.boolean(),
  }),
  { maxLength: 4 },
)
const stories = fc.record({
  rows,
  off: dayIn(200),
  received: dayIn(60),
  term: fc.integer({ min: 0, max: 40 }),
  second: fc.integer({ min: 0, max: 15 }),
  unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
  reading: fc.constantFrom('strict' as const, 'next-working-day' as const),
  waits,
})
type Story = typeof stories extends fc.Arbitrary<infer Value> ? Value : never

const calendarOf = (list: Story['rows']): WorkingCalendar =>
  new WorkingCalendar(
    list.map(({ day, kind }): CalendarDay => ({
      ...{ date: fromDayNumber(day), kind, name: 'x', basis: 'x', status: 'confirmed' },
    })),
  )
const pausesOf = ({ received, waits: list }: Story): ClockPause[] =>
  list.map(({ kind, start, length, restarts }) => ({
    ...{ kind, stops: true, restarts: restarts && kind === 'supplement', document: '' },
    startOn: fromDayNumber(received + start),
    endOn: fromDayNumber(received + start + length),
  }))
const dueOf = (state: ClockState): string => {
  if (state.kind !== 'due') throw new Error('no pause of these is open')
  return state.date
}

function due(one: Story, calendar: WorkingCalendar, pauses = pausesOf(one)): string {
  const { term, unit, received, reading } = one
  const settings = { ...DEFAULT_CLOCK, offDayReception: reading }
  return dueOf(clockState({ term, unit }, { date: fromDayNumber(received) }, pauses, calendar, settings))
}

/** First and second appointment; the second where payment has been proved. */
function both(one: Story, calendar: WorkingCalendar): string[] {
  const { term, second, received, reading } = one
  const settings = { ...DEFAULT_CLOCK, offDayReception: reading }
  const date = fromDayNumber(received)
  const found = appointments({ first: term, second }, { date }, pausesOf(one), calendar, settings)
  return [dueOf(found.first), ...(found.second.kind === 'awaiting-proof' ? [] : [dueOf(found.second)])]
}

const isEachNoSooner = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((day, index) => day <= (after[index] ?? ''))

describe('one more day off', () => {
  const more = ({ rows: list, off }: Story) => [
    ...list.filter(({ day }) => day !== off),
    { day: off, kind: 'off' as const },
  ]
  it('never brings a due date forward: any pauses, in working days or calendar days', () => {
    let later = 0
    fc.assert(
      fc.property(stories, (one) => {
        const [before, after] = [due(one, calendarOf(one.rows)), due(one, calendarOf(more(one)))]
        if (after > before) later++
        expect([before, after].toSorted()).toEqual([before, after])
      }),
      { numRuns: 800 },
    )
    expect(later).toBeGreaterThan(0)
  })
  it('never brings either of two appointments forward', () => {
    fc.assert(
      fc.property(stories, (one) => {
        expect(isEachNoSooner(both(one, calendarOf(one.rows)), both(one, calendarOf(more(one))))).toBe(true)
      }),
      { numRuns: 800 },
    )
  })
})

describe('two appointments', () => {
  it('are never sooner for a longer phase', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const calendar = calendarOf(one.rows)
        const longer = { ...one, term: one.term + 1, second: one.second + 1 }
        expect(isEachNoSooner(both(one, calendar), both(longer, calendar))).toBe(true)
      }),
      { numRuns: 600 },
    )
  })
})

describe('a reception a day later', () => {
  it('is never due sooner, whatever the reading of a reception on a day off', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const calendar = calendarOf(one.rows)
        const next = { ...one, received: one.received + 1 }
        expect(due(one, calendar, []) <= due(next, calendar, [])).toBe(true)
      }),
      { numRuns: 600 },
    )
  })
  it('is never due sooner where it then waits as long, on the same days', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const calendar = calendarOf(one.rows)
        // The same pauses, those that began before the later reception cut to it.
        const received = one.received + 1
        const pauses = pausesOf(one).filter(({ startOn }) => toDayNumber(startOn) >= received)
        expect(due(one, calendar, pauses) <= due({ ...one, received }, calendar, pauses)).toBe(true)
      }),
      { numRuns: 600 },
    )
  })
})

describe('a weekend', () => {
  it('in the calendar by name changes nothing', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const weekends = Array.from({ length: 200 }, (_, n) => FROM + n)
          .filter((day) => weekday(day) % 6 === 0 && !one.rows.some((row) => row.day === day))
          .map((day) => ({ day, kind: 'off' as const }))
        expect(due(one, calendarOf([...one.rows, ...weekends]))).toBe(due(one, calendarOf(one.rows)))
      }),
      { numRuns: 300 },
    )
  })
})
