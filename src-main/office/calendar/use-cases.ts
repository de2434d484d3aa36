/**
 * The working calendar and the office's conventions.
 */
import type { DayChange, MovedOf } from '../../contract/calendar.ts'
import { OfficeError, fieldError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import {
  CSV_MEDIA_TYPE,
  MAX_CALENDAR_BYTES,
  calendarCsv,
  calendarXlsx,
  readCalendarFile as readTable,
} from '../../documents/calendar-file.ts'
import { XLSX_MEDIA_TYPE, calendarFileName, movedListFileName } from '../../documents/file-name.ts'
import type { CalendarDay } from '../../domain/calendar.ts'
import { civilDateOf } from '../../domain/civil-date.ts'
import { workingDaysIn } from '../../domain/clock.ts'
import { proposeDaysOff } from '../../domain/holidays.ts'
import { openDueByYear } from '../../store/open-dossiers.ts'
import { listCalendar } from '../../store/reference.ts'
import { listRuleChanges } from '../../store/rule-changes.ts'
import { leave } from '../audit/note.ts'
import { type Context, type Office, particularsOf } from '../context.ts'
import { detailOf } from './change-detail.ts'
import { checkChange, effectOf } from './check-change.ts'
import { userOf } from '../people/presence.ts'
import { readDays } from './read-rows.ts'

export { applyChange, cancelApply } from './apply.ts'

/** The most dates one change may set; more are to be brought in part by part. */
const MOST_DAYS = 500

/** One year as it stands. */
export function yearOf({ office }: Context, { year }: Input<'calendar', 'year'>): Output<'calendar', 'year'> {
  const { calendar, clock } = office.rules
  return {
    year,
    days: daysFrom(office, year, year),
    confirmed: calendar.isConfirmedYear(year),
    workingDays: workingDaysOf(office, year),
    clock: { ...clock, hours: { morning: [...clock.hours.morning], afternoon: [...clock.hours.afternoon] } },
  }
}

function workingDaysOf({ rules }: Office, year: number): number {
  const [first, last] = [civilDateOf(year, 1, 1), civilDateOf(year, 12, 31)]
  if (first === null || last === null) throw new OfficeError('date-outside-calendar')
  return workingDaysIn(first, last, rules.calendar)
}

function daysFrom({ store }: Office, from: number, to: number): CalendarDay[] {
  return listCalendar(store.read).filter(({ date }) => {
    const year = Number(date.slice(0, 4))
    return from <= year && year <= to
  })
}

/** The days off of a year by law and moon that have no row yet; one that stands is not proposed away. */
export function proposeYear(
  { office }: Context,
  { year }: Input<'calendar', 'propose'>,
): Output<'calendar', 'propose'> {
  const known = new Set(daysFrom(office, year, year).map(({ date }) => date))
  return proposeDaysOff(year)
    .filter(({ date }) => !known.has(date))
    .map(toChange)
}

/** The rows of a file that differ from the calendar. */
export async function readCalendarFile(
  { office }: Context,
  { content, fileName }: Input<'calendar', 'readFile'>,
): Promise<Output<'calendar', 'readFile'>> {
  // Four letters of base64 are three bytes: too much is refused before it is unpacked.
  if (content.length > (MAX_CALENDAR_BYTES * 4) / 3 + 4)
    throw new OfficeError('file-too-large', { limit: MAX_CALENDAR_BYTES })
  const rows = await readTable(Buffer.from(content, 'base64'), fileName)
  const days = readDays(rows).map(toChange)
  const rules = { days: listCalendar(office.store.read), clock: office.rules.clock }
  const changed = effectOf({ days, clock: null }, rules).days
  if (changed.length > MOST_DAYS) throw fieldError('content', 'too-many', { limit: MOST_DAYS })
  return changed.map(({ date, row }) => ({ date, row }))
}

function toChange({ date, ...row }: CalendarDay): DayChange {
  return { date, row }
}

/** The rows of some years as a file. */
export async function exportYears(
  context: Context,
  { from, to, format }: Input<'calendar', 'exportYears'>,
): Promise<Output<'calendar', 'exportYears'>> {
  if (from > to) throw fieldError('to', 'from-after-to')
  const { office } = context
  const authorId = userOf(context)
  const days = daysFrom(office, from, to)
  const bytes = format === 'csv' ? calendarCsv(days) : await calendarXlsx(days)
  const file = {
    name: calendarFileName(from, to, format),
    mediaType: format === 'csv' ? CSV_MEDIA_TYPE : XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  return leave(context, authorId, file, { what: 'calendar', rows: days.length, filter: { from, to, format } })
}

/** Every open dossier whose due date the change would move. */
export async function whatIf(
  { office }: Context,
  change: Input<'calendar', 'whatIf'>,
): Promise<Output<'calendar', 'whatIf'>> {
  checkChange(change)
  return office.worker.run('countWhatIf', { change, today: office.today() })
}

/** A part of the moved dossiers. */
export async function moved(
  { office }: Context,
  input: Input<'calendar', 'moved'>,
): Promise<Output<'calendar', 'moved'>> {
  checkList(input.list)
  return office.worker.run('pageMoved', { ...input, today: office.today() })
}

/** All of them as an Excel file. */
export async function exportMoved(
  context: Context,
  { language, list }: Input<'calendar', 'exportMoved'>,
): Promise<Output<'calendar', 'exportMoved'>> {
  checkList(list)
  const { office } = context
  const authorId = userOf(context)
  const { name, parentAgency } = particularsOf(office)
  const today = office.today()
  const input = { list, today, language, office: { name, parentAgency } }
  const { bytes, rows } = await office.worker.run('exportMovedDossiers', input)
  const file = {
    name: movedListFileName({ language, officeName: name, on: today }),
    mediaType: XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  const filter = { changeId: list.of === 'change' ? list.changeId : null }
  return leave(context, authorId, file, { what: 'moved', rows, language, filter })
}

function checkList(list: MovedOf): void {
  if (list.of === 'draft') checkChange(list.change)
}

/** The changes made so far, newest first. */
export function ruleChanges({ office }: Context): Output<'calendar', 'changes'> {
  return listRuleChanges(office.store.read, 'calendar').map((stored) => {
    const { id, at, authorName, reason } = stored
    const { days, clock, moved } = detailOf(stored)
    return { id, at, authorName, reason, days, clock, moved }
  })
}

/** What the head should think of: next year from December on, and years dossiers are due in. */
export function remindersOf({ office }: Context): Output<'calendar', 'reminders'> {
  const { calendar } = office.rules
  const today = office.today()
  const year = Number(today.slice(0, 4))
  const reminders: Output<'calendar', 'reminders'> = []
  if (today.slice(5, 7) === '12' && !calendar.isConfirmedYear(year + 1)) {
    reminders.push({ kind: 'next-year-unconfirmed', year: year + 1 })
  }
  for (const due of openDueByYear(office.store.read)) {
    // Years that have gone are not going to be announced.
    if (due.year < year || calendar.isConfirmedYear(due.year)) continue
    reminders.push({ kind: 'due-in-unconfirmed-year', year: due.year, dossiers: due.n })
  }
  return reminders
}
