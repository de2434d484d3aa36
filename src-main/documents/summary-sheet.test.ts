import type { Sheet } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { FigureRow, Summary } from '../contract/figures.ts'
import { civilDate } from '../domain/civil-date.ts'
import { type ColumnCounts, noCounts } from '../domain/figure-class.ts'
import { type FigureCounts, addFigures, checkIdentities, noFigures } from '../domain/figures.ts'
import type { ReportClosings } from './figures/report.ts'
import { longDate, summarySheet } from './summary-sheet.ts'
import {
  WORKBOOK_ORDER,
  WORKSHEET_ORDER,
  childrenOf,
  partOf,
  readSheet,
  rowWith,
  textOf,
} from './test-reading.ts'

const OFFICE = {
  name: 'Chi nhánh huyện Bình Minh',
  parentAgency: 'Văn phòng Đăng ký đất đai',
  agencyCode: '000.00.22.H32',
  place: 'Bình Minh',
  closingTime: '17:00',
}

const ROWS: FigureRow[] = [
  row('Cấp đổi Giấy chứng nhận', 'Đất đai', {
    receivedOnline: 5000,
    receivedDirectPostal: 9000,
    carriedOver: 900,
    resolvedEarly: 9000,
    resolvedOnTime: 4500,
    resolvedLate: 700,
    pendingInTime: 650,
    pendingOverdue: 50,
    refused: 12,
    withdrawn: 3,
    paused: 45,
  }),
  row('Đăng ký thế chấp', 'Giao dịch bảo đảm', {
    receivedOnline: 487,
    receivedDirectPostal: 581,
    carriedOver: 2,
    resolvedEarly: 663,
    resolvedOnTime: 37,
    resolvedLate: 47,
    pendingInTime: 315,
    pendingOverdue: 8,
  }),
]

function row(label: string, field: string, counts: Partial<FigureCounts>): FigureRow {
  return { key: label, label, field, ...noFigures(), ...counts }
}

function summary(changes: Partial<Summary> = {}): Summary {
  const rows = changes.rows ?? ROWS
  const total = addFigures(rows)
  return {
    from: civilDate('2020-01-01'),
    to: civilDate('2020-06-30'),
    by: 'procedure',
    method: 'original',
    rows,
    total,
    identities: checkIdentities(total, rows, 902),
    countedTo: civilDate('2020-06-30'),
    unfinished: false,
    ...changes,
  }
}

const NOTHING_CLOSED: ReportClosings = { own: null, others: 0 }

function made(
  changes: Partial<Summary> = {},
  more: Partial<ColumnCounts> = {},
  closings = NOTHING_CLOSED,
): Promise<Uint8Array> {
  const made = summary(changes)
  const counts = { ...noCounts(), ...made.total, ...more }
  return summarySheet({ office: OFFICE, summary: made, counts, closings, madeOn: civilDate('2020-07-02') })
}

/** Merged ranges by the text they hold, as rows × columns. */
function mergedSizes(sheet: Sheet): Map<unknown, string> {
  return new Map(
    (sheet.merges ?? []).map((merge) => [
      sheet.rows[merge.startRow]?.[merge.startCol],
      `${merge.endRow - merge.startRow + 1}×${merge.endCol - merge.startCol + 1}`,
    ]),
  )
}

describe('Biểu II.06a', () => {
  it('has the thirteen columns of the form, numbered, under merged groups', async () => {
    const sheet = await readSheet(await made())
    expect(rowWith(sheet, '(2)')).toEqual([
      '(1)',
      '(2)',
      '(3)=(4)+(5)+(6)',
      '(4)',
      '(5)',
      '(6)',
      '(7)=(8)+(9)+(10)',
      '(8)',
      '(9)',
      '(10)',
      '(11)=(12)+(13)',
      '(12)',
      '(13)',
    ])
    const sizes = mergedSizes(sheet)
    expect(sizes.get('STT')).toBe('3×1')
    expect(sizes.get('Lĩnh vực/Thủ tục')).toBe('3×1')
    expect(sizes.get('Số hồ sơ tiếp nhận')).toBe('1×4')
    expect(sizes.get('Trong kỳ')).toBe('1×2')
    expect(sizes.get('Từ kỳ trước')).toBe('2×1')
    expect(sizes.get('Số lượng hồ sơ đã giải quyết')).toBe('1×4')
    expect(sizes.get('Số lượng hồ sơ đang giải quyết')).toBe('1×3')
    expect(sizes.get('TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH')).toBe('1×13')
  })

  it('counts every column, the total first', async () => {
    const sheet = await readSheet(await made())
    const total = rowWith(sheet, 'Tổng cộng')
    expect(total.slice(2)).toEqual([15970, 5487, 9581, 902, 14947, 9663, 4537, 747, 1023, 965, 58])
    expect(sheet.rows.indexOf(total)).toBe(sheet.rows.indexOf(rowWith(sheet, '(2)')) + 1)
    expect(rowWith(sheet, 'Cấp đổi Giấy chứng nhận').slice(2)).toEqual([
      14900, 5000, 9000, 900, 14200, 9000, 4500, 700, 700, 650, 50,
    ])
  })

  it('shows numbers with thousands separated, on the right, smaller before they are cut off', async () => {
    const sheet = await readSheet(await made())
    const style = sheet.cells?.get(`${sheet.rows.indexOf(rowWith(sheet, 'Tổng cộng'))},2`)?.style
    expect(style?.numFmt).toBe('#,##0')
    expect(style?.alignment).toMatchObject({ horizontal: 'right', shrinkToFit: true })
    expect(style?.font).toMatchObject({ name: 'Times New Roman', bold: true })
  })

  it('gathers procedures under their fields, with the sum of each', async () => {
    const second = row('Tách thửa', 'Đất đai', { receivedOnline: 1, pendingInTime: 1 })
    const sheet = await readSheet(await made({ rows: [...ROWS.slice(0, 1), second, ...ROWS.slice(1)] }))
    expect(rowWith(sheet, 'Đất đai').slice(0, 4)).toEqual(['I', 'Đất đai', 14901, 5001])
    expect(rowWith(sheet, 'Tách thửa')[0]).toBe(2)
    expect(rowWith(sheet, 'Giao dịch bảo đảm')[0]).toBe('II')
    expect(rowWith(sheet, 'Đăng ký thế chấp')[0]).toBe(1)
  })

  it('has one plain row a field when counted by field', async () => {
    const rows = ROWS.map((one) => ({ ...one, label: one.field }))
    const sheet = await readSheet(await made({ by: 'field', rows }))
    expect(rowWith(sheet, 'Đất đai').slice(0, 3)).toEqual([1, 'Đất đai', 14900])
    expect(mergedSizes(sheet).get('Lĩnh vực')).toBe('3×1')
  })

  it('bears office, national title, form, period, place and date, and room for two signatures', async () => {
    const text = textOf(await readSheet(await made()))
    for (const words of [
      'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'CHI NHÁNH HUYỆN BÌNH MINH Độc lập - Tự do - Hạnh phúc',
      'Biểu số II.06a/VPCP/KSTT',
      'Kỳ báo cáo: Từ ngày 01/01/2020 đến ngày 30/06/2020',
      'Bình Minh, ngày 02 tháng 7 năm 2020',
      'NGƯỜI LẬP BIỂU THỦ TRƯỞNG ĐƠN VỊ',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('chưa kết thúc,')
  })

  it('prints each share with what it is a share of', async () => {
    expect(textOf(await readSheet(await made()))).toContain(
      'Tỷ lệ giải quyết sớm và đúng hạn: 14.200/14.947 hồ sơ đã giải quyết = 95,0 %; ' +
        '14.200/15.068 hồ sơ tiếp nhận trong kỳ = 94,2 %',
    )
  })

  it('names no share of nothing', async () => {
    const text = textOf(await readSheet(await made({ rows: [] })))
    expect(text).toContain('không có hồ sơ đã giải quyết; không có hồ sơ tiếp nhận trong kỳ')
    expect(text).not.toContain('NaN')
  })

  it('says how it was counted, what is within the columns, and that the identities hold', async () => {
    const sheet = await readSheet(await made({}, { uncollected: 30, lateWithoutApology: 700 }))
    const text = textOf(sheet)
    expect(rowWith(sheet, '- Từ chối giải quyết (thuộc cột 7)')[2]).toBe(12)
    expect(rowWith(sheet, '- Công dân rút hồ sơ (thuộc cột 7)')[2]).toBe(3)
    expect(rowWith(sheet, '- Dừng giải quyết theo yêu cầu (thuộc cột 7)')[2]).toBe(0)
    expect(rowWith(sheet, '- Đang tạm dừng tính thời hạn (thuộc cột 12)')[2]).toBe(45)
    expect(rowWith(sheet, '- Đã có kết quả, chưa trả (thuộc cột 7)')[2]).toBe(30)
    expect(rowWith(sheet, '- Quá hạn, chưa xin lỗi (thuộc cột 10, 13)')[2]).toBe(700)
    expect(text).toContain('Cách tính:')
    expect(text).toContain('so ngày kết thúc với ngày hẹn trả đang có hiệu lực')
    expect(textOf(await readSheet(await made({ method: 'extended' })))).toContain(
      'so ngày kết thúc với ngày hẹn lại trên phiếu xin lỗi',
    )
    expect(text).toContain('theo tình trạng lúc hết ngày 30/06/2020')
    // A pause that begins late hides nothing (decision 11).
    expect(text).toContain('tạm dừng sau ngày hẹn trả vẫn là quá hạn, ở cột (13)')
    expect(text).not.toContain('ban đầu')
    expect(text).toContain('(3) = (7) + (11): 15.970 = 15.970: khớp')
    expect(text).toContain('(6) = (11) của kỳ liền trước: 902 = 902: khớp')
    expect(text).toContain('Cộng các dòng = dòng Tổng cộng: khớp')
  })

  it('does not hide an identity that does not hold', async () => {
    const rows = ROWS
    const identities = checkIdentities(addFigures(rows), rows, 900)
    const text = textOf(await readSheet(await made({ identities })))
    expect(text).toContain('(6) = (11) của kỳ liền trước: 902 ≠ 900: KHÔNG KHỚP')
  })

  it('says when the period is not over yet', async () => {
    const unfinished = { unfinished: true, countedTo: civilDate('2020-06-10') }
    const text = textOf(await readSheet(await made(unfinished)))
    expect(text).toContain('Số liệu tính đến hết ngày 10/06/2020')
    expect(text).toContain('theo tình trạng lúc hết ngày 10/06/2020')
  })

  it('says what of the period stands closed, and whether these are the figures that were closed', async () => {
    const own = {
      ...{ number: 7, version: 2, hash: 'ab'.repeat(32), closedOn: civilDate('2020-07-03'), reopened: false },
      ...{ differing: 0, causeAlone: 0, reported: false },
    }
    const textOfClosed = async (closings: ReportClosings) =>
      textOf(await readSheet(await made({}, {}, closings)))
    expect(await textOfClosed(NOTHING_CLOSED)).not.toContain('chốt')
    const same = await textOfClosed({ own, others: 0 })
    expect(same).toContain(`Kỳ đã chốt, số 7, lần 2, SHA-256 ${'ab'.repeat(32)}.`)
    const causes = await textOfClosed({ own: { ...own, causeAlone: 2 }, others: 0 })
    expect(causes).toContain(`${'ab'.repeat(32)}; từ khi chốt 2 hồ sơ được ghi nguyên nhân trễ khác.`)
    const differs = await textOfClosed({ own: { ...own, differing: 3 }, others: 2 })
    expect(differs).toContain('Kỳ đã chốt (số 7): 3 hồ sơ nay tính khác so với khi chốt.')
    expect(differs).toContain('Có 2 kỳ khác đã chốt chung ngày với kỳ này.')
    expect(differs).not.toContain('SHA-256')
    const told = await textOfClosed({ own: { ...own, reported: true, reopened: true }, others: 0 })
    expect(told).toContain(
      `Số liệu như khi chốt, số 7, lần 2, SHA-256 ${'ab'.repeat(32)}, chốt ngày 03/07/2020, sau đó đã mở lại.`,
    )
  })
})

describe('the printed page', () => {
  it('is one A4 landscape page with page number, and repeats its head', async () => {
    const bytes = await made()
    const sheet = await readSheet(bytes)
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 1,
    })
    expect(sheet.headerFooter?.oddFooter).toContain('Trang &P/&N')
    const first = sheet.rows.findIndex((cells) => cells[0] === 'STT') + 1
    expect(partOf(bytes, 'xl/workbook.xml')).toContain(`>'II.06a'!$${first}:$${first + 3}<`)
  })

  it('runs over several pages when there are more than twelve rows', async () => {
    const rows = Array.from({ length: 13 }, (_, index) =>
      row(`Thủ tục ${index}`, 'Đất đai', { receivedOnline: 1 }),
    )
    expect((await readSheet(await made({ rows }))).pageSetup?.fitToHeight).toBe(0)
  })

  it('has its elements in the order Excel demands, and no formula', async () => {
    const bytes = await made({ rows: [row('=1+1', '@x', {})] })
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).not.toMatch(/<f[ >/]/)
    const found = childrenOf(xml)
    expect(found).toEqual(WORKSHEET_ORDER.filter((name) => found.includes(name)))
    expect(found).toContain('mergeCells')
    expect(childrenOf(partOf(bytes, 'xl/workbook.xml'))).toEqual(WORKBOOK_ORDER)
  })
})

describe('the date of signing', () => {
  it('has a zero before days below ten and before January and February', () => {
    expect(longDate(civilDate('2020-02-05'))).toBe('ngày 05 tháng 02 năm 2020')
    expect(longDate(civilDate('2020-07-12'))).toBe('ngày 12 tháng 7 năm 2020')
    expect(longDate(civilDate('2020-12-01'))).toBe('ngày 01 tháng 12 năm 2020')
  })
})
