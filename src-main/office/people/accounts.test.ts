import { describe, expect, it, vi } from 'vitest'
import type { ChangeNotice } from '../../contract/changes.ts'
import { setSetting } from '../../store/reference.ts'
import { Store } from '../../store/database.ts'
import { testFolder } from '../../store/test-store.ts'
import { TEST_OFFICE, clientOf, openTestCore, refusalOf } from '../test-core.ts'

vi.mock('node:crypto', async (original) => (await import('./cheap-hashes.ts')).cheapCrypto(original))

const PASSWORD = 'mật-khẩu-thử-9'
const ACCOUNT = { login: 'truong', password: PASSWORD, roles: [] }

async function officeWithLan() {
  const test = await openTestCore({ account: ACCOUNT })
  const { person, password } = await test.client.people.add({
    name: 'Lan',
    login: 'lan',
    roles: ['specialist'],
  })
  const lan = clientOf(test.core, test.core.openSession())
  await lan.people.signIn({ login: 'lan', password: password ?? '' })
  await lan.people.changePassword({ current: password ?? '', next: PASSWORD })
  const notices: ChangeNotice[] = []
  test.core.subscribe((notice) => notices.push(notice))
  return { ...test, lan, lanId: person.id, notices }
}

describe('roles', () => {
  it('given and taken hold at once in windows that are open, and all windows are told', async () => {
    const { client, lan, lanId, notices } = await officeWithLan()
    expect((await refusalOf(lan.people.list())).code).toBe('not-allowed')
    await client.people.change({ id: lanId, login: 'lan', roles: ['specialist', 'administrator'] })
    expect(notices).toContainEqual({ topic: 'office' })
    expect(await lan.people.list()).toHaveLength(2)
    expect((await lan.office.status()).user?.rights).toContain('people')
    await client.people.change({ id: lanId, login: 'lan', roles: [] })
    expect((await refusalOf(lan.dossiers.counts())).code).toBe('not-allowed')
    expect((await lan.office.status()).user).toMatchObject({ roles: [], rights: ['anyone', 'signed-in'] })
  })
})

describe('an account', () => {
  it('once deactivated is thrown out of its windows and cannot come in; activated, it can again', async () => {
    const { client, lan, lanId, notices } = await officeWithLan()
    await client.people.setActive({ id: lanId, active: false })
    expect(notices).toContainEqual({ topic: 'office' })
    expect((await refusalOf(lan.dossiers.counts())).code).toBe('not-signed-in')
    expect((await refusalOf(lan.people.signIn({ login: 'lan', password: PASSWORD }))).code).toBe(
      'sign-in-refused',
    )
    await client.people.setActive({ id: lanId, active: true })
    expect((await lan.office.status()).user).toBeNull()
    expect((await lan.people.signIn({ login: 'lan', password: PASSWORD })).user?.name).toBe('Lan')
  })

  it('whose password is reset is signed out everywhere and must choose a new one', async () => {
    const { client, lan, lanId } = await officeWithLan()
    const { password } = await client.people.resetPassword({ id: lanId })
    expect((await lan.office.status()).user).toBeNull()
    expect((await refusalOf(lan.people.signIn({ login: 'lan', password: PASSWORD }))).code).toBe(
      'sign-in-refused',
    )
    expect((await lan.people.signIn({ login: 'lan', password })).user?.mustChangePassword).toBe(true)
    expect((await refusalOf(lan.dossiers.counts())).code).toBe('password-change-needed')
  })

  it('whose wrong tries had to wait may try its new one-time password at once', async () => {
    const { client, core, lanId } = await officeWithLan()
    const window = clientOf(core, core.openSession())
    for (let n = 0; n < 5; n++) await refusalOf(window.people.signIn({ login: 'lan', password: 'sai' }))
    const { password } = await client.people.resetPassword({ id: lanId })
    expect((await window.people.signIn({ login: 'lan', password })).user?.name).toBe('Lan')
  })

  it('is not given twice, nor a login', async () => {
    const { client, lanId } = await officeWithLan()
    const fields = async (call: Promise<unknown>) => (await refusalOf(call)).fields
    expect(await fields(client.people.add({ name: 'Hoa', login: ' LAN', roles: [] }))).toMatchObject([
      { field: 'login', code: 'login-taken' },
    ])
    expect(await fields(client.people.add({ name: 'Lan', login: 'lan2', roles: [] }))).toMatchObject([
      { field: 'name', code: 'already-there' },
    ])
    expect(await fields(client.people.change({ id: lanId, login: 'truong', roles: [] }))).toMatchObject([
      { field: 'login', code: 'login-taken' },
    ])
    expect(await fields(client.people.add({ name: 'Hoa', login: 'Hoa Nguyễn', roles: [] }))).toMatchObject([
      { field: 'login', code: 'not-a-login' },
    ])
  })

  it('can be given later to somebody who only held dossiers', async () => {
    const { client, core } = await officeWithLan()
    const { person, password } = await client.people.add({ name: 'Hoa', login: null, roles: ['head'] })
    expect([person.login, person.roles, person.active, password]).toEqual([null, [], false, null])
    const given = await client.people.change({ id: person.id, login: 'hoa', roles: ['head'] })
    const hoa = clientOf(core, core.openSession())
    const door = await hoa.people.signIn({ login: 'hoa', password: given.password ?? '' })
    expect(door.user).toMatchObject({ name: 'Hoa', roles: ['head'], mustChangePassword: true })
  })
})

describe('the last administrator', () => {
  it('can neither be deactivated nor lose the role, also not by two requests at once', async () => {
    const { client, lanId } = await officeWithLan()
    const [me] = (await client.people.list()).filter(({ login }) => login === 'truong')
    const id = me?.id ?? 0
    expect((await refusalOf(client.people.setActive({ id, active: false }))).code).toBe('last-administrator')
    expect((await refusalOf(client.people.change({ id, login: 'truong', roles: ['head'] }))).code).toBe(
      'last-administrator',
    )
    await client.people.change({ id: lanId, login: 'lan', roles: ['administrator'] })
    const both = await Promise.allSettled([
      client.people.change({ id, login: 'truong', roles: [] }),
      client.people.change({ id: lanId, login: 'lan', roles: [] }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('an open office', () => {
  it('writes everything down under its one named user, and has no lock', async () => {
    const { client } = await openTestCore()
    expect(await client.people.lock()).toMatchObject({
      locked: false,
      user: { name: 'Nguyễn Văn Cửa', login: null },
      access: { kind: 'open', openAs: { name: 'Nguyễn Văn Cửa' } },
    })
  })

  it('is turned to sign-in only with an administrator who can sign in, who is in at once', async () => {
    const { client, core } = await openTestCore()
    const turn = { kind: 'sign-in', lockAfterMinutes: 15 } as const
    expect((await refusalOf(client.people.setAccess({ ...turn, account: null }))).code).toBe(
      'last-administrator',
    )
    expect(
      (await refusalOf(client.people.setAccess({ ...turn, account: { ...ACCOUNT, password: '1234567890' } })))
        .fields,
    ).toMatchObject([{ field: 'account.password', code: 'password-too-simple' }])
    const door = await client.people.setAccess({ ...turn, account: { ...ACCOUNT, roles: ['counter'] } })
    expect(door).toMatchObject({
      user: { name: 'Nguyễn Văn Cửa', login: 'truong', roles: ['counter', 'administrator'] },
      access: { kind: 'sign-in', openAs: null, lockAfterMinutes: 15 },
    })
    expect((await clientOf(core, core.openSession()).office.status()).user).toBeNull()
  })

  it('knows no window that was signed in or locked before it was open', async () => {
    const { client, lan } = await officeWithLan()
    await lan.people.lock()
    await client.people.setAccess({ kind: 'open', lockAfterMinutes: 0 })
    expect(await lan.office.status()).toMatchObject({ locked: false, user: { name: 'Nguyễn Văn Cửa' } })
    expect((await lan.dossiers.counts()).all).toBe(0)
    await client.people.setAccess({ kind: 'sign-in', lockAfterMinutes: 10 })
    expect((await lan.office.status()).user).toBeNull()
    expect((await client.office.status()).user).toBeNull()
  })
})

describe('an office of an earlier version', () => {
  /** Set up, but without any choice of how it is opened. */
  async function unclaimedOffice() {
    const dataDir = testFolder()
    const { core } = await openTestCore({ dataDir, setUp: false })
    await core.close()
    const store = new Store(`${dataDir}/register.db`)
    await store.write((db) => setSetting(db, 'office', JSON.stringify(TEST_OFFICE)))
    await store.close()
    return openTestCore({ dataDir, setUp: false })
  }

  it('is closed to everybody until its first administrator has been made, which happens once', async () => {
    const { core, client } = await unclaimedOffice()
    expect(await client.office.status()).toMatchObject({ unclaimed: true, user: null })
    expect((await refusalOf(client.dossiers.counts())).code).toBe('not-signed-in')
    const second = clientOf(core, core.openSession())
    const claims = await Promise.allSettled([
      client.people.claim({ name: 'Lan', login: 'lan', password: PASSWORD }),
      second.people.claim({ name: 'Hoa', login: 'hoa', password: PASSWORD }),
    ])
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await client.office.status()).toMatchObject({
      unclaimed: false,
      user: { name: 'Lan', roles: ['administrator'] },
    })
    expect((await second.office.status()).user).toBeNull()
    expect(
      (await refusalOf(second.people.claim({ name: 'Hoa', login: 'hoa', password: PASSWORD }))).code,
    ).toBe('office-already-set-up')
  })

  it('cannot be claimed before first start, nor when it is open', async () => {
    const input = { name: 'Lan', login: 'lan', password: PASSWORD }
    const fresh = await openTestCore({ setUp: false })
    expect((await refusalOf(fresh.client.people.claim(input))).code).toBe('office-not-set-up')
    const open = await openTestCore()
    expect((await refusalOf(open.client.people.claim(input))).code).toBe('office-already-set-up')
  })
})
