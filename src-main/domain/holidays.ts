/**
 * The days off of a year as the law and the moon make them, to be looked over by a person. Swaps (*hoán đổi*) are decided
 * year by year and never proposed.
 *
 * Bộ luật Lao động 2019 điều 112: 1/1 (1 day), Tết (5 days), Giỗ Tổ 10/3 lunar, 30/4, 1/5, 2/9 and one day beside it;
 * điều 111.3: a holiday on a weekly day off is made up for on the next working day. Before 2021 Bộ luật Lao động 2012
 * điều 115: 2/9 alone. From 2026 also 24/11 (Nghị quyết 28/2026/QH16).
 */
import type { CalendarDay } from './calendar.ts'
import {
  type CivilDate,
  type DayNumber,
  civilDateOf,
  fromDayNumber,
  toDayNumber,
  weekday,
} from './civil-date.ts'
import { lunarDay } from './lunar.ts'

/** The first whole year of Bộ luật Lao động 2012, which made Tết five days; nothing is proposed for years before. */
export const FIRST_PROPOSED_YEAR = 2014
const LAST_PROPOSED_YEAR = 2100

const CODE_2019_FROM = 2021
const CULTURE_DAY_FROM = 2026
const CULTURE_DAY_BASIS = 'Nghị quyết 28/2026/QH16'
const SUNDAY = 0
const MONDAY = 1
const TUESDAY = 2
const THURSDAY = 4
const SATURDAY = 6

interface Holiday {
  day: DayNumber
  name: string
  basis: string
}

/** Says of a name that the choice of the day has not been announced. */
const EXPECTED = '(dự kiến)'

/** The days off of the year, working days only, in order; all `unannounced`. Empty before {@link FIRST_PROPOSED_YEAR}. */
export function proposeDaysOff(year: number): CalendarDay[] {
  if (!Number.isInteger(year) || year < FIRST_PROPOSED_YEAR || year > LAST_PROPOSED_YEAR) return []
  const holidays = holidaysOf(year).toSorted((a, b) => a.day - b.day)
  const taken = new Set(holidays.map(({ day }) => day))
  const proposed = holidays.map((holiday) => {
    if (!isWeekend(holiday.day)) return holiday
    const day = nextFree(holiday.day, taken)
    taken.add(day)
    return { day, name: madeUpName(holiday), basis: madeUpBasis(year) }
  })
  return proposed
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, name, basis }) => ({
      date: fromDayNumber(day),
      kind: 'off',
      name,
      basis,
      status: 'unannounced',
    }))
}

/**
 * Whether every holiday the law gives the year is a day off, by a row or as a weekend, and as many weekdays are off as the
 * law gives: those that make up for holidays on weekends, too. Of the days that are chosen year by year (the fifth of Tết,
 * the one beside 2/9) either choice will do. Where the law is not known of, before {@link FIRST_PROPOSED_YEAR}, nothing is
 * missed.
 * @param rows the weekdays that are off.
 */
export function coversHolidays(year: number, rows: number, isOff: (day: DayNumber) => boolean): boolean {
  if (rows < proposeDaysOff(year).length) return false
  if (year < FIRST_PROPOSED_YEAR || year > LAST_PROPOSED_YEAR) return true
  const first = lunarDay(1, 1, year)
  const national = toDayNumber(dateOf(year, 9, 2))
  const chosen = new Set([...tetDays(year), besideNational(national)])
  const fixed = holidaysOf(year).flatMap(({ day }) => (chosen.has(day) ? [] : [day]))
  const eitherOf = [[first - 2, first + 3], ...(year >= CODE_2019_FROM ? [[national - 1, national + 1]] : [])]
  return (
    [...fixed, first - 1, first, first + 1, first + 2].every(isOff) &&
    eitherOf.every((days) => days.some(isOff))
  )
}

function holidaysOf(year: number): Holiday[] {
  const basis = year >= CODE_2019_FROM ? 'Bộ luật Lao động 2019 điều 112' : 'Bộ luật Lao động 2012 điều 115'
  const on = (month: number, day: number): DayNumber => toDayNumber(dateOf(year, month, day))
  const national = on(9, 2)
  const holidays: Holiday[] = [
    { day: on(1, 1), name: 'Tết Dương lịch', basis },
    ...tetDays(year).map((day) => ({ day, name: `Tết Nguyên đán ${EXPECTED}`, basis })),
    { day: lunarDay(10, 3, year), name: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', basis },
    { day: on(4, 30), name: 'Ngày Giải phóng miền Nam', basis },
    { day: on(5, 1), name: 'Ngày Quốc tế Lao động', basis },
    { day: national, name: 'Quốc khánh', basis },
  ]
  if (year >= CODE_2019_FROM) {
    holidays.push({ day: besideNational(national), name: 'Quốc khánh (ngày liền kề, dự kiến)', basis })
  }
  if (year >= CULTURE_DAY_FROM) {
    holidays.push({ day: on(11, 24), name: 'Ngày Văn hóa Việt Nam', basis: CULTURE_DAY_BASIS })
  }
  return holidays
}

/** The first day of the lunar year. */
export function newYearsDay(year: number): CivilDate {
  return fromDayNumber(lunarDay(1, 1, year))
}

/**
 * Five days about the lunar new year. The law leaves open how many lie before it: every decision for 2019–2026 took one
 * where the new year fell on a Tuesday, which frees Monday to Friday, and two in all other years.
 */
function tetDays(year: number): DayNumber[] {
  const first = lunarDay(1, 1, year)
  const start = first - (weekday(first) === TUESDAY ? 1 : 2)
  return [0, 1, 2, 3, 4].map((n) => start + n)
}

/** The day beside 2/9 that lies towards the weekend, as decided for 2021–2026. */
function besideNational(national: DayNumber): DayNumber {
  return [SUNDAY, MONDAY, THURSDAY].includes(weekday(national)) ? national + 1 : national - 1
}

function isWeekend(day: DayNumber): boolean {
  return weekday(day) === SUNDAY || weekday(day) === SATURDAY
}

function nextFree(after: DayNumber, taken: ReadonlySet<DayNumber>): DayNumber {
  let day = after + 1
  while (isWeekend(day) || taken.has(day)) day++
  return day
}

function madeUpName({ day, name }: Holiday): string {
  const date = fromDayNumber(day)
  const on = `${Number(date.slice(8))}/${Number(date.slice(5, 7))} ${weekday(day) === SUNDAY ? 'Chủ nhật' : 'thứ Bảy'}`
  const plain = name.replace(/ \(.*\)$/, '')
  return `Nghỉ bù ${plain} (${on}${name.includes('dự kiến') ? ', dự kiến' : ''})`
}

function madeUpBasis(year: number): string {
  return year >= CODE_2019_FROM ? 'Bộ luật Lao động 2019 điều 111.3' : 'Bộ luật Lao động 2012 điều 115.3'
}

function dateOf(year: number, month: number, day: number): CivilDate {
  const date = civilDateOf(year, month, day)
  if (date === null) throw new RangeError(`no day ${day}/${month}/${year}`)
  return date
}
