import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { type ControlBlock, type ControlSheet, controlSheetForm } from './control-sheet-form.ts'
import { TEST_CODE, TEST_HEAD, TEST_ISSUE, TEST_PROCEDURE, textOf } from './test-forms.ts'
import { sheetsOf } from './test-pdf.ts'

const BLOCK: ControlBlock = {
  giver: { unit: 'Bộ phận một cửa', name: 'Lê Thị Cửa' },
  receiver: { unit: 'Tổ Đăng ký', name: 'Trần Văn Thụ' },
  on: civilDate('2026-11-23'),
  at: '2026-11-23T03:05:00.000Z',
  result: 'on-time',
  note: 'Kèm trích đo',
}
const SHEET: ControlSheet = {
  office: TEST_ISSUE.office,
  on: civilDate('2026-11-23'),
  printedAt: TEST_ISSUE.printedAt,
  code: TEST_CODE,
  procedureName: TEST_PROCEDURE,
  applicantName: 'Nguyễn Thị Hoàng Oanh',
  agency: 'Chi nhánh Nha Trang',
  coordinatingAgency: 'UBND phường Lộc Thọ',
  receivedOn: civilDate('2026-11-23'),
  receivedAt: '2026-11-23T01:05:00.000Z',
  dueOn: civilDate('2026-12-02'),
  hour: '17:00',
  blocks: [BLOCK],
  blankBlocks: 0,
}

describe('the control sheet', () => {
  it('says whose dossier it is and has a block for the handover, without a number of a series', async () => {
    const text = await textOf(controlSheetForm(SHEET))
    const lines = [
      ...TEST_HEAD,
      'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      `Mã hồ sơ: ${TEST_CODE}`,
      'Cơ quan (bộ phận) giải quyết hồ sơ: Chi nhánh Nha Trang',
      'Cơ quan phối hợp giải quyết hồ sơ: UBND phường Lộc Thọ',
      'Nhận hồ sơ: 08 giờ 05 phút, ngày 23 tháng 11 năm 2026',
      'Hẹn trả kết quả: 17 giờ 00 phút, ngày 02 tháng 12 năm 2026',
      '1. Giao: Bộ phận một cửa 2. Nhận: Tổ Đăng ký',
      '10 giờ 05 phút, ngày 23 tháng 11 năm 2026 Người giao Lê Thị Cửa Người nhận Trần Văn Thụ',
      'Trước hạn Đúng hạn Quá hạn',
      'Kèm trích đo',
    ]
    for (const line of lines) expect(text).toContain(line)
    expect(text).not.toContain('Số: ')
  })
  it('has blank blocks to fill in by hand, on as many sheets as they take, titles on each', async () => {
    const sheets = await sheetsOf(await controlSheetForm({ ...SHEET, dueOn: null, blankBlocks: 8 }))
    const text = sheets.join(' ')
    expect(text).toContain('Hẹn trả kết quả: chưa xác định')
    expect(text.match(/Người giao/g)).toHaveLength(9)
    expect(text.match(/\.{7} giờ \.{7} phút/g)).toHaveLength(8)
    expect(sheets.length).toBeGreaterThan(1)
    for (const sheet of sheets) expect(sheet).toContain('TÊN CƠ QUAN, BỘ PHẬN')
  })
  it('draws another sheet for another result', async () => {
    const late = await controlSheetForm({ ...SHEET, blocks: [{ ...BLOCK, result: 'late' }] })
    expect(late).not.toEqual(await controlSheetForm(SHEET))
  })
})
