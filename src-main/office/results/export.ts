/**
 * The results that lie ready as an Excel file; runs in the worker.
 */
import type { OfficeParticulars } from '../../contract/office.ts'
import { dossierListSheet } from '../../documents/dossier-list-sheet.ts'
import { type Language, readyListWords } from '../../documents/words.ts'
import { type CalendarDay, WorkingCalendar } from '../../domain/calendar.ts'
import type { QueueMoment } from '../../store/dossiers.ts'
import { listProcedures } from '../../store/reference.ts'
import { clockSettingOf } from '../calendar/clock-setting.ts'
import { EXPORT_LIMIT } from '../dossiers/export.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { readReady } from './list.ts'

/** What the worker is told; plain data. */
export interface ExportReadyInput {
  minAge: number
  search: string
  moment: QueueMoment
  language: Language
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
  calendarRows: readonly CalendarDay[]
}

/** Worker task: the bytes of the workbook, and its rows. @throws OfficeError `cancelled`. */
export async function exportReady(
  { db, breathe }: TaskContext,
  { minAge, search, moment, language, office, calendarRows }: ExportReadyInput,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const page = { limit: EXPORT_LIMIT, offset: 0 }
  const rules = {
    calendar: new WorkingCalendar(calendarRows),
    clock: clockSettingOf(db),
    procedures: new Map(listProcedures(db).map((version) => [version.id, version])),
  }
  const { rows } = readReady(db, { minAge, search, moment, page }, rules)
  await breathe()
  const about = { asOf: moment.today, count: rows.length, minAge, search }
  const bytes = await dossierListSheet({
    ...{ office, rows, columns: 'ready', language, madeOn: moment.today },
    causes: new Map(),
    ...readyListWords(about, language),
  })
  return { bytes, rows: rows.length }
}
