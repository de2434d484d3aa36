import { describe, expect, it } from 'vitest'
import { type RefusalSlip, refusalForm } from './refusal-form.ts'
import {
  TEST_APPLICANT,
  TEST_CODE,
  TEST_HEAD,
  TEST_ISSUE,
  TEST_PARTICULARS,
  TEST_PROCEDURE,
  textOf,
} from './test-forms.ts'

const SLIP: RefusalSlip = {
  ...TEST_ISSUE,
  code: '',
  procedureName: TEST_PROCEDURE,
  particulars: TEST_PARTICULARS,
  reason: 'Thửa đất đang bị ngăn chặn theo Quyết định số 15/QĐ-CCTHADS',
  refusedBy: 'Lê Thị Cửa',
}

describe('the refusal', () => {
  it('says whose dossier is not taken and why, and is signed by both', async () => {
    const text = await textOf(refusalForm(SLIP))
    const lines = [
      ...TEST_HEAD,
      'Số: 12/PTC',
      'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'Bộ phận Tiếp nhận và Trả kết quả: Chi nhánh Nha Trang',
      ...TEST_APPLICANT,
      `Nội dung yêu cầu giải quyết: ${TEST_PROCEDURE}`,
      'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau',
      'Lý do: Thửa đất đang bị ngăn chặn theo Quyết định số 15/QĐ-CCTHADS',
      'Xin thông báo cho Ông/Bà được biết và thực hiện',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Lê Thị Cửa',
    ]
    for (const line of lines) expect(text).toContain(line)
    expect(text).not.toContain('Mã hồ sơ')
  })
  it('has the code of a dossier that was received before', async () => {
    const text = await textOf(refusalForm({ ...SLIP, code: TEST_CODE }))
    expect(text).toContain(`Mã hồ sơ: ${TEST_CODE}`)
    expect(text).toContain('Tiếp nhận hồ sơ của: Nguyễn Thị Hoàng Oanh')
  })
  it('leaves who acts for the applicant to write the name, and room for a reason written by hand', async () => {
    const particulars = { ...TEST_PARTICULARS, representative: 'Trần Quốc Đạt' }
    const text = await textOf(refusalForm({ ...SLIP, particulars, reason: '' }))
    expect(text).toContain('Người được ủy quyền: Trần Quốc Đạt')
    expect(text.match(/Nguyễn Thị Hoàng Oanh/g)).toHaveLength(1)
    expect(text).toMatch(/Lý do: \.{40,}/)
  })
})
