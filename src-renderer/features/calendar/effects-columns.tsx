import { Box, Link as PlainLink } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { MOVED_SORTS, type MovedDossier, type MovedSort } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'

/** Columns hidden until the user switches them on. */
export const HIDDEN_AT_FIRST: readonly string[] = ['phone', 'address']

const TONES = { 'now-late': 'late', 'no-longer-late': 'early', none: null } as const

/** What the office is to sort by for a column; `null` where it cannot. */
export function sortFieldOf(column: string | undefined): MovedSort['field'] | null {
  return MOVED_SORTS.find((field) => field === column) ?? null
}

/** The columns of the moved dossiers. */
export function useMovedColumns(): GridColDef<MovedDossier>[] {
  const t = useT('calendar')
  const common = useT('common')
  return useMemo(() => {
    const date = (field: 'acceptedOn' | 'dueBefore' | 'dueAfter', headerName: string) => ({
      field,
      headerName,
      width: field === 'dueBefore' ? 124 : 110,
      align: 'right' as const,
      headerAlign: 'right' as const,
      renderCell: ({ row }: { row: MovedDossier }) =>
        field === 'dueAfter' ? <b>{formatDate(row[field])}</b> : formatDate(row[field]),
    })
    const columns: GridColDef<MovedDossier>[] = [
      {
        field: 'code',
        headerName: common('column.code'),
        width: 226,
        hideable: false,
        renderCell: ({ row, tabIndex }) => (
          <PlainLink component={Link} to={`/dossiers/${row.id}`} tabIndex={tabIndex} sx={{ fontWeight: 500 }}>
            {row.code}
          </PlainLink>
        ),
      },
      { field: 'applicantName', headerName: common('column.applicantName'), flex: 1, minWidth: 150 },
      { field: 'procedureName', headerName: common('column.procedureName'), flex: 1, minWidth: 140 },
      date('dueBefore', t('effects.dueBefore')),
      date('dueAfter', t('effects.dueAfter')),
      {
        field: 'effect',
        headerName: t('effects.effect'),
        width: 148,
        display: 'flex',
        renderCell: ({ row }) => <Effect effect={row.effect} words={t(`effects.${row.effect}`)} />,
      },
      {
        field: 'promised',
        headerName: t('effects.promised'),
        width: 124,
        renderCell: ({ row }) => t(row.promised ? 'effects.promisedYes' : 'effects.promisedNo'),
      },
      { field: 'holderName', headerName: common('column.holderName'), width: 130 },
      date('acceptedOn', common('column.acceptedOn')),
      { field: 'phone', headerName: common('column.phone'), width: 120 },
      { field: 'address', headerName: common('column.address'), flex: 1, minWidth: 150 },
    ]
    return columns.map((column) => ({ ...column, sortable: sortFieldOf(column.field) !== null }))
  }, [t, common])
}

function Effect({ effect, words }: { effect: MovedDossier['effect']; words: string }) {
  const tone = TONES[effect]
  if (tone === null) return <Box sx={{ color: 'text.secondary' }}>{words}</Box>
  return (
    <Box
      sx={{
        px: 0.75,
        borderRadius: 1,
        fontSize: 12,
        lineHeight: '20px',
        fontWeight: 500,
        color: `standing.${tone}.fg`,
        bgcolor: `standing.${tone}.bg`,
      }}
    >
      {words}
    </Box>
  )
}
