/**
 * People: signing in and out, locking, passwords; adding people, their roles, how the office is opened.
 */
import { z } from 'zod'
import { LOGIN, PASSWORD_LENGTH, RIGHTS, ROLES, normalLogin } from '../domain/people.ts'
import { idSchema, instantSchema, requiredText } from './common.ts'
import { may } from './operation.ts'

export const roleSchema = z.enum(ROLES)
export const rightSchema = z.enum(RIGHTS)

/** A login in its normal form. */
export const loginSchema = z
  .string()
  .max(100, 'too-long')
  .transform(normalLogin)
  .pipe(z.string().min(1, 'required').regex(LOGIN, 'not-a-login'))

/** A new password; kept as typed. Whether it is too simple is said by the use case, which knows the login. */
export const newPasswordSchema = z
  .string()
  .min(PASSWORD_LENGTH.min, 'password-too-short')
  .max(PASSWORD_LENGTH.max, 'too-long')

/** A password as somebody tries it. Bounded, so that trying costs one hash of a short text. */
const triedPasswordSchema = z.string().min(1, 'required').max(1000, 'too-long')

/** Roles, each once, in the order of the list. */
export const rolesSchema = z
  .array(roleSchema)
  .max(20, 'too-many')
  .transform((given) => ROLES.filter((role) => given.includes(role)))

/** A person as the administrator sees them. Without an account: somebody who only holds dossiers. */
export const personSchema = z.object({
  id: idSchema,
  name: z.string(),
  /** `null` while the person has no account. */
  login: z.string().nullable(),
  roles: z.array(roleSchema),
  active: z.boolean(),
  /** The password is a one-time one; the first thing after signing in is a new one. */
  mustChangePassword: z.boolean(),
  lastSignIn: instantSchema.nullable(),
})
export type Person = z.infer<typeof personSchema>

/** The account of an administrator who makes it for themselves: at first start, or when sign-in is turned on. */
export const ownAccountSchema = z.object({
  login: loginSchema,
  password: newPasswordSchema,
  /** Further roles; `administrator` comes by itself. */
  roles: rolesSchema,
})

/** How the office is opened. */
export const accessSchema = z.object({
  /** `sign-in`: everybody with their own password. `open`: whoever starts the program is that one person. */
  kind: z.enum(['sign-in', 'open']),
  /** Whom an open office's actions are written down under. */
  openAs: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** Minutes without a key or a click after which a window locks; 0: never. */
  lockAfterMinutes: z.number().int().min(0).max(240),
})
export type Access = z.infer<typeof accessSchema>

/** Who uses the window, and what they may do. */
export const signedInSchema = z.object({
  id: idSchema,
  name: z.string(),
  login: z.string().nullable(),
  roles: z.array(roleSchema),
  rights: z.array(rightSchema),
  mustChangePassword: z.boolean(),
})
export type SignedInPerson = z.infer<typeof signedInSchema>

/** Where a window stands between the door and the desk. */
export const doorSchema = z.object({
  /** `null` while nobody is signed in. */
  user: signedInSchema.nullable(),
  /** Signed in, but the window is locked. */
  locked: z.boolean(),
  access: accessSchema,
  /** An office of an earlier version: nobody has an account yet, the first administrator is to be made. */
  unclaimed: z.boolean(),
})
export type Door = z.infer<typeof doorSchema>

export const peopleContract = {
  /**
   * Signs in. Refused with `sign-in-refused`, the same for a wrong login, a wrong password and a deactivated
   * person; with `too-many-tries` while tries are paced. Both say in how many `seconds` the next try may be made.
   */
  signIn: may('anyone')
    .input(z.object({ login: z.string().max(100, 'too-long'), password: triedPasswordSchema }))
    .output(doorSchema),
  signOut: may('anyone').output(doorSchema),
  /** Locks this window; whoever is signed in stays so. */
  lock: may('anyone').output(doorSchema),
  unlock: may('anyone')
    .input(z.object({ password: triedPasswordSchema }))
    .output(doorSchema),
  /** Makes the first administrator of an office that has no accounts. */
  claim: may('anyone')
    .input(z.object({ name: requiredText(100), login: loginSchema, password: newPasswordSchema }))
    .output(doorSchema),
  /** Changes one's own password. Other windows of the same person are signed out. */
  changePassword: may('signed-in')
    .input(z.object({ current: triedPasswordSchema, next: newPasswordSchema }))
    .output(doorSchema),
  list: may('people').output(z.array(personSchema)),
  /**
   * Adds a person; with a login also an account. The one-time password in the answer is shown once and never
   * again.
   */
  add: may('people')
    .input(z.object({ name: requiredText(100), login: loginSchema.nullable(), roles: rolesSchema }))
    .output(z.object({ person: personSchema, password: z.string().nullable() })),
  /** Changes login and roles; gives an account to who has none. Refused with `last-administrator`. */
  change: may('people')
    .input(z.object({ id: idSchema, login: loginSchema, roles: rolesSchema }))
    .output(z.object({ person: personSchema, password: z.string().nullable() })),
  /** Deactivates or activates an account. Nobody is ever deleted. Refused with `last-administrator`. */
  setActive: may('people')
    .input(z.object({ id: idSchema, active: z.boolean() }))
    .output(personSchema),
  /** Gives a person a one-time password; signs all their windows out. */
  resetPassword: may('people')
    .input(z.object({ id: idSchema }))
    .output(z.object({ person: personSchema, password: z.string() })),
  /**
   * Chooses how the office is opened and when windows lock. `open` makes the caller the one named user. An open
   * office without an administrator who could sign in is turned to `sign-in` with the caller's own `account`.
   */
  setAccess: may('people')
    .input(
      z.object({
        kind: z.enum(['sign-in', 'open']),
        lockAfterMinutes: z.number().int().min(0).max(240),
        account: ownAccountSchema.nullable().default(null),
      }),
    )
    .output(doorSchema),
}
