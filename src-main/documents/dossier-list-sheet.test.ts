import type { CellValue, Sheet } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { DossierRow } from '../contract/dossier-list.ts'
import { civilDate } from '../domain/civil-date.ts'
import { type DossierList, dossierListSheet } from './dossier-list-sheet.ts'
import {
  STYLES_ORDER,
  WORKBOOK_ORDER,
  WORKSHEET_ORDER,
  childrenOf,
  partOf,
  readSheet,
  rowWith,
  textOf,
} from './test-reading.ts'

function dossier(changes: Partial<DossierRow> = {}): DossierRow {
  return {
    id: 1,
    code: '000.00.22.H32-200102-0001',
    procedureId: 1,
    procedureName: 'Cấp đổi Giấy chứng nhận',
    applicantName: 'Nguyễn Thị Ánh',
    idNumber: '083012345678',
    phone: '0912345678',
    address: 'Ấp 1',
    commune: 'Xã Định Thủy',
    mapSheet: '12',
    plot: '34',
    certificateNumber: '',
    channel: 'direct',
    onlineLevel: null,
    acceptedOn: civilDate('2020-01-02'),
    dueOn: civilDate('2020-01-14'),
    endedOn: null,
    returnedOn: null,
    state: 'in-process',
    holderId: 1,
    holderName: 'Lê Bích Ngọc',
    standing: 'late',
    workingDays: -5,
    apology: null,
    lateCause: '',
    step: null,
    handedTo: null,
    version: 2,
    ...changes,
  }
}

function listOf(rows: DossierRow[], changes: Partial<DossierList> = {}): Promise<Uint8Array> {
  return dossierListSheet({
    office: { name: 'Chi nhánh huyện Bình Minh', parentAgency: 'Văn phòng Đăng ký đất đai' },
    title: 'Danh sách hồ sơ',
    lines: ['Tính đến hết ngày: 30/06/2020. Số hồ sơ: 1'],
    rows,
    columns: 'all',
    language: 'vi',
    causes: new Map(),
    madeOn: civilDate('2020-06-30'),
    ...changes,
  })
}

/** The head's words and the row under it. */
function headAndFirst(sheet: Sheet): Record<string, CellValue> {
  const head = sheet.rows.findIndex((row) => row[0] === 'STT' || row[0] === 'No.')
  const found: Record<string, CellValue> = {}
  sheet.rows[head]?.forEach((word, column) => {
    found[String(word)] = sheet.rows[head + 1]?.[column] ?? null
  })
  return found
}

describe('the list of dossiers', () => {
  it('has what the window shows, with dates as dates and the unit in the head', async () => {
    const sheet = await readSheet(await listOf([dossier()]))
    expect(headAndFirst(sheet)).toEqual({
      STT: 1,
      'Mã hồ sơ': '000.00.22.H32-200102-0001',
      'Người nộp': 'Nguyễn Thị Ánh',
      'Số định danh': '083012345678',
      'Điện thoại': '0912345678',
      'Xã/phường': 'Xã Định Thủy',
      'Tờ/thửa': '12/34',
      'Thủ tục': 'Cấp đổi Giấy chứng nhận',
      'Ngày tiếp nhận': new Date('2020-01-02T00:00:00Z'),
      'Hẹn trả': new Date('2020-01-14T00:00:00Z'),
      'Có kết quả': null,
      'Đã trả': null,
      'Trạng thái': 'Đang giải quyết',
      'Người thụ lý': 'Lê Bích Ngọc',
      'So với hạn': 'Trễ hạn',
      'Còn, sớm (+) / trễ (−) (ngày làm việc)': -5,
    })
    expect(textOf(sheet)).toContain('CHI NHÁNH HUYỆN BÌNH MINH')
    expect(textOf(sheet)).toContain('Tính đến hết ngày: 30/06/2020. Số hồ sơ: 1')
  })

  it('shows dates as dd/mm/yyyy', async () => {
    const sheet = await readSheet(await listOf([dossier()]))
    const row = sheet.rows.findIndex((cells) => cells[1] === '000.00.22.H32-200102-0001')
    expect(sheet.cells?.get(`${row},8`)?.style?.numFmt).toBe('dd/mm/yyyy')
  })

  it('speaks English too', async () => {
    const row = dossier({ state: 'returned', standing: 'ended-early', workingDays: 2 })
    const sheet = await readSheet(await listOf([row], { language: 'en', title: 'Dossiers' }))
    expect(headAndFirst(sheet)).toMatchObject({
      State: 'Returned',
      'Against due date': 'Done early',
      'Left, early (+) / late (−) (working days)': 2,
    })
    expect(sheet.headerFooter?.oddFooter).toContain('Page &P/&N')
  })

  it('says nothing of days for a stopped clock', async () => {
    const sheet = await readSheet(await listOf([dossier({ standing: 'paused', state: 'awaiting-payment' })]))
    expect(headAndFirst(sheet)).toMatchObject({
      'So với hạn': 'Tạm dừng tính hạn',
      'Còn, sớm (+) / trễ (−) (ngày làm việc)': null,
    })
  })

  it('prints on A4 landscape, one page wide, with its head and the page number on every page', async () => {
    const bytes = await listOf([dossier()])
    const sheet = await readSheet(bytes)
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
    })
    const head = sheet.rows.findIndex((row) => row[0] === 'STT') + 1
    expect(sheet.pageSetup?.printTitlesRow).toBe(`$${head}:$${head}`)
    expect(partOf(bytes, 'xl/workbook.xml')).toContain(`>'Hồ sơ'!$${head}:$${head}<`)
    expect(sheet.freezePane?.rows).toBe(head)
    expect(sheet.headerFooter?.oddFooter).toContain('Trang &P/&N')
  })

  it('says so when there is nothing to list', async () => {
    expect(textOf(await readSheet(await listOf([])))).toContain('Không có hồ sơ nào.')
  })

  it('takes 16,000 dossiers in under three seconds of work', async () => {
    const rows = Array.from({ length: 16_000 }, (_, index) =>
      dossier({ code: `X-${index}`, applicantName: `Người thứ ${index}` }),
    )
    // The thread's own time: what else the machine does must not fail the test.
    const before = process.threadCpuUsage()
    const bytes = await listOf(rows)
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(3_000)
    const sheet = await readSheet(bytes)
    expect(rowWith(sheet, 'X-15999')[0]).toBe(16_000)
  })
})

describe('the list of late dossiers', () => {
  it('has the columns of the form and the days late', async () => {
    const sheet = await readSheet(
      await listOf([dossier()], { columns: 'late', title: 'Danh sách hồ sơ trễ hạn' }),
    )
    expect(Object.keys(headAndFirst(sheet))).toEqual([
      'STT',
      'Mã hồ sơ',
      'Người nộp',
      'Xã/phường',
      'Ngày tiếp nhận',
      'Hẹn trả',
      'Có kết quả',
      'Trạng thái',
      'Người thụ lý',
      'Số ngày trễ (ngày làm việc)',
      'Xin lỗi, hẹn lại',
      'Nguyên nhân trễ',
    ])
    expect(headAndFirst(sheet)['Số ngày trễ (ngày làm việc)']).toBe(5)
  })

  it('tells of the apology, its new day and the cause in words', async () => {
    const apology = {
      ...{ state: 'approved' as const, late: true },
      ...{ dueOn: civilDate('2020-02-03'), sentOn: civilDate('2020-01-20') },
    }
    const rows = [dossier({ apology, lateCause: 'tax-office' })]
    const causes = new Map([['tax-office', 'Chờ cơ quan thuế']])
    const first = headAndFirst(await readSheet(await listOf(rows, { columns: 'late', causes })))
    expect(first['Xin lỗi, hẹn lại']).toBe('Đã gửi 20/01/2020 (gửi muộn), hẹn 03/02/2020')
    expect(first['Nguyên nhân trễ']).toBe('Chờ cơ quan thuế')
  })

  it('shows 0 where only days off have passed since the due date', async () => {
    const sheet = await readSheet(await listOf([dossier({ workingDays: 0 })], { columns: 'late' }))
    expect(headAndFirst(sheet)['Số ngày trễ (ngày làm việc)']).toBe(0)
  })
})

describe('a name that looks like something else', () => {
  const names = [
    '=1+1',
    '+84912',
    '-2',
    '@SUM(A1)',
    '#N/A',
    '#REF!',
    '<b>&"',
    '_x0041_',
    '0012',
    '01/02/2020',
    'TRUE',
  ]

  it.each(names)('stays the text %s', async (name) => {
    const bytes = await listOf([dossier({ applicantName: name, idNumber: name })])
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
    expect(xml).not.toMatch(/<f[ >/]/)
    expect(xml).not.toContain('t="e"')
    const row = rowWith(await readSheet(bytes), '000.00.22.H32-200102-0001')
    expect([row[2], row[3]]).toEqual([name, name])
  })

  it.each(names)('is kept in a cell of the text format: %s', async (name) => {
    const bytes = await listOf([dossier({ applicantName: name })])
    const row = (await readSheet(bytes)).rows.findIndex((cells) => cells[2] === name) + 1
    const cell = new RegExp(`<c r="C${row}"[^>]*>`).exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))?.[0]
    expect(cell).toMatch(/ t="(s|inlineStr)"/)
    const sheet = await readSheet(bytes)
    expect(sheet.cells?.get(`${row - 1},2`)?.style?.numFmt).toBe('@')
  })

  it('loses characters no file may hold', async () => {
    const sheet = await readSheet(await listOf([dossier({ applicantName: 'A\u0000B\uffff\ud800' })]))
    expect(rowWith(sheet, '000.00.22.H32-200102-0001')[2]).toBe('A B \ufffd')
  })
})

describe('the file', () => {
  it('has its elements in the order Excel demands', async () => {
    const bytes = await listOf([dossier()])
    const order = (part: string, demanded: string[]): void => {
      const found = childrenOf(partOf(bytes, part))
      expect(found).toEqual(demanded.filter((name) => found.includes(name)))
    }
    order('xl/worksheets/sheet1.xml', WORKSHEET_ORDER)
    order('xl/workbook.xml', WORKBOOK_ORDER)
    order('xl/styles.xml', STYLES_ORDER)
  })
})
