import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Store } from '../../store/database.ts'
import { addDossier } from '../../store/events.ts'
import { acceptance, historyOf } from '../../store/test-store.ts'
import { clientOf, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

describe('reception', () => {
  it('gives the code of the day, the due date, and puts the dossier into its queue', async () => {
    const { client } = await openTestCore()
    const id = await procedureId(client, 'transfer')
    const saved = await client.reception.receive(receptionOf(id))
    expect(saved).toMatchObject({
      code: '000.00.22.H32-261123-0001',
      acceptedOn: '2026-11-23',
      dueOn: '2026-12-04',
    })
    expect((await client.reception.receive(receptionOf(id))).code).toBe('000.00.22.H32-261123-0002')
    expect(await client.dossiers.counts()).toMatchObject({ waiting: 2, all: 2, late: 0 })
  })
  it('begins to count again the next day', async () => {
    const { client, setNow } = await openTestCore()
    const id = await procedureId(client, 'transfer')
    await client.reception.receive(receptionOf(id))
    setNow('2026-11-24T17:00:00.000Z')
    expect((await client.reception.receive(receptionOf(id))).code).toBe('000.00.22.H32-261125-0001')
  })
  describe('beside codes that came from elsewhere', () => {
    const day = '000.00.22.H32-261123-'
    /** The code of a reception in an office whose register has these codes already. */
    async function codeAfter(endings: string[]): Promise<string> {
      const { client, dataDir } = await openTestCore()
      const id = await procedureId(client, 'transfer')
      const store = new Store(join(dataDir, 'register.db'))
      await store.write((db) => {
        for (const ending of endings) {
          const fact = acceptance(day + ending, '2026-12-04', {}, id)
          addDossier(db, historyOf(['2026-11-23', fact]))
        }
      })
      await store.close()
      return (await client.reception.receive(receptionOf(id))).code
    }
    it('goes on from the last number, whatever other endings there are', async () => {
      expect(await codeAfter(['0001', '012A', 'ABCD', '00300', '0002'])).toBe(`${day}0003`)
    })
    it('takes the first gap when the last number is taken', async () => {
      expect(await codeAfter(['0001', '0003', '9999'])).toBe(`${day}0002`)
    })
    it('says so when the day has no number left', async () => {
      const all = Array.from({ length: 9999 }, (_, index) => String(index + 1).padStart(4, '0'))
      expect(await refusalOf(codeAfter(all))).toMatchObject({ code: 'code-sequence-exhausted' })
    })
  })
  it('is found by its code, however that is typed', async () => {
    const { client } = await openTestCore()
    const { id } = await client.reception.receive(receptionOf(await procedureId(client, 'transfer')))
    for (const code of ['000.00.22.h32-261123-0001', ' 000.00.22.H32 – 261123 – 0001\u200b']) {
      expect(await client.dossiers.findByCode({ code })).toBe(id)
    }
    expect(await client.dossiers.findByCode({ code: '000.00.22.H32-261123-0002' })).toBeNull()
  })
  it('is on disk when it is acknowledged: another start of the program has it', async () => {
    const first = await openTestCore()
    const id = await procedureId(first.client, 'transfer')
    const { code } = await first.client.reception.receive(receptionOf(id))
    const second = await openTestCore({ dataDir: first.dataDir, setUp: false })
    expect(await second.client.dossiers.findByCode({ code })).toBe(1)
  })
  it('shows the same due date before saving, with the days counted', async () => {
    const { client } = await openTestCore()
    const id = await procedureId(client, 'transfer')
    const preview = await client.reception.preview({ procedureId: id, acceptedAt: null, remote: false })
    expect(preview).toMatchObject({ dueOn: '2026-12-04', provisional: false, term: 8, hour: '17:00' })
    expect(preview.days.filter((day) => day.counted)).toHaveLength(8)
    expect(preview.days[1]).toMatchObject({
      date: '2026-11-24',
      counted: false,
      name: 'Ngày Văn hóa Việt Nam',
    })
  })
  it('of a same-day procedure after 15:00 is due the next working day', async () => {
    const { client, setNow } = await openTestCore()
    const id = await procedureId(client, 'mortgage')
    expect((await client.reception.receive(receptionOf(id))).dueOn).toBe('2026-11-23')
    setNow('2026-11-23T08:00:00.000Z')
    expect((await client.reception.receive(receptionOf(id))).dueOn).toBe('2026-11-23')
    setNow('2026-11-23T08:01:00.000Z')
    expect((await client.reception.receive(receptionOf(id))).dueOn).toBe('2026-11-25')
  })
  it('may be entered late, is counted from its own day, and says so', async () => {
    const { client } = await openTestCore()
    const id = await procedureId(client, 'transfer')
    const saved = await client.reception.receive(
      receptionOf(id, {}, { acceptedAt: '2026-11-20T02:00:00.000Z' }),
    )
    expect(saved).toMatchObject({
      code: '000.00.22.H32-261120-0001',
      acceptedOn: '2026-11-20',
      dueOn: '2026-12-03',
    })
    const { timeline } = await client.dossiers.get({ id: saved.id })
    expect(timeline).toMatchObject([
      { happenedOn: '2026-11-20', lateEntry: true, authorName: 'Nguyễn Văn Cửa' },
    ])
  })
  describe('asked for twice with the same request', () => {
    const request = '7d9c2f0e-3a55-4a53-9c7f-0a8f0e6f2b11'
    const twice = async (second: Parameters<typeof receptionOf>[1] = {}) => {
      const test = await openTestCore()
      const id = await procedureId(test.client, 'transfer')
      const ask = (particulars = {}) =>
        test.client.reception.receive(receptionOf(id, particulars, { request }))
      return { ...test, id, ask, first: await ask(), again: await ask(second) }
    }
    it('is written once, and answered as the first time', async () => {
      const { client, first, again, ask, setNow } = await twice()
      expect(again).toEqual({ ...first, repeated: 'same' })
      expect(first.repeated).toBeNull()
      setNow('2026-11-25T02:00:00.000Z')
      expect(await ask()).toEqual(again)
      expect((await client.dossiers.counts()).all).toBe(1)
      expect((await client.dossiers.get({ id: first.id })).version).toBe(1)
    })
    it('is written once also when both come at the same moment, and when the program was started anew between', async () => {
      const { client, dataDir } = await openTestCore()
      const id = await procedureId(client, 'transfer')
      const ask = () => client.reception.receive(receptionOf(id, {}, { request }))
      const both = await Promise.all([ask(), ask(), ask()])
      expect(new Set(both.map(({ code }) => code))).toEqual(new Set(['000.00.22.H32-261123-0001']))
      const next = await openTestCore({ dataDir, setUp: false })
      expect(await next.client.reception.receive(receptionOf(id, {}, { request }))).toMatchObject({
        id: 1,
        repeated: 'same',
      })
      expect((await client.dossiers.counts()).all).toBe(1)
    })
    it('says that what was changed in between was not written', async () => {
      const { client, first, again } = await twice({ phone: '0905123456' })
      expect(again).toEqual({ ...first, repeated: 'changed' })
      expect((await client.dossiers.get({ id: first.id })).particulars.phone).toBe('')
    })
    it('of somebody else is refused and tells nothing', async () => {
      const account = { login: 'truong', password: 'mật-khẩu-thử-9', roles: ['counter' as const] }
      const { core, client } = await openTestCore({ account })
      const id = await procedureId(client, 'transfer')
      await client.reception.receive(receptionOf(id, {}, { request }))
      const { password } = await client.people.add({ name: 'Lan', login: 'lan', roles: ['counter'] })
      const lan = clientOf(core, core.openSession())
      await lan.people.signIn({ login: 'lan', password: password ?? '' })
      await lan.people.changePassword({ current: password ?? '', next: 'mật-khẩu-khác-8' })
      expect(await refusalOf(lan.reception.receive(receptionOf(id, {}, { request })))).toMatchObject({
        code: 'invalid-input',
        fields: [{ field: 'request', code: 'not-a-key' }],
      })
      expect((await lan.dossiers.counts()).all).toBe(1)
    })
    it('is another where the request differs or none is given; a request is a UUID', async () => {
      const { client } = await openTestCore()
      const id = await procedureId(client, 'transfer')
      const other = request.replace('7', '8')
      for (const rest of [{ request }, { request: other }, {}, {}]) {
        expect((await client.reception.receive(receptionOf(id, {}, rest))).repeated).toBeNull()
      }
      for (const bad of ['', 'x', `${request}'`, request.toUpperCase() + request]) {
        expect(
          await refusalOf(client.reception.receive(receptionOf(id, {}, { request: bad }))),
        ).toMatchObject({
          fields: [{ field: 'request', code: 'not-a-key' }],
        })
      }
      expect((await client.dossiers.counts()).all).toBe(4)
    })
  })
  it('warns of a pending dossier of the same person and parcel, the likest first', async () => {
    const { client } = await openTestCore()
    const id = await procedureId(client, 'transfer')
    const parcel = { commune: 'Vĩnh Hải', mapSheet: '12', plot: '34' }
    await client.reception.receive(receptionOf(id, { idNumber: '012345678901' }))
    await client.reception.receive(receptionOf(id, { idNumber: '012345678901', ...parcel }))
    await client.reception.receive(
      receptionOf(id, { idNumber: '012345678902', ...parcel, commune: 'Xã khác' }),
    )
    const ended = await client.reception.receive(receptionOf(id, { idNumber: '012345678901', ...parcel }))
    const done = { happenedOn: '2026-11-23', happenedAt: null, holderId: null, note: '' }
    await client.dossiers.recordStep({ id: ended.id, version: 1, step: 'withdrawn', ...done })
    const found = await client.reception.findAlike({ idNumber: '012345678901', ...parcel })
    expect(found.map(({ id: key, same }) => [key, same])).toEqual([
      [2, 'person-and-parcel'],
      [1, 'person'],
    ])
  })

  describe('refuses, names the field and saves nothing:', () => {
    const cases: [string, Parameters<typeof receptionOf>[1], string, string][] = [
      ['no name', { applicantName: ' \u200b ' }, 'particulars.applicantName', 'required'],
      ['a name too long', { applicantName: 'x'.repeat(201) }, 'particulars.applicantName', 'too-long'],
      ['an 11-digit citizen number', { idNumber: '01234567890' }, 'particulars.idNumber', 'not-an-id-number'],
      ['a phone number that is none', { phone: '12' }, 'particulars.phone', 'not-a-phone'],
      ['an e-mail address that is none', { email: 'a@b' }, 'particulars.email', 'not-an-email'],
      ['an online level at the counter', { onlineLevel: '3' }, 'particulars.onlineLevel', 'only-online'],
      ['no set at all', { sets: 0 }, 'particulars.sets', 'not-a-count'],
    ]
    it.each(cases)('%s', async (_what, particulars, field, code) => {
      const { client } = await openTestCore()
      const id = await procedureId(client, 'transfer')
      const refusal = await refusalOf(client.reception.receive(receptionOf(id, particulars)))
      expect(refusal).toMatchObject({ code: 'invalid-input', fields: [{ field, code }] })
      expect((await client.dossiers.counts()).all).toBe(0)
    })
    it('a reception in the future', async () => {
      const { client } = await openTestCore()
      const id = await procedureId(client, 'transfer')
      const refusal = await refusalOf(
        client.reception.receive(receptionOf(id, {}, { acceptedAt: '2026-11-23T02:00:01.000Z' })),
      )
      expect(refusal.fields).toMatchObject([{ field: 'acceptedAt', code: 'date-in-future' }])
    })
    it('a version of a procedure that is not in force that day', async () => {
      const { client } = await openTestCore()
      const old = await procedureId(client, 'transfer', '2020-01-02')
      const refusal = await refusalOf(client.reception.receive(receptionOf(old)))
      expect(refusal.fields).toMatchObject([{ field: 'procedureId', code: 'procedure-not-valid-on-date' }])
    })
    it('a holder who does not work here', async () => {
      const { client } = await openTestCore()
      const id = await procedureId(client, 'transfer')
      const refusal = await refusalOf(client.reception.receive(receptionOf(id, {}, { holderId: 99 })))
      expect(refusal.fields).toMatchObject([{ field: 'holderId', code: 'not-found' }])
    })
    it('everything before the office is set up', async () => {
      const { client } = await openTestCore({ setUp: false })
      expect((await refusalOf(client.reception.receive(receptionOf(1)))).code).toBe('office-not-set-up')
    })
  })
})
