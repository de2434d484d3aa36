import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communeKey, parcelKeys, parcelNumber } from './parcel.ts'

describe('a parcel', () => {
  it.each([
    ['12', '12'],
    ['012', '12'],
    [' 0012 ', '12'],
    ['Tờ bản đồ số 12', '12'],
    ['thửa đất số 034', '34'],
    ['34 A', '34a'],
    ['34A', '34a'],
    ['12/03', '12-3'],
    ['12 - 3', '12-3'],
    ['123', '123'],
    ['100', '100'],
    ['DC05', 'dc5'],
    ['0', '0'],
    ['', ''],
  ])('whose number is written "%s" is known by "%s"', (written, known) => {
    expect(parcelNumber(written)).toBe(known)
  })

  it.each([
    ['Vĩnh Hải', 'vinh hai'],
    ['Xã Vĩnh Hải', 'vinh hai'],
    ['P. Vĩnh  Hải', 'vinh hai'],
    ['TT Diên Khánh', 'dien khanh'],
    ['Thị trấn Diên Khánh', 'dien khanh'],
    ['Phường 01', '1'],
    ['Phường', 'phuong'],
    ['Xuân Sơn', 'xuan son'],
    ['Phước Hải', 'phuoc hai'],
  ])('in the commune "%s" lies in "%s"', (written, known) => {
    expect(communeKey(written)).toBe(known)
  })

  it('is one for each plot that is named', () => {
    const place = { commune: 'vinh hai', mapSheet: '12' }
    expect(parcelKeys({ commune: 'Xã Vĩnh Hải', mapSheet: '012', plot: '34, 035 và 34;36+37' })).toEqual([
      { ...place, plot: '34' },
      { ...place, plot: '35' },
      { ...place, plot: '36' },
      { ...place, plot: '37' },
    ])
  })

  it.each([
    { commune: '', mapSheet: '12', plot: '34' },
    { commune: 'Vĩnh Hải', mapSheet: '', plot: '34' },
    { commune: 'Vĩnh Hải', mapSheet: '12', plot: ' , ' },
  ])('is none while a part of it is missing: %o', (written) => {
    expect(parcelKeys(written)).toEqual([])
  })

  it('is known by a key that leads to itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (commune, mapSheet, plot) => {
        for (const key of parcelKeys({ commune, mapSheet, plot })) {
          expect(parcelNumber(key.mapSheet)).toBe(key.mapSheet)
          expect(parcelNumber(key.plot)).toBe(key.plot)
        }
      }),
    )
  })
})
