import type { GridApi } from '@mui/x-data-grid'
import type { RefObject } from 'react'

/** Brings the keyboard from a search field into the list, to its first row. */
export function focusFirstRow(apiRef: RefObject<GridApi | null>): void {
  const grid = apiRef.current
  const id = grid?.getSortedRowIds()[0]
  const column = grid?.getVisibleColumns()[0]
  if (grid && id !== undefined && column !== undefined) grid.setCellFocus(id, column.field)
}
