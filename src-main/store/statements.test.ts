import { describe, expect, it } from 'vitest'
import { DESK_LISTS, type DeskFilter } from '../contract/desk.ts'
import { type DossierFilter, QUEUES, SORT_FIELDS } from '../contract/dossier-list.ts'
import { STOP_SORT_FIELDS, STOP_STATES } from '../contract/stops.ts'
import { civilDate } from '../domain/civil-date.ts'
import * as applicants from './applicants.ts'
import * as arrivals from './arrivals.ts'
import * as alerts from './alerts.ts'
import * as audit from './audit.ts'
import * as auditFeed from './audit-feed.ts'
import * as backups from './backup-compare.ts'
import * as chain from './chain.ts'
import * as closedPeriods from './closed-periods.ts'
import * as desk from './desk.ts'
import * as dossiers from './dossiers.ts'
import * as events from './events.ts'
import * as figures from './figures.ts'
import * as figureSeries from './figure-series.ts'
import * as figureChecks from './figure-checks.ts'
import * as figureNames from './figure-names.ts'
import * as figureRows from './figure-rows.ts'
import * as givenUp from './given-up.ts'
import * as health from './health.ts'
import * as forms from './form-numbers.ts'
import * as imports from './import-batches.ts'
import * as open from './open-dossiers.ts'
import * as openWork from './open-work.ts'
import * as tables from './open-tables.ts'
import * as handovers from './handovers.ts'
import * as people from './people.ts'
import * as steps from './steps.ts'
import * as stops from './stop-orders.ts'
import * as reference from './reference.ts'
import * as results from './results.ts'
import * as rules from './rule-changes.ts'
import * as verify from './verify.ts'
import * as verifyChain from './verify-chain.ts'
import * as verifyDossiers from './verify-dossiers.ts'
import * as ways from './ways.ts'
import { testFolder, testStore } from './test-store.ts'
import { openDatabase } from './database.ts'
import { join } from 'node:path'

const day = civilDate('2020-06-30')
const moment = { today: day, soon: day, user: 1, masked: false, now: '2020-06-30T02:00:00.000Z' }
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
  apology: null,
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
  apology: 'not-sent',
}

describe('every statement', () => {
  const all = [
    applicants,
    arrivals,
    alerts,
    audit,
    backups,
    tables,
    auditFeed,
    chain,
    closedPeriods,
    desk,
    people,
    handovers,
    steps,
    dossiers,
    events,
    figures,
    figureChecks,
    figureNames,
    figureRows,
    figureSeries,
    forms,
    givenUp,
    health,
    imports,
    open,
    openWork,
    reference,
    results,
    rules,
    stops,
    verify,
    verifyChain,
    verifyDossiers,
    ways,
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
  it.each(['0561', '056199001234', '+84 905', '0101234567-001', 'nguyễn văn a'])(
    'an applicant by %s is found in the word index, newest first, and only then in the rows',
    async (typed) => {
      const { sql, parameters } = applicants.applicantQuery(typed, false)
      const plan = await planOf(sql ?? '', { ...parameters, most: 8 })
      // 192: by words, rowids falling. Nothing is sorted before people are told apart among the newest.
      expect(plan).toMatch(/^CO-ROUTINE f\nSCAN dossier_search VIRTUAL TABLE INDEX 192:M1\nSCAN f\n/)
      expect(plan).toContain('SEARCH d USING INTEGER PRIMARY KEY (rowid=?)')
      expect(plan).not.toMatch(/SCAN d\b/)
    },
  )
  it('the counts of the queues read one small index', async () => {
    const plan = await planOf(dossiers.STATEMENTS.openCounts, { ...moment })
    expect(plan).toContain('COVERING INDEX dossier_open_due')
  })
  it('the work of everybody is counted in the same index, and what nobody has is found in it', async () => {
    expect(await planOf(openWork.STATEMENTS.openWork, { today: day })).toContain(
      'COVERING INDEX dossier_open_due',
    )
    expect(await planOf(...listSql({ unheld: true }, 'd.due_on, d.id'))).toContain('dossier_open_due')
  })
  it('the desk walks open dossiers that are late, due next, or wait for the head', async () => {
    const { lateNow, next, drafted } = desk.STATEMENTS
    const late = await planOf(lateNow, { today: day })
    expect(late).toMatch(/SEARCH d USING INDEX dossier_open_due \(due_on<\?\)/)
    const days = { today: day, tomorrow: day, soon: day }
    expect(await planOf(next, days)).toMatch(/dossier_open_due \(due_on>\? AND due_on<\?\)/)
    expect(await planOf(drafted)).toMatch(/dossier_apology \(apology=\?\)/)
  })
  it.each(DESK_LISTS)('the list %s of the desk walks an index of open dossiers', async (list) => {
    const filter: DeskFilter = {
      ...{ list, within: 3, search: '', holder: 'nobody', procedureId: 1, commune: null },
      ...{ apology: 'not-sent', cause: '', band: null, whose: null },
    }
    const query = desk.deskQuery(filter, moment, { tomorrow: day, soon: day, due: null })
    const { from, where, parameters } = dossiers.listQuery(query.filter, query.moment, query.more)
    const plan = await planOf(`SELECT d.id FROM ${from} WHERE ${where} ORDER BY d.due_on, d.id`, parameters)
    expect(plan).toMatch(/SEARCH d USING INDEX dossier_(open_due|apology)/)
    const store = await testStore()
    const page = { limit: 5, offset: 0 }
    expect(desk.deskPage(store.read, query, { field: 'dueOn', descending: true }, page)).toEqual([])
    expect(desk.deskCount(store.read, query)).toBe(0)
  })

  const STEP_LOOKUP =
    'SEARCH d USING COVERING INDEX dossier_step (procedure_id=? AND remote=? AND step=? AND step_used=? AND step_on<?)'
  it.each(['', 'nguyen'])(
    'looks up what is behind schedule place by place, with the search "%s"',
    async (search) => {
      expect(await planOf(...listSql({ queue: 'behind', search }, 'd.due_on, d.id'))).toContain(STEP_LOOKUP)
      expect(await planOf(steps.STATEMENTS.countBehind, { behind: '[]' })).toContain(STEP_LOOKUP)
    },
  )
  it('goes from one place where dossiers stand to the next', async () => {
    const plan = await planOf(steps.STATEMENTS.places)
    const found = plan.match(/SEARCH d USING COVERING INDEX dossier_step \([^)]*>\?\)/g)
    expect(found).toHaveLength(4)
    expect(plan).not.toContain('TEMP B-TREE')
  })
  it('a queue of one step is read by its role', async () => {
    expect(await planOf(...listSql({ stepRole: 'tax' }, 'd.due_on, d.id'))).toContain(
      'dossier_open_step (step_role=?)',
    )
    expect(await planOf(steps.STATEMENTS.byRole, { holderId: null })).toContain(
      'COVERING INDEX dossier_open_step',
    )
  })
  it.each([
    ['pageToMe', 'dossier_handover_given (to_id=?)'],
    ['pageFromMe', 'dossier_handover_from (from_id=?)'],
    ['pageOfAll', 'dossier_handover_batch'],
  ] as const)('the batches of %s come in the order of an index', async (name, index) => {
    const plan = await planOf(handovers.STATEMENTS[name], { user: 1, limit: 50, offset: 0 })
    expect(plan).toContain(index)
    expect(plan).not.toContain('TEMP B-TREE')
  })
  it('a batch and its dossiers are looked up', async () => {
    for (const name of ['header', 'items'] as const) {
      const plan = await planOf(handovers.STATEMENTS[name].replace('?', '1'))
      expect(plan).toContain('dossier_handover_batch (batch=?)')
      expect(plan).not.toContain('SCAN')
    }
  })
  it('a period is counted from its own index, not from the table', async () => {
    for (const method of ['original', 'extended'] as const) {
      const plan = await planOf(figures.STATEMENTS[method], { from: day, to: day })
      expect(plan).not.toMatch(/SCAN dossier(?! USING)/)
      expect(plan.match(/SEARCH dossier USING COVERING INDEX dossier_figures/g)).toHaveLength(2)
    }
  })
  it('days are added up in indexes alone, in their order', async () => {
    for (const [name, index] of [
      ['accepted', 'dossier_accepted'],
      ['ended', 'dossier_figures'],
      ['excused', 'dossier_apology_ended'],
      ['first', 'dossier_accepted'],
    ] as const) {
      const sql = figureSeries.STATEMENTS[name]
      const plan = await planOf(sql.replace('?', `'${day}'`))
      expect(plan).toContain(`USING COVERING INDEX ${index}`)
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })
  it('results that lie ready come from their own small index, unsorted', async () => {
    const { from, where, parameters } = results.readyQuery({ readyBy: day, search: 'nguyen', moment })
    const plan = await planOf(`SELECT d.id FROM ${from} WHERE ${where} ORDER BY d.ended_on, d.id`, parameters)
    expect(plan).toContain('dossier_ready')
    expect(plan).not.toContain('TEMP B-TREE')
  })
  it('the lines of a book come in the order of reception, unsorted', async () => {
    const plan = await planOf(results.STATEMENTS.book, { from: day, to: day, field: null })
    expect(plan).toContain('dossier_accepted')
    expect(plan).not.toContain('TEMP B-TREE')
  })
  it('a request is looked up', async () => {
    const plan = await planOf(`${dossiers.STATEMENTS.idByRequest.replace('?', "'x'")}`)
    expect(plan).toBe('SEARCH dossier USING COVERING INDEX dossier_request (request=?)')
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
