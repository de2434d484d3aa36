import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { type ApologySlip, apologyForm } from './apology-form.ts'
import { TEST_CODE, TEST_HEAD, TEST_ISSUE, TEST_PROCEDURE, textOf } from './test-forms.ts'

const SLIP: ApologySlip = {
  ...TEST_ISSUE,
  code: TEST_CODE,
  procedureName: TEST_PROCEDURE,
  applicantName: 'Nguyễn Thị Hoàng Oanh',
  address: '12/4 Trần Phú, phường Lộc Thọ',
  receivedOn: civilDate('2026-11-10'),
  receivedAt: '2026-11-10T01:05:00.000Z',
  appointment: { on: civilDate('2026-11-25'), hour: '17:00' },
  newAppointment: { on: civilDate('2026-12-02'), hour: '17:00' },
  reason: 'Chờ Ủy ban nhân dân phường xác nhận',
  signer: { title: '', name: 'Phạm Văn Trưởng' },
}

describe('the apology', () => {
  it('says what was promised, why it is not kept, and the new day; both dates stand on it', async () => {
    const text = await textOf(apologyForm(SLIP))
    const lines = [
      ...TEST_HEAD,
      'Số: 12/PXL',
      'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
      'Kính gửi: Nguyễn Thị Hoàng Oanh',
      '(Địa chỉ: 12/4 Trần Phú, phường Lộc Thọ)',
      'Vào 08 giờ 05 phút, ngày 10 tháng 11 năm 2026, Chi nhánh Nha Trang tiếp nhận',
      `“${TEST_PROCEDURE}”`,
      `mã hồ sơ: ${TEST_CODE}`,
      'Thời gian hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 25 tháng 11 năm 2026',
      'Lý do: Chờ Ủy ban nhân dân phường xác nhận',
      'sẽ trả kết quả giải quyết hồ sơ vào: 17 giờ 00 phút, ngày 02 tháng 12 năm 2026',
      'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (Ký, ghi rõ họ tên và đóng dấu) Phạm Văn Trưởng',
    ]
    for (const line of lines) expect(text).toContain(line)
  })
  it('is signed by whoever acts for the head, under their own title', async () => {
    const text = await textOf(
      apologyForm({ ...SLIP, signer: { title: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', name: 'Lê Văn Phó' } }),
    )
    expect(text).toContain('KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC')
    expect(text).not.toContain('THỦ TRƯỞNG')
  })
  it('says the day alone where the hour of reception is not known', async () => {
    const text = await textOf(apologyForm({ ...SLIP, receivedAt: null, address: '' }))
    expect(text).toContain('Vào ngày 10 tháng 11 năm 2026, Chi nhánh')
    expect(text).not.toContain('Địa chỉ')
  })
})
