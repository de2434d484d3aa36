/**
 * The ledger of the crash tests: what a busy office said it had done, and whether a register holds it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openSnapshot, type ReadDb } from '../store/database.ts'
import { verifyAtOnce } from '../store/verify.ts'

/** Rows of each register that the busy office brings in. */
export const IMPORTED_ROWS = 120

/** One line. */
export type LedgerLine =
  | { kind: 'ready'; trouble: string | null }
  | { kind: 'set-up' }
  | { kind: 'received'; id: number; code: string; applicantName: string }
  | { kind: 'changed'; id: number; version: number }
  | { kind: 'imported'; fileName: string; imported: number }
  | { kind: 'rules-changed'; changeId: number; moved: number }
  | { kind: 'complaint'; words: string }

/** A busy office in a process of its own. */
export interface BusyOffice {
  child: ChildProcess
  /** What it has said so far; on disk too before it is here. */
  lines: LedgerLine[]
  /** Resolves when it is gone and everything it said is read. */
  gone: Promise<{ code: number | null; complaints: string }>
}

/** Starts one on a data folder; its ledger is kept in a file. */
export function startBusyOffice(dataDir: string, seed: number, ledgerFile: string): BusyOffice {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'busy-office.ts'), dataDir, String(seed)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const lines: LedgerLine[] = []
  const ledger = openSync(ledgerFile, 'a')
  let rest = ''
  let complaints = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const whole = (rest + chunk.toString()).split('\n')
    rest = whole.pop() ?? ''
    if (whole.length === 0) return
    writeSync(ledger, whole.join('\n') + '\n')
    fsyncSync(ledger)
    for (const line of whole) lines.push(JSON.parse(line) as LedgerLine)
  })
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const gone = new Promise<{ code: number | null; complaints: string }>((resolve) =>
    child.once('close', (code) => {
      closeSync(ledger)
      resolve({ code, complaints })
    }),
  )
  return { child, lines, gone }
}

/** What is wrong with a register, in words; empty when it is whole and holds the ledger. */
export function faultsOf(file: string, ledger: readonly LedgerLine[]): string[] {
  const { db, close } = openSnapshot(file)
  try {
    const { found, findings } = verifyAtOnce(db)
    return [
      ...(found === 0 ? [] : findings.map((finding) => `${finding.kind} ${finding.what} ${finding.stored}`)),
      ...ledger.flatMap((line) => missing(db, line)),
      ...halves(db),
    ]
  } finally {
    close()
  }
}

/** Whether what was answered is there whole. */
function missing(db: ReadDb, line: LedgerLine): string[] {
  const says = (good: boolean): string[] => (good ? [] : [`missing: ${JSON.stringify(line)}`])
  switch (line.kind) {
    case 'received': {
      const sql = 'SELECT code, applicant_name AS name FROM dossier WHERE id = ?'
      const row = db.get<{ code: string; name: string }>(sql, [line.id])
      return says(row?.code === line.code && row.name === line.applicantName)
    }
    case 'changed': {
      const sql = `SELECT (SELECT version FROM dossier WHERE id = ?) AS version,
        (SELECT count(*) FROM dossier_event WHERE dossier_id = ? AND seq <= ?) AS events`
      const row = db.get<{ version: number; events: number }>(sql, [line.id, line.id, line.version])
      return says((row?.version ?? 0) >= line.version && row?.events === line.version)
    }
    case 'imported': {
      const sql = 'SELECT imported FROM import_batch WHERE file_name = ?'
      return says(db.get<{ imported: number }>(sql, [line.fileName])?.imported === line.imported)
    }
    case 'rules-changed':
      return says(db.get('SELECT 1 FROM rule_change WHERE id = ?', [line.changeId]) !== undefined)
    case 'set-up':
      return says(db.get(`SELECT 1 FROM setting WHERE key = 'office'`) !== undefined)
    case 'ready':
      return line.trouble === null ? [] : [`it did not open: ${line.trouble}`]
    case 'complaint':
      return [line.words]
  }
}

/** Imports and changes of rules of which only a part is there. */
function halves(db: ReadDb): string[] {
  const imports = db.all<{ name: string }>(`SELECT file_name AS name FROM import_batch b WHERE imported <>
    (SELECT count(DISTINCT dossier_id) FROM dossier_event WHERE import_id = b.id)
    UNION ALL SELECT 'without its batch' FROM dossier_event WHERE import_id IS NOT NULL AND import_id NOT IN (SELECT id FROM import_batch)`)
  const rules = db.all<{ id: number }>(`SELECT id FROM rule_change c WHERE json_extract(detail, '$.moved') <>
    (SELECT count(*) FROM dossier_event WHERE kind = 'due-moved' AND json_extract(fact, '$.changeId') = c.id)`)
  return [
    ...imports.map(({ name }) => `half an import: ${name}`),
    ...rules.map(({ id }) => `half a change of rules: ${id}`),
  ]
}

/** How many dossiers a ledger knows of, and how many more may be there: those that were not answered any more. */
export function dossiersIn(ledger: readonly LedgerLine[]): number {
  return ledger.reduce((sum, line) => {
    if (line.kind === 'received') return sum + 1
    return line.kind === 'imported' ? sum + line.imported : sum
  }, 0)
}

/** Rounds of a crash test: `CRASH_ROUNDS`, or so many. */
export const rounds = (usual: number): number => Number(process.env['CRASH_ROUNDS'] ?? usual)
