/**
 * The answer to an application: within eight working hours of its arrival, or of its completion (Nghị định 61/2018/NĐ-CP
 * and its amendments).
 */
import type { WorkingCalendar } from '../calendar.ts'
import {
  type CivilDate,
  type Instant,
  dateOfInstant,
  fromDayNumber,
  instantOf,
  toDayNumber,
} from '../civil-date.ts'
import { ONLINE_ANSWER, dueMoment, workingMinutesBetween } from './hours.ts'
import type { OfficeHours } from './terms.ts'

const MINUTE = 60_000
/** An answer due from so long ago is overdue on every calendar: longer than any row of days off. */
const SURELY_OVERDUE = 120 * 24 * 60

/** Until when an application has to be answered. */
export function answerDue(from: Instant, calendar: WorkingCalendar, hours: OfficeHours): Instant {
  return dueMoment(ONLINE_ANSWER, from, calendar, hours)
}

/** Whether the moment lies after the end of the answer's time. */
export function isAnswerLate(due: Instant, at: Instant): boolean {
  return Date.parse(at) > Date.parse(due)
}

/** Working minutes left until the answer is due; negative when it is overdue by so many. */
export function minutesToAnswer(
  due: Instant,
  now: Instant,
  calendar: WorkingCalendar,
  hours: OfficeHours,
): number {
  return isAnswerLate(due, now)
    ? -workingMinutesBetween(due, now, calendar, hours)
    : workingMinutesBetween(now, due, calendar, hours)
}

/**
 * The first moment an application may have come in at without its answer being overdue now: what came before it is overdue.
 * The end of the time never lies earlier for what came later, so it is found by halving.
 */
export function overdueBefore(now: Instant, calendar: WorkingCalendar, hours: OfficeHours): Instant {
  let high = Math.floor(Date.parse(now) / MINUTE)
  let low = Math.max(0, high - SURELY_OVERDUE)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const due = answerDue(new Date(middle * MINUTE).toISOString(), calendar, hours)
    if (isAnswerLate(due, now)) low = middle + 1
    else high = middle
  }
  return new Date(low * MINUTE).toISOString()
}

/** What of a day belongs to the time for an answer. */
export interface AnswerDay {
  date: CivilDate
  /** Working minutes that count. */
  minutes: number
  reason: 'weekday' | 'weekend' | 'day-off' | 'make-up'
  /** Name of a day off or make-up day. */
  name: string
}

/** Every day from the beginning to the end of an answer's time; the minutes add up to the time. */
export function explainAnswer(from: Instant, calendar: WorkingCalendar, hours: OfficeHours): AnswerDay[] {
  const due = answerDue(from, calendar, hours)
  const last = toDayNumber(dateOfInstant(due))
  const days: AnswerDay[] = []
  for (let day = toDayNumber(dateOfInstant(from)); day <= last; day++) {
    const date = fromDayNumber(day)
    const begin = instantOf(date, '00:00')
    const end = day === last ? due : instantOf(fromDayNumber(day + 1), '00:00')
    const minutes = workingMinutesBetween(days.length === 0 ? from : begin, end, calendar, hours)
    const { reason, row } = calendar.kindOf(day)
    days.push({ date, minutes, reason, name: row?.name ?? '' })
  }
  return days
}
