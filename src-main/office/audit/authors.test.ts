import { setImmediate } from 'node:timers/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { AuditKind } from '../../domain/audit.ts'
import { Store, openReader } from '../../store/database.ts'
import { clientOf, openTestCore, refusalOf } from '../test-core.ts'

vi.mock('node:crypto', async (original) => (await import('../people/cheap-hashes.ts')).cheapCrypto(original))

const PASSWORD = 'mật-khẩu-thử-9'
const ACCOUNT = { login: 'truong', password: PASSWORD, roles: [] }

/** An office whose administrator (1) is at the first window; Lan, of the counter, can sign in. */
async function officeWithLan() {
  const test = await openTestCore({ account: ACCOUNT })
  const { person, password } = await test.client.people.add({ name: 'Lan', login: 'lan', roles: ['counter'] })
  const elsewhere = clientOf(test.core, test.core.openSession())
  await elsewhere.people.signIn({ login: 'lan', password: password ?? '' })
  await elsewhere.people.changePassword({ current: password ?? '', next: PASSWORD })
  await elsewhere.people.signOut()
  return { ...test, lanId: person.id }
}

function authorsOf(dataDir: string, kind: AuditKind): (number | null)[] {
  const { db, close } = openReader(join(dataDir, 'register.db'))
  try {
    return db
      .all<{ author: number | null }>(
        'SELECT author_id AS author FROM audit_entry WHERE kind = @kind ORDER BY id',
        { kind },
      )
      .map(({ author }) => author)
  } finally {
    close()
  }
}

describe('what takes its time is written down under who asked for it', () => {
  const deeds = [
    ['exported', (office) => office.client.backups.exportAll()],
    ['password-reset', (office) => office.client.people.resetPassword({ id: office.lanId })],
    ['person-added', (office) => office.client.people.add({ name: 'Hoa', login: 'hoa', roles: [] })],
    ['settings-changed', (office) => office.client.backups.setPassword({ password: 'mật khẩu sao lưu dài' })],
  ] satisfies [AuditKind, (office: Awaited<ReturnType<typeof officeWithLan>>) => Promise<unknown>][]

  it.each(deeds)('%s, with nobody at the window by then', async (kind, deed) => {
    const office = await officeWithLan()
    const done = deed(office)
    await office.client.people.signOut()
    await done
    expect(authorsOf(office.dataDir, kind).at(-1)).toBe(1)
  })

  it.each(deeds)('%s, with somebody else at the window by then', async (kind, deed) => {
    const office = await officeWithLan()
    // Signed in beforehand: that takes as long as the deed.
    const elsewhere = office.core.openSession()
    await clientOf(office.core, elsewhere).people.signIn({ login: 'lan', password: PASSWORD })
    const done = deed(office)
    await setImmediate()
    for (const [register, presence] of elsewhere.presences) office.session.presences.set(register, presence)
    await done
    expect(authorsOf(office.dataDir, kind).at(-1)).toBe(1)
  })

  it('and the first administrator of an office of an earlier version is added by themselves', async () => {
    const office = await openTestCore()
    const { dataDir } = office
    await office.core.close()
    const store = new Store(join(dataDir, 'register.db'))
    await store.write((db) => db.run("DELETE FROM setting WHERE key = 'access'"))
    await store.close()
    const again = await openTestCore({ dataDir, setUp: false })
    const door = await again.client.people.claim({ name: 'Bình', login: 'binh', password: PASSWORD })
    expect(authorsOf(dataDir, 'person-added').at(-1)).toBe(door.user?.id)
  })
})

describe('a right taken away while the work is under way', () => {
  async function withSecondAdministrator() {
    const office = await officeWithLan()
    const { lanId, core, client } = office
    await client.people.change({ id: lanId, login: 'lan', roles: ['administrator'] })
    const lan = clientOf(core, core.openSession())
    await lan.people.signIn({ login: 'lan', password: PASSWORD })
    return { ...office, lan }
  }

  it.each([
    ['not-signed-in', 'by deactivation', { active: false }],
    ['not-allowed', 'with the role', { active: true }],
  ] as const)('refuses with %s %s, and changes nothing', async (code, _how, { active }) => {
    const { client, lan, lanId, dataDir } = await withSecondAdministrator()
    const before = authorsOf(dataDir, 'password-reset').length
    const refused = [
      refusalOf(lan.people.resetPassword({ id: 1 })),
      refusalOf(lan.people.add({ name: 'Hoa', login: 'hoa', roles: ['administrator'] })),
      refusalOf(lan.backups.setPassword({ password: 'mật khẩu sao lưu dài' })),
    ]
    await (active
      ? client.people.change({ id: lanId, login: 'lan', roles: ['counter'] })
      : client.people.setActive({ id: lanId, active: false }))
    expect((await Promise.all(refused)).map((refusal) => refusal.code)).toEqual([code, code, code])
    expect(authorsOf(dataDir, 'password-reset')).toHaveLength(before)
    expect((await client.people.list()).map(({ name }) => name)).not.toContain('Hoa')
    expect((await client.backups.overview()).sealed).toBe(false)
  })
})
