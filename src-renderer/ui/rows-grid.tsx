import { Box } from '@mui/material'
import {
  ColumnsPanelTrigger,
  DataGrid,
  type DataGridProps,
  type GridColDef,
  GridFooterContainer,
  GridPagination,
  type GridValidRowModel,
} from '@mui/x-data-grid'
import ColumnsIcon from '@mui/icons-material/ViewColumnOutlined'
import { type ReactNode, useMemo } from 'react'
import { useLanguage, useT } from '../app/i18n.ts'
import { usePreference } from '../app/preferences.ts'
import { viDataGrid } from '../locales/mui/vi-data-grid.ts'

/** Height of a row of every list, in pixels. */
export const ROW_HEIGHT = 36

/** What a list needs beyond the data grid's own properties. */
export type RowsGridProps<Row extends GridValidRowModel> = Omit<
  DataGridProps<Row>,
  | 'localeText'
  | 'density'
  | 'rowHeight'
  | 'columnVisibilityModel'
  | 'onColumnVisibilityModelChange'
  | 'slots'
  | 'sx'
> & {
  columns: readonly GridColDef<Row>[]
  /** Name under which the user's choice of columns is kept. */
  gridKey: string
  /** Columns hidden until the user switches them on. */
  hiddenAtFirst?: readonly string[]
  /** Shown when there is no row. */
  empty?: ReactNode
  /** Enter or a double click on a row. */
  onOpen?: (row: Row) => void
}

/**
 * A list in the manner of the house: fixed head, rows of 36 px, columns chosen by the user and kept, Enter or
 * a double click opens the row. Fills the height of its parent, a flex column. For dossiers use DossierGrid.
 */
export function RowsGrid<Row extends GridValidRowModel>({
  gridKey,
  hiddenAtFirst = [],
  empty,
  onOpen,
  columns,
  slotProps,
  ...grid
}: RowsGridProps<Row>) {
  const language = useLanguage()
  const [visibility, setVisibility] = useColumnChoice(gridKey, hiddenAtFirst)
  const slots = useMemo(
    () => ({
      footer: Footer,
      ...(empty === undefined ? {} : { noRowsOverlay: () => <>{empty}</> }),
    }),
    [empty],
  )
  return (
    <DataGrid<Row>
      disableColumnFilter
      disableRowSelectionOnClick
      hideFooterSelectedRowCount
      columnHeaderHeight={38}
      pageSizeOptions={[25, 50, 100, 200]}
      {...grid}
      columns={columns}
      rowHeight={ROW_HEIGHT}
      slots={slots}
      slotProps={{ loadingOverlay: { variant: 'linear-progress', noRowsVariant: 'skeleton' }, ...slotProps }}
      columnVisibilityModel={visibility}
      onColumnVisibilityModelChange={setVisibility}
      onRowDoubleClick={({ row }: { row: Row }) => onOpen?.(row)}
      onCellKeyDown={(cell, event, details) => {
        grid.onCellKeyDown?.(cell, event, details)
        const { row } = cell as { row: Row }
        if (event.key === 'Enter' && !event.nativeEvent.isComposing && onOpen) {
          event.preventDefault()
          onOpen(row)
        }
      }}
      {...(language === 'vi' ? { localeText: viDataGrid } : {})}
      sx={LOOK}
    />
  )
}

const LOOK = {
  flex: 1,
  minHeight: 0,
  fontSize: 13,
  bgcolor: 'background.paper',
  borderColor: 'divider',
  '--DataGrid-overlayHeight': '220px',
  '& .MuiDataGrid-columnHeaderTitle': { fontWeight: 600, color: 'text.secondary', fontSize: 12.5 },
  '& .MuiDataGrid-row': { cursor: 'default' },
  // Most answers are there at once: only what takes long shows that it does.
  '& .MuiDataGrid-overlayWrapper:has(.MuiLinearProgress-root), & .MuiDataGrid-skeletonLoadingOverlay': {
    '@keyframes rows-waited': { from: { visibility: 'hidden' }, to: { visibility: 'visible' } },
    animation: 'rows-waited 1ms 300ms both',
  },
  '& .MuiDataGrid-cell': { fontVariantNumeric: 'tabular-nums' },
  '& .MuiDataGrid-cell:focus, & .MuiDataGrid-cell:focus-within, & .MuiDataGrid-columnHeader:focus': {
    outline: '2px solid',
    outlineColor: 'primary.main',
    outlineOffset: '-2px',
  },
}

function Footer() {
  const t = useT('common')
  return (
    <GridFooterContainer sx={{ minHeight: 44 }}>
      <Box sx={{ pl: 1 }}>
        <ColumnsPanelTrigger size="small" startIcon={<ColumnsIcon fontSize="small" />}>
          {t('button.columns')}
        </ColumnsPanelTrigger>
      </Box>
      <GridPagination />
    </GridFooterContainer>
  )
}

type Visibility = Record<string, boolean>

function useColumnChoice(
  gridKey: string,
  hiddenAtFirst: readonly string[],
): [Visibility, (model: Visibility) => void] {
  const [kept, keep] = usePreference(`columns.${gridKey}`)
  const model = useMemo(
    () => ({ ...Object.fromEntries(hiddenAtFirst.map((field) => [field, false])), ...readChoice(kept) }),
    [kept, hiddenAtFirst],
  )
  return [model, (next) => keep(JSON.stringify(next))]
}

/** The kept choice; whatever cannot be read counts as none. */
function readChoice(kept: string | null | undefined): Visibility {
  if (kept == null) return {}
  try {
    const read: unknown = JSON.parse(kept)
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(
      Object.entries(read).flatMap(([field, shown]) => (typeof shown === 'boolean' ? [[field, shown]] : [])),
    )
  } catch {
    return {}
  }
}
