import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CivilDate, civilDate } from './civil-date.ts'
import { bundledCalendar } from './clock/test-calendar.ts'
import { dateAfter, daysLate, workingDaysBetween } from './clock.ts'
import { type DossierEvent, type EventFact, EMPTY_PARTICULARS, HistoryError, fold } from './dossier.ts'
import { type LateLegs, LEG_HOLDERS, lateLegs, mainHolder } from './legs.ts'
import { type StepRef, pathOf, stepAt } from './path.ts'

const calendar = bundledCalendar()
const VERSION = {
  ...{ term: 8, unit: 'working-day' as const, remoteExtra: 0, phases: { first: 5, second: 3 } },
  ...{ hasFeeLeg: true, supplementRule: 'restart' as const, steps: [] },
}
const PATH = pathOf(VERSION, false)
const step = (index: number): StepRef => stepAt(PATH, index) ?? { index: 0, role: 'counter' }
const note = ''

function history(...entries: [string, EventFact][]): DossierEvent[] {
  return entries.map(([on, fact], index) => ({
    ...{ seq: index + 1, happenedOn: civilDate(on), happenedAt: null, authorId: 1, fact },
    enteredAt: `${on}T02:00:00.000Z`,
  }))
}
const accepted = (dueOn: string, at: StepRef | null = step(0)): EventFact => ({
  ...{ kind: 'accepted', code: 'A-200601-0001', procedureId: 1, dueSource: 'computed' },
  ...{ dueOn: civilDate(dueOn), particulars: EMPTY_PARTICULARS, ...(at === null ? {} : { step: at }) },
})
const legsOf = (events: DossierEvent[], today: string): LateLegs =>
  lateLegs(events, fold(events), VERSION, civilDate(today), { calendar })
const moved = (dueOn: string): EventFact => ({
  ...{ kind: 'due-moved', dueOn: civilDate(dueOn), cause: 'pause', changeId: null, note },
})

describe('the days late of a dossier', () => {
  it('are the branch’s own where a step of it took too long', () => {
    // 1/6/2020 is a Monday. One day at the counter, five for the specialist.
    const events = history(
      ['2020-06-01', accepted('2020-06-11')],
      ['2020-06-02', { kind: 'passed', holderId: 2, step: step(1), note }],
    )
    const { legs, ...sums } = legsOf(events, '2020-06-16')
    expect(sums).toEqual({ daysLate: 3, rest: 0, shares: { branch: 3, tax: 0, agency: 0, applicant: 0 } })
    expect(legs).toMatchObject([
      { who: 'branch', role: 'counter', from: '2020-06-01', to: '2020-06-02', used: 0, late: 0 },
      { who: 'branch', role: 'processing', to: null, term: 5, used: 11, over: 6, late: 3 },
    ])
  })

  it('are another agency’s where its answer came after its day and the clock ran on', () => {
    const events = history(
      ['2020-06-01', accepted('2020-06-11')],
      [
        '2020-06-02',
        {
          ...{ kind: 'paused', pause: 'agency', stops: false, agency: 'UBND xã Đông', note },
          answerBy: civilDate('2020-06-05'),
        },
      ],
      ['2020-06-15', { kind: 'resumed', note }],
    )
    const { legs, ...sums } = legsOf(events, '2020-06-16')
    expect(sums).toEqual({ daysLate: 3, rest: 0, shares: { branch: 0, tax: 0, agency: 3, applicant: 0 } })
    expect(legs[1]).toMatchObject({
      who: 'agency',
      agency: 'UBND xã Đông',
      term: 3,
      used: 9,
      over: 6,
      late: 3,
    })
  })

  it('cost nothing where the clock stood still, however long it stood', () => {
    const events = history(
      ['2020-06-01', accepted('2020-06-11')],
      ['2020-06-05', { kind: 'paused', pause: 'payment', step: step(2), note }],
      ['2020-07-20', { kind: 'tax-notice', document: '7/TB', amount: null, note }],
      ['2020-08-03', { kind: 'resumed', step: step(3), note }],
      ['2020-08-03', moved('2020-08-06')],
    )
    const { legs, shares } = legsOf(events, '2020-08-10')
    expect(shares).toEqual({ branch: 2, tax: 0, agency: 0, applicant: 0 })
    expect(legs.map(({ who, free, late }) => [who, free, late])).toEqual([
      ['branch', true, 0],
      ['tax', true, 0],
      ['applicant', true, 0],
      ['branch', false, 2],
    ])
    // What the tax office used beyond its own five days is told all the same.
    expect(legs[1]).toMatchObject({ agency: 'Cơ quan thuế', term: 5, over: 26 })
  })

  it('leave out what was counted in vain before the term began again', () => {
    const events = history(
      ['2020-06-01', accepted('2020-06-30')],
      ['2020-06-26', { kind: 'paused', pause: 'supplement', note }],
      ['2020-06-29', { kind: 'resumed', stepUsed: 0, note }],
      ['2020-06-29', moved('2020-07-09')],
    )
    const { legs, rest } = legsOf(events, '2020-07-10')
    expect(legs[0]).toMatchObject({ role: 'counter', over: 17, free: true, late: 0 })
    expect(legs[2]).toMatchObject({ role: 'counter', free: false, late: 1 })
    expect(rest).toBe(0)
  })

  it('are the branch’s where the applicant was asked only after the due date', () => {
    const events = history(
      ['2020-06-01', accepted('2020-06-11', null)],
      ['2020-06-12', { kind: 'paused', pause: 'supplement', note }],
    )
    const { legs, ...sums } = legsOf(events, '2020-06-19')
    expect(legs[1]).toMatchObject({ who: 'applicant', free: false, late: 0 })
    expect(sums).toMatchObject({ daysLate: 6, rest: 6, shares: { branch: 6, applicant: 0 } })
  })

  it('end with the dossier, and are none while a clock that was stopped in time stands', () => {
    const start = history(['2020-06-01', accepted('2020-06-11', null)])
    const ended = [...start, ...history(['2020-06-12', { kind: 'result-ready', note }])].map((event, at) => ({
      ...event,
      seq: at + 1,
    }))
    expect(legsOf(ended, '2020-06-30')).toMatchObject({ daysLate: 1, legs: [{ used: 9 }] })
    const stands = history(
      ['2020-06-01', accepted('2020-06-11')],
      ['2020-06-11', { kind: 'paused', pause: 'supplement', note }],
    )
    expect(legsOf(stands, '2020-06-30').daysLate).toBe(0)
  })

  it('have one who answers most for them, at par the branch', () => {
    const none = { branch: 0, tax: 0, agency: 0, applicant: 0 }
    expect(mainHolder({ ...none, branch: 2, tax: 2 })).toBe('branch')
    expect(mainHolder({ ...none, branch: 1, agency: 2 })).toBe('agency')
    expect(mainHolder(none)).toBeNull()
  })
})

/** Steps that may follow one another or not: those that may not are left out. */
const facts: fc.Arbitrary<EventFact> = fc.oneof(
  fc
    .record({ at: fc.integer({ min: 0, max: 5 }), holderId: fc.constantFrom(null, 2) })
    .map(({ at, holderId }): EventFact => ({ kind: 'passed', holderId, step: step(at), note })),
  fc
    .record({ pause: fc.constantFrom('supplement', 'payment', 'agency') })
    .map(({ pause }): EventFact => ({ kind: 'paused', pause, note })),
  fc.integer({ min: 0, max: 20 }).map((days): EventFact => ({
    ...{ kind: 'paused', pause: 'agency', stops: false, agency: 'UBND xã', note },
    answerBy: dateAfter(civilDate('2020-06-01'), days),
  })),
  fc.constantFrom<EventFact>(
    { kind: 'resumed', note },
    { kind: 'taken', holderId: 2, note },
    { kind: 'tax-notice', document: '1', amount: 1, note },
    { kind: 'result-ready', note },
  ),
  fc.integer({ min: 0, max: 60 }).map((days): EventFact => moved(dateAfter(civilDate('2020-06-01'), days))),
)

const lives = fc.record({
  first: fc.boolean(),
  due: fc.integer({ min: 0, max: 30 }),
  steps: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 9 }), fact: facts }), { maxLength: 12 }),
  after: fc.integer({ min: 0, max: 60 }),
})

/** A life that can be: whatever may not follow is left out. */
function lifeOf({ first, due, steps, after }: typeof lives extends fc.Arbitrary<infer Life> ? Life : never): {
  events: DossierEvent[]
  today: CivilDate
} {
  let on = civilDate('2020-06-01')
  let events = history([on, accepted(dateAfter(on, due), first ? step(0) : null)])
  for (const { gap, fact } of steps) {
    const day = dateAfter(on, gap)
    const next = { ...events[0]!, seq: events.length + 1, happenedOn: day, fact }
    try {
      fold([...events, next])
    } catch (error) {
      if (error instanceof HistoryError) continue
      throw error
    }
    on = day
    events = [...events, next]
  }
  return { events, today: dateAfter(on, after) }
}

describe('for any life of a dossier', () => {
  it('the legs use every working day once, and their parts make the days late', () => {
    let late = 0
    fc.assert(
      fc.property(lives, (life) => {
        const { events, today } = lifeOf(life)
        const dossier = fold(events)
        const end = dossier.endedOn ?? today
        const {
          legs,
          daysLate: whole,
          shares,
          rest,
        } = lateLegs(events, dossier, VERSION, today, { calendar })
        const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0)
        expect(sum(legs.map(({ used }) => used))).toBe(workingDaysBetween(dossier.acceptedOn, end, calendar))
        expect(sum(LEG_HOLDERS.map((who) => shares[who]))).toBe(whole)
        expect(sum(legs.map((leg) => leg.late)) + rest).toBe(whole)
        for (const leg of legs) {
          expect(leg.late).toBeGreaterThanOrEqual(0)
          expect(leg.late).toBeLessThanOrEqual(leg.free ? 0 : leg.over)
          expect(leg.over).toBeLessThanOrEqual(leg.used)
        }
        expect(rest).toBeGreaterThanOrEqual(0)
        expect([0, daysLate(dossier.dueOn, end, calendar)]).toContain(whole)
        if (whole > 0) late++
      }),
      { numRuns: 2000 },
    )
    expect(late).toBeGreaterThan(200)
  })

  it('whoever is not the branch answers for no more than the days it had', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const { events, today } = lifeOf(life)
        const { legs, shares } = lateLegs(events, fold(events), VERSION, today, { calendar })
        for (const who of ['tax', 'agency', 'applicant'] as const) {
          const had = legs.filter((leg) => leg.who === who).reduce((all, { over }) => all + over, 0)
          expect(shares[who]).toBeLessThanOrEqual(had)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
