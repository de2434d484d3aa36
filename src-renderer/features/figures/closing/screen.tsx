import FiguresIcon from '@mui/icons-material/TableChartOutlined'
import { Box, Button, Link as PlainLink } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ClosingRow } from '../../../../src-main/contract/closing.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorAlert } from '../../../ui/error-alert.tsx'
import { formatDate, formatMoment, formatNumber } from '../../../ui/format.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { RowsGrid } from '../../../ui/rows-grid.tsx'

/** The closed periods, newest first; Enter opens one. */
export function ClosingScreen() {
  const t = useT('closing')
  const navigate = useNavigate()
  const closings = useQuery(useOrpc().closing.list.queryOptions())
  const columns = useColumns()
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <Button component={Link} to="/figures" variant="outlined" startIcon={<FiguresIcon />}>
            {t('toFigures')}
          </Button>
        }
      />
      <ErrorAlert error={closings.error} />
      <RowsGrid<ClosingRow>
        gridKey="closings"
        aria-label={t('list')}
        columns={columns}
        rows={closings.data ?? NO_ROWS}
        getRowId={({ number }) => number}
        loading={closings.isPending}
        disableColumnSorting
        hiddenAtFirst={HIDDEN}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
        onOpen={({ number }) => void navigate(`/figures/closing/${number}`)}
      />
    </Box>
  )
}

function useColumns(): GridColDef<ClosingRow>[] {
  const t = useT('closing')
  return useMemo(() => {
    const amount: Partial<GridColDef<ClosingRow>> = { align: 'right', headerAlign: 'right' }
    return [
      {
        field: 'number',
        headerName: t('column.number'),
        width: 56,
        hideable: false,
        renderCell: ({ row, tabIndex }) => (
          <PlainLink
            component={Link}
            to={`/figures/closing/${row.number}`}
            tabIndex={tabIndex}
            sx={{ fontWeight: 500 }}
          >
            {row.number}
          </PlainLink>
        ),
      },
      {
        field: 'period',
        headerName: t('column.period'),
        width: 196,
        valueGetter: (_, { from, to }) => t('range', { from: formatDate(from), to: formatDate(to) }),
      },
      {
        field: 'kind',
        headerName: t('column.kind'),
        width: 130,
        valueGetter: (_, { kind, rule }) =>
          rule === 'reporting' ? `${t(`kind.${kind}`)}, ${t('reporting')}` : t(`kind.${kind}`),
      },
      { field: 'version', headerName: t('column.version'), width: 70, ...amount },
      {
        field: 'dossiers',
        headerName: t('column.dossiers'),
        width: 84,
        ...amount,
        valueGetter: (_, { dossiers }) => formatNumber(dossiers),
      },
      {
        field: 'pending',
        headerName: t('column.pending'),
        width: 130,
        ...amount,
        valueGetter: (_, { pending }) => formatNumber(pending),
      },
      {
        field: 'closedAt',
        headerName: t('column.closedAt'),
        width: 140,
        valueGetter: (_, { closedAt }) => formatMoment(closedAt),
      },
      { field: 'closedBy', headerName: t('column.closedBy'), width: 160 },
      {
        field: 'state',
        headerName: t('column.state'),
        flex: 1,
        minWidth: 190,
        valueGetter: (_, { reopened }) =>
          reopened === null ? t('state.standing') : t('state.reopened', { reason: reopened.reason }),
      },
      {
        field: 'method',
        headerName: t('column.method'),
        width: 170,
        valueGetter: (_, { method }) => t(`method.${method}`),
      },
      { field: 'hash', headerName: t('column.hash'), width: 480 },
    ]
  }, [t])
}

const NO_ROWS: ClosingRow[] = []
const HIDDEN = ['pending', 'method', 'hash']
const SCREEN = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } as const
