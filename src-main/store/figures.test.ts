import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayBefore } from '../domain/clock.ts'
import { type DossierEvent, fold, historyAsOf } from '../domain/dossier.ts'
import {
  type ColumnCounts,
  COLUMN_KEYS,
  METHODS,
  type Method,
  addCounted,
  classOf,
  countedOf,
  noCounts,
} from '../domain/figure-class.ts'
import { FIGURE_KEYS, checkIdentities, totalsOf } from '../domain/figures.ts'
import { type Period, monthsOf } from '../domain/period.ts'
import type { ReadDb, Store } from './database.ts'
import { addDossier, appendEvents } from './events.ts'
import { countedDossiers, lastEventOf } from './figure-rows.ts'
import { countPeriod } from './figures.ts'
import {
  addStoryReference,
  columnsNaively,
  continued,
  eventsOfStory,
  on,
  somePeriod,
  stories,
} from './test-stories.ts'
import { acceptance, historyOf, testStore } from './test-store.ts'

/** A register of stories, and their histories by dossier. */
async function storeOf(
  told: Parameters<typeof eventsOfStory>[0][],
): Promise<{ store: Store; histories: DossierEvent[][] }> {
  const store = await testStore()
  const histories = told.map(eventsOfStory)
  await store.write((db) => {
    addStoryReference(db)
    for (const events of histories) addDossier(db, events)
  })
  return { store, histories }
}

function countRows(db: ReadDb, period: Period, method: Method): ColumnCounts {
  const counts = noCounts()
  for (const dossier of countedDossiers(db, period)) {
    const counted = classOf(dossier, period, method)
    if (counted !== null) addCounted(counts, counted)
  }
  return counts
}

function countNaively(
  histories: readonly (readonly DossierEvent[])[],
  period: Period,
  method: Method,
): ColumnCounts {
  const counts = noCounts()
  for (const events of histories) {
    for (const column of columnsNaively(events, period, method) ?? []) counts[column]++
  }
  return counts
}

/** Columns that say one thing of a dossier each; every dossier is in one of each line. */
const PARTS = [
  ['receivedTotal', ['receivedOnline', 'receivedDirectPostal', 'carriedOver']],
  ['receivedTotal', ['resolved', 'pending']],
  ['receivedInPeriod', ['receivedOnline', 'receivedDirectPostal']],
  ['resolved', ['resolvedEarly', 'resolvedOnTime', 'resolvedLate']],
  ['pending', ['pendingInTime', 'pendingOverdue']],
  ['late', ['resolvedLate', 'pendingOverdue']],
  ['late', ['lateWithApology', 'lateWithLateApology', 'lateWithoutApology']],
] as const

/** Memo columns, and what each is a part of. */
const WITHIN = [
  ['refused', 'resolved'],
  ['withdrawn', 'resolved'],
  ['stopped', 'resolved'],
  ['uncollected', 'resolved'],
  ['paused', 'pendingInTime'],
  ['supplemented', 'receivedTotal'],
  ['taxed', 'receivedTotal'],
] as const

function expectIdentities(counts: ColumnCounts): void {
  for (const [whole, parts] of PARTS) {
    const sum = parts.reduce((all, part) => all + counts[part], 0)
    expect([whole, parts, counts[whole]]).toEqual([whole, parts, sum])
  }
  for (const [memo, of] of WITHIN) expect(counts[memo]).toBeLessThanOrEqual(counts[of])
}

describe('the figures of a period, over random histories', () => {
  it('are those of a walk over the events, by either method, dossier by dossier and in SQL', async () => {
    const seen = noCounts()
    const unseen = () => COLUMN_KEYS.filter((column) => seen[column] === 0)
    const property = fc.asyncProperty(stories, somePeriod, async (told, period) => {
      const { store, histories } = await storeOf(told)
      for (const method of METHODS) {
        const counts = countRows(store.read, period, method)
        expect([method, counts]).toEqual([method, countNaively(histories, period, method)])
        expectIdentities(counts)
        for (const column of COLUMN_KEYS) seen[column] += counts[column]
      }
      for (const method of METHODS) {
        const byRows = countRows(store.read, period, method)
        expect([method, countPeriod(store.read, period, method)]).toEqual([
          method,
          Object.fromEntries(FIGURE_KEYS.map((key) => [key, byRows[key]])),
        ])
      }
      const total = countPeriod(store.read, period)
      const before = { from: dayBefore(period.from), to: dayBefore(period.from) }
      const pendingBefore = totalsOf(countPeriod(store.read, before)).pending
      expect(checkIdentities(total, [total], pendingBefore).filter(({ holds }) => !holds)).toEqual([])
      await store.close()
    })
    await fc.assert(property, { numRuns: 80 })
    // A column nothing ever counted in would have been compared with nothing: what is rare is waited for.
    for (let more = 0; more < 10 && unseen().length > 0; more++) await fc.assert(property, { numRuns: 40 })
    expect(unseen()).toEqual([])
  }, 120_000)

  it('have in the rows what the histories lead to, field by field', async () => {
    await fc.assert(
      fc.asyncProperty(stories, somePeriod, async (told, period) => {
        const { store, histories } = await storeOf(told)
        const folded = histories
          .map((events, index) => countedOf(index + 1, fold(events)))
          .filter(
            ({ acceptedOn, endedOn }) =>
              acceptedOn <= period.to && (endedOn === null || endedOn >= period.from),
          )
        expect(inOrder(countedDossiers(store.read, period))).toEqual(folded)
        await store.close()
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('of an old period are the same whatever happens after it', () => {
    fc.assert(
      fc.property(stories, somePeriod, (told, period) => {
        told.forEach((one, index) => {
          const events = eventsOfStory(one, index)
          const all = countedOf(1, fold(events))
          if (all.acceptedOn > period.to) return
          const then = countedOf(1, fold(historyAsOf(events, period.to)))
          for (const method of METHODS) {
            expect(classOf(all, period, method)).toEqual(classOf(then, period, method))
          }
        })
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  it('are those of the moment a period was closed, whatever was entered since', async () => {
    await fc.assert(
      fc.asyncProperty(stories, stories, somePeriod, async (told, more, period) => {
        const { store, histories } = await storeOf(told)
        const then = inOrder(countedDossiers(store.read, period))
        const known = lastEventOf(store.read)
        await store.write((db) => {
          more.forEach((one, index) => {
            const history = histories[index]
            if (history === undefined) addDossier(db, eventsOfStory(one, index))
            else {
              // What is entered later may have happened on any day, and may set right what was entered before.
              const whole = continued(history, one.accepted, one.acts)
              if (whole.length > history.length) appendEvents(db, index + 1, whole.slice(history.length))
            }
          })
        })
        expect(inOrder(countedDossiers(store.read, period, known))).toEqual(then)
        expect(inOrder(countedDossiers(store.read, period, lastEventOf(store.read)))).toEqual(
          inOrder(countedDossiers(store.read, period)),
        )
        await store.close()
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('of the parts of a period add up to the whole', async () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 70 }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(stories, cuts, async (told, days) => {
        const { store } = await storeOf(told)
        const whole = { from: on(0), to: on(75) }
        const ends = [...days.toSorted((a, b) => a - b), 75]
        const pieces = ends.map((to, i) => ({ from: on(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1), to: on(to) }))
        for (const parts of [pieces, monthsOf(whole)]) {
          for (const method of METHODS) expectParts(store.read, whole, parts, method)
        }
        await store.close()
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

/** What came in and what went out adds up; what is left of one part is carried over into the next. */
const FLOWS = [
  ...(['receivedInPeriod', 'receivedOnline', 'receivedDirectPostal', 'resolved', 'resolvedEarly'] as const),
  ...(['resolvedOnTime', 'resolvedLate', 'refused', 'withdrawn', 'stopped'] as const),
] as const
const STOCKS = ['pending', 'pendingInTime', 'pendingOverdue', 'paused'] as const

function expectParts(db: ReadDb, whole: Period, parts: readonly Period[], method: Method): void {
  const all = countRows(db, whole, method)
  const each = parts.map((part) => countRows(db, part, method))
  for (const flow of FLOWS) {
    expect([flow, each.reduce((sum, counts) => sum + counts[flow], 0)]).toEqual([flow, all[flow]])
  }
  for (const stock of STOCKS) expect([stock, each.at(-1)?.[stock]]).toEqual([stock, all[stock]])
  expect(each[0]?.carriedOver).toBe(all.carriedOver)
  each.slice(1).forEach((counts, i) => expect(counts.carriedOver).toBe(each[i]?.pending))
}

const inOrder = <Item extends { id: number }>(items: Item[]): Item[] => items.toSorted((a, b) => a.id - b.id)

describe('the figures of a period', () => {
  it('on the very days things happen: a pause over on the last day is over, one begun on it stands', async () => {
    const store = await testStore()
    const accepted = (index: number, due: number) => [on(0), acceptance(`X-${index}`, on(due))] as const
    const paused = (day: number) => [on(day), { kind: 'paused', pause: 'supplement', note: '' }] as const
    const moved = { kind: 'due-moved', dueOn: on(20), cause: 'rules', changeId: null, note: '' } as const
    await store.write((db) => {
      addDossier(db, historyOf([...accepted(0, 3)], [...paused(2)], [on(10), { kind: 'resumed', note: '' }]))
      addDossier(db, historyOf([...accepted(1, 3)], [...paused(10)]))
      addDossier(db, historyOf([...accepted(2, 3)], [on(10), moved]))
      addDossier(db, historyOf([...accepted(3, 10)], [...paused(10)]))
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

  it('take a due date that moved on an earlier day than the move entered before it', async () => {
    const store = await testStore()
    const move = (due: number) =>
      ({ kind: 'due-moved', dueOn: on(due), cause: 'rules', changeId: null, note: '' }) as const
    await store.write((db) =>
      addDossier(db, historyOf([on(0), acceptance('X-1', on(5))], [on(10), move(9)], [on(4), move(12)])),
    )
    // On day 7 it was due on day 12: the move of day 4 had happened, that of day 10 had not.
    const day7 = { from: on(0), to: on(7) }
    expect(countPeriod(store.read, day7)).toMatchObject({ pendingInTime: 1, pendingOverdue: 0 })
    expect(countRows(store.read, day7, 'original')).toMatchObject({ pendingInTime: 1, pendingOverdue: 0 })
    // Before day 4 it was the one of the acceptance.
    expect(
      countedDossiers(store.read, day7).map((one) => classOf(one, { ...day7, to: on(3) }, 'original')?.dueOn),
    ).toEqual([on(5)])
  })

  it('tell who had a dossier when its clock ended, and on any day before', async () => {
    const store = await testStore()
    await store.write((db) => {
      addStoryReference(db)
      addDossier(
        db,
        historyOf(
          [on(0), acceptance('X-1', on(8))],
          [on(2), { kind: 'taken', holderId: 1, note: '' }],
          [on(4), { kind: 'passed', holderId: 2, note: '' }],
          [on(4), { kind: 'passed', holderId: 3, note: '' }],
          [on(6), { kind: 'result-ready', note: '' }],
          [on(7), { kind: 'passed', holderId: 1, note: '' }],
        ),
      )
    })
    const [dossier] = countedDossiers(store.read, { from: on(0), to: on(9) })
    if (!dossier) throw new Error('nothing counted')
    const officers = [0, 1, 2, 3, 4, 5, 6, 9].map(
      (to) => classOf(dossier, { from: on(0), to: on(to) }, 'original')?.officerId,
    )
    expect(officers).toEqual([null, null, 1, 1, 3, 3, 3, 3])
  })
})
