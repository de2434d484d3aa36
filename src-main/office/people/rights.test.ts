import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { contract } from '../../contract/index.ts'
import type { OperationMeta } from '../../contract/operation.ts'
import { ROLES, type Right, type Role, hasRight } from '../../domain/people.ts'
import { clientOf, openTestCore } from '../test-core.ts'

interface Operation {
  path: [string, string]
  right: Right
}

/** Every operation of the contract with the right it asks for. */
const OPERATIONS: Operation[] = Object.entries(contract).flatMap(([feature, operations]) =>
  Object.entries<AnyContractRouter>(operations).map(([name, operation]): Operation => {
    if (!isContractProcedure(operation)) throw new Error(`${feature}.${name} is no operation`)
    return { path: [feature, name], right: (operation['~orpc'].meta as OperationMeta).right }
  }),
)

const PASSWORD = 'mật-khẩu-thử-9'

async function officeWith(roles: readonly Role[]) {
  const test = await openTestCore({ account: { login: 'truong', password: PASSWORD, roles: [] } })
  const { person, password } = await test.client.people.add({
    name: 'Người thử',
    login: 'thu',
    roles: [...roles],
  })
  const session = test.core.openSession()
  const client = clientOf(test.core, session)
  await client.people.signIn({ login: 'thu', password: password ?? '' })
  await client.people.changePassword({ current: password ?? '', next: PASSWORD })
  return { ...test, person, window: session }
}

const REFUSALS = [
  'not-allowed',
  'not-signed-in',
  'window-locked',
  'password-change-needed',
  'office-not-set-up',
]

describe('every operation', () => {
  it('says which right it asks for', () => {
    expect(OPERATIONS.length).toBeGreaterThan(55)
    for (const { path, right } of OPERATIONS) expect(right, path.join('.')).toBeTypeOf('string')
  })

  it.each([...ROLES.map((role) => [role, [role]] as const), ['nobody in particular', []] as const])(
    'lets %s in where the role has the right, and nowhere else',
    async (_name, roles) => {
      const { core, window } = await officeWith(roles)
      for (const { path, right } of OPERATIONS) {
        // Those change who is at the window, or take long; they are open to all.
        if (right === 'anyone') continue
        // Input that no operation takes: whoever is let in is refused by the schema, with nothing done.
        const reply = await core.call(window, path, { nonsense: true })
        const refusedAtDoor = !reply.ok && REFUSALS.includes(reply.error.code)
        expect([path.join('.'), refusedAtDoor]).toEqual([path.join('.'), !hasRight(roles, right)])
      }
    },
    60_000,
  )

  it('but the first few is closed to who has not signed in, and to a locked window', async () => {
    const { core, window, client } = await officeWith(ROLES)
    const stranger = core.openSession()
    await core.call(window, ['people', 'lock'], undefined)
    for (const { path, right } of OPERATIONS) {
      if (right === 'anyone') continue
      expect(await core.call(stranger, path, {})).toMatchObject({ error: { code: 'not-signed-in' } })
      expect(await core.call(window, path, {})).toMatchObject({ error: { code: 'window-locked' } })
    }
    expect(OPERATIONS.filter(({ right }) => right === 'anyone').map(({ path }) => path.join('.'))).toEqual([
      'office.status',
      'office.setUp',
      'office.openSample',
      'office.closeSample',
      'people.signIn',
      'people.signOut',
      'people.lock',
      'people.unlock',
      'people.claim',
      'backups.importAll',
      'rescue.state',
      'rescue.retry',
      'rescue.restore',
      'rescue.mend',
      'rescue.openAsIs',
      'rescue.begin',
    ])
    expect(await client.people.list()).toHaveLength(2)
  })

  it('is closed until a one-time password has been replaced', async () => {
    const { core, client } = await openTestCore({
      account: { login: 'truong', password: PASSWORD, roles: [] },
    })
    const { password } = await client.people.add({ name: 'Lan', login: 'lan', roles: ['counter'] })
    const session = core.openSession()
    const lan = clientOf(core, session)
    expect((await lan.people.signIn({ login: 'LAN ', password: password ?? '' })).user).toMatchObject({
      name: 'Lan',
      mustChangePassword: true,
    })
    expect(await core.call(session, ['dossiers', 'counts'], undefined)).toMatchObject({
      error: { code: 'password-change-needed' },
    })
    await lan.people.changePassword({ current: password ?? '', next: PASSWORD })
    expect((await lan.dossiers.counts()).all).toBe(0)
  })
})
