import { describe, expect, it, vi } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { sheetsOf } from '../../documents/forms/test-pdf.ts'
import { refusalOf } from '../test-core.ts'
import { type Desk, NOW, chosen, openDesk, received } from '../steps/testing.ts'

vi.mock('node:crypto', async (original) => (await import('../people/cheap-hashes.ts')).cheapCrypto(original))

const NEXT = { kind: 'next' } as const
const NOTHING = { confirmed: [], missing: [], codes: [] }
const fieldsOf = async (call: Promise<unknown>) =>
  (await refusalOf(call)).fields.map(({ field, code }) => [field, code])
const codeOf = async ({ client }: Desk, id: number) => (await client.dossiers.get({ id })).row.code

/** Three dossiers of the counter, given to the specialist in one pile. */
async function given() {
  const desk = await openDesk()
  const ids = [
    await received(desk, desk.exchange),
    await received(desk, desk.transfer),
    await received(desk, desk.exchange),
  ] as const
  const page = await desk.counter.client.handovers.give({
    ...{ dossiers: await chosen(desk, ...ids), fromId: null, toId: desk.specialist.id, to: NEXT },
    ...{ ...NOW, note: 'Chuyển thẩm tra' },
  })
  return { desk, ids, page, batch: page.row.batch }
}

describe('giving a pile out', () => {
  it('makes a batch with the next number of the year, and moves nothing yet', async () => {
    const { desk, ids, page } = await given()
    expect(page.row).toMatchObject({
      ...{ number: '1/PBG', year: 2026, fromName: 'Lê Thị Cửa', toName: 'Trần Văn Thụ', given: 3 },
      ...{ givenOn: '2026-11-23', givenAt: '2026-11-23T02:00:00.000Z', lateEntry: false },
      ...{ note: 'Chuyển thẩm tra', confirmed: 0, missing: 0, superseded: 0 },
    })
    expect(page.items.map(({ state, step }) => [state, step?.role])).toEqual([
      ['given', 'processing'],
      ['given', 'processing'],
      ['given', 'processing'],
    ])
    expect(page.canConfirm).toBe(false)
    const { row } = await desk.client.dossiers.get({ id: ids[0] })
    expect(row).toMatchObject({ handedTo: desk.specialist.id, holderId: null, step: { role: 'counter' } })
    const again = await desk.counter.client.handovers.give({
      ...{ dossiers: await chosen(desk, await received(desk, desk.exchange)), fromId: null, ...NOW },
      ...{ toId: desk.specialist.id, to: NEXT },
    })
    expect(again.row.number).toBe('2/PBG')
  })

  it('keeps the moment of the handover beside that of the entry, and marks a later one', async () => {
    const desk = await openDesk()
    const dossiers = await chosen(desk, await received(desk, desk.exchange))
    desk.setNow('2026-11-25T02:00:00.000Z')
    const { row } = await desk.counter.client.handovers.give({
      ...{ dossiers, fromId: null, toId: desk.specialist.id, to: NEXT, note: '' },
      ...{ happenedOn: civilDate('2026-11-23'), happenedAt: '2026-11-23T09:00:00.000Z' },
    })
    expect(row).toMatchObject({
      ...{ givenOn: '2026-11-23', givenAt: '2026-11-23T09:00:00.000Z', lateEntry: true },
      enteredAt: '2026-11-25T02:00:00.000Z',
    })
  })

  it('is refused to oneself, to nobody, in the name of another, and of what one has not or is given already', async () => {
    const { desk, ids } = await given()
    const give = desk.counter.client.handovers.give
    const free = await chosen(desk, await received(desk, desk.exchange))
    const plan = { dossiers: free, fromId: null, toId: desk.specialist.id, to: NEXT, ...NOW }
    expect(await fieldsOf(give({ ...plan, toId: desk.counter.id }))).toEqual([['toId', 'giver-is-receiver']])
    expect(await fieldsOf(give({ ...plan, toId: 999 }))).toEqual([['toId', 'not-found']])
    expect(await fieldsOf(give({ ...plan, fromId: desk.other.id }))).toEqual([['fromId', 'only-own-batch']])
    expect(await fieldsOf(give({ ...plan, dossiers: [] }))).toEqual([['dossiers', 'required']])
    const held = await chosen(desk, await received(desk, desk.exchange, desk.other.id))
    const dossiers = [...free, ...held, ...(await chosen(desk, ids[0]))]
    expect(await fieldsOf(give({ ...plan, dossiers }))).toEqual([
      ['dossiers.1', 'held-by-another'],
      ['dossiers.2', 'handover-open'],
    ])
    expect(await fieldsOf(give({ ...plan, to: { kind: 'role', role: 'tax' } }))).toEqual([
      ['dossiers.0', 'no-such-step'],
    ])
    // Nothing was taken from the series.
    expect((await give(plan)).row.number).toBe('2/PBG')
    const headGives = { ...plan, dossiers: held, fromId: desk.other.id }
    expect((await desk.head.client.handovers.give(headGives)).row.fromName).toBe('Phạm Thị Lý')
  })
})

describe('confirming a pile', () => {
  it('moves what was there, says what was missing, shows what is foreign, and leaves the rest open', async () => {
    const { desk, ids, batch } = await given()
    const stranger = await received(desk, desk.exchange)
    const codes = [await codeOf(desk, ids[0]), await codeOf(desk, stranger), 'KHONG-CO-MA-NAY']
    const { page, foreign } = await desk.specialist.client.handovers.confirm({
      ...{ batch, confirmed: [], missing: [ids[1]], codes: [...codes, codes[0] ?? ''] },
      ...NOW,
    })
    expect(foreign).toEqual([
      { code: codes[1], id: stranger },
      { code: 'KHONG-CO-MA-NAY', id: null },
    ])
    expect(page.row).toMatchObject({ given: 1, confirmed: 1, missing: 1 })
    const rowOf = async (id: number) => (await desk.client.dossiers.get({ id })).row
    expect(await rowOf(ids[0])).toMatchObject({
      ...{ holderName: 'Trần Văn Thụ', state: 'in-process', handedTo: null, step: { role: 'processing' } },
    })
    expect(await rowOf(ids[1])).toMatchObject({ holderId: null, handedTo: null, step: { role: 'counter' } })
    expect(await rowOf(ids[2])).toMatchObject({ holderId: null, handedTo: desk.specialist.id })
    expect(await rowOf(stranger)).toMatchObject({ holderId: null, state: 'accepted' })
    const rest = { batch, ...NOTHING, confirmed: [ids[2]], ...NOW }
    expect((await desk.specialist.client.handovers.confirm(rest)).page).toMatchObject({
      row: { given: 0, confirmed: 2 },
      canConfirm: false,
    })
  })

  it('is for the receiver and the head', async () => {
    const { desk, ids, batch } = await given()
    const answer = { batch, ...NOTHING, confirmed: [ids[0]], ...NOW }
    for (const { client } of [desk.counter, desk.other]) {
      expect((await refusalOf(client.handovers.confirm(answer))).code).toBe('not-the-receiver')
    }
    expect((await desk.head.client.handovers.confirm(answer)).page.row.confirmed).toBe(1)
  })

  it('is refused of nothing, twice, of what is not in it (any more), of an unknown batch, or before it was given', async () => {
    const { desk, ids, batch } = await given()
    const confirm = desk.specialist.client.handovers.confirm
    const answer = { batch, ...NOTHING, ...NOW }
    expect(await fieldsOf(confirm(answer))).toEqual([['confirmed', 'required']])
    expect(await fieldsOf(confirm({ ...answer, confirmed: [ids[0], ids[0]] }))).toEqual([
      ['confirmed.1', 'twice'],
    ])
    expect(await fieldsOf(confirm({ ...answer, confirmed: [ids[0]], missing: [ids[0]] }))).toEqual([
      ['missing.0', 'twice'],
    ])
    expect((await refusalOf(confirm({ ...answer, batch: 7, confirmed: [ids[0]] }))).code).toBe('not-found')
    const stranger = await received(desk, desk.exchange)
    await desk.client.dossiers.recordStep({
      ...{ id: ids[1], version: 2, step: 'withdrawn', holderId: null },
      ...{ happenedOn: civilDate('2026-11-23'), happenedAt: null, note: '' },
    })
    const all = { ...answer, confirmed: [ids[0], stranger, ids[1], 999] }
    expect(await fieldsOf(confirm(all))).toEqual([
      ['confirmed.1', 'not-in-batch'],
      ['confirmed.2', 'step-not-allowed'],
      ['confirmed.3', 'not-found'],
    ])
    const early = { happenedOn: civilDate('2026-11-23'), happenedAt: '2026-11-23T01:59:00.000Z' }
    expect(await fieldsOf(confirm({ ...answer, ...early, confirmed: [ids[0]] }))).toEqual([
      ['confirmed.0', 'moment-before-handover'],
    ])
    const { row } = await desk.client.handovers.get({ batch })
    expect(row).toMatchObject({ given: 2, confirmed: 0, missing: 0, superseded: 1 })
  })

  it('brings results to the counter, which hands them out', async () => {
    const desk = await openDesk()
    const { specialist, counter } = desk
    const today = { happenedOn: civilDate('2026-11-23'), happenedAt: null, holderId: null, note: '' }
    const ids = [
      await received(desk, desk.exchange, specialist.id),
      await received(desk, desk.transfer, specialist.id),
    ]
    for (const id of ids) {
      await specialist.client.dossiers.recordStep({ id, version: 2, step: 'result-ready', ...today })
    }
    const { row, items } = await specialist.client.handovers.give({
      ...{
        dossiers: await chosen(desk, ...ids),
        fromId: null,
        toId: counter.id,
        to: { kind: 'stay' },
        ...NOW,
      },
    })
    expect(items.map(({ state, step }) => [state, step])).toEqual([
      ['given', null],
      ['given', null],
    ])
    const { batch } = row
    await counter.client.handovers.confirm({ batch, ...NOTHING, confirmed: ids, ...NOW })
    for (const id of ids) {
      const page = await counter.client.dossiers.get({ id })
      expect(page.row).toMatchObject({ state: 'result-ready', holderName: 'Lê Thị Cửa', handedTo: null })
      const way = { to: 'Nguyễn Văn A', way: 'counter' } as const
      const { row: last } = await counter.client.dossiers.recordStep({
        ...{ id, version: page.version, step: 'returned', ...today, ...way },
      })
      expect(last.state).toBe('returned')
    }
  })

  it('lets nobody move a dossier beside it while it is open', async () => {
    const { desk, ids } = await given()
    const dossiers = await chosen(desk, ids[0])
    for (const { client } of [desk.specialist, desk.counter, desk.head]) {
      expect(await fieldsOf(client.steps.take({ dossiers, ...NOW }))).toEqual([
        ['dossiers.0', 'handover-open'],
      ])
    }
  })
})

describe('the lists of batches', () => {
  it('are those that wait for me, those I gave, and all', async () => {
    const { desk, ids, batch } = await given()
    const listOf = async ({ client }: Desk['head'], list: 'to-me' | 'from-me' | 'all') => {
      const { rows, total } = await client.handovers.list({ list, page: 0, pageSize: 10 })
      expect(rows).toHaveLength(total)
      return rows.map((row) => row.batch)
    }
    expect(await listOf(desk.specialist, 'to-me')).toEqual([batch])
    expect(await desk.specialist.client.handovers.waiting()).toBe(1)
    expect(await listOf(desk.counter, 'to-me')).toEqual([])
    expect(await listOf(desk.counter, 'from-me')).toEqual([batch])
    expect(await listOf(desk.other, 'all')).toEqual([batch])
    await desk.specialist.client.handovers.confirm({ batch, ...NOTHING, confirmed: [...ids], ...NOW })
    expect(await listOf(desk.specialist, 'to-me')).toEqual([])
    expect(await desk.specialist.client.handovers.waiting()).toBe(0)
    expect((await refusalOf(desk.client.handovers.get({ batch: 5 }))).code).toBe('not-found')
  })
})

describe('the printed list', () => {
  it('is two leaves with number, hands and codes; it is written down, and a further print says so', async () => {
    const { desk, ids, batch } = await given()
    const print = async () => {
      const { name, content } = await desk.counter.client.handovers.print({ batch })
      expect(name).toBe('phieu-ban-giao_2026-1.pdf')
      return sheetsOf(new Uint8Array(Buffer.from(content, 'base64')))
    }
    const [first, second] = await print()
    for (const leaf of [first, second]) {
      expect(leaf).toContain('Số: 1/PBG')
      expect(leaf).toContain('Bên giao: Bộ phận Tiếp nhận và Trả kết quả - Lê Thị Cửa')
      expect(leaf).toContain('Bên nhận: Bộ phận chuyên môn - Trần Văn Thụ')
      expect(leaf).toContain(await codeOf(desk, ids[2]))
    }
    expect(first).not.toContain('bản in lần 2')
    expect((await print())[0]).toContain('bản in lần 2')
    const audit = await desk.client.audit.list({
      filter: { source: 'office', kind: 'printed', personId: null, from: null, to: null, code: '' },
      ...{ before: null, limit: 10 },
    })
    expect(audit.rows).toHaveLength(2)
  })
})

it('leaves a register that verifies', async () => {
  const { desk, ids, batch } = await given()
  await desk.specialist.client.handovers.confirm({
    ...{ batch, ...NOTHING, confirmed: [ids[0]], missing: [ids[1]] },
    ...NOW,
  })
  expect(await desk.client.audit.verify()).toMatchObject({ found: 0, findings: [] })
  expect(desk.bugs).toEqual([])
}, 30_000)
