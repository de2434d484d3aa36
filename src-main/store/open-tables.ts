/**
 * The register as plain rows: every table that holds something of its own, in the order they can be written again.
 */
import { pack, unpack } from './closed-periods.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** Tables with content of their own; what is not on the list is derived from these. */
export const OWN_TABLES = {
  setting: 'SELECT * FROM setting ORDER BY key',
  staff: 'SELECT * FROM staff ORDER BY id',
  // Never the passwords.
  account: 'SELECT staff_id, login, roles, active, must_change FROM account ORDER BY staff_id',
  preference: 'SELECT * FROM preference ORDER BY staff_id, key',
  calendar_day: 'SELECT * FROM calendar_day ORDER BY date',
  procedure_version: 'SELECT * FROM procedure_version ORDER BY id',
  rule_change: 'SELECT * FROM rule_change ORDER BY id',
  stop_order: 'SELECT * FROM stop_order ORDER BY id',
  alert_seen: 'SELECT * FROM alert_seen ORDER BY staff_id, key',
  import_batch: 'SELECT * FROM import_batch ORDER BY id',
  closed_period: 'SELECT * FROM closed_period ORDER BY number',
  period_reopening: 'SELECT * FROM period_reopening ORDER BY number',
  dossier_event: 'SELECT * FROM dossier_event ORDER BY id',
  audit_entry: 'SELECT * FROM audit_entry ORDER BY id',
  chain: 'SELECT n, event_id, audit_id, lower(hex(hash)) AS hash FROM chain ORDER BY n',
  form_number: 'SELECT * FROM form_number ORDER BY form, year, number',
} as const
export type OwnTable = keyof typeof OWN_TABLES
/** The tables of {@link OWN_TABLES}, in the order they are written. */
export const OWN_TABLE_NAMES = Object.keys(OWN_TABLES) as OwnTable[]

/** Derived tables, exported to be read by people and other programs; made again when everything is taken in. */
export const DERIVED_TABLES = {
  dossier: 'SELECT * FROM dossier ORDER BY id',
  dossier_pause: 'SELECT * FROM dossier_pause ORDER BY dossier_id, nth',
  dossier_due_move: 'SELECT * FROM dossier_due_move ORDER BY dossier_id, nth',
  dossier_handover: 'SELECT * FROM dossier_handover ORDER BY dossier_id, nth',
  dossier_holder_move: 'SELECT * FROM dossier_holder_move ORDER BY dossier_id, nth',
  arrival: 'SELECT * FROM arrival ORDER BY id',
} as const
export type DerivedTable = keyof typeof DERIVED_TABLES

/** A row as JSON has it. */
export type OpenRow = Record<string, string | number | null>

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = { ...OWN_TABLES, ...DERIVED_TABLES } as const

/** The columns of a table as a spreadsheet gets it: no passwords, and not what no cell has room for. */
export function columnsOf(db: ReadDb, table: OwnTable | DerivedTable): string[] {
  const hidden = table === 'account' ? ['password'] : table === 'closed_period' ? ['figures'] : []
  return db
    .all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
    .map(({ name }) => name)
    .filter((name) => !hidden.includes(name))
}

/** The rows of a table; the figures of closed periods as the text they are. */
export function* rowsOf(db: ReadDb, table: OwnTable | DerivedTable): Generator<OpenRow, void> {
  const rows = db.iterate<Omit<OpenRow, 'figures'> & { figures?: Uint8Array }>(STATEMENTS[table])
  for (const { figures, ...row } of rows)
    yield figures === undefined ? row : { ...row, figures: unpack(figures) }
}

/** Thrown when rows do not fit the schema or the chain. */
export class OpenTablesError extends Error {}

/** Writes the rows of a table into an empty register. @throws OpenTablesError, SqliteError */
export function writeRows(
  db: WriteDb,
  table: OwnTable,
  rows: readonly OpenRow[],
  /** Columns that are not exported. */
  more: (row: OpenRow) => OpenRow = () => ({}),
): void {
  const columns = new Set(
    db.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name),
  )
  for (const row of rows) {
    const values = Object.entries({ ...row, ...more(row), ...inBytes(table, row) })
    if (values.some(([name]) => !columns.has(name))) throw new OpenTablesError(`a column of ${table}`)
    const names = values.map(([name]) => `"${name}"`).join(', ')
    const places = values.map(() => '?').join(', ')
    // The columns' names are those of the schema: checked above.
    db.run(
      `INSERT INTO "${table}" (${names}) VALUES (${places})`,
      values.map(([, value]) => value),
    )
  }
}

/** The columns that are bytes in the register and text outside it. */
function inBytes(table: OwnTable, row: OpenRow): Record<string, Buffer> {
  if (table === 'chain') return { hash: Buffer.from(String(row['hash']), 'hex') }
  return table === 'closed_period' ? { figures: pack(String(row['figures'])) } : {}
}
