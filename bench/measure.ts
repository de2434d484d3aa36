/**
 * Pairs: ours and raw one after the other, many times, and what their ratios say.
 */
import type { Side, Sides } from './row.ts'

/** What one row showed on one database. Times in milliseconds. */
export interface Measured {
  rounds: number
  ours: number
  raw: number
  /** Median of the pairs' ratios, ours / raw. */
  ratio: number
  /** The tenth and ninetieth part of them. */
  ratioLow: number
  ratioHigh: number
  /** The least and the greatest of them; on a busy machine these say more about the machine. */
  ratioLeast: number
  ratioMost: number
  /** The slowest of ours. */
  oursMost: number
}

/** How long a row may take in all, about. */
const BUDGET_MS = 4000
const WARM_UP = 3
const FEWEST = 5

/**
 * Measures a row, the two sides in turn; which goes first changes with every pair.
 * @param rounds the number of pairs; `null` fits them into a few seconds.
 */
export async function measure(sides: Sides, maxRounds: number, rounds: number | null): Promise<Measured> {
  const started = performance.now()
  let warmUp = 0
  while (warmUp < WARM_UP && (warmUp === 0 || performance.now() - started < BUDGET_MS / 2)) {
    await pair(sides, warmUp++)
  }
  const each = (performance.now() - started) / warmUp
  const fitting = Math.max(FEWEST, Math.floor(BUDGET_MS / each))
  const count = Math.min(rounds ?? fitting, maxRounds)
  const pairs: Pair[] = []
  for (let round = 0; round < count; round++) pairs.push(await pair(sides, WARM_UP + round))
  return summarise(pairs)
}

interface Pair {
  ours: number
  raw: number
}

async function pair({ before, ours, raw }: Sides, round: number): Promise<Pair> {
  await before(round)
  if (round % 2 === 0) {
    const first = await time(ours, round)
    return { ours: first, raw: await time(raw, round) }
  }
  const first = await time(raw, round)
  return { ours: await time(ours, round), raw: first }
}

async function time(side: Side, round: number): Promise<number> {
  const started = performance.now()
  const result = side(round)
  if (result instanceof Promise) await result
  return performance.now() - started
}

/** The medians of pairs and the spread of their ratios. */
export function summarise(pairs: readonly Pair[]): Measured {
  const ratios = pairs.map(({ ours, raw }) => ours / raw)
  const ours = pairs.map((one) => one.ours)
  return {
    rounds: pairs.length,
    ours: quantile(ours, 0.5),
    raw: quantile(
      pairs.map((one) => one.raw),
      0.5,
    ),
    ratio: quantile(ratios, 0.5),
    ratioLow: quantile(ratios, 0.1),
    ratioHigh: quantile(ratios, 0.9),
    ratioLeast: Math.min(...ratios),
    ratioMost: Math.max(...ratios),
    oursMost: Math.max(...ours),
  }
}

/** The value below which that part of the values lies; the nearest one that was measured. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.round((sorted.length - 1) * part)]
  if (value === undefined) throw new RangeError('nothing was measured')
  return value
}
