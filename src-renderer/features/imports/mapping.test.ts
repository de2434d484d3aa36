import { describe, expect, it } from 'vitest'
import type { ImportSheet } from '../../../src-main/contract/imports.ts'
import { FIELDS_IN_ORDER, missingFields, unusedColumns, withColumn } from './mapping.ts'

const column = (index: number, title: string) => ({ index, letter: 'ABC'[index] ?? '', title, samples: [] })

describe('the columns of a register', () => {
  it('are asked for with the needed ones first', () => {
    expect(FIELDS_IN_ORDER.slice(0, 4)).toEqual(['code', 'procedure', 'applicantName', 'acceptedOn'])
    expect(new Set(FIELDS_IN_ORDER).size).toBe(FIELDS_IN_ORDER.length)
  })

  it('mean one thing only', () => {
    expect(withColumn({ code: 0, note: 1 }, 'holder', 1)).toEqual({ code: 0, holder: 1 })
  })

  it('can be taken away again, and then are missing if they are needed', () => {
    const mapping = withColumn({ code: 0, procedure: 1, applicantName: 2, acceptedOn: 3 }, 'code', null)
    expect(missingFields(mapping)).toEqual(['code'])
  })

  it('that nobody asked for are named, those without a title are not', () => {
    const sheet: ImportSheet = {
      name: 'Sổ',
      rows: 1,
      headerRow: 1,
      columns: [column(0, 'Mã hồ sơ'), column(1, 'STT'), column(2, '')],
      mapping: { code: 0 },
    }
    expect(unusedColumns(sheet).map(({ title }) => title)).toEqual(['STT'])
  })
})
