/**
 * The tables of the figures: what their rows are, and in which row a dossier counts.
 */
import type { WorkingCalendar } from './calendar.ts'
import { LATE_BANDS, lateBand } from './clock.ts'
import { CHANNELS, ONLINE_LEVELS } from './dossier.ts'
import {
  type Column,
  type ColumnCounts,
  type Counted,
  type CountedDossier,
  daysLateIn,
  isLateIn,
} from './figure-class.ts'
import { LEG_HOLDERS, type LegShares, mainHolder } from './legs.ts'
import { sortKey } from './names.ts'
import type { Period } from './period.ts'
import type { ProcedureVersion } from './procedure.ts'

/**
 * What a table has a row for each of. A row of `month` is a period of its own: its opening balance, what came in, what went
 * out, what was left. `cause`, `apology`, `band` and `whose` are of late dossiers alone.
 */
export const BREAKDOWNS = [
  'field',
  'procedure',
  'commune',
  'officer',
  'channel',
  'level',
  'month',
  'cause',
  'apology',
  'band',
  'whose',
] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** The tables of late dossiers alone. */
export const LATE_BREAKDOWNS: ReadonlySet<Breakdown> = new Set(['cause', 'apology', 'band', 'whose'])

/** The columns a table shows besides its row's name. */
export function columnsOf(by: Breakdown): readonly Column[] {
  return LATE_BREAKDOWNS.has(by) ? ['late', 'resolvedLate', 'pendingOverdue'] : OFFICIAL_COLUMNS
}

/** What a table has a column for. */
export type TableColumn = Column | 'daysLate'

/** The number in a cell of a row. */
export function numberIn(row: Pick<TableRow, 'counts' | 'daysLate'>, column: TableColumn): number {
  return column === 'daysLate' ? (row.daysLate ?? 0) : row.counts[column]
}

/** Columns 3 to 13 of Biểu II.06a. */
export const OFFICIAL_COLUMNS = [
  'receivedTotal',
  'receivedOnline',
  'receivedDirectPostal',
  'carriedOver',
  'resolved',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
  'pending',
  'pendingInTime',
  'pendingOverdue',
] as const satisfies readonly Column[]

/** The memo lines under it. */
export const MEMO_COLUMNS = [
  'refused',
  'withdrawn',
  'stopped',
  'uncollected',
  'paused',
  'supplemented',
  'taxed',
  'lateWithApology',
  'lateWithLateApology',
  'lateWithoutApology',
] as const satisfies readonly Column[]

/** A row of a table. */
export interface TableRow {
  /** What it counts; see {@link rowKeyOf}. For `month` the first day of the part. */
  key: string
  /** Its name where the register has one: field, procedure, commune, person. Else empty: the key is said in words. */
  label: string
  /** For a procedure: its field. For `month`: the last day of the part. */
  of: string
  counts: ColumnCounts
  /** In the table `whose` alone: working days late laid on its legs, of whichever dossiers. */
  daysLate?: number
}

/** A table and its total, each counted on its own. */
export interface CountedTable {
  rows: TableRow[]
  total: ColumnCounts
  /** In the table `whose` alone: working days late of all late dossiers. */
  daysLate?: number
}

/** Processing times of those that ended in the period with a result, in working days their clocks ran. */
export interface Times extends Omit<TableRow, 'counts' | 'daysLate'> {
  n: number
  mean: number
  median: number
  p90: number
}

/** Processing times by procedure, and of all. */
export interface CountedTimes {
  rows: Times[]
  total: Times
}

/** What rows are told apart by. */
export interface TableRules {
  period: Period
  calendar: WorkingCalendar
  procedures: ReadonlyMap<number, Pick<ProcedureVersion, 'field' | 'nameVi'>>
  /** The days late of a late dossier by leg, `null` where they are not known; asked for the table `whose` only. */
  sharesOf: (dossier: Pick<CountedDossier, 'id'>) => LegShares | null
}

/** Key of those without a value: nobody, no commune, no level, no cause, no apology. */
export const NONE = ''

/**
 * Key of the row a dossier counts in; `null` where the table has none for it. Of `month` every row is a period of its own:
 * see `monthsOf`.
 */
export function rowKeyOf(
  by: Exclude<Breakdown, 'month'>,
  dossier: CountedDossier,
  counted: Counted,
  rules: TableRules,
): string | null {
  if (LATE_BREAKDOWNS.has(by) && !isLateIn(counted)) return null
  switch (by) {
    case 'field':
      return procedureOf(dossier, rules).field
    case 'procedure': {
      // Versions of one procedure that bear the same name are one row.
      const { field, nameVi } = procedureOf(dossier, rules)
      return `${field}\u0000${nameVi}`
    }
    case 'commune':
      return communeKey(dossier.commune, rules)
    case 'officer':
      return counted.officerId === null ? NONE : String(counted.officerId)
    case 'channel':
      return dossier.channel
    case 'level':
      return dossier.onlineLevel ?? NONE
    case 'cause':
      return dossier.lateCause ?? NONE
    case 'apology':
      return counted.apology ?? NONE
    case 'band':
      return lateBand(daysLateIn(counted, rules.period, rules.calendar))
    case 'whose': {
      const shares = rules.sharesOf(dossier)
      return (shares === null ? null : mainHolder(shares)) ?? NONE
    }
  }
}

const communeKeys = new WeakMap<TableRules, Map<string, string>>()

/** A branch has a few dozen communes, and making the key of a name takes longer than counting its dossier. */
function communeKey(commune: string, rules: TableRules): string {
  let keys = communeKeys.get(rules)
  if (!keys) communeKeys.set(rules, (keys = new Map<string, string>()))
  let key = keys.get(commune)
  if (key === undefined) keys.set(commune, (key = sortKey(commune.trim())))
  return key
}

function procedureOf({ procedureId }: CountedDossier, { procedures }: TableRules) {
  const found = procedures.get(procedureId)
  if (!found) throw new Error(`no procedure ${procedureId}`)
  return found
}

/** Rows that stand in an order of their own, most other tables in that of their names. */
export const ROW_ORDER: Partial<Record<Breakdown, readonly string[]>> = {
  channel: CHANNELS,
  level: [...ONLINE_LEVELS, NONE],
  apology: ['in-time', 'late', NONE],
  band: LATE_BANDS,
  whose: [...LEG_HOLDERS, NONE],
}
