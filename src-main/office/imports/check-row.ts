/**
 * Checks one row of a register and makes the history it stands for.
 */
import type { WorkingCalendar } from '../../domain/calendar.ts'
import { type CivilDate, toDayNumber } from '../../domain/civil-date.ts'
import {
  type ClockSettings,
  type DueDate,
  ClockError,
  dueDate,
  workingDaysBetween,
} from '../../domain/clock.ts'
import { EMPTY_PARTICULARS, type Particulars } from '../../domain/dossier.ts'
import type { ProcedureVersion } from '../../domain/procedure.ts'
import type { ReadDate } from './cells.ts'
import type { ProcedureFinder } from './procedures.ts'
import { type PlannedDossier, isHistory, planHistory } from './history.ts'
import type { CheckedRow } from './row.ts'
import { readCourse } from './course.ts'
import { readChannel } from './words.ts'

/** The longest texts the register takes; the same as at reception. */
const LIMITS = {
  code: 60,
  procedure: 500,
  applicantName: 200,
  idNumber: 20,
  phone: 20,
  address: 300,
  commune: 100,
  mapSheet: 20,
  plot: 20,
  certificateNumber: 40,
  holder: 100,
  note: 1000,
} as const
const ID_NUMBER = /^(\d{9}|\d{12}|\d{10}(-\d{3})?)$/
const PHONE = /^(\+84|0)\d{8,10}$/

/** What rows are checked by. */
export interface CheckRules {
  calendar: WorkingCalendar
  clock: ClockSettings
  procedures: ProcedureFinder
  /** The day of the import: nothing in a register happens after it. */
  today: CivilDate
}

/**
 * Checks a row. Its problems are left in `row`; those of its code among others are the caller's.
 * @returns the dossier, or `null` when a problem keeps it out.
 */
export function checkRow(row: CheckedRow, rules: CheckRules): PlannedDossier | null {
  row.neededLine('code', LIMITS.code)
  const procedureName = row.neededLine('procedure', LIMITS.procedure)
  const particulars = readParticulars(row)
  const holder = row.line('holder', LIMITS.holder)
  const accepted = readAcceptance(row, rules)
  const procedure =
    accepted && procedureName !== '' ? findProcedure(row, procedureName, accepted, rules) : null
  const due = accepted ? readDue(row, accepted, procedure, rules) : null
  const course = readCourse(row, { accepted, holder, today: rules.today })
  if (!accepted || !procedure || !due || !course || row.blocked) return null
  const planned = planHistory({
    code: row.code,
    procedureId: procedure.id,
    particulars,
    accepted,
    due,
    holder,
    course,
    today: rules.today,
  })
  if (isHistory(planned.events)) return planned
  row.report(row.has('state') ? 'state' : 'endedOn', 'state-contradicts-dates', { state: course.state })
  return null
}

function readAcceptance(row: CheckedRow, { today, calendar }: CheckRules): ReadDate | null {
  const before = row.problems.length
  const accepted = row.date('acceptedOn')
  if (accepted === null) {
    if (row.problems.length === before) row.report('acceptedOn', 'missing')
    return null
  }
  if (accepted.date > today) row.report('acceptedOn', 'date-in-future', { today })
  const day = calendar.kindOf(toDayNumber(accepted.date))
  if (!day.working)
    row.report('acceptedOn', 'off-day-reception', { reason: day.reason, name: day.row?.name ?? '' })
  return accepted
}

function findProcedure(
  row: CheckedRow,
  name: string,
  { date }: ReadDate,
  { procedures }: CheckRules,
): ProcedureVersion | null {
  const match = procedures.find(name, date)
  if ('version' in match) return match.version
  const { reason } = match
  if (reason === 'not-valid-on-date') {
    const { validFrom, validTo } = match
    row.report('procedure', 'unknown-procedure', { reason, date, validFrom, validTo: validTo ?? '' })
  } else {
    row.report('procedure', 'unknown-procedure', { reason })
  }
  return null
}

/** The printed due date stands; ours is set beside it, or takes its place where nothing is printed. */
function readDue(
  row: CheckedRow,
  accepted: ReadDate,
  procedure: ProcedureVersion | null,
  rules: CheckRules,
): { on: CivilDate; source: 'printed' | 'computed' } | null {
  const before = row.problems.length
  const printed = row.date('dueOn')
  if (printed === null && row.problems.length > before) return null
  const computed = procedure && accepted.date <= rules.today ? computeDue(procedure, accepted, rules) : null
  if (printed === null) {
    // A row that has no other problem is told why it stays out: the calendar ends before its term does.
    if (!computed && !row.blocked) row.report('dueOn', 'missing')
    if (!computed) return null
    row.report('dueOn', 'due-missing', { computed: computed.date })
    return { on: computed.date, source: 'computed' }
  }
  if (printed.date < accepted.date) {
    row.report('dueOn', 'due-before-reception', { printed: printed.date, accepted: accepted.date })
  } else if (computed && computed.date !== printed.date) {
    row.report('dueOn', 'due-differs', {
      printed: printed.date,
      computed: computed.date,
      days: workingDaysBetween(computed.date, printed.date, rules.calendar),
      provisional: computed.provisional ? 1 : 0,
    })
  }
  return { on: printed.date, source: 'printed' }
}

/** Our due date; `null` when it falls after the last day the calendar knows. */
function computeDue(
  procedure: ProcedureVersion,
  { date, time }: ReadDate,
  { calendar, clock }: CheckRules,
): DueDate | null {
  try {
    return dueDate(procedure, time === null ? { date } : { date, time }, calendar, clock)
  } catch (error) {
    if (error instanceof ClockError) return null
    throw error
  }
}

function readParticulars(row: CheckedRow): Particulars {
  const channel = readChannelOf(row)
  return {
    ...EMPTY_PARTICULARS,
    documents: [],
    applicantName: row.neededLine('applicantName', LIMITS.applicantName),
    idNumber: readNumber(row, 'idNumber', 'unusual-id-number', ID_NUMBER),
    phone: readNumber(row, 'phone', 'unusual-phone', PHONE),
    address: row.line('address', LIMITS.address),
    commune: row.line('commune', LIMITS.commune),
    mapSheet: row.line('mapSheet', LIMITS.mapSheet),
    plot: row.line('plot', LIMITS.plot),
    certificateNumber: row.line('certificateNumber', LIMITS.certificateNumber),
    note: row.line('note', LIMITS.note),
    ...channel,
  }
}

/** A citizen's number or phone. Blanks and dots between digits go; lost zeros are told, never put back. */
function readNumber(
  row: CheckedRow,
  field: 'idNumber' | 'phone',
  unusual: 'unusual-id-number' | 'unusual-phone',
  usual: RegExp,
): string {
  const line = row.line(field, LIMITS[field])
  const plain = /^[+\d][\d\s.-]*$/.test(line) && !usual.test(line) ? line.replace(/[\s.-]/g, '') : line
  if (usual.test(plain)) return plain
  if (line !== '' && line.length <= LIMITS[field]) row.report(field, unusual)
  return line
}

function readChannelOf(row: CheckedRow): Pick<Particulars, 'channel' | 'onlineLevel'> {
  const direct = { channel: 'direct', onlineLevel: null } as const
  const line = row.line('channel', 100)
  if (line === '') {
    if (row.has('channel')) row.tell('channel', 'missing', { assumed: 'direct' })
    return direct
  }
  const channel = readChannel(line)
  if (channel === null) row.report('channel', 'bad-value')
  return channel ?? direct
}
