import { describe, expect, it } from 'vitest'
import { type DossierFilter, QUEUES, SORT_FIELDS } from '../contract/dossiers.ts'
import { STOP_SORT_FIELDS, STOP_STATES } from '../contract/stops.ts'
import { civilDate } from '../domain/civil-date.ts'
import * as alerts from './alerts.ts'
import * as audit from './audit.ts'
import * as auditFeed from './audit-feed.ts'
import * as backups from './backup-compare.ts'
import * as chain from './chain.ts'
import * as dossiers from './dossiers.ts'
import * as events from './events.ts'
import * as figures from './figures.ts'
import * as givenUp from './given-up.ts'
import * as health from './health.ts'
import * as forms from './form-numbers.ts'
import * as imports from './import-batches.ts'
import * as open from './open-dossiers.ts'
import * as tables from './open-tables.ts'
import * as people from './people.ts'
import * as stops from './stop-orders.ts'
import * as reference from './reference.ts'
import * as rules from './rule-changes.ts'
import * as verify from './verify.ts'
import * as verifyChain from './verify-chain.ts'
import * as verifyDossiers from './verify-dossiers.ts'
import { testFolder, testStore } from './test-store.ts'
import { openDatabase } from './database.ts'
import { join } from 'node:path'

const day = civilDate('2020-06-30')
const moment = { today: day, soon: day, user: 1, masked: false }
const plain: DossierFilter = {
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
}
const everything: DossierFilter = {
  ...plain,
  procedureId: 1,
  state: 'accepted',
  holderId: 1,
  channel: 'direct',
  commune: 'x',
  acceptedFrom: day,
  acceptedTo: day,
  dueFrom: day,
  dueTo: day,
}

describe('every statement', () => {
  const all = [
    alerts,
    audit,
    backups,
    tables,
    auditFeed,
    chain,
    people,
    dossiers,
    events,
    figures,
    forms,
    givenUp,
    health,
    imports,
    open,
    reference,
    rules,
    stops,
    verify,
    verifyChain,
    verifyDossiers,
  ].flatMap((module) => Object.entries(module.STATEMENTS))

  it.each(all)('%s fits the migrated schema', (_name, sql) => {
    const database = openDatabase(join(testFolder(), 'a.db'))
    expect(() => database.prepare(sql)).not.toThrow()
    database.close()
  })

  it('of every list runs: each queue, sort, search and filter', async () => {
    const store = await testStore()
    let lists = 0
    for (const queue of QUEUES) {
      for (const field of SORT_FIELDS) {
        for (const search of ['', 'nguyen 0912', '12/34', '"*(OR']) {
          for (const filter of [plain, everything]) {
            const asked = { ...filter, queue, search }
            expect(
              dossiers.listPage(store.read, asked, { field, descending: true }, moment, {
                limit: 5,
                offset: 0,
              }),
            ).toEqual([])
            expect(dossiers.countList(store.read, asked, moment)).toEqual({ total: 0, capped: false })
            lists++
          }
        }
      }
    }
    expect(lists).toBe(QUEUES.length * SORT_FIELDS.length * 8)
  })
})

it('the register of stop orders runs in every order, state and search', async () => {
  const store = await testStore()
  for (const state of STOP_STATES) {
    for (const field of STOP_SORT_FIELDS) {
      for (const search of ['', 'toa an', '12/34', '"*(OR %']) {
        const filter = { state, search }
        expect(stops.listStopOrders(store.read, filter, { field, descending: true })).toEqual([])
        expect(stops.countStopOrders(store.read, filter)).toBe(0)
      }
    }
  }
})

describe('the plan of a hot query', () => {
  const planOf = async (sql: string, parameters: Record<string, unknown> = {}): Promise<string> => {
    const store = await testStore()
    const rows = store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters)
    return rows.map((row) => row.detail).join('\n')
  }
  const listSql = (filter: Partial<DossierFilter>, order: string): [string, Record<string, unknown>] => {
    const { from, where, parameters } = dossiers.listQuery({ ...plain, ...filter }, moment)
    return [`SELECT d.id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT 50`, parameters]
  }

  it.each(['due-today', 'due-soon', 'late', 'mine', 'waiting', 'in-process'] as const)(
    'the queue %s walks open dossiers only',
    async (queue) => {
      expect(await planOf(...listSql({ queue }, 'd.due_on, d.id'))).toContain('dossier_open_due')
    },
  )
  it.each([
    ['accepted_on', 'dossier_accepted'],
    ['due_on', 'dossier_due'],
    ['applicant_key', 'dossier_applicant'],
  ])('all dossiers by %s come in the order of an index, unsorted', async (column, index) => {
    const plan = await planOf(...listSql({}, `d.${column} DESC, d.id DESC`))
    expect(plan).toContain(index)
    expect(plan).not.toContain('TEMP B-TREE')
  })
  it('a search goes through the word index', async () => {
    expect(await planOf(...listSql({ search: 'nguyen' }, 'd.id DESC'))).toMatch(
      /dossier_search VIRTUAL TABLE INDEX/,
    )
  })
  it('a parcel is looked up', async () => {
    expect(await planOf(...listSql({ search: 'tờ 12 thửa 34' }, 'd.id DESC'))).toContain('dossier_parcel')
  })
  it('the counts of the queues read one small index', async () => {
    const plan = await planOf(dossiers.STATEMENTS.openCounts, { ...moment })
    expect(plan).toContain('COVERING INDEX dossier_open_due')
  })
  it('a period is counted from its own index, not from the table', async () => {
    const plan = await planOf(figures.STATEMENTS.total, { from: day, to: day })
    expect(plan).not.toMatch(/SCAN d(?! USING)/)
    expect(plan).toContain('dossier_figures')
  })
  it('the stop orders on a parcel are looked up', async () => {
    const parcel = { mapSheet: '12', plot: '34', commune: 'x' }
    const plan = await planOf(stops.STATEMENTS.inForce, parcel)
    expect(plan).toMatch(
      /SEARCH stop_order USING INDEX stop_order_parcel \(map_sheet=\? AND plot=\? AND commune_key=\?\)/,
    )
  })
  it.each(['due', 'sums', 'dueWithoutApology', 'steps'] as const)(
    'what the alerts say of %s walks open dossiers only',
    async (name) => {
      const plan = await planOf(alerts.STATEMENTS[name], { staffId: 1, on: day, today: day, most: 50 })
      expect(plan).toMatch(/(SEARCH|SCAN) d USING (COVERING )?INDEX dossier_open_due/)
      expect(plan).not.toMatch(/SCAN d$/m)
    },
  )
  it('the dossiers of mine that are due on a day are looked up by the day', async () => {
    const plan = await planOf(alerts.STATEMENTS.due, { staffId: 1, on: day, most: 50 })
    expect(plan).toContain('SEARCH d USING INDEX dossier_open_due (due_on=?')
  })
  it('late dossiers are summed up in the index, from the earliest day to today', async () => {
    const plan = await planOf(alerts.STATEMENTS.sums, { staffId: null, today: day })
    expect(plan).toContain('SEARCH d USING COVERING INDEX dossier_open_due (due_on<?)')
  })
  it('batches to confirm, apologies to decide and applications to answer have indexes of their own', async () => {
    expect(await planOf(alerts.STATEMENTS.batches, { staffId: 1, most: 50 })).toContain(
      'SEARCH h USING INDEX dossier_handover_given (to_id=?)',
    )
    expect(await planOf(alerts.STATEMENTS.apologies, { most: 50 })).toContain(
      'SEARCH d USING INDEX dossier_apology (apology=?)',
    )
    expect(await planOf(alerts.STATEMENTS.arrivals, { most: 50 })).toContain(
      'SEARCH arrival USING INDEX arrival_open (state=?)',
    )
  })
  it('reminders are looked for among the last entries of the history only', async () => {
    const plan = await planOf(alerts.STATEMENTS.reminders, { staffId: 1, most: 50 })
    expect(plan).toContain('SEARCH e USING INTEGER PRIMARY KEY (rowid>?)')
    expect(plan).not.toContain('TEMP B-TREE')
  })
  it('what somebody was told is read by person', async () => {
    const plan = await planOf(alerts.STATEMENTS.seen.replace('?', '1'))
    expect(plan).toContain('SEARCH alert_seen USING PRIMARY KEY (staff_id=?)')
  })
  it('a code is looked up', async () => {
    const plan = await planOf(dossiers.STATEMENTS.lastCodeOfDay, { from: 'a', to: 'b', pattern: 'a*' })
    expect(plan).toMatch(/SEARCH dossier USING COVERING INDEX/)
  })
})
