import { describe, expect, it } from 'vitest'
import type { Input, OfficeClient } from '../../contract/index.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const WAIT = { id: 1, version: 1, stops: true, document: '', note: '' }
const TODAY = civilDate('2026-03-06')

/** A dossier accepted on Monday 2/3/2026; today is Friday 6/3. */
async function withDossier(key = 'transfer'): Promise<TestCore> {
  const test = await openTestCore({ now: '2026-03-02T02:00:00.000Z' })
  await test.client.reception.receive(receptionOf(await procedureId(test.client, key, '2026-03-02')))
  test.setNow('2026-03-06T02:00:00.000Z')
  return test
}

const slip = (client: OfficeClient, on = '2026-03-04') =>
  client.dossiers.pause({ ...WAIT, pause: 'payment', happenedOn: civilDate(on), document: '12/PCTT' })

const notice = (client: OfficeClient, more: Partial<Input<'dossiers', 'taxNotice'>> = {}) =>
  client.dossiers.taxNotice({
    ...{ id: 1, version: 2, happenedOn: civilDate('2026-03-05'), document: '77/TB-CT' },
    ...{ amount: 12_500_000, note: '' },
    ...more,
  })

const fields = async (call: Promise<unknown>) =>
  (await refusalOf(call)).fields.map(({ field, code }) => [field, code])

describe('the leg of the tax office', () => {
  it('goes from the slip over the notice to the proof, each with its day and number', async () => {
    const { client, setNow } = await withDossier()
    expect(await client.dossiers.get({ id: 1 })).toMatchObject({ taxLeg: null, canNoteTax: false })
    expect((await slip(client)).taxLeg).toEqual({
      ...{ slip: { on: '2026-03-04', document: '12/PCTT' }, notice: null, proof: null },
      ...{ officeDays: 2, payerDays: null },
    })
    const noted = await notice(client)
    expect(noted).toMatchObject({ canNoteTax: true, row: { state: 'awaiting-payment' } })
    expect(noted.taxLeg).toMatchObject({
      ...{ notice: { on: '2026-03-05', document: '77/TB-CT', amount: 12_500_000 }, proof: null },
      ...{ officeDays: 1, payerDays: 1 },
    })
    setNow('2026-03-11T02:00:00.000Z')
    const paid = await client.dossiers.resume({
      ...{ id: 1, version: 3, happenedOn: civilDate('2026-03-10'), document: 'BL 0042', note: '' },
    })
    expect(paid.taxLeg).toMatchObject({
      ...{ proof: { on: '2026-03-10', document: 'BL 0042' }, officeDays: 1, payerDays: 3 },
    })
    expect(paid.canNoteTax).toBe(false)
    // The notice moved nothing: the proof alone is day 0 of the second phase.
    expect(paid.row.dueOn).toBe('2026-03-13')
  })
  it('does not see a slip that was called off', async () => {
    const { client } = await withDossier()
    await slip(client)
    const page = await client.dossiers.correct({
      ...{ id: 1, version: 2, reason: 'ghi nhầm', changes: null, redated: null, revoked: 2 },
    })
    expect(page.taxLeg).toBeNull()
  })
  it('takes no notice that makes no sense', async () => {
    const { client } = await withDossier()
    expect((await refusalOf(notice(client, { version: 1 }))).code).toBe('step-not-allowed')
    await slip(client)
    for (const [more, expected] of [
      [{ document: ' ' }, ['document', 'required']],
      [{ document: 'x'.repeat(101) }, ['document', 'too-long']],
      [{ amount: -1 }, ['amount', 'not-a-count']],
      [{ amount: 0.5 }, ['amount', 'not-a-count']],
      [{ amount: 10_000_000_000_000 }, ['amount', 'too-large']],
      [{ note: 'x'.repeat(1001) }, ['note', 'too-long']],
      [{ happenedOn: civilDate('2026-03-07') }, ['happenedOn', 'date-in-future']],
      [{ happenedOn: civilDate('2026-03-03') }, ['happenedOn', 'date-before-last-step']],
    ] as const) {
      expect(await fields(notice(client, more))).toEqual([expected])
    }
    expect((await refusalOf(notice(client, { version: 1 }))).code).toBe('dossier-changed')
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(2)
  })
})

describe('another agency', () => {
  const ask = (client: OfficeClient, more: Partial<Input<'dossiers', 'pause'>> = {}) =>
    client.dossiers.pause({ ...WAIT, pause: 'agency', happenedOn: TODAY, ...more })

  it('has a term of its own, counted by the clock from the day it was asked', async () => {
    const { client } = await withDossier('correct-certificate')
    const within = { term: 5, unit: 'working-day' } as const
    const change = { kind: 'pause', pause: 'agency', on: TODAY, answerWithin: within } as const
    const day = '2026-03-13'
    expect((await client.dossiers.previewPause({ id: 1, change })).answerBy).toBe(day)
    const page = await ask(client, { agency: 'UBND phường Lộc Thọ', answerWithin: within })
    expect(page.waitsFor).toEqual({ agency: 'UBND phường Lộc Thọ', answerBy: day, posting: null })
    const details = page.timeline.at(-1)?.details
    expect(details).toContainEqual({ key: 'answerBy', value: day, as: 'date' })
    expect((await client.dossiers.agencies())[0]).toBe('UBND phường Lộc Thọ')
  })
  it('in calendar days its term ends on a working day', async () => {
    const { client } = await withDossier('correct-certificate')
    const page = await ask(client, { agency: 'Tòa án', answerWithin: { term: 8, unit: 'calendar-day' } })
    // The 14th is a Saturday.
    expect(page.waitsFor?.answerBy).toBe('2026-03-16')
  })
  it('public posting runs for its days and stops the clock', async () => {
    const { client } = await withDossier('correct-certificate')
    const page = await ask(client, { posting: 15, agency: 'UBND xã' })
    expect(page).toMatchObject({ waitsFor: { posting: 15, answerBy: '2026-03-23' }, waitsRunning: null })
    expect(page.stopped).not.toBeNull()
  })
  it('has nothing of a supplement, and a supplement nothing of it', async () => {
    const { client } = await withDossier('correct-certificate')
    const within = { term: 5, unit: 'working-day' } as const
    for (const [more, expected] of [
      [{ items: ['Bản vẽ'] }, ['items', 'only-supplement']],
      [{ contact: 'Bình' }, ['contact', 'only-supplement']],
      [{ pause: 'supplement', agency: 'UBND' }, ['agency', 'only-agency']],
      [{ pause: 'payment', answerWithin: within }, ['answerWithin', 'only-agency']],
      [{ pause: 'supplement', posting: 15 }, ['posting', 'only-agency']],
      [{ posting: 15, stops: false }, ['stops', 'posting-stops']],
      [{ posting: 15, answerWithin: within }, ['answerWithin', 'posting-has-its-days']],
      [{ posting: 0 }, ['posting', 'not-a-count']],
      [{ posting: 181 }, ['posting', 'too-large']],
      [{ answerWithin: { term: 366, unit: 'working-day' } }, ['answerWithin.term', 'too-large']],
      [{ agency: 'x'.repeat(201) }, ['agency', 'too-long']],
    ] as const) {
      const input = { ...more, ...('items' in more ? { items: [...more.items] } : {}) }
      expect(await fields(ask(client, input as Partial<Input<'dossiers', 'pause'>>))).toEqual([expected])
    }
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(1)
  })
})

describe('a supplement', () => {
  it('keeps what is to be handed in, item by item, and whom to turn to', async () => {
    const { client } = await withDossier('correct-certificate')
    const items = ['Bản vẽ hiện trạng', 'Giấy ủy quyền']
    const page = await client.dossiers.pause({
      ...{ ...WAIT, pause: 'supplement', happenedOn: TODAY, items, contact: 'Bình, 0901234567' },
    })
    expect(page.timeline.at(-1)?.details).toEqual([
      { key: 'items', value: 'Bản vẽ hiện trạng; Giấy ủy quyền', as: 'text' },
      { key: 'contact', value: 'Bình, 0901234567', as: 'text' },
    ])
    const many = Array.from({ length: 41 }, (_, index) => `Mục ${index}`)
    const again = { ...WAIT, pause: 'supplement', happenedOn: TODAY } as const
    expect(await fields(client.dossiers.pause({ ...again, items: many }))).toEqual([['items', 'too-many']])
    expect(await fields(client.dossiers.pause({ ...again, items: [' '] }))).toEqual([['items.0', 'required']])
  })
})

describe('an end', () => {
  const end = (client: OfficeClient, more: Partial<Input<'dossiers', 'recordStep'>>) =>
    client.dossiers.recordStep({
      ...{ id: 1, version: 1, step: 'refused', happenedOn: TODAY, happenedAt: null, holderId: null },
      ...{ note: 'Không đủ điều kiện', ...more },
    })

  it('shows early, on time or late before it is saved, the days it stood still left out', async () => {
    const { client, setNow } = await withDossier('correct-certificate')
    const preview = (on: string) =>
      client.dossiers.previewPause({
        id: 1,
        change: { kind: 'end', step: 'result-ready', on: civilDate(on) },
      })
    expect((await preview('2026-03-06')).ending).toEqual({ standing: 'early', workingDays: 4 })
    setNow('2026-03-20T02:00:00.000Z')
    expect((await preview('2026-03-12')).ending).toEqual({ standing: 'on-time', workingDays: 0 })
    expect((await preview('2026-03-20')).ending).toEqual({ standing: 'late', workingDays: -6 })
    await client.dossiers.pause({ ...WAIT, pause: 'agency', happenedOn: TODAY })
    expect(await preview('2026-03-20')).toMatchObject({
      ...{ dueBefore: '2026-03-12', dueAfter: '2026-03-26', ending: { standing: 'early', workingDays: 4 } },
    })
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(2)
  })
  it('is not previewed where it is not allowed, nor in the future', async () => {
    const { client } = await withDossier('correct-certificate')
    const change = { kind: 'end', step: 'refused', on: civilDate('2026-03-09') } as const
    expect(await fields(client.dossiers.previewPause({ id: 1, change }))).toEqual([['on', 'date-in-future']])
    await end(client, {})
    const again = client.dossiers.previewPause({ id: 1, change: { ...change, on: TODAY } })
    expect((await refusalOf(again)).code).toBe('step-not-allowed')
  })
  it('by refusal needs a reason; its document is kept', async () => {
    const { client } = await withDossier('correct-certificate')
    expect(await fields(end(client, { note: '' }))).toEqual([['note', 'required']])
    expect(await fields(end(client, { document: 'x'.repeat(101) }))).toEqual([['document', 'too-long']])
    expect(await fields(end(client, { tracking: 'EA1' }))).toEqual([['tracking', 'not-for-this-step']])
    const page = await end(client, { document: '5/PTC' })
    expect(page.timeline.at(-1)).toMatchObject({ document: '5/PTC', note: 'Không đủ điều kiện' })
    expect((await refusalOf(end(client, { version: page.version }))).code).toBe('step-not-allowed')
  })
  it('and handing out by post needs the tracking number', async () => {
    const { client } = await withDossier('correct-certificate')
    await end(client, { step: 'result-ready', note: '' })
    const hand = (more: Partial<Input<'dossiers', 'recordStep'>>) =>
      end(client, { version: 2, step: 'returned', to: 'Nguyễn Văn A', note: '', ...more })
    expect(await fields(hand({ way: 'post' }))).toEqual([['tracking', 'required']])
    expect(await fields(hand({ way: 'counter', tracking: 'EA1' }))).toEqual([['tracking', 'only-post']])
    expect(await fields(hand({ way: 'counter', document: '1' }))).toEqual([['document', 'not-for-this-step']])
    const page = await hand({ way: 'post', tracking: 'EA123456789VN' })
    expect(page.returnedTo).toEqual({ to: 'Nguyễn Văn A', way: 'post', tracking: 'EA123456789VN' })
  })
})

describe('a note', () => {
  it('is kept in every state and moves nothing', async () => {
    const { client } = await withDossier('correct-certificate')
    const before = await client.dossiers.get({ id: 1 })
    const page = await client.dossiers.note({ id: 1, note: 'Gọi điện, hẹn thứ Hai' })
    expect(page.timeline.at(-1)).toMatchObject({ kind: 'noted', note: 'Gọi điện, hẹn thứ Hai' })
    expect({ ...page.row }).toEqual({ ...before.row, version: 2 })
    expect(await fields(client.dossiers.note({ id: 1, note: '  ' }))).toEqual([['note', 'required']])
    expect(await fields(client.dossiers.note({ id: 1, note: 'x'.repeat(1001) }))).toEqual([
      ['note', 'too-long'],
    ])
    expect((await refusalOf(client.dossiers.note({ id: 9, note: 'x' }))).code).toBe('not-found')
  })
})
