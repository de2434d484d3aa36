import { describe, expect, it } from 'vitest'
import type { OfficeClient } from '../../contract/index.ts'
import { clientOf, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'
import { applicationOf } from './testing.ts'

/** Friday 20/11/2026 at four in the afternoon. */
const FRIDAY = '2026-11-20T09:00:00.000Z'
/** Monday 23/11/2026 at half past four: 8 working hours and 30 minutes later. */
const LATE = '2026-11-23T09:30:00.000Z'
const PERIOD = { arrivedFrom: '2026-01-01', arrivedTo: '2026-12-31' } as const

async function office() {
  const test = await openTestCore()
  const id = await procedureId(test.client, 'transfer')
  const recorded = (rest: Parameters<typeof applicationOf>[2] = {}) =>
    test.client.arrivals.record(applicationOf(id, {}, { arrivedAt: FRIDAY, ...rest }))
  return { ...test, procedure: id, recorded }
}

const list = (client: OfficeClient, queue: 'waiting' | 'completion-asked' | 'closed') =>
  client.arrivals.list({ ...PERIOD, queue, search: '', page: 0, pageSize: 50 })

const ASK = {
  items: ['Hợp đồng chuyển nhượng'],
  reason: 'thiếu trang 3',
  contact: 'Lê Thị Cửa 0258 3822 333',
}

describe('an online application', () => {
  it('waits for its answer with the working minutes left, then is overdue', async () => {
    const { client, recorded, setNow } = await office()
    const { row, actions, days } = await recorded()
    expect(row).toMatchObject({
      ...{ state: 'waiting', reference: 'H32.22-261120-0007', arrivedAt: FRIDAY, overdue: false },
      ...{ answerDue: '2026-11-23T09:00:00.000Z', minutesLeft: 330, code: null, version: 1 },
    })
    expect(days.map(({ minutes }) => minutes)).toEqual([60, 0, 0, 420])
    expect(actions).toEqual(['accept', 'ask-completion', 'decline', 'retract', 'change'])
    expect(await client.arrivals.counts()).toEqual({ waiting: 1, overdue: 0, completionAsked: 0 })
    setNow(LATE)
    expect(await client.arrivals.counts()).toEqual({ waiting: 1, overdue: 1, completionAsked: 0 })
    expect((await list(client, 'waiting')).rows).toMatchObject([{ overdue: true, minutesLeft: -30 }])
  })
  it('is completed and accepted: one history, both moments, the term from the acceptance', async () => {
    const { client, recorded, procedure, setNow } = await office()
    const { row } = await recorded()
    const asked = await client.arrivals.askCompletion({ id: row.id, version: 1, at: null, ...ASK })
    expect(asked).toMatchObject({ row: { state: 'completion-asked', answerDue: null }, asked: ASK })
    expect(await client.arrivals.counts()).toEqual({ waiting: 0, overdue: 0, completionAsked: 1 })
    setNow('2026-11-25T02:00:00.000Z')
    const back = await client.arrivals.completed({ id: row.id, version: 2, at: null, note: 'đủ' })
    expect(back.row).toMatchObject({ state: 'waiting', answerDue: '2026-11-26T02:00:00.000Z', asked: 1 })
    setNow('2026-11-26T03:00:00.000Z')
    const accepted = await client.arrivals.accept({
      ...{ id: row.id, version: 3, acceptedAt: null, procedureId: procedure, remote: false, holderId: null },
      particulars: { ...applicationOf(procedure).particulars, phone: '0905123456' },
    })
    expect(accepted).toMatchObject({
      ...{ id: row.id, code: '000.00.22.H32-261126-0001', acceptedOn: '2026-11-26', dueOn: '2026-12-08' },
    })
    const dossier = await client.dossiers.get({ id: row.id })
    expect(dossier).toMatchObject({
      ...{ acceptedAt: '2026-11-26T03:00:00.000Z', arrivedAt: FRIDAY, reference: 'H32.22-261120-0007' },
      particulars: { phone: '0905123456' },
    })
    expect(dossier.timeline.map(({ kind }) => kind)).toEqual([
      'arrived',
      'completion-asked',
      'completed',
      'accepted',
    ])
    const page = await client.arrivals.get({ id: row.id })
    expect(page).toMatchObject({
      row: { state: 'accepted', code: accepted.code, answeredLate: true, lateMinutes: 60 },
      actions: [],
    })
    expect(page.answers.map(({ late }) => late)).toEqual([false, true])
    expect((await list(client, 'closed')).rows).toMatchObject([{ answeredLate: true, code: accepted.code }])
    expect((await client.reception.receive(receptionOf(procedure))).code).toBe('000.00.22.H32-261126-0002')
    expect(await client.audit.verify()).toMatchObject({ found: 0 })
  })
  it('given to somebody at acceptance is in process, in the step after the counter', async () => {
    const { client, recorded, procedure } = await office()
    const { row } = await recorded()
    const [clerk] = await client.office.staff()
    await client.arrivals.accept({
      ...{ ...receptionOf(procedure), id: row.id, version: 1, holderId: clerk?.id ?? 0 },
    })
    expect((await client.dossiers.get({ id: row.id })).row).toMatchObject({
      ...{ state: 'in-process', holderName: clerk?.name },
    })
  })
  it('may be accepted under another procedure than it was filed for', async () => {
    const { client, recorded } = await office()
    const { row } = await recorded()
    const other = await procedureId(client, 'mortgage')
    await client.arrivals.accept({ ...receptionOf(other), id: row.id, version: 1 })
    expect((await client.dossiers.get({ id: row.id })).row.procedureId).toBe(other)
  })
  it('is found by its number, however that is typed; once', async () => {
    const { client, recorded } = await office()
    const { row } = await recorded()
    expect(await client.arrivals.findByReference({ reference: ' h32.22 – 261120 – 0007' })).toBe(row.id)
    expect(await client.arrivals.findByReference({ reference: '' })).toBeNull()
    expect(await refusalOf(recorded({ reference: 'h32.22-261120-0007 ' }))).toMatchObject({
      fields: [{ field: 'reference', code: 'reference-known' }],
    })
    expect((await list(client, 'waiting')).total).toBe(1)
  })
  it('is set right by a further entry while it is open', async () => {
    const { client, recorded } = await office()
    const { row } = await recorded()
    const change = { id: row.id, version: 1, reason: 'ghi sai', changes: { phone: '0905123456' } }
    const page = await client.arrivals.change(change)
    expect(page).toMatchObject({
      particulars: { phone: '0905123456' },
      row: { version: 2, phone: '0905123456' },
    })
    expect(page.timeline.at(-1)).toMatchObject({
      kind: 'corrected',
      correction: { changes: [{ field: 'phone', before: '', after: '0905123456' }] },
    })
    expect(await refusalOf(client.arrivals.change({ ...change, version: 2 }))).toMatchObject({
      fields: [{ code: 'nothing-changed' }],
    })
    await client.arrivals.decline({ id: row.id, version: 2, at: null, reason: 'sai nơi' })
    const again = { ...change, version: 3, changes: { phone: '' } }
    expect(await refusalOf(client.arrivals.change(again))).toMatchObject({ code: 'arrival-step-not-allowed' })
  })
  it('answered late in truth and entered with an earlier moment shows when it was entered', async () => {
    const { client, recorded, setNow } = await office()
    const { row } = await recorded()
    setNow(LATE)
    const at = '2026-11-23T08:00:00.000Z'
    const page = await client.arrivals.decline({ id: row.id, version: 1, at, reason: 'sai nơi' })
    expect(page.answers).toMatchObject([{ at, enteredAt: LATE, late: false }])
  })
})

describe('a walk-in application', () => {
  it('is written down with the answer it was given at the counter, in one step', async () => {
    const { client, recorded } = await office()
    const answer = { kind: 'completion-asked', ...ASK } as const
    const page = await recorded({ arrivedAt: null, reference: '', answer })
    expect(page).toMatchObject({ row: { state: 'completion-asked', version: 2 }, asked: ASK })
    const refused = await recorded({ reference: '', answer: { kind: 'declined', reason: 'sai nơi' } })
    expect(refused).toMatchObject({ row: { state: 'declined' }, forms: [{ form: 'refusal', of: 2 }] })
    expect((await client.dossiers.counts()).all).toBe(0)
  })
})

describe('what makes no sense', () => {
  it.each([
    [{ arrivedAt: '2026-11-23T02:00:01.000Z' }, 'arrivedAt', 'date-in-future'],
    [{ reference: 'x'.repeat(61) }, 'reference', 'too-long'],
    [{ procedureId: 99_999 }, '', 'not-found'],
    [{ arrivedAt: '2001-01-01T02:00:00.000Z' }, 'procedureId', 'procedure-not-valid-on-date'],
    [{ answer: { kind: 'declined', reason: ' ' } }, 'answer.reason', 'required'],
    [{ answer: { kind: 'completion-asked', ...ASK, items: [] } }, 'answer.items', 'required'],
    [{ answer: { kind: 'completion-asked', ...ASK, items: ['x', ''] } }, 'answer.items.1', 'required'],
    [
      { answer: { kind: 'completion-asked', ...ASK, contact: 'x'.repeat(201) } },
      'answer.contact',
      'too-long',
    ],
  ] as const)('is not recorded: %j', async (rest, field, code) => {
    const { client, recorded } = await office()
    const refused = await refusalOf(recorded(rest as Parameters<typeof recorded>[0]))
    if (field === '') expect(refused.code).toBe(code)
    else expect(refused.fields).toMatchObject([{ field, code }])
    expect(await client.arrivals.counts()).toMatchObject({ waiting: 0 })
  })
  it.each([
    [{ applicantName: '' }, 'particulars.applicantName', 'required'],
    [{ phone: '12' }, 'particulars.phone', 'not-a-phone'],
    [{ channel: 'direct', onlineLevel: 'full' }, 'particulars.onlineLevel', 'only-online'],
  ] as const)('in the particulars is named: %j', async (particulars, field, code) => {
    const { client, procedure } = await office()
    const call = client.arrivals.record(applicationOf(procedure, particulars))
    expect((await refusalOf(call)).fields).toMatchObject([{ field, code }])
  })
  it('is refused for an answer: too early, too late, not there, decided on an older version', async () => {
    const { client, recorded } = await office()
    const { row } = await recorded()
    const decline = (rest: object) =>
      refusalOf(client.arrivals.decline({ id: row.id, version: 1, at: null, reason: 'x', ...rest }))
    expect((await decline({ at: '2026-11-20T08:59:00.000Z' })).fields).toMatchObject([
      { field: 'at', code: 'moment-before-last-step' },
    ])
    expect((await decline({ at: '2026-11-23T03:00:00.000Z' })).fields).toMatchObject([
      { field: 'at', code: 'date-in-future' },
    ])
    expect(await decline({ id: 77 })).toMatchObject({ code: 'not-found' })
    expect(await decline({ version: 2 })).toMatchObject({ code: 'dossier-changed' })
    expect((await decline({ reason: '' })).fields).toMatchObject([{ field: 'reason', code: 'required' }])
    expect(await refusalOf(client.arrivals.get({ id: 77 }))).toMatchObject({ code: 'not-found' })
    expect((await client.arrivals.get({ id: row.id })).row).toMatchObject({ state: 'waiting', version: 1 })
  })
  it('is refused for an acceptance before the application came in', async () => {
    const { client, recorded, procedure } = await office()
    const { row } = await recorded()
    const early = { acceptedAt: '2026-11-20T08:00:00.000Z' }
    const accept = client.arrivals.accept({ ...receptionOf(procedure, {}, early), id: row.id, version: 1 })
    expect((await refusalOf(accept)).fields).toMatchObject([
      { field: 'acceptedAt', code: 'moment-before-last-step' },
    ])
  })
  it('is a step the state does not allow: after acceptance, after refusal, completion not asked for', async () => {
    const { client, recorded, procedure } = await office()
    const { row } = await recorded()
    const step = { id: row.id, at: null }
    const accept = (version: number) =>
      client.arrivals.accept({ ...receptionOf(procedure), id: row.id, version })
    expect(await refusalOf(client.arrivals.completed({ ...step, version: 1, note: '' }))).toMatchObject({
      ...{ code: 'arrival-step-not-allowed', params: { step: 'completed', state: 'waiting' } },
    })
    await accept(1)
    const closed = { code: 'arrival-step-not-allowed', params: { state: 'accepted' } }
    expect(await refusalOf(accept(1))).toMatchObject({ code: 'dossier-changed' })
    expect(await refusalOf(accept(2))).toMatchObject(closed)
    expect(await refusalOf(client.arrivals.decline({ ...step, version: 2, reason: 'x' }))).toMatchObject(
      closed,
    )
    const other = await recorded({ reference: 'H32-2' })
    await client.arrivals.decline({ id: other.row.id, version: 1, at: null, reason: 'x' })
    const late = client.arrivals.accept({ ...receptionOf(procedure), id: other.row.id, version: 2 })
    expect(await refusalOf(late)).toMatchObject({ params: { state: 'declined' } })
    expect((await client.dossiers.counts()).all).toBe(1)
  })
  it('accepted by two at the same moment becomes one dossier', async () => {
    const { client, recorded, procedure } = await office()
    const { row } = await recorded()
    const accept = () => client.arrivals.accept({ ...receptionOf(procedure), id: row.id, version: 1 })
    const both = await Promise.allSettled([accept(), accept()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await client.dossiers.counts()).all).toBe(1)
  })
})

describe('once it is a dossier', () => {
  it('what came before the acceptance stays, and the acceptance stays behind it', async () => {
    const { client, recorded, procedure } = await office()
    const { row } = await recorded()
    await client.arrivals.accept({ ...receptionOf(procedure), id: row.id, version: 1 })
    const correct = { id: row.id, version: 2, reason: 'x', changes: null, redated: null, revoked: null }
    expect(await refusalOf(client.dossiers.correct({ ...correct, revoked: 1 }))).toMatchObject({
      code: 'entry-before-acceptance',
    })
    const redated = { seq: 1, on: '2026-11-19' }
    expect(await refusalOf(client.dossiers.correct({ ...correct, redated }))).toMatchObject({
      code: 'entry-before-acceptance',
    })
    const earlier = { seq: 2, on: '2026-11-19' }
    expect((await refusalOf(client.dossiers.correct({ ...correct, redated: earlier }))).fields).toMatchObject(
      [{ field: 'redated.on', code: 'date-before-last-step' }],
    )
    await client.dossiers.correct({ ...correct, redated: { seq: 2, on: '2026-11-20' } })
    expect(await client.audit.verify()).toMatchObject({ found: 0 })
  })
})

describe('who may', () => {
  const PASSWORD = 'mật-khẩu-thử-9'
  it('read but not receive sees the list without citizen numbers, and answers nothing', async () => {
    const account = { login: 'truong', password: PASSWORD, roles: ['counter' as const] }
    const { core, client } = await openTestCore({ account })
    const procedure = await procedureId(client, 'transfer')
    const { row } = await client.arrivals.record(applicationOf(procedure, { idNumber: '056199001234' }))
    const { password } = await client.people.add({ name: 'Vân', login: 'van', roles: ['specialist'] })
    const van = clientOf(core, core.openSession())
    await van.people.signIn({ login: 'van', password: password ?? '' })
    await van.people.changePassword({ current: password ?? '', next: PASSWORD })
    const search = (by: string) =>
      van.arrivals.list({ ...PERIOD, queue: 'waiting', search: by, page: 0, pageSize: 50 })
    expect(JSON.stringify(await search(''))).not.toContain('056199001234')
    expect((await search('056199')).total).toBe(0)
    expect((await van.arrivals.get({ id: row.id })).particulars.idNumber).toBe('056199001234')
    const decline = van.arrivals.decline({ id: row.id, version: 1, at: null, reason: 'x' })
    expect(await refusalOf(decline)).toMatchObject({ code: 'not-allowed' })
  })
})
