import { beforeEach, describe, expect, it, vi } from 'vitest'
import { clientOf, openTestCore, refusalOf } from '../test-core.ts'
import { costsAsked } from './cheap-hashes.ts'

vi.mock('node:crypto', async (original) => (await import('./cheap-hashes.ts')).cheapCrypto(original))
beforeEach(() => void costsAsked.splice(0))

const PASSWORD = 'mật-khẩu-thử-9'
const OTHER = 'khác hẳn lần trước'

/** An office that asks for sign-in; its administrator is at the first window, Lan at a second. */
async function officeWithLan() {
  const test = await openTestCore({ account: { login: 'truong', password: PASSWORD, roles: [] } })
  const { person, password } = await test.client.people.add({ name: 'Lan', login: 'lan', roles: ['counter'] })
  const session = test.core.openSession()
  const lan = clientOf(test.core, session)
  await lan.people.signIn({ login: 'lan', password: password ?? '' })
  await lan.people.changePassword({ current: password ?? '', next: PASSWORD })
  const stranger = clientOf(test.core, test.core.openSession())
  costsAsked.splice(0)
  return { ...test, lan, lanSession: session, lanId: person.id, stranger }
}

describe('who comes to the door', () => {
  it('is told the same, at the same cost, for an unknown login, a wrong password and a deactivated person', async () => {
    const { client, lanId, stranger } = await officeWithLan()
    await client.people.add({ name: 'Hoa', login: 'hoa', roles: ['head'] })
    await client.people.setActive({ id: lanId, active: false })
    costsAsked.splice(0)
    const answers = []
    for (const [login, password] of [
      ['khong-co-ai', PASSWORD],
      ['truong', 'sai mật khẩu rồi'],
      ['lan', PASSWORD],
      ['lan', 'sai mật khẩu rồi'],
      ['', PASSWORD],
    ] as const) {
      answers.push(await refusalOf(stranger.people.signIn({ login, password })))
    }
    expect(answers).toEqual(
      answers.map(() => ({ code: 'sign-in-refused', params: { seconds: 0 }, fields: [] })),
    )
    expect(costsAsked).toHaveLength(5)
    expect(new Set(costsAsked).size).toBe(1)
  })

  it('waits after a few wrong tries, whether the login exists or not, and a right try ends it', async () => {
    const { stranger, setNow } = await officeWithLan()
    const wrong = (login: string) => refusalOf(stranger.people.signIn({ login, password: 'sai rồi' }))
    for (const login of ['lan', 'khong-co-ai']) {
      for (let n = 0; n < 3; n++) {
        expect(await wrong(login)).toMatchObject({ code: 'sign-in-refused', params: { seconds: 0 } })
      }
      expect(await wrong(login)).toMatchObject({ code: 'sign-in-refused', params: { seconds: 2 } })
      expect(await wrong(login)).toMatchObject({ code: 'too-many-tries', params: { seconds: 2 } })
    }
    // Also the right password has to wait.
    expect(await refusalOf(stranger.people.signIn({ login: 'lan', password: PASSWORD }))).toMatchObject({
      code: 'too-many-tries',
    })
    setNow('2026-11-23T02:00:02.000Z')
    expect((await stranger.people.signIn({ login: 'lan', password: PASSWORD })).user?.name).toBe('Lan')
    await stranger.people.signOut()
    expect(await wrong('lan')).toMatchObject({ code: 'sign-in-refused', params: { seconds: 0 } })
  })

  it('does not escape the pace by trying many at once, from many windows, in many spellings', async () => {
    const { core } = await officeWithLan()
    const tries = Array.from({ length: 15 }, (_, n) =>
      refusalOf(
        clientOf(core, core.openSession()).people.signIn({
          login: ['lan', ' LAN ', 'Lan'][n % 3] ?? '',
          password: `đoán lần ${n}`,
        }),
      ),
    )
    const codes = (await Promise.all(tries)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(4)
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(11)
    expect(costsAsked).toHaveLength(4)
  })

  it('is paced at the lock and at the change of a password as well', async () => {
    const { lan } = await officeWithLan()
    await lan.people.lock()
    for (let n = 0; n < 4; n++) await refusalOf(lan.people.unlock({ password: 'sai rồi' }))
    expect((await refusalOf(lan.people.unlock({ password: PASSWORD }))).code).toBe('too-many-tries')
    const { lan: other } = await officeWithLan()
    for (let n = 0; n < 4; n++) {
      expect(await refusalOf(other.people.changePassword({ current: 'sai rồi', next: OTHER }))).toMatchObject(
        { fields: [{ field: 'current', code: 'wrong-password' }] },
      )
    }
    expect((await refusalOf(other.people.changePassword({ current: PASSWORD, next: OTHER }))).code).toBe(
      'too-many-tries',
    )
  })

  it('and leaves again is gone: the window does nothing more', async () => {
    const { core, lan, lanSession, stranger } = await officeWithLan()
    await lan.people.signOut()
    expect(await core.call(lanSession, ['dossiers', 'counts'], undefined)).toMatchObject({
      error: { code: 'not-signed-in' },
    })
    expect((await stranger.people.signOut()).user).toBeNull()
  })
})

describe('a locked window', () => {
  it('opens again for its own person only, and stays theirs', async () => {
    const { lan, stranger } = await officeWithLan()
    expect(await lan.people.lock()).toMatchObject({ locked: true, user: { name: 'Lan' } })
    expect((await refusalOf(lan.people.unlock({ password: OTHER }))).code).toBe('sign-in-refused')
    expect(await lan.people.unlock({ password: PASSWORD })).toMatchObject({ locked: false })
    expect((await refusalOf(stranger.people.unlock({ password: PASSWORD }))).code).toBe('not-signed-in')
    expect((await stranger.people.lock()).locked).toBe(false)
  })

  it('is left by signing out, for the next person', async () => {
    const { lan } = await officeWithLan()
    await lan.people.lock()
    expect((await lan.people.signOut()).user).toBeNull()
    const next = await lan.people.signIn({ login: 'truong', password: PASSWORD })
    expect(next).toMatchObject({ locked: false, user: { login: 'truong' } })
  })

  it('is what closing the sample leads back to: whoever closes it may be somebody else', async () => {
    const { client } = await officeWithLan()
    expect(await client.office.openSample()).toMatchObject({ sample: true, locked: false })
    expect(await client.office.closeSample()).toMatchObject({ sample: false, locked: true })
  }, 120_000)
})

describe('a password', () => {
  it('once changed signs the other windows of the person out, not the one it was changed at', async () => {
    const { core, lan } = await officeWithLan()
    const other = clientOf(core, core.openSession())
    await other.people.signIn({ login: 'lan', password: PASSWORD })
    await lan.people.changePassword({ current: PASSWORD, next: OTHER })
    expect((await other.office.status()).user).toBeNull()
    expect((await lan.office.status()).user?.name).toBe('Lan')
    expect((await refusalOf(other.people.signIn({ login: 'lan', password: PASSWORD }))).code).toBe(
      'sign-in-refused',
    )
  })

  it('is not taken when it is short, simple, or the one before', async () => {
    const { lan } = await officeWithLan()
    const refused = async (next: string) =>
      (await refusalOf(lan.people.changePassword({ current: PASSWORD, next }))).fields
    expect(await refused('ngắn')).toMatchObject([{ field: 'next', code: 'password-too-short' }])
    expect(await refused('1234567890')).toEqual([{ field: 'next', code: 'password-too-simple', params: {} }])
    expect(await refused(PASSWORD)).toEqual([{ field: 'next', code: 'password-as-before', params: {} }])
    expect(costsAsked).toEqual([])
  })
})
