import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { clientOf, openTestCore, procedureId, receptionOf } from '../test-core.ts'

vi.mock('node:crypto', async (original) => (await import('../people/cheap-hashes.ts')).cheapCrypto(original))

const PASSWORD = 'mật-khẩu-thử-9'
const NUMBER = '079123456789'

it('a masked number guessed through the warning of a like dossier is a look, written down', async () => {
  const { core, client, dataDir } = await openTestCore({
    account: { login: 'truong', password: PASSWORD, roles: ['counter'] },
  })
  const id = await procedureId(client, 'transfer')
  const received = await client.reception.receive(receptionOf(id, { idNumber: NUMBER }))
  const guessing = async (login: string, roles: ('head' | 'counter')[]) => {
    const { password } = await client.people.add({ name: login, login, roles })
    const window = clientOf(core, core.openSession())
    await window.people.signIn({ login, password: password ?? '' })
    await window.people.changePassword({ current: password ?? '', next: PASSWORD })
    return (idNumber: string) => window.reception.findAlike({ idNumber, commune: '', mapSheet: '', plot: '' })
  }
  const looks = () => {
    const db = new BetterSqlite3(join(dataDir, 'register.db'), { readonly: true })
    try {
      return db
        .prepare(
          `SELECT s.name, a.dossier_id AS dossier FROM audit_entry a JOIN staff s ON s.id = a.author_id WHERE a.kind = 'looked'`,
        )
        .all()
    } finally {
      db.close()
    }
  }
  const head = await guessing('lanh-dao', ['head'])
  for (let last = 0; last < 9; last++) expect(await head(`07912345678${last}`)).toEqual([])
  expect(looks()).toEqual([])
  expect(await head(NUMBER)).toMatchObject([{ id: received.id, same: 'person' }])
  await vi.waitFor(() => expect(looks()).toEqual([{ name: 'lanh-dao', dossier: received.id }]))
  // Whoever sees numbers in full anyway learns nothing by it.
  const counter = await guessing('mot-cua', ['counter'])
  expect(await counter(NUMBER)).toHaveLength(1)
  await core.close()
  expect(looks()).toHaveLength(1)
})
