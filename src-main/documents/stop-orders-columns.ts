/**
 * The columns of a file of stop orders: as this program writes them, and how else offices call them.
 */

/** The columns in their order. */
export const STOP_COLUMNS = [
  'commune',
  'map_sheet',
  'plot',
  'document',
  'agency',
  'issued_on',
  'reason',
  'lifted_on',
  'lifted_document',
] as const
export type StopColumn = (typeof STOP_COLUMNS)[number]

/** Without these a file is no list of stop orders. */
export const NEEDED_STOP_COLUMNS: readonly StopColumn[] = [
  'commune',
  'map_sheet',
  'plot',
  'document',
  'agency',
  'issued_on',
]

/** The heads this program writes. */
export const STOP_HEADS: Readonly<Record<StopColumn, string>> = {
  commune: 'Xã/Phường',
  map_sheet: 'Số tờ',
  plot: 'Số thửa',
  document: 'Số văn bản',
  agency: 'Cơ quan ban hành',
  issued_on: 'Ngày ban hành',
  reason: 'Lý do',
  lifted_on: 'Ngày giải tỏa',
  lifted_document: 'Văn bản giải tỏa',
}

/** Further names of each column, folded (no diacritics, lower case). */
export const STOP_TITLES: Readonly<Record<StopColumn, readonly string[]>> = {
  commune: ['xa phuong', 'xa', 'phuong', 'xa phuong thi tran', 'phuong xa', 'don vi hanh chinh'],
  map_sheet: ['so to', 'to', 'to bd', 'to ban do', 'so to ban do', 'to ban do so', 'map sheet'],
  plot: ['so thua', 'thua', 'thua dat', 'so thua dat', 'thua dat so'],
  document: [
    'so van ban',
    'van ban',
    'van ban ngan chan',
    'so van ban ngan chan',
    'so cong van',
    'so ky hieu',
  ],
  agency: ['co quan ban hanh', 'co quan', 'noi ban hanh', 'noi gui', 'don vi ban hanh', 'co quan yeu cau'],
  issued_on: ['ngay ban hanh', 'ngay van ban', 'ngay', 'ngay ngan chan', 'issued', 'issued on'],
  reason: ['ly do', 'noi dung', 'noi dung ngan chan', 'ly do ngan chan', 'trich yeu', 'ghi chu'],
  lifted_on: ['ngay giai toa', 'ngay huy ngan chan', 'ngay go ngan chan', 'lifted', 'lifted on'],
  lifted_document: ['van ban giai toa', 'so van ban giai toa', 'van ban huy ngan chan', 'lifted by'],
}
