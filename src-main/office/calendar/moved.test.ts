import { describe, expect, it } from 'vitest'
import type { MovedFilter, MovedOf, MovedSort } from '../../contract/calendar.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { readSheet, textOf } from '../../documents/test-reading.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'
import { changeOf, day, make, receiveAt } from './testing.ts'

const MONDAY = '2026-11-23T02:00:00.000Z'
const EVERYBODY: MovedFilter = { typed: '', effect: 'all', promised: false }
const BY_DUE: MovedSort = { field: 'dueBefore', descending: false }
const DAY_OFF = changeOf(day('2026-12-01', 'off'))
const DRAFT: MovedOf = { of: 'draft', change: DAY_OFF }

/** A part of the moved dossiers. */
function part(
  client: OfficeClient,
  list: MovedOf,
  rest: { filter?: Partial<MovedFilter>; sort?: MovedSort; offset?: number; limit?: number } = {},
) {
  const { filter = {}, sort = BY_DUE, offset = 0, limit = 500 } = rest
  return client.calendar.moved({ list, filter: { ...EVERYBODY, ...filter }, sort, offset, limit })
}

/** So many dossiers received on Monday by applicants with those names, in turn. */
async function receiveMany({ client }: TestCore, count: number, names: string[]): Promise<void> {
  const input = receptionOf(await procedureId(client, 'exchange-certificate'))
  for (let n = 0; n < count; n++) {
    const applicantName = names[n % names.length] ?? ''
    await client.reception.receive({ ...input, particulars: { ...input.particulars, applicantName } })
  }
}

/** The change the office made last. */
async function lastChange(client: OfficeClient): Promise<MovedOf> {
  return { of: 'change', changeId: (await client.calendar.changes())[0]?.id ?? 0 }
}

describe('the moved dossiers', () => {
  it('are all there, part by part, before the change is made and after', async () => {
    const test = await openTestCore()
    const { client } = test
    await receiveMany(test, 7, ['Lê Thị Đức'])
    const seen = await client.calendar.whatIf(DAY_OFF)
    const first = await part(client, DRAFT, { limit: 3 })
    expect(first).toMatchObject({ moved: 7, total: 7 })
    expect(first.dossiers).toEqual(seen.dossiers.slice(0, 3))
    const rest = [
      ...(await part(client, DRAFT, { limit: 3, offset: 3 })).dossiers,
      ...(await part(client, DRAFT, { limit: 3, offset: 6 })).dossiers,
    ]
    expect([...first.dossiers, ...rest].map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect((await part(client, DRAFT, { offset: 7 })).dossiers).toEqual([])
    await make(client, DAY_OFF)
    const made = await part(client, await lastChange(client))
    expect(made).toEqual({ moved: 7, total: 7, dossiers: seen.dossiers })
  })

  it('of a past change stay those of that day, whatever became of the dossiers', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    const id = await receiveAt(test, 'exchange-certificate', '2026-11-09T02:00:00.000Z')
    setNow(MONDAY)
    const storm = changeOf(...['10', '11', '12', '13', '16'].map((date) => day(`2026-11-${date}`, 'off')))
    await make(client, storm, 'Bão số 9')
    const list = await lastChange(client)
    await make(client, changeOf(day('2026-11-10', null)), 'Nhập nhầm')
    setNow('2026-11-30T02:00:00.000Z')
    await client.dossiers.recordStep({
      ...{ id, version: 3, step: 'result-ready', happenedOn: civilDate('2026-11-30') },
      ...{ happenedAt: null, holderId: null, note: '' },
    })
    const { dossiers, moved } = await part(client, list)
    expect(moved).toBe(1)
    expect(dossiers).toMatchObject([
      { id, dueBefore: '2026-11-16', dueAfter: '2026-11-23', effect: 'no-longer-late' },
    ])
    const again = await part(client, await lastChange(client))
    expect(again.dossiers).toMatchObject([
      { dueBefore: '2026-11-23', dueAfter: '2026-11-20', effect: 'now-late' },
    ])
  })

  it('are found by what stands in the list, and sorted by any column in Vietnamese order', async () => {
    const test = await openTestCore()
    const { client } = test
    await receiveMany(test, 4, ['Đỗ Văn Ước', 'Dương Thị An', 'Ân Văn Bình', 'An Thị Cúc'])
    const found = async (typed: string) =>
      (await part(client, DRAFT, { filter: { typed } })).dossiers.map(({ id }) => id)
    expect(await found('duong')).toEqual([2])
    expect(await found('van an')).toEqual([3])
    expect(await found('-0003')).toEqual([3])
    expect(await found('02/12/2026')).toEqual([1, 2, 3, 4])
    expect(await found('không có ai')).toEqual([])
    const names = async (descending: boolean) => {
      const { dossiers } = await part(client, DRAFT, { sort: { field: 'applicantName', descending } })
      return dossiers.map(({ applicantName }) => applicantName)
    }
    const inOrder = ['An Thị Cúc', 'Ân Văn Bình', 'Dương Thị An', 'Đỗ Văn Ước']
    expect(await names(false)).toEqual(inOrder)
    expect(await names(true)).toEqual(inOrder.toReversed())
  })

  it('can be narrowed to those that become late', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    await receiveAt(test, 'exchange-certificate', '2026-11-09T02:00:00.000Z')
    const late = await receiveAt(test, 'exchange-certificate', '2026-11-16T02:00:00.000Z')
    setNow(MONDAY)
    const days = ['10', '11', '12', '13', '16'].map((date) => day(`2026-11-${date}`, 'off'))
    const list: MovedOf = { of: 'draft', change: changeOf(...days, day('2026-11-21', 'work')) }
    const { moved, total, dossiers } = await part(client, list, { filter: { effect: 'now-late' } })
    expect([moved, total, dossiers.map(({ id }) => id)]).toEqual([2, 1, [late]])
    const { dossiers: byEffect } = await part(client, list, { sort: { field: 'effect', descending: false } })
    expect(byEffect.map(({ effect }) => effect)).toEqual(['now-late', 'none'])
  })

  it('can be narrowed to those with a receipt on paper: of a past change, to those that had one by then', async () => {
    const test = await openTestCore()
    const { client } = test
    const [first, second] = [
      await receiveAt(test, 'exchange-certificate', MONDAY),
      await receiveAt(test, 'exchange-certificate', MONDAY),
    ]
    await client.dossiers.printReceipt({ id: second })
    const promised = async (list: MovedOf): Promise<number[]> => {
      const { dossiers, total } = await part(client, list, { filter: { promised: true } })
      expect([total, dossiers.every((dossier) => dossier.promised)]).toEqual([dossiers.length, true])
      return dossiers.map(({ id }) => id)
    }
    expect(await promised(DRAFT)).toEqual([second])
    await make(client, DAY_OFF)
    // The paper printed now has the new date: nobody needs to be told.
    await client.dossiers.printReceipt({ id: first })
    const [change] = await client.calendar.changes()
    expect(await promised({ of: 'change', changeId: change?.id ?? 0 })).toEqual([second])
  })

  it('are counted again when a dossier has been received since', async () => {
    const test = await openTestCore()
    const { client } = test
    await receiveMany(test, 1, ['Lê Thị Đức'])
    expect((await part(client, DRAFT)).moved).toBe(1)
    await receiveMany(test, 1, ['Lê Thị Đức'])
    expect((await part(client, DRAFT)).moved).toBe(2)
  })

  it('of a change there never was are refused, and so is a list of days that make no sense', async () => {
    const { client } = await openTestCore()
    const none: MovedOf = { of: 'change', changeId: 99 }
    expect((await refusalOf(part(client, none))).code).toBe('not-found')
    expect((await refusalOf(client.calendar.exportMoved({ list: none, language: 'vi' }))).code).toBe(
      'not-found',
    )
    const wrong: MovedOf = { of: 'draft', change: changeOf(day('2026-12-02', 'work')) }
    expect((await refusalOf(part(client, wrong))).fields[0]).toMatchObject({ code: 'make-up-on-weekday' })
    expect((await refusalOf(part(client, DRAFT, { limit: 501 }))).code).toBe('invalid-input')
  })
})

describe('the file of the moved dossiers', () => {
  it('has every one of a past change, with its reason', async () => {
    const test = await openTestCore()
    const { client } = test
    await receiveMany(test, 620, ['Lê Thị Đức'])
    await make(client, DAY_OFF, 'Công văn 12/UBND')
    const file = await client.calendar.exportMoved({ list: await lastChange(client), language: 'vi' })
    const words = textOf(await readSheet(Buffer.from(file.content, 'base64')))
    expect(words).toContain('Lập ngày: 23/11/2026. Số hồ sơ: 620')
    expect(words).toContain('Lý do: Công văn 12/UBND')
    for (const last of ['0001', '0500', '0501', '0620'])
      expect(words).toContain(`000.00.22.H32-261123-${last}`)
  }, 30_000)
})
