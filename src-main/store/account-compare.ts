/**
 * The accounts of a backup held against those of the present register.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Role } from '../domain/people.ts'
import type { ReadDb } from './database.ts'
import { type Account, listAccounts } from './people.ts'

/**
 * What of an account would be otherwise. `comes`: it is in the backup only. `goes`: in the present register only.
 * `active`, `inactive`: it would be so again. `roles`, `login`, `password`: those of then.
 */
export const ACCOUNT_CHANGES = ['comes', 'goes', 'active', 'inactive', 'roles', 'login', 'password'] as const
export type AccountChange = (typeof ACCOUNT_CHANGES)[number]

/** A person whose account would be otherwise. No passwords and nothing made of them. */
export interface AccountDifference {
  name: string
  changes: AccountChange[]
  /** As they would be; none where the account goes. */
  roles: Role[]
  /** Whether the person could sign in after it. */
  active: boolean
}

/**
 * The accounts that would be otherwise, by name.
 * @param related whether both registers have a common beginning; keys of others mean other people.
 */
export function compareAccounts(present: ReadDb, backup: ReadDb, related: boolean): AccountDifference[] {
  const keyOf = ({ id, login }: Account): number | string => (related ? id : login)
  const now = new Map(listAccounts(present).map((account) => [keyOf(account), account]))
  const then = new Map(listAccounts(backup).map((account) => [keyOf(account), account]))
  return [...new Set([...now.keys(), ...then.keys()])]
    .flatMap((key) => differenceOf(now.get(key), then.get(key)) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

function differenceOf(now: Account | undefined, then: Account | undefined): AccountDifference | null {
  if (then === undefined) {
    return now === undefined ? null : { name: now.name, changes: ['goes'], roles: [], active: false }
  }
  const { name, roles, active } = then
  const changes = now === undefined ? (['comes'] as const) : changesOf(now, then)
  return changes.length === 0 ? null : { name, changes: [...changes], roles, active }
}

function changesOf(now: Account, then: Account): AccountChange[] {
  const is: Partial<Record<AccountChange, boolean>> = {
    active: then.active && !now.active,
    inactive: !then.active && now.active,
    roles: !isDeepStrictEqual(new Set(now.roles), new Set(then.roles)),
    login: now.login !== then.login,
    password: now.password !== then.password,
  }
  return ACCOUNT_CHANGES.filter((change) => is[change] === true)
}
