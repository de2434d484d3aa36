/**
 * Made-up people and places, spread as they are in a register: a third of all surnames are Nguyễn.
 */
import { EMPTY_PARTICULARS, type OnlineLevel, type Particulars } from '../../src-main/domain/dossier.ts'
import type { Chance } from '../random.ts'

const SURNAMES = [
  ...([
    ['Nguyễn', 34],
    ['Trần', 12],
    ['Lê', 10],
    ['Phạm', 7],
    ['Huỳnh', 5],
    ['Hoàng', 4],
    ['Phan', 4],
  ] as const),
  ...([
    ['Vũ', 2],
    ['Võ', 4],
    ['Đặng', 3],
    ['Bùi', 2],
    ['Đỗ', 2],
    ['Hồ', 2],
    ['Ngô', 2],
    ['Dương', 1],
  ] as const),
  ...([
    ['Lý', 1],
    ['Đinh', 1],
    ['Đoàn', 1],
    ['Trương', 2],
    ['Mai', 1],
  ] as const),
] as const
const MIDDLE = [
  'Văn',
  'Thị',
  'Đức',
  'Minh',
  'Ngọc',
  'Hữu',
  'Thanh',
  'Quốc',
  'Kim',
  'Xuân',
  'Đình',
  'Công',
  'Bảo',
]
const GIVEN = [
  ...['An', 'Anh', 'Ánh', 'Bình', 'Cường', 'Châu', 'Chi', 'Dung', 'Dũng', 'Duy', 'Đạt', 'Đức', 'Giang', 'Hà'],
  ...['Hải', 'Hạnh', 'Hiền', 'Hiếu', 'Hoa', 'Hòa', 'Hùng', 'Hương', 'Huy', 'Khánh', 'Lan', 'Linh', 'Long'],
  ...['Mai', 'Mỹ', 'Nam', 'Nga', 'Nghĩa', 'Nhung', 'Oanh', 'Phong', 'Phúc', 'Phương', 'Quân', 'Quang', 'Quý'],
  ...['Sơn', 'Tâm', 'Thảo', 'Thắng', 'Thủy', 'Tiến', 'Toàn', 'Trang', 'Trung', 'Tú', 'Tuấn', 'Vinh', 'Yến'],
]
const ORGANISATIONS = [
  'Ngân hàng TMCP Công Thương Việt Nam, chi nhánh Khánh Hòa',
  'Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam',
  'Công ty TNHH Đầu tư Xây dựng Hải Vân',
  'Công ty cổ phần Phát triển Nhà Nam Trung Bộ',
]
const STREETS = [
  ...['Lê Hồng Phong', 'Thống Nhất', 'Hùng Vương', '23 Tháng 10', 'Trần Phú', 'Nguyễn Trãi', 'Yersin'],
  ...['Lý Thánh Tôn', 'Phan Chu Trinh', 'Quang Trung', 'Hai Bà Trưng', 'Cao Bá Quát', 'Đồng Nai'],
]
const COMMUNES = [
  ...['Phước Hải', 'Vạn Thắng', 'Vĩnh Trung', 'Phước Tiến', 'Vĩnh Hải', 'Vĩnh Hòa', 'Lộc Thọ', 'Phước Long'],
  ...['Phước Đồng', 'Vĩnh Nguyên', 'Vĩnh Trường', 'Ngọc Hiệp', 'Phương Sài', 'Phương Sơn', 'Vĩnh Lương'],
  ...['Vĩnh Phương', 'Vĩnh Ngọc', 'Vĩnh Thạnh', 'Vĩnh Thái', 'Vĩnh Hiệp', 'Xương Huân', 'Tân Lập'],
]

/** Those who deal with dossiers. */
export const STAFF = [
  ...['Đỗ Thị Mỹ Linh', 'Đặng Thị Yến', 'Võ Đình Nam', 'Phạm Ngọc Lan', 'Trần Quốc Huy', 'Lê Thị Thu Hà'],
  ...['Nguyễn Hữu Phúc', 'Bùi Minh Tâm', 'Hồ Thanh Sơn', 'Trương Thị Kim Oanh'],
]

function applicant(chance: Chance): Pick<Particulars, 'applicantName' | 'idNumber'> {
  if (chance.happens(0.04)) return { applicantName: chance.pick(ORGANISATIONS), idNumber: chance.digits(10) }
  const middle = chance.happens(0.25) ? `${chance.pick(MIDDLE)} ${chance.pick(MIDDLE)}` : chance.pick(MIDDLE)
  return {
    applicantName: `${chance.weighted(SURNAMES)} ${middle} ${chance.pick(GIVEN)}`,
    idNumber: `0${chance.digits(11)}`,
  }
}

/** How dossiers came in, by year: online from a trickle to most of them. */
function channel(chance: Chance, year: number): Pick<Particulars, 'channel' | 'onlineLevel'> {
  if (!chance.happens(Math.min(0.75, 0.03 + (year - 2016) * 0.08))) {
    return { channel: chance.happens(0.05) ? 'postal' : 'direct', onlineLevel: null }
  }
  const levels: OnlineLevel[] = year < 2022 ? ['2', '3', '4'] : ['partial', 'full']
  return { channel: 'online', onlineLevel: chance.pick(levels) }
}

/** The particulars of one dossier. */
export function particulars(chance: Chance, year: number): Particulars {
  return {
    ...EMPTY_PARTICULARS,
    ...applicant(chance),
    ...channel(chance, year),
    phone: `09${chance.digits(8)}`,
    address: `${chance.between(1, 400)} ${chance.pick(STREETS)}`,
    representative: chance.happens(0.1) ? applicant(chance).applicantName : '',
    commune: chance.pick(COMMUNES),
    mapSheet: String(chance.between(1, 120)),
    plot: String(chance.between(1, 900)),
    certificateNumber: chance.happens(0.6) ? `CB ${chance.digits(6)}` : '',
    documents: [
      { name: 'Đơn đăng ký biến động', originals: 1, certifiedCopies: 0, photocopies: 0 },
      { name: 'Giấy chứng nhận đã cấp', originals: 1, certifiedCopies: 0, photocopies: chance.between(0, 1) },
    ],
  }
}
