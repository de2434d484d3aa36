import { Box } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { DossierFilter, DossierSort } from '../../src-main/contract/dossiers.ts'
import { useT } from '../app/i18n.ts'
import { useOrpc } from '../app/office.tsx'
import {
  DOSSIER_COLUMNS,
  type DossierColumn,
  dossierColumns,
  sortFieldOf,
  USUAL_COLUMNS,
} from './dossier-columns.tsx'
import { ErrorAlert } from './error-alert.tsx'
import { RowsGrid } from './rows-grid.tsx'

/** A filter that lets everything through: `{ ...EVERYTHING, queue: 'late' }`. */
export const EVERYTHING: DossierFilter = {
  queue: 'all',
  search: '',
  procedureId: null,
  state: null,
  holderId: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
}

/**
 * A list of dossiers: asks the office page by page, sorts there, opens a dossier by Enter, double click or
 * its code. Fills the height of its parent, which must have one (a flex column does).
 */
export function DossierGrid({
  gridKey,
  filter,
  sort,
  onSortChange,
  visibleAtFirst = USUAL_COLUMNS,
  empty,
  label,
}: {
  /** Name under which the user's choice of columns is kept, one a screen. */
  gridKey: string
  filter: DossierFilter
  sort: DossierSort
  onSortChange: (sort: DossierSort) => void
  visibleAtFirst?: readonly DossierColumn[]
  /** Shown when no dossier fits. */
  empty: ReactNode
  /** Name of the list for screen readers. */
  label?: string
}) {
  const t = useT('common')
  const orpc = useOrpc()
  const navigate = useNavigate()
  const [paging, setPaging] = usePaging(filter, sort)
  const list = useQuery(
    orpc.dossiers.list.queryOptions({
      input: { filter, sort, page: paging.page, pageSize: paging.pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useMemo(() => dossierColumns(t), [t])
  const hidden = useMemo(
    () => DOSSIER_COLUMNS.filter((column) => !visibleAtFirst.includes(column)),
    [visibleAtFirst],
  )
  return (
    <Box sx={{ flex: 1, minHeight: 240, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <ErrorAlert error={list.error} />
      <RowsGrid
        aria-label={label ?? t('grid.list')}
        gridKey={gridKey}
        hiddenAtFirst={hidden}
        empty={empty}
        columns={columns}
        rows={list.data?.rows ?? []}
        loading={list.isPending || list.isPlaceholderData}
        rowCount={list.data === undefined || list.data.capped ? -1 : list.data.total}
        paginationMeta={{ hasNextPage: hasNext(list.data, paging) }}
        paginationMode="server"
        paginationModel={paging}
        onPaginationModelChange={setPaging}
        sortingMode="server"
        sortingOrder={['asc', 'desc']}
        sortModel={[{ field: sort.field, sort: sort.descending ? 'desc' : 'asc' }]}
        onSortModelChange={([first]) => {
          const field = first === undefined ? null : sortFieldOf(first.field)
          if (field !== null) onSortChange({ field, descending: first?.sort === 'desc' })
        }}
        onOpen={(row) => void navigate(`/dossiers/${row.id}`)}
      />
    </Box>
  )
}

interface Paging {
  page: number
  pageSize: number
}

/** The page shown; the first again whenever something else is asked for. */
function usePaging(filter: DossierFilter, sort: DossierSort): [Paging, (paging: Paging) => void] {
  const asked = JSON.stringify([filter, sort])
  const [shown, setShown] = useState({ asked, page: 0, pageSize: 50 })
  const page = shown.asked === asked ? shown.page : 0
  return [{ page, pageSize: shown.pageSize }, (paging) => setShown({ asked, ...paging })]
}

function hasNext(data: { total: number } | undefined, { page, pageSize }: Paging): boolean {
  return data !== undefined && (page + 1) * pageSize < data.total
}
