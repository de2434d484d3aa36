/**
 * People who had a dossier in the office before, and what the procedure they come for asks for.
 */

/** Somebody known in full. */
export const KNOWN = {
  applicantName: 'Nguyễn Văn Đức',
  idNumber: '056080001234',
  phone: '0905123456',
  email: 'duc@thu.vn',
  address: '12 Lê Hồng Phong, Nha Trang',
  commune: 'Phước Hải',
} as const

/** Others with numbers and names that begin like theirs. */
export const OTHERS = [
  { applicantName: 'Nguyễn Văn Đạt', idNumber: '056080004321', phone: '0905999888', commune: 'Vĩnh Hải' },
  { applicantName: 'Trần Thị Ánh', idNumber: '056190000777', phone: '0914000111', commune: 'Phước Long' },
] as const

/** What a transfer asks for. */
export const DOCUMENTS = [
  'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất',
  'Giấy chứng nhận đã cấp',
  'Hợp đồng chuyển nhượng, tặng cho đã công chứng',
  'Tờ khai thuế thu nhập cá nhân',
  'Tờ khai lệ phí trước bạ',
] as const
