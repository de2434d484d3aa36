/**
 * Queries: accounts of the people who work here.
 */
import { OfficeError } from '../contract/errors.ts'
import type { Instant } from '../domain/civil-date.ts'
import type { Role } from '../domain/people.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  accounts: `SELECT s.id, s.name, a.login, a.password, a.roles, a.active, a.must_change FROM account a
    JOIN staff s ON s.id = a.staff_id ORDER BY s.name_key`,
  anyAccount: 'SELECT 1 AS found FROM account LIMIT 1',
  saveAccount: `INSERT INTO account (staff_id, login, password, roles, active, must_change)
    VALUES (@id, @login, @password, @roles, @active, @mustChange)
    ON CONFLICT (staff_id) DO UPDATE SET login = excluded.login, password = excluded.password, roles = excluded.roles,
    active = excluded.active, must_change = excluded.must_change`,
  lastSignIns: `SELECT author_id AS id, max(at) AS at FROM audit_entry WHERE kind = 'signed-in' GROUP BY author_id`,
} as const

/** An account. */
export interface Account {
  /** The person's key on the staff. */
  id: number
  name: string
  login: string
  /** As `office/people/passwords.ts` writes it. */
  password: string
  roles: Role[]
  active: boolean
  mustChange: boolean
}

interface AccountRow {
  id: number
  name: string
  login: string
  password: string
  roles: string
  active: number
  must_change: number
}

/** All accounts, by name. */
export function listAccounts(db: ReadDb): Account[] {
  return db.all<AccountRow>(STATEMENTS.accounts).map(({ must_change, roles, active, ...row }) => ({
    ...row,
    // Written by saveAccount from roles.
    roles: JSON.parse(roles) as Role[],
    active: active === 1,
    mustChange: must_change === 1,
  }))
}

/** The account of a person. @throws OfficeError `not-found`. */
export function accountById(db: ReadDb, id: number): Account {
  const account = listAccounts(db).find((one) => one.id === id)
  if (!account) throw new OfficeError('not-found', { what: 'account' })
  return account
}

/** Whether anybody has an account. */
export function hasAccounts(db: ReadDb): boolean {
  return db.get(STATEMENTS.anyAccount) !== undefined
}

/** Writes an account. */
export function saveAccount(db: WriteDb, account: Omit<Account, 'name'>): void {
  const { id, login, password, roles, active, mustChange } = account
  db.run(STATEMENTS.saveAccount, {
    id,
    login,
    password,
    roles: JSON.stringify(roles),
    active: active ? 1 : 0,
    mustChange: mustChange ? 1 : 0,
  })
}

/** When each person signed in last. */
export function lastSignIns(db: ReadDb): Map<number, Instant> {
  const rows = db.all<{ id: number; at: Instant }>(STATEMENTS.lastSignIns)
  return new Map(rows.map(({ id, at }) => [id, at]))
}
