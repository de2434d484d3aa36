/**
 * The lists of the desk. The shares are counted for the rows shown; a list cut by whose the lateness is looks into every
 * history, in the worker.
 */
import type { DeskRow } from '../../contract/desk.ts'
import type { Input, Output } from '../../contract/index.ts'
import { type CivilDate, instantOf } from '../../domain/civil-date.ts'
import type { Outlook } from '../../domain/early-warning.ts'
import { mainHolder } from '../../domain/legs.ts'
import type { ReadDb } from '../../store/database.ts'
import { deskCount, deskPage } from '../../store/desk.ts'
import type { ListedDossier, QueueMoment } from '../../store/dossiers.ts'
import { EXPORT_LIMIT } from '../dossiers/export.ts'
import { toListRow } from '../dossiers/rows.ts'
import { queueMoment } from '../dossiers/use-cases.ts'
import type { Context } from '../context.ts'
import type { TaskContext } from '../worker-protocol.ts'
import { type DeskRules, deskRules, deskRulesIn, legsOfDossier } from './legs.ts'
import { type DeskListing, EVERY_LATE, listingOf } from './listing.ts'
import { lookAhead } from './outlook.ts'

/** One page of a list. */
export async function listDesk(
  context: Context,
  { filter, sort, page, pageSize }: Input<'desk', 'list'>,
): Promise<Output<'desk', 'list'>> {
  const { office } = context
  const listing = listingOf(filter, sort, queueMoment(context), office.rules.calendar)
  const part = { limit: pageSize, offset: page * pageSize }
  if (listing.whose !== null || listing.atRisk) return office.worker.run('pageDesk', { listing, page: part })
  const { read } = office.store
  const toRow = rowWith(read, listing.query.moment, deskRules(office))
  return read.snapshot(() => ({
    rows: deskPage(read, listing.query, sort, part).map((listed) => toRow(listed, null)),
    total: deskCount(read, listing.query),
  }))
}

/** Worker task: a page of a list that is cut by whose the lateness is, or of those at risk. */
export async function pageDesk(
  context: TaskContext,
  { listing, page }: { listing: DeskListing; page: { limit: number; offset: number } },
): Promise<Output<'desk', 'list'>> {
  if (listing.atRisk && listing.whose === null) {
    const { atRisk } = await lookAhead(context, listing.query)
    const toRow = rowWith(context.db, listing.query.moment, deskRulesIn(context.db))
    const shown = atRisk.slice(page.offset, page.offset + page.limit)
    return { rows: shown.map(({ listed, outlook }) => toRow(listed, outlook)), total: atRisk.length }
  }
  const rows = await allRows(context, listing)
  return { rows: rows.slice(page.offset, page.offset + page.limit), total: rows.length }
}

const PER_BREATH = 500

/** Worker: every row of a list, at most {@link EXPORT_LIMIT}. */
export async function allRows(context: TaskContext, listing: DeskListing): Promise<DeskRow[]> {
  const { db, breathe } = context
  const { query, sort, whose, atRisk } = listing
  const toRow = rowWith(db, query.moment, deskRulesIn(db))
  const listed: { listed: ListedDossier; outlook: Outlook | null }[] = atRisk
    ? (await lookAhead(context, query)).atRisk
    : deskPage(db, query, sort, { limit: EXPORT_LIMIT, offset: 0 }).map((one) => ({
        listed: one,
        outlook: null,
      }))
  const rows: DeskRow[] = []
  let seen = 0
  for (const one of listed) {
    if (++seen % PER_BREATH === 0) await breathe()
    const row = toRow(one.listed, one.outlook)
    if (whose === null || mainHolder(row.shares) === whose) rows.push(row)
  }
  return rows
}

function rowWith(
  db: ReadDb,
  moment: QueueMoment,
  rules: DeskRules,
): (listed: ListedDossier, outlook: Outlook | null) => DeskRow {
  return (listed, outlook) => {
    const { daysLate, shares, dossier } = legsOfDossier(db, listed.id, moment.today, rules)
    const row = toListRow(listed, moment, rules)
    const { apology } = dossier
    const reason = apology && { cause: apology.cause, text: apology.reason }
    return { ...row, version: listed.version, daysLate, shares, reason, outlook }
  }
}

/** Whose the days of all late dossiers are. */
export function whoseOf({ office }: Context): Promise<Output<'desk', 'whose'>> {
  return office.worker.run('countWhose', { today: office.today() })
}

/** Worker task: the same, from every late dossier's history. */
export async function countWhose(
  { db, breathe }: TaskContext,
  { today }: { today: CivilDate },
): Promise<Output<'desk', 'whose'>> {
  const rules = deskRulesIn(db)
  const days = { branch: 0, tax: 0, agency: 0, applicant: 0 }
  const dossiers = { ...days }
  const moment = { today, soon: today, user: null, masked: true, now: instantOf(today, '00:00') }
  const sort = { field: 'dueOn', descending: false } as const
  const { query } = listingOf(EVERY_LATE, sort, moment, rules.calendar)
  let seen = 0
  for (const { id } of deskPage(db, query, sort, { limit: EXPORT_LIMIT, offset: 0 })) {
    if (++seen % PER_BREATH === 0) await breathe()
    const { shares } = legsOfDossier(db, id, today, rules)
    const main = mainHolder(shares)
    if (main !== null) dossiers[main] += 1
    days.branch += shares.branch
    days.tax += shares.tax
    days.agency += shares.agency
    days.applicant += shares.applicant
  }
  return { dossiers, days }
}
