/**
 * What was scanned from a pile, against the list of its batch.
 */
import type { BatchItem } from '../../../src-main/contract/handovers.ts'
import { normalCode } from '../../../src-main/domain/dossier-code.ts'

/** What became of a scanned code. */
export type ScanResult = 'found' | 'again' | 'answered' | 'foreign'

/** The pile so far: keys of the dossiers that are there, and codes that do not belong to it. */
export interface Pile {
  there: ReadonlySet<number>
  foreign: readonly string[]
  /** The last code, and what became of it. */
  last: { code: string; result: ScanResult } | null
}

/** Nothing scanned yet. */
export const EMPTY_PILE: Pile = { there: new Set(), foreign: [], last: null }

/** The pile with one more code. */
export function withCode(pile: Pile, items: readonly BatchItem[], typed: string): Pile {
  const code = normalCode(typed)
  const item = items.find((one) => one.code === code)
  if (item === undefined) {
    const foreign = pile.foreign.includes(code) ? pile.foreign : [...pile.foreign, code]
    return { ...pile, foreign, last: { code, result: 'foreign' } }
  }
  if (item.state !== 'given') return { ...pile, last: { code, result: 'answered' } }
  if (pile.there.has(item.id)) return { ...pile, last: { code, result: 'again' } }
  return { ...pile, there: new Set([...pile.there, item.id]), last: { code, result: 'found' } }
}

/** The pile with a dossier ticked by hand, or no longer. */
export function withTick(pile: Pile, id: number): Pile {
  const there = new Set(pile.there)
  if (!there.delete(id)) there.add(id)
  return { ...pile, there, last: null }
}

/** What still waits and was not found. */
export function notFound(pile: Pile, items: readonly BatchItem[]): BatchItem[] {
  return items.filter(({ id, state }) => state === 'given' && !pile.there.has(id))
}
