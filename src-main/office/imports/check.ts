/**
 * The check of a whole register. Changes nothing.
 */
import type { ImportMapping, ImportProblem, ImportReport } from '../../contract/imports.ts'
import type { RegisterRow } from '../../documents/register-reader.ts'
import { type CheckRules, checkRow } from './check-row.ts'
import type { PlannedDossier } from './history.ts'
import { CheckedRow, isEmptyRow, isNumberingRow } from './row.ts'

const BREATHE_EVERY = 250

/** What is checked. */
export interface CheckInput {
  /** The rows below the header. */
  rows: readonly RegisterRow[]
  mapping: ImportMapping
  titles: readonly string[]
}

/** What the check may ask and tell. */
export interface CheckHelp {
  /** Whether the register has a dossier with that code. */
  isKnown: (code: string) => boolean
  onProgress?: (done: number, total: number) => void
  /** Awaited now and then; throwing stops the check. */
  breathe?: () => Promise<void>
}

/** The outcome of a check. */
export interface CheckResult {
  report: Omit<ImportReport, 'importedBefore'>
  /** In the order of the rows. */
  problems: ImportProblem[]
  /** The rows that will come in. */
  ready: RegisterRow[]
  /** The rows kept out. */
  kept: RegisterRow[]
}

/** Checks every row. */
export async function checkRegister(
  input: CheckInput,
  rules: CheckRules,
  help: CheckHelp,
): Promise<CheckResult> {
  const result: CheckResult = {
    report: { rows: 0, ready: 0, kept: 0, known: 0, counts: {} },
    problems: [],
    ready: [],
    kept: [],
  }
  const firstRows = new Map<string, number>()
  const total = input.rows.length
  for (const [index, register] of input.rows.entries()) {
    if (index % BREATHE_EVERY === 0) {
      help.onProgress?.(index, total)
      await help.breathe?.()
    }
    if (isEmptyRow(register, input.mapping) || (index === 0 && isNumberingRow(register))) continue
    const row = new CheckedRow(register, input.mapping, input.titles)
    count(result, register, row, checkCoded(row, firstRows, rules, help))
  }
  help.onProgress?.(total, total)
  return result
}

/** A row whose code is in the register already is not looked at further: it will not come in. */
function checkCoded(
  row: CheckedRow,
  firstRows: Map<string, number>,
  rules: CheckRules,
  { isKnown }: CheckHelp,
): 'known' | 'ready' | 'kept' {
  const code = row.code
  if (code !== '' && isKnown(code)) {
    row.report('code', 'code-known')
    return 'known'
  }
  const firstRow = firstRows.get(code)
  if (firstRow !== undefined) row.report('code', 'code-twice-in-file', { firstRow })
  else if (code !== '') firstRows.set(code, row.row)
  return checkRow(row, rules) ? 'ready' : 'kept'
}

function count(
  result: CheckResult,
  register: RegisterRow,
  row: CheckedRow,
  outcome: 'known' | 'ready' | 'kept',
): void {
  const { report } = result
  report.rows++
  if (outcome === 'ready') {
    report.ready++
    result.ready.push(register)
  } else {
    report.kept++
    if (outcome === 'known') report.known++
    result.kept.push(register)
  }
  for (const problem of row.problems) {
    report.counts[problem.code] = (report.counts[problem.code] ?? 0) + 1
    result.problems.push(problem)
  }
}

/** The dossiers of rows the check found ready. */
export function planRows(
  rows: readonly RegisterRow[],
  input: CheckInput,
  rules: CheckRules,
): PlannedDossier[] {
  return rows.flatMap((row) => checkRow(new CheckedRow(row, input.mapping, input.titles), rules) ?? [])
}
