import { describe, expect, it } from 'vitest'
import { openTestCore } from './test-core.ts'

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
    await client.office.addStaff({ name: 'Trần Thị Bé' })
    stop()
    await client.office.addStaff({ name: 'Lê Văn Tám' })
    expect(heard).toEqual(['office'])
  })
  it('start as the user who was here last', async () => {
    const { core, client } = await openTestCore()
    const { id } = await client.office.addStaff({ name: 'Trần Thị Bé' })
    await client.office.actAs({ staffId: id })
    expect(core.openSession().staffId).toBe(id)
  })
})
