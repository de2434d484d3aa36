import { describe, expect, it } from 'vitest'
import { wrapped } from './chart-picture.ts'

describe('words on a picture', () => {
  const fits = (line: string) => line.length <= 10
  it('are broken between words where a line is full', () => {
    expect(wrapped('một hai ba bốn năm', fits)).toEqual(['một hai ba', 'bốn năm'])
  })
  it('leave a word that is too long by itself', () => {
    expect(wrapped('a bcdefghijklmnop q', fits)).toEqual(['a', 'bcdefghijklmnop', 'q'])
    expect(wrapped('abcdefghijklmnop', fits)).toEqual(['abcdefghijklmnop'])
  })
})
