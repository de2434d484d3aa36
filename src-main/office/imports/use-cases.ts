/**
 * Import of a register from Excel: look, check (changes nothing), then one transaction.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { MAX_IMPORT_BYTES } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import { leave } from '../audit/note.ts'
import { type Context, type Office } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { ImportDesk } from './import-desk.ts'
import { RegisterImport } from './register-import.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const desks = new WeakMap<Office, ImportDesk>()

function deskOf(office: Office): ImportDesk {
  let desk = desks.get(office)
  if (!desk) desks.set(office, (desk = new ImportDesk(office)))
  return desk
}

function importOf({ office, session }: Context, importId: string): RegisterImport {
  return deskOf(office).get(session.id, importId)
}

/** Reads the file and proposes sheet, header row and mapping. */
export async function openImport(
  { office, session }: Context,
  { fileName, content }: Input<'imports', 'open'>,
): Promise<Output<'imports', 'open'>> {
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > MAX_IMPORT_BYTES) throw new OfficeError('file-too-large', { limit: MAX_IMPORT_BYTES })
  const desk = deskOf(office)
  const register = desk.begin(session.id, fileName)
  try {
    return { importId: register.id, ...(await register.open(bytes)) }
  } catch (error) {
    desk.drop(session.id, register.id)
    throw error
  }
}

/** Proposes the mapping again for another header row. */
export async function sheetOfImport(
  context: Context,
  { importId, sheet, headerRow }: Input<'imports', 'sheet'>,
): Promise<Output<'imports', 'sheet'>> {
  return importOf(context, importId).sheet(sheet, headerRow)
}

/** Checks every row and changes nothing. */
export async function checkImport(
  context: Context,
  { importId, ...choice }: Input<'imports', 'check'>,
): Promise<Output<'imports', 'check'>> {
  return importOf(context, importId).check(choice)
}

/** One page of the problems found. */
export async function problemsOfImport(
  context: Context,
  { importId, ...wanted }: Input<'imports', 'problems'>,
): Promise<Output<'imports', 'problems'>> {
  return importOf(context, importId).problems(wanted)
}

/** Brings the good rows in, all in one transaction. */
export async function commitImport(
  context: Context,
  { importId }: Input<'imports', 'commit'>,
): Promise<Output<'imports', 'commit'>> {
  const authorId = userOf(context)
  const register = importOf(context, importId)
  return register.commit(authorId, async () => context.backups?.makeBefore('import'))
}

/** Stops a running check or commit; a commit stopped leaves nothing behind. */
export function cancelImport(context: Context, { importId }: Input<'imports', 'cancel'>): null {
  importOf(context, importId).cancel()
  return null
}

/** The rows kept out, with their reasons, as an Excel file. */
export async function failedRowsOfImport(
  context: Context,
  { importId, language }: Input<'imports', 'failedRows'>,
): Promise<Output<'imports', 'failedRows'>> {
  const authorId = userOf(context)
  const register = importOf(context, importId)
  const bytes = await register.failedRows(language)
  const name = basename(register.fileName).replace(/\.xlsx$/i, '')
  const suffix = language === 'vi' ? 'dong-can-sua' : 'rows-to-mend'
  const file = {
    name: `${name}-${suffix}.xlsx`,
    mediaType: XLSX,
    content: Buffer.from(bytes).toString('base64'),
  }
  return leave(context, authorId, file, { what: 'failed-rows', rows: register.kept, language })
}

/**
 * Brings the bundled sample register in, by the same check and commit as any other.
 * @throws Error when a row of it does not come in: the sample and its catalogue belong together.
 */
export async function loadSample(office: Office, file: string | Uint8Array, authorId: number): Promise<void> {
  const bytes = typeof file === 'string' ? await readFile(file) : file
  const name = typeof file === 'string' ? basename(file) : 'sample.xlsx'
  // Reading and checking take about a third of the time together.
  const share = {
    'import-read': [0, 0],
    'import-check': [5, 25],
    'import-commit': [30, 70],
    sample: [0, 100],
  } as const
  const sample = new RegisterImport(office, name, (operation, done, total) => {
    const [from, width] = share[operation]
    const percent = from + (total === 0 ? 0 : Math.round((width * done) / total))
    office.notify({ topic: 'progress', operation: 'sample', done: percent, total: 100 })
  })
  try {
    const { sheets, sheet } = await sample.open(bytes)
    const chosen = sheets.find(({ name: found }) => found === sheet)
    if (!chosen) throw new Error('the sample has no sheet')
    const { headerRow, mapping } = chosen
    const report = await sample.check({ sheet, headerRow, mapping })
    if (report.kept > 0) throw new Error(`${report.kept} rows of the sample do not come in`)
    await sample.commit(authorId)
  } finally {
    sample.close()
  }
}
