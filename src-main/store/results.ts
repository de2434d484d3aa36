/**
 * Queries: results that lie ready, and the lines of the register book.
 */
import type { CivilDate } from '../domain/civil-date.ts'
import type { ReadDb } from './database.ts'
import { type ListedDossier, type QueueMoment, COLUMNS, NAMES, listQuery } from './dossiers.ts'

/** Every statement of this file, for the test that prepares them all. */
export const STATEMENTS = {
  bookCount: `SELECT count(*) AS n FROM dossier d JOIN procedure_version p ON p.id = d.procedure_id
    WHERE d.accepted_on >= @from AND d.accepted_on <= @to AND (@field IS NULL OR p.field = @field)`,
  // In the order of reception, as a book is written.
  book: `SELECT d.id, p.name_vi AS procedureName FROM dossier d INDEXED BY dossier_accepted
    JOIN procedure_version p ON p.id = d.procedure_id
    WHERE d.accepted_on >= @from AND d.accepted_on <= @to AND (@field IS NULL OR p.field = @field)
    ORDER BY d.accepted_on, d.id`,
} as const

/** Which results: ready on a day or before, found by a search. */
export interface ReadyRequest {
  readyBy: CivilDate
  search: string
  moment: QueueMoment
  page: { limit: number; offset: number }
}

/** The SQL of the list in parts. Exported for the test of its plan. */
export function readyQuery({ readyBy, search, moment }: Omit<ReadyRequest, 'page'>): {
  from: string
  where: string
  parameters: Record<string, unknown>
} {
  const nothing = {
    procedureId: null,
    state: null,
    holderId: null,
    channel: null,
    commune: null,
    apology: null,
  }
  const days = { acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null }
  const query = listQuery({ queue: 'result-ready', search, ...nothing, ...days }, moment)
  return {
    from: query.from,
    where: `${query.where} AND d.ended_on <= @readyBy`,
    parameters: { ...query.parameters, readyBy },
  }
}

/** A page of the results that lie ready, those that lie longest first; and how many there are. */
export function listReady(db: ReadDb, request: ReadyRequest): { rows: ListedDossier[]; total: number } {
  const { from, where, parameters } = readyQuery(request)
  const keys = `SELECT d.id FROM ${from} WHERE ${where} ORDER BY d.ended_on, d.id LIMIT @limit OFFSET @offset`
  const sql = `SELECT ${COLUMNS} FROM (${keys}) k CROSS JOIN dossier d ON d.id = k.id ${NAMES} ORDER BY d.ended_on, d.id`
  return db.snapshot(() => ({
    rows: db.all<ListedDossier>(sql, { ...parameters, ...request.page }),
    total: db.get<{ n: number }>(`SELECT count(*) AS n FROM ${from} WHERE ${where}`, parameters)?.n ?? 0,
  }))
}

/** What a book is cut by. */
export interface BookCut {
  field: string | null
  from: CivilDate
  to: CivilDate
}

/** How many lines the book will have. */
export function countBook(db: ReadDb, cut: BookCut): number {
  return db.get<{ n: number }>(STATEMENTS.bookCount, { ...cut })?.n ?? 0
}

/** The dossiers of a book, in the order of reception. */
export function listBook(db: ReadDb, cut: BookCut): { id: number; procedureName: string }[] {
  return db.all(STATEMENTS.book, { ...cut })
}
