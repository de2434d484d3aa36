import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { DeskFilter } from '../../../src-main/contract/desk.ts'
import type { DossierSort } from '../../../src-main/contract/dossier-list.ts'
import { useLanguage } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { usePreference } from '../../app/preferences.ts'
import { PAGE_SIZES } from '../dossiers/list-address.ts'
import { type DeskQuery, readDesk, writeDesk } from './desk-address.ts'

/** The desk as the window's address has it: back, forward and links work by themselves. */
export interface AddressedDesk {
  query: DeskQuery
  address: string
  /** Cuts the list anew, from its first page. `replace` leaves no trace, for typing. */
  filterBy: (change: Partial<DeskFilter>, options?: { replace?: boolean }) => void
  sortBy: (sort: DossierSort) => void
  /** To another page, or pages of another size, kept for all lists. */
  turnTo: (paging: { page: number; pageSize: number }) => void
  pageSize: number
}

const USUAL_SIZE = 50

/** The desk of this address. */
export function useDeskAddress(): AddressedDesk {
  const { search, pathname } = useLocation()
  const navigate = useNavigate()
  const [keptSize, keepSize] = usePreference('list.pageSize')
  const pageSize = PAGE_SIZES.find((size) => String(size) === keptSize) ?? USUAL_SIZE
  const query = useMemo(() => readDesk(new URLSearchParams(search)), [search])
  const go = (next: DeskQuery, replace = false) => {
    void navigate({ pathname, search: writeDesk(next) }, { replace })
  }
  return {
    query,
    address: `${pathname}${search}`,
    filterBy: (change, { replace = false } = {}) =>
      go({ ...query, filter: { ...query.filter, ...change }, page: 0 }, replace),
    sortBy: (sort) => go({ ...query, sort, page: 0 }),
    pageSize,
    turnTo: ({ page, pageSize: size }) => {
      if (size !== pageSize) {
        keepSize(String(size))
        go({ ...query, page: 0 })
      } else if (page !== query.page) go({ ...query, page })
    },
  }
}

/** One page of the desk; the page before stands until the next is there. */
export function useDeskPage({ query: { filter, sort, page }, pageSize }: AddressedDesk) {
  const input = { filter, sort, page, pageSize }
  return useQuery(useOrpc().desk.list.queryOptions({ input, placeholderData: keepPreviousData }))
}

/** The numbers of the desk; what is due next within as many days as it looks ahead. */
export function useOverview({ query }: AddressedDesk) {
  const input = { within: query.filter.within }
  return useQuery(useOrpc().desk.overview.queryOptions({ input, placeholderData: keepPreviousData }))
}

/** How many open dossiers are at risk; counted in the worker, so that it comes after the other numbers. */
export function useOutlook() {
  return useQuery(useOrpc().desk.outlook.queryOptions({ placeholderData: keepPreviousData }))
}

/** The causes of lateness, and what a code of one is called. */
export function useCauses() {
  const language = useLanguage()
  const { data } = useQuery(useOrpc().desk.causes.queryOptions())
  return useMemo(() => {
    const all = data ?? []
    const nameOf = (code: string) => all.find((cause) => cause.code === code)?.[language] ?? code
    const options = all
      .filter(({ active }) => active)
      .map((cause) => ({ value: cause.code, words: cause[language] }))
    return { all, nameOf, options }
  }, [data, language])
}
