/**
 * Days of the Vietnamese lunar calendar.
 *
 * The method is Hồ Ngọc Đức's ("Thuật toán tính âm lịch", informatik.uni-leipzig.de/~duc/amlich): months begin on the day
 * of the new moon at UTC+7, month 11 holds the winter solstice, and in a year of thirteen months the first one without a
 * major solar term is the leap month. New moon and sun after J. Meeus, Astronomical Algorithms. The Chinese calendar
 * reckons at UTC+8, so the two differ in some years (Tết 1985, 2007, 2030).
 */
import type { DayNumber } from './civil-date.ts'

const MS_PER_DAY = 86_400_000
const UTC_SHIFT_DAYS = 7 / 24
/** Julian day number of 1970-01-01. */
const JULIAN_DAY_OF_1970 = 2_440_588
/** The new moon the moons are numbered from, 1/1/1900, and the mean length of a month. */
const FIRST_NEW_MOON = 2_415_021.076998695
const MONTH_DAYS = 29.530588853
const RADIANS = Math.PI / 180

const sine = (degrees: number): number => Math.sin(degrees * RADIANS)

/** Julian day number of the day of the k-th new moon after 1/1/1900. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const t2 = t * t
  const t3 = t2 * t
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2)
  // Anomalies of sun and moon, and the moon's argument of latitude.
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3
  const correction =
    (0.1734 - 0.000393 * t) * sine(sun) +
    0.0021 * sine(2 * sun) -
    0.4068 * sine(moon) +
    0.0161 * sine(2 * moon) -
    0.0004 * sine(3 * moon) +
    0.0104 * sine(2 * node) -
    0.0051 * sine(sun + moon) -
    0.0074 * sine(sun - moon) +
    0.0004 * sine(2 * node + sun) -
    0.0004 * sine(2 * node - sun) -
    0.0006 * sine(2 * node + moon) +
    0.001 * sine(2 * node - moon) +
    0.0005 * sine(2 * moon + sun)
  const dynamicalTime = -0.000278 + 0.000265 * t + 0.000262 * t2
  return Math.floor(mean + correction - dynamicalTime + 0.5 + UTC_SHIFT_DAYS)
}

/** Which twelfth of its way the sun is in at the beginning of a Julian day: 0 at the March equinox, 9 at the solstice. */
function sunTwelfth(julianDay: number): number {
  const t = (julianDay - 2_451_545.5 - UTC_SHIFT_DAYS) / 36_525
  const t2 = t * t
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly)
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30)
}

/** First day of the month that holds the winter solstice of that year. */
function monthEleven(year: number): number {
  const lastDay = Date.UTC(year, 11, 31) / MS_PER_DAY + JULIAN_DAY_OF_1970
  const k = Math.floor((lastDay - 2_415_021) / MONTH_DAYS)
  const start = newMoon(k)
  return sunTwelfth(start) >= 9 ? newMoon(k - 1) : start
}

/** Number of the leap month counted from month 11, in a year that has one. */
function leapOffset(k: number): number {
  let offset = 1
  let twelfth = sunTwelfth(newMoon(k + 1))
  for (;;) {
    offset++
    const next = sunTwelfth(newMoon(k + offset))
    if (next === twelfth || offset >= 14) return offset - 1
    twelfth = next
  }
}

/**
 * The day of a lunar date, never of a leap month.
 * @param month 1–10; the last two belong to the next reckoning and are not needed.
 * @param year the solar year in which the lunar year begins.
 */
export function lunarDay(day: number, month: number, year: number): DayNumber {
  const eleven = monthEleven(year - 1)
  const k = Math.floor((eleven - FIRST_NEW_MOON) / MONTH_DAYS + 0.5)
  let offset = month + 1
  if (monthEleven(year) - eleven > 365 && offset >= leapOffset(k)) offset++
  return newMoon(k + offset) + day - 1 - JULIAN_DAY_OF_1970
}
