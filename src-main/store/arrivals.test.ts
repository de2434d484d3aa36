import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../domain/civil-date.ts'
import { type DossierEvent, type EventFact, EMPTY_PARTICULARS, HistoryError } from '../domain/dossier.ts'
import {
  arrivalQuery,
  countArrivals,
  getArrival,
  idByReference,
  listArrivals,
  STATEMENTS,
} from './arrivals.ts'
import { WATCHED_TABLES, addAudit } from './audit.ts'
import { type Store, openSnapshot } from './database.ts'
import { addArrival, appendEvents, appendToArrival, eventsOf, rebuild } from './events.ts'
import { takeFormNumber } from './form-numbers.ts'
import { acceptance, testStore } from './test-store.ts'
import { verifyAtOnce } from './verify.ts'

const PERIOD = { arrivedFrom: civilDate('2026-01-01'), arrivedTo: civilDate('2026-12-31'), masked: false }
const WAITING = { ...PERIOD, queue: 'waiting', search: '' } as const
const PAGE = { limit: 50, offset: 0 }

function event(seq: number, moment: string, fact: EventFact): DossierEvent {
  const happenedOn = civilDate(moment.slice(0, 10))
  return { seq, happenedOn, happenedAt: moment, enteredAt: moment, authorId: 1, fact }
}

function arrived(moment: string, reference = '', particulars = {}): DossierEvent {
  const filled = { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A', ...particulars }
  return event(1, moment, { kind: 'arrived', procedureId: 1, reference, particulars: filled })
}

const ASKED: EventFact = { kind: 'completion-asked', items: ['Hợp đồng'], reason: 'thiếu', contact: '' }

/** Waiting since 9:00 and 8:00, one asked for completion, one accepted, one declined with its slip. */
async function register(): Promise<{ store: Store; accepted: number }> {
  const store = await testStore()
  const accepted = await store.write((db) => {
    const at = '2026-11-23T01:00:00.000Z'
    addAudit(db, { at, authorId: null, kind: 'register-made' }, WATCHED_TABLES)
    addArrival(db, [arrived('2026-11-23T02:00:00.000Z', 'H32-1', { phone: '0905123456' })])
    addArrival(db, [arrived('2026-11-23T01:00:00.000Z', 'H32-2', { idNumber: '056199001234' })])
    const asked = addArrival(db, [arrived('2026-11-20T01:00:00.000Z', 'H32-3')])
    appendToArrival(db, asked, [event(2, '2026-11-20T02:00:00.000Z', ASKED)])
    const id = addArrival(db, [arrived('2026-11-19T01:00:00.000Z', 'H32-4')])
    appendToArrival(db, id, [event(2, '2026-11-20T01:00:00.000Z', acceptance('X-261120-0001', '2026-12-02'))])
    const declined = addArrival(db, [arrived('2026-11-18T01:00:00.000Z')])
    takeFormNumber(db, { form: 'refusal', year: 2026 }, 1, declined)
    const printed = { form: 'refusal', of: 2, number: 1, year: 2026 } as const
    appendToArrival(db, declined, [
      event(2, '2026-11-18T02:00:00.000Z', { kind: 'declined', reason: 'sai nơi' }),
      event(3, '2026-11-18T02:00:00.000Z', { kind: 'form-printed', ...printed }),
    ])
    return id
  })
  return { store, accepted }
}

function findingsOf(store: Store): unknown[] {
  const { db, close } = openSnapshot(store.file)
  try {
    return verifyAtOnce(db, []).findings
  } finally {
    close()
  }
}

describe('applications', () => {
  it('are listed in the order their answers are due; the closed ones by arrival, the newest first', async () => {
    const { store } = await register()
    const references = (filter: Parameters<typeof listArrivals>[1]) =>
      listArrivals(store.read, filter, PAGE).rows.map(({ reference }) => reference)
    expect(references(WAITING)).toEqual(['H32-2', 'H32-1'])
    expect(references({ ...WAITING, queue: 'completion-asked' })).toEqual(['H32-3'])
    expect(references({ ...WAITING, queue: 'closed' })).toEqual(['H32-4', ''])
    expect(references({ ...WAITING, queue: 'closed', arrivedTo: civilDate('2026-11-18') })).toEqual([''])
    expect(listArrivals(store.read, WAITING, { limit: 1, offset: 1 })).toMatchObject({
      total: 2,
      rows: [{ reference: 'H32-1' }],
    })
  })
  it('are found by number, name and phone; by a citizen number only where that is seen', async () => {
    const { store } = await register()
    const found = (search: string, masked = false): string[] =>
      listArrivals(store.read, { ...WAITING, search, masked }, PAGE).rows.map(({ reference }) => reference)
    expect(found('h32-2')).toEqual(['H32-2'])
    expect(found('0905 123 456')).toEqual(['H32-1'])
    expect(found('nguyen van')).toEqual(['H32-2', 'H32-1'])
    expect(found('056199')).toEqual(['H32-2'])
    expect(found('056199', true)).toEqual([])
    expect(found('0905', true)).toEqual(['H32-1'])
    expect(found('"*(')).toEqual([])
    expect(idByReference(store.read, 'H32-3')).toBe(3)
    expect(idByReference(store.read, '')).toBeUndefined()
  })
  it('are counted: waiting, overdue among them, asked for completion', async () => {
    const { store } = await register()
    const counts = (before: string) => countArrivals(store.read, before)
    expect(counts('2026-11-23T01:30:00.000Z')).toEqual({ waiting: 2, overdue: 1, completionAsked: 1 })
    expect(counts('2026-11-23T01:00:00.000Z')).toMatchObject({ overdue: 0 })
  })
  it('show the code of the dossier they became', async () => {
    const { store, accepted } = await register()
    expect(getArrival(store.read, accepted)).toMatchObject({ state: 'accepted', code: 'X-261120-0001' })
    expect(getArrival(store.read, 1)).toMatchObject({ state: 'waiting', code: null })
  })
})

describe('the history of an application', () => {
  it('verifies clean before and after acceptance, with its printed slip', async () => {
    const { store } = await register()
    expect(findingsOf(store)).toEqual([])
  })
  it('gives the same rows when they are made again', async () => {
    const { store } = await register()
    const rows = () => [
      store.read.all('SELECT * FROM arrival ORDER BY id'),
      store.read.all('SELECT * FROM dossier ORDER BY id'),
    ]
    const before = rows()
    expect(before[0]).toHaveLength(5)
    expect(before[1]).toHaveLength(1)
    await store.writeInSteps((db) => rebuild(db))
    expect(rows()).toEqual(before)
    expect(findingsOf(store)).toEqual([])
  })
  it.each([
    ["UPDATE arrival SET answer_from = '2026-11-24T02:00:00.000Z' WHERE id = 1", 'arrival-differs'],
    ['UPDATE arrival SET answered_at = NULL WHERE id = 3', 'arrival-differs'],
    ['DELETE FROM arrival WHERE id = 1', 'arrival-differs'],
    [
      'INSERT INTO arrival SELECT 77, reference, procedure_id, applicant_name, applicant_key, id_number, phone, commune, map_sheet, plot, channel, online_level, state, arrived_on, arrived_at, answer_from, answered_at, asked, version, search_text FROM arrival WHERE id = 1',
      'row-extra',
    ],
  ])('is what a tampered row is found by: %s', async (sql, kind) => {
    const { store } = await register()
    const raw = new BetterSqlite3(store.file)
    raw.exec(sql)
    raw.close()
    expect(findingsOf(store)).toMatchObject([{ kind }])
  })
  it('follows a re-dated acceptance, and refuses one before what came before it', async () => {
    const { store, accepted } = await register()
    const redate = (on: string) => {
      const redated = { seq: 2, on: civilDate(on), at: null }
      const fact: EventFact = { kind: 'corrected', reason: 'x', redated }
      const seq = eventsOf(store.read, accepted).length + 1
      return store.write((db) => appendEvents(db, accepted, [event(seq, '2026-11-23T02:00:00.000Z', fact)]))
    }
    await redate('2026-11-19')
    expect(findingsOf(store)).toEqual([])
    await expect(redate('2026-11-18')).rejects.toThrow(HistoryError)
    expect(findingsOf(store)).toEqual([])
  })
})

describe('with a hundred thousand applications', () => {
  it('the open ones are listed and counted in milliseconds, from their own index', async () => {
    const store = await testStore()
    await store.write((db) => {
      db.run(`INSERT INTO arrival SELECT value, 'H32-' || value, 1, 'A', 'a', '', '', '', '', '', 'online', 'full',
        iif(value % 50 = 0, 'waiting', 'accepted'), '2026-11-20', '2026-11-20T02:00:00.000Z',
        strftime('%Y-%m-%dT%H:%M:%S.000Z', 1000000000 + value * 7, 'unixepoch'), NULL, 0, 1, ' a'
        FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 100000)
          SELECT value FROM n)`)
    })
    // Prepared before the time is taken.
    countArrivals(store.read, '2026-11-20T02:00:00.000Z')
    listArrivals(store.read, WAITING, PAGE)
    const began = performance.now()
    expect(countArrivals(store.read, '2026-11-20T02:00:00.000Z')).toMatchObject({ waiting: 2000 })
    expect(listArrivals(store.read, WAITING, PAGE)).toMatchObject({ total: 2000 })
    expect(performance.now() - began).toBeLessThan(50)
  })
  it.each(['waiting', 'completion-asked', 'closed'] as const)(
    'the list %s walks its index in order',
    async (queue) => {
      const store = await testStore()
      const { from, where, order, parameters } = arrivalQuery({ ...WAITING, queue })
      const sql = `EXPLAIN QUERY PLAN SELECT d.id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT 50`
      const plan = store.read.all<{ detail: string }>(sql, parameters).map(({ detail }) => detail)
      expect(plan.join('\n')).toContain(
        queue === 'closed' ? 'INDEX arrival_arrived (arrived_on' : 'INDEX arrival_open (state=',
      )
      expect(plan.join('\n')).not.toContain('TEMP B-TREE')
    },
  )
  it('the counts read the small index alone, a number is looked up', async () => {
    const store = await testStore()
    const planOf = (sql: string, parameters: unknown): string =>
      store.read
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters as [])
        .map(({ detail }) => detail)
        .join('\n')
    expect(planOf(STATEMENTS.counts, { overdueBefore: '' })).toContain('COVERING INDEX arrival_open')
    expect(planOf(STATEMENTS.idByReference, ['x'])).toContain('INDEX arrival_reference (reference=?)')
  })
})
