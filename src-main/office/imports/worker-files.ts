/**
 * The worker's part of an import: it keeps the file that was read, checks it, and hands out what is asked for.
 * The rows never cross to the main thread as a whole, so no window waits for them.
 */
import { createHash } from 'node:crypto'
import { OfficeError } from '../../contract/errors.ts'
import type {
  ImportMapping,
  ImportProblem,
  ImportReport,
  ImportSheet,
  ProblemCode,
} from '../../contract/imports.ts'
import { WorkingCalendar } from '../../domain/calendar.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import type { ClockSettings } from '../../domain/clock.ts'
import { buildFailedRows } from '../../documents/failed-rows.ts'
import { type RegisterSheet, readRegister } from '../../documents/register-reader.ts'
import { idByCode } from '../../store/dossiers.ts'
import { importedBefore } from '../../store/import-batches.ts'
import { listCalendar, listProcedures } from '../../store/reference.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { type CheckInput, type CheckResult, checkRegister, planRows } from './check.ts'
import type { CheckRules } from './check-row.ts'
import { describeSheet, describeSheets, titlesAt } from './columns.ts'
import type { PlannedDossier } from './history.ts'
import { ProcedureFinder } from './procedures.ts'

/** A file that has been read, and its last check. */
interface OpenFile {
  sha256: string
  sheets: RegisterSheet[]
  checked: { input: CheckInput; rules: CheckRules; result: CheckResult } | null
}

const files = new Map<string, OpenFile>()

function fileOf(importId: string): OpenFile {
  const file = files.get(importId)
  if (!file) throw new OfficeError('import-expired')
  return file
}

function sheetOf(file: OpenFile, name: string): RegisterSheet {
  const sheet = file.sheets.find((found) => found.name === name)
  if (!sheet) throw new OfficeError('not-found', { what: 'sheet' })
  return sheet
}

function checkedOf(importId: string): NonNullable<OpenFile['checked']> {
  const { checked } = fileOf(importId)
  // What has not been checked cannot be asked about.
  if (!checked) throw new OfficeError('import-expired')
  return checked
}

/** Reads the file and keeps it. Progress in rows; how many there are is not known before the end. */
export async function openRegister(
  { progress, breathe }: TaskContext,
  { importId, bytes }: { importId: string; bytes: Uint8Array },
): Promise<{ sheets: ImportSheet[]; sheet: string }> {
  const sheets = await readRegister(bytes, { onRows: (rows) => progress(rows, 0), breathe })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  files.set(importId, { sha256, sheets, checked: null })
  return describeSheets(sheets)
}

/** A sheet with its header in another row. */
export function sheetOfRegister(
  _: TaskContext,
  { importId, sheet, headerRow }: { importId: string; sheet: string; headerRow: number },
): ImportSheet {
  return describeSheet(sheetOf(fileOf(importId), sheet), headerRow)
}

/** Checks the file against the register as it is now. */
export async function checkRegisterFile(
  { db, progress, breathe }: TaskContext,
  input: {
    importId: string
    sheet: string
    headerRow: number
    mapping: ImportMapping
    today: CivilDate
    clock: ClockSettings
  },
): Promise<ImportReport & { sha256: string }> {
  const file = fileOf(input.importId)
  file.checked = null
  const { rows } = sheetOf(file, input.sheet)
  const checkInput: CheckInput = {
    rows: rows.filter(({ row }) => row > input.headerRow),
    mapping: input.mapping,
    titles: titlesAt(rows, input.headerRow),
  }
  const rules: CheckRules = {
    calendar: new WorkingCalendar(listCalendar(db)),
    clock: input.clock,
    procedures: new ProcedureFinder(listProcedures(db)),
    today: input.today,
  }
  const result = await checkRegister(checkInput, rules, {
    isKnown: (code) => idByCode(db, code) !== undefined,
    onProgress: progress,
    breathe,
  })
  file.checked = { input: checkInput, rules, result }
  return { ...result.report, importedBefore: importedBefore(db, file.sha256), sha256: file.sha256 }
}

/** One page of the problems of the last check. */
export function problemsOfRegister(
  _: TaskContext,
  {
    importId,
    code,
    blockingOnly,
    page,
    pageSize,
  }: { importId: string; code: ProblemCode | null; blockingOnly: boolean; page: number; pageSize: number },
): { problems: ImportProblem[]; total: number } {
  const { problems } = checkedOf(importId).result
  const wanted =
    code === null && !blockingOnly
      ? problems
      : problems.filter(
          (problem) => (code === null || problem.code === code) && (!blockingOnly || problem.blocking),
        )
  return { problems: wanted.slice(page * pageSize, (page + 1) * pageSize), total: wanted.length }
}

/** Some of the dossiers that will come in, by their place among them. */
export function plannedOfRegister(
  _: TaskContext,
  { importId, from, count }: { importId: string; from: number; count: number },
): PlannedDossier[] {
  const { input, rules, result } = checkedOf(importId)
  return planRows(result.ready.slice(from, from + count), input, rules)
}

/** The rows kept out as an xlsx, each with its reasons. */
export function failedRowsOfRegister(
  _: TaskContext,
  { importId, language }: { importId: string; language: 'vi' | 'en' },
): Promise<Uint8Array> {
  const { input, result } = checkedOf(importId)
  const { titles, mapping } = input
  return buildFailedRows({ titles, mapping, rows: result.kept, problems: result.problems }, language)
}

/** Puts the file away. */
export function closeRegister(_: TaskContext, { importId }: { importId: string }): void {
  files.delete(importId)
}
