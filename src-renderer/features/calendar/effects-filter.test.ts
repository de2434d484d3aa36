import { expect, it } from 'vitest'
import type { MovedDossier } from '../../../src-main/contract/calendar.ts'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { filterMoved, WHOLE_LIST } from './effects-filter.ts'

const moved = (id: number, part: Partial<MovedDossier> = {}): MovedDossier => ({
  id,
  code: `000.00.22.H32-261118-000${id}`,
  applicantName: 'Đặng Thị Hồng',
  phone: '0912345678',
  address: 'xã Tân Hòa',
  procedureName: 'Đăng ký biến động',
  holderName: 'Lê Văn Tám',
  acceptedOn: civilDate('2026-11-18'),
  dueBefore: civilDate('2026-11-24'),
  dueAfter: civilDate('2026-11-25'),
  promised: true,
  effect: 'none',
  ...part,
})
const LIST = [moved(1), moved(2, { effect: 'now-late', promised: false }), moved(3, { holderName: null })]
const idsOf = (part: Partial<typeof WHOLE_LIST>) =>
  filterMoved(LIST, { ...WHOLE_LIST, ...part }).map(({ id }) => id)

it('shows every moved dossier until something is chosen', () => {
  expect(idsOf({})).toEqual([1, 2, 3])
})

it('shows those that become late, and those promised on paper', () => {
  expect(idsOf({ effect: 'now-late' })).toEqual([2])
  expect(idsOf({ promised: true })).toEqual([1, 3])
})

it('finds people without diacritics and codes by their end', () => {
  expect(idsOf({ typed: 'le van tam' })).toEqual([1, 2])
  expect(idsOf({ typed: '-0003' })).toEqual([3])
  expect(idsOf({ typed: '25/11/2026' })).toEqual([1, 2, 3])
  expect(idsOf({ typed: 'nguyen' })).toEqual([])
})
