/**
 * A list of dossiers in the address of the window: `#/dossiers?queue=late&q=nguyen&sort=-dueOn&page=2`. Whatever
 * is not in the address has its usual value, so short links stay short; what cannot be read counts as not there.
 */
import {
  APOLOGY_FILTERS,
  COUNTED_SORT_FIELDS,
  type DossierFilter,
  type DossierSort,
  type FigureCell,
  figureCellSchema,
  QUEUES,
  type Queue,
  SORT_FIELDS,
} from '../../../src-main/contract/dossier-list.ts'
import { type CivilDate, parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import { STEP_ROLES } from '../../../src-main/domain/path.ts'
import { CHANNELS, DOSSIER_STATES } from '../../../src-main/domain/dossier.ts'

/** How many rows a page can have. */
export const PAGE_SIZES = [50, 100, 200] as const
export type PageSize = (typeof PAGE_SIZES)[number]

/** What a list shows. */
export interface ListQuery {
  filter: DossierFilter
  sort: DossierSort
  /** From 0, as the office counts; the address counts from 1. */
  page: number
  /** `null`: as the user has it. */
  pageSize: PageSize | null
}

/** A part of the filter that stands as a chip and can be cleared; not the queue, not the search. */
export type FilterPart = Exclude<keyof DossierFilter, 'queue' | 'search'>

export const FILTER_PARTS = [
  'procedureId',
  'state',
  'holderId',
  'channel',
  'commune',
  'acceptedFrom',
  'acceptedTo',
  'dueFrom',
  'dueTo',
  'apology',
  'stepRole',
  'behind',
  'unheld',
  'cell',
] as const satisfies readonly FilterPart[]

/** Nothing filtered but the queue and the search. */
export const NO_FILTER: Omit<DossierFilter, 'queue' | 'search'> = {
  procedureId: null,
  state: null,
  holderId: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
  apology: null,
  stepRole: null,
  behind: false,
  unheld: false,
  cell: null,
}

/** What a list is filtered by, in the order of the chips. */
export function activeParts(filter: DossierFilter): FilterPart[] {
  return FILTER_PARTS.filter((part) => filter[part] != null && filter[part] !== false)
}

/** The order a queue is worked in: what is due first, what waits longest; the whole register newest first. */
export function usualSort(queue: Queue): DossierSort {
  switch (queue) {
    case 'all':
      return { field: 'acceptedOn', descending: true }
    case 'result-ready':
      return { field: 'endedOn', descending: false }
    case 'waiting':
    case 'in-process':
    case 'due-today':
    case 'due-soon':
    case 'late':
    case 'behind':
    case 'mine':
      return { field: 'dueOn', descending: false }
  }
}

/** Reads an address. @param queue the queue when the address names none. */
export function readAddress(address: URLSearchParams, queue: Queue = 'all'): ListQuery {
  const text = (name: string) => address.get(name) ?? ''
  const chosen = oneOf(QUEUES, text('queue')) ?? queue
  const cell = readCell(text('cell'))
  return {
    filter: {
      queue: chosen,
      search: text('q').slice(0, 200),
      procedureId: readId(text('procedure')),
      state: oneOf(DOSSIER_STATES, text('state')),
      holderId: readId(text('holder')),
      channel: oneOf(CHANNELS, text('channel')),
      commune: text('commune').slice(0, 100) || null,
      acceptedFrom: parseCivilDate(text('acceptedFrom')),
      acceptedTo: parseCivilDate(text('acceptedTo')),
      dueFrom: parseCivilDate(text('dueFrom')),
      dueTo: parseCivilDate(text('dueTo')),
      apology: oneOf(APOLOGY_FILTERS, text('apology')),
      stepRole: oneOf(STEP_ROLES, text('step')),
      behind: text('behind') === '1',
      unheld: text('holder') === 'nobody',
      cell,
    },
    sort: readSort(text('sort'), cell) ?? usualSort(chosen),
    page: (readId(text('page')) ?? 1) - 1,
    pageSize: PAGE_SIZES.find((size) => String(size) === text('size')) ?? null,
  }
}

/** The address of a list, without `?`; the usual values left out. @param queue the queue that need not be named. */
export function writeAddress({ filter, sort, page, pageSize }: ListQuery, queue: Queue = 'all'): string {
  const usual = usualSort(filter.queue)
  const sorted = sort.field !== usual.field || sort.descending !== usual.descending
  const parts: [string, string | number | CivilDate | null][] = [
    ['queue', filter.queue === queue ? null : filter.queue],
    ['q', filter.search || null],
    ['procedure', filter.procedureId],
    ['state', filter.state],
    ['holder', filter.unheld === true ? 'nobody' : filter.holderId],
    ['channel', filter.channel],
    ['commune', filter.commune],
    ['acceptedFrom', filter.acceptedFrom],
    ['acceptedTo', filter.acceptedTo],
    ['dueFrom', filter.dueFrom],
    ['dueTo', filter.dueTo],
    ['apology', filter.apology],
    ['step', filter.stepRole ?? null],
    ['behind', filter.behind === true ? 1 : null],
    ['cell', filter.cell == null ? null : JSON.stringify(filter.cell)],
    ['sort', sorted ? `${sort.descending ? '-' : ''}${sort.field}` : null],
    ['page', page === 0 ? null : page + 1],
    ['size', pageSize],
  ]
  const address = new URLSearchParams()
  for (const [name, value] of parts) if (value !== null) address.set(name, String(value))
  return address.toString()
}

/** The path of a list of dossiers, for links from other screens: `dossiersPath({ queue: 'late' })`. */
export function dossiersPath(filter: Partial<DossierFilter>): string {
  const asked: DossierFilter = { ...NO_FILTER, queue: 'all', search: '', ...filter }
  const address = writeAddress({ filter: asked, sort: usualSort(asked.queue), page: 0, pageSize: null })
  return address === '' ? '/dossiers' : `/dossiers?${address}`
}

function oneOf<Known extends string>(all: readonly Known[], text: string): Known | null {
  return all.find((known) => known === text) ?? null
}

/** A whole number from 1; `null` for anything else. */
function readId(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}

function readCell(text: string): FigureCell | null {
  try {
    return figureCellSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** What dossiers count as is an order only where there is a number they count in. */
function readSort(text: string, cell: FigureCell | null): DossierSort | null {
  const field = oneOf(SORT_FIELDS, text.replace(/^-/, ''))
  const counted = COUNTED_SORT_FIELDS.some((one) => one === field)
  return field === null || (counted && cell === null) ? null : { field, descending: text.startsWith('-') }
}
