import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ZipError, ZipWriter, openZip } from './open-zip.ts'

const LIMITS = { file: 1000, all: 1500, entries: 3 }

function zip(files: Record<string, string>): Buffer {
  const writer = new ZipWriter()
  for (const [name, content] of Object.entries(files)) writer.add(name, Buffer.from(content))
  return Buffer.from(writer.finish())
}

function faultOf(work: () => unknown): string {
  try {
    work()
    return 'none'
  } catch (error) {
    if (error instanceof ZipError) return error.fault
    throw error
  }
}

describe('a zip of open files', () => {
  it('comes back as it was', () => {
    const open = openZip(zip({ 'json/hồ-sơ.json': '[1]', 'trống.txt': '' }), LIMITS)
    expect(open.names).toEqual(['json/hồ-sơ.json', 'trống.txt'])
    expect(open.read('json/hồ-sơ.json')?.toString()).toBe('[1]')
    expect(open.read('trống.txt')?.length).toBe(0)
    expect(open.read('không có')).toBeUndefined()
  })

  it('is refused when it is none, cut, or changed anywhere', () => {
    expect(faultOf(() => openZip(Buffer.from('họ tên;ngày;\n'.repeat(9)), LIMITS))).toBe('not-a-zip')
    expect(faultOf(() => openZip(Buffer.alloc(0), LIMITS))).toBe('not-a-zip')
    const whole = zip({ a: 'một hai ba bốn năm sáu', b: 'bảy tám chín' })
    for (let cut = 30; cut < whole.length; cut++) {
      expect(faultOf(() => openZip(whole.subarray(0, cut), LIMITS))).toBe('damaged')
    }
    for (let at = 0; at < whole.length; at++) {
      const hurt = Buffer.from(whole)
      hurt[at] = (hurt[at] ?? 0) ^ 0x20
      try {
        const open = openZip(hurt, LIMITS)
        for (const name of ['a', 'b']) {
          const content = open.read(name)?.toString()
          if (content !== undefined) expect(['một hai ba bốn năm sáu', 'bảy tám chín']).toContain(content)
        }
      } catch (error) {
        expect(error).toBeInstanceOf(ZipError)
      }
    }
  })

  it('does not unpack more than it may, nor more than it says', () => {
    expect(faultOf(() => openZip(zip({ a: 'x'.repeat(1001) }), LIMITS))).toBe('too-large')
    expect(faultOf(() => openZip(zip({ a: 'x'.repeat(900), b: 'x'.repeat(900) }), LIMITS))).toBe('too-large')
    expect(faultOf(() => openZip(zip({ a: '', b: '', c: '', d: '' }), LIMITS))).toBe('too-large')
    // A directory that says less than there is.
    const bomb = zip({ a: 'x'.repeat(900) })
    const entry = bomb.length - 22 - 47
    bomb.writeUInt32LE(10, entry + 24)
    expect(deflateRawSync('x'.repeat(900)).length).toBeLessThan(100)
    expect(faultOf(() => openZip(bomb, LIMITS).read('a'))).toBe('damaged')
  })
})
