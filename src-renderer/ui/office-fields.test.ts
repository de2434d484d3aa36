import { describe, expect, it } from 'vitest'
import { readTime, typedParticularsSchema } from './office-fields.tsx'

describe('the particulars of the office as people type them', () => {
  it.each([
    ['17h', '17:00'],
    ['17h30', '17:30'],
    ['7.30', '07:30'],
    ['17:00', '17:00'],
    ['16g45', '16:45'],
  ])('understand the hour %s', (typed, meant) => {
    expect(readTime(typed)).toBe(meant)
  })

  it('leave an hour that is none to be refused', () => {
    expect(readTime('năm giờ')).toBe('năm giờ')
    expect(typedParticularsSchema.shape.closingTime.safeParse('25h').success).toBe(false)
  })

  it('take the identifier in small letters', () => {
    expect(typedParticularsSchema.shape.agencyCode.parse(' 000.00.22.h32 ')).toBe('000.00.22.H32')
  })
})
