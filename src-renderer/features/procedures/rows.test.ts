import { describe, expect, it } from 'vitest'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import {
  type CatalogueFilter,
  catalogueRows,
  countUnsure,
  isInGap,
  proceduresWithGaps,
  withGaps,
} from './rows.ts'

const version = (id: number, key: string, from: string, to: string | null, more = {}): CatalogueVersion => ({
  id,
  key,
  nationalCode: '',
  nameVi: key,
  nameEn: '',
  field: 'Đất đai',
  term: 5,
  unit: 'working-day',
  remoteExtra: 0,
  phases: null,
  hasFeeLeg: false,
  supplementRule: 'restart',
  documents: [],
  steps: [],
  validFrom: civilDate(from),
  validTo: to === null ? null : civilDate(to),
  basis: 'NĐ 151/2025',
  status: 'sourced',
  dossiers: 0,
  ...more,
})
const LIST = [
  version(1, 'cap-doi', '2025-07-01', null, { nameVi: 'Cấp đổi Giấy chứng nhận', nationalCode: '1.012783' }),
  version(2, 'cap-doi', '2014-07-01', '2024-07-31', { status: 'to-verify', basis: 'NĐ 43/2014' }),
  version(3, 'the-chap', '2023-01-15', null, { field: 'Giao dịch bảo đảm', status: 'code-to-check' }),
]
const ALL: CatalogueFilter = { on: null, search: '', unsure: false }
const ids = (filter: Partial<CatalogueFilter>) =>
  catalogueRows(LIST, { ...ALL, ...filter }).flatMap(({ procedures }) =>
    procedures.map(({ lead, others }) => [lead.id, ...others.map(({ id }) => id)]),
  )

describe('the table of procedures', () => {
  it('has the newest version of each first, its others under it, by field', () => {
    expect(ids({})).toEqual([[1, 2], [3]])
    expect(catalogueRows(LIST, ALL).map(({ field }) => field)).toEqual(['Đất đai', 'Giao dịch bảo đảm'])
  })
  it('leads with the version in force on a day, and leaves out what has none', () => {
    expect(ids({ on: civilDate('2020-06-30') })).toEqual([[2, 1]])
    expect(ids({ on: civilDate('2025-06-30') })).toEqual([[3]])
  })
  it('finds without diacritics, by code and by the basis of an old version', () => {
    expect(ids({ search: 'cap doi' })).toEqual([[1, 2]])
    expect(ids({ search: '1.012783' })).toEqual([[1, 2]])
    expect(ids({ search: '43 2014' })).toEqual([[1, 2]])
    expect(ids({ search: 'khong co' })).toEqual([])
  })
  it('shows what is still to be checked, and how much', () => {
    expect(ids({ unsure: true })).toEqual([[2, 1], [3]])
    expect(countUnsure(LIST, null)).toBe(2)
    expect(countUnsure(LIST, civilDate('2026-11-23'))).toBe(1)
  })
  it('tells the days without a version', () => {
    expect(proceduresWithGaps(LIST).map(({ newest, gaps }) => [newest.id, gaps])).toEqual([
      [1, [{ from: '2024-08-01', to: '2025-06-30' }]],
    ])
  })
  it('has the days without a version between the versions', () => {
    const all = LIST.filter(({ key }) => key === 'cap-doi')
    expect(withGaps(all, all).map((row) => ('gap' in row ? row.gap.from : row.version.id))).toEqual([
      1,
      '2024-08-01',
      2,
    ])
    const gaps = [{ from: civilDate('2024-08-01'), to: civilDate('2025-06-30') }]
    const days = ['2024-07-31', '2024-08-01', '2025-06-30', '2025-07-01'] as const
    expect(days.map((day) => isInGap(gaps, civilDate(day)))).toEqual([false, true, true, false])
  })
})
