import { expect, it } from 'vitest'
import { clientOf, openTestCore, refusalOf } from '../test-core.ts'

it('the sample stays open to everybody: nobody is given an account there', { timeout: 90_000 }, async () => {
  const { core, client } = await openTestCore()
  const { sample, user } = await client.office.openSample()
  expect(sample).toBe(true)
  const account = { login: 'lan', password: 'mật-khẩu-thử-9', roles: [] }
  const id = user?.id ?? 0
  const refused = [
    client.people.setAccess({ kind: 'sign-in', lockAfterMinutes: 5, account }),
    client.people.add({ name: 'Hoa', login: 'hoa', roles: ['administrator'] }),
    client.people.change({ id, login: 'lan', roles: ['administrator'] }),
    client.people.setActive({ id, active: false }),
    client.people.resetPassword({ id }),
  ]
  for (const one of refused) expect((await refusalOf(one)).code).toBe('no-people-in-sample')
  const other = clientOf(core, core.openSession())
  expect((await other.office.status()).access.kind).toBe('open')
})
