/**
 * The head of every official form: agency and branch on the left, the national motto on the right, number and place below.
 */
import { type CivilDate, type Instant, dateOfInstant, timeOfInstant } from '../../domain/civil-date.ts'
import { MM, type Paper, type TextLook } from './paper.ts'

/** The office as its forms name it. */
export interface OfficeHead {
  parentAgency: string
  name: string
  /** Named before the date; may be empty. */
  place: string
}

/** What the head of a form says. */
export interface FormHead {
  office: OfficeHead
  /** Number and series, `12/TNHS`; `null` on what has no series: lists, the book, the control sheet. */
  number: string | null
  on: CivilDate
}

/** `ngày 05 tháng 02 năm 2026`: days below ten and the first two months have a nought, by the rules for documents. */
export function dateInWords(date: CivilDate): string {
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), date.slice(8, 10)]
  return `ngày ${day} tháng ${month < 3 ? `0${month}` : month} năm ${year}`
}

/** `08 giờ 30 phút, ngày …`; the day alone where the hour is not known. */
export function momentInWords(date: CivilDate, time: string | null): string {
  if (time === null) return dateInWords(date)
  return `${time.slice(0, 2)} giờ ${time.slice(3, 5)} phút, ${dateInWords(date)}`
}

/** A moment in the office's time, in words. */
export function instantInWords(moment: Instant): string {
  return momentInWords(dateOfInstant(moment), timeOfInstant(moment))
}

/** Both halves stand side by side and need not be equally high. */
export function writeHead(paper: Paper, { office, number, on }: FormHead): void {
  const top = paper.y
  const gap = 5 * MM
  const leftWidth = (paper.width - gap) * 0.46
  const rightWidth = paper.width - gap - leftWidth
  const right = paper.left + leftWidth + gap
  const agencyLook: TextLook = { size: 12, align: 'center' }
  paper.at(
    { x: paper.left, y: top, width: leftWidth },
    office.parentAgency.toLocaleUpperCase('vi'),
    agencyLook,
  )
  paper.at({ x: paper.left, y: paper.y, width: leftWidth }, office.name.toLocaleUpperCase('vi'), {
    ...agencyLook,
    face: 'bold',
  })
  const leftEnd = rule(paper, paper.left, leftWidth, leftWidth / 3)
  const motto = 'Độc lập - Tự do - Hạnh phúc'
  const mottoLook: TextLook = { face: 'bold', align: 'center' }
  paper.at({ x: right, y: top, width: rightWidth }, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', {
    ...mottoLook,
    size: 12,
  })
  paper.at({ x: right, y: paper.y, width: rightWidth }, motto, mottoLook)
  const rightEnd = rule(paper, right, rightWidth, paper.widthOf(motto, mottoLook))
  const below = Math.max(leftEnd, rightEnd) + 1.5 * MM
  paper.y = below
  if (number !== null) {
    paper.at({ x: paper.left, y: below, width: leftWidth }, `Số: ${number}`, { align: 'center' })
  }
  const place =
    office.place === '' ? dateInWords(on).replace('ngày', 'Ngày') : `${office.place}, ${dateInWords(on)}`
  const numberEnd = paper.y
  paper.at({ x: right, y: below, width: rightWidth }, place, { face: 'italic', align: 'center' })
  paper.y = Math.max(numberEnd, paper.y) + 2 * MM
}

/** The line under agency and motto; returns where it ends. */
function rule(paper: Paper, x: number, width: number, length: number): number {
  const y = paper.y + 2.5
  const from = x + (width - length) / 2
  paper.line(from, y, from + length, y, 0.8)
  return y + 2
}
