/**
 * What a dossier counts as in a period: the one place where the definitions of the figures are applied. Every table, every
 * list behind a cell and every export is made of its answers (docs/figures.md).
 */
import type { WorkingCalendar } from './calendar.ts'
import type { CivilDate } from './civil-date.ts'
import { daysLate, daysTaken } from './clock.ts'
import type { Channel, Dossier, HolderMove, OnlineLevel, Outcome, PauseKind } from './dossier.ts'
import { stoppingPauses } from './dossier.ts'
import { FIGURE_KEYS, type FigureCounts, noFigures } from './figures.ts'
import type { Period } from './period.ts'

/**
 * Which due date is compared with: the original one, or the one an apology named, where that was sent before the original
 * one had come. A late apology extends nothing.
 */
export const METHODS = ['original', 'extended'] as const
export type Method = (typeof METHODS)[number]

/** Of a dossier's history all that its place in the figures of any period depends on. */
export interface CountedDossier {
  id: number
  procedureId: number
  commune: string
  channel: Channel
  onlineLevel: OnlineLevel | null
  acceptedOn: CivilDate
  dueOn: CivilDate
  /** Due dates before the present one, in order. */
  dueMoves: readonly { from: CivilDate; on: CivilDate }[]
  endedOn: CivilDate | null
  outcome: Outcome | null
  returnedOn: CivilDate | null
  /** Those that stop the clock. */
  pauses: readonly { kind: PauseKind; startOn: CivilDate; endOn: CivilDate | null }[]
  /** The apology that was sent: on which day, and the day it names. */
  apology: { sentOn: CivilDate; dueOn: CivilDate } | null
  /** Code of the cause of lateness, `null` where none is written down. */
  lateCause: string | null
  holderId: number | null
  holderMoves: readonly HolderMove[]
  endedBy: number | null
}

/** Where a dossier of a period comes from: columns 4, 5 and 6. */
export type Origin = 'online' | 'direct-postal' | 'carried-over'
/** How it left the period or stands at its end: columns 8, 9, 10, 12 and 13. */
export type Standing = 'early' | 'on-time' | 'late' | 'in-time' | 'overdue'

/** What a dossier counts as in a period, as of the end of its last day. */
export interface Counted {
  origin: Origin
  standing: Standing
  /** The due date compared with. */
  dueOn: CivilDate
  /** The day it ended in the period, `null` while pending. */
  endedOn: CivilDate | null
  /** How it ended, `null` while pending. */
  outcome: Outcome | null
  /** Pending with a stopped clock: what is waited for. */
  paused: PauseKind | null
  /** Who had it when it ended, or at the end of the period; `null`: nobody. */
  officerId: number | null
  /** An apology was sent by the end of the period: before the due date, or late. */
  apology: 'in-time' | 'late' | null
  /** It waited for a supplement, or for payment, in the period. */
  supplemented: boolean
  taxed: boolean
  /** It ended in the period with a result that was not collected by its end. */
  uncollected: boolean
}

/** The part of a dossier the figures count. */
export function countedOf(id: number, dossier: Dossier): CountedDossier {
  const { apology } = dossier
  const sent = apology?.state === 'approved' ? apology.sentOn : null
  return {
    id,
    procedureId: dossier.procedureId,
    commune: dossier.commune,
    channel: dossier.channel,
    onlineLevel: dossier.onlineLevel,
    acceptedOn: dossier.acceptedOn,
    dueOn: dossier.dueOn,
    dueMoves: dossier.dueMoves.map(({ from, on }) => ({ from, on })),
    endedOn: dossier.endedOn,
    outcome: dossier.outcome,
    returnedOn: dossier.returnedOn,
    pauses: stoppingPauses(dossier).map(({ kind, startOn, endOn }) => ({ kind, startOn, endOn })),
    apology: apology !== null && sent !== null ? { sentOn: sent, dueOn: apology.dueOn } : null,
    lateCause: dossier.lateCause?.cause ?? null,
    holderId: dossier.holderId,
    holderMoves: dossier.holderMoves,
    endedBy: dossier.endedBy,
  }
}

/** What a dossier counts as in a period; `null` when it is in none of its columns. */
export function classOf(dossier: CountedDossier, { from, to }: Period, method: Method): Counted | null {
  const { acceptedOn, channel } = dossier
  if (acceptedOn > to || (dossier.endedOn !== null && dossier.endedOn < from)) return null
  const ended = dossier.endedOn !== null && dossier.endedOn <= to
  // A due date moved after the period's last day was another one then; what has ended is judged by its last one.
  const original = ended ? dossier.dueOn : dueAsOf(dossier, to)
  const apology = dossier.apology !== null && dossier.apology.sentOn <= to ? dossier.apology : null
  const inTime = apology !== null && apology.sentOn < original
  const dueOn = method === 'extended' && inTime && apology.dueOn > original ? apology.dueOn : original
  const { endedOn, outcome, returnedOn } = dossier
  const paused = ended ? null : stoppedAt(dossier, to, dueOn)
  // One object, made at once: a period has tens of thousands of them.
  return {
    origin: acceptedOn < from ? 'carried-over' : channel === 'online' ? 'online' : 'direct-postal',
    standing:
      ended && endedOn !== null
        ? endedOn < dueOn
          ? 'early'
          : endedOn === dueOn
            ? 'on-time'
            : 'late'
        : dueOn >= to || paused !== null
          ? 'in-time'
          : 'overdue',
    dueOn,
    endedOn: ended ? endedOn : null,
    outcome: ended ? outcome : null,
    paused,
    officerId: ended ? dossier.endedBy : holderAt(dossier, to),
    apology: apology === null ? null : inTime ? 'in-time' : 'late',
    supplemented: hasWaited(dossier, 'supplement', from, to),
    taxed: hasWaited(dossier, 'payment', from, to),
    uncollected: ended && outcome === 'result' && (returnedOn === null || returnedOn > to),
  }
}

/** The due date in force at the end of a day: that of the last move that had happened, in the order of the history. */
function dueAsOf({ dueOn, dueMoves }: CountedDossier, day: CivilDate): CivilDate {
  return dueMoves[dueMoves.findLastIndex(({ on }) => on <= day) + 1]?.from ?? dueOn
}

/** A clock stands still in time only: one that had run out before the pause began is late and stays so. */
function stoppedAt({ pauses }: CountedDossier, to: CivilDate, dueOn: CivilDate): PauseKind | null {
  const standing = pauses.find(
    ({ startOn, endOn }) => startOn <= to && (endOn === null || endOn > to) && startOn <= dueOn,
  )
  return standing?.kind ?? null
}

/** Who had a dossier that had not ended, at the end of a day. */
function holderAt(
  { holderMoves, endedOn, endedBy, holderId }: CountedDossier,
  day: CivilDate,
): number | null {
  const later = holderMoves.find(({ on }) => on > day)
  if (later) return later.from
  return endedOn === null ? holderId : endedBy
}

function hasWaited({ pauses }: CountedDossier, kind: PauseKind, from: CivilDate, to: CivilDate): boolean {
  return pauses.some(
    (pause) => pause.kind === kind && pause.startOn <= to && (pause.endOn === null || pause.endOn >= from),
  )
}

/** Whether it is late in the period: ended late, or overdue at its end. */
export function isLateIn({ standing }: Pick<Counted, 'standing'>): boolean {
  return standing === 'late' || standing === 'overdue'
}

/** Working days late, at its end or at the end of the period; 0 for what is not late. */
export function daysLateIn(counted: Counted, { to }: Period, calendar: WorkingCalendar): number {
  return isLateIn(counted) ? daysLate(counted.dueOn, counted.endedOn ?? to, calendar) : 0
}

/** Working days the clock of a dossier that has ended ran; `null` while pending. */
export function processingDays(
  { acceptedOn, pauses }: CountedDossier,
  { endedOn }: Counted,
  calendar: WorkingCalendar,
): number | null {
  return endedOn === null ? null : daysTaken(acceptedOn, endedOn, pauses, calendar)
}

/**
 * Every column a table of the figures may have, and what counts in it. The numbers in brackets are those of Biểu II.06a.
 */
export const COLUMNS = {
  /** (3) */
  receivedTotal: () => true,
  receivedInPeriod: ({ origin }) => origin !== 'carried-over',
  /** (4) accepted in the period, filed online. */
  receivedOnline: ({ origin }) => origin === 'online',
  /** (5) accepted in the period, direct and postal. */
  receivedDirectPostal: ({ origin }) => origin === 'direct-postal',
  /** (6) accepted before the period and not ended before it. */
  carriedOver: ({ origin }) => origin === 'carried-over',
  /** (7) */
  resolved: ({ endedOn }) => endedOn !== null,
  /** (8) ended in the period before the due date. */
  resolvedEarly: ({ standing }) => standing === 'early',
  /** (9) ended in the period on the due date. */
  resolvedOnTime: ({ standing }) => standing === 'on-time',
  /** (10) ended in the period after the due date. */
  resolvedLate: ({ standing }) => standing === 'late',
  /** (11) */
  pending: ({ endedOn }) => endedOn === null,
  /** (12) the rest at the end of the last day, due date not before it or clock stopped. */
  pendingInTime: ({ standing }) => standing === 'in-time',
  /** (13) the rest, due date before the last day. */
  pendingOverdue: ({ standing }) => standing === 'overdue',
  /** Within (7): ended with a result. */
  withResult: ({ outcome }) => outcome === 'result',
  /** Memo, within (7): refused, withdrawn by the applicant, stopped at the applicant's request. */
  refused: ({ outcome }) => outcome === 'refused',
  withdrawn: ({ outcome }) => outcome === 'withdrawn',
  stopped: ({ outcome }) => outcome === 'stopped',
  /** Within (12): pending in time, the clock runs. */
  running: ({ standing, paused }) => standing === 'in-time' && paused === null,
  /** Memo, within (12): pending with a stopped clock. */
  paused: ({ paused }) => paused !== null,
  /** Memo, within (3): waited for a supplement, or for payment, in the period. */
  supplemented: ({ supplemented }) => supplemented,
  taxed: ({ taxed }) => taxed,
  /** Memo, within (7): the result was not collected by the end of the period. */
  uncollected: ({ uncollected }) => uncollected,
  /** (10) and (13) together. */
  late: (counted) => isLateIn(counted),
  /** Late, and an apology was sent: before the due date; late; or none was. */
  lateWithApology: (counted) => isLateIn(counted) && counted.apology === 'in-time',
  lateWithLateApology: (counted) => isLateIn(counted) && counted.apology === 'late',
  lateWithoutApology: (counted) => isLateIn(counted) && counted.apology === null,
} as const satisfies Record<string, (counted: Counted) => boolean>

export type Column = keyof typeof COLUMNS
export const COLUMN_KEYS = Object.keys(COLUMNS) as [Column, ...Column[]]

/** The columns, and numbers that are none of them and yet open dossiers. */
export const CELL_COLUMNS = {
  ...COLUMNS,
  /** (8) and (9) together: what a share on time counts. */
  resolvedInTime: ({ standing }) => standing === 'early' || standing === 'on-time',
  /** Days late by leg: they open the dossiers that have some. */
  daysLate: (counted) => isLateIn(counted),
} as const satisfies Record<string, (counted: Counted) => boolean>

export type CellColumn = keyof typeof CELL_COLUMNS
export const CELL_COLUMN_KEYS = Object.keys(CELL_COLUMNS) as [CellColumn, ...CellColumn[]]

/** How many dossiers count in each column. */
export type ColumnCounts = Record<Column, number>

/** Counts of nothing. */
export function noCounts(): ColumnCounts {
  return Object.fromEntries(COLUMN_KEYS.map((column) => [column, 0])) as ColumnCounts
}

/** The columns of Biểu II.06a among them. */
export function officialOf(counts: ColumnCounts): FigureCounts {
  const official = noFigures()
  for (const key of FIGURE_KEYS) official[key] = counts[key]
  return official
}

/** Counts one more dossier. */
export function addCounted(counts: ColumnCounts, counted: Counted): void {
  for (const column of COLUMN_KEYS) if (COLUMNS[column](counted)) counts[column]++
}
