import { civilDate } from '../../domain/civil-date.ts'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { DossierFilter } from '../../contract/dossier-list.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const NO_FILTER: DossierFilter = {
  queue: 'all',
  search: '',
  procedureId: null,
  state: null,
  holderId: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
  apology: null,
}

async function codesOf(client: OfficeClient, filter: Partial<DossierFilter>): Promise<string[]> {
  const page = await client.dossiers.list({
    filter: { ...NO_FILTER, ...filter },
    sort: { field: 'code', descending: false },
    page: 0,
    pageSize: 50,
  })
  expect(page.total).toBe(page.rows.length)
  return page.rows.map((row) => row.code.slice(-4))
}

const step = (
  id: number,
  version: number,
  name: 'taken' | 'result-ready' | 'returned' | 'refused' | 'withdrawn',
  on = '2026-11-23',
) => ({
  id,
  version,
  step: name,
  happenedOn: on,
  happenedAt: null,
  holderId: name === 'taken' ? 1 : null,
  note: '',
})

describe('search', () => {
  it.each([
    ['nguyen', ['0001', '0003']],
    ['nguyễn', ['0001', '0003']],
    ['NGUYEN VAN', ['0001']],
    ['duc', ['0003']],
    ['đức', ['0003']],
    ['an nguyen', ['0001']],
    ['0912', ['0001']],
    ['0912 345 678', ['0001']],
    ['0912.345.678', ['0001']],
    ['012 345 678 901', ['0002']],
    ['%', []],
    ['"', []],
    ['012345678901', ['0002']],
    ['12/34', ['0002']],
    ['tờ 12 thửa 34', ['0002']],
    ['BA 123', ['0003']],
    ['261123-0002', ['0002']],
    ['000.00.22.H32-261123-0003', ['0003']],
    ["' OR 1=1 --", []],
    ['"nguyen" NOT van', []],
    ['không có ai', []],
  ])('%s', async (search, codes) => {
    const { client, bugs } = await openTestCore()
    const id = await procedureId(client, 'transfer')
    await client.reception.receive(receptionOf(id, { applicantName: 'Nguyễn Văn Ân', phone: '0912345678' }))
    await client.reception.receive(
      receptionOf(id, { applicantName: 'Trần Thị Bé', idNumber: '012345678901', mapSheet: '12', plot: '34' }),
    )
    await client.reception.receive(
      receptionOf(id, { applicantName: 'Nguyễn Đức', certificateNumber: 'BA 123456' }),
    )
    expect(await codesOf(client, { search })).toEqual(codes)
    expect(await codesOf(client, { search, queue: 'waiting' })).toEqual(codes)
    expect(bugs).toEqual([])
  })
})

describe('the queues', () => {
  it('follow the days: due soon, due today, late; and the steps', async () => {
    const { client, setNow } = await openTestCore()
    const id = await procedureId(client, 'exchange-certificate')
    const { dueOn } = await client.reception.receive(receptionOf(id))
    expect(dueOn).toBe('2026-12-01')
    const inQueues = async (): Promise<string[]> =>
      Object.entries(await client.dossiers.counts()).flatMap(([queue, n]) => (n > 0 ? [queue] : []))
    expect(await inQueues()).toEqual(['waiting', 'all'])
    await client.dossiers.recordStep(step(1, 1, 'taken'))
    expect(await inQueues()).toEqual(['in-process', 'mine', 'all'])
    setNow('2026-11-26T02:00:00.000Z')
    expect(await inQueues()).toEqual(['in-process', 'due-soon', 'mine', 'all'])
    setNow('2026-12-01T16:59:00.000Z')
    expect(await inQueues()).toEqual(['in-process', 'due-today', 'behind', 'mine', 'all'])
    setNow('2026-12-01T17:00:00.000Z')
    expect(await inQueues()).toEqual(['in-process', 'late', 'behind', 'mine', 'all'])
    for (const queue of ['in-process', 'late', 'mine'] as const)
      expect(await codesOf(client, { queue })).toEqual(['0001'])
    await client.dossiers.recordStep(step(1, 2, 'result-ready', '2026-12-02'))
    expect(await inQueues()).toEqual(['result-ready', 'all'])
    await client.dossiers.recordStep(step(1, 3, 'returned', '2026-12-02'))
    expect(await inQueues()).toEqual(['all'])
  })
  it('count what they list, in every queue', async () => {
    const { client, setNow } = await openTestCore()
    const id = await procedureId(client, 'exchange-certificate')
    for (let i = 0; i < 6; i++) await client.reception.receive(receptionOf(id))
    await client.dossiers.recordStep(step(1, 1, 'taken'))
    await client.dossiers.recordStep(step(2, 1, 'result-ready'))
    setNow('2026-11-27T02:00:00.000Z')
    await client.reception.receive(receptionOf(id))
    setNow('2026-12-03T02:00:00.000Z')
    const counts = await client.dossiers.counts()
    expect(counts).toMatchObject({ late: 5, 'due-soon': 1, 'result-ready': 1, all: 7 })
    for (const [queue, n] of Object.entries(counts)) {
      expect([queue, (await codesOf(client, { queue: queue as DossierFilter['queue'] })).length]).toEqual([
        queue,
        n,
      ])
    }
  })
})

describe('a list', () => {
  it('sorts names as the Vietnamese alphabet does, in pages', async () => {
    const { client } = await openTestCore()
    const id = await procedureId(client, 'transfer')
    for (const applicantName of ['Đỗ An', 'Dương An', 'Ân', 'An', 'Ăn'])
      await client.reception.receive(receptionOf(id, { applicantName }))
    const page = async (number: number): Promise<string[]> => {
      const sort = { field: 'applicantName' as const, descending: false }
      const { rows, total } = await client.dossiers.list({
        filter: NO_FILTER,
        sort,
        page: number,
        pageSize: 2,
      })
      expect(total).toBe(5)
      return rows.map((row) => row.applicantName)
    }
    expect([await page(0), await page(1), await page(2), await page(3)]).toEqual([
      ['An', 'Ăn'],
      ['Ân', 'Dương An'],
      ['Đỗ An'],
      [],
    ])
  })
  it('refuses a sort key that is none', async () => {
    const { core, session } = await openTestCore()
    const sort = { field: 'code; DROP TABLE dossier', descending: false }
    const reply = await core.call(session, ['dossiers', 'list'], {
      filter: NO_FILTER,
      sort,
      page: 0,
      pageSize: 5,
    })
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ field: 'sort.field' }] },
    })
  })
})

describe('a step', () => {
  it('is refused when somebody else was quicker', async () => {
    const { client } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    await client.dossiers.recordStep(step(1, 1, 'taken'))
    expect((await refusalOf(client.dossiers.recordStep(step(1, 1, 'withdrawn')))).code).toBe(
      'dossier-changed',
    )
    expect((await client.dossiers.get({ id: 1 })).row.state).toBe('in-process')
  })
  it('that the state does not allow is not offered and is refused', async () => {
    const { client } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    const page = await client.dossiers.get({ id: 1 })
    expect(page.allowedSteps).toEqual(['taken', 'result-ready', 'refused', 'withdrawn', 'stopped'])
    expect(await refusalOf(client.dossiers.recordStep(step(1, 1, 'returned')))).toMatchObject({
      code: 'step-not-allowed',
      params: { step: 'returned', state: 'accepted' },
    })
  })
  it.each([
    ['2026-11-24', 'date-in-future'],
    ['2026-11-22', 'date-before-acceptance'],
  ])('on %s is refused: %s', async (on, code) => {
    const { client } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    expect(await refusalOf(client.dossiers.recordStep(step(1, 1, 'result-ready', on)))).toMatchObject({
      fields: [{ field: 'happenedOn', code }],
    })
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(1)
  })
  it('cannot be taken by a person who does not work here, nor by nobody', async () => {
    const { client } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    for (const [holderId, code] of [
      [99, 'not-found'],
      [null, 'required'],
    ] as const) {
      const refusal = await refusalOf(client.dossiers.recordStep({ ...step(1, 1, 'taken'), holderId }))
      expect(refusal.fields).toMatchObject([{ field: 'holderId', code }])
    }
  })
})

describe('the order of things', () => {
  it('is kept: a step cannot have happened before the one before it', async () => {
    const { client } = await openTestCore({ now: '2026-11-27T02:00:00.000Z' })
    const received = { acceptedAt: '2026-11-23T02:00:00.000Z' }
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer'), {}, received))
    await client.dossiers.recordStep(step(1, 1, 'taken', '2026-11-26'))
    expect(
      (await refusalOf(client.dossiers.recordStep(step(1, 2, 'result-ready', '2026-11-25')))).fields,
    ).toMatchObject([{ field: 'happenedOn', code: 'date-before-last-step', params: { limit: '2026-11-26' } }])
  })
  it('is kept by corrections too: an acceptance cannot be moved out of its version or past a step', async () => {
    const { client } = await openTestCore({ now: '2026-12-20T02:00:00.000Z' })
    const received = { acceptedAt: '2026-11-23T02:00:00.000Z', holderId: 1 }
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer'), {}, received))
    for (const [on, code] of [
      ['2026-11-24', 'date-before-acceptance'],
      ['2025-06-30', 'procedure-not-valid-on-date'],
    ] as const) {
      const redated = { seq: 1, on: civilDate(on) }
      const call = client.dossiers.correct({
        id: 1,
        version: 2,
        reason: 'x',
        changes: null,
        redated,
        revoked: null,
      })
      expect((await refusalOf(call)).fields).toMatchObject([{ field: 'redated.on', code }])
    }
  })
})

describe('a search with a filter', () => {
  it('sees every match, however many there are without the filter', async () => {
    const { client } = await openTestCore({ setUp: false })
    await client.office.openSample()
    const to = civilDate('2020-01-31')
    const sort = { field: 'acceptedOn' as const, descending: false }
    const filter = { ...NO_FILTER, acceptedTo: to }
    const plain = await client.dossiers.list({ filter, sort, page: 0, pageSize: 1 })
    const searched = await client.dossiers.list({
      filter: { ...filter, search: 'h32' },
      sort,
      page: 0,
      pageSize: 1,
    })
    expect(searched).toEqual(plain)
    expect(plain.total).toBeGreaterThan(2000)
    const all = await client.dossiers.list({
      filter: { ...NO_FILTER, search: 'h32' },
      sort,
      page: 0,
      pageSize: 1,
    })
    expect([all.total, all.capped]).toEqual([10_000, true])
  })
})

describe('a correction', () => {
  it('shows what it changed and is found under the new name only', async () => {
    const { client } = await openTestCore()
    await client.reception.receive(
      receptionOf(await procedureId(client, 'transfer'), { applicantName: 'Nguyễn Văn A' }),
    )
    const page = await client.dossiers.correct({
      id: 1,
      version: 1,
      reason: 'gõ nhầm tên',
      changes: { applicantName: 'Đỗ Văn Á' },
      redated: null,
      revoked: null,
    })
    expect(page.particulars.applicantName).toBe('Đỗ Văn Á')
    expect(page.timeline.at(-1)).toMatchObject({
      kind: 'corrected',
      note: 'gõ nhầm tên',
      correction: { changes: [{ field: 'applicantName', before: 'Nguyễn Văn A', after: 'Đỗ Văn Á' }] },
    })
    expect(await codesOf(client, { search: 'nguyen' })).toEqual([])
    expect(await codesOf(client, { search: 'do van' })).toEqual(['0001'])
  })
  it('of a result taken back opens the dossier again and leaves both entries to see', async () => {
    const { client } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    await client.dossiers.recordStep(step(1, 1, 'result-ready'))
    const base = { id: 1, reason: 'nhầm hồ sơ', changes: null, redated: null }
    const page = await client.dossiers.correct({ ...base, version: 2, revoked: 2 })
    expect(page.row.state).toBe('accepted')
    expect(page.timeline.map(({ kind, revokedBy }) => [kind, revokedBy])).toEqual([
      ['accepted', null],
      ['result-ready', 3],
      ['corrected', null],
    ])
    expect((await refusalOf(client.dossiers.correct({ ...base, version: 3, revoked: 1 }))).code).toBe(
      'acceptance-cannot-be-revoked',
    )
  })
  it('that changes nothing, or gives a dossier from the counter an online level, is refused', async () => {
    const { client } = await openTestCore()
    await client.reception.receive(
      receptionOf(await procedureId(client, 'transfer'), { applicantName: 'Nguyễn Văn A' }),
    )
    const base = { id: 1, version: 1, reason: 'x', redated: null, revoked: null }
    const same = client.dossiers.correct({ ...base, changes: { applicantName: 'Nguyễn  Văn A' } })
    expect((await refusalOf(same)).fields).toMatchObject([{ field: 'changes', code: 'nothing-changed' }])
    const level = client.dossiers.correct({ ...base, changes: { onlineLevel: '4' } })
    expect((await refusalOf(level)).fields).toMatchObject([
      { field: 'changes.onlineLevel', code: 'only-online' },
    ])
  })
  it('needs a reason and exactly one thing to set right', async () => {
    const { client } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    const base = { id: 1, version: 1, changes: null, redated: null, revoked: null }
    expect((await refusalOf(client.dossiers.correct({ ...base, reason: ' ' }))).fields).toMatchObject([
      { field: 'reason', code: 'required' },
    ])
    expect((await refusalOf(client.dossiers.correct({ ...base, reason: 'x' }))).fields).toMatchObject([
      { code: 'one-correction-at-a-time' },
    ])
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(1)
  })
})

describe('the dossier page', () => {
  it('shows an imported dossier whose numbers would not pass at the counter', async () => {
    const { client } = await openTestCore()
    const heads = [
      'Mã hồ sơ',
      'Tên thủ tục hành chính',
      'Chủ hồ sơ',
      'Số định danh',
      'Số điện thoại',
      'Ngày nhận',
    ]
    const row = ['HS-1', 'Cấp đổi Giấy chứng nhận', 'Trần Thị Bé', '22.511-A', '058 (cũ)', '02/01/2020']
    const bytes = await writeXlsx({ sheets: [{ name: 'So', rows: [heads, row] }] })
    const content = Buffer.from(bytes).toString('base64')
    const { importId, sheet, sheets } = await client.imports.open({ fileName: 'so.xlsx', content })
    await client.imports.check({ importId, sheet, headerRow: 1, mapping: sheets[0]?.mapping ?? {} })
    expect(await client.imports.commit({ importId })).toMatchObject({ imported: 1 })
    const page = await client.dossiers.get({ id: 1 })
    expect(page.particulars).toMatchObject({ idNumber: '22.511-A', phone: '058 (cũ)' })
    expect(page).toMatchObject({ dueSource: 'computed', computedDueOn: '2020-01-13' })
    expect(page.timeline).toMatchObject([{ kind: 'accepted', imported: true, lateEntry: true }])
  })
})
