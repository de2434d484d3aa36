/**
 * One page of the register of stop orders.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StopFilter, StopSort } from '../../../src-main/contract/stops.ts'
import { useOrpc } from '../../app/office.tsx'

/** The page shown, and turning it: the first again whenever something else is asked for. */
export function useStopsPage(filter: StopFilter, sort: StopSort) {
  const asked = JSON.stringify([filter, sort])
  const [shown, setShown] = useState({ asked, page: 0, pageSize: 50 })
  const paging = { page: shown.asked === asked ? shown.page : 0, pageSize: shown.pageSize }
  const list = useQuery(
    useOrpc().stops.list.queryOptions({
      input: { filter, sort, ...paging },
      placeholderData: keepPreviousData,
    }),
  )
  return { list, paging, turn: (next: typeof paging) => setShown({ asked, ...next }) }
}

/** As {@link useStopsPage} gives it. */
export type StopsPage = ReturnType<typeof useStopsPage>
