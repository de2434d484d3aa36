import { Link as PlainLink } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { ResultRow } from '../../../src-main/contract/results.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'

type Column = GridColDef<ResultRow>

/** Who is to come for what, how they are reached, and since when it lies. */
export function useResultColumns(): Column[] {
  const t = useT('results')
  const common = useT('common')
  return useMemo(
    (): Column[] => [
      {
        field: 'code',
        headerName: common('column.code'),
        width: 240,
        hideable: false,
        renderCell: ({ row, tabIndex }) => (
          <PlainLink component={Link} to={`/dossiers/${row.id}`} tabIndex={tabIndex} sx={{ fontWeight: 500 }}>
            {row.code}
          </PlainLink>
        ),
      },
      { field: 'applicantName', headerName: common('column.applicantName'), flex: 1, minWidth: 140 },
      { field: 'phone', headerName: common('column.phone'), width: 112 },
      {
        field: 'endedOn',
        headerName: t('readyOn'),
        width: 104,
        ...right,
        renderCell: ({ row }) => formatDate(row.endedOn),
      },
      {
        field: 'age',
        headerName: t('age.column'),
        description: t('age.unit'),
        width: 84,
        ...right,
        renderCell: ({ row }) => formatNumber(row.age),
      },
      {
        field: 'returnWay',
        headerName: t('way'),
        width: 104,
        valueGetter: (_, row) => t(`ways.${row.returnWay}`),
      },
      {
        field: 'reminded',
        headerName: t('reminded'),
        width: 116,
        valueGetter: (_, row) =>
          row.reminded === null
            ? ''
            : row.reminded.copies === 1
              ? formatDate(row.reminded.on)
              : t('remindedTimes', { date: formatDate(row.reminded.on), count: row.reminded.copies }),
      },
      { field: 'procedureName', headerName: common('column.procedureName'), flex: 1, minWidth: 140 },
      { field: 'commune', headerName: common('column.commune'), width: 128 },
      { field: 'address', headerName: common('column.address'), width: 180 },
    ],
    [t, common],
  )
}

/** Shown once there is room, or the user wants them. */
export const WIDE_COLUMNS: readonly string[] = ['commune', 'address']

const right = { align: 'right', headerAlign: 'right' } as const
