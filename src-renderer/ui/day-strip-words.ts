/**
 * Words for a day of the clock: what it was, and by which law or document.
 */
import type { CivilDate } from '../../src-main/domain/civil-date.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import type { DayAccount } from './day-strip-rows.ts'
import { formatDate, formatWeekday } from './format.ts'

/** From this day the Bộ luật Lao động 2019 is in force (điều 220 khoản 1); before it, that of 2012. */
const LABOUR_CODE_2019_FROM = '2021-01-01'

/** Their words say already that the day does not count. */
const SAYS_SO: readonly DayAccount['reason'][] = ['reception', 'resumption', 'superseded', 'late']

/** What can be said of a day. */
export interface DayWords {
  /** `Ngày làm việc`, `Tết Dương lịch`, `Chờ bổ sung`. */
  reason: (day: DayAccount) => string
  /** Law, decision or document behind it; empty where none is needed. */
  basis: (day: DayAccount) => string
  /** Counted with its number, or not. */
  count: (day: DayAccount) => string
  /** `Thứ Sáu 01/01/2027`. */
  date: (date: CivilDate) => string
  /** All of it as one sentence. */
  whole: (day: DayAccount) => string
}

/** The words for days, in the language of the window. */
export function useDayWords(): DayWords {
  const t = useT('reception')
  const common = useT('common')
  const language = useLanguage()

  const ownReason = ({ reason: why, name, pause, number }: DayAccount): string => {
    switch (why) {
      case 'paused':
        return pause === undefined ? common('dayReason.paused') : common(`pause.${pause}`)
      case 'resumption':
        return pause === undefined
          ? t('days.newZero')
          : t('days.newZeroAfter', { what: common(`pause.${pause}`) })
      case 'late':
        return t('days.late', { count: number ?? 0 })
      case 'day-off':
      case 'make-up':
        return name ?? common(`dayReason.${why}`)
      default:
        return common(`dayReason.${why}`)
    }
  }
  const reason = (day: DayAccount): string =>
    day.waits === undefined
      ? ownReason(day)
      : t('days.runsOn', { own: ownReason(day), what: common(`pause.${day.waits}`) })
  /** The document a pause stands on. */
  const documentOf = ({ pause, basis: number = '' }: DayAccount): string =>
    pause === undefined || number === '' ? '' : t('days.document', { number })
  const basis = (day: DayAccount): string => {
    switch (day.reason) {
      case 'reception':
        return t('days.law.first')
      case 'resumption':
        return [documentOf(day), t('days.law.first')].filter((part) => part !== '').join('; ')
      case 'weekend':
        return t(day.date < LABOUR_CODE_2019_FROM ? 'days.law.weekend2012' : 'days.law.weekend')
      case 'moved-to-working-day':
        return t('days.law.moved')
      case 'paused':
        return documentOf(day)
      case 'day-off':
      case 'make-up':
        return day.basis ?? ''
      default:
        return ''
    }
  }
  const count = (day: DayAccount): string =>
    !day.counted
      ? t('days.notCounted')
      : day.number === 1
        ? t('days.countedFirst')
        : t('days.counted', { number: day.number ?? 0 })
  const date = (day: CivilDate): string => `${capital(formatWeekday(day, language))} ${formatDate(day)}`
  const whole = (day: DayAccount): string => {
    const law = basis(day)
    const why = law === '' ? reason(day) : t('days.named', { name: reason(day), basis: law })
    return SAYS_SO.includes(day.reason)
      ? `${date(day.date)}: ${why}`
      : `${date(day.date)}: ${count(day)}. ${why}`
  }
  return { reason, basis, count, date, whole }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
