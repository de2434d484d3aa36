import { describe, expect, it } from 'vitest'
import { LEG_HOLDERS } from '../../domain/legs.ts'
import { refusalOf } from '../test-core.ts'
import { BY_DUE, type DeskOffice, LATE_LIST, morning, openDesk } from './testing.ts'

const page = { sort: BY_DUE, page: 0, pageSize: 50 } as const

/** Three late dossiers on Thursday 10/12/2026, due 1/12: one waits for a commune though its clock runs. */
async function late(desk: DeskOffice): Promise<{ ids: number[] }> {
  const received = [await desk.receive('Trần A'), await desk.receive('Trần B'), await desk.receive('Trần C')]
  const [first] = received
  if (!first) throw new Error('nothing received')
  await desk.head.dossiers.pause({
    ...{ id: first.id, version: first.version, pause: 'agency', stops: false, happenedOn: '2026-11-23' },
    ...{ document: '', note: '' },
  })
  desk.setNow(morning('2026-12-10'))
  return { ids: received.map(({ id }) => id) }
}

describe('the desk', () => {
  it('counts what is late by holder, procedure, cause and days, and each number is the length of its list', async () => {
    const desk = await openDesk()
    const { ids } = await late(desk)
    await desk.specialist.desk.setCause({ ids: ids.slice(0, 2), cause: 'commune', note: 'Chưa trả lời' })
    const overview = await desk.head.desk.overview({ within: 5 })
    expect(overview.late).toMatchObject({
      ...{ total: 3, withApology: 0, withoutApology: 3, withoutCause: 1 },
      byHolder: [{ key: desk.specialistId, n: 3 }],
      byCause: [
        { key: 'commune', n: 2 },
        { key: '', n: 1 },
      ],
      // From 2/12 to 10/12 there are seven working days.
      byBand: [{ n: 0 }, { key: '6-10', n: 3 }, { n: 0 }, { n: 0 }],
    })
    const lengthOf = async (cut: Partial<typeof LATE_LIST>): Promise<number> =>
      (await desk.head.desk.list({ ...page, filter: { ...LATE_LIST, ...cut } })).total
    expect(await lengthOf({})).toBe(3)
    expect(await lengthOf({ cause: 'commune' })).toBe(2)
    expect(await lengthOf({ cause: '' })).toBe(1)
    expect(await lengthOf({ band: '6-10' })).toBe(3)
    expect(await lengthOf({ band: '1-5' })).toBe(0)
    expect(await lengthOf({ holder: desk.specialistId })).toBe(3)
    expect(await lengthOf({ holder: 'nobody' })).toBe(0)
    expect(await lengthOf({ apology: 'not-sent' })).toBe(3)
    expect(await lengthOf({ apology: 'approved' })).toBe(0)
    expect(await lengthOf({ search: 'tran b' })).toBe(1)
    expect(await lengthOf({ list: 'due-today' })).toBe(0)
  })

  it('says whose the days are, row by row and in sum, the same in the worker', async () => {
    const desk = await openDesk()
    await late(desk)
    const { rows } = await desk.head.desk.list({ ...page, filter: LATE_LIST })
    for (const { daysLate, shares } of rows) {
      expect(daysLate).toBe(7)
      expect(LEG_HOLDERS.reduce((sum, who) => sum + shares[who], 0)).toBe(7)
    }
    const { dossiers, days } = await desk.head.desk.whose()
    expect(LEG_HOLDERS.reduce((sum, who) => sum + days[who], 0)).toBe(21)
    // No answer was due on any day: what was waited for without a term is the branch's.
    expect(dossiers).toEqual({ branch: 3, tax: 0, agency: 0, applicant: 0 })
    const cut = await desk.head.desk.list({ ...page, filter: { ...LATE_LIST, whose: 'branch' } })
    expect(cut).toEqual({ rows, total: 3 })
    expect((await desk.head.desk.list({ ...page, filter: { ...LATE_LIST, whose: 'tax' } })).total).toBe(0)
  })

  it('shows the legs of a dossier', async () => {
    const desk = await openDesk()
    const { ids } = await late(desk)
    const found = await desk.head.desk.dossier({ id: ids[0] ?? 0 })
    expect(found).toMatchObject({ late: true, daysLate: 7, cause: null, apology: null, canDraft: true })
    expect(found.legs.map(({ who, pause, to }) => [who, pause, to])).toEqual([
      ['branch', null, '2026-11-23'],
      ['branch', null, '2026-11-23'],
      ['agency', 'agency', null],
    ])
  })

  it('writes reminders and notes into the history, to the holder or somebody else', async () => {
    const desk = await openDesk()
    const { ids } = await late(desk)
    expect(await desk.head.desk.remind({ ids, toId: null, note: 'Trước 16 giờ' })).toEqual({ done: 3 })
    await desk.specialist.desk.note({ ids: ids.slice(0, 1), note: 'Đã gọi xã' })
    const { timeline } = await desk.head.dossiers.get({ id: ids[0] ?? 0 })
    const entries = timeline.map(({ kind, note, details }) => [kind, note, details.map(({ value }) => value)])
    expect(entries).toContainEqual(['reminded', 'Trước 16 giờ', ['Lê Chuyên Viên']])
    expect(entries).toContainEqual(['noted', 'Đã gọi xã', []])
    expect(await refusalOf(desk.head.desk.remind({ ids, toId: 99, note: '' }))).toMatchObject({
      fields: [{ field: 'toId', code: 'not-found' }],
    })
  })

  it('refuses a cause for what is not late, a cause it does not know, and no dossier at all', async () => {
    const desk = await openDesk()
    const { ids } = await late(desk)
    const { id } = await desk.receive()
    expect(
      await refusalOf(desk.specialist.desk.setCause({ ids: [...ids, id], cause: 'system', note: '' })),
    ).toMatchObject({ code: 'some-refused', fields: [{ field: 'items.3', code: 'not-late' }] })
    expect((await desk.head.desk.overview({ within: 1 })).late.withoutCause).toBe(3)
    expect(await refusalOf(desk.specialist.desk.setCause({ ids, cause: 'x', note: '' }))).toMatchObject({
      fields: [{ field: 'cause', code: 'not-found' }],
    })
    expect(
      await refusalOf(desk.specialist.desk.setCause({ ids: [], cause: 'system', note: '' })),
    ).toMatchObject({
      fields: [{ field: 'ids', code: 'required' }],
    })
    expect(await refusalOf(desk.specialist.desk.note({ ids: [404], note: 'x' }))).toMatchObject({
      code: 'not-found',
    })
  })

  it('prints the late list for the head to sign, and every list as a sheet', async () => {
    const desk = await openDesk()
    const { ids } = await late(desk)
    await desk.specialist.desk.setCause({ ids, cause: 'overload', note: '' })
    const filter = { ...LATE_LIST, cause: 'overload' }
    const pdf = await desk.head.desk.printList({ filter, sort: BY_DUE, format: 'pdf', language: 'vi' })
    expect(pdf.name).toBe('ho-so-tre-han_chi-nhanh-thu_2026-12-10.pdf')
    expect(Buffer.from(pdf.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const soon = { ...LATE_LIST, list: 'due-soon' as const }
    expect(
      await refusalOf(
        desk.head.desk.printList({ filter: soon, sort: BY_DUE, format: 'pdf', language: 'vi' }),
      ),
    ).toMatchObject({ fields: [{ field: 'format', code: 'only-late-list' }] })
    const sheet = await desk.head.desk.printList({ filter, sort: BY_DUE, format: 'xlsx', language: 'vi' })
    expect(sheet.name).toBe('ho-so-tre-han_chi-nhanh-thu_2026-12-10.xlsx')
  })
})

describe('the causes of lateness', () => {
  it('are nine until the office makes its own list; none that was in it goes', async () => {
    const desk = await openDesk()
    const causes = await desk.head.desk.causes()
    expect(causes).toHaveLength(9)
    const own = { code: 'survey', vi: 'Chờ đo đạc', en: 'Survey', whose: 'branch' as const, active: true }
    await desk.head.desk.setCauses({
      causes: [
        own,
        ...causes.map((cause) => (cause.code === 'system' ? { ...cause, active: false } : cause)),
      ],
    })
    expect((await desk.specialist.desk.causes())[0]).toEqual(own)
    const { ids } = await late(desk)
    expect(await refusalOf(desk.head.desk.setCause({ ids, cause: 'system', note: '' }))).toMatchObject({
      fields: [{ field: 'cause', code: 'not-active' }],
    })
    const refused = async (list: typeof causes): Promise<unknown> =>
      (await refusalOf(desk.head.desk.setCauses({ causes: list }))).fields[0]
    expect(await refused(causes)).toMatchObject({
      field: 'causes',
      code: 'cause-gone',
      params: { code: 'survey' },
    })
    expect(await refused([own, own])).toMatchObject({ field: 'causes.1.code', code: 'code-twice' })
    expect(await refused([{ ...own, active: false }])).toMatchObject({ field: 'causes', code: 'none-active' })
    expect(await refused([{ ...own, code: 'Đo đạc' }])).toMatchObject({ code: 'not-a-code' })
    expect(await refusalOf(desk.specialist.desk.setCauses({ causes }))).toMatchObject({ code: 'not-allowed' })
    expect(await desk.head.audit.verify()).toMatchObject({ found: 0 })
  })
})
