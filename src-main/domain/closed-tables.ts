/**
 * The tables of a closed period counted again from its own list of dossiers: the tables, columns and rows it has, whatever this
 * program counts besides (docs/closing.md, "Verifying").
 */
import { WorkingCalendar } from './calendar.ts'
import type { ClosedDossier, ClosedFigures, ClosedTable } from './closed-period.ts'
import {
  COLUMNS,
  type Column,
  type ColumnCounts,
  type CountedDossier,
  addCounted,
  isLateIn,
  noCounts,
} from './figure-class.ts'
import { BREAKDOWNS, type Breakdown, type TableRules, rowKeyOf } from './figure-tables.ts'
import { LEG_HOLDERS, sumOfShares } from './legs.ts'
import type { Period } from './period.ts'

/** A cell of a closed table that its own list of dossiers does not make. */
export interface TableFault {
  by: Breakdown
  /** The row; `null`: the total. */
  key: string | null
  /** `row`: the whole row is missing, and would have so many dossiers. */
  column: Column | 'daysLate' | 'row'
  stored: number
  /** Counted from the list. */
  counted: number
}

/**
 * Where the tables are not what the list of dossiers makes, at most so many places. Rows of months are not in the list, nor, in
 * closings of the first definitions, whose days it was: of those tables the totals are compared.
 */
export function tableFaults(figures: ClosedFigures, period: Period, most = 20): TableFault[] {
  const rules = rulesOf(figures, period)
  return figures.tables.flatMap((table) => faultsOf(table, figures.dossiers, rules)).slice(0, most)
}

function rulesOf({ dossiers, rules }: ClosedFigures, period: Period): TableRules {
  const shares = new Map(dossiers.map((dossier) => [dossier.id, dossier.shares ?? null]))
  return {
    period,
    calendar: new WorkingCalendar(rules.calendar.days),
    procedures: new Map(rules.procedures.versions.map((version) => [version.id, version])),
    sharesOf: ({ id }) => shares.get(id) ?? null,
  }
}

/** Compared are the columns that were closed: not what this program counts besides, nor what it no longer counts. */
function faultsOf(table: ClosedTable, dossiers: readonly ClosedDossier[], rules: TableRules): TableFault[] {
  const { by } = table
  // A table of a later program.
  if (!BREAKDOWNS.includes(by)) return []
  const total = noCounts()
  const rows = new Map<string, ColumnCounts>()
  const inTable: ClosedDossier[] = []
  for (const dossier of dossiers) {
    const key = by === 'month' ? '' : rowKeyOf(by, asCounted(dossier), dossier, rules)
    if (key === null) continue
    const row = rows.get(key) ?? noCounts()
    rows.set(key, row)
    addCounted(row, dossier)
    addCounted(total, dossier)
    inTable.push(dossier)
  }
  const columns = keysOf(table.total).filter((column) => column in COLUMNS)
  const compare = (key: string | null, before: ColumnCounts, again: ColumnCounts): TableFault[] =>
    columns
      .map((column) => ({ by, key, column, stored: before[column] ?? 0, counted: again[column] }))
      .filter(({ stored, counted }) => stored !== counted)
  const faults = compare(null, table.total, total)
  const told = by === 'whose' ? inTable.every(({ shares }) => shares !== undefined) : by !== 'month'
  if (!told) return faults
  const stored = new Map(table.rows.map((row) => [row.key, row.counts]))
  for (const key of new Set([...rows.keys(), ...stored.keys()])) {
    const [before, again] = [stored.get(key), rows.get(key) ?? noCounts()]
    if (before !== undefined) faults.push(...compare(key, before, again))
    else faults.push({ by, key, column: 'row', stored: 0, counted: again.receivedTotal })
  }
  return by === 'whose' ? [...faults, ...daysDiffering(table, inTable)] : faults
}

/** The days late of the table `whose`, against those of the dossiers. */
function daysDiffering(
  { by, rows, daysLate = 0 }: ClosedTable,
  dossiers: readonly ClosedDossier[],
): TableFault[] {
  const shares = sumOfShares(dossiers.flatMap((dossier) => dossier.shares ?? []))
  const sum = dossiers.reduce((days, dossier) => days + (isLateIn(dossier) ? dossier.daysLate : 0), 0)
  const lines = [
    { key: null, stored: daysLate, counted: sum },
    ...LEG_HOLDERS.map((key) => ({
      key,
      stored: rows.find((row) => row.key === key)?.daysLate ?? 0,
      counted: shares[key],
    })),
  ]
  return lines
    .filter(({ stored, counted }) => stored !== counted)
    .map((line) => ({ by, column: 'daysLate', ...line }))
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[]
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
