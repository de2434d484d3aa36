/**
 * Notices are printed in portions: a printer's tray and a print preview take a few hundred pages, not thousands.
 */

/** Pages of a portion. */
export const PORTION = 200

/** A part of the list, counted from 1 as people count. */
export interface Portion {
  from: number
  to: number
}

/** The portions of so many pages, in order. */
export function portionsOf(total: number): Portion[] {
  return Array.from({ length: Math.ceil(total / PORTION) }, (_, index) => ({
    from: index * PORTION + 1,
    to: Math.min(total, (index + 1) * PORTION),
  }))
}
