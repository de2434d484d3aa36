/**
 * Ways to make a late dossier look on time. None is refused for its purpose, which nobody can see; each leaves behind what
 * was written before, who wrote otherwise and when, and the difference it makes to the figures.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { OfficeClient } from '../../contract/index.ts'
import { type CivilDate, civilDate } from '../../domain/civil-date.ts'
import { fold } from '../../domain/dossier.ts'
import { Store } from '../../store/database.ts'
import { eventsOf } from '../../store/events.ts'
import { changeOf, day, make } from '../calendar/testing.ts'
import { type TestCore, clientOf, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const PASSWORD = 'mật-khẩu-thử-9'
/** Due on Monday 9/3/2026: five working days, no holiday among them. */
const RECEIVED = '2026-03-02T02:00:00.000Z'
const DUE = '2026-03-09'
const READY = civilDate('2026-03-16')
const MONTH = { from: civilDate('2026-03-01'), to: civilDate('2026-03-31'), by: 'field' as const }

type Page = Awaited<ReturnType<OfficeClient['dossiers']['get']>>

interface Case extends TestCore {
  head: OfficeClient
  /** The specialist, at a window of their own. */
  specialist: OfficeClient
  page: Page
  figures: () => Promise<{ early: number; onTime: number; late: number; overdue: number }>
}

/** A dossier received on 2/3 and, where asked for, finished on 16/3: five working days late. */
async function lateDossier({ finished }: { finished: boolean }): Promise<Case> {
  const test = await openTestCore({
    now: RECEIVED,
    account: { login: 'truong', password: PASSWORD, roles: ['head', 'counter'] },
  })
  const head = test.client
  const { password } = await head.people.add({ name: 'Trần Văn Sửa', login: 'sua', roles: ['specialist'] })
  const specialist = clientOf(test.core, test.core.openSession())
  await specialist.people.signIn({ login: 'sua', password: password ?? '' })
  await specialist.people.changePassword({ current: password ?? '', next: 'mật-khẩu-khác-8' })
  const { id } = await head.reception.receive(
    receptionOf(await procedureId(head, 'exchange-certificate', '2026-03-02')),
  )
  test.setNow('2026-03-16T03:00:00.000Z')
  if (finished) {
    await specialist.dossiers.recordStep({
      ...{
        id,
        version: 1,
        step: 'result-ready',
        happenedOn: READY,
        happenedAt: null,
        holderId: null,
        note: '',
      },
    })
  }
  test.setNow('2026-03-20T03:00:00.000Z')
  const page = await head.dossiers.get({ id })
  expect(page.row.dueOn).toBe(DUE)
  const figures = async () => {
    const { total } = await head.figures.summary(MONTH)
    const { resolvedEarly, resolvedOnTime, resolvedLate, pendingOverdue } = total
    return { early: resolvedEarly, onTime: resolvedOnTime, late: resolvedLate, overdue: pendingOverdue }
  }
  return { ...test, head, specialist, page, figures }
}

const correction = ({ row, version }: Page) => ({
  ...{ id: row.id, version, reason: 'ghi nhầm', changes: null, redated: null, revoked: null },
})

/** The dossier as it was known at a moment: by what had been entered until then. */
async function asKnown({ core, dataDir, page }: Case, moment: string) {
  await core.close()
  const store = new Store(join(dataDir, 'register.db'))
  const known = eventsOf(store.read, page.row.id).filter(({ enteredAt }) => enteredAt <= moment)
  await store.close()
  return fold(known)
}

const BEFORE = '2026-03-19T00:00:00.000Z'
const LATE = { early: 0, onTime: 0, late: 1, overdue: 0 }

describe('re-dating the result', () => {
  it('leaves the day that was written first, with who changed it, when and why', async () => {
    const test = await lateDossier({ finished: true })
    expect(await test.figures()).toEqual(LATE)
    const redated = { seq: 2, on: civilDate('2026-03-06') }
    const page = await test.specialist.dossiers.correct({ ...correction(test.page), redated })
    expect(page.row.standing).toBe('ended-early')
    expect(page.timeline[1]).toMatchObject({ kind: 'result-ready', happenedOn: READY, redatedBy: 3 })
    expect(page.timeline[2]).toMatchObject({
      ...{ kind: 'corrected', authorName: 'Trần Văn Sửa', enteredAt: '2026-03-20T03:00:00.000Z' },
      ...{ note: 'ghi nhầm', correction: { target: 2, redatedTo: '2026-03-06' } },
    })
    expect(await test.figures()).toEqual({ ...LATE, early: 1, late: 0 })
    expect(await asKnown(test, BEFORE)).toMatchObject({ endedOn: READY, dueOn: DUE })
  })

  it('to a day before the reception is refused', async () => {
    const test = await lateDossier({ finished: true })
    const redated = { seq: 2, on: civilDate('2026-03-01') }
    const refused = await refusalOf(test.specialist.dossiers.correct({ ...correction(test.page), redated }))
    expect(refused.fields).toMatchObject([{ field: 'redated.on', code: 'date-before-acceptance' }])
    expect(await test.figures()).toEqual(LATE)
  })
})

describe('entering the result late with an early day', () => {
  it('is marked as entered on a later day than it happened', async () => {
    const test = await lateDossier({ finished: false })
    expect(await test.figures()).toEqual({ ...LATE, late: 0, overdue: 1 })
    const page = await test.specialist.dossiers.recordStep({
      ...{ id: test.page.row.id, version: test.page.version, step: 'result-ready', holderId: null, note: '' },
      ...{ happenedOn: civilDate('2026-03-06'), happenedAt: null },
    })
    expect(page.timeline[1]).toMatchObject({
      ...{ happenedOn: '2026-03-06', enteredAt: '2026-03-20T03:00:00.000Z', lateEntry: true },
      authorName: 'Trần Văn Sửa',
    })
    expect(await test.figures()).toEqual({ ...LATE, early: 1, late: 0 })
    expect(await asKnown(test, BEFORE)).toMatchObject({ endedOn: null, dueOn: DUE })
  })
})

describe('saying that the result never was, and entering it anew', () => {
  it('leaves the first entry, crossed out by somebody', async () => {
    const test = await lateDossier({ finished: true })
    const revoked = await test.specialist.dossiers.correct({ ...correction(test.page), revoked: 2 })
    const page = await test.specialist.dossiers.recordStep({
      ...{ id: test.page.row.id, version: revoked.version, step: 'result-ready', holderId: null, note: '' },
      ...{ happenedOn: civilDate('2026-03-09'), happenedAt: null },
    })
    expect(page.row.standing).toBe('ended-on-time')
    expect(page.timeline.map(({ kind, revokedBy, lateEntry }) => [kind, revokedBy, lateEntry])).toEqual([
      ['accepted', null, false],
      ['result-ready', 3, false],
      ['corrected', null, false],
      ['result-ready', null, true],
    ])
    expect(await asKnown(test, BEFORE)).toMatchObject({ endedOn: READY })
  })
})

describe('correcting the reception', () => {
  it('to a later day moves the due date by an event of its own, the first date beside it', async () => {
    const test = await lateDossier({ finished: true })
    const redated = { seq: 1, on: civilDate('2026-03-10') }
    const page = await test.specialist.dossiers.correct({ ...correction(test.page), redated })
    expect(page.row.standing).toBe('ended-early')
    expect(page.dueMoves).toMatchObject([{ from: DUE, on: '2026-03-20', cause: 'correction' }])
    expect(page.timeline.at(-1)).toMatchObject({
      ...{ kind: 'due-moved', authorName: 'Trần Văn Sửa', note: 'ghi nhầm' },
    })
    expect(await asKnown(test, BEFORE)).toMatchObject({ acceptedOn: '2026-03-02', dueOn: DUE })
  })

  it('never takes it away', async () => {
    const test = await lateDossier({ finished: true })
    const refused = await refusalOf(
      test.specialist.dossiers.correct({ ...correction(test.page), revoked: 1 }),
    )
    expect(refused.code).toBe('acceptance-cannot-be-revoked')
  })
})

describe('adding a pause afterwards', () => {
  const pause = ({ row, version }: Page, on: CivilDate) => ({
    ...{ id: row.id, version, pause: 'supplement' as const, stops: true, happenedOn: on },
    ...{ document: '', note: '' },
  })

  it('to a finished dossier is refused', async () => {
    const test = await lateDossier({ finished: true })
    const call = test.specialist.dossiers.pause(pause(test.page, civilDate('2026-03-05')))
    expect((await refusalOf(call)).code).toBe('step-not-allowed')
    expect(await test.figures()).toEqual(LATE)
  })

  it('that begins after the due date hides nothing', async () => {
    const test = await lateDossier({ finished: false })
    const page = await test.specialist.dossiers.pause(pause(test.page, civilDate('2026-03-12')))
    expect(page.row.standing).toBe('late')
    expect(await test.figures()).toMatchObject({ overdue: 1 })
  })

  it('that is said to have begun in time is marked as entered late, and the figures differ by it', async () => {
    const test = await lateDossier({ finished: false })
    const page = await test.specialist.dossiers.pause(pause(test.page, civilDate('2026-03-05')))
    expect(page.row.standing).toBe('paused')
    expect(page.timeline.at(-1)).toMatchObject({
      ...{ kind: 'paused', happenedOn: '2026-03-05', lateEntry: true, authorName: 'Trần Văn Sửa' },
    })
    expect(await test.figures()).toMatchObject({ overdue: 0 })
    expect(await asKnown(test, BEFORE)).toMatchObject({ pauses: [], dueOn: DUE, endedOn: null })
  })
})

describe('swapping the procedure', () => {
  it('for one with a longer term is no correction there is', async () => {
    const test = await lateDossier({ finished: true })
    const longer = await procedureId(test.head, 'first-household', '2026-03-02')
    const changes = { procedureId: longer, note: 'đổi thủ tục' }
    const page = await test.specialist.dossiers.correct({ ...correction(test.page), changes })
    expect(page.row).toMatchObject({
      procedureId: test.page.row.procedureId,
      dueOn: DUE,
      standing: 'ended-late',
    })
    expect(page.timeline.at(-1)?.correction?.changes).toMatchObject([{ field: 'note' }])
    expect(await test.figures()).toEqual(LATE)
  })

  it('by a new version with a longer term does not reach a dossier received under the old one', async () => {
    const test = await lateDossier({ finished: false })
    const now = (await test.head.procedures.list()).find(({ id }) => id === test.page.row.procedureId)
    if (now === undefined) throw new Error('no such version')
    const { id: _id, dossiers: _dossiers, ...known } = now
    const version = { ...known, term: now.term + 30, phases: null, hasFeeLeg: false, validTo: null }
    const add = (client: OfficeClient, validFrom: CivilDate) =>
      client.procedures.add({ version: { ...version, validFrom }, reason: 'kéo dài' })
    expect((await refusalOf(add(test.specialist, civilDate('2026-03-20')))).code).toBe('not-allowed')
    // In the place of the old one there is none; one that is said to be in force since the reception may follow it.
    expect((await refusalOf(add(test.head, now.validFrom))).code).toBe('versions-overlap')
    await add(test.head, civilDate('2026-03-02'))
    const page = await test.head.dossiers.get({ id: test.page.row.id })
    expect(page.term).toMatchObject({ term: now.term })
    expect(page.row).toMatchObject({ dueOn: DUE, standing: 'late' })
    expect(await test.figures()).toMatchObject({ overdue: 1 })
    expect((await test.head.procedures.changes())[0]).toMatchObject({
      ...{ authorName: 'Nguyễn Văn Cửa', at: '2026-03-20T03:00:00.000Z', reason: 'kéo dài' },
    })
  })

  it('by correcting what is none of its particulars changes nothing: procedure, remoteness, days', async () => {
    const test = await lateDossier({ finished: false })
    const page = await test.head.dossiers.get({ id: test.page.row.id })
    const others = { procedureId: 1, remote: true, acceptedOn: '2026-03-10', dueOn: '2026-04-01' }
    const changes = { ...others, note: page.particulars.note }
    const refused = await refusalOf(test.specialist.dossiers.correct({ ...correction(page), changes }))
    expect(refused.fields).toMatchObject([{ field: 'changes', code: 'nothing-changed' }])
    expect((await test.head.dossiers.get({ id: page.row.id })).version).toBe(page.version)
  })
})

describe('changing the calendar', () => {
  it('moves no date of a finished dossier', async () => {
    const test = await lateDossier({ finished: true })
    const off = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map((date) => day(date, 'off'))
    await make(test.head, changeOf(...off), 'nghỉ bão')
    expect((await test.head.dossiers.get({ id: test.page.row.id })).row).toMatchObject({
      ...{ dueOn: DUE, standing: 'ended-late' },
    })
    expect(await test.figures()).toEqual(LATE)
  })

  it('moves an open one for all to see: by whom, why, and from which day', async () => {
    const test = await lateDossier({ finished: false })
    const off = ['2026-03-12', '2026-03-13', '2026-03-05', '2026-03-06'].map((date) => day(date, 'off'))
    await make(test.head, changeOf(...off), 'nghỉ bão')
    const page = await test.head.dossiers.get({ id: test.page.row.id })
    expect(page.dueMoves).toMatchObject([{ from: DUE, on: '2026-03-20', cause: 'rules' }])
    expect(page.timeline.at(-1)).toMatchObject({ kind: 'due-moved', authorName: 'Nguyễn Văn Cửa' })
    const { rows } = await test.head.audit.list({
      filter: { source: 'office', kind: 'calendar-changed', personId: null, from: null, to: null, code: '' },
      before: null,
      limit: 10,
    })
    expect(JSON.stringify(rows[0])).toContain('nghỉ bão')
    // The overdue day as it stood then is still counted for a period that ended before the change.
    const { total } = await test.head.figures.summary({ ...MONTH, to: civilDate('2026-03-15') })
    expect(total.pendingOverdue).toBe(1)
  })

  it('is not for a specialist', async () => {
    const test = await lateDossier({ finished: false })
    const call = make(test.specialist, changeOf(day('2026-03-05', 'off')))
    expect((await refusalOf(call)).code).toBe('not-allowed')
  })
})

describe('ending it another way', () => {
  it('as withdrawn or stopped on request is late all the same, and in the memo lines', async () => {
    const test = await lateDossier({ finished: false })
    const page = await test.specialist.dossiers.recordStep({
      ...{ id: test.page.row.id, version: test.page.version, step: 'withdrawn', holderId: null },
      ...{ happenedOn: civilDate('2026-03-20'), happenedAt: null, note: 'dân rút' },
    })
    expect(page.row.standing).toBe('ended-late')
    const { total } = await test.head.figures.summary(MONTH)
    expect(total).toMatchObject({ resolvedLate: 1, withdrawn: 1 })
  })
})

describe('behind the window', () => {
  it('an event with another author, day of entry or due date has no operation', async () => {
    const test = await lateDossier({ finished: false })
    const window = test.core.openSession()
    await clientOf(test.core, window).people.signIn({ login: 'sua', password: 'mật-khẩu-khác-8' })
    const step = {
      ...{ id: test.page.row.id, version: test.page.version, step: 'result-ready', holderId: null, note: '' },
      ...{
        happenedOn: '2026-03-20',
        happenedAt: null,
        enteredAt: RECEIVED,
        authorId: 1,
        dueOn: '2026-04-01',
      },
    }
    const reply = await test.core.call(window, ['dossiers', 'recordStep'], step)
    expect(reply.ok).toBe(true)
    const page = await test.head.dossiers.get({ id: test.page.row.id })
    expect(page.row).toMatchObject({ dueOn: DUE, standing: 'ended-late' })
    expect(page.timeline.at(-1)).toMatchObject({
      ...{ authorName: 'Trần Văn Sửa', enteredAt: '2026-03-20T03:00:00.000Z' },
    })
    for (const path of [
      ['dossiers', 'moveDue'],
      ['dossiers', 'delete'],
      ['store', 'write'],
    ]) {
      expect(await test.core.call(window, path, step)).toMatchObject({ ok: false })
    }
  })
})
