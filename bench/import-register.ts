/**
 * The bundled register of half a year, brought in through the office's own import.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { mappingSchema } from '../src-main/contract/imports.ts'
import { type CivilDate, civilDate } from '../src-main/domain/civil-date.ts'
import type { Core, Session } from '../src-main/office/core.ts'
import { openDatabase } from '../src-main/store/database.ts'
import { RESOURCES, callOf, openOfficeIn } from './office.ts'

/** The register as a file chooser would hand it over. */
export const REGISTER_FILE = join(RESOURCES, 'sample', 'register-2020h1.xlsx')

/** The register's last day. */
export const REGISTER_TODAY: CivilDate = civilDate('2020-06-30')

const openedSchema = z.object({
  importId: z.string(),
  sheet: z.string(),
  sheets: z.array(z.object({ name: z.string(), headerRow: z.number(), mapping: mappingSchema })),
})
const committedSchema = z.object({ imported: z.number(), kept: z.number() })

/** Opens, checks and commits the register, as the import screen does. Returns how many came in. */
export async function runImport(core: Core, session: Session, content: string): Promise<number> {
  const call = (operation: string, input: unknown): Promise<unknown> =>
    callOf(core, session, 'imports', operation, input)
  const { importId, sheet, sheets } = openedSchema.parse(
    await call('open', { fileName: 'register-2020h1.xlsx', content }),
  )
  const chosen = sheets.find(({ name }) => name === sheet)
  if (!chosen) throw new Error('the proposed sheet is not among the sheets')
  await call('check', { importId, sheet, headerRow: chosen.headerRow, mapping: chosen.mapping })
  return committedSchema.parse(await call('commit', { importId })).imported
}

/** Makes a database with the register in it. */
export async function importRegister(file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'so-mot-cua-bench-'))
  try {
    const core = await openOfficeIn(folder, REGISTER_TODAY)
    const session = core.openSession()
    const office: unknown = JSON.parse(readFileSync(join(RESOURCES, 'sample', 'office.json'), 'utf8'))
    const { office: particulars, userName } = z
      .object({ office: z.unknown(), userName: z.string() })
      .parse(office)
    await callOf(core, session, 'office', 'setUp', { office: particulars, userName, account: null })
    const imported = await runImport(core, session, readFileSync(REGISTER_FILE).toString('base64'))
    if (imported === 0) throw new Error('no row of the register came in')
    await core.close()
    const database = openDatabase(join(folder, 'register.db'))
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
    copyFileSync(join(folder, 'register.db'), file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
