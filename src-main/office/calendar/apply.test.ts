import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'
import { changeOf, clockWith, day, dueOf, make, receiveAt } from './testing.ts'

const MONDAY = '2026-11-23T02:00:00.000Z'
const OCTOBER = { from: civilDate('2026-10-01'), to: civilDate('2026-10-31') }

describe('a change made', () => {
  it('moves the due dates with its reason in each history, and counts from then on', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await receiveAt(test, 'exchange-certificate', MONDAY)
    expect(await make(client, changeOf(day('2026-12-01', 'off')), 'Bão số 9')).toBe(1)
    const page = await client.dossiers.get({ id })
    expect(page).toMatchObject({ row: { dueOn: '2026-12-02' }, computedDueOn: '2026-12-02' })
    expect(page.timeline.at(-1)).toMatchObject({
      ...{ kind: 'due-moved', note: 'Bão số 9', happenedOn: '2026-11-23' },
      dueMoved: { from: '2026-12-01', to: '2026-12-02', cause: 'rules' },
    })
    expect(await dueOf(client, await receiveAt(test, 'exchange-certificate', MONDAY))).toBe('2026-12-02')
  })

  it('is on record with what was there before, who made it and why, the newest first', async () => {
    const test = await openTestCore()
    const { client } = test
    await receiveAt(test, 'exchange-certificate', MONDAY)
    await make(client, changeOf(day('2026-12-01', 'off')), 'Bão số 9')
    await make(
      client,
      { ...changeOf(day('2026-12-01', null)), clock: clockWith({ sameDayCutOff: '14:00' }) },
      'Bão tan',
    )
    const [second, first] = await client.calendar.changes()
    expect(first).toMatchObject({
      ...{ authorName: 'Nguyễn Văn Cửa', reason: 'Bão số 9', moved: 1, clock: null, at: MONDAY },
      days: [{ date: '2026-12-01', before: null, row: { kind: 'off', name: 'Nghỉ bão' } }],
    })
    expect(second).toMatchObject({
      ...{ reason: 'Bão tan', moved: 1, clock: { sameDayCutOff: '14:00' } },
      days: [{ date: '2026-12-01', before: { name: 'Nghỉ bão' }, row: null }],
    })
  })

  it('tells every window how far it is, and that rules and dossiers have changed', async () => {
    const test = await openTestCore()
    const { client, core } = test
    const id = await procedureId(client, 'exchange-certificate')
    for (let i = 0; i < 120; i++) await client.reception.receive(receptionOf(id))
    const heard: string[] = []
    core.subscribe((notice) => heard.push(notice.topic === 'progress' ? notice.operation : notice.topic))
    expect(await make(client, changeOf(day('2026-12-01', 'off')))).toBe(120)
    expect(heard).toEqual(['calendar-apply', 'office', 'dossiers'])
  })

  it('is refused when it would no longer do what was shown', async () => {
    const test = await openTestCore()
    const { client } = test
    const change = changeOf(day('2026-12-01', 'off'))
    await receiveAt(test, 'exchange-certificate', MONDAY)
    const { digest } = await client.calendar.whatIf(change)
    const late = await receiveAt(test, 'exchange-certificate', MONDAY)
    const apply = () => client.calendar.apply({ ...change, reason: 'Bão số 9', digest })
    expect((await refusalOf(apply())).code).toBe('what-if-outdated')
    expect(await dueOf(client, late)).toBe('2026-12-01')
    expect(await client.calendar.changes()).toEqual([])
    const other = changeOf(day('2026-12-02', 'off'))
    const { digest: again } = await client.calendar.whatIf(change)
    expect(
      (await refusalOf(client.calendar.apply({ ...other, reason: 'Bão số 9', digest: again }))).code,
    ).toBe('what-if-outdated')
    expect(await make(client, change)).toBe(2)
  })

  it('is not held up by work on dossiers that it does not move', async () => {
    const test = await openTestCore()
    const { client } = test
    const change = changeOf(day('2026-12-01', 'off'))
    await receiveAt(test, 'exchange-certificate', MONDAY)
    const { digest } = await client.calendar.whatIf(change)
    await receiveAt(test, 'mortgage', MONDAY)
    expect(await client.calendar.apply({ ...change, reason: 'Bão số 9', digest })).toMatchObject({ moved: 1 })
  })

  it('loses no dossier that is received while it is made', async () => {
    const test = await openTestCore()
    const { client } = test
    const id = await procedureId(client, 'exchange-certificate')
    for (let i = 0; i < 30; i++) await client.reception.receive(receptionOf(id))
    const change = changeOf(day('2026-12-01', 'off'))
    const { digest } = await client.calendar.whatIf(change)
    const making = client.calendar.apply({ ...change, reason: 'Bão số 9', digest }).catch(() => null)
    const received = Array.from({ length: 30 }, () => client.reception.receive(receptionOf(id)))
    await Promise.all([making, ...received])
    if ((await making) === null) await make(client, change)
    for (let dossier = 1; dossier <= 60; dossier++) expect(await dueOf(client, dossier)).toBe('2026-12-02')
  })

  it('by nobody in particular is refused, and so is one without a reason', async () => {
    const { client } = await openTestCore()
    const change = changeOf(day('2026-12-01', 'off'))
    const { digest } = await client.calendar.whatIf(change)
    expect(
      (await refusalOf(client.calendar.apply({ ...change, reason: ' ', digest }))).fields[0],
    ).toMatchObject({
      field: 'reason',
      code: 'required',
    })
    const fresh = await openTestCore({ setUp: false })
    const refusal = await refusalOf(fresh.client.calendar.apply({ ...change, reason: 'x', digest }))
    expect(refusal.code).toBe('office-not-set-up')
  })
})

describe('what is past', () => {
  it('stays: ended dossiers keep their due date, and the figures of a past period are the same', async () => {
    const test = await openTestCore()
    const { client, setNow } = test
    const open = await receiveAt(test, 'exchange-certificate', '2026-10-05T02:00:00.000Z')
    const ended = await receiveAt(test, 'exchange-certificate', '2026-10-05T03:00:00.000Z')
    setNow('2026-10-14T02:00:00.000Z')
    await client.dossiers.recordStep({
      ...{ id: ended, version: 1, step: 'result-ready', happenedOn: civilDate('2026-10-14') },
      ...{ happenedAt: null, holderId: null, note: '' },
    })
    setNow(MONDAY)
    const before = await client.figures.summary({ ...OCTOBER, by: 'field' })
    // The one was overdue at the end of October by the due date it had then, the other ended late.
    expect(before.total).toMatchObject({ pendingOverdue: 1, pendingInTime: 0, resolvedLate: 1 })
    const storm = ['06', '07', '08', '09', '12', '13', '14', '15', '16', '19', '20', '21', '22', '23', '26']
    const moved = await make(client, changeOf(...storm.map((date) => day(`2026-10-${date}`, 'off'))))
    expect(moved).toBe(1)
    expect(await dueOf(client, ended)).toBe('2026-10-12')
    expect(await dueOf(client, open)).toBe('2026-11-02')
    expect(await client.figures.summary({ ...OCTOBER, by: 'field' })).toEqual(before)
    const now = { from: civilDate('2026-11-01'), to: civilDate('2026-11-23') }
    expect((await client.figures.summary({ ...now, by: 'field' })).total).toMatchObject({ pendingOverdue: 1 })
  })
})
