import { expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { dateInWords, instantInWords, momentInWords } from './head.ts'
import { formNumber } from './numbers.ts'

it('dates are written as documents have them: a nought before days below ten and the first two months', () => {
  expect(dateInWords(civilDate('2026-02-05'))).toBe('ngày 05 tháng 02 năm 2026')
  expect(dateInWords(civilDate('2026-03-15'))).toBe('ngày 15 tháng 3 năm 2026')
})
it('moments are said in the time of the office', () => {
  expect(momentInWords(civilDate('2026-12-31'), '17:00')).toBe('17 giờ 00 phút, ngày 31 tháng 12 năm 2026')
  expect(instantInWords('2026-12-31T17:30:00.000Z')).toBe('00 giờ 30 phút, ngày 01 tháng 01 năm 2027')
})
it('numbers carry the series of their form', () => {
  expect(formNumber('receipt', 12)).toBe('12/TNHS')
  expect(formNumber('supplement', 1)).toBe('1/PBS')
})
