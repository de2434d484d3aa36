/**
 * Names of files that leave the office: letters every system takes, so that mail and memory sticks keep them.
 */
import type { DeskList } from '../contract/desk.ts'
import type { Queue } from '../contract/dossier-list.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import type { DossierForm } from '../domain/dossier.ts'
import type { Method } from '../domain/figure-class.ts'
import { fileSlug as slug } from '../domain/names.ts'
import type { Period } from '../domain/period.ts'
import { deskFileWords } from './desk-words.ts'
import { type Language, queueFileWords } from './words.ts'

/** The media type of an Excel workbook. */
export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The media type of a zip. */
export const ZIP_MEDIA_TYPE = 'application/zip'

/** The media type of a PDF. */
export const PDF_MEDIA_TYPE = 'application/pdf'

/** `ho-so-tre-han_<office>_2020-06-30.xlsx`. */
export function dossierListFileName(list: {
  queue: Queue
  language: Language
  officeName: string
  on: CivilDate
  ending: 'pdf' | 'xlsx'
}): string {
  return join([queueFileWords(list.queue, list.language), slug(list.officeName), list.on], list.ending)
}

/** `ho-so-tre-han_<office>_2020-06-30.pdf`: a list of the overdue desk. */
export function deskListFileName(list: {
  list: DeskList
  language: Language
  officeName: string
  on: CivilDate
  ending: 'pdf' | 'xlsx'
}): string {
  return join([deskFileWords(list.list, list.language), slug(list.officeName), list.on], list.ending)
}

/** Which figures a file of a report holds; `closing`: the number of the closing it tells of. */
interface Reported extends Period {
  method: Method
  closing?: number | null
}

/**
 * `bieu-II06a_<office>_2020-01-01_2020-06-30.xlsx`; by procedure, by the due date put off, or of a closing, it says so.
 */
export function summaryFileName(
  reported: Reported & { by: 'field' | 'procedure' },
  office: { name: string },
  ending = 'xlsx',
): string {
  const by = reported.by === 'field' ? '' : '-theo-thu-tuc'
  return reportedName(`bieu-II06a${by}`, reported, office, ending)
}

/** The files in a zip of CSVs: the tables, and the list of dossiers. */
export function summaryPartNames(
  reported: Reported,
  office: { name: string },
): { tables: string; list: string } {
  const named = (words: string): string => reportedName(words, reported, office, 'csv')
  return { tables: named('cac-bang'), list: named('danh-sach-ho-so') }
}

function reportedName(
  words: string,
  { from, to, method, closing = null }: Reported,
  office: { name: string },
  ending: string,
): string {
  const by = method === 'original' ? '' : '-ngay-hen-lai'
  const closed = closing === null ? '' : `nhu-khi-chot-so-${closing}`
  return join([`${words}${by}`, slug(office.name), from, to, closed], ending)
}

/** `ho-so-can-xem-lai_<office>_2020-01-01_2020-06-30.xlsx`. */
export function doubtedListFileName({ from, to }: Period, officeName: string, language: Language): string {
  return join([language === 'vi' ? 'ho-so-can-xem-lai' : 'dossiers-to-mend', slug(officeName), from, to])
}

/** `ho-so-tinh-khac_<office>_2020-01-01_2020-06-30.xlsx`. */
export function differencesFileName({ from, to }: Period, officeName: string, language: Language): string {
  return join([language === 'vi' ? 'ho-so-tinh-khac' : 'dossiers-differing', slug(officeName), from, to])
}

/** `ho-so-doi-ngay-hen_<office>_2026-11-23.xlsx`. */
export function movedListFileName(list: { language: Language; officeName: string; on: CivilDate }): string {
  const words = list.language === 'vi' ? 'ho-so-doi-ngay-hen' : 'moved-due-dates'
  return join([words, slug(list.officeName), list.on])
}

/** `lich-lam-viec_2026_2027.csv`; one year once. */
export function calendarFileName(from: number, to: number, format: 'csv' | 'xlsx'): string {
  const years = from === to ? [String(from)] : [String(from), String(to)]
  return join(['lich-lam-viec', ...years], format)
}

/** `phieu-ban-giao_2026-12.pdf`: the year and the number of the list. */
export function handoverFileName(number: number, year: number): string {
  return join(['phieu-ban-giao', `${year}-${number}`], 'pdf')
}

/** `giay-tiep-nhan_000.00.22.H32-261123-0001.pdf`; whatever else a code holds becomes a dash. */
export function receiptFileName(code: string): string {
  return join(['giay-tiep-nhan', code.replace(/[^A-Za-z0-9.-]+/g, '-')], 'pdf')
}

const FORM_NAMES: Record<DossierForm, string> = {
  supplement: 'phieu-bo-sung',
  refusal: 'phieu-tu-choi',
  apology: 'phieu-xin-loi',
  control: 'phieu-kiem-soat',
  'tax-slip': 'phieu-chuyen-thong-tin',
  withdrawal: 'phieu-rut-ho-so',
  explanation: 'giai-trinh-tre-han',
  reminder: 'bao-nhan-ket-qua',
}

/** `phieu-bo-sung_000.00.22.H32-261123-0001.pdf`. */
export function formFileName(form: DossierForm, code: string): string {
  return join([FORM_NAMES[form], code.replace(/[^A-Za-z0-9.-]+/g, '-')], 'pdf')
}

/** `so-theo-doi-ho-so_dat-dai_2026-01-01_2026-06-30.pdf`. */
export function bookFileName(field: string | null, from: CivilDate, to: CivilDate): string {
  return join(['so-theo-doi-ho-so', field === null ? '' : slug(field), from, to], 'pdf')
}

/** `ket-qua-chua-tra_<office>_2026-11-23.xlsx`. */
export function resultsFileName(list: { language: Language; officeName: string; on: CivilDate }): string {
  const words = list.language === 'vi' ? 'ket-qua-chua-tra' : 'results-not-collected'
  return join([words, slug(list.officeName), list.on])
}

/** `phieu-yeu-cau-bo-sung_12-2026.pdf`: a slip by its number in the series of the year. */
export function slipFileName(form: 'supplement' | 'refusal', number: number, year: number): string {
  const words = { supplement: 'phieu-yeu-cau-bo-sung', refusal: 'phieu-tu-choi' }[form]
  return join([words, `${number}-${year}`], 'pdf')
}

/** `toan-bo-du-lieu_<office>_2026-11-23.zip`. */
export function everythingFileName(officeName: string, on: CivilDate): string {
  return join(['toan-bo-du-lieu', slug(officeName), on], 'zip')
}

/** `chot-ky_<office>_2020-06-01_2020-06-30_lan-1_so-7.json`: the version of that period, and the number of all. */
export function closedPeriodFileName(
  closing: Period & { version: number; number: number },
  officeName: string,
): string {
  const { from, to, version, number } = closing
  return join(['chot-ky', slug(officeName), from, to, `lan-${version}`, `so-${number}`], 'json')
}

function join(parts: string[], ending = 'xlsx'): string {
  return `${parts.filter((part) => part !== '').join('_')}.${ending}`
}
