/**
 * Who is at a window, and what they may do there.
 */
import { OfficeError } from '../../contract/errors.ts'
import type { Door, SignedInPerson } from '../../contract/people.ts'
import { ROLES, type Right, type Role, hasRight, rightsOf } from '../../domain/people.ts'
import type { ReadDb } from '../../store/database.ts'
import { listAccounts } from '../../store/people.ts'
import { getSetting } from '../../store/reference.ts'
import type { Caller, Context, Office } from '../context.ts'

type Window = Pick<Context, 'office' | 'session'>
type Called = Pick<Context, 'office' | 'caller'>

/** How the office is opened, as the setting `access` keeps it. */
export interface AccessSetting {
  kind: 'sign-in' | 'open'
  /** The one named user of an open office. */
  openAs: number | null
  lockAfterMinutes: number
}

/** The person at the window, locked or not; `null` while nobody is signed in. */
export function personAt({ office, session }: Window): SignedInPerson | null {
  const { access, accounts, staffNames } = office.rules
  if (access === null) return null
  if (access.kind === 'open') {
    const id = access.openAs
    const name = id === null ? undefined : staffNames.get(id)
    if (id === null || name === undefined) return null
    return { id, name, login: null, roles: [...ROLES], rights: rightsOf(ROLES), mustChangePassword: false }
  }
  const presence = session.presences.get(session.register)
  const account = presence && accounts.get(presence.staffId)
  if (!account?.active || presence?.generation !== office.generationOf(account.id)) return null
  const { id, name, login, roles, mustChange } = account
  return { id, name, login, roles, rights: rightsOf(roles), mustChangePassword: mustChange }
}

/** Whether the window is locked. An open office has no lock: nobody has a password there. */
export function isLocked({ office, session }: Window): boolean {
  if (office.rules.access?.kind !== 'sign-in') return false
  return session.presences.get(session.register)?.locked ?? false
}

/** Locks the window. Answers whether somebody was signed in there and it was not locked before. */
export function lockWindow(window: Window): boolean {
  const { register, presences } = window.session
  const presence = presences.get(register)
  if (presence === undefined || presence.locked || personAt(window)?.login == null) return false
  presences.set(register, { ...presence, locked: true })
  return true
}

/** Nobody is at the window any more. Answers whether somebody was. */
export function leave({ session }: Window): boolean {
  return session.presences.delete(session.register)
}

/** Where the window stands between the door and the desk. */
export function doorOf(window: Window): Door {
  const { access, staffNames, particulars } = window.office.rules
  const user = personAt(window)
  const openAs = access?.openAs ?? null
  const openName = openAs === null ? undefined : staffNames.get(openAs)
  return {
    user,
    locked: user !== null && isLocked(window),
    access: {
      kind: access?.kind ?? 'sign-in',
      openAs: openAs === null || openName === undefined ? null : { id: openAs, name: openName },
      lockAfterMinutes: access?.lockAfterMinutes ?? 0,
    },
    unclaimed: particulars !== null && access === null,
  }
}

/** Signs a person in at the window, in the register it looked at when they asked. */
export function enter({ office, session }: Window, staffId: number, register = session.register): void {
  session.presences.set(register, {
    staffId,
    locked: false,
    generation: office.generationOf(staffId),
  })
}

/**
 * Refuses who may not do what they ask for. Every operation of every transport passes here.
 * @returns who asks: all that is written down of the call is theirs.
 * @throws OfficeError `office-not-set-up`, `not-signed-in`, `window-locked`, `password-change-needed`, `not-allowed`.
 */
export function demand(window: Window, right: Right, path: readonly string[]): Caller | null {
  const person = personAt(window)
  if (right !== 'anyone') {
    if (window.office.rules.particulars === null) throw new OfficeError('office-not-set-up')
    if (person === null) throw new OfficeError('not-signed-in')
    if (isLocked(window)) throw new OfficeError('window-locked')
    if (person.mustChangePassword && path.join('.') !== 'people.changePassword') {
      throw new OfficeError('password-change-needed')
    }
    if (!hasRight(person.roles, right)) throw new OfficeError('not-allowed', { right })
  }
  if (person === null) return null
  const { id, name } = person
  return { id, name, right, generation: window.office.generationOf(id) }
}

/**
 * Refuses a caller who lost the right while the call was worked on: to be asked in the write itself where a call
 * waits long before it. Having left the window alone takes nothing away.
 * @throws OfficeError `not-signed-in`, `not-allowed`.
 */
export function demandStill({ office, caller }: Called, db: ReadDb): void {
  if (caller === null) throw new OfficeError('not-signed-in')
  const access = accessOf(getSetting(db, 'access'))
  if (access?.kind === 'open') {
    if (access.openAs !== caller.id) throw new OfficeError('not-signed-in')
    return
  }
  const account = listAccounts(db).find(({ id }) => id === caller.id)
  if (!account?.active || caller.generation !== office.generationOf(caller.id)) {
    throw new OfficeError('not-signed-in')
  }
  if (!hasRight(account.roles, caller.right)) throw new OfficeError('not-allowed', { right: caller.right })
}

/** The key of the person who asked. @throws OfficeError `office-not-set-up`, `not-signed-in`. */
export function userOf({ office, caller }: Called): number {
  if (office.rules.particulars === null) throw new OfficeError('office-not-set-up')
  if (caller === null) throw new OfficeError('not-signed-in')
  return caller.id
}

/** The roles of the person who asked. An open office is one person who does everything. */
export function rolesOf({ office, caller }: Called): readonly Role[] {
  const { access, accounts } = office.rules
  if (caller === null) return []
  return access?.kind === 'open' ? ROLES : (accounts.get(caller.id)?.roles ?? [])
}

/** Reads the setting `access`. */
export function accessOf(json: string | undefined): AccessSetting | null {
  // Written by setUp, claim and setAccess from this type.
  return json === undefined ? null : (JSON.parse(json) as AccessSetting)
}

/** Ends all presences of a person, at every window. */
export function signOutEverywhere(office: Office, staffId: number): void {
  office.nextGeneration(staffId)
}
