/**
 * Names of files that leave the office: letters every system takes, so that mail and memory sticks keep them.
 */
import type { Queue } from '../contract/dossiers.ts'
import type { CivilDate } from '../domain/civil-date.ts'
import { foldText } from '../domain/names.ts'
import type { Period } from '../domain/period.ts'
import { type Language, queueFileWords } from './words.ts'

/** The media type of an Excel workbook. */
export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The media type of a PDF. */
export const PDF_MEDIA_TYPE = 'application/pdf'

const LONGEST_OFFICE = 60

/** Folded, words joined by dashes: `Chi nhánh VPĐKĐĐ` → `chi-nhanh-vpdkdd`. */
function slug(text: string): string {
  const whole = foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (whole.length <= LONGEST_OFFICE) return whole
  const cut = whole.slice(0, LONGEST_OFFICE + 1)
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : LONGEST_OFFICE)
}

/** `ho-so-tre-han_<office>_2020-06-30.xlsx`. */
export function dossierListFileName(list: {
  queue: Queue
  language: Language
  officeName: string
  on: CivilDate
}): string {
  return join([queueFileWords(list.queue, list.language), slug(list.officeName), list.on])
}

/** `bieu-II06a_<office>_2020-01-01_2020-06-30.xlsx`; by procedure it says so. */
export function summaryFileName(
  period: Period & { by: 'field' | 'procedure' },
  office: { name: string },
): string {
  const form = period.by === 'field' ? 'bieu-II06a' : 'bieu-II06a-theo-thu-tuc'
  return join([form, slug(office.name), period.from, period.to])
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

/** `toan-bo-du-lieu_<office>_2026-11-23.zip`. */
export function everythingFileName(officeName: string, on: CivilDate): string {
  return join(['toan-bo-du-lieu', slug(officeName), on], 'zip')
}

function join(parts: string[], ending = 'xlsx'): string {
  return `${parts.filter((part) => part !== '').join('_')}.${ending}`
}
