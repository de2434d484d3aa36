/**
 * An export of everything taken in: a register made of it beside the empty one, ready to take its place.
 */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { OfficeError } from '../../contract/errors.ts'
import type { Role } from '../../domain/people.ts'
import { ROLES } from '../../domain/people.ts'
import type { Instant } from '../../domain/civil-date.ts'
import { type OpenZip, ZipError, openZip } from '../../documents/open-zip.ts'
import { WATCHED_TABLES, addAudit } from '../../store/audit.ts'
import type { RegisterFacts } from '../../store/backup-inspect.ts'
import { tailOf } from '../../store/chain.ts'
import { Store, type WriteDb } from '../../store/database.ts'
import { rebuild } from '../../store/events.ts'
import { MIGRATIONS } from '../../store/migrations/index.ts'
import { OWN_TABLE_NAMES, type OpenRow, type OwnTable, writeRows } from '../../store/open-tables.ts'
import { listAccounts, saveAccount } from '../../store/people.ts'
import { ensureStaff, getSetting, setSetting } from '../../store/reference.ts'
import { dropStaged, finishStaging } from '../../store/staging.ts'
import { stagedFile } from '../../store/swap.ts'
import type { AccessSetting } from '../people/presence.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { type EverythingManifest, everythingSchema } from './everything.ts'
import { refusedFile } from './failures.ts'

const MIB = 1024 * 1024
const LIMITS = { file: 400 * MIB, all: 1200 * MIB, entries: 200 }

/** Whoever takes an export in. */
export interface Taker {
  userName: string
  /** The password as it is kept; `null`: the office is opened without sign-in. */
  account: { login: string; password: string; roles: Role[] } | null
  lockAfterMinutes: number
}

/** What was taken in. */
export interface TakenIn {
  facts: RegisterFacts
  /** Links and tail as they stood in the export. */
  exported: { links: number; tail: string; madeAt: Instant }
  /** The taker's key on the staff. */
  staffId: number
}

const cell = z.union([z.string(), z.number(), z.null()])
const rowsSchema = z.array(z.record(z.string(), cell))

/** Makes a register of an export and stages it. Nothing stays when it is refused. */
export async function takeInWorker(
  { progress }: TaskContext,
  { bytes, dataDir, now, taker }: { bytes: Uint8Array; dataDir: string; now: Instant; taker: Taker },
): Promise<TakenIn> {
  dropStaged(dataDir)
  try {
    const { zip, manifest } = openEverything(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const store = new Store(stagedFile(dataDir))
    let staffId: number
    try {
      staffId = await store.write((db) => {
        for (const [done, table] of OWN_TABLE_NAMES.entries()) {
          writeRows(
            db,
            table,
            readTable(zip, manifest, table),
            table === 'account' ? withoutPassword : undefined,
          )
          progress(done + 1, OWN_TABLE_NAMES.length + 2)
        }
        for (const done of rebuild(db)) void done
        return welcome(db, manifest, taker, now)
      })
    } finally {
      await store.close()
    }
    const facts = finishStaging(dataDir)
    checkFacts(facts, manifest)
    return {
      facts,
      exported: { links: manifest.links, tail: manifest.tail, madeAt: manifest.madeAt },
      staffId,
    }
  } catch (error) {
    dropStaged(dataDir)
    throw refusedExport(error)
  }
}

/** @throws OfficeError `export-foreign`, `export-newer`, ZipError, ZodError. */
function openEverything(bytes: Buffer): { zip: OpenZip; manifest: EverythingManifest } {
  const zip = openZip(bytes, LIMITS)
  const text = zip.read('manifest.json')
  if (text === undefined) throw new OfficeError('export-foreign')
  const read = everythingSchema.safeParse(parse(text))
  if (!read.success) throw new OfficeError('export-foreign')
  if (read.data.schema > MIGRATIONS.length) throw new OfficeError('export-newer')
  return { zip, manifest: read.data }
}

function parse(text: Buffer): unknown {
  return JSON.parse(text.toString('utf8'))
}

/** The rows of a table, whole as the manifest says. */
function readTable(zip: OpenZip, manifest: EverythingManifest, table: OwnTable): OpenRow[] {
  const name = `json/${table}.json`
  const content = zip.read(name)
  // An export of an earlier version has not all tables.
  if (content === undefined && manifest.tables[table] === undefined) return []
  const sum = content === undefined ? null : createHash('sha256').update(content).digest('hex')
  if (content === undefined || sum !== manifest.files[name]) throw new OfficeError('export-damaged')
  const rows = rowsSchema.parse(parse(content))
  if (rows.length !== manifest.tables[table]) throw new OfficeError('export-damaged')
  return rows
}

/** A hash nobody has the password of: it costs what any other costs. */
function withoutPassword(): OpenRow {
  const random = (bytes: number): string => randomBytes(bytes).toString('base64url')
  return { password: ['scrypt', 2 ** 16, 8, 1, random(16), random(32)].join('$'), must_change: 1 }
}

/** Makes the taker the administrator, and has the audit tell of it, in the transaction of taking in. */
function welcome(db: WriteDb, manifest: EverythingManifest, taker: Taker, now: Instant): number {
  const isWhole = tailOf(db).hash.toString('hex') === manifest.tail
  if (!isWhole || getSetting(db, 'office') === undefined) throw new OfficeError('export-damaged')
  const { account, lockAfterMinutes } = taker
  const owner = account === null ? undefined : listAccounts(db).find(({ login }) => login === account.login)
  const id = owner?.id ?? ensureStaff(db, taker.userName).id
  if (account !== null) {
    const before = listAccounts(db).find((one) => one.id === id)
    const roles = ROLES.filter(
      (role) => role === 'administrator' || account.roles.includes(role) || before?.roles.includes(role),
    )
    saveAccount(db, {
      id,
      login: account.login,
      password: account.password,
      roles,
      active: true,
      mustChange: false,
    })
  }
  const access: AccessSetting =
    account === null
      ? { kind: 'open', openAs: id, lockAfterMinutes: 0 }
      : { kind: 'sign-in', openAs: null, lockAfterMinutes }
  setSetting(db, 'access', JSON.stringify(access))
  const { links, tail, madeAt, program } = manifest
  const detail = { links, tail, madeAt, program, access: access.kind, login: account?.login ?? null }
  addAudit(db, { at: now, authorId: id, kind: 'office-imported', detail }, WATCHED_TABLES)
  return id
}

/** One link more than was exported: the one that tells of taking it in. The chain was counted through to here. */
function checkFacts(facts: RegisterFacts, { links, tables, register }: EverythingManifest): void {
  const same =
    facts.links === links + 1 &&
    facts.register === register &&
    facts.dossiers === tables['dossier'] &&
    facts.events === tables['dossier_event']
  if (!same) throw new OfficeError('export-damaged')
}

function refusedExport(error: unknown): unknown {
  if (error instanceof OfficeError) return error
  if (error instanceof ZipError) {
    return new OfficeError(error.fault === 'not-a-zip' ? 'export-foreign' : 'export-damaged')
  }
  const refusal = refusedFile(error)
  if (refusal instanceof OfficeError && refusal.data.code === 'backup-failed') return refusal
  // JSON, rows and chain: whatever does not fit there was not written by an export.
  return new OfficeError('export-damaged')
}
