import fc from 'fast-check'
import { expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { type ColumnCounts, METHODS } from '../../domain/figure-class.ts'
import {
  BREAKDOWNS,
  type Breakdown,
  type CountedTable,
  type CountedTimes,
  ROW_ORDER,
} from '../../domain/figure-tables.ts'
import type { Period } from '../../domain/period.ts'
import { addDossier } from '../../store/events.ts'
import { countedDossiers } from '../../store/figure-rows.ts'
import {
  type TimesNaively,
  addStoryCalendar,
  daysLateNaively,
  rowsNaively,
  spreadNaively,
  timesNaively,
} from '../../store/test-story-rows.ts'
import { addStoryReference, eventsOfStory, somePeriod, stories } from '../../store/test-stories.ts'
import { testStore } from '../../store/test-store.ts'
import { spread, tableOf, timesFrom } from './tables.ts'

const reporting = fc.constantFrom<Period>(
  { from: civilDate('2020-01-15'), to: civilDate('2020-02-14') },
  { from: civilDate('2019-12-15'), to: civilDate('2020-03-14') },
)
/** Long enough for dossiers to be late by every band. */
const long = fc.constant<Period>({ from: civilDate('2020-01-10'), to: civilDate('2020-05-20') })
const period = fc.oneof({ arbitrary: somePeriod, weight: 3 }, reporting, long)

/** The rows by what they say: names as they are written, spelling aside; codes; first days of months. */
function inWords(by: Breakdown, { rows }: CountedTable): Map<string, ColumnCounts> {
  return new Map(
    rows.map(({ key, label, of, counts }) => {
      if (by === 'procedure') return [`${of}: ${label}`, counts]
      if (by === 'commune') return [label.toLowerCase(), counts]
      return [by === 'field' || by === 'officer' ? label : key, counts]
    }),
  )
}

/** Processing times by procedure; those of all without a name. Nothing of nothing. */
function spreads({ rows, total }: CountedTimes): Map<string, TimesNaively> {
  return new Map(
    [total, ...rows].flatMap(({ n, mean, median, p90, of, label }) =>
      n === 0 ? [] : [[of === '' ? '' : `${of}: ${label}`, { n, mean, median, p90 }]],
    ),
  )
}

/** Rows of the tables whose names are not known beforehand: two procedures of one name are one row in one field. */
const NAMED: Partial<Record<Breakdown, number>> = {
  field: 2,
  procedure: 3,
  commune: 3,
  officer: 4,
  cause: 3,
  month: 4,
}

/** The tables of which not every row there can be was seen. */
function lacking(seen: ReadonlyMap<Breakdown, ReadonlySet<string>>): Breakdown[] {
  return BREAKDOWNS.filter((by) => (seen.get(by)?.size ?? 0) < (NAMED[by] ?? ROW_ORDER[by]?.length ?? 0))
}

it('every row of every table has what the histories alone lead to, by either method; so have processing times', async () => {
  const seen = new Map<Breakdown, Set<string>>(BREAKDOWNS.map((by) => [by, new Set()]))
  let results = 0
  const property = fc.asyncProperty(stories, period, async (told, asked) => {
    const store = await testStore()
    const histories = told.map(eventsOfStory)
    await store.write((db) => {
      addStoryReference(db)
      addStoryCalendar(db)
      for (const events of histories) addDossier(db, events)
    })
    for (const by of BREAKDOWNS) {
      for (const method of METHODS) {
        const table = tableOf(store.read, { period: asked, method, known: null }, by)
        const rows = inWords(by, table)
        expect([by, method, rows]).toEqual([by, method, rowsNaively(histories, by, asked, method)])
        expect(rows.size).toBe(table.rows.length)
        for (const row of rows.keys()) seen.get(by)?.add(row)
        if (by !== 'whose') continue
        const days = daysLateNaively(histories, asked, method)
        expect(table.daysLate).toBe(days.all)
        for (const { key, daysLate } of table.rows)
          expect([key, daysLate]).toEqual([key, days.rows.get(key) ?? 0])
      }
    }
    const query = { period: asked, method: 'original', known: null } as const
    const naive = timesNaively(histories, asked)
    expect(spreads(timesFrom(store.read, countedDossiers(store.read, asked), query))).toEqual(naive)
    results += naive.get('')?.n ?? 0
    await store.close()
  })
  await fc.assert(property, { numRuns: 40 })
  // A row nothing ever counted in would have been compared with nothing: what is rare is waited for.
  for (let more = 0; more < 10 && (lacking(seen).length > 0 || results < 30); more++)
    await fc.assert(property, { numRuns: 20 })
  expect(lacking(seen)).toEqual([])
  expect(results).toBeGreaterThan(29)
}, 240_000)

it('mean, median and 90th percentile of any numbers of days are those of their plain definition', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 60 }), (days) => {
      expect(spread(days)).toEqual(spreadNaively(days))
    }),
  )
})
