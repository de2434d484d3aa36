import { setImmediate } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { openTestCore } from '../test-core.ts'

vi.mock('node:crypto', async (original) => (await import('./cheap-hashes.ts')).cheapCrypto(original))

const PASSWORD = 'mật-khẩu-thử-9'
const NEXT = 'hồ sơ trước, cơm sau'

it('who signs out while the new password is made is not signed in again by it', async () => {
  const { client } = await openTestCore({ account: { login: 'truong', password: PASSWORD, roles: [] } })
  const changed = client.people.changePassword({ current: PASSWORD, next: NEXT })
  await setImmediate()
  await client.people.signOut()
  await changed
  expect((await client.office.status()).user).toBeNull()
  expect((await client.people.signIn({ login: 'truong', password: NEXT })).user?.id).toBe(1)
})
