import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { type HandoverList, handoverForm } from './handover-form.ts'
import { TEST_HEAD, TEST_ISSUE, TEST_PROCEDURE, textOf } from './test-forms.ts'
import { sheetsOf } from './test-pdf.ts'

const codeOf = (index: number): string => `000.00.22.H32-261123-${String(index + 1).padStart(4, '0')}`
const dossiersOf = (count: number): HandoverList['dossiers'] =>
  Array.from({ length: count }, (_, index) => ({
    code: codeOf(index),
    applicantName: `Nguyễn Văn An ${index + 1}`,
    commune: 'Phường Lộc Thọ',
    procedureName: TEST_PROCEDURE,
    documents: 5,
    sets: 2,
    note: index === 0 ? 'Kèm trích đo' : '',
  }))

const LIST: HandoverList = {
  ...TEST_ISSUE,
  giver: { unit: 'Bộ phận Tiếp nhận và Trả kết quả', name: 'Lê Thị Cửa' },
  receiver: { unit: 'Tổ Đăng ký', name: 'Trần Văn Thụ' },
  on: civilDate('2026-11-23'),
  at: '2026-11-23T03:05:00.000Z',
  enteredLaterAt: null,
  purpose: 'Chuyển thẩm tra',
  dossiers: dossiersOf(3),
}

describe('the handover list', () => {
  it('is made out twice in one file, a leaf for each side', async () => {
    const sheets = await sheetsOf(await handoverForm(LIST))
    expect(sheets).toHaveLength(2)
    const [giver, receiver] = sheets
    expect(giver).toContain('(Liên 1/2: bên giao)')
    expect(receiver).toContain('(Liên 2/2: bên nhận)')
    const lines = [
      ...TEST_HEAD,
      'Số: 12/PBG',
      'PHIẾU BÀN GIAO HỒ SƠ',
      'Thời điểm bàn giao: 10 giờ 05 phút, ngày 23 tháng 11 năm 2026',
      'Bên giao: Bộ phận Tiếp nhận và Trả kết quả - Lê Thị Cửa',
      'Bên nhận: Tổ Đăng ký - Trần Văn Thụ',
      'Nội dung bàn giao: Chuyển thẩm tra',
      codeOf(0),
      codeOf(2),
      'Kèm trích đo',
      '5/2',
      'Tổng số: 3 hồ sơ, 15 giấy tờ, 6 bộ.',
      'BÊN GIAO',
      'BÊN NHẬN',
    ]
    for (const sheet of sheets) for (const line of lines) expect(sheet).toContain(line)
    expect(giver).not.toContain('ghi sổ sau')
  })
  it('numbers the sheets of each leaf on its own, with titles on every one and no dossier left out', async () => {
    const sheets = await sheetsOf(await handoverForm({ ...LIST, copy: 2, dossiers: dossiersOf(30) }))
    const half = sheets.length / 2
    expect(half).toBeGreaterThan(1)
    sheets.forEach((sheet, index) => {
      expect(sheet).toContain(`Trang ${(index % half) + 1}/${half}`)
      expect(sheet).toContain('STT Mã hồ sơ Người nộp')
      expect(sheet).toContain('Phiếu bàn giao hồ sơ số 12/PBG, bản in lần 2 - Liên')
    })
    for (const leaf of [sheets.slice(0, half), sheets.slice(half)]) {
      const text = leaf.join(' ')
      for (let index = 0; index < 30; index++) expect(text.split(codeOf(index))).toHaveLength(2)
      expect(leaf.at(-1)).toMatch(/Hai bên đã kiểm đếm.*BÊN GIAO.*BÊN NHẬN/)
    }
  })
  it('says that it was entered later than it happened', async () => {
    const text = await textOf(handoverForm({ ...LIST, at: null, enteredLaterAt: '2026-11-24T01:00:00.000Z' }))
    expect(text).toContain('ngày 23 tháng 11 năm 2026 (ghi sổ sau, lúc 08:00 ngày 24/11/2026)')
  })
  it('takes a code that no bar code can hold', async () => {
    const [first] = LIST.dossiers
    if (first === undefined) throw new Error('a dossier is needed')
    const text = await textOf(handoverForm({ ...LIST, dossiers: [{ ...first, code: 'HỒ SƠ 12' }] }))
    expect(text).toContain('HỒ SƠ 12')
  })
})
