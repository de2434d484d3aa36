/**
 * The moved dossiers as an Excel file; runs in the worker.
 */
import type { OfficeParticulars } from '../../contract/office.ts'
import { movedSheet } from '../../documents/moved-sheet.ts'
import type { Language } from '../../documents/words.ts'
import { EXPORT_LIMIT } from '../dossiers/export.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { type WhatIfInput, listMoved } from './what-if.ts'

/** What the worker is told. */
export interface ExportMovedInput extends WhatIfInput {
  language: Language
  office: Pick<OfficeParticulars, 'name' | 'parentAgency'>
}

/** Worker task: the bytes of the workbook, by due date before. A longer list is cut, and the sheet says so. */
export async function exportMovedDossiers(
  context: TaskContext,
  { change, today, language, office }: ExportMovedInput,
): Promise<Uint8Array> {
  const { dossiers, moved } = await listMoved(context, { change, today }, EXPORT_LIMIT)
  return movedSheet({ office, dossiers, moved, language, madeOn: today })
}
