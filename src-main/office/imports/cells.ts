/**
 * What a cell of a register says: as text, and as a date.
 */
import { type CivilDate, type TimeOfDay, civilDateOf } from '../../domain/civil-date.ts'
import { cleanText } from '../../domain/names.ts'
import type { CellValue } from '../../documents/register-reader.ts'

/** The cell as a person sees it in the sheet; numbers without a needless `.0`, dates as dd/mm/yyyy [hh:mm]. */
export function cellText(cell: CellValue): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  const iso = cell.toISOString()
  const date = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`
  return iso.slice(11, 16) === '00:00' ? date : `${date} ${iso.slice(11, 16)}`
}

/** The cell as one line of text; a leading apostrophe that was typed to keep zeros is left out. */
export function cellLine(cell: CellValue): string {
  const line = cleanText(cellText(cell))
  return /^'\S/.test(line) ? line.slice(1) : line
}

/** A date read from a cell, with the time where one is given. */
export interface ReadDate {
  date: CivilDate
  /** `null` when the cell gives none; midnight counts as none, for it is what a bare date is stored as. */
  time: TimeOfDay | null
}

/** Why a cell gives no date: not readable as one, or readable and no such day. */
export type DateFault = {
  fault: 'not-a-date' | 'impossible-date'
  reason?: 'two-digit-year' | 'plain-number'
}

const DAY = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d+)$/
const ISO_DAY = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})$/
const WORDS_DAY = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d+)$/i
const TIME = /(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:phút)?(?:\s*(AM|PM|SA|CH))?/i
const TIME_AFTER = new RegExp(`[\\sT,]\\s*(?:lúc )?${TIME.source}$`, 'i')
const TIME_BEFORE = new RegExp(`^${TIME.source}[\\s,]+`, 'i')

/**
 * Reads a date cell: an Excel date, or text `d/m/yyyy`, `d-m-yyyy`, `d.m.yyyy`, `yyyy-mm-dd`, `ngày … tháng …
 * năm …`, each with a time or without. Day and month are never swapped and a year never completed: what cannot
 * be read so is a fault.
 * @returns `null` for an empty cell.
 */
export function readDate(cell: CellValue): ReadDate | DateFault | null {
  if (cell instanceof Date) return readExcelDate(cell)
  if (typeof cell === 'number') return { fault: 'not-a-date', reason: 'plain-number' }
  const text = cellLine(cell)
  if (text === '') return null
  const time = TIME_AFTER.exec(text) ?? TIME_BEFORE.exec(text)
  const day = readDay(time === null ? text : text.replace(time[0], '').trim())
  if ('fault' in day || time === null) return day
  const clock = readTime(time)
  return clock === null ? { fault: 'impossible-date' } : { ...day, time: clock === '00:00' ? null : clock }
}

function readExcelDate(cell: Date): ReadDate | DateFault {
  // Half a second more: Excel keeps times as fractions of a day.
  const rounded = new Date(cell.getTime() + 500)
  const date = civilDateOf(rounded.getUTCFullYear(), rounded.getUTCMonth() + 1, rounded.getUTCDate())
  if (date === null) return { fault: 'impossible-date' }
  const time = rounded.toISOString().slice(11, 16)
  return { date, time: time === '00:00' ? null : time }
}

function readDay(text: string): ReadDate | DateFault {
  const iso = ISO_DAY.exec(text)
  if (iso) return dayOf(iso[1], iso[3], iso[4])
  const written = DAY.exec(text)
  if (written) return dayOf(written[4], written[3], written[1])
  const words = WORDS_DAY.exec(text)
  if (words) return dayOf(words[3], words[2], words[1])
  return { fault: 'not-a-date' }
}

function dayOf(year = '', month = '', day = ''): ReadDate | DateFault {
  if (year.length === 2) return { fault: 'not-a-date', reason: 'two-digit-year' }
  if (year.length !== 4) return { fault: 'not-a-date' }
  const date = civilDateOf(Number(year), Number(month), Number(day))
  return date === null ? { fault: 'impossible-date' } : { date, time: null }
}

function readTime([
  ,
  hourText = '',
  minuteText = '',
  secondText = '0',
  half = '',
]: RegExpExecArray): TimeOfDay | null {
  const late = /^(PM|CH)$/i.test(half)
  const hour = Number(hourText)
  if (half !== '' && (hour < 1 || hour > 12)) return null
  const full = half === '' ? hour : (hour % 12) + (late ? 12 : 0)
  if (full > 23 || Number(minuteText) > 59 || Number(secondText) > 59) return null
  return `${String(full).padStart(2, '0')}:${minuteText}`
}
