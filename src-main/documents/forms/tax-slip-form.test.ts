import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { EMPTY_PARTICULARS } from '../../domain/dossier.ts'
import { type TaxSlip, taxSlipForm } from './tax-slip-form.ts'
import {
  TEST_APPLICANT,
  TEST_CODE,
  TEST_HEAD,
  TEST_ISSUE,
  TEST_PARTICULARS,
  TEST_PROCEDURE,
  textOf,
} from './test-forms.ts'

const SLIP: TaxSlip = {
  ...TEST_ISSUE,
  code: TEST_CODE,
  procedureName: TEST_PROCEDURE,
  taxOffice: 'Thuế cơ sở 1 tỉnh Khánh Hòa',
  particulars: TEST_PARTICULARS,
  receivedOn: civilDate('2026-11-23'),
  right: 'Chuyển nhượng quyền sử dụng đất',
  transferor: 'Nguyễn Thị Hoàng Oanh',
  transferee: 'Trần Quốc Đạt',
  land: '120 m² đất ở đô thị',
  enclosures: ['Tờ khai lệ phí trước bạ', 'Hợp đồng chuyển nhượng'],
  signer: { title: 'GIÁM ĐỐC', name: 'Phạm Văn Trưởng' },
}

describe('the slip to the tax office', () => {
  it('says which right on which parcel passes from whom to whom', async () => {
    const text = await textOf(taxSlipForm(SLIP))
    const lines = [
      ...TEST_HEAD,
      'Số: 12/PCTT',
      'PHIẾU CHUYỂN THÔNG TIN NGHĨA VỤ TÀI CHÍNH',
      'Kính gửi: Thuế cơ sở 1 tỉnh Khánh Hòa',
      ...TEST_APPLICANT,
      'Ngày tiếp nhận hồ sơ: 23/11/2026',
      'Nội dung chuyển quyền: Chuyển nhượng quyền sử dụng đất',
      'Bên chuyển quyền: Nguyễn Thị Hoàng Oanh',
      'Bên nhận quyền: Trần Quốc Đạt',
      'Thửa đất số: 345, tờ bản đồ số 12, Phường Lộc Thọ',
      'Giấy chứng nhận số: CH 01234',
      'tài sản gắn liền với đất: 120 m² đất ở đô thị',
      '1. Tờ khai lệ phí trước bạ 2. Hợp đồng chuyển nhượng',
      `ghi rõ mã hồ sơ ${TEST_CODE}`,
      'NGƯỜI NHẬN PHIẾU',
      'GIÁM ĐỐC (Ký, ghi rõ họ tên và đóng dấu) Phạm Văn Trưởng',
    ]
    for (const line of lines) expect(text).toContain(line)
  })
  it('leaves room to write what is not known', async () => {
    const nothing = { transferor: '', transferee: '', land: '', enclosures: [], taxOffice: '' }
    const text = await textOf(taxSlipForm({ ...SLIP, ...nothing, particulars: EMPTY_PARTICULARS }))
    for (const label of ['Kính gửi', 'Bên chuyển quyền', 'Bên nhận quyền', 'Thửa đất số']) {
      expect(text).toMatch(new RegExp(`${label}: \\.{24}`))
    }
    expect(text).not.toContain('Giấy tờ kèm theo')
  })
})
