import { describe, expect, test } from 'vitest'
import type { DossierRow } from '../../../src-main/contract/dossiers.ts'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { bandOf, daysLateOf, sumsOf } from './sums.ts'

const ROW: DossierRow = {
  id: 1,
  code: '000.00.22.H32-200102-0001',
  procedureId: 1,
  procedureName: 'Xóa đăng ký thế chấp',
  applicantName: 'Nguyễn Đức',
  idNumber: '',
  phone: '',
  address: '',
  commune: 'Vĩnh Hải',
  mapSheet: '',
  plot: '',
  certificateNumber: '',
  channel: 'direct',
  onlineLevel: null,
  acceptedOn: civilDate('2020-01-02'),
  dueOn: civilDate('2020-01-10'),
  endedOn: null,
  returnedOn: null,
  state: 'in-process',
  holderId: 5,
  holderName: 'Lê Minh Hải',
  standing: 'late',
  workingDays: -1,
  step: null,
  handedTo: null,
  version: 2,
}

describe('the sums of the late list', () => {
  test('count every late dossier with its holder, procedure and commune', () => {
    const sums = sumsOf([
      ROW,
      { ...ROW, id: 2, holderId: 6, commune: '', workingDays: -31 },
      { ...ROW, id: 3, holderId: null, holderName: null, procedureId: 2, workingDays: -6 },
    ])
    expect(sums.total).toBe(3)
    expect([...sums.byHolder]).toEqual([
      [5, 1],
      [6, 1],
    ])
    expect(sums.withoutHolder).toBe(1)
    expect([...sums.byProcedure]).toEqual([
      [1, 2],
      [2, 1],
    ])
    expect([...sums.byCommune]).toEqual([['Vĩnh Hải', 2]])
    expect(sums.byBand).toEqual({ '1-5': 1, '6-10': 1, '11-30': 0, 'over-30': 1 })
  })

  test.each([
    [1, '1-5'],
    [5, '1-5'],
    [6, '6-10'],
    [10, '6-10'],
    [11, '11-30'],
    [30, '11-30'],
    [31, 'over-30'],
  ] as const)('put %i working days late into the band %s', (days, band) => {
    expect(bandOf(days)).toBe(band)
  })

  test('never call a late dossier late by less than nothing', () => {
    expect(daysLateOf({ workingDays: 0 })).toBe(0)
    expect(daysLateOf({ workingDays: -12 })).toBe(12)
  })
})
