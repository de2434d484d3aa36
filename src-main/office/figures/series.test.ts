import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, fromDayNumber, toDayNumber } from '../../domain/civil-date.ts'
import { dayAfter } from '../../domain/clock.ts'
import { METHODS } from '../../domain/figure-class.ts'
import { monthsOf, monthsUpTo } from '../../domain/period.ts'
import { addDossier } from '../../store/events.ts'
import { acceptance, historyOf, testStore } from '../../store/test-store.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { openTestCore } from '../test-core.ts'
import { countAges, countLoad } from './pending.ts'
import { figureQuery } from './query.ts'
import { countSeries } from './series.ts'
import { countTable, dossiersOfCell } from './tables.ts'

const START = toDayNumber(civilDate('2019-11-20'))
const on = (day: number) => fromDayNumber(START + day)
const TODAY = on(160)

const story = fc.record({
  accepted: fc.integer({ min: 0, max: 150 }),
  term: fc.integer({ min: 1, max: 40 }),
  lasted: fc.option(fc.integer({ min: 0, max: 60 })),
  apologyBefore: fc.option(fc.integer({ min: -3, max: 5 })),
  apologyFor: fc.integer({ min: 1, max: 30 }),
  paused: fc.option(fc.integer({ min: 0, max: 20 })),
})
type Story = typeof story extends fc.Arbitrary<infer One> ? One : never

/** A register of such dossiers, and what the worker hands to its tasks. */
async function registerOf(stories: readonly Story[]): Promise<TaskContext> {
  const store = await testStore()
  await store.write((db) => {
    stories.forEach((told, at) => addDossier(db, historyOf(...factsOf(told, `S-${at}`))))
  })
  return { db: store.read, progress: () => undefined, breathe: () => Promise.resolve() }
}

function factsOf({ accepted, term, lasted, apologyBefore, apologyFor, paused }: Story, code: string) {
  const due = accepted + term
  const ended = lasted === null ? null : accepted + lasted
  const facts: Parameters<typeof historyOf> = [[on(accepted), acceptance(code, on(due))]]
  const sent = apologyBefore === null ? null : due - apologyBefore
  if (sent !== null && sent >= accepted && (ended === null || sent <= ended)) {
    const dueOn = on(Math.max(due, sent) + apologyFor)
    facts.push([on(sent), { kind: 'apology-drafted', dueOn, cause: '', reason: 'x' }])
    facts.push([on(sent), { kind: 'apology-approved', note: '' }])
  }
  if (paused !== null && ended === null)
    facts.push([on(accepted + paused), { kind: 'paused', pause: 'supplement', note: '' }])
  if (ended !== null) facts.push([on(ended), { kind: 'result-ready', note: '' }])
  return facts
}

describe('the series', () => {
  it('has in every month what the table by month has, by both methods and both rules', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 40 }), async (stories) => {
        const context = await registerOf(stories)
        for (const method of METHODS) {
          for (const to of [civilDate('2020-04-30'), civilDate('2020-04-14'), civilDate('2020-04-20')]) {
            const rule = to.endsWith('-14') ? 'reporting' : 'calendar'
            const start = civilDate(rule === 'reporting' ? '2019-12-15' : '2019-12-10')
            for (const from of [start, null]) {
              const series = countSeries(context, { from, to, rule, method, today: TODAY })
              const period = { from: series[0]?.from ?? to, to }
              const query = figureQuery({ ...period, method }, TODAY)
              const { rows } = countTable(context, { query, by: 'month' })
              const months = monthsOf(period)
              const counted = rows.map(({ key, counts }, at) => ({
                from: key,
                // Counted to today, and called by its own days.
                to: months[at]?.to,
                receivedInPeriod: counts.receivedInPeriod,
                resolved: counts.resolved,
                resolvedLate: counts.resolvedLate,
                pending: counts.pending,
              }))
              // All of history has no month before the first reception.
              const none = from === null && stories.every(({ accepted }) => on(accepted) > to)
              expect(series).toEqual(none ? [] : counted)
            }
          }
        }
      }),
      { numRuns: 12 },
    )
  })

  it('begins with the first reception and ends with the month of today', async () => {
    const context = await registerOf([
      { accepted: 0, term: 5, lasted: 3, apologyBefore: null, apologyFor: 1, paused: null },
    ])
    const asked = { from: null, to: civilDate('2020-12-31'), rule: 'calendar', method: 'original' } as const
    const months = countSeries(context, { ...asked, today: TODAY })
    expect(months.map(({ from }) => from)).toEqual([
      ...['2019-11-01', '2019-12-01', '2020-01-01', '2020-02-01', '2020-03-01', '2020-04-01'],
    ])
    expect(months[0]).toMatchObject({ receivedInPeriod: 1, resolved: 1, resolvedLate: 0, pending: 0 })
    const reporting = { ...asked, rule: 'reporting', to: civilDate('2020-01-14') } as const
    expect(countSeries(context, { ...reporting, today: TODAY }).map(({ from }) => from)).toEqual([
      ...['2019-11-15', '2019-12-15'],
    ])
  })

  it('is empty in an empty register', async () => {
    const { client } = await openTestCore()
    expect(await client.figures.series({ from: null, to: civilDate('2026-12-31') })).toEqual([])
    expect(monthsUpTo({ from: civilDate('2026-11-01'), to: civilDate('2026-11-30') }, 12).from).toBe(
      '2025-12-01',
    )
  })
})

describe('what is pending today', () => {
  it('is the same by age and by due date as in the table, stopped and overdue alike', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(story, { maxLength: 40 }), async (stories) => {
        const context = await registerOf(stories)
        for (const method of METHODS) {
          const period = { from: TODAY, to: TODAY }
          const { total } = countTable(context, { query: { period, method, known: null }, by: 'field' })
          const { running, paused, pendingOverdue: overdue } = total
          const ages = countAges(context, { today: TODAY, method })
          const load = countLoad(context, { today: TODAY, method })
          const sum = (key: 'running' | 'paused' | 'overdue') =>
            ages.reduce((all, band) => all + band[key], 0)
          expect({ running: sum('running'), paused: sum('paused'), overdue: sum('overdue') }).toEqual({
            running,
            paused,
            overdue,
          })
          const { days } = load
          const last = days.at(-1)?.dueTo ?? TODAY
          const parts = [
            ...days.map(({ dueFrom, dueTo, running: n }) => ({ from: dueFrom, to: dueTo, n })),
            { from: dayAfter(last), to: null, n: load.later },
          ]
          for (const { n, ...span } of parts) {
            const cell = { by: 'field', key: null, column: 'running', due: span } as const
            const { dossiers } = dossiersOfCell(context.db, { period, method, known: null }, cell)
            expect([span, dossiers.length]).toEqual([span, n])
          }
          const due = load.days.reduce((all, day) => all + day.running, load.later)
          expect({ running: due, paused: load.paused, overdue: load.overdue }).toEqual({
            running,
            paused,
            overdue,
          })
        }
      }),
      { numRuns: 15 },
    )
  })

  it('stands in the band of its working days and at the day it falls due', async () => {
    // Tuesday 28 April 2020; received on Monday the 20th, due tomorrow; and one overdue, of 63 working days.
    const quiet = { apologyBefore: null, apologyFor: 1, paused: null, lasted: null }
    const context = await registerOf([
      { accepted: 152, term: 9, ...quiet },
      { accepted: 70, term: 30, ...quiet },
    ])
    expect(TODAY).toBe('2020-04-28')
    const ages = countAges(context, { today: TODAY, method: 'original' })
    expect(ages.filter(({ running, overdue }) => running + overdue > 0)).toEqual([
      {
        band: '6-10',
        acceptedFrom: '2020-04-20',
        acceptedTo: '2020-04-20',
        running: 1,
        paused: 0,
        overdue: 0,
      },
      {
        band: 'over-60',
        acceptedFrom: '2020-01-29',
        acceptedTo: '2020-01-29',
        running: 0,
        paused: 0,
        overdue: 1,
      },
    ])
    const { days, overdue } = countLoad(context, { today: TODAY, method: 'original' })
    expect(overdue).toBe(1)
    expect(days).toHaveLength(16)
    expect(days.slice(0, 3)).toEqual([
      { dueFrom: '2020-04-28', dueTo: '2020-04-28', running: 0 },
      { dueFrom: '2020-04-29', dueTo: '2020-04-29', running: 1 },
      { dueFrom: '2020-04-30', dueTo: '2020-04-30', running: 0 },
    ])
  })
})

describe('the first screen', () => {
  it('tells of the month what the report tells, and of today what the queues hold', async () => {
    const { client, setNow } = await openTestCore({ setUp: false })
    await client.office.openSample()
    setNow('2020-06-30T02:00:00.000Z')
    const today = civilDate('2020-06-30')
    const month = await client.figures.summary({ from: civilDate('2020-06-01'), to: today, by: 'field' })
    const { total } = await client.figures.table({ from: civilDate('2020-06-01'), to: today, by: 'channel' })
    expect(total).toMatchObject(month.total)
    const queues = await client.dossiers.counts()
    const load = await client.figures.load({ method: 'original' })
    expect(queues.late).toBe(total.pendingOverdue)
    expect(queues['due-today']).toBe(load.days[0]?.running)
    expect(queues['due-soon']).toBe(load.days.slice(1, 4).reduce((sum, { running }) => sum + running, 0))
  }, 60_000)
})
