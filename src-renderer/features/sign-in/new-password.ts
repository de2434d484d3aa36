/**
 * A new password as people type it: twice, and not too simple.
 */
import { z } from 'zod'
import { loginSchema, newPasswordSchema } from '../../../src-main/contract/people.ts'
import { normalLogin, passwordFault } from '../../../src-main/domain/people.ts'

interface Problem {
  path: string[]
  message: string
}

/** What is wrong with a password typed twice, for the fields `password` and `repeat`. */
export function passwordProblems(typed: { password: string; repeat: string }, login: string): Problem[] {
  const { password, repeat } = typed
  // The length is said by the field's own schema.
  if (passwordFault(password, normalLogin(login)) === 'too-simple') {
    return [{ path: ['password'], message: 'password-too-simple' }]
  }
  return password === repeat ? [] : [{ path: ['repeat'], message: 'passwords-differ' }]
}

/** A new password for a login that is known. */
export const newPasswordFormSchema = (login: string) =>
  z
    .object({ current: z.string().min(1, 'required'), password: newPasswordSchema, repeat: z.string() })
    .superRefine((typed, context) => {
      for (const problem of passwordProblems(typed, login)) context.addIssue({ code: 'custom', ...problem })
    })

/** The account somebody makes for themselves. */
export const accountFormSchema = z
  .object({ login: loginSchema, password: newPasswordSchema, repeat: z.string() })
  .superRefine((typed, context) => {
    for (const problem of passwordProblems(typed, typed.login))
      context.addIssue({ code: 'custom', ...problem })
  })

/** An account about which nothing has been typed yet. */
export const NO_ACCOUNT = { login: '', password: '', repeat: '' }
