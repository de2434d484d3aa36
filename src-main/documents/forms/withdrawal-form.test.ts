import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import {
  TEST_APPLICANT,
  TEST_CODE,
  TEST_HEAD,
  TEST_ISSUE,
  TEST_PARTICULARS,
  TEST_PROCEDURE,
  textOf,
} from './test-forms.ts'
import { type WithdrawalSlip, withdrawalForm } from './withdrawal-form.ts'

const SLIP: WithdrawalSlip = {
  ...TEST_ISSUE,
  kind: 'withdrawn',
  code: TEST_CODE,
  procedureName: TEST_PROCEDURE,
  particulars: TEST_PARTICULARS,
  receivedOn: civilDate('2026-11-10'),
  request: { number: '05/ĐN', on: civilDate('2026-11-22') },
  endedOn: civilDate('2026-11-23'),
  reason: 'Không chuyển nhượng nữa',
  givenBack: ['Bản chính giấy chứng nhận', 'Hợp đồng'],
  confirmedBy: 'Lê Thị Cửa',
}

describe('the confirmation that the applicant ends it', () => {
  it('says on which request the dossier was taken back, and what was given back', async () => {
    const text = await textOf(withdrawalForm(SLIP))
    const lines = [
      ...TEST_HEAD,
      'Số: 12/PRHS',
      'PHIẾU XÁC NHẬN RÚT HỒ SƠ',
      ...TEST_APPLICANT,
      'Ngày tiếp nhận hồ sơ: 10/11/2026',
      'Yêu cầu rút hồ sơ: số 05/ĐN, ngày 22/11/2026',
      'Lý do: Không chuyển nhượng nữa',
      'xác nhận đã rút hồ sơ theo yêu cầu của Ông/Bà/Tổ chức từ ngày 23/11/2026',
      '1. Bản chính giấy chứng nhận 2. Hợp đồng',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI XÁC NHẬN',
    ]
    for (const line of lines) expect(text).toContain(line)
  })
  it('has another title and other words where handling is stopped', async () => {
    const text = await textOf(
      withdrawalForm({
        ...SLIP,
        ...{ kind: 'stopped', givenBack: [], reason: '' },
        request: { number: '', on: civilDate('2026-11-22') },
      }),
    )
    expect(text).toContain('PHIẾU XÁC NHẬN DỪNG GIẢI QUYẾT HỒ SƠ THEO YÊU CẦU')
    expect(text).toContain('Yêu cầu dừng giải quyết hồ sơ: ngày 22/11/2026')
    expect(text).toContain('xác nhận đã dừng giải quyết hồ sơ theo yêu cầu')
    expect(text).not.toContain('rút hồ sơ')
    expect(text).toMatch(/Lý do: \.{40,}/)
  })
})
