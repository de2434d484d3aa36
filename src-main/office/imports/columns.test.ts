import { describe, expect, it } from 'vitest'
import { IMPORT_FIELDS, type ImportField } from '../../contract/imports.ts'
import type { RegisterRow, RegisterSheet } from '../../documents/register-reader.ts'
import { describeSheet, describeSheets, findHeader, proposeMapping, titlesAt } from './columns.ts'
import { TITLES } from './testing.ts'

const rows = (...lines: (string | null)[][]): RegisterRow[] =>
  lines.flatMap((cells, index) => (cells.some(Boolean) ? [{ row: index + 1, cells }] : []))
const sheet = (name: string, lines: RegisterRow[], hidden = false): RegisterSheet => ({
  name,
  hidden,
  rows: lines,
})

/** What the columns are taken for, in their order. */
function fieldsOf(titles: readonly string[]): (ImportField | null)[] {
  const { mapping } = proposeMapping(titles)
  return titles.map((_, column) => IMPORT_FIELDS.find((field) => mapping[field] === column) ?? null)
}

describe('the columns of a register', () => {
  it('are known by their names in the usual order', () => {
    expect(fieldsOf(TITLES)).toEqual([
      null,
      'code',
      'procedure',
      'applicantName',
      'idNumber',
      'phone',
      'channel',
      'acceptedOn',
      'dueOn',
      'endedOn',
      'returnedOn',
      'state',
      'holder',
      'note',
    ])
  })

  it('are known in any order', () => {
    const shuffled = [...TITLES].reverse()
    expect(fieldsOf(shuffled)).toEqual(fieldsOf(TITLES).reverse())
  })

  it.each<[string, ImportField | null]>([
    ['Mã số HS', 'code'],
    ['SỐ HỒ SƠ', 'code'],
    ['Tên TTHC', 'procedure'],
    ['Thủ tục', 'procedure'],
    ['Người nộp', 'applicantName'],
    ['Tổ chức/cá nhân', 'applicantName'],
    ['Họ và tên', 'applicantName'],
    ['CMND/CCCD', 'idNumber'],
    ['Số CMND/CCCD người nộp', 'idNumber'],
    ['SĐT', 'phone'],
    ['Địa chỉ người nộp hồ sơ', 'address'],
    ['Xã/Phường', 'commune'],
    ['Phường, xã', 'commune'],
    ['Tờ bản đồ', 'mapSheet'],
    ['Số tờ', 'mapSheet'],
    ['Số thửa', 'plot'],
    ['Thửa đất số', 'plot'],
    ['Số phát hành GCN', 'certificateNumber'],
    ['Hình thức nộp', 'channel'],
    ['Ngày tiếp nhận', 'acceptedOn'],
    ['Ngày nhận', 'acceptedOn'],
    ['Hạn xử lý', 'dueOn'],
    ['Ngày hẹn trả kết quả', 'dueOn'],
    ['Ngày có kết quả', 'endedOn'],
    ['Ngày trả', 'returnedOn'],
    ['Ngày nhận kết quả', 'returnedOn'],
    ['Tình trạng', 'state'],
    ['Người xử lý', 'holder'],
    ['Ghi chú', 'note'],
    ['Due date', 'dueOn'],
    ['Applicant', 'applicantName'],
    ['STT', null],
    ['Thời hạn giải quyết', null],
    ['Hình thức trả kết quả', null],
    ['Lý do trễ hạn', null],
    ['__proto__', null],
    ['constructor', null],
    ['', null],
  ])('%s', (title, field) => {
    expect(fieldsOf([title])).toEqual([field])
  })

  it('of two that fit, the better name gets the field', () => {
    expect(fieldsOf(['Số biên nhận', 'Mã hồ sơ'])).toEqual([null, 'code'])
  })

  it('tells the day of return from the day it is promised for', () => {
    expect(fieldsOf(['Ngày trả kết quả', 'Ngày hẹn trả kết quả'])).toEqual(['returnedOn', 'dueOn'])
  })
})

describe('the header of a register', () => {
  it('is found below title lines', () => {
    const lines = rows(
      ['SỞ TÀI NGUYÊN'],
      ['SỔ THEO DÕI HỒ SƠ', null, 'Ngày nhận'],
      [],
      [],
      [...TITLES],
      ['1', 'X'],
    )
    expect(findHeader(lines).headerRow).toBe(5)
  })

  it('may have two lines, a group above its columns', () => {
    const lines = rows(
      ['Mã hồ sơ', 'Thủ tục', 'Chủ hồ sơ', 'Thời gian', null],
      [null, null, null, 'Ngày nhận', 'Ngày hẹn trả'],
      ['X-1', 'Y', 'Z', '01/02/2020', '02/02/2020'],
    )
    expect(findHeader(lines).headerRow).toBe(2)
    expect(titlesAt(lines, 2)).toEqual(['Mã hồ sơ', 'Thủ tục', 'Chủ hồ sơ', 'Ngày nhận', 'Ngày hẹn trả'])
  })

  it('is row 0 when nothing looks like one, and the user can name it', () => {
    const lines = rows(['a', 'b'], ['c', 'd'])
    expect(describeSheet(sheet('S', lines), 0)).toMatchObject({ headerRow: 0, rows: 2, mapping: {} })
    expect(
      describeSheet(sheet('S', lines), 1).columns.map(({ letter, title, samples }) => [
        letter,
        title,
        samples,
      ]),
    ).toEqual([
      ['A', 'a', ['c']],
      ['B', 'b', ['d']],
    ])
  })

  it('counts the rows below it', () => {
    expect(describeSheets([sheet('S', rows([...TITLES], ['1'], ['2']))]).sheets[0]).toMatchObject({
      rows: 2,
      headerRow: 1,
    })
  })
})

describe('the sheet of a workbook', () => {
  it('is the one with the most known columns, not a hidden copy', () => {
    const register = rows([...TITLES], ['1'])
    const sheets = [
      sheet('Hướng dẫn', rows(['Mã hồ sơ', 'Ghi chú'])),
      sheet('cũ', register, true),
      sheet('2020', register),
    ]
    expect(describeSheets(sheets).sheet).toBe('2020')
  })
})
