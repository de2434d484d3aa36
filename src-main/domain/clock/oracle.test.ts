/**
 * The clock beside a day walk that shares nothing with it: days are texts, made by the language's own dates, weekdays
 * come from them too, and the rules are said once more from the articles. Nothing of the clock's counting, calendar or
 * date arithmetic is used on this side.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDay, WorkingCalendar } from '../calendar.ts'
import { type CivilDate, civilDate } from '../civil-date.ts'
import {
  type ClockPause,
  type ClockSettings,
  type ClockState,
  type Term,
  ClockError,
  DEFAULT_CLOCK,
  appointments,
  clockState,
  dueDate,
  explainAppointments,
  explainDays,
} from '../clock.ts'

// --- the other side --------------------------------------------------------------------------------------------------

interface Wait {
  kind: 'supplement' | 'payment' | 'agency'
  from: string
  to: string | null
  stops: boolean
  restarts: boolean
}
type Rows = ReadonlyMap<string, 'off' | 'work'>
type Answer = { due: string } | { since: string; left: number }

const next = (day: string): string => {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCHours(36)
  return date.toISOString().slice(0, 10)
}
const after = (day: string, n: number): string => (n === 0 ? day : after(next(day), n - 1))

function isWorking(day: string, rows: Rows): boolean {
  const row = rows.get(day)
  if (row !== undefined) return row === 'work'
  const name = new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3)
  return name !== 'Sat' && name !== 'Sun'
}

function nextWorking(day: string, rows: Rows): string {
  return isWorking(day, rows) ? day : nextWorking(next(day), rows)
}

/** Whether the clock stands still at the end of that day. */
const standsStill = (day: string, waits: readonly Wait[]): boolean =>
  waits.some(({ stops, from, to }) => stops && from <= day && (to === null || day < to))

/**
 * Whether the clock runs again on that day after waiting in which something restarts the term: the waits that reach that
 * day, and those that reach one of them, overlapping or touching.
 */
function restartsOn(day: string, waits: readonly Wait[]): boolean {
  if (standsStill(day, waits)) return false
  let group = waits.filter(({ stops, to }) => stops && to === day)
  for (;;) {
    const more = waits.filter(
      (one) =>
        one.stops &&
        one.to !== null &&
        one.to <= day &&
        group.some(({ from, to }) => one.from <= (to ?? '') && from <= (one.to ?? '')),
    )
    if (more.length === group.length) return group.some(({ restarts }) => restarts)
    group = more
  }
}

/** One term from day 0 on, day after day. */
function walk(
  term: number,
  unit: Term['unit'],
  zero: string,
  waits: readonly Wait[],
  rows: Rows,
  dueAtOnce: string | null,
): Answer {
  let left = term
  for (let day = waits.length === 0 ? zero : earliest(zero, waits); ; day = next(day)) {
    if (standsStill(day, waits)) {
      const open = waits.find(({ stops, from, to }) => stops && to === null && from <= day)
      if (open) {
        const group = waits.filter(({ stops }) => stops)
        return { since: startOf(day, group), left: restartsAfter(day, group) ? term : left }
      }
      continue
    }
    if (dueAtOnce === null && restartsOn(day, waits) && day >= zero) {
      left = term
      continue
    }
    if (dueAtOnce !== null) {
      if (day >= dueAtOnce && isWorking(day, rows)) return { due: day }
      continue
    }
    if (left > 0 && day > zero && (unit === 'calendar-day' || isWorking(day, rows))) left--
    // The end of a term that falls on a day off waits for the next working day, and is not over until that one is.
    if (left === 0 && day >= zero && isWorking(day, rows)) return { due: day }
  }
}

const earliest = (zero: string, waits: readonly Wait[]): string =>
  waits.reduce((least, { from }) => (from < least ? from : least), zero)

/** The first day of the stretch without a break that this day stands in. */
function startOf(day: string, waits: readonly Wait[]): string {
  let start = day
  for (;;) {
    const sooner = waits.find(({ from, to }) => from < start && (to === null || start <= to))
    if (sooner === undefined) return start
    start = sooner.from
  }
}

/** Whether anything in the stretch this day stands in restarts the term. */
function restartsAfter(day: string, waits: readonly Wait[]): boolean {
  const start = startOf(day, waits)
  return waits.some(({ from, restarts }) => from >= start && restarts)
}

function answer(
  { term, unit }: Term,
  received: string,
  time: string | undefined,
  waits: readonly Wait[],
  rows: Rows,
  { offDayReception, sameDayCutOff }: ClockSettings,
): Answer {
  const zero = offDayReception === 'strict' ? received : nextWorking(received, rows)
  if (term > 0) return walk(term, unit, zero, waits, rows, null)
  const late = isWorking(received, rows) && time !== undefined && time > sameDayCutOff
  return walk(term, unit, zero, waits, rows, nextWorking(late ? next(received) : zero, rows))
}

/** The second appointment: from the day the first waiting for payment ends. */
function secondOf(term: number, waits: readonly Wait[], rows: Rows): Answer | 'unknown' {
  const payments = waits.filter(({ kind }) => kind === 'payment')
  const slip = payments.reduce((least, { from }) => (from < least ? from : least), '9')
  if (slip === '9') return 'unknown'
  let day = slip
  while (standsStill(day, payments)) {
    if (payments.some(({ from, to }) => from <= day && to === null)) return 'unknown'
    day = next(day)
  }
  const later = waits
    .filter(({ to }) => to === null || to > day)
    .map((wait) => ({ ...wait, from: wait.from < day ? day : wait.from }))
  return answer({ term, unit: 'working-day' }, day, undefined, later, rows, DEFAULT_CLOCK)
}

/** The first: pauses that began before the slip was sent, and no waiting for payment. */
function firstOf(
  term: number,
  received: string,
  time: string | undefined,
  waits: readonly Wait[],
  rows: Rows,
  settings: ClockSettings,
): Answer {
  const slip = waits.reduce(
    (least, { kind, from }) => (kind === 'payment' && from < least ? from : least),
    '9',
  )
  const own = waits.filter(({ kind, from }) => kind !== 'payment' && from < slip)
  return answer({ term, unit: 'working-day' }, received, time, own, rows, settings)
}

// --- made up ---------------------------------------------------------------------------------------------------------

const DAY_MS = 86_400_000
const textOf = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10)
/** 1/1/1970 to some months before the end of 2100; often at the turn of a year. */
const firstDays = fc.oneof(
  fc.integer({ min: 0, max: 47_300 }),
  fc.integer({ min: 1970, max: 2098 }).map((year) => Date.UTC(year, 11, 24) / DAY_MS),
  fc.integer({ min: 1970, max: 2099 }).map((year) => Date.UTC(year, 1, 25) / DAY_MS),
)
const waits = fc.array(
  fc.record({
    kind: fc.constantFrom('supplement' as const, 'payment' as const, 'agency' as const),
    start: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(0)),
    length: fc.oneof(fc.integer({ min: 0, max: 15 }), fc.constantFrom(0, 1)),
    waived: fc.integer({ min: 0, max: 5 }),
    restarts: fc.boolean(),
  }),
  { maxLength: 5 },
)
const stories = fc
  .record({
    first: firstDays,
    rows: fc.uniqueArray(
      fc.record({
        at: fc.integer({ min: 0, max: 130 }),
        kind: fc.constantFrom('off' as const, 'off' as const, 'work' as const),
      }),
      { selector: ({ at }) => at, maxLength: 45 },
    ),
    waits,
    open: fc.boolean(),
    term: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(0, 1, 2)),
    second: fc.integer({ min: 0, max: 8 }),
    unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
    time: fc.constantFrom(undefined, '07:30', '14:59', '15:00', '15:01', '16:59'),
    cutOff: fc.constantFrom('15:00', '14:00', '16:00'),
    reading: fc.constantFrom('strict' as const, 'next-working-day' as const),
  })
  .map(({ first, rows, waits: list, open, cutOff, reading, ...rest }) => {
    const received = textOf(first)
    const made = list
      .map(({ start, length, waived, kind, restarts }): Wait => {
        const from = after(received, start)
        return { kind, from, to: after(from, length), stops: waived > 0, restarts }
      })
      .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    const last = made.at(-1)
    if (open && last) made.splice(-1, 1, { ...last, to: null })
    return {
      ...rest,
      received,
      rows: new Map(rows.map(({ at, kind }) => [after(received, at), kind])),
      waits: made,
      settings: { ...DEFAULT_CLOCK, sameDayCutOff: cutOff, offDayReception: reading },
    }
  })
type Story = typeof stories extends fc.Arbitrary<infer Value> ? Value : never

const calendarOf = (rows: Rows): WorkingCalendar =>
  new WorkingCalendar(
    [...rows].map(([date, kind]): CalendarDay => ({
      ...{ date: civilDate(date), kind, name: 'x', basis: 'x', status: 'confirmed' },
    })),
  )
const asPauses = (list: readonly Wait[]): ClockPause[] =>
  list.map(({ kind, from, to, stops, restarts }) => ({
    ...{ kind, startOn: civilDate(from), endOn: to === null ? null : civilDate(to) },
    ...{ stops, restarts, document: '' },
  }))
const plain = (state: ClockState): Answer =>
  state.kind === 'due' ? { due: state.date } : { since: state.since, left: state.remaining }
const receptionOf = ({ received, time }: Story) => ({ date: civilDate(received), time })

describe('the clock and a walk that shares nothing with it', () => {
  it('come to the same day: any calendar, pauses that overlap, touch, start on day 0 or are open', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const { term, unit, settings, rows } = one
        const found = clockState(
          { term, unit },
          receptionOf(one),
          asPauses(one.waits),
          calendarOf(rows),
          settings,
        )
        expect(plain(found)).toEqual(
          answer({ term, unit }, one.received, one.time, one.waits, rows, settings),
        )
      }),
      { numRuns: 2500 },
    )
  })
  it('come to the same two appointments', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const { term, second, settings, rows } = one
        const list = one.waits.map((wait) => ({ ...wait, stops: true }))
        const phases = { first: term, second }
        const found = appointments(phases, receptionOf(one), asPauses(list), calendarOf(rows), settings)
        expect(plain(found.first)).toEqual(firstOf(term, one.received, one.time, list, rows, settings))
        const expected = secondOf(second, list, rows)
        expect(found.second.kind === 'awaiting-proof' ? 'unknown' : plain(found.second)).toEqual(expected)
      }),
      { numRuns: 2500 },
    )
  })
  it('without a pause agree with the short way too', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const { term, unit, settings, rows } = one
        const { date } = dueDate({ term, unit }, receptionOf(one), calendarOf(rows), settings)
        expect({ due: date }).toEqual(answer({ term, unit }, one.received, one.time, [], rows, settings))
      }),
      { numRuns: 1000 },
    )
  })
  it('count the days one by one as the clock says they are', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const { term, unit, settings, rows } = one
        const asked = [
          { term, unit },
          receptionOf(one),
          asPauses(one.waits),
          calendarOf(rows),
          settings,
        ] as const
        const days = explainDays(...asked)
        expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => after(one.received, index)))
        const expected = answer({ term, unit }, one.received, one.time, one.waits, rows, settings)
        const counted = days.filter((day) => day.counted)
        expect(counted).toHaveLength('due' in expected ? term : term - expected.left)
        expect(days.at(-1)?.date).toBe('due' in expected ? expected.due : expected.since)
        for (const { date } of counted) {
          expect([
            date,
            standsStill(date, one.waits),
            unit === 'calendar-day' || isWorking(date, rows),
          ]).toEqual([date, false, true])
        }
      }),
      { numRuns: 1000 },
    )
  })
  it('leave out no day of two appointments and end on the second', () => {
    fc.assert(
      fc.property(stories, (one) => {
        const { term, second, settings, rows } = one
        const list = one.waits.map((wait) => ({ ...wait, stops: true }))
        const days = explainAppointments(
          { term: term + second, unit: 'working-day' },
          { first: term, second },
          receptionOf(one),
          asPauses(list),
          calendarOf(rows),
          settings,
        )
        expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => after(one.received, index)))
        const expected = secondOf(second, list, rows)
        if (expected !== 'unknown') {
          expect(days.at(-1)?.date).toBe('due' in expected ? expected.due : expected.since)
        }
        for (const day of days.filter(({ counted }) => counted)) {
          expect([
            day.date,
            standsStill(
              day.date,
              list.filter(({ kind }) => kind === 'payment'),
            ),
          ]).toEqual([day.date, false])
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('at the ends of the calendar', () => {
  const first = civilDate('1970-01-01')
  const last = civilDate('2100-12-31')
  const none = calendarOf(new Map())
  const ask =
    (term: Term, on: CivilDate, ...list: Wait[]) =>
    () =>
      clockState(term, { date: on }, asPauses(list), none)
  const wait: Wait = { kind: 'agency', from: '2100-12-31', to: null, stops: true, restarts: false }

  it('the last day that can be counted is, the one after is refused by name', () => {
    const fault = new ClockError('outside-calendar')
    expect(ask({ term: 34_176, unit: 'working-day' }, first)()).toMatchObject({ date: '2100-12-31' })
    expect(ask({ term: 34_177, unit: 'working-day' }, first)).toThrow(fault)
    expect(ask({ term: 0, unit: 'working-day' }, last)()).toMatchObject({ date: last })
    expect(ask({ term: 1, unit: 'working-day' }, last)).toThrow(fault)
    expect(ask({ term: 0, unit: 'calendar-day' }, last)()).toMatchObject({ date: last })
    expect(ask({ term: 1, unit: 'calendar-day' }, last)).toThrow(fault)
    expect(ask({ term: 500, unit: 'calendar-day' }, civilDate('2100-06-01'))).toThrow(fault)
  })
  it('what makes no sense is no RangeError: those are faults of the program', () => {
    expect(new ClockError('outside-calendar')).not.toBeInstanceOf(RangeError)
  })
  it('a pause on the first or the last day is one like any other', () => {
    expect(ask({ term: 3, unit: 'working-day' }, last, wait)()).toMatchObject({ since: last, remaining: 3 })
    const early = { ...wait, from: '1970-01-01', to: '1970-01-06' }
    expect(plain(ask({ term: 1, unit: 'working-day' }, first, early)())).toEqual({ due: '1970-01-06' })
  })
})
