import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DeskRow } from '../../contract/desk.ts'
import { WorkingCalendar } from '../../domain/calendar.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { dayBefore, workingDayAfter } from '../../domain/clock.ts'
import { type DossierEvent, type EventFact, fold, historyAsOf, stoppingPauses } from '../../domain/dossier.ts'
import { AT_RISK, PastCases, stepsOf, yearBefore } from '../../domain/early-warning.ts'
import { isLate, isStopped } from '../../domain/legs.ts'
import { BRANCH_YEAR, PACES, branchYear } from '../../domain/test-branch.ts'
import { readSheet } from '../../documents/test-reading.ts'
import { outlookWords } from '../../documents/desk-words.ts'
import { Store } from '../../store/database.ts'
import { addDossier, appendEvents, eventsOf } from '../../store/events.ts'
import { listCalendar } from '../../store/reference.ts'
import { type TestCore, openTestCore, procedureId } from '../test-core.ts'
import { deskRulesIn } from './legs.ts'
import { pastCases } from './outlook.ts'
import { BY_DUE, LATE_LIST } from './testing.ts'

const TODAY = civilDate('2025-12-31')
const AT_RISK_LIST = { ...LATE_LIST, list: 'at-risk' as const }

interface Branch extends TestCore {
  /** The history of each dossier as of the evening before, by key less one. */
  histories: DossierEvent[][]
  procedures: Map<number, string>
  calendar: WorkingCalendar
}

/** A branch with a year behind it, opened on the last morning of the year; some steps set right later. */
async function openBranch(): Promise<Branch> {
  const first = await openTestCore({ now: '2025-01-02T01:00:00.000Z' })
  const ids = new Map<string, number>()
  for (const { key } of PACES) ids.set(key, await procedureId(first.client, key, '2025-11-03'))
  await first.core.close()
  const store = new Store(join(first.dataDir, 'register.db'))
  const calendar = new WorkingCalendar(listCalendar(store.read))
  const histories = branchYear(BRANCH_YEAR, 8, calendar, (key) => ids.get(key) ?? 1).flatMap(
    ({ events, acceptedOn }, index) =>
      acceptedOn >= TODAY ? [] : [setRight(historyAsOf(events, dayBefore(TODAY)), index)],
  )
  await store.write((db) => histories.forEach((events) => addDossier(db, events)))
  await store.close()
  const test = await openTestCore({ dataDir: first.dataDir, setUp: false, now: '2025-12-31T01:00:00.000Z' })
  return { ...test, histories, procedures: new Map([...ids].map(([key, id]) => [id, key])), calendar }
}

/** Of every seventh dossier the step to the specialist turns out to have been taken on the day of acceptance. */
function setRight(events: DossierEvent[], index: number): DossierEvent[] {
  const [accepted, step] = events
  if (index % 7 !== 0 || accepted === undefined || step?.fact.kind !== 'passed') return events
  const redated = { seq: step.seq, on: accepted.happenedOn, at: null }
  const fact = { kind: 'corrected', reason: 'sai ngày', redated } as const
  return [...events, { ...step, seq: events.length + 1, happenedOn: dayBefore(TODAY), fact }]
}

/** What the domain says of every open dossier, from the histories alone. */
function outlooks({ histories, procedures, calendar }: Branch): Map<number, DeskRow['outlook']> {
  const { from, to } = yearBefore(TODAY)
  const ways = histories.map((events) => {
    const dossier = fold(events)
    const { acceptedOn, dueOn, endedOn, procedureId } = dossier
    const procedure = procedures.get(procedureId) ?? ''
    const way = { procedure, acceptedOn, pauses: stoppingPauses(dossier), steps: stepsOf(events) }
    const running = endedOn === null && !isStopped(dossier) && !isLate(dossier, TODAY)
    return { way, dueOn, endedOn, running: running && !dossier.pauses.some((pause) => pause.endOn === null) }
  })
  const past = ways.flatMap(({ way, endedOn }) =>
    endedOn !== null && endedOn >= from && endedOn <= to ? [{ ...way, endedOn }] : [],
  )
  const cases = new PastCases(past, calendar)
  const open = ways.flatMap(({ way, dueOn, running }, index) =>
    running ? [[index + 1, cases.outlookOf({ ...way, dueOn }, TODAY)] as const] : [],
  )
  return new Map(open)
}

describe('the list of those likely to end late', () => {
  it('has every open dossier at risk, the most likely first, each with the numbers it rests on', async () => {
    const branch = await openBranch()
    const { client } = branch
    const expected = outlooks(branch)
    const pageOf = (page: number) =>
      client.desk.list({ filter: AT_RISK_LIST, sort: BY_DUE, page, pageSize: 20 })
    const { total } = await pageOf(0)
    const rows: DeskRow[] = []
    for (let page = 0; page * 20 < total; page++) rows.push(...(await pageOf(page)).rows)
    expect(rows).toHaveLength(total)
    expect(total).toBeGreaterThan(25)
    const percents = rows.map(({ outlook }) => outlook?.percent ?? -1)
    expect(percents).toEqual(percents.toSorted((a, b) => b - a))
    expect(new Set(percents).size).toBeGreaterThan(5)
    const atRisk = [...expected].filter(([, outlook]) => outlook !== null && outlook.percent >= AT_RISK)
    const byId = (a: readonly [number, unknown], b: readonly [number, unknown]): number => a[0] - b[0]
    expect(rows.map(({ id, outlook }) => [id, outlook] as const).sort(byId)).toEqual(atRisk.sort(byId))
    // Nothing on it is late or waits.
    for (const { daysLate, standing } of rows) {
      expect([daysLate, ['running', 'due-soon', 'due-today'].includes(standing)]).toEqual([0, true])
    }
    // The number beside the list is its length.
    expect(await client.desk.outlook()).toEqual({
      ...{ from: '2024-12-31', to: '2025-12-30', atRisk: total, open: expected.size },
      unknown: [...expected.values()].filter((outlook) => outlook === null).length,
      cases: branch.histories.filter((events) => fold(events).endedOn !== null).length,
    })
    expect(branch.bugs).toEqual([])
  }, 60_000)

  it('is cut by procedure, and leaves the office as a file that says why', async () => {
    const { client, procedures } = await openBranch()
    const [procedureId = 0] = [...procedures.keys()]
    const filter = { ...AT_RISK_LIST, procedureId }
    const { rows, total } = await client.desk.list({ filter, sort: BY_DUE, page: 0, pageSize: 200 })
    expect(total).toBeGreaterThan(0)
    expect(new Set(rows.map((row) => row.procedureId))).toEqual(new Set([procedureId]))
    const file = await client.desk.printList({ filter, sort: BY_DUE, format: 'xlsx', language: 'vi' })
    expect(file.name).toMatch(/^ho-so-co-nguy-co-tre_/)
    const text = JSON.stringify(await readSheet(new Uint8Array(Buffer.from(file.content, 'base64'))))
    const [first] = rows
    if (!first?.outlook) throw new Error('nothing at risk')
    expect(text).toContain(first.code)
    const { late, of, left } = first.outlook
    // The first is due today; of the next one days are left.
    expect(left).toBe(0)
    expect(outlookWords(first.outlook, 'vi')).toContain(`${late}/${of} hồ sơ cùng thủ tục`)
    expect(text).toContain(`${late}/${of} hồ sơ cùng thủ tục`)
    expect(text).toContain('không xong ngay trong ngày')
    expect(text).toContain('cần hơn 2 ngày làm việc còn lại')
  }, 60_000)

  it('learns what is entered later of days before, and nothing from today', async () => {
    const { client } = await openBranch()
    const before = await client.desk.outlook()
    const late = await client.desk.list({ filter: LATE_LIST, sort: BY_DUE, page: 0, pageSize: 10 })
    const [one, other] = late.rows
    if (!one || !other) throw new Error('nothing late')
    const step = { step: 'result-ready', happenedAt: null, holderId: null, note: '' } as const
    const { id, version } = one
    await client.dossiers.recordStep({ ...step, id, version, happenedOn: TODAY })
    expect((await client.desk.outlook()).cases).toBe(before.cases)
    const yesterday = { id: other.id, version: other.version, happenedOn: dayBefore(TODAY) }
    await client.dossiers.recordStep({ ...step, ...yesterday })
    expect((await client.desk.outlook()).cases).toBe(before.cases + 1)
  }, 60_000)

  it('learns anew when a step or an end of days before is set right, and only then', async () => {
    const { core, dataDir, calendar } = await openBranch()
    await core.close()
    const store = new Store(join(dataDir, 'register.db'))
    const rules = deskRulesIn(store.read)
    const ended = store.read.all<{ id: number; seq: number; on: string }>(
      `SELECT dossier_id AS id, seq, happened_on AS "on" FROM dossier_event WHERE kind = 'result-ready' ORDER BY id LIMIT 2`,
    )
    const [one, other] = ended
    if (!one || !other) throw new Error('nothing ended')
    const enter = (id: number, fact: EventFact) =>
      store.write((db) => {
        const last = eventsOf(db, id).at(-1)
        if (!last) throw new Error('no history')
        appendEvents(db, id, [{ ...last, seq: last.seq + 1, happenedOn: TODAY, happenedAt: null, fact }])
      })
    const redated = (of: typeof one, days: number): EventFact => {
      const on = workingDayAfter(civilDate(of.on), days, calendar)
      return { kind: 'corrected', reason: 'sai ngày', redated: { seq: of.seq, on, at: null } }
    }
    const first = pastCases(store.read, TODAY, rules)
    await enter(one.id, { kind: 'noted', note: 'đã gọi điện' })
    await enter(one.id, { kind: 'corrected', reason: 'ghi nhầm', changes: { phone: '0901234567' } })
    expect(pastCases(store.read, TODAY, rules)).toBe(first)
    // As many have ended as before.
    await enter(one.id, redated(one, 3))
    const second = pastCases(store.read, TODAY, rules)
    expect([second === first, second.size]).toEqual([false, first.size])
    expect(pastCases(store.read, TODAY, rules)).toBe(second)
    await enter(other.id, redated(other, 1))
    expect(pastCases(store.read, TODAY, rules)).not.toBe(second)
    await store.close()
  }, 60_000)

  it('says nothing where there is nothing to compare with', async () => {
    const { client } = await openTestCore()
    const { total } = await client.desk.list({ filter: AT_RISK_LIST, sort: BY_DUE, page: 0, pageSize: 10 })
    expect([total, await client.desk.outlook()]).toMatchObject([
      0,
      { cases: 0, open: 0, unknown: 0, atRisk: 0 },
    ])
  })
})
