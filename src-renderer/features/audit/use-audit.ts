import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AuditFilter, AuditRow } from '../../../src-main/contract/audit.ts'
import { useOrpc } from '../../app/office.tsx'

const PAGE = 100

/** Has the audit read anew: something was just written down. */
export function useReadAnew(): () => void {
  const queries = useQueryClient()
  const queryKey = useOrpc().audit.list.key()
  return () => void queries.invalidateQueries({ queryKey })
}

/** The audit as far as it has been fetched. A page that came back short is gone on with by itself. */
export function useAudit(filter: AuditFilter) {
  const audit = useInfiniteQuery(
    useOrpc().audit.list.infiniteOptions({
      input: (before: number | null) => ({ filter, before, limit: PAGE }),
      initialPageParam: null as number | null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const pages = audit.data?.pages ?? []
  const rows: AuditRow[] = pages.flatMap((page) => page.rows)
  const [wanted, setWanted] = useState(PAGE)
  const { fetchNextPage, hasNextPage, isFetching, isError } = audit
  // A short page was only the end of the office's patience.
  const goOn = rows.length < wanted && hasNextPage && !isFetching && !isError
  useEffect(() => {
    if (goOn) void fetchNextPage()
  }, [goOn, fetchNextPage])
  return {
    rows,
    error: audit.error,
    /** Where the search has come to. */
    at: pages.at(-1)?.next ?? null,
    searching: isFetching,
    more: hasNextPage,
    fetchMore: () => setWanted(rows.length + PAGE),
  }
}
