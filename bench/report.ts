/**
 * The bench's table.
 */
import type { Measured } from './measure.ts'
import type { BenchRow } from './row.ts'

/** One line: a row on a database, measured, or why it was not. */
export interface Line {
  row: Pick<BenchRow, 'name' | 'describe' | 'describeRaw'>
  size: string
  dossiers: number
  measured: Measured | null
  /** Why there is no measurement. */
  failed: string
}

const HEADS = ['row', 'dossiers', 'ours ms', 'raw ms', 'ratio', 'p10–p90', 'slowest', 'pairs'] as const

/** The table as Markdown, readable as it stands. */
export function table(lines: readonly Line[]): string {
  const cells = [HEADS, HEADS.map((_, column) => (column === 0 ? '---' : '--:')), ...lines.map(cellsOf)]
  const widths = HEADS.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  return cells
    .map((row) => `| ${row.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0)).join(' | ')} |`)
    .join('\n')
}

function cellsOf({ row, dossiers, measured, failed }: Line): string[] {
  const size = dossiers.toLocaleString('en')
  if (!measured) return [row.name, size, '–', '–', '–', failed, '–', '0']
  const { ours, raw, ratio, ratioLow, ratioHigh, oursMost, rounds } = measured
  const spread = `${short(ratioLow)}–${short(ratioHigh)}`
  return [row.name, size, short(ours), short(raw), short(ratio), spread, short(oursMost), String(rounds)]
}

/** Three figures that matter. */
function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3)
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width)
}
