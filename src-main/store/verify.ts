/**
 * The check of a whole register: chain, watched tables, derived rows, form numbers, the file's own guards. Reads page by page;
 * of each dossier only one number is held.
 */
import type { Anchor, Verdict } from '../domain/audit-findings.ts'
import { nameLookup, sortKey } from '../domain/names.ts'
import { EMPTY_DIGEST, WATCHED_TABLES, countOfKind, digestOf } from './audit.ts'
import { closedPeriodFaults } from './closed-periods.ts'
import { type ReadDb, SCHEMA_PARTS, type SchemaPart, ownSchema } from './database.ts'
import { type WalkedChain, countChain, walkChain } from './verify-chain.ts'
import { checkDossiers } from './verify-dossiers.ts'
import { Findings } from './verify-findings.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  dossiers: 'SELECT count(DISTINCT dossier_id) AS n FROM dossier_event',
  staff: 'SELECT id, name, name_key AS key, name_lookup AS lookup FROM staff ORDER BY id',
  procedures: 'SELECT id, name_vi AS name, name_key AS key FROM procedure_version ORDER BY id',
  tables: "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'dossier_search_%'",
} as const

/** How far a check is. */
export interface VerifyProgress {
  done: number
  total: number
}

/**
 * Checks everything on one state of the database, as {@link openSnapshot} gives it.
 * @yields how far it is; between two steps others may be let in, or the check given up.
 */
export function* verify(db: ReadDb, anchors: readonly Anchor[] = []): Generator<VerifyProgress, Verdict> {
  const findings = new Findings()
  const counts = countChain(db)
  const dossiers = db.get<{ n: number }>(STATEMENTS.dossiers)?.n ?? 0
  const tables = db.all<{ name: string }>(STATEMENTS.tables)
  // A dossier takes about as long as two links.
  const total = counts.links + 2 * dossiers + tables.length
  const walking = walkChain(db, anchors, findings)
  let walked: WalkedChain
  for (;;) {
    const step = walking.next()
    if (step.done) {
      walked = step.value
      break
    }
    yield { done: Math.min(step.value, counts.links), total }
  }
  checkTables(db, walked.digests, findings)
  checkKeys(db, findings)
  for (const { number, fault } of closedPeriodFaults(db))
    findings.add({ kind: 'closed-period-differs', what: `${number} ${fault}` })
  checkSchema(db, findings)
  const comparing = checkDossiers(db, findings)
  for (let step = comparing.next(); !step.done; step = comparing.next()) {
    yield { done: counts.links + 2 * Math.min(step.value, dossiers), total }
  }
  for (const [index, { name }] of tables.entries()) {
    checkPages(db, name, findings)
    yield { done: total - tables.length + index + 1, total }
  }
  return {
    ...counts,
    dossiers,
    tail: walked.tail,
    anchors: anchors.length,
    firstBroken: findings.firstBroken,
    clockSetBack: countOfKind(db, 'clock-set-back'),
    changedOutside: countOfKind(db, 'changed-outside'),
    findings: withCodes(db, findings.list),
    found: findings.found,
  }
}

/** Watched tables as they stand against what their last entry says. */
function checkTables(db: ReadDb, digests: ReadonlyMap<string, string>, findings: Findings): void {
  for (const table of WATCHED_TABLES) {
    // Nobody has touched a table that no entry names: it is as empty as it was made.
    if (digestOf(db, table) !== (digests.get(table) ?? EMPTY_DIGEST))
      findings.add({ kind: 'table-differs', what: table })
  }
}

/** Keys that sort and find names are made from the names, which are vouched for. */
function checkKeys(db: ReadDb, findings: Findings): void {
  for (const row of db.all<{ name: string; key: string; lookup: string }>(STATEMENTS.staff)) {
    if (row.key !== sortKey(row.name) || row.lookup !== nameLookup(row.name)) {
      findings.add({ kind: 'table-differs', what: 'staff' })
    }
  }
  for (const row of db.all<{ name: string; key: string }>(STATEMENTS.procedures)) {
    if (row.key !== sortKey(row.name)) findings.add({ kind: 'table-differs', what: 'procedure_version' })
  }
}

/** Guards taken off, tables made otherwise, things that are not ours. */
function checkSchema(db: ReadDb, findings: Findings): void {
  const own = new Map(ownSchema().map(({ name, sql }) => [name, sql]))
  for (const { name, sql } of db.all<SchemaPart>(SCHEMA_PARTS)) {
    if (own.get(name) !== sql) findings.add({ kind: 'schema-differs', what: name })
    own.delete(name)
  }
  for (const name of own.keys()) findings.add({ kind: 'schema-differs', what: name })
}

/** SQLite's own check of a table and its indexes. */
function checkPages(db: ReadDb, table: string, findings: Findings): void {
  const answers = db.all<{ integrity_check: string }>(`PRAGMA integrity_check('${table}')`)
  for (const { integrity_check: answer } of answers) {
    if (answer !== 'ok') findings.add({ kind: 'file-damaged', what: table, stored: answer.slice(0, 200) })
  }
}

function withCodes(db: ReadDb, found: Verdict['findings']): Verdict['findings'] {
  return found.map((finding) => {
    if (finding.dossierId === null || finding.code !== null) return finding
    const row = db.get<{ code: string }>('SELECT code FROM dossier WHERE id = ?', [finding.dossierId])
    return { ...finding, code: row?.code ?? null }
  })
}

/** Runs a check to its end. */
export function verifyAtOnce(db: ReadDb, anchors: readonly Anchor[] = []): Verdict {
  const steps = verify(db, anchors)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
