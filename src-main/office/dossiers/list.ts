/**
 * Lists and their length, here or in the worker.
 */
import type { CountedAs, DossierFilter, DossierSort, SortField } from '../../contract/dossier-list.ts'
import { type ListedDossier, type QueueMoment, countList, listPage } from '../../store/dossiers.ts'
import type { ReadDb } from '../../store/database.ts'
import { withCell } from '../figures/cell.ts'
import type { TaskContext } from '../worker-protocol.ts'

/** Which page of which list. */
export interface ListRequest {
  filter: DossierFilter
  sort: DossierSort
  moment: QueueMoment
  page: { limit: number; offset: number }
}

/** A page and the length of its list. */
export interface ListedPage {
  /** With what each counts as where the list is that of a number of the figures. */
  rows: (ListedDossier & { counted?: CountedAs })[]
  total: number
  capped: boolean
}

/** Reads the page and counts the list. */
export function readList(db: ReadDb, { filter, sort, moment, page }: ListRequest): ListedPage {
  return db.snapshot(() => ({
    rows: listPage(db, filter, sort, moment, page),
    ...countList(db, filter, moment),
  }))
}

/** Worker task: the same, for lists that take long. */
export function listDossiersInWorker({ db }: TaskContext, request: ListRequest): ListedPage {
  return db.snapshot(() => {
    const { moment, countedAs } = withCell(db, request)
    const { rows, ...count } = readList(db, { ...request, moment })
    return { rows: rows.map((row) => counting(row, countedAs(row.id))), ...count }
  })
}

/** A row, with what it counts as where there is a number it counts in. */
export function counting<Row extends object>(
  row: Row,
  counted: CountedAs | undefined,
): Row & { counted?: CountedAs } {
  return counted === undefined ? row : { ...row, counted }
}

const INDEXED: readonly SortField[] = ['code', 'applicantName', 'acceptedOn', 'dueOn']
/** Rows from either end that an index reaches in no time. */
const NEAR = 10_000

/**
 * Whether a list takes no time even in a register of a million: open queues are short, a search of everything is capped, and the whole
 * register comes in the order of an index. The rest (other orders, filters, far pages) may read every dossier there is.
 */
export function isQuick({ filter, sort, page }: ListRequest): boolean {
  if (filter.cell != null) return false
  if (filter.queue !== 'all') return true
  const { queue, search, stepRole, behind, unheld, cell, ...conditions } = filter
  // Each leaves only open ones, unless the words of a search are gone through first.
  if (stepRole != null || behind === true || unheld === true) return search.trim() === ''
  if (!Object.values(conditions).every((condition) => condition === null)) return false
  return search.trim() !== '' || (INDEXED.includes(sort.field) && page.offset <= NEAR)
}
