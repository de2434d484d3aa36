import { Link as PlainLink } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import type { TFunction } from 'i18next'
import { Link } from 'react-router'
import type { ArrivalQueue, ArrivalRow } from '../../../src-main/contract/arrivals.ts'
import { formatMoment } from '../../ui/format.ts'
import { AnsweredLate, TimeLeft } from './time-left.tsx'
import { parcelWords } from './words.ts'

/** The columns of a list: what is left of the time, or what came of it. */
export function arrivalColumns(t: TFunction<'arrivals'>, queue: ArrivalQueue): GridColDef<ArrivalRow>[] {
  const closed = queue === 'closed'
  const left: GridColDef<ArrivalRow> = {
    field: 'left',
    headerName: t(closed ? 'column.state' : 'column.left'),
    width: closed ? 170 : 280,
    display: 'flex',
    renderCell: ({ row }) => <TimeLeft row={row} />,
  }
  const answered: GridColDef<ArrivalRow> = {
    field: 'answered',
    headerName: t('column.answered'),
    width: 270,
    display: 'flex',
    renderCell: ({ row }) => <AnsweredLate row={row} />,
  }
  const due: GridColDef<ArrivalRow> = {
    field: 'answerDue',
    headerName: t('column.answerDue'),
    width: 145,
    valueGetter: (_, { answerDue }) => formatMoment(answerDue),
  }
  const code: GridColDef<ArrivalRow> = { field: 'code', headerName: t('column.code'), width: 215 }
  const columns: GridColDef<ArrivalRow>[] = [
    left,
    ...(closed ? [answered] : []),
    {
      field: 'reference',
      headerName: t('column.reference'),
      width: 165,
      renderCell: ({ row }) => (
        <PlainLink component={Link} to={`/arrivals/${row.id}`} tabIndex={-1}>
          {row.reference || t('noReference')}
        </PlainLink>
      ),
    },
    { field: 'applicantName', headerName: t('column.applicantName'), width: 170 },
    { field: 'procedureName', headerName: t('column.procedureName'), flex: 1, minWidth: 140 },
    ...(closed ? [code] : queue === 'waiting' ? [due] : []),
    {
      field: 'arrivedAt',
      headerName: t('column.arrivedAt'),
      width: 145,
      valueGetter: (_, { arrivedAt }) => formatMoment(arrivedAt),
    },
    { field: 'phone', headerName: t('column.phone'), width: 115 },
    { field: 'commune', headerName: t('column.commune'), width: 140 },
    {
      field: 'parcel',
      headerName: t('column.parcel'),
      width: 100,
      valueGetter: (_, row) => parcelWords(row),
    },
    { field: 'asked', headerName: t('column.asked'), width: 110, align: 'right', headerAlign: 'right' },
  ]
  // The office puts them in the order they are due.
  return columns.map((column) => ({ ...column, sortable: false }))
}

/** Hidden until the user switches them on. */
export const HIDDEN_AT_FIRST = ['commune', 'parcel', 'asked']
