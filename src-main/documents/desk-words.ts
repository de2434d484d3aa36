/**
 * The words of the overdue desk's lists on paper and in files.
 */
import type { DeskFilter, DeskList, DeskRow } from '../contract/desk.ts'
import type { DossierRow } from '../contract/dossier-list.ts'
import { formatDate } from '../domain/civil-date.ts'
import type { LegHolder } from '../domain/legs.ts'
import { APOLOGY_FILTER_WORDS, type Language } from './words.ts'

const TITLES: Record<Language, Record<DeskList, string>> = {
  vi: {
    late: 'Danh sách hồ sơ trễ hạn',
    'due-today': 'Danh sách hồ sơ đến hạn hôm nay',
    'due-tomorrow': 'Danh sách hồ sơ đến hạn ngày làm việc kế tiếp',
    'due-soon': 'Danh sách hồ sơ sắp đến hạn',
    'at-risk': 'Danh sách hồ sơ có nguy cơ trễ hạn',
    drafted: 'Danh sách phiếu xin lỗi chờ duyệt',
  },
  en: {
    late: 'Late dossiers',
    'due-today': 'Dossiers due today',
    'due-tomorrow': 'Dossiers due by the next working day',
    'due-soon': 'Dossiers due soon',
    'at-risk': 'Dossiers likely to end late',
    drafted: 'Apologies awaiting approval',
  },
}

const FILES: Record<Language, Record<DeskList, string>> = {
  vi: {
    late: 'ho-so-tre-han',
    'due-today': 'ho-so-den-han-hom-nay',
    'due-tomorrow': 'ho-so-den-han-ngay-mai',
    'due-soon': 'ho-so-sap-den-han',
    'at-risk': 'ho-so-co-nguy-co-tre',
    drafted: 'phieu-xin-loi-cho-duyet',
  },
  en: {
    late: 'dossiers-late',
    'due-today': 'dossiers-due-today',
    'due-tomorrow': 'dossiers-due-tomorrow',
    'due-soon': 'dossiers-due-soon',
    'at-risk': 'dossiers-at-risk',
    drafted: 'apologies-to-approve',
  },
}

const WORDS = {
  vi: {
    ...{
      asOf: 'Tính đến hết ngày',
      count: 'Số hồ sơ',
      search: 'Tìm',
      holder: 'Người thụ lý',
      nobody: 'chưa phân công',
    },
    ...{ procedure: 'Thủ tục', commune: 'Xã/phường', apology: 'Phiếu xin lỗi', cause: 'Nguyên nhân' },
    ...{
      noCause: 'chưa ghi',
      band: 'Số ngày trễ',
      whose: 'Trễ chủ yếu do',
      within: 'Trong số ngày làm việc',
    },
    ...{ drafted: 'Chờ duyệt, hẹn', sent: 'Đã gửi', late: 'gửi muộn', again: 'hẹn' },
  },
  en: {
    ...{ asOf: 'As of', count: 'Dossiers', search: 'Search', holder: 'Holder', nobody: 'nobody yet' },
    ...{ procedure: 'Procedure', commune: 'Commune', apology: 'Apology', cause: 'Cause' },
    ...{
      noCause: 'none written down',
      band: 'Days late',
      whose: 'Mainly late because of',
      within: 'Within working days',
    },
    ...{ drafted: 'Awaiting approval, new day', sent: 'Sent', late: 'late', again: 'new day' },
  },
} as const satisfies Record<Language, Record<string, string>>

const WHOSE: Record<Language, Record<LegHolder, string>> = {
  vi: { branch: 'chi nhánh', tax: 'cơ quan thuế', agency: 'cơ quan khác', applicant: 'người nộp hồ sơ' },
  en: { branch: 'the branch', tax: 'the tax office', agency: 'other agencies', applicant: 'the applicant' },
}

/** The title of a list. */
export function deskTitle(list: DeskList, language: Language): string {
  return TITLES[language][list]
}

/** The first words of its file name. */
export function deskFileWords(list: DeskList, language: Language): string {
  return FILES[language][list]
}

/** Names of what a filter refers to by key. */
export interface DeskNames {
  procedure: string | null
  holder: string | null
  cause: string | null
}

/** What a list was cut by, `Người thụ lý: …; Xã/phường: …`; empty for the whole. */
export function deskFilterLine(filter: DeskFilter, names: DeskNames, language: Language): string {
  const words = WORDS[language]
  const { search, commune, apology, cause, band, whose, holder, list, within } = filter
  const parts: [string, string | null][] = [
    [words.search, search.trim() === '' ? null : `“${search.trim()}”`],
    [words.holder, holder === 'nobody' ? words.nobody : names.holder],
    [words.procedure, names.procedure],
    [words.commune, commune],
    [words.apology, apology && APOLOGY_FILTER_WORDS[language][apology].toLocaleLowerCase(language)],
    [words.cause, cause === '' ? words.noCause : names.cause],
    [words.band, band === 'over-30' ? '> 30' : (band?.replace('-', '–') ?? null)],
    [words.whose, whose && WHOSE[language][whose]],
    [words.within, list === 'due-soon' ? String(within) : null],
  ]
  return parts.flatMap(([word, value]) => (value === null ? [] : [`${word}: ${value}`])).join('; ')
}

/** The lines under the title of a sheet. */
export function deskLines(asOf: DeskRowDay, count: number, filter: string, language: Language): string[] {
  const words = WORDS[language]
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(count)
  return [`${words.asOf}: ${formatDate(asOf)}. ${words.count}: ${number}`, ...(filter === '' ? [] : [filter])]
}

type DeskRowDay = Parameters<typeof formatDate>[0]

/** How an apology stands: `Đã gửi 12/06/2026, hẹn 20/06/2026`; empty for none and a rejected one. */
export function apologyWords(apology: DossierRow['apology'], language: Language): string {
  const words = WORDS[language]
  if (apology === null || apology.state === 'rejected') return ''
  if (apology.sentOn === null) return `${words.drafted} ${formatDate(apology.dueOn)}`
  const late = apology.late ? ` (${words.late})` : ''
  return `${words.sent} ${formatDate(apology.sentOn)}${late}, ${words.again} ${formatDate(apology.dueOn)}`
}

const OUTLOOKS: Record<Language, Record<NonNullable<DeskRow['outlook']>['basis'], string>> = {
  vi: {
    step: '{late}/{of} hồ sơ cùng thủ tục, ở bước này lâu như vậy, {needed}',
    procedure: '{late}/{of} hồ sơ cùng thủ tục, đã xử lý lâu như vậy, {needed}',
    all: '{late}/{of} hồ sơ của mọi thủ tục, đã xử lý lâu như vậy, {needed}',
  },
  en: {
    step: '{late} of {of} dossiers of this procedure, as long in this step, {needed}',
    procedure: '{late} of {of} dossiers of this procedure, as long in process, {needed}',
    all: '{late} of {of} dossiers of all procedures, as long in process, {needed}',
  },
}

const NEEDED: Record<Language, (left: number) => string> = {
  vi: (left) => (left === 0 ? 'không xong ngay trong ngày' : `cần hơn ${left} ngày làm việc còn lại`),
  en: (left) =>
    left === 0
      ? 'were not done that same day'
      : `needed more than the ${left} working ${left === 1 ? 'day' : 'days'} left`,
}

/** What a likelihood rests on: `42/60 hồ sơ cùng thủ tục, ở bước này lâu như vậy, cần hơn 3 ngày …`. */
export function outlookWords(
  { basis, late, of, left }: NonNullable<DeskRow['outlook']>,
  language: Language,
): string {
  const said: Record<string, string | number> = { late, of, needed: NEEDED[language](left) }
  return OUTLOOKS[language][basis].replace(/\{(\w+)\}/g, (_, name: string) => String(said[name] ?? ''))
}
