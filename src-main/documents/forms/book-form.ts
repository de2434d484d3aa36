/**
 * Mẫu 06, *Sổ theo dõi hồ sơ*: the register on paper, one book a field.
 */
import { type CivilDate, formatDate } from '../../domain/civil-date.ts'
import type { ReturnWay } from '../../domain/dossier.ts'
import { MM } from './paper.ts'
import { BLANK } from './parts.ts'
import { type Sheet, beginSheet, dateOrNothing, writeListTitle } from './slip.ts'
import { type Column, writeTable } from './table.ts'

/** A line of the book. */
export interface BookLine {
  /** The line's number in the book. */
  number: number
  code: string
  procedureName: string
  applicantName: string
  address: string
  phone: string
  /** The agency or desk in charge. */
  agency: string
  receivedOn: CivilDate
  /** The day first promised; `null` where it waits for the proof of payment. */
  dueOn: CivilDate | null
  /** The day of a re-appointment; stands beside the first one. */
  newDueOn: CivilDate | null
  returnedOn: CivilDate | null
  returnWay: ReturnWay
}

/** The book of a field, or a part of it. */
export interface Book extends Sheet {
  /** `Đất đai`. */
  field: string
  /** Which volume, empty to write it by hand. */
  volume: string
  /** The days of reception it goes over, both in. */
  from: CivilDate
  to: CivilDate
  lines: readonly BookLine[]
}

const TITLE = 'SỔ THEO DÕI HỒ SƠ'
const DATES = 'Ngày, tháng, năm'
const COLUMNS: readonly Column[] = [
  { title: 'STT', share: 11, align: 'center' },
  { title: 'Mã hồ sơ', share: 26, align: 'center' },
  { title: 'Tên thủ tục hành chính', share: 48 },
  { title: 'Tên cá nhân, tổ chức', share: 33 },
  { title: 'Địa chỉ, số điện thoại', share: 40 },
  { title: 'Cơ quan chủ trì giải quyết', share: 28 },
  { title: 'Nhận hồ sơ', group: DATES, share: 19, align: 'center' },
  { title: 'Hẹn trả kết quả', group: DATES, share: 19, align: 'center' },
  { title: 'Trả kết quả', group: DATES, share: 19, align: 'center' },
  { title: 'Phương thức nhận kết quả', share: 19, align: 'center' },
  { title: 'Ký nhận', share: 16, align: 'center' },
]
const RETURN_WORDS: Record<ReturnWay, string> = {
  counter: 'Trực tiếp',
  post: 'Bưu chính',
  online: 'Trực tuyến',
}
const COUNT = new Intl.NumberFormat('vi-VN')

/** Makes the book. The same input gives the same bytes. */
export async function bookForm(book: Book): Promise<Uint8Array> {
  const { field, volume, from, to, lines } = book
  const paper = await beginSheet(book, {
    title: `Sổ theo dõi hồ sơ lĩnh vực ${field}`,
    foot: `Sổ theo dõi hồ sơ - ${book.office.name} - Lĩnh vực ${field}`,
    landscape: true,
  })
  writeListTitle(paper, TITLE, [
    `Lĩnh vực: ${field}. Quyển số: ${volume === '' ? BLANK : volume}`,
    `Từ ngày ${formatDate(from)} đến hết ngày ${formatDate(to)}`,
  ])
  writeTable(paper, COLUMNS, lines.map(rowOf), { size: 9, numbered: true, after: 10 * MM })
  paper.skip(2 * MM)
  paper.text(`Cộng: ${COUNT.format(lines.length)} hồ sơ.`, { face: 'bold' })
  return paper.finish()
}

function rowOf(line: BookLine): string[] {
  const { number, code, procedureName, applicantName, address, phone, agency } = line
  return [
    String(number),
    code,
    procedureName,
    applicantName,
    [address, phone].filter((part) => part !== '').join('\n'),
    agency,
    formatDate(line.receivedOn),
    appointmentOf(line),
    dateOrNothing(line.returnedOn),
    RETURN_WORDS[line.returnWay],
    '',
  ]
}

function appointmentOf({ dueOn, newDueOn }: BookLine): string {
  const again = newDueOn === null ? '' : `Hẹn lại: ${formatDate(newDueOn)}`
  return [dateOrNothing(dueOn), again].filter((part) => part !== '').join('\n')
}
