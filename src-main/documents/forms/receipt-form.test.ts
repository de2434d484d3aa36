import { describe, expect, it } from 'vitest'
import { civilDate } from '../../domain/civil-date.ts'
import { EMPTY_PARTICULARS } from '../../domain/dossier.ts'
import { type Receipt, receiptForm } from './receipt-form.ts'
import { sheetsOf } from './test-pdf.ts'

const RECEIPT: Receipt = {
  office: {
    parentAgency: 'Văn phòng Đăng ký đất đai tỉnh Khánh Hòa',
    name: 'Chi nhánh Nha Trang',
    place: 'Nha Trang',
  },
  number: 12,
  copy: 1,
  printedAt: '2026-11-23T02:00:00.000Z',
  code: '000.00.22.H32-261123-0001',
  procedureName: 'Cấp đổi giấy chứng nhận',
  particulars: {
    ...EMPTY_PARTICULARS,
    applicantName: 'Nguyễn Thị Hoàng Oanh',
    idNumber: '056184001234',
    phone: '0905123456',
    email: 'oanh@example.vn',
    address: '12/4 Trần Phú, phường Lộc Thọ',
    commune: 'Phường Lộc Thọ',
    mapSheet: '12',
    plot: '345',
    certificateNumber: 'CH 01234',
    content: 'Cấp đổi do bản cũ bị ố',
    documents: [
      { name: 'Đơn đề nghị', originals: 1, certifiedCopies: 0, photocopies: 0 },
      { name: 'Giấy chứng nhận đã cấp', originals: 1, certifiedCopies: 2, photocopies: 3 },
    ],
    sets: 2,
  },
  term: { term: 7, unit: 'working-day' },
  receivedOn: civilDate('2026-11-23'),
  receivedAt: '2026-11-23T01:05:00.000Z',
  appointment: { kind: 'one', on: civilDate('2026-12-02') },
  hour: '17:00',
  stoppedSince: null,
  taxNotice: false,
  receivedBy: 'Lê Thị Cửa',
}

const textOf = async (changes: Partial<Receipt> = {}): Promise<string> =>
  (await sheetsOf(await receiptForm({ ...RECEIPT, ...changes }))).join(' ')
const withParticulars = (changes: Partial<Receipt['particulars']>): Partial<Receipt> => ({
  particulars: { ...RECEIPT.particulars, ...changes },
})

describe('the receipt', () => {
  it('says everything the form asks for, and the text can be taken out of the file again', async () => {
    const text = await textOf()
    expect(text.normalize('NFC')).toBe(text)
    const lines = [
      'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI TỈNH KHÁNH HÒA',
      'CHI NHÁNH NHA TRANG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 12/TNHS',
      'Nha Trang, ngày 23 tháng 11 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: 000.00.22.H32-261123-0001',
      'Tiếp nhận hồ sơ của: Nguyễn Thị Hoàng Oanh',
      'Số định danh cá nhân/Mã số tổ chức: 056184001234',
      'Địa chỉ: 12/4 Trần Phú, phường Lộc Thọ',
      'Số điện thoại: 0905123456 Email: oanh@example.vn',
      'Nội dung yêu cầu giải quyết: Cấp đổi giấy chứng nhận Cấp đổi do bản cũ bị ố',
      'Thửa đất: thửa số 345, tờ bản đồ số 12, Phường Lộc Thọ, giấy chứng nhận số CH 01234',
      '1 Đơn đề nghị 1 2 Giấy chứng nhận đã cấp 1 2 3',
      'Số lượng hồ sơ: 02 (bộ)',
      'Thời gian giải quyết hồ sơ theo quy định là: 07 ngày làm việc',
      'Thời gian nhận hồ sơ: 08 giờ 05 phút, ngày 23 tháng 11 năm 2026',
      'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 02 tháng 12 năm 2026',
      'Nhận kết quả tại: Bộ phận Tiếp nhận và Trả kết quả',
      'Quyển số:',
      'Số thứ tự:',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Lê Thị Cửa',
    ]
    for (const line of lines) expect(text).toContain(line)
    expect(text).not.toContain('Nơi nhận thông báo thuế')
    expect(text).not.toContain('bản in lần')
  })
  it('has two appointments where payment is waited for; the second is said in days until payment is proved', async () => {
    const two = { kind: 'two' as const, first: civilDate('2026-12-01'), second: null, secondTerm: 3 }
    const text = await textOf({ appointment: two, taxNotice: true })
    expect(text).toContain(
      'Hẹn lần 1 (chuyển thông tin đến cơ quan thuế): 17 giờ 00 phút, ngày 01 tháng 12 năm 2026',
    )
    expect(text).toContain('Hẹn lần 2 (trả kết quả): sau 03 ngày làm việc kể từ ngày có chứng từ nộp tiền')
    expect(text).toContain('Nơi nhận thông báo thuế')
    const proved = await textOf({ appointment: { ...two, second: civilDate('2027-02-05') } })
    expect(proved).toContain('Hẹn lần 2 (trả kết quả): 17 giờ 00 phút, ngày 05 tháng 02 năm 2027')
  })
  it('names who acts for the applicant and leaves that person to write the name', async () => {
    const text = await textOf(withParticulars({ representative: 'Trần Quốc Đạt, văn bản số 12' }))
    expect(text).toContain('Người được ủy quyền (kèm giấy tờ): Trần Quốc Đạt, văn bản số 12')
    expect(text.match(/Nguyễn Thị Hoàng Oanh/g)).toHaveLength(1)
  })
  it('leaves room to write where nothing is known', async () => {
    const nothing = { idNumber: '', address: '', phone: '', email: '', documents: [] }
    const text = await textOf({ ...withParticulars(nothing), receivedAt: null, receivedBy: '' })
    expect(text).toMatch(/Địa chỉ: \.{10}/)
    expect(text).toMatch(/Thành phần hồ sơ nộp gồm: \.{10}/)
    expect(text).toContain('Thời gian nhận hồ sơ: ngày 23 tháng 11 năm 2026')
  })
  it('says which print it is, and that the clock stands still', async () => {
    const text = await textOf({ copy: 3, stoppedSince: civilDate('2026-11-25') })
    expect(text).toContain('Số 12/TNHS, bản in lần 3')
    expect(text).toContain('Thời hạn đang tạm dừng từ ngày 25/11/2026')
  })
  it.each([
    ['counter', 'Nhận kết quả tại: Bộ phận Tiếp nhận và Trả kết quả'],
    ['post', 'qua dịch vụ bưu chính công ích (12/4 Trần Phú, phường Lộc Thọ)'],
    ['online', 'Cổng dịch vụ công'],
  ] as const)('says where the result is had: %s', async (returnWay, words) => {
    expect(await textOf(withParticulars({ returnWay }))).toContain(words)
  })
  it('goes on to a second sheet with its table titles, the signatures not alone on it', async () => {
    const documents = Array.from({ length: 30 }, (_, index) => ({
      name: `Văn bản thỏa thuận số ${index + 1} của các thành viên hộ gia đình về việc chuyển nhượng thửa đất`,
      originals: 1,
      certifiedCopies: 1,
      photocopies: 1,
    }))
    const sheets = await sheetsOf(await receiptForm({ ...RECEIPT, ...withParticulars({ documents }) }))
    expect(sheets.length).toBeGreaterThan(1)
    sheets.forEach((sheet, index) => {
      expect(sheet).toContain(`Trang ${index + 1}/${sheets.length}`)
      expect(sheet).toContain('Mã hồ sơ 000.00.22.H32-261123-0001')
    })
    expect(sheets[1]).toMatch(/^STT Tên giấy tờ/)
    expect(sheets.join(' ')).toContain('30 Văn bản thỏa thuận số 30')
    expect(sheets.at(-1)).toMatch(/Vào Sổ theo dõi hồ sơ.*NGƯỜI NỘP HỒ SƠ.*NGƯỜI TIẾP NHẬN HỒ SƠ/)
  })
  it('is had twice in one file, one to go with the dossier and one to go home', async () => {
    const sheets = await sheetsOf(await receiptForm({ ...RECEIPT, leaves: 2 }))
    expect(sheets).toHaveLength(2)
    expect(sheets[0]).toContain('Liên 1: lưu cùng hồ sơ')
    expect(sheets[1]).toContain('Liên 2: giao người nộp hồ sơ')
    for (const sheet of sheets) expect(sheet).toContain('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ')
  })
  it('is one sheet for an ordinary dossier', async () => {
    expect(await sheetsOf(await receiptForm(RECEIPT))).toHaveLength(1)
  })
  it('is the same to the byte for the same dossier, and another for another', async () => {
    const first = await receiptForm(RECEIPT)
    expect(await receiptForm(RECEIPT)).toEqual(first)
    expect(await receiptForm({ ...RECEIPT, code: '000.00.22.H32-261123-0002' })).not.toEqual(first)
  })
  it('takes a code that no bar code can hold, and text in letters with loose marks', async () => {
    const text = await textOf({
      code: 'HỒ SƠ 12',
      ...withParticulars({ applicantName: 'Đỗ Thị Bé'.normalize('NFD') }),
    })
    expect(text).toContain('Mã hồ sơ: HỒ SƠ 12')
    expect(text).toContain('Đỗ Thị Bé')
  })
})
