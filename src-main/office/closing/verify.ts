/**
 * Verifying a closing: its hash, its place in the chain of closings, its tables against its own list, and the history up to it
 * counted again.
 */
import type { Input, Output } from '../../contract/index.ts'
import type { ClosingVerdict } from '../../contract/closing.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import { tableFaults } from '../../domain/closed-period.ts'
import { closedPeriodFaults, figuresTextOf, getClosing, sha256 } from '../../store/closed-periods.ts'
import type { Context } from '../context.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { paired } from './differences.ts'
import { countFigures } from './figures.ts'
import { closingOf } from './use-cases.ts'
import type { ClosedFigures } from '../../domain/closed-period.ts'

/** Verifies a closing. @throws OfficeError `not-found`. */
export function verifyClosing(
  { office }: Pick<Context, 'office'>,
  { number }: Input<'closing', 'verify'>,
): Promise<Output<'closing', 'verify'>> {
  closingOf(office.store.read, number)
  return office.worker.run('checkClosing', { number })
}

/** Worker task: recomputes a closing and all it stands on. */
export async function checkClosing(
  context: TaskContext,
  { number }: { number: number },
): Promise<ClosingVerdict> {
  const { db } = context
  // What comes after it in the chain says nothing of it.
  const faults = closedPeriodFaults(db).filter((one) => one.number <= number)
  const kept = readFigures(context, number)
  const head = getClosing(db, number)?.head
  if (kept === null || head === undefined) {
    return { intact: false, faults, cells: [], recounted: null, differing: 0 }
  }
  const { from, to, method, known } = head
  const period = { from, to }
  const cells = tableFaults(kept, period)
  const again = await countFigures(context, { period, method, known }, kept.rules)
  const recounted = canonicalJson(again) === canonicalJson(kept)
  return {
    intact: faults.length === 0 && cells.length === 0 && recounted,
    ...{ faults, cells, recounted },
    differing: paired(kept.dossiers, again.dossiers).length,
  }
}

/** The figures of a closing whose text is the one its head names; others may hold anything. */
export function readFigures({ db }: Pick<TaskContext, 'db'>, number: number): ClosedFigures | null {
  try {
    const text = figuresTextOf(db, number)
    if (text === undefined || sha256(text) !== getClosing(db, number)?.head.figures) return null
    // Written by addClosing from this type: the hash says so.
    return JSON.parse(text) as ClosedFigures
  } catch {
    return null
  }
}
