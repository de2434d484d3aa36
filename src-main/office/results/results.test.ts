import { describe, expect, it } from 'vitest'
import type { Input, OfficeClient } from '../../contract/index.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

/** Three results: ready on 2, 5 and 12/3/2026; today is Friday 13/3. */
async function withResults(): Promise<TestCore> {
  const test = await openTestCore({ now: '2026-03-02T02:00:00.000Z' })
  const { client, setNow } = test
  const id = await procedureId(client, 'exchange-certificate', '2026-03-02')
  for (const [index, name] of ['An', 'Bình', 'Châu'].entries()) {
    const way = index === 1 ? 'post' : 'counter'
    await client.reception.receive(
      receptionOf(id, { applicantName: name, returnWay: way, phone: '0905123456' }),
    )
  }
  setNow('2026-03-13T02:00:00.000Z')
  for (const [index, on] of ['2026-03-02', '2026-03-05', '2026-03-12'].entries()) {
    await client.dossiers.recordStep({
      ...{ id: index + 1, version: 1, step: 'result-ready', happenedOn: civilDate(on) },
      ...{ happenedAt: null, holderId: null, note: '' },
    })
  }
  return test
}
const list = (client: OfficeClient, minAge = 0, search = '') =>
  client.results.list({ minAge, search, page: 0, pageSize: 50 })
const hand = (client: OfficeClient, more: Partial<Input<'results', 'returnAll'>> = {}) =>
  client.results.returnAll({
    dossiers: [
      { id: 1, version: 2 },
      { id: 2, version: 2 },
    ],
    ...{ happenedOn: civilDate('2026-03-13'), to: 'An', way: 'counter', tracking: '', note: '' },
    ...more,
  })

describe('results not collected', () => {
  it('lie with their age in working days, the oldest first', async () => {
    const { client } = await withResults()
    const { rows, total } = await list(client)
    expect(total).toBe(3)
    expect(rows.map(({ applicantName, age, returnWay }) => [applicantName, age, returnWay])).toEqual([
      ['An', 9, 'counter'],
      ['Bình', 6, 'post'],
      ['Châu', 1, 'counter'],
    ])
  })
  it('are cut by age to the day, and found by name', async () => {
    const { client } = await withResults()
    const names = async (minAge: number, search = '') =>
      (await list(client, minAge, search)).rows.map(({ applicantName }) => applicantName)
    expect([await names(1), await names(2), await names(6)]).toEqual([
      ['An', 'Bình', 'Châu'],
      ['An', 'Bình'],
      ['An', 'Bình'],
    ])
    expect([await names(7), await names(9), await names(10)]).toEqual([['An'], ['An'], []])
    expect(await names(0, 'binh')).toEqual(['Bình'])
    expect(await names(2000)).toEqual([])
  })
  it('tell of the last reminder', async () => {
    const { client } = await withResults()
    await client.forms.reminders({ ids: [1] })
    const { rows } = await list(client)
    expect(rows.map(({ reminded }) => reminded)).toEqual([{ on: '2026-03-13', copies: 1 }, null, null])
  })
  it('leave as an Excel file', async () => {
    const { client } = await withResults()
    const file = await client.results.export({ minAge: 2, search: '', language: 'vi' })
    expect(file.name).toMatch(/^ket-qua-chua-tra_.*_2026-03-13\.xlsx$/)
  })
})

describe('several results handed out at once', () => {
  it('are all returned to one person', async () => {
    const { client } = await withResults()
    expect(await hand(client)).toEqual({ count: 2 })
    const page = await client.dossiers.get({ id: 2 })
    expect(page).toMatchObject({ row: { state: 'returned' }, returnedTo: { to: 'An', way: 'counter' } })
    expect((await list(client)).total).toBe(1)
  })
  it('or none, when one of them cannot be', async () => {
    const { client } = await withResults()
    const pair = (version: number) => [
      { id: 1, version: 2 },
      { id: 3, version },
    ]
    expect((await refusalOf(hand(client, { dossiers: pair(1) }))).code).toBe('dossier-changed')
    // Ready on the 12th: not handed out on the 11th.
    const early = hand(client, { dossiers: pair(2), happenedOn: civilDate('2026-03-11') })
    expect((await refusalOf(early)).fields[0]).toMatchObject({ code: 'date-before-result' })
    expect((await list(client)).total).toBe(3)
    await hand(client)
    expect((await refusalOf(hand(client, { dossiers: [{ id: 1, version: 3 }] }))).code).toBe(
      'step-not-allowed',
    )
  })
  it('name who takes them, and the number the post tracks them by', async () => {
    const { client } = await withResults()
    const wrong: [Partial<Input<'results', 'returnAll'>>, string, string][] = [
      [{ to: ' ' }, 'to', 'required'],
      [{ way: 'post' }, 'tracking', 'required'],
      [{ tracking: 'EA1' }, 'tracking', 'only-post'],
      [{ dossiers: [] }, 'dossiers', 'required'],
      [{ happenedOn: civilDate('2026-03-14') }, 'happenedOn', 'date-in-future'],
    ]
    for (const [more, field, code] of wrong) {
      expect((await refusalOf(hand(client, more))).fields).toEqual([expect.objectContaining({ field, code })])
    }
  })
})
