/**
 * People: accounts and roles, the first administrator, how the office is opened.
 */
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import type { Door, Person } from '../../contract/people.ts'
import type { Role } from '../../domain/people.ts'
import { addAudit } from '../../store/audit.ts'
import type { WriteDb } from '../../store/database.ts'
import { type Account, accountById, lastSignIns, listAccounts, saveAccount } from '../../store/people.ts'
import { ensureStaff, listStaff, setSetting } from '../../store/reference.ts'
import { note } from '../audit/note.ts'
import type { Context } from '../context.ts'
import { oneTimePassword } from './passwords.ts'
import { type AccessSetting, demandStill, doorOf, enter, signOutEverywhere, userOf } from './presence.ts'
import { checkPassword, forgetTries, newHash } from './tries.ts'

/** Makes the first administrator of an office without accounts. */
export async function claim(context: Context, input: Input<'people', 'claim'>): Promise<Door> {
  const { office } = context
  checkPassword(input.password, input.login, 'password')
  const password = await newHash(input.password)
  const id = await office.store.write((db) => {
    if (office.rules.particulars === null) throw new OfficeError('office-not-set-up')
    if (office.rules.access !== null) throw new OfficeError('office-already-set-up')
    const { id } = ensureStaff(db, input.name)
    saveAccount(db, {
      id,
      login: input.login,
      password,
      roles: ['administrator'],
      active: true,
      mustChange: false,
    })
    saveAccess(db, { kind: 'sign-in', openAs: null, lockAfterMinutes: DEFAULT_LOCK_MINUTES })
    note(db, context, 'person-added', {
      authorId: id,
      detail: { personId: id, login: input.login, roles: ['administrator'] },
      changed: ['staff', 'account', 'setting'],
    })
    addAudit(db, { at: office.now(), authorId: id, kind: 'signed-in' })
    return id
  })
  office.rulesChanged()
  enter(context, id)
  return doorOf(context)
}

/**
 * The sample is open to everybody: with accounts, one could shut it to all others.
 * @throws OfficeError `no-people-in-sample`.
 */
function refuseInSample({ session }: Context): void {
  if (session.register === 'sample') throw new OfficeError('no-people-in-sample')
}

/** Everybody, with and without an account. */
export function listPeople({ office }: Context): Person[] {
  const db = office.store.read
  const last = lastSignIns(db)
  return listStaff(db).map(({ id, name }) => {
    const account = office.rules.accounts.get(id)
    return {
      id,
      name,
      login: account?.login ?? null,
      roles: account?.roles ?? [],
      active: account?.active ?? false,
      mustChangePassword: account?.mustChange ?? false,
      lastSignIn: last.get(id) ?? null,
    }
  })
}

function personById(context: Context, id: number): Person {
  const person = listPeople(context).find((one) => one.id === id)
  if (!person) throw new OfficeError('not-found', { what: 'staff' })
  return person
}

/** Adds a person, with an account when a login is given. */
export async function addPerson(
  context: Context,
  { name, login, roles }: Input<'people', 'add'>,
): Promise<Output<'people', 'add'>> {
  refuseInSample(context)
  const { office } = context
  const oneTime = login === null ? null : oneTimePassword()
  const password = oneTime === null ? null : await newHash(oneTime)
  const id = await office.store.write((db) => {
    demandStill(context, db)
    const known = listStaff(db).length
    const { id } = ensureStaff(db, name)
    if (listStaff(db).length === known && (login === null || office.rules.accounts.has(id))) {
      throw fieldError('name', 'already-there')
    }
    if (login !== null && password !== null) {
      checkLogin(db, login, id)
      saveAccount(db, { id, login, password, roles, active: true, mustChange: true })
    }
    note(db, context, 'person-added', {
      detail: { personId: id, login, roles: login === null ? [] : roles },
      changed: ['staff', 'account'],
    })
    return id
  })
  office.rulesChanged()
  return { person: personById(context, id), password: oneTime }
}

function checkLogin(db: WriteDb, login: string, id: number): void {
  if (listAccounts(db).some((account) => account.login === login && account.id !== id)) {
    throw fieldError('login', 'login-taken')
  }
}

/** Changes login and roles. */
export async function changePerson(
  context: Context,
  { id, login, roles }: Input<'people', 'change'>,
): Promise<Output<'people', 'change'>> {
  refuseInSample(context)
  const { office } = context
  const isNew = !office.rules.accounts.has(id)
  const oneTime = isNew ? oneTimePassword() : null
  const password = oneTime === null ? null : await newHash(oneTime)
  await office.store.write((db) => {
    demandStill(context, db)
    if (!listStaff(db).some((person) => person.id === id))
      throw new OfficeError('not-found', { what: 'staff' })
    checkLogin(db, login, id)
    const before = listAccounts(db).find((account) => account.id === id)
    if (before) saveAccount(db, { ...before, login, roles })
    else if (password !== null)
      saveAccount(db, { id, login, password, roles, active: true, mustChange: true })
    else throw new OfficeError('busy')
    keepAnAdministrator(db)
    note(db, context, 'person-changed', {
      detail: {
        personId: id,
        login,
        roles,
        rolesBefore: before?.roles ?? [],
        loginBefore: before?.login ?? null,
      },
      changed: ['account'],
    })
  })
  office.rulesChanged()
  return { person: personById(context, id), password: oneTime }
}

function keepAnAdministrator(db: WriteDb): void {
  const isAdministrator = ({ active, roles }: Account) => active && roles.includes('administrator')
  if (!listAccounts(db).some(isAdministrator)) throw new OfficeError('last-administrator')
}

/** Deactivates or activates an account. */
export async function setActive(
  context: Context,
  { id, active }: Input<'people', 'setActive'>,
): Promise<Person> {
  refuseInSample(context)
  const { office } = context
  await office.store.write((db) => {
    demandStill(context, db)
    saveAccount(db, { ...accountById(db, id), active })
    keepAnAdministrator(db)
    note(db, context, active ? 'person-activated' : 'person-deactivated', {
      detail: { personId: id },
      changed: ['account'],
    })
  })
  signOutEverywhere(office, id)
  office.rulesChanged()
  return personById(context, id)
}

/** Gives a person a one-time password. */
export async function resetPassword(
  context: Context,
  { id }: Input<'people', 'resetPassword'>,
): Promise<Output<'people', 'resetPassword'>> {
  refuseInSample(context)
  const { office } = context
  const oneTime = oneTimePassword()
  const password = await newHash(oneTime)
  await office.store.write((db) => {
    demandStill(context, db)
    saveAccount(db, { ...accountById(db, id), password, mustChange: true })
    note(db, context, 'password-reset', { detail: { personId: id }, changed: ['account'] })
  })
  const account = office.rules.accounts.get(id)
  if (account) forgetTries(office, account.login)
  signOutEverywhere(office, id)
  office.rulesChanged()
  return { person: personById(context, id), password: oneTime }
}

/** Minutes after which a window locks unless chosen otherwise. */
export const DEFAULT_LOCK_MINUTES = 10

/** Chooses how the office is opened. */
export async function setAccess(
  context: Context,
  { account, ...input }: Input<'people', 'setAccess'>,
): Promise<Door> {
  refuseInSample(context)
  const { office } = context
  const id = userOf(context)
  const before = office.rules.access?.kind
  if (account !== null && (input.kind === 'open' || before === 'sign-in')) {
    throw fieldError('account', 'invalid')
  }
  const addAccount = account === null ? null : await firstAccount(account)
  await office.store.write((db) => {
    demandStill(context, db)
    if (account !== null) checkLogin(db, account.login, id)
    addAccount?.(db, id)
    // Signing in with nobody who could would lock everybody out.
    if (input.kind === 'sign-in') keepAnAdministrator(db)
    const setting: AccessSetting = { ...input, openAs: input.kind === 'open' ? id : null }
    saveAccess(db, setting)
    const detail = { ...setting, ...(account === null ? {} : { login: account.login, roles: account.roles }) }
    note(db, context, 'access-changed', { detail, changed: ['account', 'setting'] })
    if (account !== null) note(db, context, 'signed-in')
  })
  // Who was signed in before the office was open to all is not so any more.
  if (before !== input.kind)
    for (const { id } of office.rules.accounts.values()) signOutEverywhere(office, id)
  office.rulesChanged()
  if (account !== null) enter(context, id)
  return doorOf(context)
}

/** Writes the setting `access`. */
export function saveAccess(db: WriteDb, access: AccessSetting): void {
  setSetting(db, 'access', JSON.stringify(access))
}

/** Makes the account of first start; returns nothing, the caller writes the audit. */
export async function firstAccount(input: {
  login: string
  password: string
  roles: Role[]
}): Promise<(db: WriteDb, id: number) => void> {
  checkPassword(input.password, input.login, 'account.password')
  const password = await newHash(input.password)
  const roles: Role[] = [...new Set<Role>([...input.roles, 'administrator'])]
  return (db, id) =>
    saveAccount(db, { id, login: input.login, password, roles, active: true, mustChange: false })
}
