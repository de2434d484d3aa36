import { Box, Button } from '@mui/material'
import type { GridColDef, GridSortDirection } from '@mui/x-data-grid'
import { useMemo } from 'react'
import type { StopOrder, StopSort } from '../../../src-main/contract/stops.ts'
import { STOP_SORT_FIELDS } from '../../../src-main/contract/stops.ts'
import { useT } from '../../app/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate } from '../../ui/format.ts'
import { RowsGrid } from '../../ui/rows-grid.tsx'
import type { StopsPage } from './use-stops-page.ts'

/** The register, page by page; Enter or the button of a row lifts its order. */
export function StopsGrid({
  page,
  sort,
  onSortChange,
  narrowed,
  onLift,
}: {
  page: StopsPage
  sort: StopSort
  onSortChange: (sort: StopSort) => void
  /** Whether something else than all that is in force is asked for. */
  narrowed: boolean
  /** `null` for who may not. */
  onLift: ((order: StopOrder) => void) | null
}) {
  const t = useT('stops')
  const { list, paging, turn } = page
  const columns = useColumns(onLift)
  const { field, descending } = sort
  const sortModel = useMemo(
    () => [{ field, sort: descending ? 'desc' : 'asc' } as const],
    [field, descending],
  )
  const empty = narrowed ? 'search' : 'none'
  return (
    <Box
      sx={{ flex: 1, minHeight: 240, position: 'relative', display: 'flex', flexDirection: 'column', gap: 1 }}
    >
      <ErrorAlert error={list.error} />
      <RowsGrid
        aria-label={t('list')}
        gridKey="stops"
        empty={NOTHING}
        columns={columns}
        rows={list.data?.rows ?? NO_ROWS}
        loading={list.isPending || list.isPlaceholderData}
        rowCount={list.data?.total ?? -1}
        pageSizeOptions={PAGE_SIZES}
        paginationMode="server"
        paginationModel={paging}
        onPaginationModelChange={turn}
        sortingMode="server"
        sortingOrder={SORTING_ORDER}
        sortModel={sortModel}
        onSortModelChange={([first]) => {
          const chosen = STOP_SORT_FIELDS.find((one) => one === first?.field)
          if (chosen !== undefined) onSortChange({ field: chosen, descending: first?.sort === 'desc' })
        }}
        onOpen={(order) => {
          if (order.lifted === null) onLift?.(order)
        }}
      />
      {list.data?.rows.length === 0 && !list.isPlaceholderData && (
        <Box sx={OVER_ROWS}>
          <EmptyState title={t(`empty.${empty}`)} hint={t(`empty.${empty}Hint`)} />
        </Box>
      )}
    </Box>
  )
}

function useColumns(onLift: ((order: StopOrder) => void) | null): GridColDef<StopOrder>[] {
  const t = useT('stops')
  const day: Partial<GridColDef<StopOrder>> = { width: 118, align: 'right', headerAlign: 'right' }
  const sortable: Partial<Record<string, boolean>> = Object.fromEntries(
    STOP_SORT_FIELDS.map((field) => [field, true]),
  )
  const column = (
    field: 'commune' | 'parcel' | 'document' | 'agency' | 'issuedOn' | 'reason' | 'liftedOn',
    shape: Partial<GridColDef<StopOrder>>,
  ): GridColDef<StopOrder> => ({
    ...shape,
    field,
    headerName: t(`column.${field}`),
    sortable: sortable[field] ?? false,
  })
  return [
    column('commune', { width: 160 }),
    column('parcel', { width: 110, valueGetter: (_, { mapSheet, plot }) => `${mapSheet} / ${plot}` }),
    column('document', { width: 180, hideable: false }),
    column('agency', { flex: 1, minWidth: 180 }),
    column('issuedOn', { ...day, renderCell: ({ row }) => formatDate(row.issuedOn) }),
    column('reason', { flex: 1.2, minWidth: 160 }),
    column('liftedOn', {
      width: 190,
      valueGetter: (_, { lifted }) =>
        lifted === null ? '' : t('liftedBy', { date: formatDate(lifted.on), document: lifted.document }),
    }),
    ...(onLift === null ? [] : [liftColumn(t('column.action'), onLift)]),
  ]
}

function liftColumn(headerName: string, onLift: (order: StopOrder) => void): GridColDef<StopOrder> {
  return {
    field: 'action',
    headerName,
    width: 104,
    sortable: false,
    display: 'flex',
    renderCell: ({ row, tabIndex }) =>
      row.lifted === null && <LiftButton order={row} tabIndex={tabIndex} onLift={onLift} />,
  }
}

function LiftButton({
  order,
  tabIndex,
  onLift,
}: {
  order: StopOrder
  tabIndex: number
  onLift: (order: StopOrder) => void
}) {
  const t = useT('stops')
  const { mapSheet, plot } = order
  return (
    <Button
      size="small"
      tabIndex={tabIndex}
      aria-label={t('lift.label', { mapSheet, plot })}
      onClick={() => onLift(order)}
      sx={{ minHeight: 26, py: 0 }}
    >
      {t('lift.button')}
    </Button>
  )
}

const NOTHING = <></>
const NO_ROWS: StopOrder[] = []
const PAGE_SIZES = [50, 100, 200]
const SORTING_ORDER: GridSortDirection[] = ['asc', 'desc']
const OVER_ROWS = { position: 'absolute', inset: '40px 1px 46px', overflow: 'auto' } as const
