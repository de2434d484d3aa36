/**
 * Closed periods (*chốt kỳ báo cáo*): what a closing fixes, what may be closed beside what, and how figures differ from those
 * of a closing (docs/closing.md).
 */
import { type CalendarDay, WorkingCalendar } from './calendar.ts'
import type { CivilDate, Instant } from './civil-date.ts'
import type { ClockSettings } from './clock.ts'
import type { Channel, OnlineLevel } from './dossier.ts'
import {
  type ColumnCounts,
  COLUMN_KEYS,
  type Counted,
  type CountedDossier,
  type Method,
  addCounted,
  classOf,
  daysLateIn,
  noCounts,
} from './figure-class.ts'
import {
  BREAKDOWNS,
  type Breakdown,
  type CountedTable,
  type CountedTimes,
  rowKeyOf,
} from './figure-tables.ts'
import { type Period, type PeriodKind, type PeriodRule, presetOf } from './period.ts'
import type { ProcedureVersion } from './procedure.ts'

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

/** What a dossier counts as in a period, as a closing lists it; `null` when in none of its columns. */
export function closedDossierOf(
  dossier: CountedDossier,
  code: string,
  period: Period,
  method: Method,
  calendar: WorkingCalendar,
): ClosedDossier | null {
  const counted = classOf(dossier, period, method)
  if (counted === null) return null
  const { id, procedureId, commune, channel, onlineLevel, acceptedOn, lateCause } = dossier
  return {
    ...{ id, code, procedureId, commune, channel, onlineLevel, acceptedOn, lateCause, ...counted },
    daysLate: daysLateIn(counted, period, calendar),
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
    const apart = one.to < period.from || period.to < one.from
    const within =
      (one.from <= period.from && period.to <= one.to) || (period.from <= one.from && one.to <= period.to)
    if (kind === own.kind && rule === own.rule && !apart && !within) {
      return { number: one.number, why: 'overlap' }
    }
  }
  return null
}

/** A cell of a closed table that its own list of dossiers does not make. */
export interface TableFault {
  by: Breakdown
  /** The row; `null`: the total. */
  key: string | null
  column: keyof ColumnCounts
  stored: number
  /** Counted from the list. */
  counted: number
}

/**
 * The tables counted again from the list of dossiers alone, and where they differ. Rows of months and of whose days it was
 * are not in the list: of those tables the totals are compared.
 */
export function tableFaults(
  { tables, dossiers, rules }: ClosedFigures,
  period: Period,
  most = 20,
): TableFault[] {
  const faults: TableFault[] = []
  const compare = (by: Breakdown, key: string | null, stored: ColumnCounts, counted: ColumnCounts): void => {
    for (const column of COLUMN_KEYS) {
      if (stored[column] !== counted[column] && faults.length < most)
        faults.push({ by, key, column, stored: stored[column], counted: counted[column] })
    }
  }
  const told = {
    period,
    calendar: new WorkingCalendar(rules.calendar.days),
    procedures: new Map(rules.procedures.versions.map((version) => [version.id, version])),
    whoseOf: () => null,
  }
  for (const by of BREAKDOWNS) {
    const table = tables.find((one) => one.by === by)
    const total = noCounts()
    const rows = new Map<string, ColumnCounts>()
    for (const dossier of dossiers) {
      const key = by === 'month' ? '' : rowKeyOf(by, asCounted(dossier), dossier, told)
      if (key === null) continue
      const row = rows.get(key) ?? noCounts()
      rows.set(key, row)
      addCounted(row, dossier)
      addCounted(total, dossier)
    }
    compare(by, null, table?.total ?? noCounts(), total)
    if (by === 'month' || by === 'whose') continue
    const stored = new Map(table?.rows.map(({ key, counts }) => [key, counts]))
    for (const key of new Set([...rows.keys(), ...stored.keys()]))
      compare(by, key, stored.get(key) ?? noCounts(), rows.get(key) ?? noCounts())
  }
  return faults
}

/** A row of a table is told by these alone; the rest of a history is not in the list. */
function asCounted(dossier: ClosedDossier): CountedDossier {
  const { id, procedureId, commune, channel, onlineLevel, acceptedOn, dueOn, endedOn, outcome, lateCause } =
    dossier
  return {
    ...{ id, procedureId, commune, channel, onlineLevel, acceptedOn, dueOn, endedOn, outcome, lateCause },
    ...{ dueMoves: [], returnedOn: null, pauses: [], apology: null, holderId: null, holderMoves: [] },
    endedBy: null,
  }
}
