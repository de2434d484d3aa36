import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../domain/civil-date.ts'
import { getListed } from './dossiers.ts'
import { addDossier, appendEvent, eventsOf, rebuild } from './events.ts'
import { acceptance, historyOf, testStore } from './test-store.ts'
import type { Store } from './database.ts'

async function storeWithOne(): Promise<Store> {
  const store = await testStore()
  await store.write((db) =>
    addDossier(db, historyOf(['2020-01-02', acceptance('X-200102-0001', '2020-01-14')])),
  )
  return store
}
const result = { kind: 'result-ready' as const, note: '' }
const step = (seq: number, on: string) => ({
  ...historyOf([on, result])[0],
  seq,
  happenedOn: civilDate(on),
  fact: result,
  happenedAt: null,
  enteredAt: '2020-06-30T01:00:00.000Z',
  authorId: 1,
})

describe('history', () => {
  it.each([
    ['changed', "UPDATE dossier_event SET happened_on = '2020-01-03'"],
    ['deleted', 'DELETE FROM dossier_event'],
    [
      'replaced by key',
      "INSERT OR REPLACE INTO dossier_event SELECT id, dossier_id, seq, kind, '2020-01-03', happened_at, entered_at, author_id, import_id, fact FROM dossier_event",
    ],
    [
      'replaced by number',
      "INSERT OR REPLACE INTO dossier_event SELECT id + 1, dossier_id, seq, kind, '2020-01-03', happened_at, entered_at, author_id, import_id, fact FROM dossier_event",
    ],
    [
      'changed on conflict',
      "INSERT INTO dossier_event SELECT * FROM dossier_event WHERE true ON CONFLICT DO UPDATE SET happened_on = '2020-01-03'",
    ],
  ])('cannot be %s, whoever holds the file', async (_what, sql) => {
    const store = await storeWithOne()
    const outsider = new BetterSqlite3(store.file)
    expect(() => outsider.exec(sql)).toThrow(/history is never/)
    outsider.close()
    expect(eventsOf(store.read, 1)).toHaveLength(1)
    expect(eventsOf(store.read, 1)[0]?.happenedOn).toBe('2020-01-02')
  })
  it('leads to the current row in the same transaction', async () => {
    const store = await storeWithOne()
    await store.write((db) => appendEvent(db, 1, step(2, '2020-01-13')))
    expect(getListed(store.read, 1)).toMatchObject({
      state: 'result-ready',
      endedOn: '2020-01-13',
      version: 2,
    })
    const failing = store.write((db) => {
      appendEvent(db, 1, { ...step(3, '2020-01-14'), fact: { kind: 'returned', note: '' } })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(getListed(store.read, 1)).toMatchObject({ state: 'result-ready', version: 2 })
    expect(eventsOf(store.read, 1)).toHaveLength(2)
  })
  it('cannot take the same place twice', async () => {
    const store = await storeWithOne()
    await expect(store.write((db) => appendEvent(db, 1, step(1, '2020-01-13')))).rejects.toThrow()
    expect(getListed(store.read, 1)?.state).toBe('accepted')
  })
  it('gives the same rows again when they are rebuilt', async () => {
    const store = await storeWithOne()
    await store.write((db) => {
      appendEvent(db, 1, {
        ...step(2, '2020-01-06'),
        fact: { kind: 'paused', pause: 'supplement', note: '' },
      })
      appendEvent(db, 1, { ...step(3, '2020-01-08'), fact: { kind: 'resumed', note: '' } })
      appendEvent(db, 1, {
        ...step(4, '2020-01-08'),
        fact: { kind: 'due-moved', dueOn: civilDate('2020-01-16'), cause: 'pause', changeId: null, note: '' },
      })
      appendEvent(db, 1, {
        ...step(5, '2020-01-09'),
        fact: { kind: 'corrected', reason: 'x', changes: { applicantName: 'Đỗ Thị Bé' } },
      })
      appendEvent(db, 1, {
        ...step(6, '2020-01-10'),
        fact: {
          kind: 'receipt-printed',
          number: 1,
          year: 2020,
          dueOn: civilDate('2020-01-16'),
          firstDueOn: null,
        },
      })
      // The clock runs on: neither a pause of the rows nor a day since when it stands.
      appendEvent(db, 1, {
        ...step(7, '2020-01-13'),
        fact: { kind: 'paused', pause: 'agency', note: '', stops: false },
      })
    })
    const picture = (): unknown => [
      store.read.all('SELECT * FROM dossier'),
      store.read.all('SELECT * FROM dossier_pause'),
      store.read.all('SELECT * FROM dossier_due_move'),
      store.read.all("SELECT rowid FROM dossier_search WHERE dossier_search MATCH 'be'"),
      store.read.all("SELECT rowid FROM dossier_search WHERE dossier_search MATCH 'nguyen'"),
    ]
    const before = picture()
    await store.writeInSteps(rebuild)
    expect(picture()).toEqual(before)
    expect(before).toMatchObject([
      [{ state: 'awaiting-agency', waits_since: null, due_on: '2020-01-16', receipt_on: '2020-01-10' }],
      [{ start_on: '2020-01-06', end_on: '2020-01-08' }],
      [{ moved_on: '2020-01-08', due_before: '2020-01-14', cause: 'pause' }],
      [{ rowid: 1 }],
      [],
    ])
  })
})
