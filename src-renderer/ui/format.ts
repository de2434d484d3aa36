/**
 * Numbers and dates as the office writes them. Dates are dd/MM/yyyy in both languages; moments are shown in
 * the office's time (UTC+7), whatever the time zone of the PC.
 */
import { currentLanguage } from '../app/i18n.ts'
import type { Language } from '../locales/index.ts'
import {
  type CivilDate,
  type Instant,
  dateOfInstant,
  formatDate as formatCivil,
  timeOfInstant,
  toDayNumber,
} from '../../src-main/domain/civil-date.ts'

const MS_PER_DAY = 86_400_000
const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }

/** `dd/MM/yyyy`; empty for no date. */
export function formatDate(date: CivilDate | null): string {
  return date === null ? '' : formatCivil(date)
}

/** `dd/MM/yyyy HH:mm` in office time; empty for no moment. */
export function formatMoment(instant: Instant | null): string {
  return instant === null ? '' : `${formatCivil(dateOfInstant(instant))} ${timeOfInstant(instant)}`
}

/** The name of a day of the week as it stands within a sentence: `thứ Sáu`, `Friday`. */
export function formatWeekday(date: CivilDate, language: Language = currentLanguage()): string {
  const name = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    toDayNumber(date) * MS_PER_DAY,
  )
  return language === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** A whole number with its groups: 15.970 in Vietnamese, 15,970 in English. */
export function formatNumber(value: number, language: Language = currentLanguage()): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(value)
}

/** A mean number of days, with one decimal: `4,3`. */
export function formatDays(days: number, language: Language = currentLanguage()): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return new Intl.NumberFormat(LOCALES[language], digits).format(days)
}

/**
 * A share with one decimal: `95,0%`; a dash for a share of nothing.
 * @param percent in percent, 0–100.
 */
export function formatPercent(percent: number | null, language: Language = currentLanguage()): string {
  if (percent === null) return '–'
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return `${new Intl.NumberFormat(LOCALES[language], digits).format(percent)}%`
}
