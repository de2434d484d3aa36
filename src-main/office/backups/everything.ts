/**
 * Everything as open files, and back: what the zip holds.
 */
import { createHash } from 'node:crypto'
import { writeCsv } from 'hucre/csv'
import { z } from 'zod'
import type { Instant } from '../../domain/civil-date.ts'
import { dateOfInstant } from '../../domain/civil-date.ts'
import { README_FILES } from '../../documents/everything-readme.ts'
import { everythingFileName } from '../../documents/file-name.ts'
import { ZipWriter } from '../../documents/open-zip.ts'
import { linkOf, tailOf } from '../../store/chain.ts'
import {
  DERIVED_TABLES,
  type DerivedTable,
  OWN_TABLE_NAMES,
  type OpenRow,
  type OwnTable,
  columnsOf,
  rowsOf,
} from '../../store/open-tables.ts'
import type { ReadDb } from '../../store/database.ts'
import type { TaskContext } from '../worker-protocol.ts'

/** Marks a zip as such an export. */
export const EXPORT_FORMAT = 'so-mot-cua-export'

/** What the zip says of itself. */
export const everythingSchema = z.object({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(1),
  program: z.string(),
  schema: z.number().int().min(1),
  madeAt: z.iso.datetime(),
  office: z.string(),
  register: z.string(),
  links: z.number().int().min(1),
  tail: z.string(),
  /** Records of each table. */
  tables: z.record(z.string(), z.number().int().min(0)),
  /** SHA-256 of each file in the zip besides this one. */
  files: z.record(z.string(), z.string()),
})
export type EverythingManifest = z.infer<typeof everythingSchema>

/** What comes out of the worker. */
export interface Everything {
  bytes: Uint8Array
  name: string
  counts: Record<string, number>
  sha256: string
}

/** Rows turned into text at a time. */
const PORTION = 5000

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Everything as open files, of one state of the register. */
export function exportEverythingInWorker(
  { db, progress }: TaskContext,
  { madeAt, program, officeName }: { madeAt: Instant; program: string; officeName: string },
): Everything {
  return db.snapshot(() => {
    const zip = new ZipWriter()
    const files: Record<string, string> = {}
    const add = (name: string, content: Uint8Array): void => {
      files[name] = sha256(content)
      zip.add(name, content)
    }
    for (const [name, text] of Object.entries(README_FILES)) add(name, Buffer.from(text))
    const tables = [...OWN_TABLE_NAMES, ...DERIVED]
    const counts: Record<string, number> = {}
    for (const [done, table] of tables.entries()) {
      const { json, csv, count } = textsOf(db, table)
      counts[table] = count
      add(`json/${table}.json`, json)
      add(`csv/${table}.csv`, csv)
      progress(done + 1, tables.length)
    }
    const tail = tailOf(db)
    const manifest: EverythingManifest = {
      format: EXPORT_FORMAT,
      version: 1,
      program,
      schema: db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0,
      madeAt,
      office: officeName,
      register: linkOf(db, 1)?.hash.toString('hex') ?? '',
      links: tail.n,
      tail: tail.hash.toString('hex'),
      tables: counts,
      files,
    }
    zip.add('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)))
    const bytes = zip.finish()
    const name = everythingFileName(officeName, dateOfInstant(madeAt))
    return { bytes, name, counts, sha256: sha256(bytes) }
  })
}

const DERIVED = Object.keys(DERIVED_TABLES) as DerivedTable[]

/** A table as JSON, one record a line, and as CSV that no spreadsheet finds a formula in. */
function textsOf(db: ReadDb, table: OwnTable | DerivedTable): { json: Buffer; csv: Buffer; count: number } {
  const columns = columnsOf(db, table)
  const json: Buffer[] = []
  const csv = [csvOf([columns], true)]
  let count = 0
  let portion: OpenRow[] = []
  const flush = (): void => {
    if (portion.length === 0) return
    const lines = portion.map((row) => JSON.stringify(row)).join(',\n')
    json.push(Buffer.from(`${json.length === 0 ? '' : ',\n'}${lines}`))
    csv.push(
      csvOf(
        portion.map((row) => columns.map((column) => row[column] ?? null)),
        false,
      ),
    )
    portion = []
  }
  for (const row of rowsOf(db, table)) {
    portion.push(row)
    count++
    if (portion.length === PORTION) flush()
  }
  flush()
  return {
    json: Buffer.concat([Buffer.from('[\n'), ...json, Buffer.from('\n]\n')]),
    csv: Buffer.concat(csv),
    count,
  }
}

function csvOf(rows: (string | number | null)[][], bom: boolean): Buffer {
  const text = writeCsv(rows, { bom, escapeFormulae: true })
  return Buffer.from(text.endsWith('\n') ? text : `${text}\r\n`)
}
