/**
 * *Phiếu giải trình hồ sơ trễ hạn*: why one dossier was late, and whose days they were.
 */
import { type CivilDate, formatDate } from '../../domain/civil-date.ts'
import { MM, SIZE } from './paper.ts'
import { type Signature, writeBlock, writeClosing, writeField } from './parts.ts'
import { SEAL_HINT, SIGN_HINT, type Sheet, type Signer, beginSheet, writeTitle } from './slip.ts'
import { type Column, writeTable } from './table.ts'

/** A part of the dossier's way, with its own term. All days are working days. */
export interface ExplainedLeg {
  /** `Thẩm tra hồ sơ`. */
  label: string
  /** Who had it: a desk, the tax office, the commune, the applicant. */
  agency: string
  from: CivilDate
  /** `null` while it runs. */
  to: CivilDate | null
  /** `null` for a leg without a term of its own. */
  term: number | null
  used: number
  late: number
}

/** All that stands on an explanation. */
export interface Explanation extends Sheet {
  code: string
  procedureName: string
  applicantName: string
  /** Who has the dossier; empty where nobody has. */
  holder: string
  receivedOn: CivilDate
  /** The day first promised. */
  dueOn: CivilDate
  /** The day of a re-appointment, `null` for none. */
  newDueOn: CivilDate | null
  /** When the result was ready; `null` while it is not. */
  endedOn: CivilDate | null
  /** In working days, against the day first promised. */
  daysLate: number
  legs: readonly ExplainedLeg[]
  cause: string
  /** The apology's number and day, `null` for none. */
  apology: { number: string; on: CivilDate } | null
  /** What was done about it; empty to write it by hand. */
  done: string
  /** Who explains. */
  explainedBy: string
  signer: Signer
}

const TITLE = 'PHIẾU GIẢI TRÌNH HỒ SƠ TRỄ HẠN'
const DAYS = 'Số ngày làm việc'
const COLUMNS: readonly Column[] = [
  { title: 'STT', share: 11, align: 'center' },
  { title: 'Giai đoạn', share: 38 },
  { title: 'Cơ quan, bộ phận', share: 38 },
  { title: 'Từ ngày', share: 23, align: 'center' },
  { title: 'Đến ngày', share: 23, align: 'center' },
  { title: 'Thời hạn', group: DAYS, share: 15, align: 'center' },
  { title: 'Đã dùng', group: DAYS, share: 15, align: 'center' },
  { title: 'Trễ', group: DAYS, share: 13, align: 'center' },
]

/** Makes the explanation. The same input gives the same bytes. */
export async function explanationForm(explanation: Explanation): Promise<Uint8Array> {
  const { code, legs, apology, explainedBy, signer } = explanation
  const paper = await beginSheet(explanation, {
    title: `Phiếu giải trình hồ sơ trễ hạn ${code}`,
    foot: `Phiếu giải trình hồ sơ trễ hạn - Mã hồ sơ ${code}`,
  })
  await writeTitle(paper, TITLE, code)
  for (const [label, value] of datesOf(explanation)) writeField(paper, label, value)
  writeField(paper, 'Số ngày trễ', `${explanation.daysLate} ngày làm việc`, 'bold')
  paper.skip(2 * MM)
  if (legs.length > 0) {
    writeTable(paper, COLUMNS, legs.map(rowOf), { size: SIZE.small })
    paper.skip(2 * MM)
  }
  writeBlock(paper, 'Nguyên nhân trễ hạn', explanation.cause)
  const sent = apology === null ? 'chưa gửi' : `số ${apology.number}, ngày ${formatDate(apology.on)}`
  writeField(paper, 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', sent)
  writeBlock(paper, 'Biện pháp đã thực hiện', explanation.done)
  const signatures: Signature[] = [
    { title: 'NGƯỜI GIẢI TRÌNH', hint: SIGN_HINT, name: explainedBy },
    { title: signer.title || 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ', hint: SEAL_HINT, name: signer.name },
  ]
  writeClosing(paper, [], signatures)
  return paper.finish()
}

function datesOf(explanation: Explanation): [label: string, value: string][] {
  const { applicantName, procedureName, holder, receivedOn, dueOn, newDueOn, endedOn } = explanation
  const again = newDueOn === null ? '' : `, hẹn lại ngày ${formatDate(newDueOn)}`
  return [
    ['Người nộp hồ sơ', applicantName],
    ['Thủ tục', procedureName],
    ['Người thụ lý', holder],
    ['Ngày tiếp nhận', formatDate(receivedOn)],
    ['Ngày hẹn trả kết quả', `${formatDate(dueOn)}${again}`],
    ['Ngày có kết quả', endedOn === null ? 'chưa có kết quả' : formatDate(endedOn)],
  ]
}

function rowOf({ label, agency, from, to, term, used, late }: ExplainedLeg, index: number): string[] {
  return [
    String(index + 1),
    label,
    agency,
    formatDate(from),
    to === null ? 'đang xử lý' : formatDate(to),
    term === null ? '' : String(term),
    String(used),
    String(late),
  ]
}
