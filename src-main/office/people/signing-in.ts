/**
 * Coming in and going out: signing in and out, the lock of a window, one's own password.
 */
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { Input } from '../../contract/index.ts'
import type { Door } from '../../contract/people.ts'
import { normalLogin } from '../../domain/people.ts'
import { addAudit } from '../../store/audit.ts'
import type { WriteDb } from '../../store/database.ts'
import { type Account, accountById, saveAccount } from '../../store/people.ts'
import { note } from '../audit/note.ts'
import type { Context } from '../context.ts'
import { demandStill, doorOf, enter, leave, lockWindow, personAt, signOutEverywhere } from './presence.ts'
import { checkPassword, newHash, secondsToWait, tryPassword } from './tries.ts'

/** Signs in. */
export async function signIn(context: Context, input: Input<'people', 'signIn'>): Promise<Door> {
  const { office } = context
  const { register } = context.session
  const login = normalLogin(input.login)
  const account = await tryPassword(context, login, input.password)
  if (account === null) return refuseEntry(context, login)
  // Nobody comes in unnoted; from here on the window is theirs.
  const entered = await office.store.write((db) => {
    if (!stands(db, account)) return false
    addAudit(db, { at: office.now(), authorId: account.id, kind: 'signed-in' })
    return true
  })
  if (!entered) return refuseEntry(context, login)
  enter(context, account.id, register)
  return doorOf(context)
}

/** Whether the account is what it was before the hash was made: it may have been reset or deactivated meanwhile. */
function stands(db: WriteDb, { id, password }: Account): boolean {
  const now = accountById(db, id)
  return now.active && now.password === password
}

/** Writes down a wrong try; what is wrong is not said, only when the next may be made. */
async function refuseEntry(context: Context, login: string): Promise<never> {
  const { office } = context
  // What belongs to nobody may be a password, typed into the wrong field; an entry can never be deleted.
  const known = [...office.rules.accounts.values()].some((account) => account.login === login)
  const detail = known ? { login } : { unknownLogin: true }
  await office.store.write((db) => note(db, context, 'sign-in-failed', { detail }))
  throw new OfficeError('sign-in-refused', { seconds: secondsToWait(office, login) })
}

/** Signs out; nobody is at the window then, even when it cannot be written down. */
export async function signOut(context: Context): Promise<Door> {
  const { office } = context
  const person = personAt(context)
  if (!leave(context) || person === null) return doorOf(context)
  await office.store.write((db) =>
    addAudit(db, { at: office.now(), authorId: person.id, kind: 'signed-out' }),
  )
  return doorOf(context)
}

/** Locks the window, even when it cannot be written down. */
export async function lock(context: Context): Promise<Door> {
  if (lockWindow(context)) await context.office.store.write((db) => note(db, context, 'window-locked'))
  return doorOf(context)
}

/** Opens a locked window again, for the person who is signed in there. */
export async function unlock(context: Context, { password }: Input<'people', 'unlock'>): Promise<Door> {
  const { office } = context
  const person = personAt(context)
  if (person?.login == null) throw new OfficeError('not-signed-in')
  const account = await tryPassword(context, person.login, password)
  if (account === null) return refuseEntry(context, person.login)
  // Meanwhile somebody else may have come to the window, or the person been signed out everywhere.
  if (account.id !== person.id || personAt(context)?.id !== person.id) throw new OfficeError('not-signed-in')
  enter(context, account.id)
  await office.store.write((db) => note(db, context, 'window-unlocked'))
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
  const account = await tryPassword(context, login, current)
  if (account === null) {
    await office.store.write((db) => note(db, context, 'sign-in-failed', { detail: { login } }))
    throw fieldError('current', 'wrong-password')
  }
  const password = await newHash(next)
  await office.store.write((db) => {
    if (!stands(db, account)) throw new OfficeError('not-signed-in')
    demandStill(context, db)
    saveAccount(db, { ...accountById(db, account.id), password, mustChange: false })
    note(db, context, 'password-changed', { detail: { personId: account.id }, changed: ['account'] })
  })
  // Who has left the window meanwhile is not brought back to it.
  const stillHere = personAt(context)?.id === account.id
  signOutEverywhere(office, account.id)
  office.rulesChanged()
  if (stillHere) enter(context, account.id)
  return doorOf(context)
}
