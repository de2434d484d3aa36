/**
 * Ticking dossiers in a list: with the mouse, with Space on the row, several with Shift.
 */
import type { DataGridProps, GridApi } from '@mui/x-data-grid'
import type { RefObject } from 'react'
import type { DossierRow } from '../../src-main/contract/dossier-list.ts'

/** The rows that are ticked, and what is told when others are. */
export interface Selection {
  rows: readonly DossierRow[]
  onChange: (rows: DossierRow[]) => void
}

/** The properties of a grid whose rows can be ticked. */
export function selecting(
  { rows, onChange }: Selection,
  apiRef: RefObject<GridApi | null>,
): Partial<DataGridProps<DossierRow>> {
  const ticked = new Map(rows.map((row) => [row.id, row]))
  return {
    checkboxSelection: true,
    disableRowSelectionExcludeModel: true,
    rowSelectionModel: { type: 'include', ids: new Set(ticked.keys()) },
    onRowSelectionModelChange: ({ ids }) => {
      const shown = apiRef.current?.getRowModels()
      // The rows of a list of dossiers, by their keys.
      const chosen = [...ids].map(
        (id) => (shown?.get(id) as DossierRow | undefined) ?? ticked.get(Number(id)),
      )
      onChange(chosen.filter((row) => row !== undefined))
    },
    onCellKeyDown: ({ id, field }, event) => {
      // Space on the tick itself is the grid's own.
      if (event.key !== ' ' || event.shiftKey || field === '__check__') return
      event.preventDefault()
      apiRef.current?.selectRow(id, !apiRef.current.isRowSelected(id))
    },
  }
}
