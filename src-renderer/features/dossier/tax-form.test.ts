import { expect, it } from 'vitest'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { readAmount, taxFormSchema } from './tax-form.ts'

it('a sum is read as it stands on the notice', () => {
  expect(['12.500.000', '12 500 000 đ', '12,500,000', '0', ' '].map(readAmount)).toEqual([
    ...[12_500_000, 12_500_000, 12_500_000, 0, null],
  ])
  expect(['mười triệu', '-5', '12345678901234'].map(readAmount)).toEqual([NaN, NaN, NaN])
})

it('a notice has its number and day; the sum may be missing, not wrong', () => {
  const typed = { on: civilDate('2026-03-05'), document: ' 77/TB ', amount: '', note: '' }
  expect(taxFormSchema.parse(typed)).toEqual({
    ...{ happenedOn: '2026-03-05', document: '77/TB', amount: null, note: '' },
  })
  const wrong = taxFormSchema.safeParse({ ...typed, on: null, amount: 'x' })
  expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['on', 'amount'])
  const nameless = taxFormSchema.safeParse({ ...typed, document: ' ' })
  expect(nameless.error?.issues.map(({ path }) => path[0])).toEqual(['document'])
})
