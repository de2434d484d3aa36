/**
 * Verifying a closing: whether what is kept is as it was closed (its hash, its place in the chain of closings, its tables against
 * its own list); and, which is another question, whether the history up to it counted again by this program gives the same.
 */
import type { Input, Output } from '../../contract/index.ts'
import type { ClosingVerdict } from '../../contract/closing.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { type ClosedFigures, DEFINITIONS, countsAlike, definitionsOf } from '../../domain/closed-period.ts'
import { tableFaults } from '../../domain/closed-tables.ts'
import { closedPeriodFaults, getClosing, intactFiguresOf } from '../../store/closed-periods.ts'
import type { Context } from '../context.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { closingWorker } from './beside.ts'
import { paired } from './differences.ts'
import { countFigures } from './figures.ts'
import { closingOf } from './use-cases.ts'

/** Verifies a closing. @throws OfficeError `not-found`. */
export function verifyClosing(
  { office }: Pick<Context, 'office'>,
  { number }: Input<'closing', 'verify'>,
): Promise<Output<'closing', 'verify'>> {
  closingOf(office.store.read, number)
  return closingWorker(office).run('checkClosing', { number })
}

/** Worker task: recomputes a closing and all it stands on. */
export async function checkClosing(
  context: TaskContext,
  { number }: { number: number },
): Promise<ClosingVerdict> {
  const { db } = context
  // What comes after it in the chain says nothing of it.
  const faults = closedPeriodFaults(db).filter((one) => one.number <= number)
  const kept = intactFiguresOf(db, number)
  const head = getClosing(db, number)?.head
  const made = { definitions: head === undefined ? 1 : definitionsOf(head), ours: DEFINITIONS }
  if (kept === null || head === undefined) {
    return { ...made, intact: false, faults, cells: [], recounted: null, differing: 0 }
  }
  const { from, to, method, known } = head
  const period = { from, to }
  const cells = countsAlike(head) ? tableFaults(kept, period) : []
  const again = await countFigures(context, { period, method, known }, kept.rules)
  return {
    ...made,
    intact: faults.length === 0 && cells.length === 0,
    ...{ faults, cells },
    recounted:
      canonicalJson(made.definitions === DEFINITIONS ? again : asKept(again, kept)) === canonicalJson(kept),
    differing: paired(kept.dossiers, again.dossiers).length,
  }
}

/** Of figures counted again what a closing of other definitions has: tables, columns and fields it knows nothing of left out. */
export function asKept(again: ClosedFigures, kept: ClosedFigures): unknown {
  const tables = kept.tables.map(({ by, daysLate }) => {
    const table = again.tables.find((one) => one.by === by)
    if (table === undefined) return null
    // Rows that have days and no dossier are of later definitions, as days are.
    return by === 'whose' && daysLate === undefined
      ? { ...table, rows: table.rows.filter(({ counts }) => counts.receivedTotal > 0) }
      : table
  })
  return likeIn({ ...again, tables }, kept)
}

function likeIn(value: unknown, kept: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(kept)) return value.map((item, at) => likeIn(item, kept[at]))
  if (!isRecord(value) || !isRecord(kept)) return value
  return Object.fromEntries(Object.keys(kept).map((key) => [key, likeIn(value[key], kept[key])]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
