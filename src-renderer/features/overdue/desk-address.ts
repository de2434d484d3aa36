/**
 * A list of the overdue desk in the address of the window: `#/overdue?list=due-tomorrow&apology=not-sent`. Whatever is not
 * in the address has its usual value; what cannot be read counts as not there.
 */
import { DESK_LISTS, type DeskFilter } from '../../../src-main/contract/desk.ts'
import { APOLOGY_FILTERS, type DossierSort, SORT_FIELDS } from '../../../src-main/contract/dossier-list.ts'
import { LATE_BANDS } from '../../../src-main/domain/clock.ts'
import { LEG_HOLDERS } from '../../../src-main/domain/legs.ts'

/** What the desk shows. */
export interface DeskQuery {
  filter: DeskFilter
  sort: DossierSort
  /** From 0; the address counts from 1. */
  page: number
}

/** How many working days ahead `due-soon` looks, unless the address says otherwise; and how far it may look. */
const WITHIN = 3
export const WITHIN_CHOICES = [1, 2, 3, 5, 7, 10, 15] as const
/** What due first is worked on first. */
const USUAL_SORT: DossierSort = { field: 'dueOn', descending: false }

/** The late list, not cut. */
export const WHOLE_LIST: DeskFilter = {
  list: 'late',
  within: WITHIN,
  search: '',
  holder: null,
  procedureId: null,
  commune: null,
  apology: null,
  cause: null,
  band: null,
  whose: null,
}

/** Stands for "none written down" in the address. */
const NO_CAUSE = '-'

/** Reads an address. */
export function readDesk(address: URLSearchParams): DeskQuery {
  const text = (name: string) => address.get(name) ?? ''
  const sort = text('sort')
  const field = oneOf(SORT_FIELDS, sort.replace(/^-/, ''))
  const cause = text('cause').slice(0, 40)
  return {
    filter: {
      list: oneOf(DESK_LISTS, text('list')) ?? 'late',
      within: WITHIN_CHOICES.find((days) => String(days) === text('within')) ?? WITHIN,
      search: text('q').slice(0, 200),
      holder: text('holder') === 'nobody' ? 'nobody' : readId(text('holder')),
      procedureId: readId(text('procedure')),
      commune: text('commune').slice(0, 100) || null,
      apology: oneOf(APOLOGY_FILTERS, text('apology')),
      cause: cause === '' ? null : cause === NO_CAUSE ? '' : cause,
      band: oneOf(LATE_BANDS, text('band')),
      whose: oneOf(LEG_HOLDERS, text('whose')),
    },
    sort: field === null ? USUAL_SORT : { field, descending: sort.startsWith('-') },
    page: (readId(text('page')) ?? 1) - 1,
  }
}

/** The address of what the desk shows, without `?`. */
export function writeDesk({ filter, sort, page }: DeskQuery): string {
  const usual = sort.field === USUAL_SORT.field && sort.descending === USUAL_SORT.descending
  const parts: [string, string | number | null][] = [
    ['list', filter.list === 'late' ? null : filter.list],
    ['within', filter.within === WITHIN ? null : filter.within],
    ['q', filter.search || null],
    ['holder', filter.holder],
    ['procedure', filter.procedureId],
    ['commune', filter.commune],
    ['apology', filter.apology],
    ['cause', filter.cause === '' ? NO_CAUSE : filter.cause],
    ['band', filter.band],
    ['whose', filter.whose],
    ['sort', usual ? null : `${sort.descending ? '-' : ''}${sort.field}`],
    ['page', page === 0 ? null : page + 1],
  ]
  const address = new URLSearchParams()
  for (const [name, value] of parts) if (value !== null) address.set(name, String(value))
  return address.toString()
}

/** Whether a list is cut further than by which list it is. */
export function isCut(filter: DeskFilter): boolean {
  const { list, within, search, ...parts } = filter
  return search !== '' || Object.values(parts).some((part) => part !== null)
}

function oneOf<Known extends string>(all: readonly Known[], text: string): Known | null {
  return all.find((known) => known === text) ?? null
}

function readId(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
