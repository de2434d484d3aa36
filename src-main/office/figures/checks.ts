/**
 * The checks before a report leaves; run in the worker.
 */
import type { FigureChecks } from '../../contract/figure-checks.ts'
import type { OfficeParticulars } from '../../contract/office.ts'
import { doubtedSheet } from '../../documents/doubted-sheet.ts'
import type { Language } from '../../documents/words.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { ClockError } from '../../domain/clock.ts'
import { fold } from '../../domain/dossier.ts'
import { CHECK_KINDS, type CheckKind, type Doubt, doubtsOf } from '../../domain/figure-checks.ts'
import { type CountedDossier, type Method, classOf } from '../../domain/figure-class.ts'
import { checkIdentities } from '../../domain/figures.ts'
import type { Period } from '../../domain/period.ts'
import type { ReadDb } from '../../store/database.ts'
import { eventsOf } from '../../store/events.ts'
import { type PrintedDue, doubtedRows, printedDues, stampsIn } from '../../store/figure-checks.ts'
import { countedDossiers } from '../../store/figure-rows.ts'
import { registerMark } from '../../store/open-dossiers.ts'
import { type DeskRules, deskRulesIn } from '../desk/legs.ts'
import { clockOf } from '../dossiers/clock-of.ts'
import { countedDue } from '../dossiers/moves.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { countSummary } from './count.ts'

/** What the worker is told. */
export interface ChecksInput {
  period: Period
  method: Method
  kind: CheckKind | null
  page: number
  pageSize: number
  today: CivilDate
}

/** All doubts of a period: the dossiers by day of reception, and how many of each kind. */
interface Found {
  dossiers: number
  /** Pairs of key and doubts, the impossible first. */
  doubted: [id: number, doubts: Doubt[]][]
}

/** Worker task: the identities, how many of each kind, and one page of the dossiers to mend. */
export function checkFigures(context: TaskContext, input: ChecksInput): FigureChecks {
  const { db } = context
  const { period, method, kind, page, pageSize } = input
  return db.snapshot(() => {
    const { total, rows, pendingBefore, pendingClosed } = countSummary(context, {
      period,
      by: 'field',
      method,
    })
    const { dossiers, doubted } = doubtsIn(db, input)
    const of = ofKind(doubted, kind)
    return {
      identities: checkIdentities(total, rows, pendingBefore, pendingClosed),
      dossiers,
      doubted: doubted.length,
      counts: countsOf(doubted),
      total: of.length,
      rows: rowsOf(db, of.slice(page * pageSize, (page + 1) * pageSize)),
    }
  })
}

/** What the worker is told of the file. */
export interface ExportChecksInput extends Omit<ChecksInput, 'page' | 'pageSize'> {
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  language: Language
}

/** Worker task: all the dossiers to mend as an Excel file. */
export async function exportChecks(
  { db }: TaskContext,
  input: ExportChecksInput,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const { office, period, kind, language, today } = input
  const rows = db.snapshot(() => rowsOf(db, ofKind(doubtsIn(db, input).doubted, kind)))
  const bytes = await doubtedSheet({ office, period, kind, rows, language, madeOn: today })
  return { bytes, rows: rows.length }
}

function ofKind(doubted: Found['doubted'], kind: CheckKind | null): Found['doubted'] {
  return doubted.filter(([, doubts]) => kind === null || doubts.some((doubt) => doubt.kind === kind))
}

function rowsOf(db: ReadDb, doubted: Found['doubted']): FigureChecks['rows'] {
  const doubts = new Map(doubted)
  return doubtedRows(db, [...doubts.keys()]).map((row) => ({ ...row, doubts: doubts.get(row.id) ?? [] }))
}

function countsOf(doubted: Found['doubted']): Record<CheckKind, number> {
  const counts = Object.fromEntries(CHECK_KINDS.map((kind) => [kind, 0])) as Record<CheckKind, number>
  for (const [, doubts] of doubted) for (const { kind } of doubts) counts[kind]++
  return counts
}

/** The last checks, good as long as nothing has been entered: turning a page asks for the same. */
const last = new WeakMap<ReadDb, { asked: string; found: Found }>()

function doubtsIn(
  db: ReadDb,
  { period, method, today }: Pick<ChecksInput, 'period' | 'method' | 'today'>,
): Found {
  const asked = JSON.stringify([period, method, today, registerMark(db)])
  const known = last.get(db)
  if (known?.asked === asked) return known.found
  const found = findDoubts(db, period, method, today)
  last.set(db, { asked, found })
  return found
}

function findDoubts(db: ReadDb, period: Period, method: Method, today: CivilDate): Found {
  const rules = deskRulesIn(db)
  const stamps = stampsIn(db, period)
  const printed = printedDues(db, period)
  const found: (readonly [CountedDossier, Doubt[]])[] = []
  let dossiers = 0
  for (const dossier of countedDossiers(db, period)) {
    const counted = classOf(dossier, period, method)
    const moments = stamps.get(dossier.id)
    if (counted === null || moments === undefined) continue
    dossiers++
    const paper = printed.get(dossier.id)
    const doubts = doubtsOf(
      {
        ...moments,
        dueOn: dossier.dueOn,
        countedDueOn: paper === undefined ? null : dueByTerm(db, dossier, paper, rules),
        officerId: counted.officerId,
      },
      rules.calendar,
      today,
    )
    if (doubts.length > 0) found.push([dossier, doubts])
  }
  // The impossible before the doubtful, then in the order of the register.
  found.sort(
    ([one, [first]], [other, [second]]) =>
      rankOf(first) - rankOf(second) || (one.acceptedOn < other.acceptedOn ? -1 : 1) || one.id - other.id,
  )
  return { dossiers, doubted: found.map(([{ id }, doubts]) => [id, doubts]) }
}

function rankOf(doubt: Doubt | undefined): number {
  return doubt === undefined ? CHECK_KINDS.length : CHECK_KINDS.indexOf(doubt.kind)
}

/** The due date the procedure's term leads to; `null` where it cannot be counted. */
function dueByTerm(
  db: ReadDb,
  { id, procedureId, acceptedOn, pauses }: CountedDossier,
  { acceptedAt, remote }: PrintedDue,
  rules: DeskRules,
): CivilDate | null {
  const version = rules.procedures.get(procedureId)
  if (!version) throw new Error(`no procedure ${procedureId}`)
  try {
    // How a pause ended stands in the history alone.
    if (pauses.length > 0) return countedDue(version, fold(eventsOf(db, id)), rules)
    const state = clockOf(version, { acceptedOn, acceptedAt, remote, pauses: [] }, rules)
    return state.kind === 'due' ? state.date : null
  } catch (error) {
    if (error instanceof ClockError) return null
    throw error
  }
}
