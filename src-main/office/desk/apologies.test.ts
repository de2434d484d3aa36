import { describe, expect, it } from 'vitest'
import { refusalOf } from '../test-core.ts'
import { BY_DUE, type DeskOffice, LATE_LIST, morning, openDesk } from './testing.ts'

const draft = { dueOn: null, days: 3, cause: 'tax-office', reason: '' }

/** A dossier with a draft; due Tuesday 1/12/2026. */
async function drafted(desk: DeskOffice): Promise<{ id: number; version: number }> {
  const { id, version } = await desk.receive()
  await desk.specialist.desk.draftApology({ items: [{ id, version }], ...draft })
  return { id, version: await desk.versionOf(id) }
}

describe('an apology', () => {
  it('is drafted by the holder, approved by the head before the due date, and both dates stay', async () => {
    const desk = await openDesk()
    const { id, version, dueOn } = await desk.receive()
    expect(dueOn).toBe('2026-12-01')
    desk.setNow(morning('2026-11-30'))
    const [proposal] = await desk.specialist.desk.proposeDates({ ids: [id], days: 3 })
    expect(proposal).toMatchObject({ dueOn: '2026-12-01', newDueOn: '2026-12-04', late: false })
    await desk.specialist.desk.draftApology({ items: [{ id, version }], ...draft })
    expect(await desk.head.desk.overview({ within: 3 })).toMatchObject({
      tomorrow: '2026-12-01',
      next: { today: 0, tomorrow: 1, tomorrowNotSent: 1, soon: 1 },
      drafted: 1,
    })
    const waiting = await desk.head.desk.list({
      ...{ filter: { ...LATE_LIST, list: 'drafted' }, sort: BY_DUE, page: 0, pageSize: 50 },
    })
    expect(waiting.rows.map(({ code, version }) => [code, version])).toEqual([[proposal?.code, version + 1]])
    await desk.head.desk.decideApologies({
      ...{ items: waiting.rows.map(({ id, version }) => ({ id, version })), decision: 'approve', note: '' },
    })
    const page = await desk.head.desk.dossier({ id })
    expect(page).toMatchObject({
      apology: {
        state: 'approved',
        dueOn: '2026-12-04',
        cause: 'tax-office',
        sentOn: '2026-11-30',
        late: false,
      },
      ...{ canDraft: false, canDecide: false },
    })
    const { row, timeline } = await desk.head.dossiers.get({ id })
    expect(row).toMatchObject({
      dueOn: '2026-12-01',
      apology: { state: 'approved', dueOn: '2026-12-04', sentOn: '2026-11-30', late: false },
    })
    expect(timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['apology-drafted', 'apology-approved']),
    )
    expect((await desk.head.desk.overview({ within: 3 })).next).toMatchObject({
      tomorrow: 1,
      tomorrowNotSent: 0,
    })
    // On its new day it is late by the first one all the same.
    desk.setNow(morning('2026-12-04'))
    expect(await desk.head.desk.overview({ within: 3 })).toMatchObject({
      late: { total: 1, withApology: 1, lateApology: 0, withoutApology: 0 },
    })
    expect(desk.bugs).toEqual([])
  })

  it('sent on the due date or after is a late one, and says so everywhere', async () => {
    const desk = await openDesk()
    const { id } = await desk.receive()
    desk.setNow(morning('2026-12-01'))
    const items = [{ id, version: await desk.versionOf(id) }]
    expect((await desk.head.desk.proposeDates({ ids: [id], days: 1 }))[0]).toMatchObject({ late: true })
    await desk.specialist.desk.draftApology({ items, ...draft })
    await desk.head.desk.decideApologies({
      ...{ items: [{ id, version: await desk.versionOf(id) }], decision: 'approve', note: '' },
    })
    expect((await desk.head.desk.dossier({ id })).apology).toMatchObject({ sentOn: '2026-12-01', late: true })
    desk.setNow(morning('2026-12-02'))
    expect((await desk.head.desk.overview({ within: 3 })).late).toMatchObject({
      withApology: 1,
      lateApology: 1,
    })
  })

  it('is sent once only', async () => {
    const desk = await openDesk()
    const { id, version } = await drafted(desk)
    await desk.head.desk.decideApologies({ items: [{ id, version }], decision: 'approve', note: '' })
    const items = [{ id, version: await desk.versionOf(id) }]
    expect(await refusalOf(desk.specialist.desk.draftApology({ items, ...draft }))).toMatchObject({
      code: 'apology-sent-before',
    })
    expect(
      await refusalOf(desk.head.desk.decideApologies({ items, decision: 'approve', note: '' })),
    ).toMatchObject({ code: 'apology-sent-before' })
  })

  it('that was rejected may be drafted again; a rejection says why', async () => {
    const desk = await openDesk()
    const { id, version } = await drafted(desk)
    const items = [{ id, version }]
    expect(
      await refusalOf(desk.head.desk.decideApologies({ items, decision: 'reject', note: '' })),
    ).toMatchObject({ fields: [{ field: 'note', code: 'required' }] })
    await desk.head.desk.decideApologies({ items, decision: 'reject', note: 'Ghi rõ lý do' })
    expect(await desk.head.desk.dossier({ id })).toMatchObject({
      ...{ apology: { state: 'rejected' }, canDraft: true, canDecide: false },
    })
    const again = [{ id, version: version + 1 }]
    expect(
      await refusalOf(desk.head.desk.decideApologies({ items: again, decision: 'approve', note: '' })),
    ).toMatchObject({ code: 'no-apology-drafted' })
    await desk.specialist.desk.draftApology({ items: again, ...draft })
    expect((await desk.head.desk.dossier({ id })).apology).toMatchObject({ state: 'drafted', sentOn: null })
  })

  it('is approved by nobody but the head', async () => {
    const desk = await openDesk()
    const { id, version } = await drafted(desk)
    const items = [{ id, version }]
    expect(
      await refusalOf(desk.specialist.desk.decideApologies({ items, decision: 'approve', note: '' })),
    ).toMatchObject({ code: 'not-allowed', params: { right: 'approve' } })
    expect(await desk.versionOf(id)).toBe(version)
  })

  it('names a working day after the due date and after today', async () => {
    const desk = await openDesk()
    const { id, version } = await desk.receive()
    const refused = async (dueOn: string | null, days: number | null = null): Promise<unknown> =>
      (
        await refusalOf(
          desk.specialist.desk.draftApology({ ...draft, items: [{ id, version }], dueOn, days }),
        )
      ).fields[0]
    expect(await refused('2026-12-01')).toMatchObject({ field: 'dueOn', code: 'date-not-later' })
    expect(await refused('2026-12-05')).toMatchObject({ field: 'dueOn', code: 'not-a-working-day' })
    expect(await refused(null)).toMatchObject({ field: 'dueOn', code: 'required' })
    expect(await refused('2026-12-04', 3)).toMatchObject({ field: 'days', code: 'day-or-days' })
    expect(await refused('31/12/2026')).toMatchObject({ field: 'dueOn', code: 'not-a-date' })
    desk.setNow(morning('2026-12-07'))
    expect(await refused('2026-12-07')).toMatchObject({ params: { limit: '2026-12-07' } })
    expect(await desk.versionOf(id)).toBe(version)
  })

  it('a draft that lay until its new day is not approved any more', async () => {
    const desk = await openDesk()
    const { id, version } = await drafted(desk)
    desk.setNow(morning('2026-12-04'))
    expect(
      await refusalOf(
        desk.head.desk.decideApologies({ items: [{ id, version }], decision: 'approve', note: '' }),
      ),
    ).toMatchObject({ fields: [{ field: 'dueOn', code: 'date-not-later' }] })
  })

  it('has a reason, of the list or its own', async () => {
    const desk = await openDesk()
    const { id, version } = await desk.receive()
    const refused = async (cause: string, reason: string): Promise<unknown> =>
      (
        await refusalOf(
          desk.specialist.desk.draftApology({ ...draft, items: [{ id, version }], cause, reason }),
        )
      ).fields[0]
    expect(await refused('', '  ')).toMatchObject({ field: 'reason', code: 'required' })
    expect(await refused('no-such', '')).toMatchObject({ field: 'cause', code: 'not-found' })
  })

  it('is not for a dossier that has ended, nor for one whose clock stands still', async () => {
    const desk = await openDesk()
    const { id, version } = await desk.receive()
    const { head, specialist } = desk
    const happenedOn = '2026-11-23'
    await head.dossiers.pause({
      ...{ id, version, pause: 'supplement', happenedOn, document: '1/PBS', note: '' },
    })
    const stopped = [{ id, version: await desk.versionOf(id) }]
    expect(await refusalOf(specialist.desk.draftApology({ items: stopped, ...draft }))).toMatchObject({
      code: 'apology-while-stopped',
    })
    await head.dossiers.recordStep({
      ...{ id, version: stopped[0]?.version ?? 0, step: 'withdrawn', happenedOn, happenedAt: null },
      ...{ holderId: null, note: '' },
    })
    const ended = [{ id, version: await desk.versionOf(id) }]
    expect(await refusalOf(specialist.desk.draftApology({ items: ended, ...draft }))).toMatchObject({
      code: 'step-not-allowed',
      params: { state: 'withdrawn' },
    })
  })

  it('is approved for all or for none, and who refuses says why', async () => {
    const desk = await openDesk()
    const [good, changed] = [await drafted(desk), await drafted(desk)]
    const { id, version, code } = await desk.receive()
    const items = [good, { ...changed, version: changed.version - 1 }, { id, version }]
    const refusal = await refusalOf(desk.head.desk.decideApologies({ items, decision: 'approve', note: '' }))
    expect(refusal).toMatchObject({
      ...{ code: 'some-refused', params: { refused: 2, of: 3 } },
      fields: [
        { field: 'items.1', code: 'dossier-changed' },
        { field: 'items.2', code: 'no-apology-drafted', params: { code } },
      ],
    })
    expect((await desk.head.desk.dossier({ id: good.id })).apology?.state).toBe('drafted')
    await desk.head.desk.decideApologies({ items: [good, changed], decision: 'approve', note: '' })
    expect((await desk.head.desk.overview({ within: 3 })).drafted).toBe(0)
    expect(await desk.head.audit.verify()).toMatchObject({ found: 0 })
  })
})
