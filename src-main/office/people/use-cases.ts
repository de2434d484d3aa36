/**
 * People: signing in and out, passwords, accounts and roles.
 */
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import type { Door, Person } from '../../contract/people.ts'
import { type Role, normalLogin, passwordFault } from '../../domain/people.ts'
import type { WriteDb } from '../../store/database.ts'
import { type Account, lastSignIns, listAccounts, saveAccount } from '../../store/people.ts'
import { ensureStaff, listStaff, setSetting } from '../../store/reference.ts'
import { note } from '../audit/note.ts'
import type { Context, Office } from '../context.ts'
import { Pacing } from './pacing.ts'
import { hashPassword, isPassword, oneTimePassword } from './passwords.ts'
import { type AccessSetting, doorOf, enter, personAt, signOutEverywhere, userOf } from './presence.ts'

const pacings = new WeakMap<Office, Pacing>()

function pacingOf(office: Office): Pacing {
  let pacing = pacings.get(office)
  if (!pacing) pacings.set(office, (pacing = new Pacing()))
  return pacing
}

/** Hashes are made one after another: each takes 64 MiB. More than that may not wait. */
const LONGEST_QUEUE = 20
let waiting = 0
let lastHash: Promise<unknown> = Promise.resolve()

function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting >= LONGEST_QUEUE) throw new OfficeError('too-many-tries', { seconds: 5 })
  waiting++
  const done = lastHash.then(work).finally(() => waiting--)
  lastHash = done.catch(() => undefined)
  return done
}

/** Tries a password under the pace of its login. @throws OfficeError `too-many-tries`. */
async function tryPassword(office: Office, login: string, password: string): Promise<Account | null> {
  const pacing = pacingOf(office)
  const now = Date.parse(office.now())
  const seconds = pacing.secondsToWait(login, now)
  if (seconds > 0) throw new OfficeError('too-many-tries', { seconds })
  pacing.begin(login, now)
  const account = accountOf(office, login)
  const right = await inTurn(() => isPassword(password, account?.password ?? null))
  if (!right || !account?.active) return null
  pacing.succeeded(login)
  return account
}

function accountOf(office: Office, login: string): Account | undefined {
  return [...office.rules.accounts.values()].find((account) => account.login === login)
}

/** Signs in. */
export async function signIn(context: Context, input: Input<'people', 'signIn'>): Promise<Door> {
  const { office, session } = context
  const login = normalLogin(input.login)
  const { register } = session
  const account = await tryPassword(office, login, input.password)
  if (account === null) {
    await office.store.write((db) =>
      note(db, context, 'sign-in-failed', { detail: { login: login.slice(0, 40) } }),
    )
    throw new OfficeError('sign-in-refused')
  }
  // The window may have turned to the other register, or the account may have changed, while the hash was made.
  if (session.register !== register || office.rules.accounts.get(account.id)?.password !== account.password) {
    throw new OfficeError('sign-in-refused')
  }
  enter(context, account.id)
  await office.store.write((db) => note(db, context, 'signed-in'))
  return doorOf(context)
}

/** Signs out; nobody is at the window then. */
export async function signOut(context: Context): Promise<Door> {
  const { office, session } = context
  if (session.presences.has(session.register) && personAt(context) !== null) {
    await office.store.write((db) => note(db, context, 'signed-out'))
  }
  session.presences.delete(session.register)
  return doorOf(context)
}

/** Locks the window. */
export function lock({ office, session }: Context): Door {
  const presence = session.presences.get(session.register)
  if (presence) session.presences.set(session.register, { ...presence, locked: true })
  return doorOf({ office, session })
}

/** Opens a locked window again, for the person who is signed in there. */
export async function unlock(context: Context, { password }: Input<'people', 'unlock'>): Promise<Door> {
  const person = personAt(context)
  if (person?.login == null) throw new OfficeError('not-signed-in')
  const account = await tryPassword(context.office, person.login, password)
  if (account?.id !== person.id) {
    const detail = { login: person.login }
    await context.office.store.write((db) => note(db, context, 'sign-in-failed', { detail }))
    throw new OfficeError('sign-in-refused')
  }
  enter(context, account.id)
  return doorOf(context)
}

/** Makes the first administrator of an office without accounts. */
export async function claim(context: Context, input: Input<'people', 'claim'>): Promise<Door> {
  const { office } = context
  checkPassword(input.password, input.login, 'password')
  const password = await inTurn(() => hashPassword(input.password))
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
      detail: { personId: id, login: input.login, roles: ['administrator'] },
      changed: ['staff', 'account', 'setting'],
    })
    return id
  })
  office.rulesChanged()
  enter(context, id)
  return doorOf(context)
}

/** Changes one's own password. */
export async function changePassword(
  context: Context,
  { current, next }: Input<'people', 'changePassword'>,
): Promise<Door> {
  const { office } = context
  const person = personAt(context)
  if (person?.login == null) throw new OfficeError('not-signed-in')
  const { login } = person
  checkPassword(next, login, 'next')
  if (current === next) throw fieldError('next', 'password-as-before')
  const account = await tryPassword(office, login, current)
  if (account === null) throw fieldError('current', 'wrong-password')
  const password = await inTurn(() => hashPassword(next))
  await office.store.write((db) => {
    saveAccount(db, { ...accountById(db, account.id), password, mustChange: false })
    note(db, context, 'password-changed', { detail: { personId: account.id }, changed: ['account'] })
  })
  signOutEverywhere(office, account.id)
  office.rulesChanged()
  enter(context, account.id)
  return doorOf(context)
}

function checkPassword(password: string, login: string, field: string): void {
  const fault = passwordFault(password, login)
  if (fault !== null) throw fieldError(field, FAULTS[fault])
}

const FAULTS = {
  'too-short': 'password-too-short',
  'too-long': 'too-long',
  'too-simple': 'password-too-simple',
} as const

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

function accountById(db: WriteDb, id: number): Account {
  const account = listAccounts(db).find((one) => one.id === id)
  if (!account) throw new OfficeError('not-found', { what: 'account' })
  return account
}

/** Adds a person, with an account when a login is given. */
export async function addPerson(
  context: Context,
  { name, login, roles }: Input<'people', 'add'>,
): Promise<Output<'people', 'add'>> {
  const { office } = context
  const oneTime = login === null ? null : oneTimePassword()
  const password = oneTime === null ? null : await inTurn(() => hashPassword(oneTime))
  const id = await office.store.write((db) => {
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
  const { office } = context
  const isNew = !office.rules.accounts.has(id)
  const oneTime = isNew ? oneTimePassword() : null
  const password = oneTime === null ? null : await inTurn(() => hashPassword(oneTime))
  await office.store.write((db) => {
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
  const { office } = context
  await office.store.write((db) => {
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
  const { office } = context
  const oneTime = oneTimePassword()
  const password = await inTurn(() => hashPassword(oneTime))
  await office.store.write((db) => {
    saveAccount(db, { ...accountById(db, id), password, mustChange: true })
    note(db, context, 'password-reset', { detail: { personId: id }, changed: ['account'] })
  })
  const account = office.rules.accounts.get(id)
  if (account) pacingOf(office).succeeded(account.login)
  signOutEverywhere(office, id)
  office.rulesChanged()
  return { person: personById(context, id), password: oneTime }
}

/** Minutes after which a window locks unless chosen otherwise. */
export const DEFAULT_LOCK_MINUTES = 10

/** Chooses how the office is opened. */
export async function setAccess(context: Context, input: Input<'people', 'setAccess'>): Promise<Door> {
  const { office } = context
  const id = userOf(context)
  await office.store.write((db) => {
    // Signing in with nobody who could would lock everybody out.
    if (input.kind === 'sign-in') keepAnAdministrator(db)
    const setting: AccessSetting = { ...input, openAs: input.kind === 'open' ? id : null }
    saveAccess(db, setting)
    note(db, context, 'access-changed', { detail: { ...setting }, changed: ['setting'] })
  })
  office.rulesChanged()
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
  const password = await inTurn(() => hashPassword(input.password))
  const roles: Role[] = [...new Set<Role>([...input.roles, 'administrator'])]
  return (db, id) =>
    saveAccount(db, { id, login: input.login, password, roles, active: true, mustChange: false })
}
