/**
 * A dossier and an office for tests of forms.
 */
import { civilDate } from '../../domain/civil-date.ts'
import { EMPTY_PARTICULARS, type Particulars } from '../../domain/dossier.ts'
import type { Issue } from './slip.ts'
import { sheetsOf } from './test-pdf.ts'

export const TEST_CODE = '000.00.22.H32-261123-0001'

export const TEST_PROCEDURE =
  'Đăng ký biến động: chuyển đổi, chuyển nhượng, thừa kế, tặng cho, góp vốn quyền sử dụng đất'

export const TEST_ISSUE: Issue = {
  office: {
    parentAgency: 'Văn phòng Đăng ký đất đai tỉnh Khánh Hòa',
    name: 'Chi nhánh Nha Trang',
    place: 'Nha Trang',
  },
  number: 12,
  copy: 1,
  issuedOn: civilDate('2026-11-23'),
  printedAt: '2026-11-30T02:00:00.000Z',
}

export const TEST_PARTICULARS: Particulars = {
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
}

/** The head every form has, up to its number. */
export const TEST_HEAD = [
  'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI TỈNH KHÁNH HÒA',
  'CHI NHÁNH NHA TRANG',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
]

/** The applicant of {@link TEST_PARTICULARS} as slips name them. */
export const TEST_APPLICANT = [
  'Nguyễn Thị Hoàng Oanh',
  'Số định danh cá nhân/Mã số tổ chức: 056184001234',
  'Địa chỉ: 12/4 Trần Phú, phường Lộc Thọ',
  'Số điện thoại: 0905123456 Email: oanh@example.vn',
]

/** The whole text of a form. */
export async function textOf(bytes: Promise<Uint8Array>): Promise<string> {
  return (await sheetsOf(await bytes)).join(' ')
}
