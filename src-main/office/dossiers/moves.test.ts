/**
 * Random lives of dossiers: whatever is done to one, its row says what the clock makes of it, and nothing is lost.
 */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MANUAL_STEPS } from '../../contract/dossiers.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { type CivilDate, civilDate } from '../../domain/civil-date.ts'
import { dateAfter } from '../../domain/clock.ts'
import { PAUSE_KINDS } from '../../domain/dossier.ts'
import { Store } from '../../store/database.ts'
import { rebuild } from '../../store/events.ts'
import { changeOf, day, make } from '../calendar/testing.ts'
import { type TestCore, openTestCore, procedureId, receptionOf } from '../test-core.ts'

type Page = Awaited<ReturnType<OfficeClient['dossiers']['get']>>

const START = civilDate('2026-03-02')
const pass = fc.integer({ min: 0, max: 9 })
/** What is done next: so many days after what was done last, or to one of the entries there are. */
const acts = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ act: fc.constant('pause' as const), pass, kind: fc.constantFrom(...PAUSE_KINDS) },
      runsOn: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('resume' as const), pass }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('step' as const), pass, step: fc.constantFrom(...MANUAL_STEPS) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ act: fc.constant('redate' as const), entry: fc.integer({ min: 0, max: 9 }) },
      by: fc.integer({ min: -6, max: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('revoke' as const), entry: fc.integer({ min: 0, max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('phone' as const), end: fc.integer({ min: 10, max: 99 }) }),
  },
)
type Act = typeof acts extends fc.Arbitrary<infer Value> ? Value : never
const lives = fc.record({
  key: fc.constantFrom('transfer', 'exchange-certificate', 'correct-certificate', 'mortgage'),
  remote: fc.boolean(),
  acts: fc.array(acts, { minLength: 1, maxLength: 12 }),
})

/** The day of the last entry that is no correction, as it stands now. */
function lastDay({ timeline }: Page): CivilDate {
  const days = timeline.flatMap(({ kind, happenedOn, revokedBy, redatedBy }) => {
    if (kind === 'corrected' || kind === 'due-moved' || revokedBy !== null) return []
    return timeline.find(({ seq }) => seq === redatedBy)?.correction?.redatedTo ?? happenedOn
  })
  return days.reduce((last, on) => (on > last ? on : last), START)
}

async function perform(client: OfficeClient, page: Page, one: Act): Promise<Page> {
  const at = { id: page.row.id, version: page.version }
  const entry = 'entry' in one ? page.timeline[one.entry % page.timeline.length] : undefined
  const seq = entry?.seq ?? 1
  const correction = { ...at, reason: 'ghi nhầm', changes: null, redated: null, revoked: null }
  switch (one.act) {
    case 'pause':
      return client.dossiers.pause({
        ...{ ...at, pause: one.kind, happenedOn: dateAfter(lastDay(page), one.pass), document: '', note: '' },
        stops: one.kind !== 'agency' || !one.runsOn,
      })
    case 'resume':
      return client.dossiers.resume({
        ...{ ...at, happenedOn: dateAfter(lastDay(page), one.pass), document: '', note: '' },
      })
    case 'step':
      return client.dossiers.recordStep({
        ...{ ...at, step: one.step, happenedOn: dateAfter(lastDay(page), one.pass) },
        ...{ happenedAt: null, holderId: one.step === 'taken' ? 1 : null, note: '' },
      })
    case 'redate': {
      const on = dateAfter(entry?.happenedOn ?? START, one.by)
      return client.dossiers.correct({ ...correction, redated: { seq, on } })
    }
    case 'revoke':
      return client.dossiers.correct({ ...correction, revoked: seq })
    case 'phone':
      return client.dossiers.correct({ ...correction, changes: { phone: `09123456${one.end}` } })
  }
}

/** The same after a refusal; anything but a refusal in words is a fault. */
async function tried(client: OfficeClient, page: Page, one: Act): Promise<Page> {
  try {
    return await perform(client, page, one)
  } catch (error) {
    if (!(error instanceof OfficeError) || error.data.code === 'internal') throw error
    return client.dossiers.get({ id: page.row.id })
  }
}

const written = ({ timeline }: Page) =>
  timeline.map(({ revokedBy: _revoked, redatedBy: _redated, ...entry }) => entry)

/** An end that found a pause open which had begun in time. */
function endedInTime({ timeline, row }: Page, before: Page): boolean {
  const ended = row.endedOn !== null && before.row.endedOn === null
  return ended && before.row.standing === 'paused' && timeline.length > before.timeline.length
}

async function live({ client }: TestCore, life: typeof lives extends fc.Arbitrary<infer V> ? V : never) {
  const id = await procedureId(client, life.key, START)
  const received = { acceptedAt: `${START}T02:00:00.000Z`, remote: life.remote }
  const saved = await client.reception.receive(receptionOf(id, {}, received))
  let page = await client.dossiers.get({ id: saved.id })
  for (const one of life.acts) {
    const before = page
    page = await tried(client, page, one)
    expect([one, page.row.dueOn]).toEqual([one, page.computedDueOn])
    expect(written(page).slice(0, before.timeline.length)).toEqual(written(before))
    if (page.waitsRunning !== null) expect([one, page.row.standing, page.stopped]).not.toContain('paused')
    if (
      before.waitsRunning !== null &&
      page.waitsRunning === null &&
      one.act !== 'redate' &&
      one.act !== 'revoke'
    )
      expect([one, page.dueMoves]).toEqual([one, before.dueMoves])
    if (endedInTime(page, before)) expect([one, page.row.standing === 'ended-late']).toEqual([one, false])
  }
}

const TABLES = ['dossier', 'dossier_pause', 'dossier_due_move']

describe('whatever is done to a dossier', () => {
  it('its row says what the clock says, its history only grows, and the rows are those of the histories', async () => {
    const test = await openTestCore({ now: '2026-11-23T02:00:00.000Z' })
    await fc.assert(
      fc.asyncProperty(lives, (life) => live(test, life)),
      { numRuns: 150 },
    )
    expect(test.bugs).toEqual([])
    await test.core.close()
    const store = new Store(join(test.dataDir, 'register.db'))
    const picture = () => TABLES.map((table) => store.read.all(`SELECT * FROM ${table} ORDER BY 1, 2`))
    const rows = picture()
    await store.writeInSteps(rebuild)
    expect(picture()).toEqual(rows)
    await store.close()
  }, 120_000)
})

const base = { id: 1, document: '', note: '' }
const due = ({ dueMoves, row }: Page) => [...dueMoves.map(({ from, cause }) => `${from} ${cause}`), row.dueOn]

describe('an acceptance on another day', () => {
  it('has its due date counted again, for all to see, as a correction', async () => {
    const { client } = await openTestCore()
    await client.reception.receive(receptionOf(await procedureId(client, 'exchange-certificate')))
    const page = await client.dossiers.correct({
      ...{ id: 1, version: 1, reason: 'ghi nhầm ngày', changes: null, revoked: null },
      redated: { seq: 1, on: civilDate('2026-11-20') },
    })
    expect(due(page)).toEqual(['2026-12-01 correction', '2026-11-30'])
    expect(page.computedDueOn).toBe('2026-11-30')
    expect(page.timeline.at(-1)).toMatchObject({ kind: 'due-moved', note: 'ghi nhầm ngày' })
  })
})

describe('a calendar that changes while a dossier waits', () => {
  const waiting = async () => {
    const test = await openTestCore({ now: '2026-03-02T02:00:00.000Z' })
    const { client, setNow } = test
    await client.reception.receive(
      receptionOf(await procedureId(client, 'correct-certificate', '2026-03-02')),
    )
    setNow('2026-03-06T02:00:00.000Z')
    await client.dossiers.pause({ ...base, version: 1, pause: 'agency', happenedOn: civilDate('2026-03-04') })
    await make(client, changeOf(day('2026-03-10', 'off')))
    return client
  }
  it('moves the due date by a move of its own when the clock runs again', async () => {
    const client = await waiting()
    const page = await client.dossiers.resume({ ...base, version: 2, happenedOn: civilDate('2026-03-06') })
    expect(due(page)).toEqual(['2026-03-12 rules', '2026-03-13 pause', '2026-03-17'])
  })
  it('alone is what moves it where the pause took no day', async () => {
    const client = await waiting()
    const page = await client.dossiers.resume({ ...base, version: 2, happenedOn: civilDate('2026-03-04') })
    expect(due(page)).toEqual(['2026-03-12 rules', '2026-03-13'])
    expect(page.computedDueOn).toBe('2026-03-13')
  })
})
