import { describe, expect, it } from 'vitest'
import { civilDate } from './civil-date.ts'
import { AGENCY_CODE, dossierCode, normalCode, sequenceOf } from './dossier-code.ts'

describe('the dossier code', () => {
  it('is agency – day of reception – number of the day', () => {
    expect(dossierCode('000.00.22.H32', civilDate('2020-01-02'), 1)).toBe('000.00.22.H32-200102-0001')
  })
  it('ends at 9999 a day', () => {
    expect(() => dossierCode('X', civilDate('2020-01-02'), 10_000)).toThrow(RangeError)
  })
  it.each([
    ['lower case', '000.00.22.h32-200102-0001'],
    ['an en dash', '000.00.22.H32–200102–0001'],
    ['an em dash', '000.00.22.H32—200102—0001'],
    ['a dash that does not break', '000.00.22.H32\u2011200102\u20110001'],
    ['a minus sign', '000.00.22.H32\u2212200102\u22120001'],
    ['spaces around the dash', ' 000.00.22.H32 - 200102\u00a0- 0001\n'],
    ['something invisible', '\ufeff000.00.22.H32-\u200b200102-0001\u200d'],
  ])('with %s is the same code', (_what, text) => {
    expect(normalCode(text)).toBe('000.00.22.H32-200102-0001')
  })
  it('keeps its Vietnamese letters, in one form', () => {
    expect(normalCode('hs-đất-12'.normalize('NFD'))).toBe('HS-ĐẤT-12')
  })
  it('gives its number back', () => {
    expect(sequenceOf('000.00.22.H32-200102-0123')).toBe(123)
    expect(sequenceOf('HS-12')).toBeNull()
  })
  it.each(['', '000..22', 'abc', '000.00.', ' 1'])('%j is no agency identifier', (text) => {
    expect(AGENCY_CODE.test(text)).toBe(false)
  })
})
