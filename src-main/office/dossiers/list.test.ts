import { civilDate } from '../../domain/civil-date.ts'
import { describe, expect, it } from 'vitest'
import { openTestCore, procedureId, receptionOf } from '../test-core.ts'
import { type ListRequest, isQuick } from './list.ts'

const request: ListRequest = {
  filter: {
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
  },
  sort: { field: 'acceptedOn', descending: true },
  moment: {
    today: civilDate('2026-11-23'),
    soon: civilDate('2026-11-26'),
    user: 1,
    masked: false,
    now: '2026-11-23T02:00:00.000Z',
  },
  page: { limit: 50, offset: 0 },
}

describe('a list of the whole register', () => {
  it('in the order of an index is read at once, others in the worker', () => {
    expect(isQuick(request)).toBe(true)
    expect(isQuick({ ...request, sort: { field: 'commune', descending: false } })).toBe(false)
    expect(isQuick({ ...request, filter: { ...request.filter, state: 'returned' } })).toBe(false)
    expect(isQuick({ ...request, page: { limit: 50, offset: 900_000 } })).toBe(false)
    expect(isQuick({ ...request, filter: { ...request.filter, queue: 'late', state: 'in-process' } })).toBe(
      true,
    )
  })
  it('is the same list from the worker', async () => {
    const { client } = await openTestCore()
    const id = await procedureId(client, 'transfer')
    for (const commune of ['Vĩnh Hải', 'Phước Long', 'Vạn Thạnh']) {
      await client.reception.receive(receptionOf(id, { commune }))
    }
    const sort = { field: 'commune' as const, descending: false }
    const { rows, total } = await client.dossiers.list({
      filter: request.filter,
      sort,
      page: 0,
      pageSize: 50,
    })
    expect([rows.map((row) => row.commune), total]).toEqual([['Phước Long', 'Vạn Thạnh', 'Vĩnh Hải'], 3])
  })
})
