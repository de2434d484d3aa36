import { expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { openTestCore, procedureId, receptionOf } from '../test-core.ts'

const FILTER = {
  ...{ search: '', procedureId: null, state: null, holderId: null, channel: null, commune: null },
  ...{ acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null },
} as const
const SORT = { field: 'code', descending: false } as const
const page = { sort: SORT, page: 0, pageSize: 200 }

const listOf = async (
  client: OfficeClient,
  filter: Parameters<OfficeClient['dossiers']['list']>[0]['filter'],
) => (await client.dossiers.list({ filter, ...page })).rows

/** Dossiers in all kinds of places: at the counter, in process, remote, waiting, resumed, ended, at odd hours. */
async function busyOffice() {
  const test = await openTestCore({ now: '2026-11-02T00:30:00.000Z' })
  const { client } = test
  const holderId = (await client.office.status()).user?.id ?? 0
  for (const key of ['transfer', 'exchange-certificate', 'mortgage', 'first-household']) {
    const procedure = await procedureId(client, key, '2026-11-02')
    for (let day = 2; day <= 6; day++) {
      for (const hour of ['00:30', '04:45', '09:59']) {
        const at = `2026-11-0${day}T${hour}:00.000Z`
        test.setNow(at)
        const held = { holderId: hour === '09:59' ? null : holderId, remote: hour === '00:30' }
        const { id } = await client.reception.receive(receptionOf(procedure, {}, held))
        const { version } = await client.dossiers.get({ id })
        const on = { happenedOn: civilDate(at.slice(0, 10)), document: '', note: '' }
        if (day === 4) await client.dossiers.pause({ id, version, pause: 'agency', ...on })
        if (day === 5) await client.dossiers.pause({ id, version, pause: 'agency', ...on, stops: false })
        if (day === 3) {
          await client.dossiers.pause({ id, version, pause: 'agency', ...on })
          test.setNow('2026-11-09T02:00:00.000Z')
          await client.dossiers.resume({
            ...{ id, version: version + 1 },
            ...on,
            happenedOn: civilDate('2026-11-09'),
          })
        }
      }
    }
  }
  return test
}

it('counts and lists as behind schedule exactly those whose step says so, at every moment', async () => {
  const { client, setNow } = await busyOffice()
  const seen = new Set<number>()
  const moments = [
    '09T02:00',
    '09T04:30',
    '10T10:00',
    '11T00:30',
    '11T00:31',
    '16T03:17',
    '30T09:00',
  ] as const
  for (const moment of moments) {
    setNow(`2026-11-${moment}:00.000Z`)
    const all = await listOf(client, { ...FILTER, queue: 'all' })
    const expected = all.filter(({ step }) => step?.behind).map(({ code }) => code)
    const counted = (await client.dossiers.counts()).behind
    seen.add(counted)
    expect([moment, counted]).toEqual([moment, expected.length])
    expect((await listOf(client, { ...FILTER, queue: 'behind' })).map(({ code }) => code)).toEqual(expected)
    const filtered = await listOf(client, { ...FILTER, queue: 'in-process', behind: true })
    const inProcess = await listOf(client, { ...FILTER, queue: 'in-process' })
    expect(filtered.map(({ code }) => code)).toEqual(
      inProcess.filter(({ step }) => step?.behind).map(({ code }) => code),
    )
  }
  expect(seen.size).toBeGreaterThan(4)
}, 60_000)

it('is another thing than being late: a step may be behind long before the dossier is due', async () => {
  const { client, setNow } = await openTestCore()
  const procedure = await procedureId(client, 'exchange-certificate')
  const { id, dueOn } = await client.reception.receive(receptionOf(procedure))
  setNow('2026-11-25T04:00:00.000Z')
  const { row } = await client.dossiers.get({ id })
  expect(row.step).toMatchObject({ role: 'counter', behind: true, dueAt: '2026-11-23T07:30:00.000Z' })
  expect(row.standing).not.toBe('late')
  expect(dueOn > '2026-11-26').toBe(true)
  expect(await client.dossiers.counts()).toMatchObject({ behind: 1, late: 0 })
})

it('shows a queue of one role, open dossiers alone, and combines it with what is behind', async () => {
  const { client, setNow } = await busyOffice()
  setNow('2026-11-10T02:00:00.000Z')
  const open = await listOf(client, { ...FILTER, queue: 'all' })
  const counter = await listOf(client, { ...FILTER, queue: 'all', stepRole: 'counter' })
  expect(counter.length).toBeGreaterThan(0)
  expect(counter.map(({ id }) => id)).toEqual(
    open.filter(({ step }) => step?.role === 'counter').map(({ id }) => id),
  )
  const behind = await listOf(client, { ...FILTER, queue: 'behind', stepRole: 'counter' })
  expect(behind.map(({ id }) => id)).toEqual(counter.filter(({ step }) => step?.behind).map(({ id }) => id))
  const found = await listOf(client, {
    ...FILTER,
    search: 'nguyen',
    queue: 'all',
    stepRole: 'counter',
    behind: true,
  })
  expect(found.map(({ id }) => id).toSorted()).toEqual(behind.map(({ id }) => id).toSorted())
}, 60_000)
