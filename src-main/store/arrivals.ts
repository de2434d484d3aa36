/**
 * Queries: applications that are no dossier yet, and what became of them.
 */
import type { ArrivalQueue } from '../contract/arrivals.ts'
import type { CivilDate, Instant } from '../domain/civil-date.ts'
import type { ArrivalState, Channel } from '../domain/dossier.ts'
import type { ReadDb } from './database.ts'
import { WITHOUT_NUMBER, searchWords } from './dossiers.ts'

/** A row as it is listed. */
export interface ListedArrival {
  id: number
  reference: string
  procedureName: string
  applicantName: string
  phone: string
  commune: string
  mapSheet: string
  plot: string
  channel: Channel
  onlineLevel: string | null
  state: ArrivalState
  arrivedAt: Instant
  answerFrom: Instant
  asked: number
  version: number
  /** The code of the dossier it became, `null` before that. */
  code: string | null
}

// The alias is the one the words of a search are looked for under.
const COLUMNS = `d.id, d.reference, p.name_vi AS procedureName, d.applicant_name AS applicantName, d.phone, d.commune,
  d.map_sheet AS mapSheet, d.plot, d.channel, d.online_level AS onlineLevel, d.state, d.arrived_at AS arrivedAt,
  d.answer_from AS answerFrom, d.asked, d.version, x.code`
const NAMES = 'JOIN procedure_version p ON p.id = d.procedure_id LEFT JOIN dossier x ON x.id = d.id'

/** As the index of open ones is made, so that it is used. */
const OPEN = "d.state IN ('waiting', 'completion-asked')"

const QUEUES: Record<ArrivalQueue, { from: string; where: string; order: string }> = {
  waiting: {
    from: 'arrival d INDEXED BY arrival_open',
    where: `${OPEN} AND d.state = 'waiting'`,
    order: 'd.answer_from, d.id',
  },
  'completion-asked': {
    from: 'arrival d INDEXED BY arrival_open',
    where: `${OPEN} AND d.state = 'completion-asked'`,
    order: 'd.answer_from, d.id',
  },
  closed: {
    from: 'arrival d INDEXED BY arrival_arrived',
    where:
      "d.arrived_on >= @arrivedFrom AND d.arrived_on <= @arrivedTo AND d.state IN ('accepted', 'declined', 'retracted')",
    order: 'd.arrived_on DESC, d.id DESC',
  },
}

/** Fixed statements of this file, for the test that prepares them all. */
export const STATEMENTS = {
  byId: `SELECT ${COLUMNS} FROM arrival d ${NAMES} WHERE d.id = ?`,
  idByReference: "SELECT id FROM arrival WHERE reference = ? AND reference <> '' ORDER BY id DESC LIMIT 1",
  counts: `SELECT count(*) FILTER (WHERE d.state = 'waiting') AS waiting,
      count(*) FILTER (WHERE d.state = 'waiting' AND d.answer_from < @overdueBefore) AS overdue,
      count(*) FILTER (WHERE d.state = 'completion-asked') AS completionAsked
    FROM arrival d INDEXED BY arrival_open WHERE ${OPEN}`,
} as const

/** A row by its key. */
export function getArrival(db: ReadDb, id: number): ListedArrival | undefined {
  return db.get<ListedArrival>(STATEMENTS.byId, [id])
}

/** The key of the application that came with that number, the latest where there were several. */
export function idByReference(db: ReadDb, reference: string): number | undefined {
  return db.get<{ id: number }>(STATEMENTS.idByReference, [reference])?.id
}

/** How many wait for an answer, how many of them are overdue, and how many were asked for completion. */
export function countArrivals(
  db: ReadDb,
  overdueBefore: Instant,
): { waiting: number; overdue: number; completionAsked: number } {
  const counts = db.get<{ waiting: number; overdue: number; completionAsked: number }>(STATEMENTS.counts, {
    overdueBefore,
  })
  return counts ?? { waiting: 0, overdue: 0, completionAsked: 0 }
}

/** What a list is cut by. */
export interface ArrivalFilter {
  queue: ArrivalQueue
  search: string
  /** For the closed ones: the days they arrived on. */
  arrivedFrom: CivilDate
  arrivedTo: CivilDate
  /** Who asks sees citizen numbers masked; then nobody is found by them either. */
  masked: boolean
}

/** The query of a list; open ones in the order their answers are due, closed ones the newest first. */
export function arrivalQuery(filter: ArrivalFilter): {
  from: string
  where: string
  order: string
  parameters: Record<string, unknown>
} {
  const { queue, search, arrivedFrom, arrivedTo, masked } = filter
  const { from, where, order } = QUEUES[queue]
  const parameters: Record<string, unknown> = queue === 'closed' ? { arrivedFrom, arrivedTo } : {}
  const conditions = [where]
  const words = searchWords(search)
  if (words.length === 0 && search.trim() !== '') conditions.push('FALSE')
  words.forEach((word, index) => {
    parameters[`word${index}`] = `% ${word}%`
    const hidden = masked && /\d/.test(word)
    conditions.push(`${hidden ? WITHOUT_NUMBER : 'd.search_text'} LIKE @word${index}`)
  })
  return { from, where: conditions.join(' AND '), order, parameters }
}

/** One page of a list, and how many it has in all. */
export function listArrivals(
  db: ReadDb,
  filter: ArrivalFilter,
  page: { limit: number; offset: number },
): { rows: ListedArrival[]; total: number } {
  const { from, where, order, parameters } = arrivalQuery(filter)
  // The keys of the page first: names are read for these alone.
  const keys = `SELECT d.id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`
  const rows = db.all<ListedArrival>(
    `SELECT ${COLUMNS} FROM (${keys}) k CROSS JOIN arrival d ON d.id = k.id ${NAMES} ORDER BY ${order}`,
    { ...parameters, ...page },
  )
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from} WHERE ${where}`, parameters)?.n
  return { rows, total: total ?? 0 }
}
