/**
 * The register of half a year (15,970 rows) into an empty office: file, check, one transaction.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Core } from '../../src-main/office/core.ts'
import { openDatabase } from '../../src-main/store/database.ts'
import { keptDatabase } from '../databases.ts'
import { REGISTER_FILE, REGISTER_TODAY, runImport } from '../import-register.ts'
import { openOfficeIn } from '../office.ts'
import { type BenchRow, benchRow } from '../row.ts'

/** Tables the import fills, with what stands in them afterwards. */
const TABLES = ['import_batch', 'dossier_event', 'dossier', 'dossier_pause'] as const
type Rows = Record<string, unknown>[]

interface Import {
  folder: string
  content: string
  /** What stands in the register afterwards, read beforehand. */
  ready: { table: string; rows: Rows }[]
  core: Core | null
  bare: BetterSqlite3.Database | null
}

function readTables(file: string): Import['ready'] {
  const database = new BetterSqlite3(file, { readonly: true })
  const ready = ['staff', ...TABLES].map((table) => ({
    table,
    rows: database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all(),
  }))
  database.close()
  return ready
}

function insertAll(database: BetterSqlite3.Database, ready: Import['ready']): void {
  database.exec('BEGIN IMMEDIATE')
  for (const { table, rows } of ready) {
    const [first] = rows
    if (!first) continue
    const names = Object.keys(first)
    const insert = database.prepare(
      `INSERT ${table === 'staff' ? 'OR IGNORE ' : ''}INTO ${table} (${names.join()}) VALUES (@${names.join(',@')})`,
    )
    for (const row of rows) insert.run(row)
    if (table !== 'dossier') continue
    const words = database.prepare('INSERT INTO dossier_search (rowid, words) VALUES (@id, @search_text)')
    for (const { id, search_text } of rows) words.run({ id, search_text })
  }
  database.exec('COMMIT')
}

async function letGo(state: Import): Promise<void> {
  await state.core?.close()
  state.bare?.close()
  state.core = state.bare = null
}

const register = benchRow<Import>({
  name: 'import of the register',
  describe: 'imports.open, check, commit: xlsx read, 15,970 rows checked, histories folded, on disk',
  describeRaw: 'the same events, rows, pauses and search words, ready, in one transaction (FULL)',
  sizes: ['empty'],
  maxRounds: 5,
  prepare: async ({ file }) => ({
    folder: mkdtempSync(join(dirname(file), 'import-')),
    content: readFileSync(REGISTER_FILE).toString('base64'),
    ready: readTables(await keptDatabase('register', 0)),
    core: null,
    bare: null,
  }),
  before: async (context, state) => {
    await letGo(state)
    rmSync(state.folder, { recursive: true, force: true })
    mkdirSync(state.folder, { recursive: true })
    for (const name of ['register.db', 'bare.db']) copyFileSync(context.file, join(state.folder, name))
    state.core = await openOfficeIn(state.folder, REGISTER_TODAY)
    state.bare = openDatabase(join(state.folder, 'bare.db'))
  },
  ours: async (_context, { core, content }) => {
    if (!core) throw new Error('not opened')
    const imported = await runImport(core, core.openSession(), content)
    if (imported === 0) throw new Error('nothing came in')
  },
  raw: (_context, { bare, ready }) => {
    if (bare) insertAll(bare, ready)
  },
  end: (_context, state) => letGo(state),
})

export const rows: readonly BenchRow[] = [register]
