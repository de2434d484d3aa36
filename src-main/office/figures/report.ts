/**
 * A report of the figures as a file; made in the worker.
 */
import { LIST_ON_PAPER } from '../../contract/dossier-list.ts'
import type { ReportFormat } from '../../contract/figures.ts'
import type { OfficeParticulars } from '../../contract/office.ts'
import { listCsv, tablesCsv } from '../../documents/figures/csv.ts'
import type { Breathe, FiguresReport, ReportDossier, ReportTable } from '../../documents/figures/report.ts'
import { figuresWorkbook } from '../../documents/figures/workbook.ts'
import { summaryPartNames } from '../../documents/file-name.ts'
import { figuresForm } from '../../documents/forms/figures-form.ts'
import { ZipWriter } from '../../documents/open-zip.ts'
import type { CivilDate, Instant } from '../../domain/civil-date.ts'
import type { CountedDossier, Method } from '../../domain/figure-class.ts'
import { BREAKDOWNS, type Breakdown } from '../../domain/figure-tables.ts'
import type { Period } from '../../domain/period.ts'
import type { ReadDb } from '../../store/database.ts'
import { dossierNames } from '../../store/figure-names.ts'
import { countedDossiers } from '../../store/figure-rows.ts'
import { causeWordsIn } from '../desk/causes.ts'
import { deskRulesIn } from '../desk/legs.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { asClosed, closingsOf } from './as-closed.ts'
import { refuseContradiction, refuseDisagreement } from './contradiction.ts'
import { countSummary, summaryFrom } from './count.ts'
import { countedAsIn } from './counted-as.ts'
import { figureQuery } from './query.ts'
import { type FigureQuery, type Placed, countsOf, placed, tableFrom, timesFrom } from './tables.ts'

/** What the worker is told; plain data. */
export interface ReportInput {
  period: Period
  by: 'field' | 'procedure'
  method: Method
  format: ReportFormat
  /** Tables by everything, and processing times. */
  withTables: boolean
  /** One of them, where not all are asked for. */
  table: Breakdown | null
  withList: boolean
  /** Number of the closing whose figures are told as they were reported; `null`: what is known now. */
  closing: number | null
  office: OfficeParticulars
  madeOn: CivilDate
  madeAt: Instant
  madeBy: string
}

/** A file's bytes, and how many rows are in it: dossiers of the list, or rows of the official table. */
export interface MadeReport {
  bytes: Uint8Array
  /** The list of dossiers is in it. */
  listed: boolean
  rows: number
}

/** Counting takes that many per cent of the way, writing the rest. */
const COUNTED = 40

/**
 * Worker task: the file. Everything in it is of one state of the register.
 * @throws OfficeError `identity-failed`, `cancelled`.
 */
export async function makeReport(context: TaskContext, input: ReportInput): Promise<MadeReport> {
  const { progress, breathe } = context
  const report = reportOf(context, input)
  await breathe()
  const bytes = await fileOf(report, input.format, async (done, total) => {
    progress(COUNTED + Math.floor((done / Math.max(total, 1)) * (99 - COUNTED)), 100)
    await breathe()
  })
  await breathe()
  progress(100, 100)
  const listed = listedIn(report, input.format)
  return { bytes, listed, rows: listed ? (report.list?.length ?? 0) : report.summary.rows.length }
}

function listedIn({ list }: FiguresReport, format: ReportFormat): boolean {
  return list !== null && (format !== 'pdf' || list.length <= LIST_ON_PAPER)
}

/** Counts all that the report says. @throws OfficeError `identity-failed`. */
export function reportOf(context: TaskContext, input: ReportInput): FiguresReport {
  const { db } = context
  const { closing, madeOn, madeAt, madeBy } = input
  return db.snapshot(() => {
    const tables = tablesAsked(input)
    const told =
      closing === null ? asKnownNow(context, input, tables) : asClosed(db, closing, { ...input, tables })
    const report: FiguresReport = {
      ...told,
      list: told.list === null ? null : told.list.toSorted(byReception),
      ...{ causes: causeWordsIn(db, 'vi'), madeOn, madeAt, madeBy },
    }
    refuseContradiction(report.summary)
    refuseDisagreement(report)
    context.progress(COUNTED, 100)
    return report
  })
}

function tablesAsked({ withTables, table }: ReportInput): readonly Breakdown[] {
  if (withTables) return BREAKDOWNS
  return table === null ? [] : [table]
}

function asKnownNow(
  context: TaskContext,
  input: ReportInput,
  tables: readonly Breakdown[],
): ReturnType<typeof asClosed> {
  const { db } = context
  const { by, method, withTables, withList, office, madeOn } = input
  const query = figureQuery({ ...input.period, method }, madeOn)
  const { period } = query
  const counts = countSummary(context, { period, by, method })
  const summary = summaryFrom(counts, { ...input.period, by, method }, madeOn)
  // Before anything else is counted: it would be for nothing.
  refuseContradiction(summary)
  const dossiers = countedDossiers(db, period)
  const counted = placed(dossiers, period, method)
  return {
    ...{ office, summary, counts: countsOf(counted) },
    tables: tablesOf(context, dossiers, query, tables),
    times: withTables ? timesFrom(db, dossiers, query) : null,
    list: withList ? listOf(db, counted, period) : null,
    closings: closingsOf(db, input.period, method),
  }
}

function tablesOf(
  { db, progress }: TaskContext,
  dossiers: readonly CountedDossier[],
  query: FigureQuery,
  breakdowns: readonly Breakdown[],
): ReportTable[] {
  return breakdowns.map((by, index) => {
    progress(Math.floor((index / breakdowns.length) * COUNTED), 100)
    return { by, table: tableFrom(db, dossiers, query, by) }
  })
}

/** The dossiers of the period, each with what it counted as. */
function listOf(db: ReadDb, dossiers: readonly Placed[], period: Period): ReportDossier[] {
  const { calendar, procedures } = deskRulesIn(db)
  const names = dossierNames(db, period)
  const countedAs = countedAsIn(db, period, calendar)
  const list: ReportDossier[] = []
  for (const one of dossiers) {
    const { id, procedureId, commune, channel, onlineLevel, acceptedOn, lateCause } = one[0]
    const name = names.get(id)
    const version = procedures.get(procedureId)
    if (!name || !version) throw new Error(`dossier ${id} without a name or a procedure`)
    list.push({
      ...name,
      ...{ commune, channel, onlineLevel, acceptedOn, lateCause },
      ...countedAs(one),
      field: version.field,
      procedureName: version.nameVi,
    })
  }
  return list
}

/** In the order they were received. */
function byReception(a: ReportDossier, b: ReportDossier): number {
  return order(a.acceptedOn, b.acceptedOn) || order(a.code, b.code)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function fileOf(report: FiguresReport, format: ReportFormat, breathe: Breathe): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
      return figuresWorkbook(report, breathe)
    case 'pdf':
      return figuresForm(report, breathe)
    case 'csv': {
      if (report.list === null) return tablesCsv(report)
      // Two tables of different columns are two files.
      const zip = new ZipWriter()
      const { summary, office, closings } = report
      const closing = closings.own?.reported === true ? closings.own.number : null
      const names = summaryPartNames({ ...summary, closing }, office)
      zip.add(names.tables, tablesCsv(report))
      await zip.addParts(names.list, listCsv(report, report.list, breathe))
      return zip.finish()
    }
  }
}
