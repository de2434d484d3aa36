/**
 * As reported then and as known now: the dossiers whose class differs, and the events entered since that made it. Runs in the
 * worker.
 */
import { WorkingCalendar } from '../../domain/calendar.ts'
import type { CivilDate, Instant } from '../../domain/civil-date.ts'
import { dateOfInstant } from '../../domain/civil-date.ts'
import {
  type ClosedDossier,
  type ClosedField,
  type ClosingHead,
  closedDossier,
  fieldsDiffering,
  isCauseAlone,
  sharesDays,
} from '../../domain/closed-period.ts'
import { type DossierEvent, type EventKind, fold, isAccepted } from '../../domain/dossier.ts'
import { type Method, classOf, countedOf } from '../../domain/figure-class.ts'
import type { Period } from '../../domain/period.ts'
import { digestOf } from '../../store/audit.ts'
import { codeOf, eventsSince, figuresOf, standingClosings } from '../../store/closed-periods.ts'
import type { ReadDb } from '../../store/database.ts'
import { eventsOf } from '../../store/events.ts'
import { lastEventBy, lastEventOf } from '../../store/figure-rows.ts'
import { listCalendar } from '../../store/reference.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { dossiersOf } from './figures.ts'

/** An event entered since that changed what its dossier counts as. */
export interface MakingEvent {
  seq: number
  kind: EventKind
  happenedOn: CivilDate
  enteredAt: Instant
  authorName: string
  /** Entered on a later day than it happened. */
  lateEntry: boolean
}

/** A dossier that counts otherwise. */
export interface Difference {
  id: number
  code: string
  /** `null`: in none of the columns. */
  before: ClosedDossier | null
  after: ClosedDossier | null
  fields: ClosedField[]
  /** Empty where the rules of now make the difference: another calendar, or another list of procedures. */
  events: MakingEvent[]
}

/** The differences, the first so many one by one. */
export interface Differences {
  known: number
  total: number
  /** Of these such as differ in the cause written down alone: they count as they did. */
  causeAlone: number
  /** Those that count otherwise first. */
  rows: Difference[]
}

/** The most that are told one by one. */
export const MOST_DIFFERENCES = 2000

interface Asked {
  period: Period
  method: Method
}

/** Worker task: a closing held against the figures as they are known now. `null`: there is no such closing. */
export function differencesOfClosing(
  { db }: Pick<TaskContext, 'db'>,
  { number, known, period, method }: Asked & { number: number; known: number },
  most = MOST_DIFFERENCES,
): Differences | null {
  return db.snapshot(() => {
    const figures = figuresOf(db, number)
    return figures === undefined
      ? null
      : differencesFrom(db, { period, method }, known, figures.dossiers, most)
  })
}

/** Worker task: the figures as they were known at a moment held against those known now. */
export function differencesSince(
  { db }: Pick<TaskContext, 'db'>,
  { moment, period, method }: Asked & { moment: Instant },
  most = MOST_DIFFERENCES,
): Differences {
  return db.snapshot(() => {
    const known = lastEventBy(db, moment)
    const before = dossiersOf(db, { period, method, known }, calendarOf(db))
    return differencesFrom(db, { period, method }, known, before, most)
  })
}

/**
 * A closing that stands and has days of a period: how many of its dossiers count otherwise now, and of how many another cause of
 * lateness is written down and nothing else.
 */
export interface Conflict {
  number: number
  differing: number
  causeAlone: number
}

/** What was counted last for each closing; the worker lives as long as its office is open. */
const counted = new Map<string, { state: string; counts: Omit<Conflict, 'number'> }>()

/**
 * Worker task: the closings that have days of a period, each held against the figures as they are known now. Counted again
 * only once something was entered or the calendar changed.
 */
export async function countConflicts(
  { db, breathe }: TaskContext,
  { from, to }: Period,
): Promise<Conflict[]> {
  const conflicts: Conflict[] = []
  for (const { head, hash } of standingClosings(db)) {
    if (!sharesDays(head, { from, to })) continue
    const { number } = head
    const state = `${lastEventOf(db)} ${digestOf(db, 'calendar_day')}`
    const before = counted.get(hash)
    const counts = before?.state === state ? before.counts : db.snapshot(() => countDiffering(db, head))
    counted.set(hash, { state, counts })
    conflicts.push({ number, ...counts })
    await breathe()
  }
  return conflicts
}

/** How many dossiers of a closing count otherwise now, and how many have another cause of lateness alone. */
export function countDiffering(
  db: ReadDb,
  { number, from, to, method }: ClosingHead,
): Omit<Conflict, 'number'> {
  const before = figuresOf(db, number)?.dossiers ?? []
  const after = dossiersOf(db, { period: { from, to }, method, known: null }, calendarOf(db))
  const found = paired(before, after)
  const causeAlone = countCauseAlone(found)
  return { differing: found.length - causeAlone, causeAlone }
}

function countCauseAlone(found: readonly Pick<Difference, 'fields'>[]): number {
  return found.filter(({ fields }) => isCauseAlone(fields)).length
}

/** The dossiers of two lists that are not the same in both. */
export function paired(
  before: readonly ClosedDossier[],
  after: readonly ClosedDossier[],
): Omit<Difference, 'events'>[] {
  const now = new Map(after.map((dossier) => [dossier.id, dossier]))
  const then = new Map(before.map((dossier) => [dossier.id, dossier]))
  return [...new Set([...then.keys(), ...now.keys()])]
    .sort((a, b) => a - b)
    .flatMap((id) => {
      const [old, present] = [then.get(id) ?? null, now.get(id) ?? null]
      const fields = fieldsDiffering(old, present)
      const code = (present ?? old)?.code ?? ''
      return fields.length === 0 ? [] : [{ id, code, before: old, after: present, fields }]
    })
}

function differencesFrom(
  db: ReadDb,
  asked: Asked,
  known: number,
  before: readonly ClosedDossier[],
  most: number,
): Differences {
  const calendar = calendarOf(db)
  const after = dossiersOf(db, { ...asked, known: null }, calendar)
  const found = paired(before, after)
  return {
    known,
    total: found.length,
    causeAlone: countCauseAlone(found),
    rows: found
      .sort((a, b) => Number(isCauseAlone(a.fields)) - Number(isCauseAlone(b.fields)))
      .slice(0, most)
      .map((one) => ({ ...one, events: makingEvents(db, one.id, known, asked, calendar) })),
  }
}

/** Of what was entered about a dossier since, the events that changed what it counts as, one added after the other. */
function makingEvents(
  db: ReadDb,
  id: number,
  known: number,
  { period, method }: Asked,
  calendar: WorkingCalendar,
): MakingEvent[] {
  const history: DossierEvent[] = eventsOf(db, id, known)
  const all = eventsOf(db, id)
  const code = codeOf(db, id)
  const classed = (): ClosedDossier | null => {
    if (!isAccepted(history)) return null
    const dossier = countedOf(id, fold(history))
    const counted = classOf(dossier, period, method)
    return counted === null ? null : closedDossier(dossier, counted, { code, period, calendar })
  }
  let before = classed()
  return eventsSince(db, id, known).flatMap(({ seq, ...event }) => {
    const added = all.find((one) => one.seq === seq)
    if (added === undefined) return []
    history.push(added)
    const after = classed()
    const made = fieldsDiffering(before, after).length > 0
    before = after
    const lateEntry = dateOfInstant(event.enteredAt) > event.happenedOn
    return made ? [{ seq, ...event, lateEntry }] : []
  })
}

function calendarOf(db: ReadDb): WorkingCalendar {
  return new WorkingCalendar(listCalendar(db))
}
