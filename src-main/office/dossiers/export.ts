/**
 * The whole of a list as an Excel file or on paper; runs in the worker.
 */
import {
  type DossierFilter,
  type DossierRow,
  type DossierSort,
  LIST_ON_PAPER,
} from '../../contract/dossier-list.ts'
import type { OfficeParticulars } from '../../contract/office.ts'
import type { ListKind } from '../../documents/dossier-columns.ts'
import { dossierListSheet } from '../../documents/dossier-list-sheet.ts'
import { dossierListForm } from '../../documents/forms/dossier-list-form.ts'
import { type Language, type ListParticulars, listLines, listTitle } from '../../documents/words.ts'
import { type CalendarDay, WorkingCalendar } from '../../domain/calendar.ts'
import type { Instant } from '../../domain/civil-date.ts'
import { listProcedures } from '../../store/reference.ts'
import { clockSettingOf } from '../calendar/clock-setting.ts'
import { type QueueMoment, countList, listPage } from '../../store/dossiers.ts'
import { causeWordsIn } from '../desk/causes.ts'
import { rowOfCell, withCell } from '../figures/cell.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { counting } from './list.ts'
import { toListRow } from './rows.ts'

/** What the worker is told; plain data. */
export interface ExportDossiersInput {
  filter: DossierFilter
  sort: DossierSort
  moment: QueueMoment
  language: Language
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  /** Names of the procedure and holder filtered by, to be printed. */
  names: { procedure: string | null; holder: string | null }
  calendarRows: readonly CalendarDay[]
}

/** No file has more rows than this: Excel becomes unusable and the worker's memory is bounded. */
export const EXPORT_LIMIT = 100_000
const ROWS_PER_BREATH = 2_000

/**
 * Worker task: the bytes of the workbook, in the list's own order. A longer list is cut at
 * {@link EXPORT_LIMIT}, and the sheet says so.
 * @throws OfficeError `cancelled`.
 */
export async function exportDossiers(
  context: TaskContext,
  input: ExportDossiersInput,
  limit = EXPORT_LIMIT,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const { language, moment, office } = input
  const list = await readWhole(context, input, limit)
  const { rows, cut } = list
  const bytes = await dossierListSheet({
    ...{ office, rows, language, title: listTitle(input.filter.queue, language) },
    lines: listLines({ ...list.about, count: rows.length, cut }, language),
    columns: columnsOf(input.filter),
    causes: causeWordsIn(context.db, language),
    madeOn: moment.today,
  })
  await context.breathe()
  context.progress(rows.length * 2, rows.length * 2)
  return { bytes, rows: rows.length }
}

/** What the worker is told of a list to be printed. Paper is Vietnamese. */
export interface PrintDossiersInput extends Omit<ExportDossiersInput, 'language' | 'office'> {
  office: Pick<OfficeParticulars, 'name' | 'parentAgency' | 'place'>
  madeBy: string
  madeAt: Instant
}

/**
 * Worker task: the list on paper, in its own order. Of a longer one the first {@link LIST_ON_PAPER} are printed, and the paper
 * says of how many.
 * @throws OfficeError `cancelled`.
 */
export async function printDossiers(
  context: TaskContext,
  input: PrintDossiersInput,
  limit = LIST_ON_PAPER,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const { moment, office, filter, madeAt, madeBy } = input
  const { rows, about, total, capped } = await readWhole(context, { ...input, language: 'vi' }, limit)
  const bytes = await dossierListForm(
    {
      ...{ office, on: moment.today, printedAt: madeAt, madeBy, rows, total },
      title: listTitle(filter.queue, 'vi'),
      lines: listLines({ ...about, count: total, cut: false, capped }, 'vi'),
      columns: columnsOf(filter),
      causes: causeWordsIn(context.db, 'vi'),
    },
    context.breathe,
  )
  return { bytes, rows: rows.length }
}

function columnsOf({ queue, cell }: DossierFilter): ListKind {
  if (cell != null) return 'counted'
  return queue === 'late' ? 'late' : 'all'
}

/** The rows of a list up to a limit, how many there are in all, and what it was cut by. */
async function readWhole(
  context: TaskContext,
  input: Omit<ExportDossiersInput, 'office'>,
  limit: number,
): Promise<{
  rows: DossierRow[]
  total: number
  cut: boolean
  capped: boolean
  about: Pick<ListParticulars, 'filter' | 'names' | 'asOf'>
}> {
  const { db } = context
  const { filter, sort, language } = input
  // Of one moment, although the counter goes on writing.
  const { listed, list, total, capped } = db.snapshot(() => {
    const cutBy = withCell(db, input)
    return {
      list: cutBy,
      listed: listPage(db, filter, sort, cutBy.moment, { limit, offset: 0 }),
      ...countList(db, filter, cutBy.moment),
    }
  })
  // Reading the rows is the first half, writing the file the second.
  const rows = await mapRows(context, listed.length * 2, listed, input)
  return {
    rows: rows.map((row) => counting(row, list.countedAs(row.id))),
    ...{ total, capped, cut: total > listed.length || capped },
    about: {
      ...{ filter, asOf: input.moment.today },
      names: { ...input.names, row: rowOfCell(db, filter.cell, language, input.moment.today) },
    },
  }
}

async function mapRows(
  { db, progress, breathe }: TaskContext,
  total: number,
  listed: ReturnType<typeof listPage>,
  { moment, calendarRows }: Pick<ExportDossiersInput, 'moment' | 'calendarRows'>,
): Promise<DossierRow[]> {
  const rules = {
    calendar: new WorkingCalendar(calendarRows),
    clock: clockSettingOf(db),
    procedures: new Map(listProcedures(db).map((version) => [version.id, version])),
  }
  const rows: DossierRow[] = []
  for (const dossier of listed) {
    if (rows.length % ROWS_PER_BREATH === 0) {
      progress(rows.length, total)
      await breathe()
    }
    rows.push(toListRow(dossier, moment, rules))
  }
  return rows
}
