/**
 * The whole of a list as an Excel file; runs in the worker.
 */
import type { DossierFilter, DossierRow, DossierSort } from '../../contract/dossier-list.ts'
import type { OfficeParticulars } from '../../contract/office.ts'
import { dossierListSheet } from '../../documents/dossier-list-sheet.ts'
import { type Language, listLines, listTitle } from '../../documents/words.ts'
import { type CalendarDay, WorkingCalendar } from '../../domain/calendar.ts'
import { listProcedures } from '../../store/reference.ts'
import { clockSettingOf } from '../calendar/clock-setting.ts'
import { type QueueMoment, SEARCH_CAP, countList, listPage } from '../../store/dossiers.ts'
import { causeWordsIn } from '../desk/causes.ts'
import { rowOfCell, withCell } from '../figures/cell.ts'
import type { TaskContext } from '../worker-protocol.ts'
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
  const { filter, sort, language } = input
  const moment = withCell(context.db, input)
  // One statement, so that the rows are those of one moment although the counter goes on writing.
  const listed = listPage(context.db, filter, sort, moment, { limit: limit + 1, offset: 0 })
  const cut =
    listed.length > limit || (listed.length >= SEARCH_CAP && countList(context.db, filter, moment).capped)
  const kept = listed.slice(0, limit)
  // Reading the rows is the first half, writing the file the second.
  const rows = await mapRows(context, kept.length * 2, kept, input)
  const names = { ...input.names, row: rowOfCell(context.db, filter.cell, language, moment.today) }
  const bytes = await dossierListSheet({
    office: input.office,
    title: listTitle(filter.queue, language),
    lines: listLines({ filter, names, asOf: moment.today, count: rows.length, cut }, language),
    rows,
    columns: filter.queue === 'late' ? 'late' : 'all',
    language,
    causes: causeWordsIn(context.db, language),
    madeOn: moment.today,
  })
  await context.breathe()
  context.progress(kept.length * 2, kept.length * 2)
  return { bytes, rows: rows.length }
}

async function mapRows(
  { db, progress, breathe }: TaskContext,
  total: number,
  listed: ReturnType<typeof listPage>,
  { moment, calendarRows }: ExportDossiersInput,
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
