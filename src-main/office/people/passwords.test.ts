import { describe, expect, it } from 'vitest'
import { passwordFault } from '../../domain/people.ts'
import { hashPassword, isPassword, oneTimePassword } from './passwords.ts'

describe('a password', () => {
  it('is kept as a salted hash that says how it was made, never as itself', async () => {
    const [first, second] = await Promise.all([hashPassword('cửa-một-cửa'), hashPassword('cửa-một-cửa')])
    expect(first).toMatch(/^scrypt\$65536\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
    expect(first).not.toBe(second)
    expect(await isPassword('cửa-một-cửa', first)).toBe(true)
    expect(await isPassword('cửa-một-cưa', first)).toBe(false)
  })

  it('is the same however the keyboard composes its letters', async () => {
    const kept = await hashPassword('mật khẩu dài'.normalize('NFD'))
    expect(await isPassword('mật khẩu dài'.normalize('NFC'), kept)).toBe(true)
  })

  it('of nobody is never right, also not the empty one', async () => {
    expect(await isPassword('', null)).toBe(false)
    expect(await isPassword('gì cũng được', null)).toBe(false)
  })

  it('for one time can be read out: no letters that look alike, never the same twice', () => {
    const made = Array.from({ length: 200 }, oneTimePassword)
    for (const password of made) expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/)
    expect(new Set(made).size).toBe(200)
  })
})

describe('a new password', () => {
  it.each([
    ['ngắn quá', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['aaaaaaaaaa', 'too-simple'],
    ['abababababab', 'too-simple'],
    ['1234567890', 'too-simple'],
    ['QWERTYUIOP', 'too-simple'],
    ['nguyenthilan', 'too-simple'],
    ['nguyenthilan123', 'too-simple'],
    ['một cửa năm 2026', null],
    ['nguyenthilan ở Nha Trang', null],
  ] as const)('%s: %s', (password, fault) => {
    expect(passwordFault(password, 'nguyenthilan')).toBe(fault)
  })
})
