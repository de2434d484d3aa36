import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { DossierFilter, DossierSort, Queue } from '../../../src-main/contract/dossier-list.ts'
import { usePreference } from '../../app/preferences.ts'
import {
  type ListQuery,
  PAGE_SIZES,
  type PageSize,
  readAddress,
  usualSort,
  writeAddress,
} from './list-address.ts'

/** A list whose whole state is the window's address: back, forward and links work by themselves. */
export interface AddressedList {
  query: ListQuery & { pageSize: PageSize }
  /** The address as text; the same text is the same list. */
  address: string
  /** Filters anew, from the first page. `replace` leaves no trace in the history, for typing. */
  filterBy: (change: Partial<DossierFilter>, options?: { replace?: boolean }) => void
  sortBy: (sort: DossierSort) => void
  turnTo: (paging: { page: number; pageSize: number }) => void
}

const USUAL_SIZE: PageSize = 50

/** The list of this address. @param queue the queue when the address names none. */
export function useListAddress(queue: Queue): AddressedList {
  const { search, pathname } = useLocation()
  const navigate = useNavigate()
  const [keptSize, keepSize] = usePreference('list.pageSize')
  const read = useMemo(() => readAddress(new URLSearchParams(search), queue), [search, queue])
  const pageSize = read.pageSize ?? sizeOf(Number(keptSize)) ?? USUAL_SIZE
  const query = useMemo(() => ({ ...read, pageSize }), [read, pageSize])
  const go = (next: ListQuery, replace = false) => {
    void navigate({ pathname, search: writeAddress(next, queue) }, { replace })
  }
  return {
    query,
    address: `${pathname}${search}`,
    filterBy: (change, { replace = false } = {}) => {
      const filter = { ...read.filter, ...change }
      // Another queue is worked in another order.
      const sort = filter.queue === read.filter.queue ? read.sort : usualSort(filter.queue)
      go({ ...read, filter, sort, page: 0 }, replace)
    },
    sortBy: (sort) => go({ ...read, sort, page: 0 }),
    turnTo: ({ page, pageSize: size }) => {
      const chosen = sizeOf(size)
      if (chosen !== null && chosen !== pageSize) {
        keepSize(String(chosen))
        go({ ...read, page: 0, pageSize: chosen })
      } else if (page !== read.page) go({ ...read, page })
    },
  }
}

function sizeOf(size: number): PageSize | null {
  return PAGE_SIZES.find((known) => known === size) ?? null
}
