import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../../src-main/domain/civil-date.ts'
import { pictureFileName, wrapped } from './chart-picture.ts'

describe('words on a picture', () => {
  const fits = (line: string) => line.length <= 10
  it('are broken between words where a line is full', () => {
    expect(wrapped('một hai ba bốn năm', fits)).toEqual(['một hai ba', 'bốn năm'])
  })
  it('leave a word that is too long by itself', () => {
    expect(wrapped('a bcdefghijklmnop q', fits)).toEqual(['a', 'bcdefghijklmnop', 'q'])
    expect(wrapped('abcdefghijklmnop', fits)).toEqual(['abcdefghijklmnop'])
  })
})

describe('the file of a picture', () => {
  const june = { from: civilDate('2020-06-01'), to: civilDate('2020-06-30') }
  const nameOf = (method: 'original' | 'extended', days: typeof june) =>
    pictureFileName('Tuổi của hồ sơ', { method, days }, 'Chi nhánh Đức Huệ')
  it('bears chart, office and days, and says when it is by the due date put off', () => {
    expect(nameOf('original', june)).toBe('tuoi-cua-ho-so_chi-nhanh-duc-hue_2020-06-01_2020-06-30.png')
    expect(nameOf('extended', { ...june, from: june.to })).toBe(
      'tuoi-cua-ho-so-ngay-hen-lai_chi-nhanh-duc-hue_2020-06-30.png',
    )
  })
})
