import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { type Reminder, reminderForm } from './reminder-form.ts'
import { TEST_CODE, TEST_HEAD, TEST_ISSUE, TEST_PROCEDURE, textOf } from './test-forms.ts'

const REMINDER: Reminder = {
  office: TEST_ISSUE.office,
  on: civilDate('2026-11-23'),
  printedAt: TEST_ISSUE.printedAt,
  code: TEST_CODE,
  procedureName: TEST_PROCEDURE,
  applicantName: 'Nguyễn Thị Hoàng Oanh',
  address: '12/4 Trần Phú',
  readyOn: civilDate('2026-10-12'),
  place: 'Bộ phận Tiếp nhận và Trả kết quả',
  hours: '07:30–11:30 và 13:00–17:00',
  bring: ['Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Căn cước công dân'],
  contact: { name: 'bà Lê Thị Cửa', phone: '0258 3822 333' },
  sentBy: 'Lê Thị Cửa',
}

describe('the reminder of a result that lies ready', () => {
  it('says since when, where, in which hours and what to bring', async () => {
    const text = await textOf(reminderForm(REMINDER))
    const lines = [
      ...TEST_HEAD,
      'PHIẾU BÁO NHẬN KẾT QUẢ',
      'Kính gửi: Nguyễn Thị Hoàng Oanh (Địa chỉ: 12/4 Trần Phú)',
      `hồ sơ mã số ${TEST_CODE}, thủ tục “${TEST_PROCEDURE}”`,
      'đã có kết quả từ ngày 12/10/2026; đến ngày 23/11/2026 chưa có người đến nhận',
      '- Tại: Bộ phận Tiếp nhận và Trả kết quả',
      '- Thời gian: 07:30–11:30 và 13:00–17:00',
      '1. Giấy tiếp nhận hồ sơ và hẹn trả kết quả 2. Căn cước công dân',
      'xin liên hệ với bà Lê Thị Cửa, số điện thoại 0258 3822 333',
      'NGƯỜI THÔNG BÁO (Ký và ghi rõ họ tên) Lê Thị Cửa',
    ]
    for (const line of lines) expect(text).toContain(line)
    expect(text).not.toContain('Số: ')
  })
  it('leaves out what is not known', async () => {
    const text = await textOf(
      reminderForm({ ...REMINDER, address: '', bring: [], contact: { name: '', phone: '' } }),
    )
    expect(text).not.toContain('mang theo')
    expect(text).not.toContain('Địa chỉ')
    expect(text).toMatch(/liên hệ với \.{24}/)
  })
})
