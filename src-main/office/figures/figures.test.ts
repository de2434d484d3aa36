import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { civilDate } from '../../domain/civil-date.ts'
import { type FigureCounts, onTimeShare, totalsOf } from '../../domain/figures.ts'
import { openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const figures = z.object({
  carried_over: z.number(),
  received_in_period: z.number(),
  received_online: z.number(),
  received_direct_postal: z.number(),
  resolved: z.number(),
  resolved_early: z.number(),
  resolved_on_time: z.number(),
  resolved_late: z.number(),
  pending: z.number(),
  pending_in_time: z.number(),
  pending_overdue: z.number(),
  received_total: z.number(),
  on_time_share_of_resolved_percent: z.number(),
  on_time_share_of_received_in_period_percent: z.number(),
})
const expected = z
  .object({
    rows: z.number(),
    periods: z.record(z.string(), figures.extend({ start: z.string(), end: z.string() })),
    half_year_by_procedure: z.record(z.string(), figures),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../fixtures/register-2020h1.expected.json', import.meta.url), 'utf8')),
  )

/** Our figures in the words of the expected file. */
function inItsWords(counts: FigureCounts): z.infer<typeof figures> {
  const totals = totalsOf(counts)
  const percent = (of: number): number => Number((onTimeShare(counts, of).percent ?? 0).toFixed(2))
  return {
    carried_over: counts.carriedOver,
    received_in_period: totals.receivedInPeriod,
    received_online: counts.receivedOnline,
    received_direct_postal: counts.receivedDirectPostal,
    resolved: totals.resolved,
    resolved_early: counts.resolvedEarly,
    resolved_on_time: counts.resolvedOnTime,
    resolved_late: counts.resolvedLate,
    pending: totals.pending,
    pending_in_time: counts.pendingInTime,
    pending_overdue: counts.pendingOverdue,
    received_total: totals.receivedTotal,
    on_time_share_of_resolved_percent: percent(totals.resolved),
    on_time_share_of_received_in_period_percent: percent(totals.receivedInPeriod),
  }
}

describe('the register of the first half of 2020', () => {
  it('has every figure that was counted independently: five periods, ten procedures', async () => {
    const { client } = await openTestCore({ setUp: false })
    expect((await client.office.openSample()).dossiers).toBe(expected.rows)
    const periods: Record<string, unknown> = {}
    for (const [name, { start, end }] of Object.entries(expected.periods)) {
      const period = { from: civilDate(start), to: civilDate(end) }
      const summary = await client.figures.summary({ ...period, by: 'field' })
      expect(summary.identities.map(({ holds }) => holds)).toEqual([true, true, true])
      periods[name] = { start, end, ...inItsWords(summary.total) }
    }
    expect(periods).toEqual(expected.periods)
    const half = { from: civilDate('2020-01-01'), to: civilDate('2020-06-30') }
    const { rows } = await client.figures.summary({ ...half, by: 'procedure' })
    const ours = Object.fromEntries(rows.map((row) => [row.label, inItsWords(row)]))
    expect(ours).toEqual(expected.half_year_by_procedure)
  })
})

describe('a period', () => {
  it('that has ended is the same whenever it is counted, whatever happened since', async () => {
    const { client, setNow } = await openTestCore()
    const id = await procedureId(client, 'exchange-certificate')
    for (let i = 0; i < 4; i++) await client.reception.receive(receptionOf(id))
    const step = { happenedAt: null, holderId: null, note: '' }
    setNow('2026-11-30T02:00:00.000Z')
    await client.dossiers.recordStep({
      ...step,
      id: 1,
      version: 1,
      step: 'result-ready',
      happenedOn: civilDate('2026-11-30'),
    })
    const november = { from: civilDate('2026-11-01'), to: civilDate('2026-11-30'), by: 'field' as const }
    setNow('2026-12-01T02:00:00.000Z')
    const then = await client.figures.summary(november)
    setNow('2026-12-20T02:00:00.000Z')
    await client.dossiers.recordStep({
      ...step,
      id: 2,
      version: 1,
      step: 'result-ready',
      happenedOn: civilDate('2026-12-18'),
    })
    await client.dossiers.recordStep({
      ...step,
      id: 1,
      version: 2,
      step: 'returned',
      happenedOn: civilDate('2026-12-18'),
    })
    await client.dossiers.recordStep({
      ...step,
      id: 3,
      version: 1,
      step: 'withdrawn',
      happenedOn: civilDate('2026-12-02'),
    })
    expect(await client.figures.summary(november)).toEqual(then)
    expect(then.total).toMatchObject({ receivedDirectPostal: 4, resolvedEarly: 1, pendingInTime: 3 })
  })
  it('that is not over says so', async () => {
    const { client } = await openTestCore()
    const november = { from: civilDate('2026-11-01'), to: civilDate('2026-11-30'), by: 'field' as const }
    expect((await client.figures.summary(november)).unfinished).toBe(true)
    // Today is not over; yesterday is.
    const until = (day: string) => client.figures.summary({ ...november, to: civilDate(day) })
    expect((await until('2026-11-23')).unfinished).toBe(true)
    expect((await until('2026-11-22')).unfinished).toBe(false)
  })
  it('that ends before it begins is refused', async () => {
    const { client } = await openTestCore()
    const backwards = { from: civilDate('2026-11-02'), to: civilDate('2026-11-01'), by: 'field' as const }
    expect((await refusalOf(client.figures.summary(backwards))).fields).toMatchObject([
      { field: 'to', code: 'from-after-to' },
    ])
  })
})
