/**
 * Closing a period, opening it again, its file, and what differs since.
 */
import type { ClosingPreview, ClosingRow } from '../../contract/closing.ts'
import type { OfficeFile } from '../../contract/common.ts'
import { OfficeError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/index.ts'
import { closedPeriodText } from '../../documents/closed-period-file.ts'
import { closedPeriodFileName } from '../../documents/file-name.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import {
  type ClosingHead,
  DEFINITIONS,
  clashOf,
  kindOfPeriod,
  sharesDays,
} from '../../domain/closed-period.ts'
import { type Period, countedDays } from '../../domain/period.ts'
import { digestOf } from '../../store/audit.ts'
import { linkOf, tailOf } from '../../store/chain.ts'
import {
  type Closing,
  addClosing,
  addReopening,
  figuresOf,
  getClosing,
  lastClosing,
  listClosings,
  standingClosings,
} from '../../store/closed-periods.ts'
import type { ReadDb } from '../../store/database.ts'
import { knowledgeAt } from '../../store/figure-rows.ts'
import { leave, note } from '../audit/note.ts'
import { clockSettingOf } from '../calendar/clock-setting.ts'
import { type Context, type Office, particularsOf } from '../context.ts'
import { refuseContradiction } from '../figures/contradiction.ts'
import { demandStill, userOf } from '../people/presence.ts'
import { closingWorker } from './beside.ts'
import type { TakenFigures } from './figures.ts'

/** All closings, newest first. */
export function listClosed({ office }: Pick<Context, 'office'>): ClosingRow[] {
  return listClosings(office.store.read).map(toRow)
}

/** What closing would fix. */
export async function previewClosing(
  { office }: Pick<Context, 'office'>,
  { from, to, method }: Input<'closing', 'preview'>,
): Promise<ClosingPreview> {
  const period = { from, to }
  const counted = countedDays(period, office.today())
  const { digest, known, dossiers, total, identities } = await take(office, { period: counted, method })
  const db = office.store.read
  const refusal = refusalOf(office, db, period)
  const fails = identities.some(({ holds }) => !holds)
  return {
    ...{ digest, known, dossiers, total, identities, version: versionOf(db, period) },
    refusal: refusal ?? (fails ? { code: 'identity-failed', number: null } : null),
  }
}

/**
 * Closes a period: what was shown, as known up to the last event, after the closing before it.
 * @throws OfficeError `period-not-over`, `period-closed`, `period-overlaps`, `identity-failed`, `what-if-outdated`.
 */
export async function closePeriod(
  context: Context,
  { from, to, method, digest }: Input<'closing', 'close'>,
): Promise<ClosingRow> {
  const { office } = context
  const authorId = userOf(context)
  const period = { from, to }
  refuse(office, office.store.read, period)
  const taken = await take(office, { period, method })
  if (taken.digest !== digest) throw new OfficeError('what-if-outdated')
  refuseContradiction(taken)
  const row = await office.store.write((db) => {
    // Counting took its time.
    demandStill(context, db)
    refuse(office, db, period)
    refuseOtherRules(db, taken)
    const last = lastClosing(db)
    const { n, hash: tail } = tailOf(db)
    const { name, parentAgency, agencyCode } = particularsOf(office)
    const head: ClosingHead = {
      ...{ number: last.number + 1, before: last.hash, office: { name, parentAgency, agencyCode }, from, to },
      ...{ ...kindOfPeriod(period), version: versionOf(db, period), method, known: taken.known },
      definitions: DEFINITIONS,
      ...{ closedAt: office.now(), closedBy: { id: authorId, name: context.caller?.name ?? '' } },
      ...{ dossiers: taken.dossiers, pending: taken.pending, figures: taken.digest },
      ...{ register: linkOf(db, 1)?.hash.toString('hex') ?? '', links: n, tail: tail.toString('hex') },
    }
    const hash = addClosing(db, head, taken.packed)
    const { number, version, known: lastEvent, dossiers } = head
    note(db, context, 'period-closed', {
      detail: { number, from, to, version, method, dossiers, lastEvent, hash },
      authorId,
      changed: ['closed_period'],
    })
    return toRow({ head, hash, reopened: null })
  })
  changed(office)
  return row
}

/**
 * Opens a closed period again. What was closed stays as it is; the next closing of the period is a further version.
 * @throws OfficeError `not-found`, `period-reopened`.
 */
export async function reopenPeriod(
  context: Context,
  { number, reason }: Input<'closing', 'reopen'>,
): Promise<ClosingRow> {
  const { office } = context
  const authorId = userOf(context)
  const row = await office.store.write((db) => {
    const { head, reopened } = closingOf(db, number)
    if (reopened !== null) throw new OfficeError('period-reopened')
    addReopening(db, { number, at: office.now(), authorId, reason })
    const { from, to, version } = head
    const detail = { number, from, to, version, reason }
    note(db, context, 'period-reopened', { detail, authorId, changed: ['period_reopening'] })
    return toRow(closingOf(db, number))
  })
  changed(office)
  return row
}

/** A closing as a file. @throws OfficeError `not-found`. */
export async function closingFile(
  context: Context,
  { number }: Input<'closing', 'file'>,
): Promise<OfficeFile> {
  const { office } = context
  const authorId = userOf(context)
  const { head, hash } = closingOf(office.store.read, number)
  const figures = figuresOf(office.store.read, number)
  if (figures === undefined) throw notFound()
  const file = {
    name: closedPeriodFileName(head, head.office.name),
    mediaType: 'application/json',
    content: Buffer.from(closedPeriodText({ head, hash, figures })).toString('base64'),
  }
  const { from, to, version } = head
  const filter = { number, from, to, version }
  return leave(context, authorId, file, { what: 'closed-period', rows: head.dossiers, filter })
}

/** The figures of a closing as they were kept. @throws OfficeError `not-found`. */
export function tablesOfClosing(
  { office }: Pick<Context, 'office'>,
  { number }: Input<'closing', 'tables'>,
): Promise<Output<'closing', 'tables'>> {
  closingOf(office.store.read, number)
  return office.worker.run('closedTables', { number })
}

/** What was known up to an event. */
export function knowledgeUpTo(
  { office }: Pick<Context, 'office'>,
  { known, from, to, method }: Input<'closing', 'knowledge'>,
): Output<'closing', 'knowledge'> {
  const db = office.store.read
  const made = listClosings(db).filter(({ head }) => head.known === known)
  const closing =
    made.find(({ head }) => head.from === from && head.to === to && head.method === method) ?? made[0]
  const { at, since } = knowledgeAt(db, known)
  return { at: closing?.head.closedAt ?? at, since, closing: closing?.head.number ?? null }
}

/** What differs from a closing. @throws OfficeError `not-found`. */
export async function differencesOf(
  { office }: Pick<Context, 'office'>,
  { number }: Input<'closing', 'differences'>,
): Promise<Output<'closing', 'differences'>> {
  const { from, to, method, known } = closingOf(office.store.read, number).head
  const found = await closingWorker(office).run('differencesOfClosing', {
    ...{ number, known, method, period: { from, to } },
  })
  if (found === null) throw notFound()
  return found
}

/** What differs from what was known at a moment. */
export function differencesSinceMoment(
  { office }: Pick<Context, 'office'>,
  { from, to, method, moment }: Input<'closing', 'since'>,
): Promise<Output<'closing', 'since'>> {
  const period = countedDays({ from, to }, office.today())
  return closingWorker(office).run('differencesSince', { period, method, moment })
}

/** The standing closings that have days of a period, and how many of their dossiers count otherwise. */
export async function conflictsOf(
  { office }: Pick<Context, 'office'>,
  { from, to }: Input<'closing', 'conflicts'>,
): Promise<Output<'closing', 'conflicts'>> {
  const db = office.store.read
  if (!standingClosings(db).some(({ head }) => sharesDays(head, { from, to }))) return []
  const found = await closingWorker(office).run('countConflicts', { from, to })
  return found.map(({ number, ...counts }) => ({ ...toRow(closingOf(db, number)), ...counts }))
}

function take(
  office: Office,
  asked: { period: Period; method: Input<'closing', 'close'>['method'] },
): Promise<TakenFigures> {
  return closingWorker(office).run('takeFigures', asked)
}

/** What stands in the way of closing a period, or `null`. */
function refusalOf(
  office: Office,
  db: ReadDb,
  period: Period,
): { code: 'period-not-over' | 'period-closed' | 'period-overlaps'; number: number | null } | null {
  if (period.to >= office.today()) return { code: 'period-not-over', number: null }
  const standing = standingClosings(db).map(({ head: { number, from, to } }) => ({ number, from, to }))
  const clash = clashOf(period, standing)
  if (clash === null) return null
  return { code: clash.why === 'same' ? 'period-closed' : 'period-overlaps', number: clash.number }
}

function refuse(office: Office, db: ReadDb, period: Period): void {
  const refusal = refusalOf(office, db, period)
  if (refusal === null) return
  const { code, number } = refusal
  throw new OfficeError(code, number === null ? {} : { number })
}

/** The figures were counted by rules that somebody changed meanwhile. */
function refuseOtherRules(db: ReadDb, { rules }: TakenFigures): void {
  const same =
    digestOf(db, 'calendar_day') === rules.calendar &&
    digestOf(db, 'procedure_version') === rules.procedures &&
    canonicalJson(clockSettingOf(db)) === rules.clock
  if (!same) throw new OfficeError('what-if-outdated')
}

/** The version the next closing of a period is. */
function versionOf(db: ReadDb, { from, to }: Period): number {
  return 1 + listClosings(db).filter(({ head }) => head.from === from && head.to === to).length
}

/** A closing by its number. @throws OfficeError `not-found`. */
export function closingOf(db: ReadDb, number: number): Closing {
  const closing = getClosing(db, number)
  if (!closing) throw notFound()
  return closing
}

function notFound(): OfficeError {
  return new OfficeError('not-found', { what: 'closing' })
}

function toRow({ head, hash, reopened }: Closing): ClosingRow {
  const { number, from, to, kind, rule, version, method, known, closedAt, closedBy, dossiers, pending } = head
  return {
    ...{ number, from, to, kind, rule, version, method, known, closedAt, dossiers, pending, hash, reopened },
    closedBy: closedBy.name,
  }
}

/** Figures are checked against what stands closed. */
function changed(office: Office): void {
  office.notify({ topic: 'dossiers' })
}
