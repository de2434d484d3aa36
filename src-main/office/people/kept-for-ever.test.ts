import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openReader } from '../../store/database.ts'
import { clientOf, openTestCore, refusalOf } from '../test-core.ts'

vi.mock('node:crypto', async (original) => (await import('./cheap-hashes.ts')).cheapCrypto(original))

const ACCOUNT = { login: 'truong', password: 'mật-khẩu-thử-9', roles: [] }

it('of a wrong try only a login of the office is written down: a password typed there is not', async () => {
  const { core, dataDir } = await openTestCore({ account: ACCOUNT })
  const stranger = clientOf(core, core.openSession())
  for (const login of [ACCOUNT.password, ' Truong']) {
    await refusalOf(stranger.people.signIn({ login, password: 'sai rồi' }))
  }
  const { db, close } = openReader(join(dataDir, 'register.db'))
  const details = db
    .all<{ detail: string }>("SELECT detail FROM audit_entry WHERE kind = 'sign-in-failed' ORDER BY id")
    .map(({ detail }): unknown => JSON.parse(detail))
  close()
  expect(details).toEqual([{ unknownLogin: true }, { login: 'truong' }])
})
