import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventFact } from '../../domain/dossier.ts'
import { METHODS, daysLateIn, isLateIn } from '../../domain/figure-class.ts'
import { LEG_HOLDERS } from '../../domain/legs.ts'
import { countedDossiers } from '../../store/figure-rows.ts'
import type { Store } from '../../store/database.ts'
import { addDossier } from '../../store/events.ts'
import { addStoryReference, eventsOfStory, on, somePeriod, stories, story } from '../../store/test-stories.ts'
import { acceptance, historyOf, testStore } from '../../store/test-store.ts'
import { deskRulesIn } from '../desk/legs.ts'
import { dossiersOfCell, placed, sharesAsOf, tableOf } from './tables.ts'

const note = ''
const agency = (answerBy: number): EventFact => ({
  ...{ kind: 'paused', pause: 'agency', stops: false, agency: 'UBND xã', answerBy: on(answerBy), note },
})
const ready: EventFact = { kind: 'result-ready', note }

/** Received on 2 January 2020, due on the 15th; the commune answers late, the branch goes on and ends late. */
const shared = [
  [on(1), acceptance('X-901', on(14))],
  [on(2), agency(6)],
  [on(20), { kind: 'resumed', note }],
  [on(40), ready],
] satisfies [[string, EventFact], ...[string, EventFact][]]

async function storeOf(...histories: [string, EventFact][][]): Promise<Store> {
  const store = await testStore()
  await store.write((db) => {
    addStoryReference(db)
    for (const entries of histories) addDossier(db, historyOf(...entries))
  })
  return store
}

const PERIOD = { from: on(0), to: on(60) }
const query = (method: (typeof METHODS)[number]) => ({ period: PERIOD, method, known: null })

describe('the table by whose days', () => {
  it('counts a dossier once and shares its days out: one leg can have days of another’s dossier', async () => {
    const store = await storeOf(shared, [
      [on(1), acceptance('X-902', on(14))],
      [on(15), ready],
    ])
    const { rows, total, daysLate } = tableOf(store.read, query('original'), 'whose')
    expect(rows.map(({ key, counts, daysLate: days }) => [key, counts.late, days])).toEqual([
      ['branch', 1, 9],
      ['agency', 1, 10],
    ])
    expect([total.late, daysLate]).toEqual([2, 19])
    // The number of days opens the dossiers that have some, be it their main leg or not.
    const behind = (key: string | null, column: 'late' | 'daysLate') =>
      dossiersOfCell(store.read, query('original'), { by: 'whose', key, column }).dossiers
    expect(['branch', 'agency', 'tax', null].map((key) => behind(key, 'daysLate').length)).toEqual([
      2, 1, 0, 2,
    ])
    expect(behind('branch', 'late')).toHaveLength(1)
  })

  it('counts by the due date its method compares with, as the table by days late does', async () => {
    const apology = [
      [on(10), { kind: 'apology-drafted', dueOn: on(34), cause: '', reason: 'quá tải' }],
      [on(10), { kind: 'apology-approved', note }],
    ] satisfies [string, EventFact][]
    const store = await storeOf([...shared.slice(0, 2), ...apology, ...shared.slice(2)])
    const told = METHODS.map((method) => {
      const whose = tableOf(store.read, query(method), 'whose')
      const band = tableOf(store.read, query(method), 'band')
      return [whose.daysLate, whose.rows.map(({ key, daysLate }) => [key, daysLate]), band.rows[0]?.key]
    })
    expect(told).toEqual([
      [
        18,
        [
          ['branch', 8],
          ['agency', 10],
        ],
        '11-30',
      ],
      [4, [['agency', 4]], '1-5'],
    ])
  })

  it('for any histories: the shares of each are its days late, the rows make the total, the total is of all late', async () => {
    let late = 0
    await fc.assert(
      fc.asyncProperty(
        stories,
        story,
        somePeriod,
        fc.constantFrom(...METHODS),
        async (told, one, period, method) => {
          const store = await testStore()
          await store.write((db) => {
            addStoryReference(db)
            for (const [index, each] of [...told, one].entries()) addDossier(db, eventsOfStory(each, index))
            addDossier(db, historyOf(...shared))
          })
          const db = store.read
          const asked = { period, method, known: null }
          const rules = deskRulesIn(db)
          const all = placed(countedDossiers(db, period), period, method)
          const shares = sharesAsOf(db, all, asked, rules)
          let sum = 0
          for (const [{ id }, counted] of all) {
            const days = daysLateIn(counted, period, rules.calendar)
            const own = shares.get(id)
            expect(own !== undefined).toBe(isLateIn(counted))
            expect(own === undefined ? 0 : LEG_HOLDERS.reduce((parts, who) => parts + own[who], 0)).toBe(days)
            sum += days
          }
          const { rows, daysLate } = tableOf(db, asked, 'whose')
          expect(daysLate).toBe(sum)
          expect(rows.reduce((days, row) => days + (row.daysLate ?? 0), 0)).toBe(sum)
          if (sum > 0) late++
          await store.close()
        },
      ),
      { numRuns: 40 },
    )
    expect(late).toBeGreaterThan(10)
  }, 120_000)
})
