import { Box } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import type { DossierRow } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import type { SortWords } from '../../ui/dossier-grid.tsx'
import { sortFieldOf } from '../../ui/dossier-columns.tsx'
import { formatNumber } from '../../ui/format.ts'
import { useListColumns } from '../dossiers/columns.ts'
import { daysLateOf } from './sums.ts'

/** How late and with whom comes first; the rest can be scrolled to. */
const ORDER = [
  'code',
  'applicantName',
  'daysLate',
  'holderName',
  'procedureName',
  'dueOn',
  'commune',
  'acceptedOn',
  'state',
] as const

/** What is shown until the user chooses otherwise. */
export const LATE_COLUMNS: readonly string[] = ORDER

/** The columns of the late list: the usual ones in the order of a morning's work, with the days late. */
export function useLateColumns(): GridColDef<DossierRow>[] {
  const t = useT('overdue')
  const usual = useListColumns()
  return useMemo(() => {
    const all = [
      ...usual
        .filter(({ field }) => field !== 'endedOn' && field !== 'returnedOn' && field !== 'standing')
        // The days late say the same, in the order of this list.
        .map((column) => (column.field === 'dueOn' ? { ...column, sortable: false } : column)),
      daysLate(t('daysLate'), t('unit')),
    ]
    return all.sort((a, b) => placeOf(a.field) - placeOf(b.field))
  }, [usual, t])
}

function placeOf(field: string): number {
  const place = ORDER.findIndex((known) => known === field)
  return place === -1 ? ORDER.length : place
}

function daysLate(words: string, unit: string): GridColDef<DossierRow> {
  return {
    field: 'daysLate',
    headerName: `${words} (${unit})`,
    width: 152,
    align: 'right',
    headerAlign: 'right',
    valueGetter: (_, row) => daysLateOf(row),
    renderHeader: () => (
      <Box
        component="span"
        sx={{ fontWeight: 600, fontSize: 12.5, lineHeight: 1.25, color: 'text.secondary' }}
      >
        {words}
        <br />({unit})
      </Box>
    ),
    renderCell: ({ row }) => (
      <Box component="span" sx={{ fontWeight: 600, color: 'standing.late.fg' }}>
        {formatNumber(daysLateOf(row))}
      </Box>
    ),
  }
}

/** Most late first is due first: the office knows only the due date. */
export const LATE_SORT: SortWords = {
  toItem: ({ field, descending }) =>
    field === 'dueOn'
      ? { field: 'daysLate', sort: descending ? 'asc' : 'desc' }
      : { field, sort: descending ? 'desc' : 'asc' },
  fromItem: ({ field: column, sort }) => {
    if (column === 'daysLate') return { field: 'dueOn', descending: sort === 'asc' }
    const field = sortFieldOf(column)
    return field === null ? null : { field, descending: sort === 'desc' }
  },
}
