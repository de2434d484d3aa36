import { describe, expect, it } from 'vitest'
import type { DossierRow } from '../../contract/dossier-list.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { type PrintedList, dossierListForm } from './dossier-list-form.ts'
import { TEST_CODE, TEST_HEAD, TEST_ISSUE, textOf } from './test-forms.ts'
import { sheetsOf } from './test-pdf.ts'

const ROW: DossierRow = {
  ...{ id: 1, code: TEST_CODE, procedureId: 1, procedureName: 'Cấp đổi Giấy chứng nhận' },
  ...{
    applicantName: 'Trần Quốc Đạt',
    idNumber: '056184001234',
    phone: '0905123456',
    address: '12 Trần Phú',
  },
  ...{ commune: 'Phường Lộc Thọ', mapSheet: '12', plot: '345', certificateNumber: '' },
  ...{ channel: 'direct', onlineLevel: null, acceptedOn: civilDate('2026-11-02') },
  ...{ dueOn: civilDate('2026-11-16'), endedOn: null, returnedOn: null, state: 'in-process' },
  ...{ holderId: 1, holderName: 'Trần Văn Thụ', standing: 'late', workingDays: -5, apology: null },
  ...{ lateCause: 'tax', step: null, handedTo: null, version: 2 },
}
const LIST: PrintedList = {
  office: TEST_ISSUE.office,
  on: civilDate('2026-11-23'),
  printedAt: TEST_ISSUE.printedAt,
  title: 'Danh sách hồ sơ đang giải quyết',
  lines: ['Tính đến hết ngày: 23/11/2026. Số hồ sơ: 1', 'Xã/phường: Phường Lộc Thọ'],
  rows: [ROW],
  total: 1,
  columns: 'all',
  causes: new Map([['tax', 'Chờ cơ quan thuế']]),
  madeBy: 'Lê Thị Cửa',
}

describe('a list of dossiers on paper', () => {
  it('has the office, its title, by what it was cut, every dossier and who made it', async () => {
    const text = await textOf(dossierListForm(LIST))
    const lines = [
      ...TEST_HEAD,
      'Nha Trang, ngày 23 tháng 11 năm 2026',
      'DANH SÁCH HỒ SƠ ĐANG GIẢI QUYẾT',
      'Tính đến hết ngày: 23/11/2026. Số hồ sơ: 1 Xã/phường: Phường Lộc Thọ',
      'Trần Quốc Đạt Phường Lộc Thọ Cấp đổi Giấy chứng nhận 02/11/2026 16/11/2026 Đang giải quyết Trần Văn Thụ Trễ hạn -5',
      'Cộng: 1 hồ sơ.',
      'NGƯỜI LẬP DANH SÁCH (Ký và ghi rõ họ tên) Lê Thị Cửa',
    ]
    for (const line of lines) expect(text).toContain(line)
  })

  it('tells nothing by which a person is known or reached', async () => {
    const text = await textOf(dossierListForm(LIST))
    for (const secret of ['056184001234', '0905123456', '12/345']) expect(text).not.toContain(secret)
  })

  it('of late dossiers says how late they are and why', async () => {
    const text = await textOf(dossierListForm({ ...LIST, columns: 'late' }))
    expect(text).toContain('Trần Văn Thụ 5 Chờ cơ quan thuế')
  })

  it('says of how many it is when it is only their beginning', async () => {
    const text = await textOf(dossierListForm({ ...LIST, total: 15_970 }))
    expect(text).toContain(
      'Bản in chỉ có 1 hồ sơ đầu tiên theo thứ tự của danh sách; danh sách đầy đủ có trong tệp Excel.',
    )
    expect(text).toContain('Cộng: 1 hồ sơ trong 15.970 hồ sơ của danh sách.')
  })

  it('says so when it is empty', async () => {
    expect(await textOf(dossierListForm({ ...LIST, rows: [], total: 0 }))).toContain('Không có hồ sơ nào.')
  })

  it('repeats its head on every sheet, numbers them, and never has the signature on one without a dossier', async () => {
    for (const count of [14, 15, 16, 17, 18, 19, 20]) {
      const rows = Array.from({ length: count }, () => ROW)
      const sheets = await sheetsOf(await dossierListForm({ ...LIST, rows, total: count }))
      expect(sheets.at(-1)).toMatch(new RegExp(`${count} 000\\.00.*NGƯỜI LẬP DANH SÁCH`))
      for (const [index, sheet] of sheets.entries()) {
        expect(sheet).toContain('Mã hồ sơ')
        expect(sheet).toContain(`Trang ${index + 1}/${sheets.length}`)
      }
    }
  })
})
