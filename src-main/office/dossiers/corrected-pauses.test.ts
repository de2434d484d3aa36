import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input, OfficeClient, Output } from '../../contract/index.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { EMPTY_PARTICULARS } from '../../domain/dossier.ts'
import { Store } from '../../store/database.ts'
import { addDossier, rebuild } from '../../store/events.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'
import { changeOf, day, make } from '../calendar/testing.ts'

type Page = Output<'dossiers', 'get'>
type PauseKind = Input<'dossiers', 'pause'>['pause']

const at = (date: string): string => `${date}T02:00:00.000Z`

/** A dossier of 8 working days, accepted on Monday 2/3/2026, due on 12/3. */
async function received(key = 'correct-certificate'): Promise<TestCore> {
  const test = await openTestCore({ now: at('2026-03-02') })
  await test.client.reception.receive(receptionOf(await procedureId(test.client, key, '2026-03-02')))
  return test
}

/** Paused from one day to another, entered on the later one. */
async function paused(
  { client, setNow }: TestCore,
  from: string,
  to: string,
  kind: PauseKind = 'agency',
): Promise<Page> {
  setNow(at(to))
  const { version } = await client.dossiers.get({ id: 1 })
  const base = { id: 1, document: '', note: '' }
  const open = await client.dossiers.pause({ ...base, version, pause: kind, happenedOn: civilDate(from) })
  return client.dossiers.resume({ ...base, version: open.version, happenedOn: civilDate(to) })
}

async function correct(
  client: OfficeClient,
  what: { revoked: number } | { redated: { seq: number; on: string } },
): Promise<Page> {
  const { version } = await client.dossiers.get({ id: 1 })
  return client.dossiers.correct({
    ...{ id: 1, version, reason: 'ghi nhầm', changes: null },
    revoked: 'revoked' in what ? what.revoked : null,
    redated: 'redated' in what ? { seq: what.redated.seq, on: civilDate(what.redated.on) } : null,
  })
}

const movesOf = ({ dueMoves, row }: Page): string[] => [...dueMoves.map(({ from }) => from), row.dueOn]

describe('a pause set right', () => {
  it('takes its move back when it never ended: the entry before stands, a further one moves the date', async () => {
    const test = await received()
    expect(movesOf(await paused(test, '2026-03-04', '2026-03-06'))).toEqual(['2026-03-12', '2026-03-16'])
    test.setNow(at('2026-03-09'))
    const page = await correct(test.client, { revoked: 3 })
    expect(movesOf(page)).toEqual(['2026-03-12', '2026-03-16', '2026-03-12'])
    expect(page).toMatchObject({ row: { state: 'awaiting-agency', standing: 'paused' }, canResume: true })
    expect(page.stopped).toEqual({ since: '2026-03-04', remaining: 7 })
    expect(page.timeline.map(({ seq, kind, note, dueMoved }) => [seq, kind, note, dueMoved])).toEqual([
      [1, 'accepted', '', null],
      [2, 'paused', '', null],
      [3, 'resumed', '', null],
      [4, 'due-moved', '', { from: '2026-03-12', to: '2026-03-16', cause: 'pause' }],
      [5, 'corrected', 'ghi nhầm', null],
      [6, 'due-moved', 'ghi nhầm', { from: '2026-03-16', to: '2026-03-12', cause: 'correction' }],
    ])
    expect(page.dueMoves[1]).toEqual({ from: '2026-03-16', on: '2026-03-09', cause: 'correction' })
  })
  it('that never was, its end revoked and then itself, leaves the due date of the reception', async () => {
    const test = await received()
    await paused(test, '2026-03-04', '2026-03-06')
    await correct(test.client, { revoked: 3 })
    const page = await correct(test.client, { revoked: 2 })
    expect(movesOf(page)).toEqual(['2026-03-12', '2026-03-16', '2026-03-12'])
    expect(page).toMatchObject({ row: { state: 'accepted' }, computedDueOn: '2026-03-12', stopped: null })
  })
  it.each<[string, PauseKind, { seq: number; on: string }, string]>([
    ['ended a day later', 'agency', { seq: 3, on: '2026-03-09' }, '2026-03-17'],
    ['ended the day it began', 'agency', { seq: 3, on: '2026-03-04' }, '2026-03-12'],
    ['began two days sooner', 'agency', { seq: 2, on: '2026-03-02' }, '2026-03-17'],
    ['for a supplement ended a day later', 'supplement', { seq: 3, on: '2026-03-09' }, '2026-03-19'],
  ])('%s: the due date is counted again', async (_, kind, redated, due) => {
    const test = await received()
    await paused(test, '2026-03-04', '2026-03-06', kind)
    test.setNow(at('2026-03-09'))
    const page = await correct(test.client, { redated })
    expect([page.row.dueOn, page.computedDueOn]).toEqual([due, due])
    expect(page.dueMoves).toHaveLength(2)
  })
  it('without an effect on the due date writes no move', async () => {
    const test = await received()
    await paused(test, '2026-03-06', '2026-03-07')
    test.setNow(at('2026-03-08'))
    const page = await correct(test.client, { redated: { seq: 3, on: '2026-03-08' } })
    expect(page.dueMoves).toHaveLength(1)
    expect(page.timeline.at(-1)?.kind).toBe('corrected')
  })
  it('of a proof of payment counts the second appointment again, and without a proof the whole term stands', async () => {
    const test = await received('transfer')
    expect((await paused(test, '2026-03-09', '2026-03-16', 'payment')).row.dueOn).toBe('2026-03-19')
    test.setNow(at('2026-03-18'))
    const later = await correct(test.client, { redated: { seq: 3, on: '2026-03-18' } })
    expect([later.row.dueOn, later.appointments?.second]).toEqual(['2026-03-23', '2026-03-23'])
    const none = await correct(test.client, { revoked: 3 })
    expect([none.row.dueOn, none.appointments]).toEqual(['2026-03-12', { first: '2026-03-09', second: null }])
  })
  it('after the dossier has ended moves the due date it was judged by, for all to see', async () => {
    const test = await received()
    const { version } = await paused(test, '2026-03-04', '2026-03-06')
    test.setNow(at('2026-03-17'))
    const end = { id: 1, version, step: 'result-ready' as const, happenedAt: null, holderId: null, note: '' }
    const ended = await test.client.dossiers.recordStep({ ...end, happenedOn: civilDate('2026-03-17') })
    expect(ended.row).toMatchObject({ dueOn: '2026-03-16', state: 'result-ready' })
    const page = await correct(test.client, { redated: { seq: 3, on: '2026-03-09' } })
    expect(movesOf(page)).toEqual(['2026-03-12', '2026-03-16', '2026-03-17'])
  })
  it('that only the end of the dossier closed counts again what it takes away', async () => {
    const test = await received()
    test.setNow(at('2026-03-20'))
    const { client } = test
    const pause = { id: 1, version: 1, pause: 'agency' as const, document: '', note: '' }
    await client.dossiers.pause({ ...pause, happenedOn: civilDate('2026-03-04') })
    const end = { id: 1, version: 2, step: 'withdrawn' as const, happenedAt: null, holderId: null, note: '' }
    await client.dossiers.recordStep({ ...end, happenedOn: civilDate('2026-03-20') })
    const page = await correct(client, { redated: { seq: 2, on: '2026-03-05' } })
    expect(movesOf(page)).toEqual(['2026-03-12', '2026-03-30', '2026-03-27'])
    const later = await correct(client, { redated: { seq: 3, on: '2026-03-19' } })
    expect(movesOf(later)).toEqual(['2026-03-12', '2026-03-30', '2026-03-27', '2026-03-26'])
    // It never ended: the pause stands open again, and the due date is the one from before it.
    const open = await correct(client, { revoked: 3 })
    expect(open).toMatchObject({ row: { standing: 'paused', dueOn: '2026-03-12' }, canResume: true })
  })
  it('follows a calendar that was changed while the clock stood still', async () => {
    const test = await received()
    test.setNow(at('2026-03-05'))
    const pause = { id: 1, version: 1, pause: 'agency' as const, document: '', note: '' }
    await test.client.dossiers.pause({ ...pause, happenedOn: civilDate('2026-03-04') })
    await make(test.client, changeOf(day('2026-03-06', 'off')))
    const page = await correct(test.client, { revoked: 2 })
    expect(movesOf(page)).toEqual(['2026-03-12', '2026-03-13'])
    expect(page.dueMoves).toMatchObject([{ cause: 'rules' }])
  })
  it('moves the due date from the day of the correction on: a period that ended before keeps its own', async () => {
    const test = await received()
    await paused(test, '2026-03-04', '2026-03-06')
    test.setNow(at('2026-03-20'))
    const march = { from: civilDate('2026-03-01'), to: civilDate('2026-03-16'), by: 'field' as const }
    const before = await test.client.figures.summary(march)
    await correct(test.client, { redated: { seq: 2, on: '2026-03-05' } })
    expect((await test.client.dossiers.get({ id: 1 })).row.dueOn).toBe('2026-03-13')
    expect((await test.client.figures.summary(march)).total).toEqual(before.total)
    expect(before.total).toMatchObject({ pendingInTime: 1, pendingOverdue: 0 })
  })
  it('leaves a refused correction without a trace', async () => {
    const test = await received()
    await paused(test, '2026-03-04', '2026-03-06')
    expect((await refusalOf(correct(test.client, { revoked: 2 }))).code).toBe('step-not-allowed')
    expect((await test.client.dossiers.get({ id: 1 })).timeline).toHaveLength(4)
  })
  it('comes to the same rows when they are derived again from the history', async () => {
    const test = await received()
    await paused(test, '2026-03-04', '2026-03-06')
    const page = await correct(test.client, { revoked: 3 })
    const rows = page.row
    await test.core.close()
    const store = new Store(join(test.dataDir, 'register.db'))
    await store.write((db) => void [...rebuild(db)])
    await store.close()
    const again = await openTestCore({ now: at('2026-03-06'), dataDir: test.dataDir, setUp: false })
    expect((await again.client.dossiers.get({ id: 1 })).row).toEqual(rows)
    expect(movesOf(await again.client.dossiers.get({ id: 1 }))).toEqual(movesOf(page))
  })
})

describe('a move of the due date', () => {
  it.each([{ revoked: 4 }, { redated: { seq: 4, on: '2026-03-05' } }])(
    'is not set right by itself: it follows from the pause (%o)',
    async (what) => {
      const test = await received()
      await paused(test, '2026-03-04', '2026-03-06')
      expect((await refusalOf(correct(test.client, what))).fields).toMatchObject([
        { field: 'revoked' in what ? 'revoked' : 'redated.seq', code: 'due-move-follows' },
      ])
    },
  )
})

/** The same dossier as a register brought it in, due on that day by its paper. */
async function imported(dueOn: string): Promise<TestCore> {
  const test = await openTestCore({ now: at('2026-03-02') })
  const id = await procedureId(test.client, 'correct-certificate', '2026-03-02')
  await test.core.close()
  const store = new Store(join(test.dataDir, 'register.db'))
  await store.write((db) =>
    addDossier(db, [
      {
        ...{ seq: 1, happenedOn: civilDate('2026-03-02'), happenedAt: null },
        ...{ enteredAt: at('2026-03-02'), authorId: 1 },
        fact: {
          ...{ kind: 'accepted', code: '000.00.22.H32-260302-0001', procedureId: id },
          ...{ dueOn: civilDate(dueOn), dueSource: 'printed' },
          particulars: { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A' },
        },
      },
    ]),
  )
  await store.close()
  return openTestCore({ now: at('2026-03-02'), dataDir: test.dataDir, setUp: false })
}

describe('a printed due date', () => {
  it('that is the clock’s own follows a pause and its correction', async () => {
    const test = await imported('2026-03-12')
    await paused(test, '2026-03-04', '2026-03-06')
    const page = await correct(test.client, { redated: { seq: 3, on: '2026-03-05' } })
    expect(movesOf(page)).toEqual(['2026-03-12', '2026-03-16', '2026-03-13'])
    expect(movesOf(await correct(test.client, { revoked: 3 }))).toEqual([
      ...['2026-03-12', '2026-03-16', '2026-03-13', '2026-03-12'],
    ])
  })
  it('that differs from the clock is moved by neither', async () => {
    const test = await imported('2026-03-20')
    await paused(test, '2026-03-04', '2026-03-06')
    expect(movesOf(await correct(test.client, { redated: { seq: 3, on: '2026-03-05' } }))).toEqual([
      '2026-03-20',
    ])
    expect(movesOf(await correct(test.client, { revoked: 3 }))).toEqual(['2026-03-20'])
  })
})
