import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { SealError, type SealKey, isSealed, openSealed, sealFile, sealKey } from './backup-seal.ts'
import { testFolder } from './test-store.ts'

const PIECE = 64 * 1024
const HEADER = 68
let key: SealKey
beforeAll(() => {
  key = sealKey('mật khẩu dự phòng')
})

function sealed(plain: Buffer): { folder: string; file: string; bytes: Buffer } {
  const folder = testFolder()
  writeFileSync(join(folder, 'plain'), plain)
  const file = join(folder, 'sealed')
  sealFile(join(folder, 'plain'), file, key)
  return { folder, file, bytes: readFileSync(file) }
}

function faultOf(bytes: Buffer, secret: Parameters<typeof openSealed>[2] = { key }): string {
  const folder = testFolder()
  writeFileSync(join(folder, 'sealed'), bytes)
  try {
    openSealed(join(folder, 'sealed'), join(folder, 'open'), secret)
    return 'none'
  } catch (error) {
    if (error instanceof SealError) return error.fault
    throw error
  }
}

describe('a sealed file', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 17])(
    'of %i bytes opens to what it was, by key and by password',
    (size) => {
      const plain = randomBytes(size)
      const { folder, file, bytes } = sealed(plain)
      expect(isSealed(file)).toBe(true)
      expect(isSealed(join(folder, 'plain'))).toBe(false)
      for (const secret of [{ key }, { password: 'mật khẩu dự phòng'.normalize('NFD') }]) {
        openSealed(file, join(folder, 'open'), secret)
        expect(readFileSync(join(folder, 'open')).equals(plain)).toBe(true)
        rmSync(join(folder, 'open'))
      }
      if (size > 20) expect(bytes.includes(plain.subarray(0, 20))).toBe(false)
    },
  )

  it('is never the same twice, though the key is', () => {
    const plain = Buffer.from('như nhau')
    expect(sealed(plain).bytes.equals(sealed(plain).bytes)).toBe(false)
  })

  it('tells a wrong password from a damaged file', () => {
    const { bytes } = sealed(randomBytes(1000))
    expect(faultOf(bytes, { password: 'mật khẩu khác' })).toBe('wrong-password')
    expect(faultOf(Buffer.from('SQLite format 3\0 and so on, and so on, and so on, and so on, and so'))).toBe(
      'not-sealed',
    )
    expect(faultOf(Buffer.alloc(0))).toBe('not-sealed')
  })

  it('is refused when a bit of it was changed, wherever', () => {
    const { bytes } = sealed(randomBytes(PIECE + 500))
    for (let at = 0; at < bytes.length; at += at < HEADER ? 1 : 997) {
      const hurt = Buffer.from(bytes)
      hurt[at] = (hurt[at] ?? 0) ^ 0x10
      expect([at, faultOf(hurt)]).toEqual([at, at < 7 ? 'not-sealed' : 'damaged'])
    }
  })

  it('is refused when cut, lengthened, or with pieces in another order, left out or doubled', () => {
    const { bytes } = sealed(randomBytes(3 * PIECE))
    const piece = (n: number) => bytes.subarray(HEADER + n * (PIECE + 16), HEADER + (n + 1) * (PIECE + 16))
    const head = bytes.subarray(0, HEADER)
    for (const hurt of [
      bytes.subarray(0, bytes.length - 1),
      bytes.subarray(0, bytes.length - 16 - PIECE),
      bytes.subarray(0, HEADER),
      bytes.subarray(0, HEADER - 1),
      Buffer.concat([bytes, Buffer.from([0])]),
      Buffer.concat([bytes, piece(2)]),
      Buffer.concat([head, piece(1), piece(0), piece(2)]),
      Buffer.concat([head, piece(0), piece(2)]),
      Buffer.concat([head, piece(0), piece(0), piece(1), piece(2)]),
    ]) {
      expect(faultOf(hurt)).toBe('damaged')
    }
    const other = sealed(randomBytes(3 * PIECE)).bytes
    expect(faultOf(Buffer.concat([head, other.subarray(HEADER)]))).toBe('damaged')
  })
})
