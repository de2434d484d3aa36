import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CivilDate, civilDate, fromDayNumber, toDayNumber } from '../domain/civil-date.ts'
import { type Channel, type EventFact, CHANNELS } from '../domain/dossier.ts'
import { FIGURE_KEYS, checkIdentities, noFigures, totalsOf } from '../domain/figures.ts'
import type { Period } from '../domain/period.ts'
import { addDossier } from './events.ts'
import { countPeriod, countPeriodByProcedure } from './figures.ts'
import { acceptance, addTestProcedure, historyOf, testStore } from './test-store.ts'

/** A dossier in the words of the definitions: days from a first day, `null` for what has not happened. */
interface Story {
  accepted: number
  due: number
  ended: number | null
  end: 'result-ready' | 'refused' | 'withdrawn' | 'stopped'
  paused: number | null
  /** Whether the clock stands still in it; else another agency is waited for while the term runs on. */
  stops: boolean
  /** The day the clock ran again. */
  resumed: number | null
  /** The due date moved on a day, in order; with the end of the pause, or by a change of rules. */
  moves: { on: number; due: number }[]
  channel: Channel
  procedure: number
}

const START = toDayNumber(civilDate('2020-01-01'))
const on = (day: number): CivilDate => fromDayNumber(START + day)

const story: fc.Arbitrary<Story> = fc
  .record({
    accepted: fc.integer({ min: 0, max: 40 }),
    term: fc.integer({ min: 0, max: 10 }),
    lasted: fc.option(fc.integer({ min: 0, max: 20 })),
    pausedAfter: fc.option(fc.integer({ min: 0, max: 10 })),
    pausedFor: fc.option(fc.integer({ min: 0, max: 10 })),
    stops: fc.boolean(),
    moves: fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 12 }), to: fc.integer({ min: 0, max: 15 }) }),
      {
        maxLength: 2,
      },
    ),
    end: fc.constantFrom(
      'result-ready' as const,
      'refused' as const,
      'withdrawn' as const,
      'stopped' as const,
    ),
    channel: fc.constantFrom(...CHANNELS),
    procedure: fc.constantFrom(1, 2),
  })
  .map(({ accepted, term, lasted, pausedAfter, pausedFor, moves, ...rest }) => {
    const ended = lasted === null ? null : accepted + lasted
    const paused =
      pausedAfter === null || (lasted !== null && pausedAfter > lasted) ? null : accepted + pausedAfter
    const until = paused === null || pausedFor === null ? null : paused + pausedFor
    return {
      ...{ accepted, due: accepted + term, ended, paused },
      resumed: until !== null && ended !== null && until > ended ? null : until,
      moves: moves
        .map(({ after, to }) => ({ on: accepted + after, due: accepted + to }))
        .toSorted((a, b) => a.on - b.on),
      ...rest,
    }
  })

const pauseOf = ({ stops }: Story): EventFact =>
  stops
    ? { kind: 'paused', pause: 'supplement', note: '' }
    : { kind: 'paused', pause: 'agency', note: '', stops }

function eventsOf(one: Story, index: number): [string, EventFact][] {
  return [
    [on(one.accepted), acceptance(`X-${index}`, on(one.due), { channel: one.channel }, one.procedure)],
    ...(one.paused === null ? [] : [[on(one.paused), pauseOf(one)] as [string, EventFact]]),
    ...(one.resumed === null
      ? []
      : [[on(one.resumed), { kind: 'resumed', note: '' }] as [string, EventFact]]),
    ...one.moves.map((move): [string, EventFact] => [
      on(move.on),
      { kind: 'due-moved', dueOn: on(move.due), cause: 'rules', changeId: null, note: '' },
    ]),
    ...(one.ended === null ? [] : [[on(one.ended), { kind: one.end, note: '' }] as [string, EventFact]]),
  ]
}

/** The definitions said one dossier at a time. */
function countNaively(stories: Story[], { from, to }: Period): Record<string, number> {
  const counts = noFigures()
  for (const one of stories) {
    const accepted = on(one.accepted)
    const ended = one.ended === null ? null : on(one.ended)
    // Judged by the due date of the end; pending by the one in force on the period's last day.
    const due = on(one.moves.at(-1)?.due ?? one.due)
    const dueThen = on(one.moves.findLast((move) => on(move.on) <= to)?.due ?? one.due)
    if (accepted > to || (ended !== null && ended < from)) continue
    if (accepted < from) counts.carriedOver++
    else if (one.channel === 'online') counts.receivedOnline++
    else counts.receivedDirectPostal++
    if (ended !== null && ended <= to) {
      if (ended < due) counts.resolvedEarly++
      else if (ended === due) counts.resolvedOnTime++
      else counts.resolvedLate++
      if (one.end === 'refused') counts.refused++
      if (one.end === 'withdrawn') counts.withdrawn++
      if (one.end === 'stopped') counts.stopped++
    } else {
      // The clock stands still at the end of the last day: a pause over on that day is over, and one that began after
      // the due date found a clock that had run out.
      const paused =
        one.paused !== null &&
        one.stops &&
        on(one.paused) <= to &&
        on(one.paused) <= dueThen &&
        !(one.resumed !== null && on(one.resumed) <= to)
      if (paused) counts.paused++
      if (dueThen < to && !paused) counts.pendingOverdue++
      else counts.pendingInTime++
    }
  }
  return { ...counts }
}

describe('the figures of a period', () => {
  it('are those of the definitions, dossier by dossier, and all identities hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { maxLength: 25 }),
        fc.tuple(fc.integer({ min: -2, max: 60 }), fc.integer({ min: 0, max: 40 })),
        async (stories, [first, length]) => {
          const store = await testStore()
          await store.write((db) => {
            addTestProcedure(db, 'Thế chấp', 'Giao dịch bảo đảm')
            stories.forEach((one, index) => addDossier(db, historyOf(...eventsOf(one, index))))
          })
          const period = { from: on(first), to: on(first + length) }
          const total = countPeriod(store.read, period)
          expect(total).toEqual(countNaively(stories, period))
          const before = { from: on(first - 1), to: on(first - 1) }
          const rows = countPeriodByProcedure(store.read, period)
          const pendingBefore = totalsOf(countPeriod(store.read, before)).pending
          expect(checkIdentities(total, rows, pendingBefore).filter((check) => !check.holds)).toEqual([])
        },
      ),
      { numRuns: 120 },
    )
  })

  it('on the very days things happen: a pause over on the last day is over, one begun on it stands', async () => {
    const store = await testStore()
    const base: Story = {
      ...{ accepted: 0, due: 3, ended: null, end: 'result-ready', paused: null, resumed: null, moves: [] },
      ...{ stops: true, channel: 'direct', procedure: 1 },
    }
    await store.write((db) => {
      addDossier(db, historyOf(...eventsOf({ ...base, paused: 2, resumed: 10 }, 0)))
      addDossier(db, historyOf(...eventsOf({ ...base, paused: 10 }, 1)))
      addDossier(db, historyOf(...eventsOf({ ...base, moves: [{ on: 10, due: 20 }] }, 2)))
      addDossier(db, historyOf(...eventsOf({ ...base, due: 10, paused: 10 }, 3)))
    })
    const atEnd = (to: number) => {
      const { paused, pendingOverdue, pendingInTime } = countPeriod(store.read, { from: on(0), to: on(to) })
      return [paused, pendingOverdue, pendingInTime]
    }
    expect(atEnd(3)).toEqual([1, 0, 4])
    expect(atEnd(9)).toEqual([1, 2, 2])
    // The second was paused when it was late already: that hides nothing.
    expect(atEnd(10)).toEqual([1, 2, 2])
  })

  it('of two halves add up to the whole', async () => {
    const store = await testStore()
    const stories: Story[] = Array.from({ length: 60 }, (_, index) => ({
      accepted: index % 30,
      due: (index % 30) + 5,
      ended: index % 4 === 0 ? null : (index % 30) + (index % 9),
      end: 'result-ready',
      paused: null,
      stops: true,
      resumed: null,
      moves: [],
      channel: index % 3 === 0 ? 'online' : 'direct',
      procedure: 1,
    }))
    await store.write((db) =>
      stories.forEach((one, index) => addDossier(db, historyOf(...eventsOf(one, index)))),
    )
    const count = (from: number, to: number) => countPeriod(store.read, { from: on(from), to: on(to) })
    const [whole, first, second] = [count(0, 29), count(0, 14), count(15, 29)]
    for (const key of FIGURE_KEYS) {
      if (key.startsWith('received') || key.startsWith('resolved'))
        expect([key, first[key] + second[key]]).toEqual([key, whole[key]])
    }
    expect(whole.resolvedLate).toBeGreaterThan(0)
    expect(totalsOf(second).pending).toBe(totalsOf(whole).pending)
    expect(second.carriedOver).toBe(totalsOf(first).pending)
  })
})
