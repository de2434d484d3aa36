import { describe, expect, it } from 'vitest'
import type { Input } from '../../contract/index.ts'
import type { StopFilter, StopSort } from '../../contract/stops.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { clientOf, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const ORDER = {
  commune: 'Vĩnh Hải',
  mapSheet: '012',
  plot: '34',
  document: '15/QĐ-CCTHADS',
  agency: 'Chi cục Thi hành án dân sự',
  issuedOn: civilDate('2026-11-20'),
  reason: 'Bảo đảm thi hành án',
}
const PARCEL = { commune: 'Xã Vĩnh Hải', mapSheet: '12', plot: '034' }
const BY_DAY: StopSort = { field: 'issuedOn', descending: false }
const EVERY: StopFilter = { state: 'all', search: '' }
const PAGE = { page: 0, pageSize: 50 }
const VERIFIED = { found: 0, findings: [] }

type Core = Awaited<ReturnType<typeof openTestCore>>

async function receive({ client }: Core, rest: Partial<Input<'reception', 'receive'>> = {}) {
  const reception = receptionOf(await procedureId(client, 'transfer'), PARCEL)
  return client.reception.receive({ ...reception, ...rest })
}

async function resultReady({ client }: Core, id: number, stopsAcknowledged: string[]) {
  const { version } = await client.dossiers.get({ id })
  const when = { happenedOn: civilDate('2026-11-23'), happenedAt: null, holderId: null, note: '' }
  return client.dossiers.recordStep({ id, version, step: 'result-ready', ...when, stopsAcknowledged })
}

describe('a stop order', () => {
  it('is kept with its parcel as it is compared, and blocks it however it is written', async () => {
    const { client } = await openTestCore()
    const order = await client.stops.add(ORDER)
    expect(order).toEqual({ id: 1, ...ORDER, mapSheet: '12', lifted: null })
    expect(await client.stops.match(PARCEL)).toEqual([order])
    expect(await client.stops.match({ ...PARCEL, plot: '33, 34' })).toEqual([order])
    for (const other of [{ plot: '35' }, { mapSheet: '13' }, { commune: 'Vĩnh Hòa' }, { plot: '' }]) {
      expect(await client.stops.match({ ...PARCEL, ...other })).toEqual([])
    }
  })

  it('is lifted by a document, stays in the register and blocks no longer', async () => {
    const { client } = await openTestCore()
    const { id } = await client.stops.add(ORDER)
    const lifted = await client.stops.lift({ id, on: '2026-11-23', document: '99/QĐ' })
    expect(lifted.lifted).toEqual({ on: '2026-11-23', document: '99/QĐ' })
    expect(await client.stops.match(PARCEL)).toEqual([])
    expect(await client.stops.list({ filter: EVERY, sort: BY_DAY, ...PAGE })).toEqual({
      ...{ rows: [lifted], total: 1, inForce: 0 },
    })
    expect(await client.audit.verify()).toMatchObject(VERIFIED)
  })

  it('is not added twice, and not lifted twice', async () => {
    const { client } = await openTestCore()
    const { id } = await client.stops.add(ORDER)
    const again = { ...ORDER, commune: 'xã VĨNH HẢI', document: '15/qđ-ccthads ' }
    expect(await refusalOf(client.stops.add(again))).toMatchObject({
      ...{ code: 'invalid-input', fields: [{ field: 'document', code: 'stop-order-known' }] },
    })
    await client.stops.lift({ id, on: '2026-11-23', document: '99/QĐ' })
    expect(await refusalOf(client.stops.lift({ id, on: '2026-11-23', document: '98/QĐ' }))).toMatchObject({
      ...{ code: 'stop-order-lifted' },
    })
    // The same document may block it again.
    expect((await client.stops.add(ORDER)).id).toBe(2)
  })

  it('asked for at two windows at once is there once', async () => {
    const { client } = await openTestCore()
    const answers = await Promise.allSettled([client.stops.add(ORDER), client.stops.add(ORDER)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await client.stops.list({ filter: EVERY, sort: BY_DAY, ...PAGE })).total).toBe(1)
  })

  it.each([
    [{ commune: ' ' }, 'commune', 'required'],
    [{ mapSheet: '' }, 'mapSheet', 'required'],
    [{ mapSheet: 'tờ' }, 'mapSheet', 'not-a-parcel-number'],
    [{ plot: '34, 35' }, 'plot', 'one-plot-only'],
    [{ plot: '1'.repeat(21) }, 'plot', 'too-long'],
    [{ document: '' }, 'document', 'required'],
    [{ agency: '\u200b' }, 'agency', 'required'],
    [{ issuedOn: '2026-11-24' }, 'issuedOn', 'date-in-future'],
    [{ issuedOn: '2026-02-30' }, 'issuedOn', 'not-a-date'],
  ])('with %o is refused at its field and changes nothing', async (wrong, field, code) => {
    const { client } = await openTestCore()
    expect(await refusalOf(client.stops.add({ ...ORDER, ...wrong }))).toMatchObject({
      ...{ code: 'invalid-input', fields: [{ field, code }] },
    })
    expect((await client.stops.list({ filter: EVERY, sort: BY_DAY, ...PAGE })).total).toBe(0)
  })

  it.each([
    ['2026-11-24', 'date-in-future'],
    ['2026-11-19', 'date-before-issue'],
  ])('cannot be lifted on %s: %s', async (on, code) => {
    const { client } = await openTestCore()
    const { id } = await client.stops.add(ORDER)
    expect(await refusalOf(client.stops.lift({ id, on, document: 'x' }))).toMatchObject({
      ...{ fields: [{ field: 'on', code }] },
    })
    expect(await client.stops.match(PARCEL)).toHaveLength(1)
  })

  it('that is none cannot be lifted', async () => {
    const { client } = await openTestCore()
    const refusal = await refusalOf(client.stops.lift({ id: 7, on: '2026-11-23', document: 'x' }))
    expect(refusal.code).toBe('not-found')
  })

  it('is entered and lifted by counter and head, not by who works on the dossier', async () => {
    const password = 'mật-khẩu-thử-9'
    const { client, core } = await openTestCore({ account: { login: 'truong', password, roles: ['head'] } })
    await client.stops.add(ORDER)
    const { password: once } = await client.people.add({ name: 'Lan', login: 'lan', roles: ['specialist'] })
    const lan = clientOf(core, core.openSession())
    await lan.people.signIn({ login: 'lan', password: once ?? '' })
    await lan.people.changePassword({ current: once ?? '', next: password })
    expect(await lan.stops.match(PARCEL)).toHaveLength(1)
    expect(await refusalOf(lan.stops.lift({ id: 1, on: '2026-11-23', document: 'x' }))).toMatchObject({
      ...{ code: 'not-allowed', params: { right: 'stops' } },
    })
  })
})

describe('the register of stop orders', () => {
  const add = async ({ client }: Core) => {
    await client.stops.add(ORDER)
    await client.stops.add({ ...ORDER, mapSheet: '9', plot: '100', document: 'B', agency: 'Tòa án nhân dân' })
    await client.stops.add({ ...ORDER, mapSheet: '100', plot: '5', document: 'C', commune: 'Đắc Lộc' })
    await client.stops.lift({ id: 3, on: '2026-11-22', document: 'Giải tỏa 5' })
  }
  it.each([
    ['in-force', '', [1, 2]],
    ['lifted', '', [3]],
    ['all', 'nhan dan', [2]],
    ['all', 'dac loc', [3]],
    ['all', 'giai toa', [3]],
    ['all', '12/34', [1]],
    ['all', 'tờ 012 thửa 34', [1]],
    ['all', 'qd ccthads', [1]],
    ['all', '%', []],
    ['in-force', 'dac loc', []],
  ] as const)('shows, of those %s, found by "%s": %o', async (state, search, ids) => {
    const core = await openTestCore()
    await add(core)
    const { rows, total } = await core.client.stops.list({ filter: { state, search }, sort: BY_DAY, ...PAGE })
    expect(rows.map(({ id }) => id)).toEqual(ids)
    expect(total).toBe(ids.length)
  })
  it('is sorted by the value of its numbers, and turned by pages', async () => {
    const core = await openTestCore()
    await add(core)
    const sort: StopSort = { field: 'parcel', descending: true }
    const first = await core.client.stops.list({ filter: EVERY, sort, page: 0, pageSize: 2 })
    const second = await core.client.stops.list({ filter: EVERY, sort, page: 1, pageSize: 2 })
    expect([...first.rows, ...second.rows].map(({ mapSheet }) => mapSheet)).toEqual(['100', '12', '9'])
    expect(second).toMatchObject({ total: 3, inForce: 2 })
  })
})

describe('a dossier on a blocked parcel', () => {
  it('is received only by who has seen every document, and its history says so', async () => {
    const core = await openTestCore()
    const { client } = core
    await client.stops.add(ORDER)
    await client.stops.add({ ...ORDER, document: '16/QĐ' })
    const refusal = { code: 'stop-order', params: { documents: '16/QĐ' } }
    expect(await refusalOf(receive(core))).toMatchObject({
      ...{ code: 'stop-order', params: { documents: '15/QĐ-CCTHADS; 16/QĐ' } },
    })
    expect(await refusalOf(receive(core, { stopsAcknowledged: [ORDER.document] }))).toMatchObject(refusal)
    expect((await client.dossiers.counts()).all).toBe(0)
    const { id } = await receive(core, { stopsAcknowledged: [ORDER.document, '16/QĐ'] })
    const { timeline } = await client.dossiers.get({ id })
    expect(timeline.find(({ kind }) => kind === 'noted')?.note).toBe(
      'Thửa đất đang bị ngăn chặn theo văn bản 15/QĐ-CCTHADS ngày 20/11/2026 của Chi cục Thi hành án dân sự; ' +
        '16/QĐ ngày 20/11/2026 của Chi cục Thi hành án dân sự',
    )
  })

  it('blocked after it was received has no result unseen', async () => {
    const core = await openTestCore()
    const { id } = await receive(core)
    await core.client.stops.add(ORDER)
    expect((await refusalOf(resultReady(core, id, []))).code).toBe('stop-order')
    expect((await core.client.dossiers.get({ id })).row.state).toBe('accepted')
    const { timeline, row } = await resultReady(core, id, [ORDER.document])
    expect(row.state).toBe('result-ready')
    expect(timeline.map(({ kind }) => kind).sort()).toEqual(['accepted', 'noted', 'result-ready'])
    expect(await core.client.audit.verify()).toMatchObject(VERIFIED)
  })

  it('goes on as usual once the order is lifted, with nothing in its history', async () => {
    const core = await openTestCore()
    const { id } = await core.client.stops.add(ORDER)
    await core.client.stops.lift({ id, on: '2026-11-23', document: 'x' })
    const received = await receive(core)
    const { timeline } = await resultReady(core, received.id, [])
    expect(timeline.map(({ kind }) => kind).sort()).toEqual(['accepted', 'result-ready'])
  })

  it('is marked in lists while it can still go on', async () => {
    const core = await openTestCore()
    const { client } = core
    const { id } = await receive(core)
    expect(await client.stops.ofDossiers({ ids: [id] })).toEqual([])
    const order = await client.stops.add(ORDER)
    expect(await client.stops.ofDossiers({ ids: [id, 99] })).toEqual([{ dossierId: id, orders: [order] }])
    await client.dossiers.recordStep({
      ...{ id, version: 1, step: 'withdrawn', happenedOn: '2026-11-23' },
      ...{ happenedAt: null, holderId: null, note: '' },
    })
    expect(await client.stops.ofDossiers({ ids: [id] })).toEqual([])
  })
})
