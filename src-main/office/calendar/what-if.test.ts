import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleChange } from '../../contract/calendar.ts'
import { WorkingCalendar } from '../../domain/calendar.ts'
import { civilDate, fromDayNumber, toDayNumber, weekday } from '../../domain/civil-date.ts'
import { type ReadDb, openReader } from '../../store/database.ts'
import { type OpenClock, openClocks, openPauses } from '../../store/open-dossiers.ts'
import { listCalendar, listProcedures } from '../../store/reference.ts'
import { clockOf } from '../dossiers/clock-of.ts'
import { openTestCore, refusalOf } from '../test-core.ts'
import { clockSettingOf } from './clock-setting.ts'
import { changeOf, clockWith, day, dueOf, make, receiveAt } from './testing.ts'

const MONDAY = '2026-11-23T02:00:00.000Z'

describe('what a change would do', () => {
  it('is shown for every open dossier whose due date moves, and nothing is changed', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receiveAt(test, 'exchange-certificate', MONDAY)
    await receiveAt(test, 'split-merge', MONDAY)
    expect(await dueOf(client, id)).toBe('2026-12-01')
    const seen = await client.calendar.whatIf(changeOf(day('2026-12-01', 'off')))
    expect(seen).toMatchObject({ open: 2, moved: 2, nowLate: 0, noLongerLate: 0, leftAlone: 0 })
    expect(seen.dossiers[0]).toMatchObject({
      ...{ id, code: '000.00.22.H32-261123-0001', applicantName: 'Nguyễn Văn A' },
      ...{ acceptedOn: '2026-11-23', dueBefore: '2026-12-01', dueAfter: '2026-12-02' },
      ...{ promised: false, effect: 'none', procedureName: 'Cấp đổi Giấy chứng nhận' },
    })
    expect(await dueOf(client, id)).toBe('2026-12-01')
    expect((await client.calendar.year({ year: 2026 })).days.some(({ date }) => date === '2026-12-01')).toBe(
      false,
    )
  })

  it('says whose due date stands on paper: a printed receipt, or the paper register it was taken over from', async () => {
    const test = await openTestCore()
    const { client, dataDir } = test
    const ids = []
    for (let i = 0; i < 4; i++) ids.push(await receiveAt(test, 'exchange-certificate', MONDAY))
    const [unprinted = 0, printed = 0, calledOff = 0, taken = 0] = ids
    await client.dossiers.printReceipt({ id: printed })
    await client.dossiers.printReceipt({ id: calledOff })
    await client.dossiers.correct({
      ...{ id: calledOff, version: 2, reason: 'Máy in hết giấy', changes: null, redated: null, revoked: 2 },
    })
    // As an import of a paper register writes it.
    const outsider = new BetterSqlite3(join(dataDir, 'register.db'))
    outsider.prepare("UPDATE dossier SET due_source = 'printed' WHERE id = ?").run(taken)
    outsider.close()
    const { dossiers } = await client.calendar.whatIf(changeOf(day('2026-12-01', 'off')))
    expect(new Map(dossiers.map(({ id, promised }) => [id, promised]))).toEqual(
      new Map([
        [unprinted, false],
        [printed, true],
        [calledOff, false],
        [taken, true],
      ]),
    )
  })

  it('says which dossiers become late today by it and which no longer are', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    const later = await receiveAt(test, 'exchange-certificate', '2026-11-09T02:00:00.000Z')
    const sooner = await receiveAt(test, 'exchange-certificate', '2026-11-16T02:00:00.000Z')
    setNow('2026-11-23T02:00:00.000Z')
    expect([await dueOf(client, later), await dueOf(client, sooner)]).toEqual(['2026-11-16', '2026-11-23'])
    const seen = await client.calendar.whatIf(
      changeOf(
        ...['10', '11', '12', '13', '16'].map((date) => day(`2026-11-${date}`, 'off')),
        day('2026-11-21', 'work'),
      ),
    )
    expect(seen.dossiers.map(({ id, dueAfter, effect }) => [id, dueAfter, effect])).toEqual([
      [later, '2026-11-21', 'none'],
      [sooner, '2026-11-21', 'now-late'],
    ])
    const rescued = await client.calendar.whatIf(
      changeOf(...['10', '11', '12', '13', '16'].map((date) => day(`2026-11-${date}`, 'off'))),
    )
    expect(rescued).toMatchObject({ moved: 1, nowLate: 0, noLongerLate: 1 })
  })

  it('leaves a stopped clock out: it has no due date until it runs again', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    const id = await receiveAt(test, 'correct-certificate', MONDAY)
    setNow('2026-11-25T02:00:00.000Z')
    const pause = { id, version: 1, pause: 'agency' as const, document: '', note: '' }
    await client.dossiers.pause({ ...pause, happenedOn: civilDate('2026-11-25') })
    const change = changeOf(day('2026-12-01', 'off'))
    expect(await client.calendar.whatIf(change)).toMatchObject({ open: 1, moved: 0, leftAlone: 0 })
    await make(client, change)
    setNow('2026-11-26T02:00:00.000Z')
    const running = await client.dossiers.resume({
      ...{ id, version: 2, happenedOn: civilDate('2026-11-26'), document: '', note: '' },
    })
    // 8 working days from 23/11; 24/11 and 1/12 are days off, 25/11 it stood still.
    expect(running.row.dueOn).toBe('2026-12-08')
    expect(running.computedDueOn).toBe('2026-12-08')
  })

  it('counts the second appointment from the proof of payment', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    const id = await receiveAt(test, 'transfer', MONDAY)
    setNow('2026-12-04T02:00:00.000Z')
    await client.dossiers.pause({
      ...{ id, version: 1, pause: 'payment', happenedOn: civilDate('2026-11-30'), document: '', note: '' },
    })
    const page = await client.dossiers.resume({
      ...{ id, version: 2, happenedOn: civilDate('2026-12-03'), document: '', note: '' },
    })
    expect(page.row.dueOn).toBe('2026-12-08')
    expect(await client.calendar.whatIf(changeOf(day('2026-11-27', 'off')))).toMatchObject({ moved: 0 })
    const seen = await client.calendar.whatIf(changeOf(day('2026-12-07', 'off')))
    expect(seen.dossiers.map(({ dueAfter }) => dueAfter)).toEqual(['2026-12-09'])
  })

  it('is asked of the conventions too: a later cut-off brings same-day dossiers forward', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receiveAt(test, 'mortgage', '2026-11-23T08:30:00.000Z')
    expect(await dueOf(client, id)).toBe('2026-11-25')
    const change: RuleChange = { days: [], clock: clockWith({ sameDayCutOff: '16:00' }) }
    const seen = await client.calendar.whatIf(change)
    expect(seen.dossiers.map(({ dueAfter }) => dueAfter)).toEqual(['2026-11-23'])
    await make(client, change)
    expect((await client.calendar.year({ year: 2026 })).clock.sameDayCutOff).toBe('16:00')
    const next = await receiveAt(test, 'mortgage', '2026-11-25T08:45:00.000Z')
    expect(await dueOf(client, next)).toBe('2026-11-25')
  })

  it('is refused for rows that say nothing or the impossible, each at its field', async () => {
    const { client } = await openTestCore()
    const refusal = await refusalOf(
      client.calendar.whatIf(
        changeOf(day('2026-12-02', 'work'), day('2026-12-05', 'off'), day('2026-12-05', null)),
      ),
    )
    expect(refusal.fields.map(({ field, code }) => [field, code])).toEqual([
      ['days.0.row.kind', 'make-up-on-weekday'],
      ['days.1.row.kind', 'off-on-weekend'],
      ['days.2.date', 'date-twice'],
    ])
    const hours = { morning: ['07:30', '13:30'], afternoon: ['13:00', '17:00'] } as const
    const unordered = await refusalOf(
      client.calendar.whatIf({
        days: [],
        clock: {
          ...clockWith({}),
          hours: { morning: [...hours.morning], afternoon: [...hours.afternoon] },
        },
      }),
    )
    expect(unordered.fields.map(({ field, code }) => [field, code])).toEqual([
      ['clock.hours', 'hours-not-in-order'],
    ])
  })

  it('is nothing where rows and conventions are those in force, and such a change is not made', async () => {
    const test = await openTestCore()
    const { client } = test
    await receiveAt(test, 'exchange-certificate', MONDAY)
    const known = (await client.calendar.year({ year: 2026 })).days.find(({ date }) => date === '2026-11-24')
    if (!known) throw new Error('24/11 is a day off')
    const { date, ...row } = known
    const same: RuleChange = { days: [{ date, row }, day('2026-12-01', null)], clock: clockWith({}) }
    const seen = await client.calendar.whatIf(same)
    expect(seen.moved).toBe(0)
    const refusal = await refusalOf(
      client.calendar.apply({ ...same, reason: 'Không đổi gì', digest: seen.digest }),
    )
    expect(refusal.fields).toEqual([{ field: 'days', code: 'nothing-changed', params: {} }])
  })
})

/** Due dates of all open dossiers by the rules the file holds: `null` while a clock stands still. */
function countAfresh(db: ReadDb): Map<number, { dossier: OpenClock; fresh: string | null }> {
  const rules = { calendar: new WorkingCalendar(listCalendar(db)), clock: clockSettingOf(db) }
  const versions = new Map(listProcedures(db).map((version) => [version.id, version]))
  const pauses = openPauses(db)
  return new Map(
    openClocks(db).map((dossier) => {
      const version = versions.get(dossier.procedureId)
      if (!version) throw new Error('a dossier without a procedure')
      const clocked = { ...dossier, remote: dossier.remote === 1, pauses: pauses.get(dossier.id) ?? [] }
      const state = clockOf(version, clocked, rules)
      return [dossier.id, { dossier, fresh: state.kind === 'due' ? state.date : null }]
    }),
  )
}

const ENDED = 'SELECT id, due_on, version FROM dossier WHERE ended_on IS NOT NULL ORDER BY id'

describe('a change seen and made', () => {
  it('gives every open dossier the due date it has when counted afresh, and touches no ended one', async () => {
    const { client, dataDir } = await openTestCore({ setUp: false })
    await client.office.openSample()
    const { db, close } = openReader(join(dataDir, 'sample.db'))
    const ended = db.all(ENDED)
    const first = toDayNumber(civilDate('2020-05-01'))
    const dates = fc.integer({ min: 0, max: 120 }).map((n) => fromDayNumber(first + n))
    const changes = fc.record({
      dates: fc.uniqueArray(fc.record({ date: dates, free: fc.boolean() }), {
        selector: ({ date }) => date,
        minLength: 1,
        maxLength: 12,
      }),
      offDayReception: fc.constantFrom('strict' as const, 'next-working-day' as const),
    })
    let moves = 0
    await fc.assert(
      fc.asyncProperty(changes, async ({ dates: changed, offDayReception }) => {
        const days = changed.map(({ date, free }) =>
          day(date, free ? null : weekday(toDayNumber(date)) % 6 === 0 ? 'work' : 'off'),
        )
        const change: RuleChange = { days, clock: clockWith({ offDayReception }) }
        const before = countAfresh(db)
        const { moved, leftAlone, digest, open } = await client.calendar.whatIf(change)
        const made = await client.calendar
          .apply({ ...change, reason: 'Thử', digest })
          .catch(() => ({ moved: 0 }))
        expect(made.moved).toBe(moved)
        moves += moved
        const after = countAfresh(db)
        expect(after.size).toBe(open)
        let own = 0
        for (const [id, { dossier, fresh }] of before) {
          const now = after.get(id)
          if (fresh !== null && fresh !== dossier.dueOn) own++
          const follows = fresh === dossier.dueOn && now?.fresh !== null
          expect([id, now?.dossier.dueOn]).toEqual([id, follows ? now?.fresh : dossier.dueOn])
        }
        expect(own).toBe(leftAlone)
      }),
      { numRuns: 8, seed: 20200630 },
    )
    expect(moves).toBeGreaterThan(1000)
    expect(db.all(ENDED)).toEqual(ended)
    close()
  }, 120_000)
})
