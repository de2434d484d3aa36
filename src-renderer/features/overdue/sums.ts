/**
 * Sums over the late dossiers: by holder, procedure and commune, and by how late they are.
 */
import type { DossierRow } from '../../../src-main/contract/dossiers.ts'

/** Days late in the bands inspectors ask for, in working days. */
export const BANDS = ['1-5', '6-10', '11-30', 'over-30'] as const
export type Band = (typeof BANDS)[number]

/** The sums of a list of late dossiers. */
export interface LateSums {
  total: number
  byHolder: ReadonlyMap<number, number>
  /** Late, and nobody has taken it. */
  withoutHolder: number
  byProcedure: ReadonlyMap<number, number>
  byCommune: ReadonlyMap<string, number>
  byBand: Readonly<Record<Band, number>>
}

/** How late a dossier is, in working days. */
export function daysLateOf({ workingDays }: Pick<DossierRow, 'workingDays'>): number {
  // A due date on a day off is late by no working day until the next one has passed.
  return Math.max(0, -workingDays)
}

/** The band of a number of working days late. */
export function bandOf(days: number): Band {
  if (days <= 5) return '1-5'
  if (days <= 10) return '6-10'
  return days <= 30 ? '11-30' : 'over-30'
}

/** Counts a list of late dossiers. */
export function sumsOf(rows: readonly DossierRow[]): LateSums {
  const byHolder = new Map<number, number>()
  const byProcedure = new Map<number, number>()
  const byCommune = new Map<string, number>()
  const byBand = { '1-5': 0, '6-10': 0, '11-30': 0, 'over-30': 0 }
  for (const row of rows) {
    if (row.holderId !== null) countOne(byHolder, row.holderId)
    countOne(byProcedure, row.procedureId)
    if (row.commune !== '') countOne(byCommune, row.commune)
    byBand[bandOf(daysLateOf(row))] += 1
  }
  const withoutHolder = rows.filter((row) => row.holderId === null).length
  return { total: rows.length, byHolder, withoutHolder, byProcedure, byCommune, byBand }
}

function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
