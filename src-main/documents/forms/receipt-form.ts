/**
 * Mẫu 01, *Giấy tiếp nhận hồ sơ và hẹn trả kết quả*: what the applicant takes home. Vietnamese only, as the law has it.
 */
import {
  type CivilDate,
  type Instant,
  type TimeOfDay,
  dateOfInstant,
  formatDate,
} from '../../domain/civil-date.ts'
import type { Term } from '../../domain/clock.ts'
import type { Particulars, ReturnWay } from '../../domain/dossier.ts'
import { writeCodes } from './codes.ts'
import { type OfficeHead, dateInWords, instantInWords, momentInWords, writeHead } from './head.ts'
import { copyWords, formNumber } from './numbers.ts'
import { MM, type Paper, SIZE, openPaper } from './paper.ts'
import {
  BLANK,
  type Signature,
  signaturesHeight,
  writeField,
  writeFieldPair,
  writeSignatures,
} from './parts.ts'
import { SIGN_HINT, writeRequest } from './slip.ts'
import { writeTable } from './table.ts'

/** When the result is promised: one appointment, or two with the second unknown until payment is proved. */
export type Appointment =
  | { kind: 'one'; on: CivilDate }
  | { kind: 'two'; first: CivilDate | null; second: CivilDate | null; secondTerm: number }

/** All that stands on a receipt. */
export interface Receipt {
  office: OfficeHead
  /** Number in the series of the year. */
  number: number
  /** 1 for the first print, 2 for the second … */
  copy: number
  printedAt: Instant
  code: string
  procedureName: string
  particulars: Particulars
  term: Term
  receivedOn: CivilDate
  /** `null` where the hour is not known. */
  receivedAt: Instant | null
  appointment: Appointment
  /** Closing hour: the hour of the return. */
  hour: TimeOfDay
  /** The clock stands still since that day: the date of return will be counted again. */
  stoppedSince: CivilDate | null
  /** For procedures with payment the receipt says where the tax notice is handed out. */
  taxNotice: boolean
  /** Who received the dossier; empty where that is not known. */
  receivedBy: string
  /** 2: one for the dossier and one for the applicant, in one file. The applicant's alone where nothing is said. */
  leaves?: 1 | 2
}

const TITLE = 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ'
/** The receipt is made out twice: one goes with the dossier, one home. */
const LEAVES = ['Liên 1: lưu cùng hồ sơ', 'Liên 2: giao người nộp hồ sơ']

/** Makes the receipt. The same receipt gives the same bytes. */
export async function receiptForm(receipt: Receipt): Promise<Uint8Array> {
  const { code, number, copy, printedAt } = receipt
  const paper = await openPaper({
    title: `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${code}`,
    foot: `Mã hồ sơ ${code} - Số ${formNumber('receipt', number)}${copyWords(copy)}`,
    madeAt: printedAt,
  })
  if (receipt.leaves !== 2) await writeReceipt(paper, receipt)
  else {
    for (const leaf of LEAVES) {
      paper.leaf(leaf)
      await writeReceipt(paper, receipt)
    }
  }
  return paper.finish()
}

async function writeReceipt(paper: Paper, receipt: Receipt): Promise<void> {
  const { code, number, printedAt, office } = receipt
  writeHead(paper, { office, number: formNumber('receipt', number), on: dateOfInstant(printedAt) })
  await writeCodes(paper, code)
  paper.text(TITLE, { face: 'bold', size: SIZE.title, align: 'center' })
  paper.text(`Mã hồ sơ: ${code}`, { face: 'bold', align: 'center' })
  paper.skip(2 * MM)
  writeApplicant(paper, receipt)
  writeDocuments(paper, receipt.particulars)
  writeTimes(paper, receipt)
  writeEnd(paper, receipt)
}

function writeApplicant(paper: Paper, { office, particulars, procedureName }: Receipt): void {
  const { applicantName, idNumber, address, phone, email, representative } = particulars
  writeField(paper, 'Bộ phận Tiếp nhận và Trả kết quả', office.name)
  writeField(paper, 'Tiếp nhận hồ sơ của', applicantName, 'bold')
  writeField(paper, 'Số định danh cá nhân/Mã số tổ chức', idNumber)
  if (representative !== '') writeField(paper, 'Người được ủy quyền (kèm giấy tờ)', representative)
  writeField(paper, 'Địa chỉ', address)
  writeFieldPair(paper, ['Số điện thoại', phone], ['Email', email])
  writeRequest(paper, procedureName, particulars)
}

function writeDocuments(paper: Paper, { documents, sets }: Particulars): void {
  if (documents.length === 0) writeField(paper, 'Thành phần hồ sơ nộp gồm', '')
  else {
    paper.need(30 * MM)
    paper.text('Thành phần hồ sơ nộp gồm:')
    paper.skip(1 * MM)
    writeTable(
      paper,
      [
        { title: 'STT', share: 8, align: 'center' },
        { title: 'Tên giấy tờ', share: 58 },
        { title: 'Bản chính', share: 11, align: 'center' },
        { title: 'Chứng thực', share: 13, align: 'center' },
        { title: 'Bản chụp', share: 10, align: 'center' },
      ],
      documents.map(({ name, originals, certifiedCopies, photocopies }, index) => [
        String(index + 1),
        name,
        ...[originals, certifiedCopies, photocopies].map((count) => (count === 0 ? '' : String(count))),
      ]),
    )
    paper.skip(1.5 * MM)
  }
  writeField(paper, 'Số lượng hồ sơ', `${two(sets)} (bộ)`)
}

function writeTimes(paper: Paper, receipt: Receipt): void {
  const { term, receivedAt, receivedOn, appointment, hour, stoppedSince } = receipt
  writeField(paper, 'Thời gian giải quyết hồ sơ theo quy định là', termInWords(term))
  const received = receivedAt === null ? dateInWords(receivedOn) : instantInWords(receivedAt)
  writeField(paper, 'Thời gian nhận hồ sơ', received)
  if (appointment.kind === 'one') {
    writeField(paper, 'Thời gian trả kết quả giải quyết hồ sơ', momentInWords(appointment.on, hour), 'bold')
  } else {
    const { first, second, secondTerm } = appointment
    paper.text('Thời gian trả kết quả giải quyết hồ sơ:')
    writeField(paper, '- Hẹn lần 1 (chuyển thông tin đến cơ quan thuế)', promised(first, hour), 'bold')
    const later = `sau ${two(secondTerm)} ngày làm việc kể từ ngày có chứng từ nộp tiền`
    const result = second === null ? later : momentInWords(second, hour)
    writeField(paper, '- Hẹn lần 2 (trả kết quả)', result, 'bold')
  }
  if (stoppedSince !== null) {
    const since = formatDate(stoppedSince)
    paper.text(
      `Thời hạn đang tạm dừng từ ngày ${since}; ngày trả kết quả được tính lại khi tiếp tục giải quyết.`,
      {
        face: 'italic',
      },
    )
  }
}

function promised(on: CivilDate | null, hour: TimeOfDay): string {
  return on === null ? 'chưa xác định' : momentInWords(on, hour)
}

function writeEnd(paper: Paper, { particulars, taxNotice, receivedBy }: Receipt): void {
  const signatures: Signature[] = [
    {
      title: 'NGƯỜI NỘP HỒ SƠ',
      hint: SIGN_HINT,
      // Somebody else signs for who is represented, and writes the name.
      name: particulars.representative === '' ? particulars.applicantName : '',
    },
    { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: SIGN_HINT, name: receivedBy },
  ]
  const collect = collectAt(particulars.returnWay, particulars.address)
  writeField(paper, 'Nhận kết quả tại', collect)
  if (taxNotice) writeField(paper, 'Nơi nhận thông báo thuế', '')
  // The book's line and the signatures stay together: a sheet with signatures alone could belong to anything.
  const line = `Vào Sổ theo dõi hồ sơ, Quyển số: ${BLANK} Số thứ tự: ${BLANK}`
  paper.need(paper.heightOf(line, paper.width) + 4 * MM + signaturesHeight(paper, signatures))
  paper.text(line)
  paper.skip(4 * MM)
  writeSignatures(paper, signatures)
}

function collectAt(way: ReturnWay, address: string): string {
  switch (way) {
    case 'counter':
      return 'Bộ phận Tiếp nhận và Trả kết quả'
    case 'post':
      return `địa chỉ của người nộp, qua dịch vụ bưu chính công ích${address === '' ? '' : ` (${address})`}`
    case 'online':
      return 'Cổng dịch vụ công (kết quả điện tử)'
  }
}

function termInWords({ term, unit }: Term): string {
  if (term === 0) return 'trong ngày'
  return `${two(term)} ${unit === 'working-day' ? 'ngày làm việc' : 'ngày'}`
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}
