/**
 * Closed periods (*chốt kỳ báo cáo*): what a closing fixes, what may be closed beside what, and how figures differ from those
 * of a closing (docs/closing.md).
 */
import type { CalendarDay, WorkingCalendar } from './calendar.ts'
import type { CivilDate, Instant } from './civil-date.ts'
import type { ClockSettings } from './clock.ts'
import type { Channel, OnlineLevel } from './dossier.ts'
import { type Counted, type CountedDossier, type Method, daysLateIn } from './figure-class.ts'
import type { Breakdown, CountedTable, CountedTimes } from './figure-tables.ts'
import type { LegShares } from './legs.ts'
import { type Period, type PeriodKind, type PeriodRule, presetOf } from './period.ts'
import type { ProcedureVersion } from './procedure.ts'

/**
 * How figures are counted, and what of them a closing keeps: one more whenever either changes. A closing names those it was
 * made by; one that names none was made by the first.
 * 2: the table `whose` has days late by leg, and the list of dossiers what makes them.
 */
export const DEFINITIONS = 2

/** The first definitions whose tables are still made of the list as {@link DEFINITIONS} make them. */
export const SAME_TABLES_SINCE = 1

/** The definitions a closing was made by. */
export function definitionsOf({ definitions = 1 }: Pick<ClosingHead, 'definitions'>): number {
  return definitions
}

/** Whether its tables, counted again by this program, have to be those that were closed. */
export function countsAlike(head: Pick<ClosingHead, 'definitions'>): boolean {
  const definitions = definitionsOf(head)
  return SAME_TABLES_SINCE <= definitions && definitions <= DEFINITIONS
}

/** A dossier of a closed period: what it counted as, and what the rows of the tables tell it by. */
export interface ClosedDossier extends Counted {
  id: number
  code: string
  procedureId: number
  commune: string
  channel: Channel
  onlineLevel: OnlineLevel | null
  acceptedOn: CivilDate
  /** Code of the cause of lateness, `null` where none was written down. */
  lateCause: string | null
  /** Working days; 0 for what was not late. */
  daysLate: number
  /** Of what was late: its days late by leg. Since definitions 2. */
  shares?: LegShares
}

/** A table as it was closed. */
export interface ClosedTable extends CountedTable {
  by: Breakdown
}

/** All that was counted, and all it was counted by: the history up to an event, and these rules, give it again. */
export interface ClosedFigures {
  tables: ClosedTable[]
  times: CountedTimes
  /** By their keys. */
  dossiers: ClosedDossier[]
  rules: {
    /** SHA-256 of the tables of calendar and procedures, as the audit vouches for them; the rows themselves. */
    calendar: { digest: string; days: CalendarDay[] }
    /** The versions the dossiers were received under. */
    procedures: { digest: string; versions: ProcedureVersion[] }
    clock: ClockSettings
  }
}

/** What a closing says of itself; its hash is over this. */
export interface ClosingHead {
  /** 1, 2, 3 … over all closings of the register. */
  number: number
  /** Hash of the closing before; of 64 zeros for the first. */
  before: string
  office: { name: string; parentAgency: string; agencyCode: string }
  from: CivilDate
  to: CivilDate
  kind: PeriodKind | 'range'
  rule: PeriodRule | null
  /** 1, or one more than the closing of the same period that was opened again. */
  version: number
  method: Method
  /** See {@link DEFINITIONS}; left out by the first. */
  definitions?: number
  /** Number of the last event that counted. */
  known: number
  closedAt: Instant
  closedBy: { id: number; name: string }
  /** How many dossiers the list has, and how many of them were pending. */
  dossiers: number
  pending: number
  /** The register: its first link, and the last one before the closing, in hexadecimal. */
  register: string
  links: number
  tail: string
  /** SHA-256 of the canonical text of the figures, in hexadecimal. */
  figures: string
}

/** `before` of the first closing. */
export const NO_HASH = '0'.repeat(64)

/** A dossier and what it counts as, as a closing lists it. */
export function closedDossier(
  dossier: CountedDossier,
  counted: Counted,
  {
    code,
    period,
    calendar,
    shares,
  }: { code: string; period: Period; calendar: WorkingCalendar; shares?: LegShares | undefined },
): ClosedDossier {
  const { id, procedureId, commune, channel, onlineLevel, acceptedOn, lateCause } = dossier
  return {
    ...{ id, code, procedureId, commune, channel, onlineLevel, acceptedOn, lateCause, ...counted },
    daysLate: daysLateIn(counted, period, calendar),
    ...(shares === undefined ? {} : { shares }),
  }
}

/** What two states of a dossier in a period can differ in. */
export const CLOSED_FIELDS = [
  'origin',
  'standing',
  'dueOn',
  'endedOn',
  'outcome',
  'paused',
  'officerId',
  'apology',
  'supplemented',
  'taxed',
  'uncollected',
  'procedureId',
  'commune',
  'channel',
  'onlineLevel',
  'acceptedOn',
  'lateCause',
  'daysLate',
] as const satisfies readonly (keyof ClosedDossier)[]
export type ClosedField = (typeof CLOSED_FIELDS)[number]

/** Whether two states differ in what is written down as the cause of lateness alone: the dossier counts as it did. */
export function isCauseAlone(fields: readonly ClosedField[]): boolean {
  return fields.every((field) => field === 'lateCause')
}

/** The fields two states differ in; all that are told of a dossier one of the two does not have. */
export function fieldsDiffering(before: ClosedDossier | null, after: ClosedDossier | null): ClosedField[] {
  if (before === null && after === null) return []
  if (before === null || after === null) return ['origin']
  return CLOSED_FIELDS.filter((field) => before[field] !== after[field])
}

/** The kind of a period and the rule it follows; any other two days are a range. */
export function kindOfPeriod(period: Period): { kind: PeriodKind | 'range'; rule: PeriodRule | null } {
  const { kind, rule } = presetOf(period) ?? { kind: 'range', rule: null }
  return { kind, rule }
}

/** Whether two periods have days in common. */
export function sharesDays(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to
}

/** A closing that stands in the way of another. */
export interface Clash {
  number: number
  /** `same`: that period stands closed already. `overlap`: each of the two has days the other has not. */
  why: 'same' | 'overlap'
}

/**
 * The closing that stands in the way of closing a period. A month lies in its quarter and its year, and the nine months cross
 * the second half-year: periods of different kinds are different reports. Of one kind two that overlap without one lying in
 * the other would report some days twice and leave it open which report they belong to.
 */
export function clashOf(period: Period, standing: readonly (Period & { number: number })[]): Clash | null {
  const own = kindOfPeriod(period)
  for (const one of standing) {
    if (one.from === period.from && one.to === period.to) return { number: one.number, why: 'same' }
    const { kind, rule } = kindOfPeriod(one)
    const within =
      (one.from <= period.from && period.to <= one.to) || (period.from <= one.from && one.to <= period.to)
    if (kind === own.kind && rule === own.rule && sharesDays(one, period) && !within) {
      return { number: one.number, why: 'overlap' }
    }
  }
  return null
}
