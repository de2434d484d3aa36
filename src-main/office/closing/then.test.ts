/**
 * What was closed is shown as it was closed, whatever came after; and figures can be had as they were known at any moment.
 */
import { expect, it, vi } from 'vitest'
import type { FigureCell } from '../../contract/dossier-list.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { readClosedPeriod } from '../../documents/closed-period-file.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { COLUMN_KEYS } from '../../domain/figure-class.ts'
import { BREAKDOWNS } from '../../domain/figure-tables.ts'
import { changeOf, day, make } from '../calendar/testing.ts'
import { receptionOf, refusalOf } from '../test-core.ts'
import { DECEMBER, NOVEMBER, closeShown, decemberDesk, step, tamper } from './testing.ts'

vi.mock('node:crypto', async (original) => (await import('../people/cheap-hashes.ts')).cheapCrypto(original))

/** How many dossiers the list behind a cell has. */
async function behind(client: OfficeClient, cell: FigureCell): Promise<number> {
  const filter = {
    ...{ queue: 'all' as const, search: '', procedureId: null, state: null, holderId: null, channel: null },
    ...{ commune: null, acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null, cell },
  }
  const sort = { field: 'code' as const, descending: false }
  return (await client.dossiers.list({ filter, sort, page: 0, pageSize: 50 })).total
}

/** The file that was saved at a closing: what was closed, written down elsewhere. */
async function closedFile(client: OfficeClient, number: number) {
  const { content } = await client.closing.file({ number })
  const file = readClosedPeriod(Buffer.from(content, 'base64').toString())
  if (file === null) throw new Error('no file')
  const { tables, times } = file.figures
  return { tables, times }
}

it('the tables of a closing stay those that were closed: after entries, another calendar, and a reopening', async () => {
  const { client, exchange, ids, setNow } = await decemberDesk()
  setNow('2027-01-04T02:00:00.000Z')
  const { number, known } = await closeShown(client, DECEMBER)
  const closed = await closedFile(client, number)
  expect(await client.closing.tables({ number })).toEqual(closed)

  await step(client, ids[1] ?? 2, 'result-ready', '2026-12-30')
  await client.reception.receive(
    receptionOf(exchange, { commune: 'Cam Lâm' }, { acceptedAt: '2026-12-28T02:00:00.000Z' }),
  )
  const off = [10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24].map((date) => day(`2026-12-${date}`, 'off'))
  await make(client, changeOf(...off))
  await client.closing.reopen({ number, reason: 'Ghi muộn' })
  await closeShown(client, DECEMBER)

  expect(await client.closing.tables({ number })).toEqual(closed)
  const again = await client.closing.tables({ number: number + 1 })
  expect(again).not.toEqual(closed)

  // Counted with the knowledge of then, by the rules kept, it is the same to the letter, and each cell opens as many.
  const query = { ...DECEMBER, method: 'original' as const, known }
  let cells = 0
  for (const { by, ...table } of closed.tables) {
    expect(await client.figures.table({ ...query, by })).toEqual(table)
    for (const { key, counts } of [{ key: null, counts: table.total }, ...table.rows]) {
      for (const column of COLUMN_KEYS) {
        if (counts[column] === 0) continue
        expect([by, key, column, await behind(client, { ...query, by, key, column })]).toEqual([
          ...[by, key, column],
          counts[column],
        ])
        cells++
      }
    }
  }
  expect(closed.tables.map(({ by }) => by).sort()).toEqual([...BREAKDOWNS].sort())
  expect(cells).toBeGreaterThan(100)
  expect(await client.figures.times(query)).toEqual(closed.times)
  const band = await client.figures.table({ ...DECEMBER, by: 'band' })
  expect(band.rows.map(({ key }) => key)).not.toEqual(
    closed.tables.find(({ by }) => by === 'band')?.rows.map(({ key }) => key),
  )
}, 60_000)

it('are read, not counted: a name of today changes nothing, and what was tampered with is not shown', async () => {
  const { client, dataDir, exchange, head } = await decemberDesk()
  await client.reception.receive(
    receptionOf(exchange, {}, { acceptedAt: '2026-11-27T02:00:00.000Z', holderId: head.id }),
  )
  const { number, known } = await closeShown(client)
  const closed = await client.closing.tables({ number })
  tamper(dataDir, "UPDATE staff SET name = name || ' mới'")
  expect(await client.closing.tables({ number })).toEqual(closed)
  const counted = await client.figures.table({ ...NOVEMBER, by: 'officer', known })
  expect({ by: 'officer', ...counted }).not.toEqual(closed?.tables.find(({ by }) => by === 'officer'))
  const { number: other } = await closeShown(client, {
    from: civilDate('2026-10-01'),
    to: civilDate('2026-10-31'),
  })
  tamper(
    dataDir,
    'UPDATE closed_period SET figures = (SELECT figures FROM closed_period WHERE number = ?) WHERE number = ?',
    [other, number],
  )
  expect(await client.closing.tables({ number })).toBeNull()
  expect(await refusalOf(client.closing.tables({ number: 9 }))).toMatchObject({ code: 'not-found' })
})

it('the summary of a period as it was known is the table of then, and holds together', async () => {
  const { client, ids, setNow } = await decemberDesk()
  const { known } = await closeShown(client)
  setNow('2026-12-05T02:00:00.000Z')
  await step(client, ids[1] ?? 2, 'result-ready', '2026-11-30')
  const asked = { ...NOVEMBER, by: 'field' as const }
  const [then, now] = [await client.figures.summary({ ...asked, known }), await client.figures.summary(asked)]
  expect([then.total.resolvedEarly, then.total.pendingInTime]).toEqual([1, 3])
  expect([now.total.resolvedEarly, now.total.pendingInTime]).toEqual([2, 2])
  // December as known then carries over what November as known then left.
  const next = await client.figures.summary({ ...DECEMBER, by: 'procedure', known })
  expect(next.total.carriedOver).toBe(3)
  for (const { identities } of [then, next]) expect(identities.every(({ holds }) => holds)).toBe(true)
  // Before anything was entered there is nothing.
  expect((await client.figures.summary({ ...asked, known: 0 })).rows).toEqual([])
})

it('a moment of knowledge is told by its last event, and by the closing made with it', async () => {
  const { client, ids, setNow } = await decemberDesk()
  const october = { from: civilDate('2026-10-01'), to: civilDate('2026-10-31') }
  await closeShown(client, october)
  const { known } = await closeShown(client)
  setNow('2026-12-05T02:00:00.000Z')
  await step(client, ids[1] ?? 2, 'result-ready', '2026-11-30')
  const told = (known: number) => client.closing.knowledge({ ...NOVEMBER, known })
  // Both closings know as much; the one of the period asked for is named.
  expect(await told(known)).toEqual({ at: '2026-12-02T02:00:00.000Z', since: 1, closing: 2 })
  expect((await client.closing.knowledge({ ...october, known })).closing).toBe(1)
  expect(await told(known - 1)).toEqual({ at: expect.any(String) as string, since: 2, closing: null })
  expect(await told(known + 1)).toEqual({ at: '2026-12-05T02:00:00.000Z', since: 0, closing: null })
  expect(await told(0)).toEqual({ at: null, since: known + 1, closing: null })
})
