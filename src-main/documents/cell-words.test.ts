import { describe, expect, it } from 'vitest'
import type { FigureCell } from '../contract/dossier-list.ts'
import { civilDate } from '../domain/civil-date.ts'
import { cellLine } from './cell-words.ts'

const JUNE: FigureCell = {
  ...{ from: civilDate('2020-06-01'), to: civilDate('2020-06-30'), method: 'original', known: null },
  ...{ by: 'level', key: '', column: 'pendingOverdue' },
}

describe('a number of the figures in words', () => {
  it('names period, due date compared with, row and column', () => {
    expect(cellLine(JUNE, null, 'vi', civilDate('2020-12-01'))).toBe(
      'Số liệu từ ngày 01/06/2020 đến ngày 30/06/2020 (so với ngày hẹn trả); mức độ trực tuyến: không có mức độ; cột: Đang giải quyết quá hạn (13)',
    )
  })

  it('says how far an unfinished period was counted', () => {
    expect(cellLine(JUNE, null, 'vi', civilDate('2020-06-15'))).toContain('; tính đến hết ngày 15/06/2020')
    expect(cellLine(JUNE, null, 'en', civilDate('2020-06-30'))).not.toContain('counted to')
  })

  it('says what it was known by, where it is not what is known now', () => {
    const then = { ...JUNE, known: 812 }
    expect(cellLine(then, null, 'vi', civilDate('2020-12-01'))).toContain(
      '; như đã biết đến diễn biến số 812',
    )
    expect(cellLine(then, null, 'en', civilDate('2020-12-01'))).toContain('; as known up to event 812')
  })
})
