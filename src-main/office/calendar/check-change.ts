/**
 * A change of rules before it is counted: is it sensible, and what of it changes anything?
 */
import type { DayChange, RuleChange } from '../../contract/calendar.ts'
import { type FieldError, OfficeError } from '../../contract/errors.ts'
import type { CalendarDay } from '../../domain/calendar.ts'
import { type CivilDate, toDayNumber, weekday } from '../../domain/civil-date.ts'
import type { ClockSettings } from '../../domain/clock.ts'

/** A changed date with the row it has now. */
export type EffectiveDay = DayChange & { before: DayChange['row'] }

/** What of a change differs from the rules in force, dates in order. */
export interface EffectiveChange {
  days: EffectiveDay[]
  clock: ClockSettings | null
}

/**
 * What is wrong with changed dates: a make-up day is a weekend, a day off is not, and no date is changed twice.
 * @param at the field a fault of the n-th date is reported at.
 */
export function dayFaults(
  days: readonly DayChange[],
  at: (index: number, part: 'date' | 'kind') => string,
): FieldError[] {
  const seen = new Set<CivilDate>()
  return days.flatMap(({ date, row }, index): FieldError[] => {
    const faults: FieldError[] = []
    const params = { date }
    if (seen.has(date)) faults.push({ field: at(index, 'date'), code: 'date-twice', params })
    seen.add(date)
    const weekend = weekday(toDayNumber(date)) % 6 === 0
    if (row?.kind === 'work' && !weekend)
      faults.push({ field: at(index, 'kind'), code: 'make-up-on-weekday', params })
    if (row?.kind === 'off' && weekend)
      faults.push({ field: at(index, 'kind'), code: 'off-on-weekend', params })
    return faults
  })
}

/** @throws OfficeError `invalid-input` with every field that makes no sense. */
export function checkChange({ days }: RuleChange): void {
  const faults = dayFaults(days, (index, part) =>
    part === 'date' ? `days.${index}.date` : `days.${index}.row.kind`,
  )
  if (faults.length > 0) throw new OfficeError('invalid-input', {}, faults)
}

/** What of a change differs from the rules in force. */
export function effectOf(
  change: RuleChange,
  rules: { days: readonly CalendarDay[]; clock: ClockSettings },
): EffectiveChange {
  const present = new Map(rules.days.map(({ date, ...row }) => [date, row]))
  const days = change.days
    .map(({ date, row }) => ({ date, row, before: present.get(date) ?? null }))
    .filter(({ row, before }) => !sameRow(row, before))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const clock = change.clock && !sameClock(change.clock, rules.clock) ? change.clock : null
  return { days, clock }
}

/** The calendar as a change leaves it. */
export function calendarAfter(days: readonly CalendarDay[], changed: readonly EffectiveDay[]): CalendarDay[] {
  const dates = new Set(changed.map(({ date }) => date))
  const set = changed.flatMap(({ date, row }) => (row === null ? [] : [{ date, ...row }]))
  return [...days.filter(({ date }) => !dates.has(date)), ...set]
}

function sameRow(a: DayChange['row'], b: DayChange['row']): boolean {
  if (a === null || b === null) return a === b
  return a.kind === b.kind && a.name === b.name && a.basis === b.basis && a.status === b.status
}

function sameClock(a: ClockSettings, b: ClockSettings): boolean {
  const words = ({ sameDayCutOff, offDayReception, hours }: ClockSettings): string =>
    [sameDayCutOff, offDayReception, ...hours.morning, ...hours.afternoon].join()
  return words(a) === words(b)
}
