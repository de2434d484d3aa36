import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import type { ProcedureVersion } from '../../domain/procedure.ts'
import { ProcedureFinder } from './procedures.ts'

const version = (changes: Partial<ProcedureVersion>): ProcedureVersion => ({
  id: 1,
  key: 'release',
  nationalCode: '',
  nameVi: 'Xóa đăng ký thế chấp',
  nameEn: 'Release of a mortgage',
  field: 'Giao dịch bảo đảm',
  term: 3,
  unit: 'working-day',
  remoteExtra: 0,
  phases: null,
  hasFeeLeg: false,
  supplementRule: 'restart',
  documents: [],
  steps: [],
  validFrom: civilDate('2014-07-01'),
  validTo: civilDate('2023-01-14'),
  basis: 'NĐ',
  status: 'sourced',
  ...changes,
})
const renamed = version({
  id: 2,
  nationalCode: '1.011443',
  nameVi: 'Xóa đăng ký biện pháp bảo đảm',
  validFrom: civilDate('2023-01-15'),
  validTo: null,
})
const twin = version({
  id: 3,
  key: 'twin',
  nationalCode: '1.011443',
  nameVi: 'Khác',
  nameEn: 'Other',
  validTo: null,
})
const finder = new ProcedureFinder([version({}), renamed])
const idOn = (text: string, date: string): number | string => {
  const match = finder.find(text, civilDate(date))
  return 'version' in match ? match.version.id : match.reason
}

describe('the procedure a register means', () => {
  it('is found by its name, whatever the case and marks', () => {
    expect([
      idOn('XÓA ĐĂNG KÝ THẾ CHẤP', '2020-01-02'),
      idOn('xoá  đăng ký thế chấp ', '2020-01-02'),
    ]).toEqual([1, 1])
  })

  it('is the version valid on the day of acceptance, under its old name or its new one', () => {
    expect([
      idOn('Xóa đăng ký thế chấp', '2023-01-15'),
      idOn('Xóa đăng ký biện pháp bảo đảm', '2023-01-14'),
    ]).toEqual([2, 1])
  })

  it('is found by a national code in the text', () => {
    expect(idOn('1.011443 - Xóa đăng ký', '2024-01-02')).toBe(2)
  })

  it('is unknown when no name or code is, however alike', () => {
    expect([idOn('Xóa đăng ký', '2020-01-02'), idOn('toString', '2020-01-02')]).toEqual([
      'unknown',
      'unknown',
    ])
  })

  it('tells the days it was in force when the day is outside them', () => {
    expect(finder.find('Xóa đăng ký thế chấp', civilDate('2010-01-02'))).toEqual({
      reason: 'not-valid-on-date',
      validFrom: '2014-07-01',
      validTo: '2023-01-14',
    })
  })

  it('is not guessed from a code that stands for two', () => {
    expect(new ProcedureFinder([renamed, twin]).find('1.011443', civilDate('2024-01-02'))).toEqual({
      reason: 'ambiguous',
    })
  })
})
