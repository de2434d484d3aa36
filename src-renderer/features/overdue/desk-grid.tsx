import { Box } from '@mui/material'
import type { GridApi, GridRowSelectionModel, GridSortDirection } from '@mui/x-data-grid'
import { type RefObject, useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { DeskRow } from '../../../src-main/contract/desk.ts'
import { formatDate } from '../../ui/format.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { useListPlace } from '../../ui/list-place.ts'
import { RowsGrid } from '../../ui/rows-grid.tsx'
import { PAGE_SIZES } from '../dossiers/list-address.ts'
import { deskSortWords, useDeskColumns } from './desk-columns.tsx'
import { EmptyDesk } from './empty-desk.tsx'
import type { AddressedDesk, useDeskPage } from './use-desk.ts'

/** Nothing is marked. */
export const NONE_MARKED: GridRowSelectionModel = { type: 'include', ids: new Set() }

/** The list of the desk: rows to mark with the space bar, opened by Enter. */
export function DeskGrid({
  desk,
  asked,
  apiRef,
  marked,
  onMark,
}: {
  desk: AddressedDesk
  asked: ReturnType<typeof useDeskPage>
  apiRef: RefObject<GridApi | null>
  marked: GridRowSelectionModel
  onMark: (model: GridRowSelectionModel) => void
}) {
  const t = useT('overdue')
  const navigate = useNavigate()
  const { today } = useStatus()
  const { filter, sort, page } = desk.query
  const { list } = filter
  const words = useMemo(() => deskSortWords(list), [list])
  const sortModel = useMemo(() => [words.toItem(sort)], [words, sort])
  const columns = useDeskColumns(list)
  const scroll = useListPlace(apiRef, desk.address, asked.data !== undefined && !asked.isPlaceholderData)
  if (asked.data?.rows.length === 0 && !asked.isPlaceholderData) return <EmptyDesk desk={desk} />
  const label = t(`list.${list}`, { date: formatDate(today), count: filter.within })
  return (
    <Box
      sx={{ flex: 1, minHeight: 240, position: 'relative', display: 'flex', flexDirection: 'column', gap: 1 }}
    >
      <ErrorAlert error={asked.error} />
      <RowsGrid<DeskRow>
        apiRef={apiRef}
        initialState={{ scroll }}
        aria-label={label}
        gridKey={`overdue.${list}`}
        columns={columns}
        rows={asked.data?.rows ?? NO_ROWS}
        loading={asked.isPending || asked.isPlaceholderData}
        checkboxSelection
        disableRowSelectionExcludeModel
        rowSelectionModel={marked}
        onRowSelectionModelChange={onMark}
        rowCount={asked.data?.total ?? -1}
        pageSizeOptions={SIZES}
        paginationMode="server"
        paginationModel={{ page, pageSize: desk.pageSize }}
        onPaginationModelChange={desk.turnTo}
        sortingMode="server"
        sortingOrder={SORTING_ORDER}
        sortModel={sortModel}
        onSortModelChange={([first]) => {
          const chosen = first === undefined ? null : words.fromItem(first)
          if (chosen !== null) desk.sortBy(chosen)
        }}
        onOpen={(row) => void navigate(`/dossiers/${row.id}`)}
      />
    </Box>
  )
}

const NO_ROWS: DeskRow[] = []
const SIZES = [...PAGE_SIZES]
const SORTING_ORDER: GridSortDirection[] = ['asc', 'desc']
