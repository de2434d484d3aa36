import { Box, Link as PlainLink } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import { Link, useNavigate } from 'react-router'
import type { FigureChecks } from '../../../../src-main/contract/figure-checks.ts'
import { useT } from '../../../app/i18n.ts'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { RowsGrid } from '../../../ui/rows-grid.tsx'

type Row = FigureChecks['rows'][number]

/** A page of the dossiers to mend; Enter or its code opens one. */
export function DoubtedGrid({
  checks,
  paging,
  loading,
  onPaging,
}: {
  checks: FigureChecks
  paging: { page: number; pageSize: number }
  loading: boolean
  onPaging: (paging: { page: number; pageSize: number }) => void
}) {
  const t = useT('figure-report')
  const navigate = useNavigate()
  const columns = useColumns()
  return (
    <Box sx={{ height: 420, display: 'flex', flexDirection: 'column' }}>
      <RowsGrid
        aria-label={t('checks.list')}
        gridKey="figure-checks"
        hiddenAtFirst={HIDDEN}
        columns={columns}
        rows={checks.rows}
        loading={loading}
        rowCount={checks.total}
        pageSizeOptions={PAGE_SIZES}
        paginationMode="server"
        paginationModel={paging}
        onPaginationModelChange={onPaging}
        disableColumnSorting
        onOpen={({ id }) => void navigate(`/dossiers/${id}`)}
      />
    </Box>
  )
}

const PAGE_SIZES = [25, 50, 100, 200]
const HIDDEN = ['procedureName', 'holderName']

function useColumns(): GridColDef<Row>[] {
  const t = useT('figure-report')
  const doubts = useDoubtWords()
  const column = (field: Extract<keyof Row, string>, shape: Partial<GridColDef<Row>>): GridColDef<Row> => ({
    ...shape,
    field,
    headerName: t(`checks.column.${field as Exclude<typeof field, 'id'>}`),
  })
  const date = (field: 'acceptedOn' | 'dueOn' | 'endedOn'): GridColDef<Row> =>
    column(field, {
      width: 108,
      align: 'right',
      headerAlign: 'right',
      renderCell: ({ row }) => {
        const day = row[field]
        return day === null ? '' : formatDate(day)
      },
    })
  return [
    column('code', {
      width: 236,
      hideable: false,
      renderCell: ({ row, tabIndex }) => (
        <PlainLink component={Link} to={`/dossiers/${row.id}`} tabIndex={tabIndex}>
          {row.code}
        </PlainLink>
      ),
    }),
    column('doubts', {
      flex: 3,
      minWidth: 260,
      valueGetter: (_, row) => row.doubts.map(doubts).join('; '),
    }),
    column('applicantName', { flex: 1, minWidth: 130 }),
    column('procedureName', { flex: 1, minWidth: 160 }),
    ...(['acceptedOn', 'dueOn', 'endedOn'] as const).map(date),
    column('holderName', { width: 150, valueGetter: (_, row) => row.holderName ?? '' }),
  ]
}

/** A doubt in words, with the dates it rests on. */
function useDoubtWords(): (doubt: Row['doubts'][number]) => string {
  const t = useT('figure-report')
  return ({ kind, on, against, minutes }) =>
    t(`checks.doubt.${kind}`, {
      on: on === null ? '' : formatDate(on),
      against: against === null ? '' : formatDate(against),
      minutes: minutes === null ? '' : formatNumber(minutes),
    })
}
