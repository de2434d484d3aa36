/**
 * Terms in working hours and half-days: they run inside the office's hours, lunch left out.
 */
import type { WorkingCalendar } from '../calendar.ts'
import {
  type CivilDate,
  type Instant,
  dateOfInstant,
  fromDayNumber,
  instantOf,
  timeOfInstant,
  toDayNumber,
} from '../civil-date.ts'
import { type OfficeHours, ClockError } from './terms.ts'

/** A term inside the working day. A half-day is half of the office's daily hours. */
export interface HourTerm {
  term: number
  unit: 'working-hour' | 'half-day'
}

/** An online dossier must be answered within 8 working hours of its arrival. */
export const ONLINE_ANSWER: HourTerm = { term: 8, unit: 'working-hour' }

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

interface Spans {
  morningFrom: number
  morning: number
  afternoonFrom: number
  afternoon: number
}

function spansOf({ morning, afternoon }: OfficeHours): Spans {
  const [a, b, c, d] = [...morning, ...afternoon].map(minutesOf)
  return {
    morningFrom: a ?? 0,
    morning: (b ?? 0) - (a ?? 0),
    afternoonFrom: c ?? 0,
    afternoon: (d ?? 0) - (c ?? 0),
  }
}

/** Minutes of a whole working day. */
export function minutesADay(hours: OfficeHours): number {
  const { morning, afternoon } = spansOf(hours)
  return morning + afternoon
}

/** The length of a term in working minutes. @throws ClockError for a negative one. */
export function minutesOfTerm({ term, unit }: HourTerm, hours: OfficeHours): number {
  if (!(term >= 0)) throw new ClockError('negative-term')
  return Math.round(unit === 'working-hour' ? term * 60 : (term * minutesADay(hours)) / 2)
}

/** A term in working days, what is left of one made whole. @throws ClockError for a negative one. */
export function daysOfTerm(term: HourTerm, hours: OfficeHours): number {
  return Math.ceil(minutesOfTerm(term, hours) / minutesADay(hours))
}

/** Working minutes of the day that have passed at a time of day. */
function passed(time: number, spans: Spans): number {
  const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most)
  return clamp(time - spans.morningFrom, spans.morning) + clamp(time - spans.afternoonFrom, spans.afternoon)
}

/** Working minutes from one moment to another; 0 when `to` is earlier. Seconds are left out. */
export function workingMinutesBetween(
  from: Instant,
  to: Instant,
  calendar: WorkingCalendar,
  hours: OfficeHours,
): number {
  return Math.max(0, positionOf(to, calendar, hours) - positionOf(from, calendar, hours))
}

/** Working minutes since 1970. */
function positionOf(instant: Instant, calendar: WorkingCalendar, hours: OfficeHours): number {
  const day = toDayNumber(dateOfInstant(instant))
  const today = calendar.isWorking(day) ? passed(minutesOf(timeOfInstant(instant)), spansOf(hours)) : 0
  return calendar.workingDaysBetween(0, day - 1) * minutesADay(hours) + today
}

/**
 * The moment a term in hours or half-days ends: at the end of its last working minute, so that eight hours from half past
 * seven end at five the same day.
 */
export function dueMoment(
  term: HourTerm,
  from: Instant,
  calendar: WorkingCalendar,
  hours: OfficeHours,
): Instant {
  const minutes = minutesOfTerm(term, hours)
  if (minutes === 0) return from
  return momentAt(positionOf(from, calendar, hours) + minutes, calendar, hours)
}

/** The first moment by which so many working minutes have passed since 1970. */
function momentAt(position: number, calendar: WorkingCalendar, hours: OfficeHours): Instant {
  const daily = minutesADay(hours)
  const wholeDays = Math.ceil(position / daily) - 1
  const { morning, morningFrom, afternoonFrom } = spansOf(hours)
  const within = position - wholeDays * daily
  const time = within <= morning ? morningFrom + within : afternoonFrom + within - morning
  // Positions count from 1/1/1970 on, that day left out.
  return instantOf(fromDayNumber(calendar.addWorkingDays(0, wholeDays + 1)), timeOf(time))
}

/** The moment the office opens on a day, be it a working day or not. */
export function startOfMorning(date: CivilDate, hours: OfficeHours): Instant {
  return instantOf(date, hours.morning[0])
}

/**
 * The earliest moment that is not more than so many working minutes before another: what began before it has run longer.
 * @param minutes negative for what had run out beforehand: the moment then lies ahead.
 */
export function earliestWithin(
  minutes: number,
  to: Instant,
  calendar: WorkingCalendar,
  hours: OfficeHours,
): Instant {
  return momentAt(positionOf(to, calendar, hours) - minutes, calendar, hours)
}
