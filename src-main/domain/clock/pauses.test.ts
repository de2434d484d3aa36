import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDay, WorkingCalendar } from '../calendar.ts'
import { type CivilDate, type DayNumber, civilDate, fromDayNumber, toDayNumber } from '../civil-date.ts'
import {
  type ClockFault,
  type ClockPause,
  type Term,
  ClockError,
  clockState,
  explainDays,
  reappointment,
} from '../clock.ts'
import { bundledCalendar, readSimpleCsv } from './test-calendar.ts'

const calendar = bundledCalendar()
const days = (term: number, unit: Term['unit'] = 'working-day'): Term => ({ term, unit })
const pause = (startOn: string, endOn: string | null, rest: Partial<ClockPause> = {}): ClockPause => ({
  kind: 'supplement',
  startOn: civilDate(startOn),
  endOn: endOn === null ? null : civilDate(endOn),
  stops: true,
  restarts: false,
  document: '12/PBS',
  ...rest,
})
const state = (term: Term, on: string, ...pauses: ClockPause[]) =>
  clockState(term, { date: civilDate(on) }, pauses, calendar)

describe('worked examples with pauses', () => {
  const rows = readSimpleCsv(new URL('./fixtures/due-dates.csv', import.meta.url)).filter(
    (row) => row['pauses'] !== '',
  )

  it('are all there', () => expect(rows).toHaveLength(3))

  it.each(rows)(
    '$term days from $received with pauses $pauses are due on $due',
    ({ received, term, pauses, due }) => {
      const list = (pauses ?? '').split(';').map((text) => {
        const [start = '', end = ''] = text.split('/')
        return pause(start, end)
      })
      expect(state(days(Number(term)), received ?? '', ...list)).toMatchObject({ kind: 'due', date: due })
    },
  )
})

describe('a pause', () => {
  const plain = state(days(8), '2026-03-02')

  it('from Wednesday to Friday takes away Wednesday and Thursday', () => {
    expect(plain).toMatchObject({ date: '2026-03-12' })
    expect(state(days(8), '2026-03-02', pause('2026-03-04', '2026-03-06'))).toMatchObject({
      date: '2026-03-16',
    })
  })
  it('that begins and ends on one day takes nothing away', () => {
    expect(state(days(8), '2026-03-02', pause('2026-03-04', '2026-03-04'))).toEqual(plain)
  })
  it('on the day of reception takes away no day that counts', () => {
    expect(state(days(8), '2026-03-02', pause('2026-03-02', '2026-03-03'))).toEqual(plain)
  })
  it('over a weekend takes away no working day', () => {
    expect(state(days(8), '2026-03-02', pause('2026-03-07', '2026-03-09'))).toEqual(plain)
  })
  it('that does not stop the clock changes nothing', () => {
    expect(state(days(8), '2026-03-02', pause('2026-03-04', '2026-03-20', { stops: false }))).toEqual(plain)
  })
  it('that does not stop the clock may stand beside an open one', () => {
    const open = pause('2026-03-05', null)
    const beside = pause('2026-03-06', '2026-03-09', { stops: false })
    expect(state(days(8), '2026-03-02', open, beside)).toEqual(state(days(8), '2026-03-02', open))
  })
  it('that begins after the term has run out does not make a late dossier look on time', () => {
    expect(state(days(8), '2026-03-02', pause('2026-03-13', '2026-03-20'))).toEqual(plain)
    expect(state(days(8), '2026-03-02', pause('2026-03-13', '2026-03-20', { restarts: true }))).toEqual(plain)
    expect(state(days(8), '2026-03-02', pause('2026-03-13', null))).toEqual(plain)
  })
  it('on the very due date moves it: the clock was not running at the end of that day', () => {
    expect(state(days(8), '2026-03-02', pause('2026-03-12', '2026-03-16'))).toMatchObject({
      date: '2026-03-16',
    })
  })
  it('still open leaves the due date unknown and says what is left', () => {
    expect(state(days(8), '2026-03-02', pause('2026-03-05', null))).toEqual({
      kind: 'stopped',
      since: '2026-03-05',
      remaining: 6,
    })
    expect(state(days(8), '2026-03-02', pause('2026-03-05', null, { restarts: true }))).toMatchObject({
      remaining: 8,
    })
  })
  it('after which the term begins again makes the day of resumption day 0', () => {
    expect(state(days(8), '2026-03-02', pause('2026-03-04', '2026-03-06', { restarts: true }))).toMatchObject(
      { date: '2026-03-18' },
    )
  })
  it('overlapping or touching another counts once', () => {
    const one = state(days(8), '2026-03-02', pause('2026-03-04', '2026-03-11'))
    expect(
      state(days(8), '2026-03-02', pause('2026-03-04', '2026-03-09'), pause('2026-03-06', '2026-03-11')),
    ).toEqual(one)
    expect(
      state(days(8), '2026-03-02', pause('2026-03-09', '2026-03-11'), pause('2026-03-04', '2026-03-09')),
    ).toEqual(one)
    expect(
      state(days(8), '2026-03-02', pause('2026-03-04', '2026-03-11'), pause('2026-03-05', '2026-03-06')),
    ).toEqual(one)
  })
  it('of a same-day dossier makes it due on the day the clock runs again', () => {
    expect(state(days(0), '2026-03-02', pause('2026-03-02', '2026-03-06'))).toMatchObject({
      date: '2026-03-06',
    })
    expect(state(days(0), '2026-03-02', pause('2026-03-02', '2026-03-07'))).toMatchObject({
      date: '2026-03-09',
    })
    expect(state(days(0), '2026-03-02', pause('2026-03-03', '2026-03-06'))).toMatchObject({
      date: '2026-03-02',
    })
    expect(state(days(0), '2026-03-02', pause('2026-03-02', null))).toEqual({
      kind: 'stopped',
      since: '2026-03-02',
      remaining: 0,
    })
  })
  it('in a term of calendar days stops it alike, and the end still moves to a working day', () => {
    expect(state(days(7, 'calendar-day'), '2026-04-20', pause('2026-04-21', '2026-04-23'))).toMatchObject({
      date: '2026-04-29',
    })
  })

  const faults: [ClockFault, ClockPause[]][] = [
    ['pause-ends-before-start', [pause('2026-03-06', '2026-03-04')]],
    ['pause-before-reception', [pause('2026-03-01', '2026-03-04')]],
    ['pause-after-open-pause', [pause('2026-03-03', null), pause('2026-03-05', '2026-03-06')]],
  ]
  it.each(faults)('that makes no sense is refused: %s', (fault, pauses) => {
    expect(() => state(days(8), '2026-03-02', ...pauses)).toThrow(new ClockError(fault))
  })
})

describe('re-appointment', () => {
  const due = civilDate('2026-03-12')
  const later = civilDate('2026-03-20')
  it.each([
    ['2026-03-11', false, 'in-time'],
    ['2026-03-12', false, 'late-apology'],
    ['2026-03-11', true, 'already-sent'],
  ])('sent on %s, sent before: %s → %s', (on, before, answer) => {
    expect(reappointment(due, later, civilDate(on), before)).toBe(answer)
  })
  it('to a day that is no later is none', () => {
    expect(reappointment(due, due, civilDate('2026-03-10'), false)).toBe('not-later')
    expect(reappointment(due, later, later, false)).toBe('not-later')
  })
})

describe('the explanation of a pause', () => {
  it('names the document, and counts the term exactly', () => {
    const account = explainDays(
      days(3),
      { date: civilDate('2026-03-02') },
      [pause('2026-03-04', '2026-03-06')],
      calendar,
    )
    expect(
      account.map(({ date, counted, reason, number }) => [date.slice(8), counted, reason, number ?? 0]),
    ).toEqual([
      ['02', false, 'reception', 0],
      ['03', true, 'working-day', 1],
      ['04', false, 'paused', 0],
      ['05', false, 'paused', 0],
      ['06', true, 'working-day', 2],
      ['07', false, 'weekend', 0],
      ['08', false, 'weekend', 0],
      ['09', true, 'working-day', 3],
    ])
    expect(account[2]).toMatchObject({ pause: 'supplement', basis: '12/PBS' })
  })
  it('shows which days were counted in vain before a restart', () => {
    const restart = pause('2026-03-04', '2026-03-06', { restarts: true })
    const account = explainDays(days(2), { date: civilDate('2026-03-02') }, [restart], calendar)
    expect(account.map(({ reason }) => reason)).toEqual([
      'reception',
      'superseded',
      'paused',
      'paused',
      'resumption',
      'weekend',
      'weekend',
      'working-day',
      'working-day',
    ])
  })
  it('shows them while the pause stands too: the whole term is left', () => {
    const open = pause('2026-03-04', null, { restarts: true })
    const account = explainDays(days(8), { date: civilDate('2026-03-02') }, [open], calendar)
    expect(account.map(({ reason }) => reason)).toEqual(['reception', 'superseded', 'paused'])
  })
  it('names what a new day 0 stands on: the pause that ended on it and its document', () => {
    const again = pause('2026-03-04', '2026-03-06', { restarts: true })
    const account = explainDays(days(8), { date: civilDate('2026-03-02') }, [again], calendar)
    expect(account.find(({ reason }) => reason === 'resumption')).toMatchObject({
      ...{ date: '2026-03-06', pause: 'supplement', basis: '12/PBS' },
    })
  })
  it('takes in a pause before the working day on which a term that ended on a day off is over', () => {
    const term = days(5, 'calendar-day')
    const of = (...pauses: ClockPause[]) =>
      explainDays(term, { date: civilDate('2026-04-20') }, pauses, calendar)
        .slice(5)
        .map(({ date, reason }) => `${date.slice(8)} ${reason}`)
    expect(of(pause('2026-04-28', '2026-05-05'))).toEqual([
      ...['25 calendar-day', '26 weekend', '27 day-off', '28 paused', '29 paused', '30 paused'],
      ...['01 paused', '02 paused', '03 paused', '04 paused', '05 moved-to-working-day'],
    ])
    expect(state(term, '2026-04-20', pause('2026-04-28', '2026-05-05'))).toMatchObject({ date: '2026-05-05' })
    expect(state(term, '2026-04-20', pause('2026-04-28', null))).toMatchObject({
      ...{ kind: 'stopped', remaining: 0 },
    })
    expect(state(term, '2026-04-20', pause('2026-04-29', '2026-05-05'))).toMatchObject({ date: '2026-04-28' })
  })
  it('goes on over the days late, numbering the working ones', () => {
    const account = explainDays(
      days(1),
      { date: civilDate('2026-03-05') },
      [],
      calendar,
      undefined,
      civilDate('2026-03-10'),
    )
    expect(account.map(({ reason, number }) => [reason, number ?? 0])).toEqual([
      ['reception', 0],
      ['working-day', 1],
      ['weekend', 0],
      ['weekend', 0],
      ['late', 1],
      ['late', 2],
    ])
  })
})

// --- any calendar, any pauses ---------------------------------------------------------------------------------------

const FROM = toDayNumber(civilDate('2020-01-01'))
const dayIn = (spread: number) => fc.integer({ min: 0, max: spread }).map((n) => FROM + n)
const calendars = fc
  .uniqueArray(fc.record({ day: dayIn(200), kind: fc.constantFrom('off' as const, 'work' as const) }), {
    selector: (row) => row.day,
    maxLength: 60,
  })
  .map(
    (list) =>
      new WorkingCalendar(
        list.map(({ day, kind }): CalendarDay => ({
          date: fromDayNumber(day),
          kind,
          name: 'x',
          basis: 'x',
          status: 'confirmed',
        })),
      ),
  )
const pauseLists = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 90 }),
    length: fc.integer({ min: 0, max: 20 }),
    stops: fc.boolean(),
    restarts: fc.boolean(),
  }),
  { maxLength: 5 },
)
const cases = fc.record({
  calendar: calendars,
  received: dayIn(60),
  term: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
  pauses: pauseLists,
})
type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never

function pausesOf({ received, pauses }: Case): ClockPause[] {
  return pauses.map(({ start, length, stops, restarts }) =>
    pause(fromDayNumber(received + start), fromDayNumber(received + start + length), { stops, restarts }),
  )
}

/** The rule said the slow way: day after day, asking of each whether the clock runs at its end. */
function walk(one: Case): CivilDate {
  const stops = one.pauses.filter((entry) => entry.stops)
  const isStopped = (day: DayNumber): boolean =>
    stops.some(({ start, length }) => one.received + start <= day && day < one.received + start + length)
  let left = one.term
  let day = one.received
  for (;;) {
    // Where the clock runs again on this day after pauses of which one restarts the term, the day is a new day 0.
    const ending = stops.filter(({ start, length }) => one.received + start + length === day)
    if (ending.length > 0 && !isStopped(day) && groupEndingOn(one, day).some((entry) => entry.restarts))
      left = one.term
    else if (
      left > 0 &&
      day > one.received &&
      !isStopped(day) &&
      (one.unit === 'calendar-day' || one.calendar.isWorking(day))
    )
      left--
    // A term that ends on a day off waits for the next working day, and is not over until that one is.
    if (left === 0 && !isStopped(day) && one.calendar.isWorking(day)) break
    day++
  }
  return fromDayNumber(day)
}

/** The pauses that overlap or touch, one after another, up to that day. */
function groupEndingOn(one: Case, day: DayNumber): Case['pauses'] {
  let reach = day
  const group: Case['pauses'] = []
  const byEnd = one.pauses
    .filter((entry) => entry.stops)
    .toSorted((a, b) => b.start + b.length - a.start - a.length)
  for (let found = true; found;) {
    found = false
    for (const entry of byEnd) {
      const start = one.received + entry.start
      const end = start + entry.length
      if (!group.includes(entry) && end <= day && end >= reach) {
        group.push(entry)
        reach = Math.min(reach, start)
        found = true
      }
    }
  }
  return group
}

describe('for any calendar, term and pauses', () => {
  it('the due date is the one a walk over the days comes to', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const found = clockState(
          days(one.term, one.unit),
          { date: fromDayNumber(one.received) },
          pausesOf(one),
          one.calendar,
        )
        expect(found).toMatchObject({ kind: 'due', date: walk(one) })
      }),
      { numRuns: 3000 },
    )
  })
  it('the explanation counts exactly the term and ends on the due date', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const [term, reception, pauses] = [
          days(one.term, one.unit),
          { date: fromDayNumber(one.received) },
          pausesOf(one),
        ]
        const account = explainDays(term, reception, pauses, one.calendar)
        expect(account.filter((day) => day.counted)).toHaveLength(one.term)
        expect(clockState(term, reception, pauses, one.calendar)).toMatchObject({
          date: account.at(-1)?.date,
        })
      }),
      { numRuns: 1000 },
    )
  })
  it('a longer term is never due sooner', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const due = (term: number): string => {
          const found = clockState(
            days(term, one.unit),
            { date: fromDayNumber(one.received) },
            pausesOf(one),
            one.calendar,
          )
          return found.kind === 'due' ? found.date : ''
        }
        expect(due(one.term + 1) >= due(one.term)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
  it('a pause never brings the due date forward', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const reception = { date: fromDayNumber(one.received) }
        const term = days(one.term, one.unit)
        const without = clockState(term, reception, [], one.calendar)
        const withThem = clockState(term, reception, pausesOf(one), one.calendar)
        expect(withThem.kind === 'due' && without.kind === 'due' && withThem.date >= without.date).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
