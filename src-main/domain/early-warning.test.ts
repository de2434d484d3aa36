import { describe, expect, it } from 'vitest'
import { type CivilDate, civilDate } from './civil-date.ts'
import { dayBefore, daysTaken, workingDayAfter } from './clock.ts'
import { bundledCalendar } from './clock/test-calendar.ts'
import { type DossierEvent, type EventFact, fold, historyAsOf, stoppingPauses } from './dossier.ts'
import {
  FEWEST_CASES,
  type OpenWay,
  type Outlook,
  PastCases,
  type PastWay,
  type Way,
  stepsOf,
  yearBefore,
} from './early-warning.ts'
import { isLate, isStopped } from './legs.ts'
import type { StepRole } from './path.ts'
import { BRANCH_YEAR, type Life, branchYear } from './test-branch.ts'

const calendar = bundledCalendar()
const monday = civilDate('2025-06-02')
const after = (days: number, from: CivilDate = monday): CivilDate => workingDayAfter(from, days, calendar)
const stepAt = (index: number, role: StepRole, on: CivilDate) => ({ step: { index, role }, on })

/** A past dossier: a day at the counter, so many in processing, then so many until its end. */
const past = (processing: number, rest: number, procedure = 'transfer'): PastWay => ({
  ...{ procedure, acceptedOn: monday, pauses: [], endedOn: after(1 + processing + rest) },
  steps: [
    stepAt(0, 'counter', monday),
    stepAt(1, 'processing', after(1)),
    stepAt(2, 'signature', after(1 + processing)),
  ],
})
const many = (count: number, of: PastWay): PastWay[] => Array.from({ length: count }, () => of)

/** An open one, so many days in processing, with so many left. */
const open = (inStep: number, left: number, procedure = 'transfer'): OpenWay => ({
  ...{ procedure, acceptedOn: monday, pauses: [], dueOn: after(1 + inStep + left) },
  steps: [stepAt(0, 'counter', monday), stepAt(1, 'processing', after(1))],
})
const asked = (cases: PastCases, inStep: number, left: number, procedure?: string): Outlook | null =>
  cases.outlookOf(open(inStep, left, procedure), after(1 + inStep))

describe('the outlook of an open dossier', () => {
  const cases = new PastCases([...many(40, past(2, 1)), ...many(20, past(6, 1))], calendar)

  it('counts the past dossiers alike that needed more than the days left', () => {
    // All 60 were in processing on its second day; 20 of them needed more than three days more.
    expect(asked(cases, 1, 3)).toEqual({ percent: 33, basis: 'step', late: 20, of: 60, left: 3, used: 1 })
    expect(asked(cases, 1, 6)).toMatchObject({ percent: 0, late: 0, of: 60 })
    expect(asked(cases, 1, 1)).toMatchObject({ percent: 100, late: 60, of: 60 })
  })

  it('leaves out those that had gone on by then: it is with the slow ones', () => {
    const slow = new PastCases([...many(40, past(2, 1)), ...many(35, past(6, 1))], calendar)
    expect(asked(slow, 3, 3)).toEqual({ percent: 100, basis: 'step', late: 35, of: 35, left: 3, used: 3 })
    expect(asked(slow, 3, 4)).toMatchObject({ percent: 0, of: 35 })
  })

  it('asks the procedure where too few were so long in the step, then all, then says nothing', () => {
    // Twenty were in the step on its fourth day; so many of all took as long since acceptance.
    const wider = new PastCases([...many(20, past(6, 1)), ...many(15, past(1, 6))], calendar)
    expect(asked(wider, 4, 2)).toEqual({
      percent: 100,
      basis: 'procedure',
      late: 35,
      of: 35,
      left: 2,
      used: 5,
    })
    const others = [...many(20, past(6, 1)), ...many(15, past(1, 6, 'mortgage'))]
    expect(asked(new PastCases(others, calendar), 4, 2)).toMatchObject({ basis: 'all', of: 35 })
    expect(asked(cases, 5, 3, 'unheard-of')).toBeNull()
    expect(asked(cases, 0, 3, 'unheard-of')).toMatchObject({ basis: 'all', of: 60 })
    expect(asked(new PastCases([], calendar), 1, 1)).toBeNull()
  })

  it('asks the procedure for a dossier whose step is not known', () => {
    const { steps, ...rest } = open(1, 3)
    expect(steps).toHaveLength(2)
    expect(cases.outlookOf({ ...rest, steps: [] }, after(2))).toEqual({
      ...{ percent: 33, basis: 'procedure', late: 20, of: 60, left: 3, used: 2 },
    })
  })

  it('counts days on which the clock ran alone', () => {
    const paused = { ...past(6, 1), pauses: [{ startOn: after(2), endOn: after(6) }] }
    // Four of the six days in processing the clock stood still.
    expect(asked(new PastCases(many(30, paused), calendar), 1, 1)).toMatchObject({ late: 30, of: 30 })
    expect(asked(new PastCases(many(30, paused), calendar), 1, 2)).toMatchObject({ late: 0, of: 30 })
  })

  it('counts a dossier that came back to a step once, from its first time there', () => {
    const back = past(2, 4)
    const twice = { ...back, steps: [...back.steps, stepAt(1, 'processing', after(4))] }
    expect(asked(new PastCases(many(30, twice), calendar), 1, 4)).toMatchObject({ late: 30, of: 30 })
  })
})

describe('the steps of a history', () => {
  const note = ''
  const accepted: EventFact = {
    ...{ kind: 'accepted', code: 'X-1', procedureId: 1, dueOn: after(9), dueSource: 'computed' },
    particulars: branchYear({ from: monday, to: monday }, 1, calendar).map(({ events }) =>
      events[0]?.fact.kind === 'accepted' ? events[0].fact.particulars : null,
    )[0]!,
    step: { index: 0, role: 'counter' },
  }
  const history = (...entries: [CivilDate, EventFact][]): DossierEvent[] =>
    entries.map(([happenedOn, fact], i) => ({
      ...{
        seq: i + 1,
        happenedOn,
        happenedAt: null,
        enteredAt: '2025-06-02T01:00:00.000Z',
        authorId: 1,
        fact,
      },
    }))
  const batch = { batch: 7, number: 1, year: 2025, fromId: 1, toId: 2, note }
  const processing = { index: 1, role: 'processing' as const }

  it('begin with acceptance; a batch enters its step when it is confirmed, on the day it was re-dated to', () => {
    const events = history(
      [monday, accepted],
      [after(1), { kind: 'handed-over', step: processing, ...batch }],
      [after(2), { kind: 'handover-confirmed', batch: 7, note }],
      [after(3), { kind: 'taken', holderId: 2, step: processing, note }],
      [after(4), { kind: 'passed', holderId: null, step: { index: 2, role: 'signature' }, note }],
      [after(5), { kind: 'corrected', reason: 'x', redated: { seq: 3, on: after(1), at: null } }],
    )
    expect(stepsOf(events)).toEqual([
      stepAt(0, 'counter', monday),
      stepAt(1, 'processing', after(1)),
      stepAt(2, 'signature', after(4)),
    ])
    expect(stepsOf(events.slice(0, 2))).toEqual([stepAt(0, 'counter', monday)])
    const revoked: EventFact = { kind: 'corrected', reason: 'x', revoked: 5 }
    expect(
      stepsOf([...events, ...history([after(5), revoked]).map((one) => ({ ...one, seq: 7 }))]),
    ).toHaveLength(2)
  })
})

it('the year that is learnt from ends the day before', () => {
  expect(yearBefore(civilDate('2026-11-23'))).toEqual({ from: '2025-11-23', to: '2026-11-22' })
  expect(yearBefore(civilDate('2028-02-29'))).toEqual({ from: '2027-02-28', to: '2028-02-28' })
})

/** The way of a dossier as its history tells it. */
function wayOf({ pace }: Life, history: readonly DossierEvent[]): Way {
  const dossier = fold(history)
  return {
    ...{ procedure: pace.key, acceptedOn: dossier.acceptedOn, pauses: stoppingPauses(dossier) },
    steps: stepsOf(history),
  }
}

/** The share of dossiers in a band of prediction that ended late, beside what was said of them. */
interface Band {
  n: number
  predicted: number
  observed: number
}

/**
 * Learns from what ended in the first nine months and asks on the first mornings of the next three; what then became of
 * each open dossier is known. The tolerance is ten points in each fifth, and five points over all.
 */
describe('the early warning, held against months it has not seen', () => {
  const lives = branchYear(BRANCH_YEAR, 60, calendar)
  const learntUntil = civilDate('2025-09-30')
  const cases = new PastCases(
    lives
      .filter(({ endedOn }) => endedOn <= learntUntil)
      .map((life): PastWay => ({ ...wayOf(life, life.events), endedOn: life.endedOn })),
    calendar,
  )
  const mornings = ['2025-10-31', '2025-11-28', '2025-12-31'].map(civilDate)
  const answers = mornings.flatMap((today) =>
    lives.flatMap((life) => {
      if (life.acceptedOn >= today || life.endedOn < today) return []
      const history = historyAsOf(life.events, dayBefore(today))
      const now = fold(history)
      if (isStopped(now) || isLate(now, today)) return []
      const outlook = cases.outlookOf({ ...wayOf(life, history), dueOn: now.dueOn }, today)
      const then = fold(life.events)
      return outlook === null ? [] : [{ outlook, late: life.endedOn > then.dueOn, life, now, today }]
    }),
  )
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const bandOf = (group: typeof answers): Band => ({
    n: group.length,
    predicted: mean(group.map(({ outlook }) => outlook.percent)),
    observed: mean(group.map(({ late }) => (late ? 100 : 0))),
  })

  it('says of each what came true as often as it said', () => {
    expect(answers.length).toBeGreaterThan(1200)
    const bands = [0, 20, 40, 60, 80].map((from) =>
      bandOf(
        answers.filter(({ outlook: { percent } }) => percent >= from && (percent < from + 20 || from === 80)),
      ),
    )
    for (const { n, predicted, observed } of bands) {
      expect(n).toBeGreaterThanOrEqual(50)
      expect(Math.abs(predicted - observed)).toBeLessThan(10)
    }
    const whole = bandOf(answers)
    expect(Math.abs(whole.predicted - whole.observed)).toBeLessThan(5)
  })

  it('puts those that end late before those that do not, more often than the days left alone would', () => {
    const late = answers.filter((one) => one.late)
    const inTime = answers.filter((one) => !one.late)
    expect(late.length).toBeGreaterThan(50)
    /** How often a late one stands before one in time. */
    const ranks = (keyOf: (one: (typeof answers)[number]) => number): number =>
      mean(
        late.map((one) =>
          mean(
            inTime.map((other) => (keyOf(one) > keyOf(other) ? 1 : keyOf(one) === keyOf(other) ? 0.5 : 0)),
          ),
        ),
      )
    const byOutlook = ranks(({ outlook }) => outlook.percent)
    const byDue = ranks(({ outlook }) => -outlook.left)
    expect(byOutlook).toBeGreaterThan(0.8)
    expect(byOutlook).toBeGreaterThan(byDue + 0.03)
  })

  it('rests on the step for nearly all, and each number can be counted again from the histories', () => {
    const onSteps = answers.filter(({ outlook }) => outlook.basis === 'step')
    expect(onSteps.length / answers.length).toBeGreaterThan(0.85)
    for (const { outlook, life, now, today } of onSteps.slice(0, 15)) {
      const at = now.step
      if (at === null) throw new Error('no step')
      let [of, late] = [0, 0]
      for (const other of lives) {
        if (other.pace !== life.pace || other.endedOn > learntUntil) continue
        const way = wayOf(other, other.events)
        const entered = way.steps.findIndex(({ step }) => step.index === at.index)
        const from = way.steps[entered]?.on
        if (from === undefined) continue
        const left = way.steps[entered + 1]?.on ?? other.endedOn
        const took = (to: CivilDate): number => daysTaken(from, to, way.pauses, calendar)
        if (took(left) < outlook.used) continue
        of++
        if (took(other.endedOn) - outlook.used > outlook.left) late++
      }
      expect([today, outlook.of, outlook.late]).toEqual([today, of, late])
      expect(of).toBeGreaterThanOrEqual(FEWEST_CASES)
    }
  })
})
