import { describe, expect, it } from 'vitest'
import { accountFormSchema, newPasswordFormSchema } from './new-password.ts'

const problems = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  result.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []

describe('a new password', () => {
  it('is typed twice, the same both times', () => {
    const typed = { current: 'x', password: 'một cửa năm 2026', repeat: 'một cửa năm 2025' }
    expect(problems(newPasswordFormSchema('lan').safeParse(typed))).toEqual([['repeat', 'passwords-differ']])
    expect(problems(newPasswordFormSchema('lan').safeParse({ ...typed, repeat: typed.password }))).toEqual([])
  })

  it('is told to be too simple before it is sent', () => {
    const typed = { login: 'nguyenthilan', password: 'nguyenthilan1', repeat: 'nguyenthilan1' }
    expect(problems(accountFormSchema.safeParse(typed))).toEqual([['password', 'password-too-simple']])
    expect(problems(accountFormSchema.safeParse({ ...typed, password: '1', repeat: '1' }))).toContainEqual([
      'password',
      'password-too-short',
    ])
  })
})
