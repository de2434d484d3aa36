import { describe, expect, it } from 'vitest'
import { civilDate } from '../../src-main/domain/civil-date.ts'
import { formatDate, formatMoment, formatNumber, formatPercent } from './format.ts'

describe('dates and moments as the office writes them', () => {
  it('are day, month, year', () => {
    expect(formatDate(civilDate('2020-06-30'))).toBe('30/06/2020')
    expect(formatDate(null)).toBe('')
  })

  it('are in office time, also when the PC or the moment itself says another day', () => {
    expect(formatMoment('2020-06-29T18:30:00.000Z')).toBe('30/06/2020 01:30')
    expect(formatMoment(null)).toBe('')
  })
})

describe('numbers', () => {
  it('are grouped as in the language of the window', () => {
    expect(formatNumber(15970, 'vi')).toBe('15.970')
    expect(formatNumber(15970, 'en')).toBe('15,970')
  })

  it('as a share have one decimal and its own mark', () => {
    expect(formatPercent(94.97, 'vi')).toBe('95,0%')
    expect(formatPercent(94.97, 'en')).toBe('95.0%')
  })

  it('as a share of nothing are a dash, not a hundred or nought', () => {
    expect(formatPercent(null, 'vi')).toBe('–')
  })
})
