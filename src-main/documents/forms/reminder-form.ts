/**
 * *Phiếu báo nhận kết quả*: a result lies ready and nobody has come for it.
 */
import { type CivilDate, formatDate } from '../../domain/civil-date.ts'
import { MM } from './paper.ts'
import { BLANK, writeClosing, writeField, writeNumbered, writeParagraph } from './parts.ts'
import { SIGN_HINT, SLIP_LINE_GAP, type Sheet, beginSheet, writeTitle } from './slip.ts'

/** All that stands on a reminder. */
export interface Reminder extends Sheet {
  code: string
  procedureName: string
  applicantName: string
  /** Where it is sent; may be empty. */
  address: string
  /** Since when the result lies ready. */
  readyOn: CivilDate
  /** Where it is handed out, and in which hours. */
  place: string
  hours: string
  /** What to bring, one by one. */
  bring: readonly string[]
  /** Who is asked, and how they are reached. */
  contact: { name: string; phone: string }
  /** Who signs. */
  sentBy: string
}

const TITLE = 'PHIẾU BÁO NHẬN KẾT QUẢ'

/** Makes the reminder. The same input gives the same bytes. */
export async function reminderForm(reminder: Reminder): Promise<Uint8Array> {
  const { code, office, applicantName, address, bring, contact } = reminder
  const paper = await beginSheet(reminder, {
    title: `Phiếu báo nhận kết quả ${code}`,
    foot: `Phiếu báo nhận kết quả - Mã hồ sơ ${code}`,
    lineGap: SLIP_LINE_GAP,
  })
  await writeTitle(paper, TITLE, code)
  paper.text(`Kính gửi: ${applicantName || BLANK}`, { face: 'bold', align: 'center' })
  if (address !== '') paper.text(`(Địa chỉ: ${address})`, { align: 'center' })
  paper.skip(3 * MM)
  writeParagraph(
    paper,
    `${office.name} thông báo: hồ sơ mã số ${code}, thủ tục “${reminder.procedureName}” của Ông/Bà/Tổ chức đã có kết quả từ ngày ${formatDate(reminder.readyOn)}; đến ngày ${formatDate(reminder.on)} chưa có người đến nhận.`,
  )
  writeParagraph(paper, 'Đề nghị Ông/Bà/Tổ chức đến nhận kết quả:')
  writeField(paper, '- Tại', reminder.place, 'bold')
  writeField(paper, '- Thời gian', reminder.hours)
  if (bring.length > 0) {
    paper.text('- Khi đến mang theo:')
    writeNumbered(paper, bring)
  }
  writeClosing(
    paper,
    [
      `Cần biết thêm, xin liên hệ với ${contact.name || BLANK}, số điện thoại ${contact.phone || BLANK}. Nếu Ông/Bà/Tổ chức đã nhận kết quả thì xin bỏ qua phiếu này./.`,
    ],
    [null, { title: 'NGƯỜI THÔNG BÁO', hint: SIGN_HINT, name: reminder.sentBy }],
  )
  return paper.finish()
}
