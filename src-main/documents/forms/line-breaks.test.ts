import { expect, it } from 'vitest'
import { breakLines } from './line-breaks.ts'

const letters = (text: string): number => text.length

it('breaks between words and loses none', () => {
  expect(breakLines('cấp đổi giấy chứng nhận', 9, letters)).toEqual(['cấp đổi', 'giấy', 'chứng', 'nhận'])
  expect(breakLines('', 9, letters)).toEqual([''])
})
it('breaks a code after its dashes, and only what has no dash inside the word', () => {
  expect(breakLines('000.00.22.H32-261123-0001', 15, letters)).toEqual(['000.00.22.H32-', '261123-0001'])
  expect(breakLines('mã 12345678', 5, letters)).toEqual(['mã', '12345', '678'])
})
