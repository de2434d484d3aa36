/**
 * A report of the figures as every format is made from it: the official table, tables by everything else, processing times
 * and the list of dossiers.
 */
import type { FigureTable, FigureTimes, Summary } from '../../contract/figures.ts'
import type { OfficeParticulars } from '../../contract/office.ts'
import type { CivilDate, Instant } from '../../domain/civil-date.ts'
import type { Channel, OnlineLevel, Outcome, PauseKind } from '../../domain/dossier.ts'
import type { ColumnCounts, Counted, Origin, Standing } from '../../domain/figure-class.ts'
import type { Breakdown } from '../../domain/figure-tables.ts'

/** A dossier and what it counts as in the period. */
export interface ReportDossier {
  code: string
  applicantName: string
  commune: string
  field: string
  procedureName: string
  channel: Channel
  onlineLevel: OnlineLevel | null
  acceptedOn: CivilDate
  /** The due date compared with. */
  dueOn: CivilDate
  /** The day it ended in the period, and how; `null` while pending. */
  endedOn: CivilDate | null
  outcome: Outcome | null
  origin: Origin
  standing: Standing
  paused: PauseKind | null
  /** Working days; `null` for what is not late. */
  daysLate: number | null
  apology: Counted['apology']
  /** Code of the cause, `null` where none is written down. */
  lateCause: string | null
  /** Who had it when it ended or at the end of the period; empty for nobody. */
  officerName: string
}

/** A table by one thing. */
export interface ReportTable {
  by: Breakdown
  table: FigureTable
}

/** What stands closed (*chốt*) of the days a report tells of. */
export interface ReportClosings {
  /** The closing of exactly this period by this method; `null` where there is none. */
  own: {
    number: number
    version: number
    /** SHA-256 in hexadecimal. */
    hash: string
    closedOn: CivilDate
    reopened: boolean
    /** How many dossiers count otherwise now. */
    differing: number
    /** And of how many only another cause of lateness is written down. */
    causeAlone: number
    /** The report is that of the closing, as it was reported; else of what is known now. */
    reported: boolean
  } | null
  /** How many other standing closings have days of the period. */
  others: number
}

/** All that a report says. */
export interface FiguresReport {
  office: OfficeParticulars
  summary: Summary
  /** The whole period in every column, for the memo lines. */
  counts: ColumnCounts
  /** Empty where only the official table was asked for. */
  tables: readonly ReportTable[]
  times: { rows: readonly FigureTimes[]; total: FigureTimes } | null
  list: readonly ReportDossier[] | null
  closings: ReportClosings
  /** Causes of lateness in words, by code. */
  causes: ReadonlyMap<string, string>
  /** The day it is signed, the moment it was made, and by whom; may be empty. */
  madeOn: CivilDate
  madeAt: Instant
  madeBy: string
}

/** Called between parts that take long; lets the report be called off. */
export type Breathe = (done: number, total: number) => Promise<void>
