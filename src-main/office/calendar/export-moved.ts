/**
 * The moved dossiers as an Excel file; runs in the worker.
 */
import type { OfficeParticulars } from '../../contract/office.ts'
import { movedSheet } from '../../documents/moved-sheet.ts'
import type { Language } from '../../documents/words.ts'
import { EXPORT_LIMIT } from '../dossiers/export.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { type MovedInput, listMoved } from './moved.ts'

/** What the worker is told. */
export interface ExportMovedInput extends MovedInput {
  language: Language
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
}

/** Worker task: the bytes of the workbook, by due date before. A longer list is cut, and the sheet says so. */
export async function exportMovedDossiers(
  context: TaskContext,
  { list, today, language, office }: ExportMovedInput,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const found = await listMoved(context, { list, today }, EXPORT_LIMIT)
  const bytes = await movedSheet({ ...found, office, language, madeOn: today })
  return { bytes, rows: found.dossiers.length }
}
