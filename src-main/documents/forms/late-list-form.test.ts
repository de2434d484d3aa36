import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { type LateDossier, type LateList, lateListForm } from './late-list-form.ts'
import { TEST_CODE, TEST_HEAD, TEST_ISSUE, textOf } from './test-forms.ts'
import { sheetsOf } from './test-pdf.ts'

const LATE: LateDossier = {
  code: TEST_CODE,
  applicantName: 'Trần Quốc Đạt',
  commune: 'Phường Lộc Thọ',
  receivedOn: civilDate('2026-11-02'),
  dueOn: civilDate('2026-11-16'),
  endedOn: null,
  state: 'in-process',
  holder: 'Trần Văn Thụ',
  daysLate: 5,
  apology: null,
  cause: 'Chờ cơ quan thuế',
}
const LIST: LateList = {
  office: TEST_ISSUE.office,
  on: civilDate('2026-11-23'),
  printedAt: TEST_ISSUE.printedAt,
  asOf: civilDate('2026-11-22'),
  comparedWith: 'original',
  filter: '',
  dossiers: [
    LATE,
    { ...LATE, apology: { on: civilDate('2026-11-13'), inTime: true } },
    {
      ...LATE,
      ...{ state: 'result-ready', endedOn: civilDate('2026-11-20'), daysLate: 4 },
      apology: { on: civilDate('2026-11-17'), inTime: false },
    },
  ],
  madeBy: 'Lê Thị Cửa',
  signer: { title: 'GIÁM ĐỐC', name: 'Phạm Văn Trưởng' },
}

describe('the late list', () => {
  it('says of every dossier how late it is and whether an apology was sent, late ones marked', async () => {
    const text = await textOf(lateListForm(LIST))
    const lines = [
      ...TEST_HEAD,
      'DANH SÁCH HỒ SƠ TRỄ HẠN',
      '(Tính đến hết ngày 22/11/2026)',
      'Trần Quốc Đạt Phường Lộc Thọ 02/11/2026 16/11/2026 Đang giải quyết Trần Văn Thụ 5 Chưa Chờ cơ quan thuế',
      'Trần Văn Thụ 5 13/11/2026 Chờ cơ quan thuế',
      '20/11/2026 Đã có kết quả, chờ trả Trần Văn Thụ 4 17/11/2026 (gửi muộn)',
      'NGƯỜI LẬP DANH SÁCH (Ký và ghi rõ họ tên) Lê Thị Cửa',
      'GIÁM ĐỐC (Ký, ghi rõ họ tên và đóng dấu) Phạm Văn Trưởng',
    ]
    for (const line of lines) expect(text).toContain(line)
  })
  it('adds up, and says how it was counted', async () => {
    const text = await textOf(lateListForm(LIST))
    expect(text).toContain('Tổng số: 3 hồ sơ trễ hạn, 14 ngày làm việc trễ.')
    expect(text).toContain(
      'đã có kết quả 1, chưa có kết quả 2; đã gửi phiếu xin lỗi 2 (gửi muộn 1), chưa gửi 1.',
    )
    expect(text).toContain('Cách tính: so ngày hẹn trả ban đầu với ngày có kết quả')
    expect(await textOf(lateListForm({ ...LIST, comparedWith: 'extended' }))).toContain(
      'so ngày hẹn trả đã hẹn lại (nếu có)',
    )
  })
  it('says so when nothing is late, and by what it was cut', async () => {
    const text = await textOf(lateListForm({ ...LIST, dossiers: [], filter: 'Người thụ lý: Trần Văn Thụ' }))
    expect(text).toContain('Không có hồ sơ trễ hạn.')
    expect(text).toContain('Người thụ lý: Trần Văn Thụ')
  })
  it('never has the signatures on a sheet without a dossier', async () => {
    for (const count of [11, 12, 13, 14, 15]) {
      const dossiers = Array.from({ length: count }, () => LATE)
      const sheets = await sheetsOf(await lateListForm({ ...LIST, dossiers }))
      expect(sheets.at(-1)).toMatch(new RegExp(`${count} 000\\.00.*NGƯỜI LẬP DANH SÁCH`))
    }
  })
})
