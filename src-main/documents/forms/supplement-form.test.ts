import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { EMPTY_PARTICULARS } from '../../domain/dossier.ts'
import { type SupplementSlip, supplementForm } from './supplement-form.ts'
import {
  TEST_APPLICANT,
  TEST_CODE,
  TEST_HEAD,
  TEST_ISSUE,
  TEST_PARTICULARS,
  TEST_PROCEDURE,
  textOf,
} from './test-forms.ts'
import { sheetsOf } from './test-pdf.ts'

const SLIP: SupplementSlip = {
  ...TEST_ISSUE,
  code: TEST_CODE,
  procedureName: TEST_PROCEDURE,
  particulars: TEST_PARTICULARS,
  items: ['Bản gốc giấy chứng nhận', 'Hợp đồng chuyển nhượng có công chứng'],
  reason: 'Hợp đồng thiếu trang 3',
  contact: { name: 'bà Lê Thị Cửa', phone: '0258 3822 333' },
  stoppedSince: civilDate('2026-11-24'),
  guide: 'Lê Thị Cửa',
}

describe('the request for a supplement', () => {
  it('says what is missing, why, who helps and that the clock stands still', async () => {
    const text = await textOf(supplementForm(SLIP))
    const lines = [
      ...TEST_HEAD,
      'Số: 12/PBS',
      'Nha Trang, ngày 23 tháng 11 năm 2026',
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      `Mã hồ sơ: ${TEST_CODE}`,
      'Hồ sơ của: Nguyễn Thị Hoàng Oanh',
      ...TEST_APPLICANT,
      `Nội dung yêu cầu giải quyết: ${TEST_PROCEDURE}`,
      '1. Bản gốc giấy chứng nhận 2. Hợp đồng chuyển nhượng có công chứng',
      'Lý do: Hợp đồng thiếu trang 3',
      'Thời hạn giải quyết hồ sơ tạm dừng từ ngày 24/11/2026',
      'liên hệ với bà Lê Thị Cửa, số điện thoại 0258 3822 333 để được hướng dẫn./.',
      'NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) Lê Thị Cửa',
    ]
    for (const line of lines) expect(text).toContain(line)
    expect(text).not.toContain('bản in lần')
  })
  it('is dated the day it was issued, also when printed again later, and says which print it is', async () => {
    const text = await textOf(supplementForm({ ...SLIP, copy: 2 }))
    expect(text).toContain('ngày 23 tháng 11 năm 2026')
    expect(text).not.toContain('ngày 30 tháng 11')
    expect(text).toContain('Số 12/PBS, bản in lần 2')
  })
  it('before reception has no code, stops no clock and leaves room to write', async () => {
    const text = await textOf(
      supplementForm({
        ...SLIP,
        code: '',
        particulars: EMPTY_PARTICULARS,
        ...{ procedureName: '', items: [], reason: '', stoppedSince: null, guide: '' },
        contact: { name: '', phone: '' },
      }),
    )
    expect(text).not.toContain('Mã hồ sơ')
    expect(text).not.toContain('tạm dừng')
    expect(text).toMatch(/Hồ sơ của: \.{24}/)
    expect(text).toMatch(/những nội dung sau: \.{40,} \.{40,}/)
    expect(text).toMatch(/Lý do: \.{40,}/)
    expect(text).toMatch(/liên hệ với \.{24}, số điện thoại \.{24}/)
  })
  it('goes on to a second sheet when much is missing, the signature not alone on it', async () => {
    const items = Array.from(
      { length: 45 },
      (_, index) => `Giấy tờ thứ ${index + 1} về nguồn gốc sử dụng đất của hộ gia đình, có xác nhận của xã`,
    )
    const sheets = await sheetsOf(await supplementForm({ ...SLIP, items }))
    expect(sheets).toHaveLength(2)
    expect(sheets.join(' ')).toContain('45. Giấy tờ thứ 45')
    expect(sheets[1]).toMatch(/để được hướng dẫn.*NGƯỜI HƯỚNG DẪN/)
    expect(sheets[1]).toContain('Trang 2/2')
  })
})
