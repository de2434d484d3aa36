import { describe, expect, it } from 'vitest'
import { refusalOf } from '../test-core.ts'
import { type Desk, openDesk } from '../steps/testing.ts'
import { receptionOf } from '../test-core.ts'

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
})
