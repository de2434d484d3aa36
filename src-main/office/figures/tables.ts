/**
 * Counting the tables of the figures and finding the dossiers behind a cell; runs in the worker.
 */
import type { CivilDate } from '../../domain/civil-date.ts'
import { historyAsOf } from '../../domain/dossier.ts'
import {
  CELL_COLUMNS,
  type CellColumn,
  type ColumnCounts,
  type Counted,
  type CountedDossier,
  type Method,
  addCounted,
  classOf,
  daysLateIn,
  isLateIn,
  noCounts,
  processingDays,
} from '../../domain/figure-class.ts'
import {
  type Breakdown,
  type CountedTable,
  type CountedTimes,
  NONE,
  ROW_ORDER,
  type TableRow,
  type TableRules,
  type Times,
  rowKeyOf,
} from '../../domain/figure-tables.ts'
import { LEG_HOLDERS, type LegShares, sharedLegs, sumOfShares } from '../../domain/legs.ts'
import { sortKey } from '../../domain/names.ts'
import { type Period, type PeriodRule, monthsOf } from '../../domain/period.ts'
import type { ReadDb } from '../../store/database.ts'
import { eventsOfMany } from '../../store/events.ts'
import { countedDossiers } from '../../store/figure-rows.ts'
import { listStaff } from '../../store/reference.ts'
import { rulesThen } from '../closing/rules.ts'
import { type DeskRules, deskRulesIn } from '../desk/legs.ts'
import type { TaskContext } from '../worker-protocol.ts'

/** Which figures: of which period, by which due date, by what was known when. */
export interface FigureQuery {
  period: Period
  /** How it is cut into months; by its own ends where left out. */
  rule?: PeriodRule
  method: Method
  /** Number of the last event that counts as known; `null`: all that is known now. */
  known: number | null
}

/** One cell of a table: a row (or the total, `null`) and a column. */
export interface Cell {
  by: Breakdown
  key: string | null
  column: CellColumn
  /** Only those whose due date compared with lies in these days, both in; open where `null`. */
  due?: { from: CivilDate | null; to: CivilDate | null } | null | undefined
}

/** A dossier and what it counts as. */
export type Placed = readonly [CountedDossier, Counted]

/** The dossiers that count in a period, each with what it counts as. */
export function placed(dossiers: readonly CountedDossier[], period: Period, method: Method): Placed[] {
  const found: Placed[] = []
  for (const dossier of dossiers) {
    const counted = classOf(dossier, period, method)
    if (counted !== null) found.push([dossier, counted])
  }
  return found
}

/** How many of them count in each column. */
export function countsOf(dossiers: readonly Placed[]): ColumnCounts {
  const counts = noCounts()
  for (const [, counted] of dossiers) addCounted(counts, counted)
  return counts
}

/** What a table is counted by, with the days late by leg where they have been counted already. */
export interface CountRules extends DeskRules {
  shares?: ReadonlyMap<number, LegShares>
}

function rulesFor(
  db: ReadDb,
  query: FigureQuery,
  by: Breakdown,
  counted: readonly Placed[],
  rules: CountRules = deskRulesIn(db),
): TableRules {
  const shares = by === 'whose' ? (rules.shares ?? sharesAsOf(db, counted, query, rules)) : null
  return {
    period: query.period,
    calendar: rules.calendar,
    procedures: rules.procedures,
    sharesOf: ({ id }) => shares?.get(id) ?? null,
  }
}

/**
 * The days late of each late dossier by leg, by what had happened at the end of the period; days late by the due date the
 * figures compare with.
 */
export function sharesAsOf(
  db: ReadDb,
  counted: readonly Placed[],
  { period, known }: FigureQuery,
  rules: DeskRules,
): Map<number, LegShares> {
  const late = new Map(counted.flatMap((one) => (isLateIn(one[1]) ? [[one[0].id, one] as const] : [])))
  const shares = new Map<number, LegShares>()
  for (const [id, events] of eventsOfMany(db, [...late.keys()], known)) {
    const [dossier, one] = late.get(id) ?? []
    const version = dossier && rules.procedures.get(dossier.procedureId)
    if (!one || !version) throw new Error(`no late dossier ${id} or no procedure for it`)
    const asOf = { end: one.endedOn ?? period.to, late: daysLateIn(one, period, rules.calendar) }
    shares.set(id, sharedLegs(historyAsOf(events, period.to), version, asOf, rules).shares)
  }
  return shares
}

/** Worker task: one table of a period. */
export function countTable(
  { db }: TaskContext,
  { query, by }: { query: FigureQuery; by: Breakdown },
): CountedTable {
  return db.snapshot(() => tableOf(db, query, by))
}

/** One table of a period; the rows of months are periods of their own, the total is that of the whole. */
export function tableOf(db: ReadDb, query: FigureQuery, by: Breakdown): CountedTable {
  const dossiers = countedDossiers(db, query.period, query.known, by === 'officer')
  return tableFrom(db, dossiers, query, by, rulesThen(db, query))
}

/**
 * The same from the period's dossiers, for several tables of one reading.
 * @param present what to count by; the rules of now unless told otherwise.
 */
export function tableFrom(
  db: ReadDb,
  dossiers: readonly CountedDossier[],
  query: FigureQuery,
  by: Breakdown,
  present?: CountRules,
): CountedTable {
  const { period, rule, method } = query
  const all = placed(dossiers, period, method)
  if (by === 'month') {
    const rows = monthsOf(period, rule).map((month) => ({
      ...{ key: month.from, label: '', of: month.to },
      counts: countsOf(placed(dossiers, month, method)),
    }))
    return { rows, total: countsOf(all) }
  }
  const total = noCounts()
  const rules = rulesFor(db, query, by, all, present)
  const rows = new Map<string, TableRow>()
  const nameOf = namer(db, by, rules)
  for (const [dossier, counted] of all) {
    const key = rowKeyOf(by, dossier, counted, rules)
    if (key === null) continue
    let row = rows.get(key)
    if (!row) rows.set(key, (row = { key, ...nameOf(dossier, counted), counts: noCounts() }))
    addCounted(row.counts, counted)
    addCounted(total, counted)
  }
  if (by === 'whose') return { ...withDays(all, rows, rules), total }
  return { rows: inOrder([...rows.values()], by), total }
}

/** The days late laid on each leg; one that has most of no dossier's can have days all the same. Their total is counted on its own. */
function withDays(
  all: readonly Placed[],
  rows: ReadonlyMap<string, TableRow>,
  { period, calendar, sharesOf }: TableRules,
): Omit<CountedTable, 'total'> {
  const late = all.filter(([, counted]) => isLateIn(counted))
  const days = sumOfShares(late.flatMap(([dossier]) => sharesOf(dossier) ?? []))
  const found = LEG_HOLDERS.flatMap((key): TableRow[] => {
    const row = rows.get(key) ?? { key, label: '', of: '', counts: noCounts() }
    return days[key] > 0 || rows.has(key) ? [{ ...row, daysLate: days[key] }] : []
  })
  const none = rows.get(NONE)
  return {
    rows: none === undefined ? found : [...found, { ...none, daysLate: 0 }],
    daysLate: late.reduce((sum, [, counted]) => sum + daysLateIn(counted, period, calendar), 0),
  }
}

function inOrder(rows: TableRow[], by: Breakdown): TableRow[] {
  const order = ROW_ORDER[by]
  if (order) return rows.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  if (by === 'cause') return rows.sort((a, b) => b.counts.late - a.counts.late || compare(a.key, b.key))
  // Those without a name last.
  return rows.sort(
    (a, b) =>
      Number(a.label === '') - Number(b.label === '') ||
      compare(sortKey(a.of), sortKey(b.of)) ||
      compare(sortKey(a.label), sortKey(b.label)),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function namer(
  db: ReadDb,
  by: Breakdown,
  { procedures }: TableRules,
): (dossier: CountedDossier, counted: Counted) => { label: string; of: string } {
  if (by === 'officer') {
    const names = new Map(listStaff(db).map(({ id, name }) => [id, name]))
    return (_, { officerId }) => ({ label: officerId === null ? '' : (names.get(officerId) ?? ''), of: '' })
  }
  return ({ procedureId, commune }) => {
    const { field = '', nameVi = '' } = procedures.get(procedureId) ?? {}
    switch (by) {
      case 'field':
        return { label: field, of: '' }
      case 'procedure':
        return { label: nameVi, of: field }
      case 'commune':
        return { label: commune.trim(), of: '' }
      default:
        return { label: '', of: '' }
    }
  }
}

/**
 * The dossiers a cell counts, as many as its number, and the period they count in: of a month's row that month. Those behind
 * days late are the ones that have some.
 */
export function dossiersOfCell(
  db: ReadDb,
  query: FigureQuery,
  { by, key, column, due }: Cell,
): { period: Period; dossiers: Placed[] } {
  const part =
    by === 'month' && key !== null
      ? monthsOf(query.period, query.rule).find(({ from }) => from === key)
      : query.period
  if (part === undefined) return { period: query.period, dossiers: [] }
  const all = placed(countedDossiers(db, part, query.known), part, query.method)
  const rules = rulesFor(db, query, by, all, rulesThen(db, query))
  const dossiers = all.filter(([dossier, counted]) => {
    if (!CELL_COLUMNS[column](counted) || !isDueIn(counted, due)) return false
    if (column === 'daysLate') return hasDays(rules.sharesOf(dossier), key)
    if (by === 'month') return true
    const row = rowKeyOf(by, dossier, counted, rules)
    // The total of a table of late dossiers is of late dossiers.
    return key === null ? row !== null : row === key
  })
  return { period: part, dossiers }
}

function isDueIn({ dueOn }: Counted, due: Cell['due']): boolean {
  if (due == null) return true
  return (due.from === null || dueOn >= due.from) && (due.to === null || dueOn <= due.to)
}

/** Whether some of a dossier's days late are laid on a leg, be it the one that has most of them or not. */
function hasDays(shares: LegShares | null, key: string | null): boolean {
  return shares !== null && LEG_HOLDERS.some((who) => (key === null || who === key) && shares[who] > 0)
}

/** Worker task: processing times by procedure, and of all. */
export function countTimes({ db }: TaskContext, query: FigureQuery): CountedTimes {
  return db.snapshot(() =>
    timesFrom(db, countedDossiers(db, query.period, query.known, false), query, rulesThen(db, query)),
  )
}

/** The same from the period's dossiers. @param present as for {@link tableFrom}. */
export function timesFrom(
  db: ReadDb,
  dossiers: readonly CountedDossier[],
  query: FigureQuery,
  present?: DeskRules,
): CountedTimes {
  const counted = placed(dossiers, query.period, query.method)
  const rules = rulesFor(db, query, 'procedure', counted, present)
  const nameOf = namer(db, 'procedure', rules)
  const groups = new Map<string, { label: string; of: string; days: number[] }>()
  const all: number[] = []
  for (const [dossier, counts] of counted) {
    const days = processingDays(dossier, counts, rules.calendar)
    const key = rowKeyOf('procedure', dossier, counts, rules)
    if (days === null || key === null || counts.outcome !== 'result') continue
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { ...nameOf(dossier, counts), days: [] }))
    group.days.push(days)
    all.push(days)
  }
  const rows = [...groups].map(([key, { label, of, days }]) => ({ key, label, of, ...spread(days) }))
  return {
    rows: rows.sort((a, b) => compare(sortKey(a.of + a.label), sortKey(b.of + b.label))),
    total: { key: '', label: '', of: '', ...spread(all) },
  }
}

/** Mean, median and 90th percentile (nearest rank) of numbers of days; zeros of none. */
export function spread(days: number[]): Pick<Times, 'n' | 'mean' | 'median' | 'p90'> {
  const sorted = days.toSorted((a, b) => a - b)
  const n = sorted.length
  if (n === 0) return { n, mean: 0, median: 0, p90: 0 }
  const at = (rank: number): number => sorted[Math.min(n, Math.max(1, rank)) - 1] ?? 0
  const half = Math.floor(n / 2)
  return {
    n,
    mean: sorted.reduce((sum, one) => sum + one, 0) / n,
    median: n % 2 === 1 ? at(half + 1) : (at(half) + at(half + 1)) / 2,
    p90: at(Math.ceil(n * 0.9)),
  }
}
