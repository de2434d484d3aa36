/**
 * Which of the moved dossiers are looked at, and asking the office for them.
 */
import { useQuery } from '@tanstack/react-query'
import type { GridPaginationModel, GridSortModel } from '@mui/x-data-grid'
import { useEffect, useMemo, useState } from 'react'
import {
  FIRST_MOVED,
  type MovedDossier,
  type MovedFilter,
  type MovedOf,
  type MovedSort,
} from '../../../src-main/contract/calendar.ts'
import { useOrpc } from '../../app/office.tsx'

/** How long the hand must rest before what is typed is asked for, in milliseconds. */
const RESTED = 250
const EVERYBODY: MovedFilter = { typed: '', effect: 'all', promised: false }
const BY_DUE: MovedSort = { field: 'dueBefore', descending: false }

/** Filter, order and page of a list, and how they are changed: the first page follows any change. */
export type MovedQuery = ReturnType<typeof useMovedQuery>

/** The list from its beginning, by due date before. */
export function useMovedQuery() {
  const [filter, setFilter] = useState(EVERYBODY)
  const [sort, setSort] = useState(BY_DUE)
  const [paging, setPaging] = useState<GridPaginationModel>({ page: 0, pageSize: FIRST_MOVED })
  const first = () => setPaging(({ pageSize }) => ({ page: 0, pageSize }))
  const { field, descending } = sort
  const sortModel = useMemo<GridSortModel>(
    () => [{ field, sort: descending ? 'desc' : 'asc' }],
    [field, descending],
  )
  return {
    filter,
    sort,
    paging,
    sortModel,
    setPaging,
    setFilter: (next: MovedFilter) => {
      setFilter(next)
      first()
    },
    setSort: (next: MovedSort) => {
      setSort(next)
      first()
    },
  }
}

/** A page of the list. What is being read does not change by itself. */
export function useMovedPage(
  list: MovedOf,
  { filter, sort, paging }: Pick<MovedQuery, 'filter' | 'sort' | 'paging'>,
  first: { moved: number; dossiers: MovedDossier[] } | undefined,
) {
  const rested = useRested(filter)
  const { page, pageSize } = paging
  const input = { list, filter: rested, sort, offset: page * pageSize, limit: pageSize }
  const atFirst =
    rested === EVERYBODY && sort === BY_DUE && page === 0 && first !== undefined
      ? { moved: first.moved, total: first.moved, dossiers: first.dossiers.slice(0, pageSize) }
      : undefined
  return useQuery(
    useOrpc().calendar.moved.queryOptions({
      input,
      placeholderData: (last) => last ?? atFirst,
      staleTime: Infinity,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  )
}

/** The filter once the hand rests; at once where nothing is being typed. */
function useRested(filter: MovedFilter): MovedFilter {
  const [rested, setRested] = useState(filter)
  const typing = filter.typed !== rested.typed
  useEffect(() => {
    const timer = setTimeout(() => setRested(filter), typing ? RESTED : 0)
    return () => clearTimeout(timer)
  }, [filter, typing])
  return rested
}
