import { describe, expect, it } from 'vitest'
import { civilDate } from './civil-date.ts'
import { AGENCY_CODE, dossierCode, sequenceOf } from './dossier-code.ts'

describe('the dossier code', () => {
  it('is agency – day of reception – number of the day', () => {
    expect(dossierCode('000.00.22.H32', civilDate('2020-01-02'), 1)).toBe('000.00.22.H32-200102-0001')
  })
  it('ends at 9999 a day', () => {
    expect(() => dossierCode('X', civilDate('2020-01-02'), 10_000)).toThrow(RangeError)
  })
  it('gives its number back', () => {
    expect(sequenceOf('000.00.22.H32-200102-0123')).toBe(123)
    expect(sequenceOf('HS-12')).toBeNull()
  })
  it.each(['', '000..22', 'abc', '000.00.', ' 1'])('%j is no agency identifier', (text) => {
    expect(AGENCY_CODE.test(text)).toBe(false)
  })
})
