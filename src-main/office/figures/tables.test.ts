import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DossierFilter, FigureCell } from '../../contract/dossier-list.ts'
import type { FigureTable } from '../../contract/figures.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { type Column, type ColumnCounts, COLUMN_KEYS, METHODS, noCounts } from '../../domain/figure-class.ts'
import { BREAKDOWNS, LATE_BREAKDOWNS, OFFICIAL_COLUMNS } from '../../domain/figure-tables.ts'
import { Store } from '../../store/database.ts'
import { addDossier, appendEvents, eventsOf } from '../../store/events.ts'
import { lastEventOf } from '../../store/figure-rows.ts'
import { addStoryReference, continued, eventsOfStory, on, story } from '../../store/test-stories.ts'
import { type TestCore, openTestCore } from '../test-core.ts'
import { spread } from './tables.ts'

const EVERY: DossierFilter = {
  ...{ queue: 'all', search: '', procedureId: null, state: null, holderId: null, channel: null },
  ...{ commune: null, acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null, apology: null },
}
const BY_CODE = { field: 'code', descending: false } as const
const PERIOD = { from: on(15), to: on(60) }

/** The same lives every time: all ways in and out, corrected, late, with pauses, apologies, causes and many hands. */
const LIVES = fc
  .sample(story, { seed: 20_200_630, numRuns: 90 })
  .map((one, i) => ({ ...one, accepted: one.accepted + (i % 20) }))
  // Received at the end of the period, with time left: nothing has happened to them yet.
  .map((one, i) => (i % 30 === 0 ? { ...one, accepted: 59, term: 8, acts: [] } : one))

/** An office with those dossiers; opened on a day after the period. */
async function openWith(lives: typeof LIVES): Promise<TestCore> {
  const { core, dataDir } = await openTestCore({ now: '2019-12-31T02:00:00.000Z' })
  await core.close()
  const store = new Store(join(dataDir, 'register.db'))
  await store.write((db) => {
    addStoryReference(db)
    // The second procedure of the stories is of another field than the first of the catalogue.
    const other = db.get<{ id: number }>('SELECT max(id) AS id FROM procedure_version')?.id ?? 1
    lives.forEach((one, index) =>
      addDossier(db, eventsOfStory({ ...one, procedure: one.procedure === 1 ? 1 : other }, index)),
    )
  })
  await store.close()
  return openTestCore({ dataDir, setUp: false, now: '2020-06-30T02:00:00.000Z' })
}

/** The dossiers behind a cell, as the list of the screen has them: its length, and how many different ones it shows. */
async function behind(client: OfficeClient, cell: FigureCell): Promise<number> {
  const page = { sort: BY_CODE, page: 0, pageSize: 200 }
  const { rows, total } = await client.dossiers.list({ ...page, filter: { ...EVERY, cell } })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(total)
  return total
}

type Query = Pick<FigureCell, 'from' | 'to' | 'method' | 'known' | 'by'>

/** Walks every cell of a table. @returns how many it has. */
async function walk(client: OfficeClient, query: Query, table: FigureTable): Promise<number> {
  const lines = [...table.rows, { key: null, counts: table.total }]
  for (const { key, counts } of lines) {
    const lengths: Partial<Record<Column, number>> = {}
    for (const column of COLUMN_KEYS) lengths[column] = await behind(client, { ...query, key, column })
    expect([query.by, key, lengths]).toEqual([query.by, key, counts])
  }
  return lines.length * COLUMN_KEYS.length
}

describe('every number of every table', () => {
  it.each(METHODS)(
    'opens a list of as many dossiers, by the %s due date',
    async (method) => {
      const { client, bugs } = await openWith(LIVES)
      const seen = noCounts()
      let cells = 0
      for (const by of BREAKDOWNS) {
        const query = { ...PERIOD, method, known: null, by }
        const table = await client.figures.table(query)
        cells += await walk(client, query, table)
        // A table of one row would not tell its rows apart.
        expect([by, table.rows.length > 1]).toEqual([by, true])
        for (const column of COLUMN_KEYS) seen[column] += table.total[column]
      }
      expect(cells).toBeGreaterThan(1000)
      expect(COLUMN_KEYS.filter((column) => seen[column] === 0)).toEqual([])
      expect(bugs).toEqual([])
    },
    240_000,
  )

  it('opens the dossiers as they were known when the period was closed, whatever was entered since', async () => {
    const { client, core, dataDir } = await openWith(LIVES.slice(0, 40))
    const tables = async (of: OfficeClient, known: number | null): Promise<FigureTable[]> => {
      const each: FigureTable[] = []
      for (const by of BREAKDOWNS)
        each.push(await of.figures.table({ ...PERIOD, method: 'original', known, by }))
      return each
    }
    const then = await tables(client, null)
    await core.close()
    const store = new Store(join(dataDir, 'register.db'))
    const known = lastEventOf(store.read)
    await store.write((db) => {
      LIVES.slice(40).forEach((one, index) => {
        if (index >= 40) addDossier(db, eventsOfStory(one, index))
        else {
          const before = eventsOf(db, index + 1)
          const whole = continued(before, one.accepted, one.acts)
          if (whole.length > before.length) appendEvents(db, index + 1, whole.slice(before.length))
        }
      })
    })
    await store.close()
    const again = await openTestCore({ dataDir, setUp: false, now: '2020-06-30T02:00:00.000Z' })
    expect(await tables(again.client, known)).toEqual(then)
    expect(await tables(again.client, null)).not.toEqual(then)
    const query = { ...PERIOD, method: 'original', known, by: 'officer' } as const
    await walk(again.client, query, await again.client.figures.table(query))
  }, 240_000)

  it('is in a table whose rows make its total, each month beginning with what the one before left', async () => {
    const { client } = await openWith(LIVES)
    const totals: ColumnCounts[] = []
    for (const by of BREAKDOWNS) {
      const { rows, total } = await client.figures.table({ ...PERIOD, by })
      if (by === 'month') {
        expect(rows.map(({ key, of }) => [key, of])).toEqual([
          ['2020-01-16', '2020-01-31'],
          ['2020-02-01', '2020-02-29'],
          ['2020-03-01', '2020-03-01'],
        ])
        rows.slice(1).forEach(({ counts }, i) => {
          expect(counts.carriedOver).toBe(rows[i]?.counts.pending)
        })
        expect(rows[0]?.counts.carriedOver).toBe(total.carriedOver)
        expect(rows.at(-1)?.counts.pending).toBe(total.pending)
        continue
      }
      for (const column of COLUMN_KEYS) {
        const sum = rows.reduce((all, { counts }) => all + counts[column], 0)
        expect([by, column, sum]).toEqual([by, column, total[column]])
      }
      if (!LATE_BREAKDOWNS.has(by)) totals.push(total)
      else expect(total.late).toBe(totals[0]?.late)
    }
    for (const total of totals) expect(total).toEqual(totals[0])
    const summary = await client.figures.summary({ ...PERIOD, by: 'field' })
    expect(summary.total).toMatchObject({ carriedOver: totals[0]?.carriedOver, paused: totals[0]?.paused })
  })
})

const figure = z.number()
const expected = z
  .object({
    rows: figure,
    periods: z.record(z.string(), z.looseObject({ start: z.string(), end: z.string() })),
    half_year_by_procedure: z.record(z.string(), z.looseObject({})),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../fixtures/register-2020h1.expected.json', import.meta.url), 'utf8')),
  )

/** The columns in the words of the expected file. */
const IN_ITS_WORDS = {
  receivedTotal: 'received_total',
  receivedOnline: 'received_online',
  receivedDirectPostal: 'received_direct_postal',
  receivedInPeriod: 'received_in_period',
  carriedOver: 'carried_over',
  resolved: 'resolved',
  resolvedEarly: 'resolved_early',
  resolvedOnTime: 'resolved_on_time',
  resolvedLate: 'resolved_late',
  pending: 'pending',
  pendingInTime: 'pending_in_time',
  pendingOverdue: 'pending_overdue',
} as const
const WORDS = Object.entries(IN_ITS_WORDS) as [keyof typeof IN_ITS_WORDS, string][]

const ours = (counts: ColumnCounts) =>
  Object.fromEntries(WORDS.map(([column, words]) => [words, counts[column]]))
const theirs = (figures: Record<string, unknown>) =>
  Object.fromEntries(WORDS.map(([, words]) => [words, figures[words]]))

describe('the tables of the register of the first half of 2020', () => {
  it('have every figure that was counted independently: five periods, ten procedures', async () => {
    const { client } = await openTestCore({ setUp: false })
    await client.office.openSample()
    expect(Object.keys(expected.periods)).toHaveLength(5)
    for (const [name, figures] of Object.entries(expected.periods)) {
      const period = { from: civilDate(figures.start), to: civilDate(figures.end) }
      for (const by of ['field', 'commune', 'channel', 'month'] as const) {
        const { total } = await client.figures.table({ ...period, by })
        expect([name, by, ours(total)]).toEqual([name, by, theirs(figures)])
      }
    }
    const half = { from: civilDate('2020-01-01'), to: civilDate('2020-06-30') }
    const { rows } = await client.figures.table({ ...half, by: 'procedure' })
    expect(Object.keys(expected.half_year_by_procedure)).toHaveLength(10)
    expect(Object.fromEntries(rows.map(({ label, counts }) => [label, ours(counts)]))).toEqual(
      Object.fromEntries(
        Object.entries(expected.half_year_by_procedure).map(([label, figures]) => [label, theirs(figures)]),
      ),
    )
    // The register of 15,970 behind its own number.
    const cell = { ...half, method: 'original', known: null, by: 'field', key: null } as const
    for (const column of OFFICIAL_COLUMNS) {
      const page = { sort: BY_CODE, page: 0, pageSize: 1 }
      const { total } = await client.dossiers.list({
        ...page,
        filter: { ...EVERY, cell: { ...cell, column } },
      })
      expect([column, total]).toEqual([
        column,
        theirs(expected.periods['half_year'] ?? {})[IN_ITS_WORDS[column]],
      ])
    }
  }, 180_000)
})

describe('processing times', () => {
  it('are spread by rank: mean, median, and the day by which nine in ten had ended', () => {
    expect(spread([])).toEqual({ n: 0, mean: 0, median: 0, p90: 0 })
    expect(spread([3])).toEqual({ n: 1, mean: 3, median: 3, p90: 3 })
    expect(spread([10, 1, 2, 3])).toEqual({ n: 4, mean: 4, median: 2.5, p90: 10 })
    expect(spread(Array.from({ length: 10 }, (_, i) => i + 1))).toEqual({
      n: 10,
      mean: 5.5,
      median: 5.5,
      p90: 9,
    })
    expect(spread([0, 0, 0, 0, 9]).median).toBe(0)
  })

  it('are those of the results of the period, by procedure', async () => {
    const { client } = await openWith(LIVES)
    const { rows, total } = await client.figures.times({ ...PERIOD })
    const { total: counted } = await client.figures.table({ ...PERIOD, by: 'procedure' })
    expect(total.n).toBe(counted.resolved - counted.refused - counted.withdrawn - counted.stopped)
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(total.n)
    expect(rows.reduce((sum, { n, mean }) => sum + n * mean, 0)).toBeCloseTo(total.n * total.mean)
    expect(total.n).toBeGreaterThan(5)
  })
})
