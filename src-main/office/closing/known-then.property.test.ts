/**
 * Whatever is entered after a closing, however it is dated: the period counted again by the events known then is, to the last
 * letter, what was closed; and what differs now is told with events that were entered since.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { type CivilDate, civilDate, fromDayNumber, toDayNumber } from '../../domain/civil-date.ts'
import { type DossierEvent, type EventFact, HistoryError } from '../../domain/dossier.ts'
import type { Method } from '../../domain/figure-class.ts'
import { addDossier, appendEvents, eventsOf } from '../../store/events.ts'
import { ensureStaff } from '../../store/reference.ts'
import type { Store } from '../../store/database.ts'
import { acceptance, addTestProcedure, testStore } from '../../store/test-store.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { differencesSince } from './differences.ts'
import { countFigures, takeFigures } from './figures.ts'

const START = toDayNumber(civilDate('2026-01-05'))
const on = (day: number): CivilDate => fromDayNumber(START + day)

/** Something entered: about which dossier (or a new one), on which day it happened, and what. */
interface Entry {
  who: number
  day: number
  what: keyof typeof FACTS | 'accepted'
  pick: number
}

const FACTS = {
  taken: (pick: number): EventFact => ({ kind: 'taken', holderId: 1 + (pick % 2), note: '' }),
  paused: (pick) => ({
    ...{ kind: 'paused', pause: pick % 2 === 0 ? 'supplement' : 'payment', note: '' },
  }),
  resumed: () => ({ kind: 'resumed', note: '' }),
  'due-moved': (pick, day) => ({
    ...{ kind: 'due-moved', dueOn: on(day + pick), cause: 'rules', changeId: null, note: '' },
  }),
  'result-ready': () => ({ kind: 'result-ready', note: '' }),
  returned: () => ({ kind: 'returned', note: '' }),
  refused: () => ({ kind: 'refused', note: '' }),
  'late-cause': () => ({ kind: 'late-cause', cause: 'tax-office', note: '' }),
  redated: (pick, day) => ({
    ...{ kind: 'corrected', reason: 'x', redated: { seq: 1 + (pick % 4), on: on(day), at: null } },
  }),
  revoked: (pick) => ({ kind: 'corrected', reason: 'x', revoked: 2 + (pick % 4) }),
  changed: (pick) => ({
    ...{ kind: 'corrected', reason: 'x', changes: { commune: pick % 2 === 0 ? 'Cam Lâm' : 'Vĩnh Hải' } },
  }),
} as const satisfies Record<string, (pick: number, day: number) => EventFact>

const entry: fc.Arbitrary<Entry> = fc.record({
  who: fc.nat({ max: 5 }),
  day: fc.nat({ max: 40 }),
  what: fc.constantFrom<Entry['what']>('accepted', ...(Object.keys(FACTS) as (keyof typeof FACTS)[])),
  pick: fc.nat({ max: 12 }),
})

/** Enters what a history takes; what cannot follow is left out. @returns how many were entered. */
async function enter(store: Store, entries: readonly Entry[], enteredAt: string): Promise<number> {
  let entered = 0
  for (const { who, day, what, pick } of entries) {
    const event = (seq: number, fact: EventFact): DossierEvent => ({
      ...{ seq, happenedOn: on(day), happenedAt: null, enteredAt, authorId: 1, fact },
    })
    await store.write((db) => {
      const id = 1 + who
      const history = eventsOf(db, id)
      try {
        if (what === 'accepted') {
          const particulars = { channel: pick % 2 === 0 ? 'online' : 'direct', commune: 'Vĩnh Hải' } as const
          addDossier(db, [
            event(1, acceptance(`X-${entered}-${enteredAt}`, on(day + pick), particulars, 1 + (pick % 2))),
          ])
        } else if (history.length > 0)
          appendEvents(db, id, [event(history.length + 1, FACTS[what](pick, day))])
        else return
        entered++
      } catch (error) {
        if (!(error instanceof HistoryError)) throw error
      }
    })
  }
  return entered
}

function contextOf({ read: db }: Store): TaskContext {
  return { db, breathe: () => Promise.resolve(), progress: () => undefined }
}

it('counted again by what was known then, a closed period is what was closed', async () => {
  let differing = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { minLength: 10, maxLength: 30 }),
      fc.array(entry, { minLength: 5, maxLength: 30 }),
      fc.tuple(fc.nat({ max: 25 }), fc.nat({ max: 20 })),
      fc.constantFrom<Method>('original', 'extended'),
      async (before, after, [first, length], method) => {
        const store = await testStore()
        await store.write((db) => {
          addTestProcedure(db, 'Thế chấp', 'Giao dịch bảo đảm')
          ensureStaff(db, 'Trần Văn Thụ')
        })
        const START_OF_WORK: Entry[] = [0, 1, 2].map((day) => ({
          who: 0,
          day,
          what: 'accepted',
          pick: day * 3,
        }))
        await enter(store, [...START_OF_WORK, ...before], '2026-02-20T01:00:00.000Z')
        const context = contextOf(store)
        const period = { from: on(first), to: on(first + length) }
        const { known, digest, identities } = await takeFigures(context, { period, method })
        expect(identities.filter(({ holds }) => !holds)).toEqual([])
        const closed = await countFigures(context, { period, method, known })
        await enter(store, after, '2026-03-20T01:00:00.000Z')
        const again = await countFigures(context, { period, method, known }, closed.rules)
        expect(again).toEqual(closed)
        expect(canonicalJson(again)).toBe(canonicalJson(closed))
        // By the same moment as by the same number; and what differs is told with what was entered since.
        const moment = '2026-02-28T00:00:00.000Z'
        const since = differencesSince(context, { period, method, moment })
        expect(since.known).toBe(known)
        for (const { events } of since.rows) {
          expect(events.length).toBeGreaterThan(0)
          expect(events.every(({ enteredAt }) => enteredAt > moment)).toBe(true)
        }
        const now = await takeFigures(context, { period, method })
        expect(since.total === 0).toBe(now.digest === digest)
        differing += since.total
      },
    ),
    { numRuns: 60 },
  )
  // Work that changed nothing would show nothing.
  expect(differing).toBeGreaterThan(20)
}, 120_000)
