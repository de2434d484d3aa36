/**
 * Dates that cannot be, or that nobody would believe: what is to be mended in dossiers before a report of the figures
 * leaves (docs/figures.md, "Checks before a report leaves").
 */
import type { WorkingCalendar } from './calendar.ts'
import { type CivilDate, type Instant, dateOfInstant } from './civil-date.ts'
import { isWorkingDay } from './clock.ts'
import { type DossierEvent, type EventKind, effectiveEvents } from './dossier.ts'

/** What can be wrong with a dossier, the impossible first, then what is hard to believe. */
export const CHECK_KINDS = [
  /** The result was ready, or the dossier ended, at an earlier hour of the day it was received on. */
  'result-before-reception',
  /** The result was handed out at an earlier hour of the day it was ready on. */
  'collected-before-result',
  /** Received, ended or handed out on a day that had not come when it was entered, or has not come yet. */
  'in-the-future',
  'received-on-day-off',
  'result-on-day-off',
  'collected-on-day-off',
  /** Received and ended within {@link AT_ONCE_MINUTES}, by the moments they were entered or by those they are said of. */
  'ended-at-once',
  /** Nobody had it when it ended, or has it at the end of the period: the row "nobody" of the table by officer. */
  'no-holder',
  /** The due date taken over from paper is not the one its procedure's term leads to. */
  'term-differs',
] as const
export type CheckKind = (typeof CHECK_KINDS)[number]

/** A dossier that ended so few minutes after it was received, or was entered so, was not worked on in the program. */
export const AT_ONCE_MINUTES = 10

/** When something happened, and when it was written down; `enteredAt` is `null` for what was brought in from a file. */
export interface Stamp {
  on: CivilDate
  /** The moment, where the hour is known. */
  at: Instant | null
  enteredAt: Instant | null
}

/** The three moments of a dossier that the figures rest on. */
export interface Stamps {
  accepted: Stamp
  ended: Stamp | null
  returned: Stamp | null
}

/** Of a dossier all that is checked. */
export interface CheckedDossier extends Stamps {
  dueOn: CivilDate
  /** The due date its procedure's term leads to; `null` where the present one is the clock's own or none can be counted. */
  countedDueOn: CivilDate | null
  /** Who had it when it ended, or at the end of the period. */
  officerId: number | null
}

/** One doubt about a dossier, with the dates it rests on. */
export interface Doubt {
  kind: CheckKind
  /** The day that is doubted; `null` where it is none: nobody has it. */
  on: CivilDate | null
  /** The day it is held against: of reception, of the result, of its entry, or as the term has it. */
  against: CivilDate | null
  /** Minutes between reception and end, of `ended-at-once` alone. */
  minutes: number | null
}

/** The kinds of event that are looked at. */
export const CHECKED_EVENTS = [
  'accepted',
  'result-ready',
  'refused',
  'withdrawn',
  'stopped',
  'returned',
  'corrected',
] as const satisfies readonly EventKind[]

const ENDS: ReadonlySet<EventKind> = new Set(['result-ready', 'refused', 'withdrawn', 'stopped'])

/** An event with whether it came from a file. */
export type BroughtEvent = DossierEvent & { importId: number | null }

/**
 * The moments of a history, corrections applied; what was re-dated counts as entered by its correction.
 * @throws HistoryError for corrections of what is not there.
 */
export function stampsOf(events: readonly BroughtEvent[]): Stamps | null {
  const corrected = new Map<number, Instant>()
  for (const { fact, enteredAt } of events) {
    if (fact.kind === 'corrected' && fact.redated) corrected.set(fact.redated.seq, enteredAt)
  }
  const brought = new Set(events.filter(({ importId }) => importId !== null).map(({ seq }) => seq))
  let accepted: Stamp | null = null
  let ended: Stamp | null = null
  let returned: Stamp | null = null
  for (const { seq, happenedOn, happenedAt, enteredAt, fact } of effectiveEvents(events)) {
    const entered = corrected.get(seq) ?? (brought.has(seq) ? null : enteredAt)
    const stamp: Stamp = { on: happenedOn, at: happenedAt, enteredAt: entered }
    if (fact.kind === 'accepted') accepted = stamp
    else if (ENDS.has(fact.kind)) ended = stamp
    else if (fact.kind === 'returned') returned = stamp
  }
  return accepted && { accepted, ended, returned }
}

/** Everything that is doubtful about a dossier, in the order of {@link CHECK_KINDS}. @param today of the office. */
export function doubtsOf(dossier: CheckedDossier, calendar: WorkingCalendar, today: CivilDate): Doubt[] {
  const { accepted, ended, returned, dueOn, countedDueOn, officerId } = dossier
  const doubts: Doubt[] = []
  const doubt = (kind: CheckKind, on: CivilDate | null, against: CivilDate | null = null): void => {
    doubts.push({ kind, on, against, minutes: null })
  }
  if (ended !== null && isBefore(ended, accepted)) doubt('result-before-reception', ended.on, accepted.on)
  if (ended !== null && returned !== null && isBefore(returned, ended))
    doubt('collected-before-result', returned.on, ended.on)
  const future = [accepted, ended, returned].find((stamp) => stamp !== null && isAhead(stamp, today))
  if (future) doubt('in-the-future', future.on, limitOf(future, today))
  if (!isWorkingDay(accepted.on, calendar)) doubt('received-on-day-off', accepted.on)
  if (ended !== null && !isWorkingDay(ended.on, calendar)) doubt('result-on-day-off', ended.on)
  if (returned !== null && !isWorkingDay(returned.on, calendar)) doubt('collected-on-day-off', returned.on)
  const minutes = ended === null ? null : minutesBetween(accepted, ended)
  if (ended !== null && minutes !== null && minutes < AT_ONCE_MINUTES)
    doubts.push({ kind: 'ended-at-once', on: ended.on, against: null, minutes })
  if (officerId === null) doubt('no-holder', null)
  if (countedDueOn !== null && countedDueOn !== dueOn) doubt('term-differs', dueOn, countedDueOn)
  return doubts
}

/** By the hours of one day, where both are known: no history has the days themselves in another order. */
function isBefore(one: Stamp, other: Stamp): boolean {
  return one.on === other.on && one.at !== null && other.at !== null && one.at < other.at
}

/** The last day it can have happened on: the day it was entered, or today. */
function limitOf({ enteredAt }: Stamp, today: CivilDate): CivilDate {
  return enteredAt === null ? today : dateOfInstant(enteredAt)
}

function isAhead(stamp: Stamp, today: CivilDate): boolean {
  return stamp.on > today || stamp.on > limitOf(stamp, today)
}

/**
 * Minutes from reception to end: the fewest of those between the entries and those between the moments themselves; `null`
 * where neither is known. What came from a file was entered all at once.
 */
function minutesBetween(accepted: Stamp, ended: Stamp): number | null {
  const spans = [
    [accepted.enteredAt, ended.enteredAt],
    [accepted.at, ended.at],
  ].flatMap(([from, to]) => (from == null || to == null ? [] : [Date.parse(to) - Date.parse(from)]))
  const known = spans.filter((span) => span >= 0)
  return known.length === 0 ? null : Math.floor(Math.min(...known) / 60_000)
}
