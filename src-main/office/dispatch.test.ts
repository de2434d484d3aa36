import { describe, expect, it } from 'vitest'
import { clientOf, openTestCore, procedureId, receptionOf } from './test-core.ts'

describe('the dispatcher', () => {
  it.each([
    [[]],
    [['dossiers']],
    [['dossiers', 'list', 'x']],
    [['dossiers', 'nothing']],
    [['__proto__', 'list']],
    [['dossiers', 'constructor']],
    [['dossiers', '~orpc']],
    [['toString', 'call']],
  ])('knows no operation at %j', async (path) => {
    const { core, session, bugs } = await openTestCore()
    expect(await core.call(session, path, {})).toEqual({
      ok: false,
      error: { code: 'not-found', params: { what: 'operation' }, fields: [] },
    })
    expect(bugs).toEqual([])
  })
  it.each([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{ id: '1' }],
    [{ id: 1.5 }],
    [{ id: -1 }],
    [{ id: Number.MAX_VALUE }],
  ])('refuses %j where a key is asked for, as data', async (input) => {
    const { core, session, bugs } = await openTestCore()
    const reply = await core.call(session, ['dossiers', 'get'], input)
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(bugs).toEqual([])
  })
  it('answers a key that is not there with not-found', async () => {
    const { core, session } = await openTestCore()
    expect(await core.call(session, ['dossiers', 'get'], { id: 7 })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })
  it('answers a bug without details and logs it', async () => {
    const { core, session, bugs } = await openTestCore()
    const cyclic: { toString: () => string } = {
      toString: () => {
        throw new Error('secret detail')
      },
    }
    const input = new Proxy(cyclic, {
      get: () => {
        throw new Error('secret detail')
      },
      ownKeys: () => {
        throw new Error('secret detail')
      },
    })
    const reply = await core.call(session, ['dossiers', 'get'], input)
    expect(reply).toEqual({ ok: false, error: { code: 'internal', params: {}, fields: [] } })
    expect(bugs).toHaveLength(1)
  })
})

describe('windows', () => {
  it('are told when a dossier comes in, and no longer once they are closed', async () => {
    const { core, client } = await openTestCore()
    const heard: string[] = []
    const stop = core.subscribe((notice) => heard.push(notice.topic))
    await client.people.add({ name: 'Trần Thị Bé', login: null, roles: [] })
    stop()
    await client.people.add({ name: 'Lê Văn Tám', login: null, roles: [] })
    expect(heard).toEqual(['office'])
  })
})

describe('the sample', () => {
  it('is opened for one window only: what another window writes goes to its own register', async () => {
    const { core, client, session } = await openTestCore()
    const id = await procedureId(client, 'transfer')
    await client.reception.receive(receptionOf(id, { applicantName: 'Người thật' }))
    const other = clientOf(core, core.openSession())
    const sample = await other.office.openSample()
    expect([sample.sample, sample.dossiers, sample.today]).toEqual([true, 15_970, '2020-06-30'])
    expect(await client.office.status()).toMatchObject({
      sample: false,
      dossiers: 1,
      user: { name: 'Nguyễn Văn Cửa' },
    })
    const change = {
      id: 1,
      reason: 'thử',
      changes: { applicantName: 'Người mẫu' },
      redated: null,
      revoked: null,
    }
    await other.dossiers.correct({ ...change, version: (await other.dossiers.get({ id: 1 })).version })
    expect((await client.dossiers.get({ id: 1 })).particulars.applicantName).toBe('Người thật')
    expect(session.register).toBe('register')
    expect((await other.office.closeSample()).dossiers).toBe(1)
    expect(await other.office.status()).toMatchObject({ sample: false, user: { name: 'Nguyễn Văn Cửa' } })
  })
})

describe('a listener that fails', () => {
  it('does not make a saved dossier look unsaved', async () => {
    const { core, client, bugs } = await openTestCore()
    core.subscribe(() => {
      throw new Error('window gone')
    })
    const id = await procedureId(client, 'transfer')
    expect((await client.reception.receive(receptionOf(id))).code).toBe('000.00.22.H32-261123-0001')
    expect(bugs.length).toBeGreaterThan(0)
  })
})
