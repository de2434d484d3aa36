/**
 * What the slips of one dossier have in common: head, number, codes, title, whose dossier it is.
 */
import { type CivilDate, type Instant, formatDate } from '../../domain/civil-date.ts'
import type { Particulars } from '../../domain/dossier.ts'
import { writeCodes } from './codes.ts'
import { type OfficeHead, writeHead } from './head.ts'
import { type NumberedForm, copyWords, formNumber } from './numbers.ts'
import { MM, type Paper, type PaperTitle, SIZE, openPaper } from './paper.ts'
import { writeField, writeFieldPair } from './parts.ts'

/** What every form of a series is given, whatever it says. */
export interface Issue {
  office: OfficeHead
  /** Number in the series of the year. */
  number: number
  /** 1 for the first print, 2 for the second … */
  copy: number
  /** The date of the form; a further print keeps it. */
  issuedOn: CivilDate
  printedAt: Instant
}

/** Who signs for the office: the head, or whoever acts for the head. */
export interface Signer {
  /** `GIÁM ĐỐC`, `KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC`; empty for the words of the form. */
  title: string
  name: string
}

/** What is asked for under the title of one who signs. */
export const SIGN_HINT = '(Ký và ghi rõ họ tên)'
export const SEAL_HINT = '(Ký, ghi rõ họ tên và đóng dấu)'

/** Slips are short: their lines have room. */
export const SLIP_LINE_GAP = 3

/** Begins a slip down to its title. Without a code, as before a dossier was received, it has none to scan. */
export async function beginSlip(
  form: NumberedForm,
  { office, number, copy, issuedOn, printedAt }: Issue,
  { title, code }: { title: string; code: string },
): Promise<Paper> {
  const numbered = formNumber(form, number)
  const foot = `Số ${numbered}${copyWords(copy)}`
  const paper = await openPaper({
    title: [sentence(title), code].filter((part) => part !== '').join(' '),
    foot: code === '' ? foot : `Mã hồ sơ ${code} - ${foot}`,
    madeAt: printedAt,
    lineGap: SLIP_LINE_GAP,
  })
  writeHead(paper, { office, number: numbered, on: issuedOn })
  await writeTitle(paper, title, code)
  return paper
}

/** What a form without a series is given. */
export interface Sheet {
  office: OfficeHead
  /** The date it bears. */
  on: CivilDate
  printedAt: Instant
}

/** Begins a sheet without a number, down to its head. */
export async function beginSheet(
  { office, on, printedAt }: Sheet,
  look: Omit<PaperTitle, 'madeAt'>,
): Promise<Paper> {
  const paper = await openPaper({ ...look, madeAt: printedAt })
  writeHead(paper, { office, number: null, on })
  return paper
}

/** The title of a list, and what is said under it. */
export function writeListTitle(paper: Paper, title: string, lines: readonly string[]): void {
  paper.skip(2 * MM)
  paper.text(title, { face: 'bold', size: SIZE.title, align: 'center' })
  for (const line of lines) paper.text(line, { face: 'italic', align: 'center' })
  paper.skip(3 * MM)
}

/** The date as lists have it; nothing where there is none. */
export function dateOrNothing(date: CivilDate | null): string {
  return date === null ? '' : formatDate(date)
}

/** Codes, title and the code in words. */
export async function writeTitle(paper: Paper, title: string, code: string): Promise<void> {
  if (code === '') paper.skip(6 * MM)
  else await writeCodes(paper, code)
  paper.text(title, { face: 'bold', size: SIZE.title, align: 'center' })
  if (code !== '') paper.text(`Mã hồ sơ: ${code}`, { face: 'bold', align: 'center' })
  paper.skip(3 * MM)
}

/** Whose dossier it is and how they are reached. */
export function writeApplicant(
  paper: Paper,
  label: string,
  { applicantName, idNumber, address, phone, email, representative }: Particulars,
): void {
  writeField(paper, label, applicantName, 'bold')
  writeField(paper, 'Số định danh cá nhân/Mã số tổ chức', idNumber)
  if (representative !== '') writeField(paper, 'Người được ủy quyền', representative)
  writeField(paper, 'Địa chỉ', address)
  writeFieldPair(paper, ['Số điện thoại', phone], ['Email', email])
}

/** What was asked for, and the land it is about. */
export function writeRequest(paper: Paper, procedureName: string, particulars: Particulars): void {
  writeField(paper, 'Nội dung yêu cầu giải quyết', procedureName, 'bold')
  if (particulars.content !== '') paper.text(particulars.content)
  const parcel = parcelWords(particulars)
  if (parcel !== '') writeField(paper, 'Thửa đất', parcel)
}

/** `thửa số 345, tờ bản đồ số 12, Phường Lộc Thọ, giấy chứng nhận số CH 01234`. */
export function parcelWords({ mapSheet, plot, commune, certificateNumber }: Particulars): string {
  const parts = [
    ['thửa số ', plot],
    ['tờ bản đồ số ', mapSheet],
    ['', commune],
    ['giấy chứng nhận số ', certificateNumber],
  ] as const
  return parts
    .filter(([, value]) => value !== '')
    .map((part) => part.join(''))
    .join(', ')
}

/** `PHIẾU BÀN GIAO` → `Phiếu bàn giao`, as a file names itself. */
export function sentence(title: string): string {
  const lower = title.toLocaleLowerCase('vi')
  return lower.slice(0, 1).toLocaleUpperCase('vi') + lower.slice(1)
}
