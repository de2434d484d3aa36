import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { type Explanation, explanationForm } from './explanation-form.ts'
import { TEST_CODE, TEST_HEAD, TEST_ISSUE, TEST_PROCEDURE, textOf } from './test-forms.ts'

const EXPLANATION: Explanation = {
  office: TEST_ISSUE.office,
  on: civilDate('2026-11-23'),
  printedAt: TEST_ISSUE.printedAt,
  code: TEST_CODE,
  procedureName: TEST_PROCEDURE,
  applicantName: 'Nguyễn Thị Hoàng Oanh',
  holder: 'Trần Văn Thụ',
  receivedOn: civilDate('2026-11-02'),
  dueOn: civilDate('2026-11-12'),
  newDueOn: civilDate('2026-11-20'),
  endedOn: null,
  daysLate: 7,
  legs: [
    {
      ...{ label: 'Thẩm tra', agency: 'Tổ Đăng ký', term: 3, used: 4, late: 1 },
      ...{ from: civilDate('2026-11-02'), to: civilDate('2026-11-06') },
    },
    {
      ...{ label: 'Thuế', agency: 'Thuế cơ sở 1', term: null, used: 11, late: 0 },
      ...{ from: civilDate('2026-11-06'), to: null },
    },
  ],
  cause: 'Chờ cơ quan thuế ra thông báo',
  apology: { number: '12/PXL', on: civilDate('2026-11-11') },
  done: 'Đã đôn đốc bằng văn bản',
  explainedBy: 'Trần Văn Thụ',
  signer: { title: '', name: 'Phạm Văn Trưởng' },
}

describe('the explanation of a late dossier', () => {
  it('has its dates, each leg whose days, the cause, the apology and what was done', async () => {
    const text = await textOf(explanationForm(EXPLANATION))
    const lines = [
      ...TEST_HEAD,
      'PHIẾU GIẢI TRÌNH HỒ SƠ TRỄ HẠN',
      'Ngày tiếp nhận: 02/11/2026',
      'Ngày hẹn trả kết quả: 12/11/2026, hẹn lại ngày 20/11/2026',
      'Ngày có kết quả: chưa có kết quả',
      'Số ngày trễ: 7 ngày làm việc',
      '1 Thẩm tra Tổ Đăng ký 02/11/2026 06/11/2026 3 4 1',
      '2 Thuế Thuế cơ sở 1 06/11/2026 đang xử lý 11 0',
      'Nguyên nhân trễ hạn: Chờ cơ quan thuế ra thông báo',
      'Phiếu xin lỗi và hẹn lại ngày trả kết quả: số 12/PXL, ngày 11/11/2026',
      'Biện pháp đã thực hiện: Đã đôn đốc bằng văn bản',
      'NGƯỜI GIẢI TRÌNH (Ký và ghi rõ họ tên) Trần Văn Thụ',
      'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
    ]
    for (const line of lines) expect(text).toContain(line)
    expect(text.match(/Số ngày làm việc/g)).toHaveLength(1)
  })
  it('leaves room to write where nothing is said yet, and says that no apology was sent', async () => {
    const nothing = { cause: '', done: '', apology: null, newDueOn: null, legs: [] }
    const text = await textOf(
      explanationForm({ ...EXPLANATION, ...nothing, endedOn: civilDate('2026-11-20') }),
    )
    expect(text).toMatch(/Nguyên nhân trễ hạn: \.{40,}/)
    expect(text).toMatch(/Biện pháp đã thực hiện: \.{40,}/)
    expect(text).toContain('ngày trả kết quả: chưa gửi')
    expect(text).toContain('Ngày có kết quả: 20/11/2026')
    expect(text).not.toContain('hẹn lại ngày 2')
    expect(text).not.toContain('Giai đoạn')
  })
})
