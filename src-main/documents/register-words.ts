/**
 * The reasons for keeping a row out, in words, for the file of failed rows.
 */
import type { ImportProblem } from '../contract/imports.ts'
import { type CivilDate, formatDate, parseCivilDate } from '../domain/civil-date.ts'

/** Languages of documents. */
export type DocumentLanguage = 'vi' | 'en'

type Words = Record<ImportProblem['code'], string>

// {value}, {title} and the problem's parameters are filled in; days are written dd/MM/yyyy.
const VI: Words = {
  missing: 'chưa có dữ liệu',
  'not-a-date': '"{value}" không phải là ngày (cần dd/mm/yyyy)',
  'impossible-date': '"{value}" không có trong lịch',
  'too-long': 'dài {length} ký tự, tối đa {max}',
  'bad-value': '"{value}" không rõ nghĩa',
  'code-twice-in-file': 'mã hồ sơ trùng với dòng {firstRow}',
  'code-known': 'mã hồ sơ đã có trong sổ',
  'unknown-procedure': 'thủ tục "{value}" không có trong danh mục',
  'result-before-reception': 'ngày có kết quả {ended} trước ngày tiếp nhận {accepted}',
  'returned-before-result': 'ngày trả {returned} trước ngày có kết quả {ended}',
  'due-before-reception': 'ngày hẹn trả {printed} trước ngày tiếp nhận {accepted}',
  'date-in-future': '"{value}" là ngày trong tương lai',
  'state-contradicts-dates': 'trạng thái "{value}" không khớp với các ngày',
  'due-differs': 'hẹn trả {printed}, tính theo quy định là {computed}',
  'due-missing': 'không có ngày hẹn trả, tính theo quy định là {computed}',
  'unusual-id-number': 'số định danh "{value}" khác thường',
  'unusual-phone': 'số điện thoại "{value}" khác thường',
  'off-day-reception': 'tiếp nhận vào ngày nghỉ',
}

const EN: Words = {
  missing: 'nothing entered',
  'not-a-date': '"{value}" is not a date (dd/mm/yyyy is needed)',
  'impossible-date': '"{value}" is not in the calendar',
  'too-long': '{length} characters long, at most {max}',
  'bad-value': '"{value}" is not understood',
  'code-twice-in-file': 'same dossier code as row {firstRow}',
  'code-known': 'dossier code already in the register',
  'unknown-procedure': 'procedure "{value}" is not in the catalogue',
  'result-before-reception': 'result {ended} before reception {accepted}',
  'returned-before-result': 'returned {returned} before the result {ended}',
  'due-before-reception': 'due {printed} before reception {accepted}',
  'date-in-future': '"{value}" lies in the future',
  'state-contradicts-dates': 'state "{value}" does not fit the dates',
  'due-differs': 'due {printed}, by the rules {computed}',
  'due-missing': 'no due date, by the rules {computed}',
  'unusual-id-number': 'unusual citizen number "{value}"',
  'unusual-phone': 'unusual phone number "{value}"',
  'off-day-reception': 'received on a day off',
}

const NOT_VALID = {
  vi: 'thủ tục "{value}" không có hiệu lực vào ngày {date}',
  en: 'procedure "{value}" was not in force on {date}',
}

/** A problem in words: the column's title, then what is wrong with it. */
export function problemWords(problem: ImportProblem, language: DocumentLanguage): string {
  const { code, title, column, params, value } = problem
  const words = params['reason'] === 'not-valid-on-date' ? NOT_VALID : { vi: VI[code], en: EN[code] }
  const text = words[language].replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'value' ? value : inWords(params[name] ?? ''),
  )
  const where = title || column
  return where === '' ? text : `${where}: ${text}`
}

function inWords(value: string | number): string {
  const date: CivilDate | null = typeof value === 'string' ? parseCivilDate(value) : null
  return date === null ? String(value) : formatDate(date)
}
