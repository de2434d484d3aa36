import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { type Book, type BookLine, bookForm } from './book-form.ts'
import { TEST_HEAD, TEST_ISSUE, TEST_PROCEDURE } from './test-forms.ts'
import { sheetsOf } from './test-pdf.ts'

const codeOf = (number: number): string => `000.00.22.H32-261123-${String(number).padStart(4, '0')}`
const lineOf = (number: number): BookLine => ({
  number,
  code: codeOf(number),
  procedureName: TEST_PROCEDURE,
  applicantName: 'Nguyễn Thị Hoàng Oanh',
  address: '12/4 Trần Phú',
  phone: '0905123456',
  agency: 'Chi nhánh Nha Trang',
  receivedOn: civilDate('2026-11-23'),
  dueOn: civilDate('2026-12-02'),
  newDueOn: null,
  returnedOn: civilDate('2026-12-01'),
  returnWay: 'post',
})
const BOOK: Book = {
  office: TEST_ISSUE.office,
  on: civilDate('2026-12-31'),
  printedAt: TEST_ISSUE.printedAt,
  field: 'Đất đai',
  volume: '02/2026',
  from: civilDate('2026-11-01'),
  to: civilDate('2026-11-30'),
  lines: [lineOf(1)],
}
/** Codes are broken after their dash, for the column is narrow. */
const withoutBreaks = (text: string): string => text.replaceAll('- ', '-')

describe('the register book', () => {
  it('has the columns of the form and a line a dossier', async () => {
    const [sheet = ''] = await sheetsOf(await bookForm(BOOK))
    const lines = [
      ...TEST_HEAD,
      'SỔ THEO DÕI HỒ SƠ',
      'Lĩnh vực: Đất đai. Quyển số: 02/2026',
      'Từ ngày 01/11/2026 đến hết ngày 30/11/2026',
      'Ngày, tháng, năm',
      'STT (1) Mã hồ sơ (2) Tên thủ tục hành chính (3) Tên cá nhân, tổ chức (4)',
      'Địa chỉ, số điện thoại (5) Cơ quan chủ trì giải quyết (6)',
      'Nhận hồ sơ (7) Hẹn trả kết quả (8) Trả kết quả (9) Phương thức nhận kết quả (10) Ký nhận (11)',
      '12/4 Trần Phú 0905123456 Chi nhánh Nha Trang 23/11/2026 02/12/2026 01/12/2026 Bưu chính',
      'Cộng: 1 hồ sơ.',
    ]
    for (const line of lines) expect(sheet).toContain(line)
    expect(withoutBreaks(sheet)).toContain(`1 ${codeOf(1)} ${TEST_PROCEDURE}`)
    expect(sheet).not.toContain('Số: ')
  })
  it('keeps both dates of a dossier with another appointment, and none where payment is waited for', async () => {
    const again = { ...lineOf(1), newDueOn: civilDate('2026-12-09'), returnedOn: null }
    const [first = ''] = await sheetsOf(await bookForm({ ...BOOK, lines: [again] }))
    expect(first).toContain('23/11/2026 02/12/2026 Hẹn lại: 09/12/2026 Bưu chính')
    const open = { ...lineOf(1), dueOn: null, returnedOn: null }
    const [second = ''] = await sheetsOf(await bookForm({ ...BOOK, lines: [open] }))
    expect(second).toContain('23/11/2026 Bưu chính')
  })
  it('repeats its titles and numbers its sheets, and leaves no line out', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => lineOf(index + 1))
    const sheets = await sheetsOf(await bookForm({ ...BOOK, lines }))
    expect(sheets.length).toBeGreaterThan(5)
    sheets.forEach((sheet, index) => {
      expect(sheet).toContain(`Trang ${index + 1}/${sheets.length}`)
      expect(sheet).toContain('Ký nhận (11)')
    })
    const text = withoutBreaks(sheets.join(' '))
    for (const { code } of lines) expect(text.split(code)).toHaveLength(2)
    expect(sheets.at(-1)).toContain('Cộng: 120 hồ sơ.')
  })
  it('tears a line that is higher than a sheet, and loses none of its words', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `từ${index}`)
    const sheets = await sheetsOf(
      await bookForm({ ...BOOK, lines: [{ ...lineOf(1), address: words.join(' ') }, lineOf(2)] }),
    )
    const text = sheets.join(' ')
    for (const word of words) expect(text).toContain(word)
    expect(withoutBreaks(text)).toContain(codeOf(2))
  })
  it('of a field without dossiers is a sheet with titles', async () => {
    const [sheet] = await sheetsOf(await bookForm({ ...BOOK, volume: '', lines: [] }))
    expect(sheet).toContain('Mã hồ sơ')
    expect(sheet).toMatch(/Quyển số: \.{24}/)
    expect(sheet).toContain('Cộng: 0 hồ sơ.')
  })
})
