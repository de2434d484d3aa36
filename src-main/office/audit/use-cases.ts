/**
 * The audit: read, taken out, verified; derived rows made again.
 */
import { dirname, join } from 'node:path'
import type { AuditFilter } from '../../contract/audit.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import { AUDIT_WORDS } from '../../documents/audit-words.ts'
import { CSV_MEDIA_TYPE } from '../../documents/calendar-file.ts'
import { XLSX_MEDIA_TYPE } from '../../documents/file-name.ts'
import { AUDIT_KINDS } from '../../domain/audit.ts'
import type { Verdict } from '../../domain/audit-findings.ts'
import { instantOf } from '../../domain/civil-date.ts'
import { normalCode } from '../../domain/dossier-code.ts'
import { anchorsIn } from '../../store/anchors.ts'
import type { FeedFilter } from '../../store/audit-feed.ts'
import { linkOf } from '../../store/chain.ts'
import { CancelledError } from '../../store/database.ts'
import { idByCode } from '../../store/dossiers.ts'
import { rebuild } from '../../store/events.ts'
import { withoutGivenUp } from '../../store/given-up.ts'
import { type Context, type Office, particularsOf } from '../context.ts'
import { userOf } from '../people/presence.ts'
import { leave, note } from './note.ts'
import { monthsBefore, retentionIn } from './retention.ts'

/** A code nobody has: a filter by it finds nothing. */
const NOBODY = -1
/** How long a check that is called off may take to hear it. */
const PATIENCE_MS = 3_000

function feedFilter(office: Office, filter: AuditFilter): FeedFilter {
  const { source, kind, personId, from, to, code } = filter
  const auditKind = AUDIT_KINDS.find((one) => one === kind) ?? null
  const db = office.store.read
  return {
    ...{ source, personId, auditKind },
    eventKind: auditKind === null ? kind : null,
    from: from === null ? null : instantOf(from, '00:00'),
    // A day ends at 24:00.
    to: to === null ? null : instantOf(to, '24:00'),
    dossierId: code.trim() === '' ? null : (idByCode(db, normalCode(code)) ?? NOBODY),
    looksSince: monthsBefore(office.now(), retentionIn(db).lookMonths),
  }
}

/** A page of the audit, newest first. */
export function listAudit(context: Context, input: Input<'audit', 'list'>): Promise<Output<'audit', 'list'>> {
  const { office } = context
  const { before, limit } = input
  return office.worker.run('pageAudit', { filter: feedFilter(office, input.filter), before, limit })
}

/** The filtered audit as a file. */
export async function exportAuditFile(
  context: Context,
  { filter, format, language }: Input<'audit', 'export'>,
): Promise<Output<'audit', 'export'>> {
  const { office } = context
  const authorId = userOf(context)
  const { name } = particularsOf(office)
  const madeOn = office.today()
  const { bytes, rows } = await office.worker.run('exportAudit', {
    ...{ format, madeOn, officeName: name, words: AUDIT_WORDS[language] },
    filter: feedFilter(office, filter),
  })
  const file = {
    name: `${language === 'vi' ? 'nhat-ky' : 'audit'}_${madeOn}.${format}`,
    mediaType: format === 'csv' ? CSV_MEDIA_TYPE : XLSX_MEDIA_TYPE,
    content: Buffer.from(bytes).toString('base64'),
  }
  return leave(context, authorId, file, { what: 'audit', rows, language, filter: { ...filter, format } })
}

/** The check under way of each office. */
const checking = new WeakMap<Office, AbortController>()

/**
 * Checks the whole register in a worker of its own, against the links its backups know.
 * @throws OfficeError `busy` while one runs, `cancelled`.
 */
export async function verifyOffice(context: Context): Promise<Verdict> {
  const { office } = context
  if (checking.has(office)) throw new OfficeError('busy')
  const authorId = userOf(context)
  const control = new AbortController()
  checking.set(office, control)
  const worker = office.worker.beside()
  let deaf: ReturnType<typeof setTimeout> | undefined
  try {
    const { file } = office.store
    const anchors = anchorsOf(office)
    const tell = (done: number, total: number): void =>
      office.notify({ topic: 'progress', operation: 'verify', done, total })
    control.signal.addEventListener('abort', () => {
      // One table may take SQLite a minute: who does not hear is ended.
      deaf = setTimeout(() => void worker.close(), PATIENCE_MS)
    })
    const { signal } = control
    const verdict = await worker.run('verifyRegister', { file, anchors }, { signal, onProgress: tell })
    const { links, tail, found, firstBroken, anchors: compared } = verdict
    const detail = { links, tail, found, firstBroken, anchors: compared }
    await office.store.write((db) => note(db, context, 'verified', { detail, authorId }))
    return verdict
  } finally {
    clearTimeout(deaf)
    checking.delete(office)
    await worker.close()
  }
}

/** Links that backups beside the register know of it; not those that a restore gave up. */
function anchorsOf({ store }: Office): ReturnType<typeof anchorsIn> {
  const first = linkOf(store.read, 1)
  const folder = dirname(store.file)
  if (first === undefined) return []
  return withoutGivenUp(store.read, anchorsIn(join(folder, 'backups'), first.hash.toString('hex')))
}

/** Calls a running check off. */
export function cancelVerify({ office }: Context): null {
  checking.get(office)?.abort()
  return null
}

/** Makes all derived rows from the histories again, all in one transaction. */
export async function rebuildRows(context: Context): Promise<Output<'audit', 'rebuildRows'>> {
  const { office } = context
  const authorId = userOf(context)
  try {
    const dossiers = await office.store.writeInSteps(function* (db) {
      const steps = rebuild(db)
      for (;;) {
        const step = steps.next()
        if (step.done) {
          note(db, context, 'rows-rebuilt', { detail: { dossiers: step.value }, authorId })
          return step.value
        }
        yield
      }
    })
    office.notify({ topic: 'dossiers' })
    return { dossiers }
  } catch (error) {
    throw error instanceof CancelledError ? new OfficeError('cancelled') : error
  }
}

/** Writes down that a paper is printed from a screen. */
export async function notePrint(
  context: Context,
  { paper, rows, dossierId }: Input<'audit', 'notePrint'>,
): Promise<null> {
  const detail = { what: paper, rows }
  await context.office.store.write((db) =>
    note(db, context, 'printed', { detail, ...(dossierId === null ? {} : { dossierId }) }),
  )
  return null
}
