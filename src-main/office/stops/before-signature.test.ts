import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import type { StepRole } from '../../domain/path.ts'
import { type Desk, openDesk } from '../steps/testing.ts'
import { receptionOf, refusalOf } from '../test-core.ts'

const PARCEL = { commune: 'Vĩnh Hải', mapSheet: '12', plot: '34' }
const ORDER = { ...PARCEL, document: '15/QĐ-CCTHADS', agency: 'THADS', issuedOn: '2026-11-20', reason: '' }
const NOW = { happenedOn: null, happenedAt: null, note: '' }

/** A dossier in the specialist's hands whose parcel is blocked afterwards. */
async function blocked(): Promise<{ desk: Desk; dossiers: { id: number; version: number }[] }> {
  const desk = await openDesk()
  const { id } = await desk.client.reception.receive(
    receptionOf(desk.exchange, PARCEL, { holderId: desk.specialist.id }),
  )
  await desk.client.stops.add(ORDER)
  return { desk, dossiers: [{ id, version: 2 }] }
}

/** A procedure with a tax leg whose path has steps of these roles. */
async function procedureWith({ client, transfer }: Desk, roles: readonly StepRole[]): Promise<number> {
  const known = (await client.procedures.list()).find(({ id }) => id === transfer)
  if (known === undefined) throw new Error('no such version')
  const { id: _id, dossiers: _dossiers, ...version } = known
  const steps = roles.map((role) => ({
    ...{ name: role, agency: 'Chi nhánh', term: 1, unit: 'working-day' as const, role },
  }))
  const other = { ...version, key: 'laid-down', nationalCode: '', validTo: null, steps }
  return (await client.procedures.add({ version: other, reason: 'quy trình nội bộ' })).id
}

/** A dossier at its specialist, of a procedure with that path: counter, specialist, tax leg, signature, counter. */
async function oneToBeSignedOncePaid(desk: Desk): Promise<number> {
  const procedure = await procedureWith(desk, ['counter', 'processing', 'tax', 'signature', 'return'])
  const held = { holderId: desk.specialist.id }
  return (await desk.client.reception.receive(receptionOf(procedure, PARCEL, held))).id
}

describe('a blocked parcel', () => {
  it('goes to no signature until whoever passes it on has seen the order, and the history says so', async () => {
    const { desk, dossiers } = await blocked()
    const { client } = desk.specialist
    const onward = { dossiers, to: { kind: 'next' as const }, holderId: null, ...NOW }
    expect(await refusalOf(client.steps.passOn(onward))).toMatchObject({
      ...{ code: 'dossiers-refused', fields: [{ field: 'dossiers.0', code: 'stop-order' }] },
    })
    await client.steps.passOn({ ...onward, stopsAcknowledged: ['15/QĐ-CCTHADS'] })
    const { row, timeline } = await client.dossiers.get({ id: dossiers[0]?.id ?? 0 })
    expect(row.step).toMatchObject({ role: 'signature' })
    expect(timeline.at(-1)).toMatchObject({ kind: 'noted', authorName: 'Trần Văn Thụ' })
    expect(timeline.at(-1)?.note).toContain('15/QĐ-CCTHADS')
  })

  it('is not given out in a batch to be signed unseen', async () => {
    const { desk, dossiers } = await blocked()
    const { client } = desk.specialist
    const giving = { dossiers, fromId: null, toId: desk.head.id, to: { kind: 'next' as const }, ...NOW }
    expect((await refusalOf(client.handovers.give(giving))).fields).toMatchObject([{ code: 'stop-order' }])
    const { items } = await client.handovers.give({ ...giving, stopsAcknowledged: ['15/QĐ-CCTHADS'] })
    expect(items).toHaveLength(1)
  })

  it('may be sent back or change hands all the same', async () => {
    const { desk, dossiers } = await blocked()
    const stay = { dossiers, to: { kind: 'stay' as const }, holderId: desk.other.id, ...NOW }
    expect(await desk.specialist.client.steps.passOn(stay)).toEqual({ moved: 1 })
  })

  it('whose path has the signature after the tax leg is not paid through to it unseen', async () => {
    const desk = await openDesk()
    const { client } = desk
    const id = await oneToBeSignedOncePaid(desk)
    const on = { happenedOn: civilDate('2026-11-23'), document: '', note: '' }
    const { version } = await client.dossiers.pause({ id, version: 2, pause: 'payment', ...on })
    await client.stops.add(ORDER)
    const paid = { id, version, ...on, document: 'BL 1' }
    expect(await refusalOf(client.dossiers.resume(paid))).toMatchObject({
      ...{ code: 'stop-order', params: { documents: '15/QĐ-CCTHADS' } },
    })
    expect((await client.dossiers.get({ id })).row).toMatchObject({ state: 'awaiting-payment' })
    const page = await client.dossiers.resume({ ...paid, stopsAcknowledged: ['15/QĐ-CCTHADS'] })
    expect(page.row).toMatchObject({ state: 'in-process', step: { role: 'signature' } })
    expect(page.timeline.at(-1)?.note).toContain('15/QĐ-CCTHADS')
  })

  it('whose path has the signature right after the counter is not taken to it unseen', async () => {
    const desk = await openDesk()
    const { client } = desk
    const procedure = await procedureWith(desk, ['counter', 'signature', 'return'])
    const { id } = await client.reception.receive(receptionOf(procedure, PARCEL))
    await client.stops.add(ORDER)
    const dossiers = [{ id, version: 1 }]
    expect((await refusalOf(client.steps.take({ dossiers, ...NOW }))).fields).toMatchObject([
      { field: 'dossiers.0', code: 'stop-order' },
    ])
    const taken = { id, version: 1, step: 'taken' as const, holderId: desk.head.id, note: '' }
    const today = { happenedOn: civilDate('2026-11-23'), happenedAt: null }
    expect((await refusalOf(client.dossiers.recordStep({ ...taken, ...today }))).code).toBe('stop-order')
    const onward = { dossiers, to: { kind: 'next' as const }, holderId: null, ...NOW }
    await client.steps.passOn({ ...onward, stopsAcknowledged: ['15/QĐ-CCTHADS'] })
    expect((await client.dossiers.get({ id })).row.step).toMatchObject({ role: 'signature' })
  })
})
