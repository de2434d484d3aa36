import { describe, expect, it, vi } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { refusalOf } from '../test-core.ts'
import { type Desk, NOW, chosen, openDesk, received } from './testing.ts'

vi.mock('node:crypto', async (original) => (await import('../people/cheap-hashes.ts')).cheapCrypto(original))

const where = async ({ client }: Pick<Desk, 'client'>, id: number) => {
  const { row } = await client.dossiers.get({ id })
  return [row.step?.index, row.step?.role, row.holderName, row.state]
}
const refusals = async (call: Promise<unknown>) =>
  (await refusalOf(call)).fields.map(({ field, code }) => [field, code])

describe('taking and assigning', () => {
  it('takes dossiers off the counter, all that were chosen, into the first step after it', async () => {
    const desk = await openDesk()
    const ids = [await received(desk, desk.exchange), await received(desk, desk.transfer)]
    const dossiers = await chosen(desk, ...ids)
    expect(await desk.specialist.client.steps.take({ dossiers, ...NOW })).toEqual({ moved: 2 })
    for (const id of ids)
      expect(await where(desk, id)).toEqual([1, 'processing', 'Trần Văn Thụ', 'in-process'])
    const { timeline } = await desk.client.dossiers.get({ id: ids[0] ?? 0 })
    expect(timeline.find(({ kind }) => kind === 'taken')).toMatchObject({
      lateEntry: false,
      details: [
        { key: 'step', value: 'processing' },
        { key: 'left', value: 'on-time' },
      ],
    })
  })

  it('changes the holder alone in a later step, while it waits, and once the result is there', async () => {
    const desk = await openDesk()
    const [waits, ready] = [
      await received(desk, desk.exchange, desk.specialist.id),
      await received(desk, desk.exchange, desk.specialist.id),
    ]
    const on = { happenedOn: civilDate('2026-11-23'), document: '', note: '' }
    await desk.client.dossiers.pause({ id: waits, version: 2, pause: 'supplement', ...on })
    await desk.client.dossiers.recordStep({
      ...{ id: ready, version: 2, step: 'result-ready', holderId: null },
      ...{ happenedOn: civilDate('2026-11-23'), happenedAt: null, note: '' },
    })
    const dossiers = await chosen(desk, waits, ready)
    await desk.client.steps.assign({ dossiers, holderId: desk.other.id, ...NOW })
    expect(await where(desk, waits)).toEqual([1, 'processing', 'Phạm Thị Lý', 'awaiting-supplement'])
    expect(await where(desk, ready)).toEqual([3, 'return', 'Phạm Thị Lý', 'result-ready'])
  })

  it('is refused for what somebody else has, save for the head and who has it', async () => {
    const desk = await openDesk()
    const id = await received(desk, desk.exchange, desk.specialist.id)
    const dossiers = await chosen(desk, id)
    expect((await refusalOf(desk.other.client.steps.take({ dossiers, ...NOW }))).fields).toMatchObject([
      { field: 'dossiers.0', code: 'held-by-another', params: { holder: 'Trần Văn Thụ' } },
    ])
    const give = { dossiers, holderId: desk.other.id, ...NOW }
    expect(await refusals(desk.counter.client.steps.assign(give))).toEqual([
      ['dossiers.0', 'held-by-another'],
    ])
    await desk.specialist.client.steps.assign(give)
    await desk.head.client.steps.assign({
      ...give,
      dossiers: await chosen(desk, id),
      holderId: desk.counter.id,
    })
    expect((await where(desk, id))[2]).toBe('Lê Thị Cửa')
  })

  it('holds the page of one dossier to the same rule', async () => {
    const desk = await openDesk()
    const id = await received(desk, desk.exchange, desk.specialist.id)
    const taken = {
      ...{ id, version: 2, step: 'taken' as const, holderId: desk.other.id },
      ...{ happenedOn: civilDate('2026-11-23'), happenedAt: null, note: '' },
    }
    expect((await refusalOf(desk.other.client.dossiers.recordStep(taken))).code).toBe('held-by-another')
    expect(await desk.specialist.client.dossiers.recordStep(taken)).toMatchObject({ version: 3 })
  })
})

describe('passing on and sending back', () => {
  it('goes step by step, or to a later one, and says how each was left', async () => {
    const desk = await openDesk()
    const id = await received(desk, desk.exchange, desk.specialist.id)
    const { client } = desk.specialist
    desk.setNow('2026-12-30T02:00:00.000Z')
    await client.steps.passOn({
      ...{ dossiers: await chosen(desk, id), to: { kind: 'next' }, holderId: desk.head.id },
      ...NOW,
    })
    expect((await where(desk, id)).slice(0, 3)).toEqual([2, 'signature', 'Nguyễn Văn Cửa'])
    const path = await client.steps.path({ id })
    expect(path.steps.map(({ state, left }) => [state, left])).toEqual([
      ['passed', null],
      ['passed', 'late'],
      ['current', null],
      ['ahead', null],
    ])
    await desk.client.steps.passOn({
      ...{ dossiers: await chosen(desk, id), to: { kind: 'role', role: 'return' }, holderId: null },
      ...NOW,
    })
    expect((await where(desk, id)).slice(0, 3)).toEqual([3, 'return', null])
  })

  it('goes back to whoever had it there, with the reason', async () => {
    const desk = await openDesk()
    const id = await received(desk, desk.exchange, desk.specialist.id)
    const next = async () => ({ dossiers: await chosen(desk, id), ...NOW })
    await desk.client.steps.passOn({ ...(await next()), to: { kind: 'next' }, holderId: desk.head.id })
    const back = { ...(await next()), to: { kind: 'previous' as const }, holderId: null }
    expect((await refusalOf(desk.client.steps.sendBack(back))).fields).toMatchObject([
      { field: 'note', code: 'required' },
    ])
    await desk.client.steps.sendBack({ ...back, note: 'Thiếu bản vẽ' })
    expect((await where(desk, id)).slice(0, 3)).toEqual([1, 'processing', 'Trần Văn Thụ'])
    const { timeline } = await desk.client.dossiers.get({ id })
    const entry = timeline.find(({ note }) => note === 'Thiếu bản vẽ')
    expect(entry?.details).toContainEqual({ key: 'back', value: 'yes', as: 'word' })
  })

  it('keeps the day it happened and marks what is entered later', async () => {
    const desk = await openDesk()
    const id = await received(desk, desk.exchange, desk.specialist.id)
    desk.setNow('2026-11-26T02:00:00.000Z')
    await desk.client.steps.passOn({
      ...{ dossiers: await chosen(desk, id), to: { kind: 'next' }, holderId: null, note: '' },
      ...{ happenedOn: civilDate('2026-11-23'), happenedAt: '2026-11-23T08:00:00.000Z' },
    })
    const { timeline } = await desk.client.dossiers.get({ id })
    expect(timeline.find(({ kind }) => kind === 'passed')).toMatchObject({
      lateEntry: true,
      happenedAt: '2026-11-23T08:00:00.000Z',
      enteredAt: '2026-11-26T02:00:00.000Z',
    })
  })
})

describe('a change of several dossiers', () => {
  it('changes none where one stands in the way, and names each that does', async () => {
    const desk = await openDesk()
    const mine = await received(desk, desk.exchange, desk.specialist.id)
    const theirs = await received(desk, desk.exchange, desk.other.id)
    const ended = await received(desk, desk.exchange, desk.specialist.id)
    const waits = await received(desk, desk.exchange, desk.specialist.id)
    const on = { happenedOn: civilDate('2026-11-23'), document: '', note: '' }
    await desk.client.dossiers.pause({ id: waits, version: 2, pause: 'supplement', ...on })
    await desk.client.dossiers.recordStep({
      ...{ id: ended, version: 2, step: 'withdrawn', holderId: null },
      ...{ happenedOn: civilDate('2026-11-23'), happenedAt: null, note: '' },
    })
    const dossiers = [...(await chosen(desk, mine, theirs, ended, waits)), { id: 99, version: 1 }]
    const stale = { id: await received(desk, desk.exchange), version: 7 }
    const call = desk.specialist.client.steps.passOn({
      ...{ dossiers: [...dossiers, stale], to: { kind: 'next' }, holderId: null },
      ...NOW,
    })
    const refusal = await refusalOf(call)
    expect(refusal).toMatchObject({ code: 'dossiers-refused', params: { refused: 5, of: 6 } })
    expect(refusal.fields.map(({ field, code }) => [field, code])).toEqual([
      ['dossiers.1', 'held-by-another'],
      ['dossiers.2', 'step-not-allowed'],
      ['dossiers.3', 'step-not-allowed'],
      ['dossiers.4', 'not-found'],
      ['dossiers.5', 'dossier-changed'],
    ])
    expect(refusal.fields[0]?.params['dossier']).toMatch(/^000\.00\.22\.H32-261123-/)
    expect(await where(desk, mine)).toEqual([1, 'processing', 'Trần Văn Thụ', 'in-process'])
  })

  it('is refused when it is of nothing, twice of the same, too many, of nobody, or not yet', async () => {
    const desk = await openDesk()
    const id = await received(desk, desk.exchange)
    const [one] = await chosen(desk, id)
    if (one === undefined) throw new Error('none chosen')
    const { steps } = desk.client
    expect(await refusals(steps.take({ dossiers: [], ...NOW }))).toEqual([['dossiers', 'required']])
    expect(await refusals(steps.take({ dossiers: [one, one], ...NOW }))).toEqual([['dossiers.1', 'twice']])
    const many = Array.from({ length: 201 }, (_, index) => ({ id: index + 1, version: 1 }))
    expect(await refusals(steps.take({ dossiers: many, ...NOW }))).toEqual([['dossiers', 'too-many']])
    expect(await refusals(steps.assign({ dossiers: [one], holderId: 999, ...NOW }))).toEqual([
      ['holderId', 'not-found'],
    ])
    const tomorrow = { happenedOn: civilDate('2026-11-24'), happenedAt: null, note: '' }
    expect(await refusals(steps.take({ dossiers: [one], ...tomorrow }))).toEqual([
      ['happenedOn', 'date-in-future'],
    ])
    const before = { ...tomorrow, happenedOn: civilDate('2026-11-20') }
    expect(await refusals(steps.take({ dossiers: [one], ...before }))).toEqual([
      ['dossiers.0', 'date-before-acceptance'],
    ])
    const odd = { ...NOW, happenedAt: '2026-11-23T01:00:00.000Z' }
    expect(await refusals(steps.take({ dossiers: [one], ...odd }))).toEqual([
      ['happenedAt', 'moment-not-on-date'],
    ])
    await steps.take({ dossiers: [one], ...NOW })
    expect(await refusals(steps.take({ dossiers: await chosen(desk, id), ...NOW }))).toEqual([
      ['dossiers.0', 'has-it-already'],
    ])
  })

  it.each([
    [{ kind: 'step', index: 1 }],
    [{ kind: 'step', index: 30 }],
    [{ kind: 'role', role: 'counter' }],
    [{ kind: 'role', role: 'tax' }],
  ] as const)('is refused where the path has no such step ahead: %o', async (to) => {
    const desk = await openDesk()
    const dossiers = await chosen(desk, await received(desk, desk.exchange, desk.head.id))
    expect(await refusals(desk.client.steps.passOn({ dossiers, to, holderId: null, ...NOW }))).toEqual([
      ['dossiers.0', 'no-such-step'],
    ])
  })
})

describe('waiting for somebody else', () => {
  const on = (day: string) => ({ happenedOn: civilDate(day), document: '', note: '' })

  it('for payment is the tax step; paid, the dossier goes on to the step after it', async () => {
    const desk = await openDesk()
    const id = await received(desk, desk.transfer, desk.specialist.id)
    await desk.client.dossiers.pause({ id, version: 2, pause: 'payment', ...on('2026-11-23') })
    expect((await where(desk, id)).slice(0, 2)).toEqual([2, 'tax'])
    const { steps } = await desk.client.steps.path({ id })
    expect(steps[1]).toMatchObject({ state: 'passed', left: 'early' })
    expect(steps[2]).toMatchObject({ state: 'current', agency: 'Cơ quan thuế', dueAt: null, behind: false })
    desk.setNow('2026-12-10T02:00:00.000Z')
    await desk.client.dossiers.resume({ id, version: 3, ...on('2026-12-09') })
    expect(await where(desk, id)).toEqual([3, 'processing', 'Trần Văn Thụ', 'in-process'])
  })

  it('keeps what the step had used, and begins it again where the dossier does', async () => {
    const desk = await openDesk()
    const rest = { ...on('2026-11-25') }
    const agency = await received(desk, desk.exchange, desk.specialist.id)
    const supplement = await received(desk, desk.exchange, desk.specialist.id)
    desk.setNow('2026-11-27T02:00:00.000Z')
    await desk.client.dossiers.pause({ id: agency, version: 2, pause: 'agency', ...rest })
    await desk.client.dossiers.pause({ id: supplement, version: 2, pause: 'supplement', ...rest })
    const resumed = on('2026-11-27')
    await desk.client.dossiers.resume({ id: agency, version: 3, ...resumed })
    await desk.client.dossiers.resume({ id: supplement, version: 3, ...resumed })
    const used = async (id: number) => (await desk.client.dossiers.get({ id })).row.step?.dueAt
    const whole = await used(supplement)
    const left = await used(agency)
    // Four days from Friday on; and those less Monday from 9:00 to 17:00, the 24th being a day off.
    expect([whole, left]).toEqual(['2026-12-02T10:00:00.000Z', '2026-12-02T02:00:00.000Z'])
  })
})

it('counts what stands in the steps of each role, of one holder or of all', async () => {
  const desk = await openDesk()
  await received(desk, desk.exchange)
  await received(desk, desk.exchange, desk.specialist.id)
  await received(desk, desk.transfer, desk.other.id)
  expect(await desk.client.steps.counts({ holderId: null })).toEqual([
    { role: 'counter', n: 1 },
    { role: 'processing', n: 2 },
  ])
  expect(await desk.client.steps.counts({ holderId: desk.other.id })).toEqual([{ role: 'processing', n: 1 }])
})

it('shows the path of a dossier nobody has taken yet, and offers no way back', async () => {
  const desk = await openDesk()
  const path = await desk.client.steps.path({ id: await received(desk, desk.exchange) })
  expect(path.steps.map(({ state }) => state)).toEqual(['current', 'ahead', 'ahead', 'ahead'])
  expect(path).toMatchObject({ handover: null, canTake: true, canPassOn: true, canSendBack: false })
})
