import { describe, expect, it } from 'vitest'
import type { FigureChecks } from '../../contract/figure-checks.ts'
import { readSheet, rowWith, textOf } from '../../documents/test-reading.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { CHECK_KINDS, type CheckKind } from '../../domain/figure-checks.ts'
import { type DossierEvent, HistoryError } from '../../domain/dossier.ts'
import { addDossier, appendEvents } from '../../store/events.ts'
import { addImport } from '../../store/import-batches.ts'
import { acceptance, historyOf, testStore } from '../../store/test-store.ts'
import type { Store, WriteDb } from '../../store/database.ts'
import { openTestCore, procedureId, receptionOf } from '../test-core.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { type ChecksInput, checkFigures } from './checks.ts'

const JUNE: ChecksInput = {
  period: { from: civilDate('2020-06-01'), to: civilDate('2020-06-30') },
  ...{ method: 'original', kind: null, page: 0, pageSize: 50, today: civilDate('2020-06-30') },
}
const ready = { kind: 'result-ready', note: '' } as const
const taken = { kind: 'taken', holderId: 1, note: '' } as const

function check(store: Store, input: Partial<ChecksInput> = {}): FigureChecks {
  const context: TaskContext = { db: store.read, progress: () => undefined, breathe: () => Promise.resolve() }
  return checkFigures(context, { ...JUNE, ...input })
}

/** A dossier that came from a file. */
function bring(db: WriteDb, history: readonly DossierEvent[]): number {
  const [fileName, importedAt] = ['so.xlsx', '2020-06-30T01:00:00.000Z']
  const batch = addImport(db, { ...{ fileName, sha256: 'x', importedAt, authorId: 1, imported: 1, kept: 0 } })
  return addDossier(db, history, batch)
}

/** Codes with their doubts. */
const told = ({ rows }: FigureChecks): [string, CheckKind[]][] =>
  rows.map(({ code, doubts }) => [code, doubts.map(({ kind }) => kind)])

describe('the checks of a period', () => {
  it('find nothing in a register that is in order', async () => {
    const store = await testStore()
    await store.write((db) => {
      bring(
        db,
        historyOf(
          ['2020-06-01', acceptance('X-1', '2020-06-11')],
          ['2020-06-02', taken],
          ['2020-06-10', ready],
        ),
      )
    })
    const found = check(store)
    expect(found).toMatchObject({ dossiers: 1, doubted: 0, total: 0, rows: [] })
    expect(found.identities).toHaveLength(3)
    expect(found.identities.every(({ holds }) => holds)).toBe(true)
    expect(Object.keys(found.counts)).toEqual([...CHECK_KINDS])
  })

  it('list the dossiers to mend, the impossible first, and count each kind', async () => {
    const store = await testStore()
    const printed = (code: string, dueOn: string) =>
      ({ ...acceptance(code, dueOn), dueSource: 'printed' }) as const
    await store.write((db) => {
      // Nobody took it; received on a Sunday.
      bring(db, historyOf(['2020-06-07', acceptance('X-1', '2020-06-17')]))
      // Its paper says a day more than the eight of its term.
      bring(db, historyOf(['2020-06-01', printed('X-2', '2020-06-12')], ['2020-06-02', taken]))
      bring(db, historyOf(['2020-06-01', printed('X-3', '2020-06-11')], ['2020-06-02', taken]))
      // Entered and ended in one go, and handed out on a day that has not come.
      addDossier(
        db,
        historyOf(
          ['2020-06-01', acceptance('X-4', '2020-06-11')],
          ['2020-06-02', taken],
          ['2020-06-03', ready],
          ['2020-07-02', { kind: 'returned', note: '' }],
        ),
      )
      // Not of the period.
      bring(db, historyOf(['2020-05-03', acceptance('X-5', '2020-05-13')], ['2020-05-10', ready]))
      bring(db, historyOf(['2020-07-05', acceptance('X-6', '2020-07-15')]))
    })
    const found = check(store)
    expect(told(found)).toEqual([
      ['X-4', ['in-the-future', 'ended-at-once']],
      ['X-1', ['received-on-day-off', 'no-holder']],
      ['X-2', ['term-differs']],
    ])
    expect(found).toMatchObject({ dossiers: 4, doubted: 3, total: 3 })
    expect(found.counts).toMatchObject({
      'no-holder': 1,
      'term-differs': 1,
      'ended-at-once': 1,
      'result-on-day-off': 0,
    })
    expect(found.rows.at(-1)?.doubts).toEqual([
      { kind: 'term-differs', on: '2020-06-12', against: '2020-06-11', minutes: null },
    ])
    expect(told(check(store, { kind: 'no-holder' }))).toEqual([['X-1', ['received-on-day-off', 'no-holder']]])
    expect(told(check(store, { page: 1, pageSize: 2 }))).toEqual([['X-2', ['term-differs']]])
    expect(check(store, { page: 1, pageSize: 2 }).total).toBe(3)
  })

  it('see what was corrected, and ask again when something was entered', async () => {
    const store = await testStore()
    const id = await store.write((db) =>
      bring(
        db,
        historyOf(
          ['2020-06-01', acceptance('X-1', '2020-06-11')],
          ['2020-06-02', taken],
          ['2020-06-06', ready],
        ),
      ),
    )
    expect(told(check(store))).toEqual([['X-1', ['result-on-day-off']]])
    const redated = { seq: 3, on: civilDate('2020-06-08'), at: null }
    await store.write((db) =>
      appendEvents(db, id, [
        { ...(historyOf(['2020-06-09', { kind: 'corrected', reason: 'x', redated }])[0] ?? fail()), seq: 4 },
      ]),
    )
    expect(told(check(store))).toEqual([])
  })

  it('find what the hours of a day say cannot be; days in another order no history takes', async () => {
    const store = await testStore()
    const at = (time: string) => ({ happenedAt: `2020-06-03T${time}:00.000Z` })
    const [accepted, took, ended, returned] = historyOf(
      ['2020-06-03', acceptance('X-1', '2020-06-15')],
      ['2020-06-03', taken],
      ['2020-06-03', ready],
      ['2020-06-03', { kind: 'returned', note: '' }],
    )
    if (!accepted || !took || !ended || !returned) return fail()
    await store.write((db) => {
      bring(db, [
        { ...accepted, ...at('03:00') },
        took,
        { ...ended, ...at('02:30') },
        { ...returned, ...at('02:00') },
      ])
    })
    expect(told(check(store))).toEqual([['X-1', ['result-before-reception', 'collected-before-result']]])
    for (const wrong of [
      [accepted, took, { ...ended, happenedOn: civilDate('2020-06-02') }],
      [accepted, took, ended, { ...returned, happenedOn: civilDate('2020-06-02') }],
    ])
      await expect(store.write((db) => bring(db, wrong))).rejects.toThrow(HistoryError)
  })

  it('find what was handed out on a day off', async () => {
    const store = await testStore()
    await store.write((db) => {
      bring(
        db,
        historyOf(
          ['2020-06-01', acceptance('X-1', '2020-06-11')],
          ['2020-06-02', taken],
          ['2020-06-05', ready],
          ['2020-06-06', { kind: 'returned', note: '' }],
        ),
      )
    })
    expect(told(check(store))).toEqual([['X-1', ['collected-on-day-off']]])
  })

  it('count the term of a dossier that was paused with its pauses', async () => {
    const store = await testStore()
    const printed = { ...acceptance('X-1', '2020-06-11'), dueSource: 'printed' } as const
    await store.write((db) => {
      bring(
        db,
        historyOf(
          ['2020-06-01', printed],
          ['2020-06-02', taken],
          ['2020-06-03', { kind: 'paused', pause: 'payment', note: '' }],
          ['2020-06-08', { kind: 'resumed', note: '' }],
        ),
      )
    })
    expect(check(store).rows[0]?.doubts).toEqual([
      { kind: 'term-differs', on: '2020-06-11', against: '2020-06-16', minutes: null },
    ])
  })

  it('are asked for by a window, and every dossier listed can be opened', async () => {
    const { client } = await openTestCore({ now: '2026-11-22T02:00:00.000Z' })
    const id = await procedureId(client, 'split-merge')
    await client.reception.receive(receptionOf(id, { applicantName: 'Nguyễn Văn A' }))
    const found = await client.figures.checks({
      ...{ from: civilDate('2026-11-01'), to: civilDate('2026-11-30') },
      ...{ kind: null, page: 0, pageSize: 10 },
    })
    expect(told(found)).toEqual([['000.00.22.H32-261122-0001', ['received-on-day-off', 'no-holder']]])
    const page = await client.dossiers.get({ id: found.rows[0]?.id ?? 0 })
    expect(page.row.code).toBe(found.rows[0]?.code)
    const file = await client.figures.exportChecks({
      ...{ from: civilDate('2026-11-01'), to: civilDate('2026-11-30'), kind: 'no-holder', language: 'vi' },
    })
    expect(file.name).toBe('ho-so-can-xem-lai_chi-nhanh-thu_2026-11-01_2026-11-30.xlsx')
    const sheet = await readSheet(new Uint8Array(Buffer.from(file.content, 'base64')))
    expect(rowWith(sheet, page.row.code).slice(2, 4)).toEqual([
      'Tiếp nhận vào ngày nghỉ 22/11/2026; Không có người thụ lý',
      'Nguyễn Văn A',
    ])
    expect(textOf(sheet)).toContain('Kỳ từ ngày 01/11/2026 đến ngày 22/11/2026. Số hồ sơ: 1')
    const { rows } = await client.audit.list({
      ...{ before: null, limit: 1 },
      filter: { source: 'all', kind: 'exported', personId: null, from: null, to: null, code: '' },
    })
    expect(rows[0]?.facts).toMatchObject({ what: 'doubted', rows: 1, 'filter.doubt': 'no-holder' })
  })
})

function fail(): never {
  throw new Error('no event')
}
