import { Box } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import {
  type GridApi,
  type GridColDef,
  type GridSortDirection,
  type GridSortModel,
  useGridApiRef,
} from '@mui/x-data-grid'
import { type ReactNode, type RefObject, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { DossierFilter, DossierRow, DossierSort } from '../../src-main/contract/dossier-list.ts'
import { useT } from '../app/i18n.ts'
import { useOrpc } from '../app/office.tsx'
import { useBlockedDossiers } from '../features/stops/use-stops.ts'
import { dossierColumns, sortFieldOf, USUAL_COLUMNS } from './dossier-columns.tsx'
import { BlockedContext } from './blocked-mark.tsx'
import { ErrorAlert } from './error-alert.tsx'
import { useListPlace } from './list-place.ts'
import { type Selection, selecting } from './row-selection.ts'
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
  apology: null,
}

/** Which page is shown, and how many rows it has. */
export interface Paging {
  /** From 0. */
  page: number
  pageSize: number
}

/** What a list shows; asked for with {@link useDossierPage}. */
export interface DossierPageQuery extends Paging {
  filter: DossierFilter
  sort: DossierSort
}

/** One page of a list. The page before stands until the next is there; whoever asks for the same shares the answer. */
export function useDossierPage({ filter, sort, page, pageSize }: DossierPageQuery) {
  return useQuery(
    useOrpc().dossiers.list.queryOptions({
      input: { filter, sort, page, pageSize },
      placeholderData: keepPreviousData,
    }),
  )
}

/** How the heads of the columns and the order of the office belong together. */
export interface SortWords {
  toItem: (sort: DossierSort) => GridSortModel[number]
  /** `null` for a column the office cannot sort by. */
  fromItem: (item: GridSortModel[number]) => DossierSort | null
}

const PLAIN_SORT: SortWords = {
  toItem: ({ field, descending }) => ({ field, sort: descending ? 'desc' : 'asc' }),
  fromItem: ({ field: column, sort }) => {
    const field = sortFieldOf(column)
    return field === null ? null : { field, descending: sort === 'desc' }
  },
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
  columns,
  sortWords = PLAIN_SORT,
  paging: given,
  onPagingChange,
  address,
  apiRef: givenRef,
  empty,
  label,
  selection,
}: {
  /** Name under which the user's choice of columns is kept, one a screen. */
  gridKey: string
  filter: DossierFilter
  sort: DossierSort
  onSortChange: (sort: DossierSort) => void
  visibleAtFirst?: readonly string[]
  /** The columns, where they are not the usual ones. */
  columns?: readonly GridColDef<DossierRow>[]
  sortWords?: SortWords
  /** The page shown, where the screen keeps it; otherwise the list does. */
  paging?: Paging
  onPagingChange?: (paging: Paging) => void
  /** Text that names this list: place and focus are found again under it. */
  address?: string
  apiRef?: RefObject<GridApi | null>
  /** Shown when no dossier fits. */
  empty: ReactNode
  /** Name of the list for screen readers. */
  label?: string
  /** Rows can be ticked: with the mouse, with Space, several with Shift. */
  selection?: Selection
}) {
  const t = useT('common')
  const navigate = useNavigate()
  const [own, setOwn] = usePaging(filter, sort)
  const paging = given ?? own
  const list = useDossierPage({ filter, sort, ...paging })
  const usual = useMemo(() => dossierColumns(t), [t])
  const shown = columns ?? usual
  const hidden = useMemo(
    () => shown.map(({ field }) => field).filter((field) => !visibleAtFirst.includes(field)),
    [shown, visibleAtFirst],
  )
  // The grid takes another array for another order, and goes back to its first page.
  const { field, descending } = sort
  const sortModel = useMemo(() => [sortWords.toItem({ field, descending })], [sortWords, field, descending])
  const ownRef = useGridApiRef()
  const apiRef = givenRef ?? ownRef
  const blocked = useBlockedDossiers((list.data?.rows ?? NO_ROWS).map(({ id }) => id))
  const scroll = useListPlace(apiRef, address, list.data !== undefined && !list.isPlaceholderData)
  return (
    <Box
      sx={{
        flex: 1,
        minHeight: 240,
        position: 'relative',
        display: 'flex',
        flexDirection: 'column',
        gap: 1,
      }}
    >
      <ErrorAlert error={list.error} />
      <BlockedContext value={blocked}>
        <RowsGrid
          apiRef={apiRef}
          initialState={{ scroll }}
          aria-label={label ?? t('grid.list')}
          gridKey={gridKey}
          hiddenAtFirst={hidden}
          empty={NOTHING}
          columns={shown}
          rows={list.data?.rows ?? NO_ROWS}
          loading={list.isPending || list.isPlaceholderData}
          // A capped search has no more pages than it counted; the screen says that there are more dossiers.
          rowCount={list.data?.total ?? -1}
          pageSizeOptions={PAGE_SIZES}
          paginationMode="server"
          paginationModel={paging}
          onPaginationModelChange={onPagingChange ?? setOwn}
          sortingMode="server"
          sortingOrder={SORTING_ORDER}
          sortModel={sortModel}
          onSortModelChange={([first]) => {
            const chosen = first === undefined ? null : sortWords.fromItem(first)
            if (chosen !== null) onSortChange(chosen)
          }}
          {...(selection === undefined ? {} : selecting(selection, apiRef))}
          onOpen={(row) => void navigate(`/dossiers/${row.id}`)}
        />
      </BlockedContext>
      {list.data?.rows.length === 0 && !list.isPlaceholderData && <Box sx={OVER_ROWS}>{empty}</Box>}
    </Box>
  )
}

/** The empty state lies over the grid, not in it: a grid may hold rows only, no buttons. */
const NOTHING = <></>
const OVER_ROWS = { position: 'absolute', inset: '40px 1px 46px', overflow: 'auto' } as const
const NO_ROWS: DossierRow[] = []
const PAGE_SIZES = [50, 100, 200]
const SORTING_ORDER: GridSortDirection[] = ['asc', 'desc']

/** The page shown; the first again whenever something else is asked for. */
function usePaging(filter: DossierFilter, sort: DossierSort): [Paging, (paging: Paging) => void] {
  const asked = JSON.stringify([filter, sort])
  const [shown, setShown] = useState({ asked, page: 0, pageSize: 50 })
  const page = shown.asked === asked ? shown.page : 0
  return [{ page, pageSize: shown.pageSize }, (paging) => setShown({ asked, ...paging })]
}
