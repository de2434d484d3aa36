/**
 * The PC's date is wrong, or the calendar ends: the office says so, and nothing is taken for a bug.
 */
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../domain/civil-date.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from './test-core.ts'

const FILTER = {
  ...{ search: '', procedureId: null, state: null, holderId: null, channel: null, commune: null },
  ...{ acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null },
}
const SORT = { field: 'dueOn' as const, descending: false }
const list = ({ client }: TestCore) =>
  client.dossiers.list({ filter: { ...FILTER, queue: 'late' }, sort: SORT, page: 0, pageSize: 10 })

/** An office with one dossier of a working day without an end in sight. */
async function officeWithOne(): Promise<TestCore & { procedure: number }> {
  const test = await openTestCore({ now: '2026-03-02T02:00:00.000Z' })
  const procedure = await procedureId(test.client, 'correct-certificate', '2026-03-02')
  await test.client.reception.receive(receptionOf(procedure))
  return { ...test, procedure }
}

describe('a PC whose date is wrong', () => {
  it.each([
    ['1969-12-31T01:00:00.000Z', 1969],
    ['2100-12-31T17:00:00.000Z', 2101],
    ['2101-06-01T01:00:00.000Z', 2101],
  ])('at %s is named by its year wherever its day is asked for, and is no bug', async (now, year) => {
    const test = await officeWithOne()
    const { client, setNow, bugs, procedure } = test
    setNow(now)
    for (const ask of [
      () => client.office.status(),
      () => client.dossiers.counts(),
      () => list(test),
      () => client.dossiers.get({ id: 1 }),
      () => client.reception.preview({ procedureId: procedure, acceptedAt: null, remote: false }),
      () => client.reception.receive(receptionOf(procedure)),
      () => client.calendar.reminders(),
      () => client.calendar.whatIf({ days: [], clock: null }),
    ]) {
      expect(await refusalOf(ask())).toEqual({ code: 'pc-date-wrong', params: { year }, fields: [] })
    }
    expect(bugs).toEqual([])
    setNow('2026-03-03T02:00:00.000Z')
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(1)
  })
})

it.each([
  ['1969-12-31T01:00:00.000Z', 1969],
  ['2101-06-01T01:00:00.000Z', 2101],
])(
  'a PC whose date is wrong at the start is told so, and is offered no backup; set right, it opens',
  async (now, year) => {
    const { core, dataDir } = await openTestCore()
    await core.close()
    // Old enough to be cleared away, which is written down.
    const log = join(dataDir, 'app.log.1')
    writeFileSync(log, '')
    utimesSync(log, 0, 0)
    const { client, setNow } = await openTestCore({ dataDir, setUp: false, now })
    expect(await client.rescue.state()).toMatchObject({
      code: 'pc-date-wrong',
      params: { year },
      backups: [],
    })
    expect((await refusalOf(client.rescue.openAsIs())).code).toBe('rescue-not-possible')
    setNow('2026-11-23T02:00:00.000Z')
    expect(await client.rescue.retry()).toBeNull()
    expect((await client.office.status()).office).not.toBeNull()
  },
)

/** Next year's days off are not known; there is no next year. */
const REMINDED = [{ kind: 'next-year-unconfirmed', year: 2101 }]

describe('the last days of the calendar', () => {
  it('are days like any other for who looks at the register', async () => {
    const test = await officeWithOne()
    const { client, setNow, bugs } = test
    for (const now of ['2100-12-29T17:00:00.000Z', '2100-12-31T16:59:00.000Z']) {
      setNow(now)
      expect(await client.dossiers.counts()).toMatchObject({ late: 1, 'due-soon': 0 })
      expect((await list(test)).total).toBe(1)
      expect((await client.dossiers.get({ id: 1 })).row.standing).toBe('late')
      expect(await client.calendar.reminders()).toEqual(REMINDED)
    }
    expect(bugs).toEqual([])
  })
  it('have no due date for who receives: said by its name', async () => {
    const { client, setNow, bugs, procedure } = await officeWithOne()
    setNow('2100-12-30T02:00:00.000Z')
    const ask = { procedureId: procedure, acceptedAt: null, remote: false }
    expect((await refusalOf(client.reception.preview(ask))).code).toBe('date-outside-calendar')
    expect((await refusalOf(client.reception.receive(receptionOf(procedure)))).code).toBe(
      'date-outside-calendar',
    )
    expect(bugs).toEqual([])
  })
  it('let no pause run over them', async () => {
    const { client, setNow, bugs } = await officeWithOne()
    setNow('2100-12-31T02:00:00.000Z')
    const base = { id: 1, document: '', note: '' }
    await client.dossiers.pause({ ...base, version: 1, pause: 'agency', happenedOn: civilDate('2026-03-04') })
    const end = { ...base, version: 2, happenedOn: civilDate('2100-12-31') }
    expect((await refusalOf(client.dossiers.resume(end))).code).toBe('date-outside-calendar')
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(2)
    expect(bugs).toEqual([])
  })
  it('take no moment after them for an hour of a step', async () => {
    const { client, bugs } = await officeWithOne()
    const step = { id: 1, version: 1, step: 'withdrawn' as const, holderId: null, note: '' }
    const refusal = await refusalOf(
      client.dossiers.recordStep({
        ...{ ...step, happenedOn: civilDate('2026-03-02') },
        happenedAt: '9999-01-01T00:00:00.000Z',
      }),
    )
    expect(refusal.fields).toMatchObject([{ field: 'happenedOn', code: 'date-in-future' }])
    expect(bugs).toEqual([])
  })
})
