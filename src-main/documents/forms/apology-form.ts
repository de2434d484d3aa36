/**
 * Mẫu 04, *Phiếu xin lỗi và hẹn lại ngày trả kết quả*: the office asks for pardon and names another day.
 */
import type { CivilDate, Instant, TimeOfDay } from '../../domain/civil-date.ts'
import { dateInWords, instantInWords, momentInWords } from './head.ts'
import { MM, type Paper } from './paper.ts'
import { BLANK, writeBlock, writeClosing, writeParagraph } from './parts.ts'
import { type Issue, SEAL_HINT, type Signer, beginSlip } from './slip.ts'

/** A day with the hour it is promised for; the hour alone may be unknown. */
export interface PromisedMoment {
  on: CivilDate
  hour: TimeOfDay | null
}

/** All that stands on an apology. */
export interface ApologySlip extends Issue {
  code: string
  procedureName: string
  applicantName: string
  /** Where it is sent; may be empty. */
  address: string
  receivedOn: CivilDate
  /** `null` where the hour is not known. */
  receivedAt: Instant | null
  /** What was promised: stays beside the new day. */
  appointment: PromisedMoment
  newAppointment: PromisedMoment
  reason: string
  signer: Signer
}

/** Makes the slip. The same input gives the same bytes. */
export async function apologyForm(slip: ApologySlip): Promise<Uint8Array> {
  const title = 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ'
  const paper = await beginSlip('apology', slip, { title, code: slip.code })
  writeAddressee(paper, slip)
  const { office, code, procedureName, receivedAt, receivedOn, appointment, newAppointment } = slip
  const received = receivedAt === null ? dateInWords(receivedOn) : instantInWords(receivedAt)
  writeParagraph(
    paper,
    `Vào ${received}, ${office.name} tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục hành chính “${procedureName}” của Ông/Bà/Tổ chức; mã hồ sơ: ${code}.`,
  )
  writeParagraph(paper, `Thời gian hẹn trả kết quả giải quyết hồ sơ: ${momentOf(appointment)}.`)
  writeParagraph(
    paper,
    `Tuy nhiên đến nay, ${office.name} chưa thể hoàn thành để trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức đúng thời hạn ghi trong Giấy tiếp nhận hồ sơ và hẹn trả kết quả.`,
  )
  writeBlock(paper, 'Lý do', slip.reason)
  paper.skip(1 * MM)
  writeParagraph(
    paper,
    'Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của Ông/Bà/Tổ chức. Chúng tôi xin lỗi Ông/Bà/Tổ chức và sẽ trả kết quả giải quyết hồ sơ vào:',
  )
  paper.text(momentOf(newAppointment), { face: 'bold', align: 'center' })
  paper.skip(1 * MM)
  const { title: own, name } = slip.signer
  writeClosing(
    paper,
    ['Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./.'],
    [null, { title: own || 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ', hint: SEAL_HINT, name }],
  )
  return paper.finish()
}

function writeAddressee(paper: Paper, { applicantName, address }: ApologySlip): void {
  paper.text(`Kính gửi: ${applicantName || BLANK}`, { face: 'bold', align: 'center' })
  if (address !== '') paper.text(`(Địa chỉ: ${address})`, { align: 'center' })
  paper.skip(3 * MM)
}

function momentOf({ on, hour }: PromisedMoment): string {
  return momentInWords(on, hour)
}
