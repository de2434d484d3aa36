import { describe, expect, it } from 'vitest'
import type { DossierFilter } from '../../contract/dossier-list.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { civilDate, toDayNumber } from '../../domain/civil-date.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const EVERY: DossierFilter = {
  ...{
    queue: 'all',
    search: '',
    procedureId: null,
    state: null,
    holderId: null,
    channel: null,
    commune: null,
  },
  ...{ acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null, apology: null },
}

/** A dossier of 8 working days in two appointments (5 + 3), accepted on Monday 2/3/2026. */
async function withTransfer(key = 'transfer'): Promise<TestCore> {
  const test = await openTestCore({ now: '2026-03-02T02:00:00.000Z' })
  await test.client.reception.receive(receptionOf(await procedureId(test.client, key, '2026-03-02')))
  return test
}
const pause = (
  client: OfficeClient,
  version: number,
  kind: 'supplement' | 'payment' | 'agency',
  on: string,
) =>
  client.dossiers.pause({
    id: 1,
    version,
    pause: kind,
    happenedOn: civilDate(on),
    document: '12/PBS',
    note: '',
  })
const resume = (client: OfficeClient, version: number, on: string) =>
  client.dossiers.resume({ id: 1, version, happenedOn: civilDate(on), document: '', note: '' })

describe('a pause', () => {
  it('stops the clock, and its end moves the due date by the days it took', async () => {
    const { client, setNow } = await withTransfer('correct-certificate')
    setNow('2026-03-06T02:00:00.000Z')
    const stopped = await pause(client, 1, 'agency', '2026-03-04')
    expect(stopped).toMatchObject({
      row: { state: 'awaiting-agency', standing: 'paused', dueOn: '2026-03-12' },
    })
    expect(stopped.stopped).toEqual({ since: '2026-03-04', remaining: 7 })
    const running = await resume(client, 2, '2026-03-06')
    expect(running).toMatchObject({
      row: { state: 'accepted', dueOn: '2026-03-16' },
      computedDueOn: '2026-03-16',
      stopped: null,
    })
    expect(running.dueMoves).toEqual([{ from: '2026-03-12', on: '2026-03-06', cause: 'pause' }])
    expect(running.timeline.map(({ kind, dueMoved }) => [kind, dueMoved?.to ?? ''])).toEqual([
      ['accepted', ''],
      ['paused', ''],
      ['resumed', ''],
      ['due-moved', '2026-03-16'],
    ])
    expect(running.days.filter((day) => day.counted)).toHaveLength(8)
    expect(running.days.find((day) => day.reason === 'paused')).toMatchObject({
      date: '2026-03-04',
      basis: '12/PBS',
    })
  })
  it('for a supplement begins the term again, and may be asked for once', async () => {
    const { client, setNow } = await withTransfer('correct-certificate')
    setNow('2026-03-06T02:00:00.000Z')
    await pause(client, 1, 'supplement', '2026-03-04')
    const running = await resume(client, 2, '2026-03-06')
    expect(running.row.dueOn).toBe('2026-03-18')
    expect(running.days.filter((day) => day.reason === 'superseded')).toHaveLength(1)
    expect((await refusalOf(pause(client, running.version, 'supplement', '2026-03-06'))).code).toBe(
      'supplement-asked-before',
    )
  })
  it('for payment leaves the second appointment unknown until payment is proved', async () => {
    const { client, setNow } = await withTransfer()
    expect((await client.dossiers.get({ id: 1 })).appointments).toEqual({ first: '2026-03-09', second: null })
    setNow('2026-03-09T02:00:00.000Z')
    const change = { kind: 'pause' as const, pause: 'payment' as const, on: civilDate('2026-03-06') }
    expect(await client.dossiers.previewPause({ id: 1, change })).toMatchObject({ remaining: 3 })
    expect(await client.dossiers.get({ id: 1 })).toMatchObject({ daysUsed: 4, daysWhole: 8 })
    const waiting = await pause(client, 1, 'payment', '2026-03-06')
    expect(waiting).toMatchObject({ daysUsed: 3, daysWhole: 5 })
    // The slip went out before the first appointment: that is kept, and what is left is the second phase.
    expect(waiting.appointments).toEqual({ first: '2026-03-09', second: null })
    expect(waiting).toMatchObject({ row: { dueOn: '2026-03-12', standing: 'paused' } })
    expect(waiting.stopped).toEqual({ since: '2026-03-06', remaining: 3 })
    setNow('2026-04-24T02:00:00.000Z')
    const running = await resume(client, 2, '2026-04-24')
    expect(running.appointments).toEqual({ first: '2026-03-09', second: '2026-05-04' })
    expect(running.row.dueOn).toBe('2026-05-04')
    expect(running).toMatchObject({ daysUsed: 0, daysWhole: 3 })
    setNow('2026-05-04T02:00:00.000Z')
    // 28 and 29/4 are over; today is not.
    expect(await client.dossiers.get({ id: 1 })).toMatchObject({ daysUsed: 2, daysWhole: 3 })
  })
  it('for payment leaves the first appointment where it was, and never after the second', async () => {
    const test = await openTestCore({ now: '2026-11-23T02:00:00.000Z' })
    const { client, setNow } = test
    const id = await procedureId(client, 'transfer')
    await client.reception.receive(receptionOf(id))
    await client.reception.receive(receptionOf(id, {}, { remote: true }))
    setNow('2026-12-28T02:00:00.000Z')
    await pause(client, 1, 'payment', '2026-11-26')
    const slow = await resume(client, 2, '2026-12-28')
    expect(slow.appointments).toEqual({ first: '2026-12-01', second: '2026-12-31' })
    const base = { id: 2, document: '', note: '' }
    const remote = await client.dossiers.pause({
      ...{ ...base, version: 1, pause: 'payment', happenedOn: civilDate('2026-11-26') },
    })
    expect(remote.appointments).toEqual({ first: '2026-12-15', second: null })
    const early = await client.dossiers.resume({
      ...{ ...base, version: 2, happenedOn: civilDate('2026-11-30') },
    })
    expect(early.appointments).toEqual({ first: '2026-12-03', second: '2026-12-03' })
    expect(early.row.dueOn).toBe('2026-12-03')
  })
  it('lets a day count as used when it is over, and the last one when the dossier ended on it', async () => {
    const { client, setNow } = await withTransfer('correct-certificate')
    expect(await client.dossiers.get({ id: 1 })).toMatchObject({ daysUsed: 0, daysWhole: 8 })
    setNow('2026-03-12T02:00:00.000Z')
    expect((await client.dossiers.get({ id: 1 })).daysUsed).toBe(7)
    const ended = await client.dossiers.recordStep({
      ...{ id: 1, version: 1, step: 'result-ready', happenedOn: civilDate('2026-03-12') },
      ...{ happenedAt: null, holderId: null, note: '' },
    })
    expect(ended.daysUsed).toBe(8)
  })
  it('for payment after the first appointment leaves no day out, and nobody late while it is waited for', async () => {
    const { client, setNow } = await withTransfer()
    setNow('2026-03-10T02:00:00.000Z')
    await pause(client, 1, 'payment', '2026-03-10')
    setNow('2026-04-24T02:00:00.000Z')
    const { days, row } = await resume(client, 2, '2026-04-24')
    const numbers = days.map(({ date }) => toDayNumber(civilDate(date)))
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
    expect([days[0]?.date, days.at(-1)?.date]).toEqual(['2026-03-02', row.dueOn])
    const waited = days.filter(({ date }) => date >= '2026-03-10' && date < '2026-04-24')
    expect(new Set(waited.map(({ reason }) => reason))).toEqual(new Set(['paused']))
    expect(days.filter(({ counted }) => counted)).toHaveLength(8)
  })
  it('has no second appointment to wait for where nothing has to be paid', async () => {
    const { client } = await withTransfer('exchange-certificate')
    expect((await client.dossiers.get({ id: 1 })).appointments).toBeNull()
  })
  it('after the due date changes nothing: a late dossier stays late', async () => {
    const { client, setNow } = await withTransfer('correct-certificate')
    setNow('2026-03-20T02:00:00.000Z')
    await pause(client, 1, 'supplement', '2026-03-13')
    const running = await resume(client, 2, '2026-03-20')
    expect(running.row).toMatchObject({ dueOn: '2026-03-12', standing: 'late' })
    expect(running.dueMoves).toEqual([])
  })
  it.each(['supplement', 'payment'] as const)(
    'for %s that only the end of the dossier closed takes its days away, restarts no term and proves no payment',
    async (kind) => {
      const { client, setNow } = await withTransfer(kind === 'payment' ? 'transfer' : 'correct-certificate')
      setNow('2026-03-20T02:00:00.000Z')
      await pause(client, 1, kind, '2026-03-04')
      const page = await client.dossiers.recordStep({
        ...{ id: 1, version: 2, step: 'withdrawn', happenedOn: civilDate('2026-03-20') },
        ...{ happenedAt: null, holderId: null, note: '' },
      })
      const row = { dueOn: '2026-03-30', standing: 'ended-early' }
      expect(page).toMatchObject({ row, computedDueOn: '2026-03-30', stopped: null })
      expect(page.appointments).toEqual(kind === 'payment' ? { first: '2026-03-09', second: null } : null)
      expect(page.dueMoves).toEqual([{ from: '2026-03-12', on: '2026-03-20', cause: 'pause' }])
      expect(page.timeline.map((entry) => entry.kind)).toEqual([
        ...['accepted', 'paused', 'withdrawn', 'due-moved'],
      ])
      const march = { from: civilDate('2026-03-01'), to: civilDate('2026-03-31'), by: 'field' as const }
      expect((await client.figures.summary(march)).total).toMatchObject({ resolvedEarly: 1, resolvedLate: 0 })
    },
  )
  it.each(['withdrawn', 'refused', 'result-ready', 'stopped'] as const)(
    'that began in time and was ended by %s never makes a dossier late, on the due date itself either',
    async (step) => {
      for (const [from, to] of [
        ['2026-03-04', '2026-03-04'],
        ['2026-03-12', '2026-03-12'],
        ['2026-03-12', '2026-04-20'],
      ] as const) {
        const { client, setNow } = await withTransfer('correct-certificate')
        setNow('2026-04-20T02:00:00.000Z')
        await pause(client, 1, 'agency', from)
        const { row, computedDueOn } = await client.dossiers.recordStep({
          ...{ id: 1, version: 2, step, happenedOn: civilDate(to) },
          ...{ happenedAt: null, holderId: null, note: 'Theo đơn' },
        })
        expect([row.standing === 'ended-late', row.dueOn]).toEqual([false, computedDueOn])
      }
    },
  )
  it('that began after the due date hides nothing: late, in the late queue, overdue in the figures', async () => {
    for (const [key, kind] of [
      ['correct-certificate', 'agency'],
      ['correct-certificate', 'supplement'],
      ['transfer', 'payment'],
    ] as const) {
      const { client, setNow } = await withTransfer(key)
      setNow('2026-03-20T02:00:00.000Z')
      const change = { kind: 'pause' as const, pause: kind, on: civilDate('2026-03-13') }
      expect(await client.dossiers.previewPause({ id: 1, change })).toMatchObject({
        ...{ dueBefore: '2026-03-12', dueAfter: '2026-03-12', remaining: null },
      })
      const page = await pause(client, 1, kind, '2026-03-13')
      expect(page).toMatchObject({
        row: { standing: 'late', state: `awaiting-${kind}`, workingDays: -6, dueOn: '2026-03-12' },
        ...{ stopped: null, waitsLate: { since: '2026-03-13' }, computedDueOn: '2026-03-12' },
      })
      expect(page.days.at(-1)).toMatchObject({ date: '2026-03-20', reason: 'late', number: 6 })
      expect(await client.dossiers.counts()).toMatchObject({ late: 1 })
      const march = { from: civilDate('2026-03-01'), to: civilDate('2026-03-20'), by: 'field' as const }
      expect((await client.figures.summary(march)).total).toMatchObject({
        ...{ pendingOverdue: 1, pendingInTime: 0, paused: 0 },
      })
      const late = await client.dossiers.list({
        ...{ filter: { ...EVERY, queue: 'late' }, sort: { field: 'dueOn', descending: false } },
        ...{ page: 0, pageSize: 10 },
      })
      expect(late.rows).toMatchObject([{ standing: 'late' }])
    }
  })
  it('on the due date itself is in time', async () => {
    const { client, setNow } = await withTransfer('correct-certificate')
    setNow('2026-03-20T02:00:00.000Z')
    const page = await pause(client, 1, 'agency', '2026-03-12')
    expect(page).toMatchObject({ row: { standing: 'paused' }, waitsLate: null })
    expect(page.stopped).toEqual({ since: '2026-03-12', remaining: 1 })
    expect(await client.dossiers.counts()).toMatchObject({ late: 0 })
  })
  it('shows its effect before it is saved, and saves nothing by that', async () => {
    const { client, setNow } = await withTransfer('correct-certificate')
    setNow('2026-03-06T02:00:00.000Z')
    const change = { kind: 'pause' as const, pause: 'supplement' as const, on: civilDate('2026-03-04') }
    expect(await client.dossiers.previewPause({ id: 1, change })).toMatchObject({
      dueBefore: '2026-03-12',
      dueAfter: null,
      remaining: 8,
      restarts: true,
    })
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(1)
    await pause(client, 1, 'supplement', '2026-03-04')
    const end = { kind: 'resume' as const, on: civilDate('2026-03-06') }
    expect(await client.dossiers.previewPause({ id: 1, change: end })).toMatchObject({
      dueAfter: '2026-03-18',
    })
  })
  it.each([
    ['2026-03-01', 'date-before-acceptance'],
    ['2026-03-07', 'date-in-future'],
  ])('on %s is refused: %s', async (on, code) => {
    const { client, setNow } = await withTransfer()
    setNow('2026-03-06T02:00:00.000Z')
    expect((await refusalOf(pause(client, 1, 'agency', on))).fields).toMatchObject([
      { field: 'happenedOn', code },
    ])
  })
  it('that ends before it begins is refused', async () => {
    const { client, setNow } = await withTransfer()
    setNow('2026-03-06T02:00:00.000Z')
    await pause(client, 1, 'agency', '2026-03-05')
    expect((await refusalOf(resume(client, 2, '2026-03-04'))).fields).toMatchObject([
      { field: 'happenedOn', code: 'date-before-last-step' },
    ])
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(2)
  })
  it('cannot begin twice, nor end when there is none', async () => {
    const { client } = await withTransfer()
    expect((await refusalOf(resume(client, 1, '2026-03-02'))).code).toBe('step-not-allowed')
    await pause(client, 1, 'agency', '2026-03-02')
    expect((await refusalOf(pause(client, 2, 'agency', '2026-03-02'))).code).toBe('step-not-allowed')
  })
})

describe('waiting for another agency while the term runs on', () => {
  const wait = { id: 1, pause: 'agency' as const, stops: false, document: '5/UBND', note: '' }
  const waiting = async (on: string, today: string) => {
    const test = await withTransfer('correct-certificate')
    test.setNow(`${today}T02:00:00.000Z`)
    return {
      ...test,
      page: await test.client.dossiers.pause({ ...wait, version: 1, happenedOn: civilDate(on) }),
    }
  }
  it('is a state of its own but no standstill: the days count, and its end moves nothing', async () => {
    const { client, page } = await waiting('2026-03-04', '2026-03-06')
    expect(page).toMatchObject({
      row: { state: 'awaiting-agency', standing: 'running', dueOn: '2026-03-12', workingDays: 4 },
      ...{
        computedDueOn: '2026-03-12',
        stopped: null,
        waitsLate: null,
        waitsRunning: { since: '2026-03-04' },
      },
      ...{ canResume: true, canPause: false, daysUsed: 3 },
    })
    expect(page.timeline.at(-1)).toMatchObject({ kind: 'paused', pause: 'agency', runsOn: true })
    expect(page.days.filter(({ waits }) => waits === 'agency').map(({ date }) => date.slice(8))).toEqual([
      ...['04', '05', '06', '09', '10', '11', '12'],
    ])
    const over = await resume(client, 2, '2026-03-06')
    expect(over).toMatchObject({ row: { state: 'accepted', dueOn: '2026-03-12' }, waitsRunning: null })
    expect([over.dueMoves, over.timeline.map(({ kind }) => kind)]).toEqual([
      [],
      ['accepted', 'paused', 'resumed'],
    ])
  })
  it('comes due and grows late like any other, in the queues and in the figures', async () => {
    const { client, setNow } = await waiting('2026-03-04', '2026-03-11')
    const now = async () => {
      const [{ row }, counts] = [await client.dossiers.get({ id: 1 }), await client.dossiers.counts()]
      const list = async (queue: DossierFilter['queue']) =>
        (
          await client.dossiers.list({
            ...{ filter: { ...EVERY, queue }, sort: { field: 'dueOn', descending: false } },
            ...{ page: 0, pageSize: 10 },
          })
        ).total
      const queues = ['due-soon', 'due-today', 'late'] as const
      const listed = await Promise.all(queues.map(list))
      expect(listed).toEqual(queues.map((queue) => counts[queue]))
      return [row.standing, ...listed]
    }
    expect(await now()).toEqual(['due-soon', 1, 0, 0])
    setNow('2026-03-12T02:00:00.000Z')
    expect(await now()).toEqual(['due-today', 0, 1, 0])
    setNow('2026-03-20T02:00:00.000Z')
    expect(await now()).toEqual(['late', 0, 0, 1])
    const march = { from: civilDate('2026-03-01'), to: civilDate('2026-03-20'), by: 'field' as const }
    expect((await client.figures.summary(march)).total).toMatchObject({
      ...{ pendingOverdue: 1, pendingInTime: 0, paused: 0 },
    })
    const ended = await client.dossiers.recordStep({
      ...{ id: 1, version: 2, step: 'result-ready', happenedOn: civilDate('2026-03-20') },
      ...{ happenedAt: null, holderId: null, note: '' },
    })
    expect(ended).toMatchObject({ row: { standing: 'ended-late' }, dueMoves: [], waitsRunning: null })
  })
  it('shows before it is saved that the due date stays', async () => {
    const { client, setNow } = await withTransfer('correct-certificate')
    setNow('2026-03-06T02:00:00.000Z')
    const on = civilDate('2026-03-04')
    const preview = (stops: boolean) =>
      client.dossiers.previewPause({ id: 1, change: { kind: 'pause', pause: 'agency', stops, on } })
    expect(await preview(false)).toMatchObject({ dueAfter: '2026-03-12', remaining: null, restarts: false })
    expect(await preview(true)).toMatchObject({ dueAfter: null, remaining: 7 })
    await client.dossiers.pause({ ...wait, version: 1, happenedOn: on })
    const end = { kind: 'resume' as const, on: civilDate('2026-03-06') }
    expect(await client.dossiers.previewPause({ id: 1, change: end })).toMatchObject({
      ...{ dueBefore: '2026-03-12', dueAfter: '2026-03-12' },
    })
  })
  it.each(['supplement', 'payment'] as const)('is refused for %s, and nothing is written', async (kind) => {
    const { client } = await withTransfer()
    const on = civilDate('2026-03-02')
    const saved = client.dossiers.pause({ ...wait, version: 1, pause: kind, happenedOn: on })
    const change = { kind: 'pause' as const, pause: kind, stops: false, on }
    const code = 'only-agency-runs-on'
    expect((await refusalOf(saved)).fields).toMatchObject([{ field: 'stops', code }])
    expect((await refusalOf(client.dossiers.previewPause({ id: 1, change }))).fields).toMatchObject([
      { field: 'change.stops', code },
    ])
    expect((await client.dossiers.get({ id: 1 })).timeline).toHaveLength(1)
  })
})

describe('a remote commune', () => {
  it('has the extra working days of the procedure', async () => {
    const test = await openTestCore({ now: '2026-03-02T02:00:00.000Z' })
    const id = await procedureId(test.client, 'transfer', '2026-03-02')
    const near = await test.client.reception.preview({ procedureId: id, acceptedAt: null, remote: false })
    const far = await test.client.reception.preview({ procedureId: id, acceptedAt: null, remote: true })
    expect([near.dueOn, far.dueOn, far.remoteExtra]).toEqual(['2026-03-12', '2026-03-26', 10])
    expect(near.appointments).toEqual({ first: '2026-03-09', secondTerm: 3 })
    expect(far.appointments).toEqual({ first: '2026-03-23', secondTerm: 3 })
    const saved = await test.client.reception.receive(receptionOf(id, {}, { remote: true }))
    expect(saved).toMatchObject({ dueOn: '2026-03-26', firstDueOn: '2026-03-23' })
    expect((await test.client.dossiers.get({ id: saved.id })).computedDueOn).toBe('2026-03-26')
  })
})

describe('a period that has passed', () => {
  it('keeps the due date that was in force at its end', async () => {
    const { client, setNow } = await withTransfer('correct-certificate')
    setNow('2026-03-31T02:00:00.000Z')
    const half = { from: civilDate('2026-03-01'), to: civilDate('2026-03-15'), by: 'field' as const }
    const before = await client.figures.summary(half)
    expect(before.total).toMatchObject({ pendingOverdue: 1 })
    // Entered late: the clock had stood still from 4 to 20 March.
    await pause(client, 1, 'agency', '2026-03-04')
    const { row } = await resume(client, 2, '2026-03-20')
    expect(row.dueOn).toBe('2026-03-30')
    expect((await client.figures.summary(half)).total).toMatchObject({
      pendingOverdue: 0,
      pendingInTime: 1,
      paused: 1,
    })
  })
})
