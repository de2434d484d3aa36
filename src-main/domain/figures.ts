/**
 * The definitions of the figures: Biểu II.06a "Tình hình, kết quả giải quyết TTHC"
 * (Thông tư 01/2020/TT-VPCP).
 */

/** The counts of one row of Biểu II.06a; the numbers in brackets are its columns. */
export interface FigureCounts {
  /** (4) accepted in the period, filed online. */
  receivedOnline: number
  /** (5) accepted in the period, direct and postal. */
  receivedDirectPostal: number
  /** (6) accepted before the period and not ended before it. */
  carriedOver: number
  /** (8) ended in the period before the due date. */
  resolvedEarly: number
  /** (9) ended in the period on the due date. */
  resolvedOnTime: number
  /** (10) ended in the period after the due date. */
  resolvedLate: number
  /** (12) the rest at the end of the last day, due date not before it or clock stopped. */
  pendingInTime: number
  /** (13) the rest, due date before the last day. */
  pendingOverdue: number
  /** Memo: ended by refusal, within (7). */
  refused: number
  /** Memo: ended by the applicant's withdrawal, within (7). */
  withdrawn: number
  /** Memo: stopped at the applicant's request, within (7). */
  stopped: number
  /** Memo: pending with a stopped clock, within (12). */
  paused: number
}

/** The counted columns. */
export const FIGURE_KEYS = [
  'receivedOnline',
  'receivedDirectPostal',
  'carriedOver',
  'resolvedEarly',
  'resolvedOnTime',
  'resolvedLate',
  'pendingInTime',
  'pendingOverdue',
  'refused',
  'withdrawn',
  'stopped',
  'paused',
] as const satisfies readonly (keyof FigureCounts)[]

/** The columns that are sums of others. */
export interface FigureTotals {
  /** (3) = 4 + 5 + 6. */
  receivedTotal: number
  /** Accepted in the period = 4 + 5. */
  receivedInPeriod: number
  /** (7) = 8 + 9 + 10. */
  resolved: number
  /** (11) = 12 + 13. */
  pending: number
}

/** Counts of nothing. */
export function noFigures(): FigureCounts {
  return {
    receivedOnline: 0,
    receivedDirectPostal: 0,
    carriedOver: 0,
    resolvedEarly: 0,
    resolvedOnTime: 0,
    resolvedLate: 0,
    pendingInTime: 0,
    pendingOverdue: 0,
    refused: 0,
    withdrawn: 0,
    stopped: 0,
    paused: 0,
  }
}

/** The sum of several rows. */
export function addFigures(rows: readonly FigureCounts[]): FigureCounts {
  const sum = noFigures()
  for (const row of rows) for (const key of FIGURE_KEYS) sum[key] += row[key]
  return sum
}

/** The columns that are sums. */
export function totalsOf(counts: FigureCounts): FigureTotals {
  const receivedInPeriod = counts.receivedOnline + counts.receivedDirectPostal
  return {
    receivedInPeriod,
    receivedTotal: receivedInPeriod + counts.carriedOver,
    resolved: counts.resolvedEarly + counts.resolvedOnTime + counts.resolvedLate,
    pending: counts.pendingInTime + counts.pendingOverdue,
  }
}

/** An identity of Biểu II.06a and whether it holds. */
export interface IdentityCheck {
  identity:
    'received=resolved+pending' | 'rows=total' | 'carried-over=pending-before' | 'carried-over=pending-closed'
  left: number
  right: number
  holds: boolean
}

/**
 * The identities that are not true by construction: what came in equals what went out plus what is left; the
 * rows add up to the total; what was carried over is what was pending when the period before ended.
 * @param total counted on its own, not summed from the rows.
 * @param pendingBefore pending at the end of the day before the period.
 * @param pendingClosed pending as the closed period that ends on that day has it; `null` where none stands closed.
 */
export function checkIdentities(
  total: FigureCounts,
  rows: readonly FigureCounts[],
  pendingBefore: number,
  pendingClosed: number | null = null,
): IdentityCheck[] {
  const sums = totalsOf(total)
  const ofRows = addFigures(rows)
  const rowsLeft = FIGURE_KEYS.reduce((sum, key) => sum + ofRows[key], 0)
  const rowsRight = FIGURE_KEYS.reduce((sum, key) => sum + total[key], 0)
  return [
    check('received=resolved+pending', sums.receivedTotal, sums.resolved + sums.pending),
    {
      ...check('rows=total', rowsLeft, rowsRight),
      holds: FIGURE_KEYS.every((key) => ofRows[key] === total[key]),
    },
    check('carried-over=pending-before', total.carriedOver, pendingBefore),
    ...(pendingClosed === null
      ? []
      : [check('carried-over=pending-closed', total.carriedOver, pendingClosed)]),
  ]
}

function check(identity: IdentityCheck['identity'], left: number, right: number): IdentityCheck {
  return { identity, left, right, holds: left === right }
}

/** A part of a whole. */
export interface Share {
  part: number
  whole: number
  /** In percent; `null` of nothing. */
  percent: number | null
}

/** The share a part is of a whole. */
export function shareOf(part: number, whole: number): Share {
  return { part, whole, percent: whole === 0 ? null : (part / whole) * 100 }
}

/** Early and on time as a share of a whole. */
export function onTimeShare(
  { resolvedEarly, resolvedOnTime }: Pick<FigureCounts, 'resolvedEarly' | 'resolvedOnTime'>,
  whole: number,
): Share {
  return shareOf(resolvedEarly + resolvedOnTime, whole)
}
