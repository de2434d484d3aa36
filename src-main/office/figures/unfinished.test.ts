import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DossierFilter } from '../../contract/dossier-list.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { COLUMN_KEYS, METHODS, noCounts } from '../../domain/figure-class.ts'
import { OFFICIAL_COLUMNS } from '../../domain/figure-tables.ts'
import { countedDays, monthsOf, ruleOf } from '../../domain/period.ts'
import { addDossier } from '../../store/events.ts'
import { addStoryReference, columnsNaively, eventsOfStory, on, stories } from '../../store/test-stories.ts'
import { testStore } from '../../store/test-store.ts'
import { DECEMBER, decemberDesk } from '../closing/testing.ts'
import { receptionOf } from '../test-core.ts'
import { figureQuery } from './query.ts'
import { dossiersOfCell, tableOf } from './tables.ts'

const EVERY: DossierFilter = {
  ...{
    queue: 'all',
    search: '',
    procedureId: null,
    state: null,
    holderId: null,
    channel: null,
    commune: null,
  },
  ...{ acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null, apology: null },
}
const TO_TODAY = (today: string) => ({ ...DECEMBER, to: civilDate(today) })

/** How long a list is. */
async function lengthOf(client: OfficeClient, filter: Partial<DossierFilter>): Promise<number> {
  const page = { sort: { field: 'code', descending: false }, page: 0, pageSize: 1 } as const
  return (await client.dossiers.list({ ...page, filter: { ...EVERY, ...filter } })).total
}

describe('a month that is not over', () => {
  it('has nothing overdue that is not yet due, and is the month of the first screen to the unit', async () => {
    const { client, setNow, exchange } = await decemberDesk()
    await client.reception.receive(receptionOf(exchange))
    const overdue: number[] = []
    for (const today of ['2026-12-02', '2026-12-14']) {
      setNow(`${today}T02:00:00.000Z`)
      // The default of Thống kê, and the month so far of Hôm nay.
      const month = await client.figures.summary({ ...DECEMBER, by: 'field' })
      const soFar = await client.figures.summary({ ...TO_TODAY(today), by: 'field' })
      expect(month).toMatchObject({ ...DECEMBER, countedTo: today, unfinished: true })
      expect({ ...month, to: soFar.to }).toEqual(soFar)
      expect(month.total.pendingOverdue).toBe(await lengthOf(client, { queue: 'late' }))
      overdue.push(month.total.pendingOverdue)
    }
    // Three were received on 23 November; the one of 2 December falls due between the two days.
    expect(overdue).toEqual([3, 4])
  })

  it('opens as many dossiers as its cells say, counts days late to today, and is checked so', async () => {
    const { client, setNow } = await decemberDesk()
    setNow('2026-12-14T02:00:00.000Z')
    const cell = { ...DECEMBER, method: 'original', known: null, key: null } as const
    for (const by of ['field', 'month', 'band'] as const) {
      const { rows, total } = await client.figures.table({ ...DECEMBER, by })
      expect(rows).toEqual((await client.figures.table({ ...TO_TODAY('2026-12-14'), by })).rows)
      for (const column of OFFICIAL_COLUMNS)
        expect([by, column, await lengthOf(client, { cell: { ...cell, by, column } })]).toEqual([
          ...[by, column, total[column]],
        ])
      for (const { key, counts } of rows)
        expect(await lengthOf(client, { cell: { ...cell, by, key, column: 'late' } })).toBe(counts.late)
    }
    const page = { kind: null, page: 0, pageSize: 10 }
    const checks = await client.figures.checks({ ...DECEMBER, ...page })
    expect(checks).toEqual(await client.figures.checks({ ...TO_TODAY('2026-12-14'), ...page }))
    const months = await client.figures.series({ ...DECEMBER })
    expect(months).toMatchObject([{ from: '2026-12-01', to: '2026-12-31', pending: 3 }])
  })

  it('leaves as a report that says how far it was counted', async () => {
    const { client, setNow } = await decemberDesk()
    setNow('2026-12-14T02:00:00.000Z')
    const report = { ...DECEMBER, by: 'field', format: 'csv', withTables: true } as const
    const { content } = await client.figures.exportSummary(report)
    const text = Buffer.from(content, 'base64').toString('utf8')
    expect(text).toContain('Số liệu tính đến hết ngày 14/12/2026')
    expect(text).toContain('01/12/2026 – 14/12/2026')
    expect(text).not.toContain('31/12/2026')
  })
})

describe('the days that are counted', () => {
  it('end today where the period does not end before, never before they begin', () => {
    const june = { from: civilDate('2020-06-01'), to: civilDate('2020-06-30') }
    expect(countedDays(june, civilDate('2020-07-05'))).toEqual(june)
    expect(countedDays(june, june.to)).toEqual(june)
    expect(countedDays(june, civilDate('2020-06-10')).to).toBe('2020-06-10')
    expect(countedDays(june, civilDate('2020-05-10'))).toEqual({ from: june.from, to: june.from })
  })

  it('are cut into the months of the period, not of today', () => {
    const year = { from: civilDate('2019-12-15'), to: civilDate('2020-12-14') }
    const { period, rule } = figureQuery({ ...year, method: 'original' }, civilDate('2020-02-10'))
    expect(monthsOf(period, rule)).toEqual([
      { from: '2019-12-15', to: '2020-01-14' },
      { from: '2020-01-15', to: '2020-02-10' },
    ])
    expect(ruleOf(period)).toBe('calendar')
  })

  it('give, over random histories, what a walk over the events up to today gives', async () => {
    const property = fc.asyncProperty(
      stories,
      fc.nat(60),
      fc.nat(60),
      fc.integer({ min: 1, max: 60 }),
      async (told, first, gone, ahead) => {
        const store = await testStore()
        const histories = told.map(eventsOfStory)
        await store.write((db) => {
          addStoryReference(db)
          for (const events of histories) addDossier(db, events)
        })
        const today = on(first + gone)
        const soFar = { from: on(first), to: today }
        for (const method of METHODS) {
          const query = figureQuery({ from: on(first), to: on(first + gone + ahead), method }, today)
          const naive = noCounts()
          for (const events of histories)
            for (const column of columnsNaively(events, soFar, method) ?? []) naive[column]++
          const { total } = tableOf(store.read, query, 'field')
          expect([method, total]).toEqual([method, naive])
          for (const column of COLUMN_KEYS)
            expect(
              dossiersOfCell(store.read, query, { by: 'field', key: null, column }).dossiers,
            ).toHaveLength(naive[column])
        }
        await store.close()
      },
    )
    await fc.assert(property, { numRuns: 25 })
  }, 60_000)
})
