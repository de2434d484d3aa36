import { Box } from '@mui/material'
import BlockingIcon from '@mui/icons-material/BlockOutlined'
import NoticeIcon from '@mui/icons-material/InfoOutlined'
import type { GridColDef } from '@mui/x-data-grid'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatNumber } from '../../ui/format.ts'
import { RowsGrid } from '../../ui/rows-grid.tsx'
import type { ImportProblem } from '../../../src-main/contract/imports.ts'
import type { ShownProblems } from './problem-filter.tsx'
import { useProblemWords } from './problem-words.ts'

/** The problems found, page by page: where, what stands there, and why it is a problem. */
export function ProblemTable({ importId, filter }: { importId: string; filter: ShownProblems }) {
  const t = useT('imports')
  const orpc = useOrpc()
  const [paging, setPaging] = usePaging(filter)
  const found = useQuery(
    orpc.imports.problems.queryOptions({
      input: { importId, ...filter, ...paging },
      placeholderData: keepPreviousData,
      // The same file may be checked again with other columns.
      gcTime: 0,
    }),
  )
  const columns = useColumns()
  const rows = useMemo(
    () => (found.data?.problems ?? []).map((problem, index) => ({ ...problem, id: index })),
    [found.data],
  )
  return (
    <Box sx={{ flex: 1, minHeight: 300, display: 'flex', flexDirection: 'column', gap: 1 }}>
      <ErrorAlert error={found.error} />
      <RowsGrid
        gridKey="import-problems"
        aria-label={t('problems.table')}
        columns={columns}
        rows={rows}
        loading={found.isFetching}
        rowCount={found.data?.total ?? 0}
        paginationMode="server"
        paginationModel={paging}
        onPaginationModelChange={setPaging}
        empty={<EmptyState title={t('problems.none')} hint={t('problems.noneHint')} />}
      />
    </Box>
  )
}

interface Paging {
  page: number
  pageSize: number
}

/** The page shown; the first again for another kind of problem. */
function usePaging(filter: ShownProblems): [Paging, (paging: Paging) => void] {
  const [shown, setShown] = useState({ filter, page: 0, pageSize: 50 })
  const page = shown.filter === filter ? shown.page : 0
  return [{ page, pageSize: shown.pageSize }, (paging) => setShown({ filter, ...paging })]
}

type Row = ImportProblem & { id: number }

function useColumns(): GridColDef<Row>[] {
  const t = useT('imports')
  const words = useProblemWords()
  const text = { sortable: false } as const
  return [
    {
      ...text,
      field: 'row',
      headerName: t('problems.row'),
      width: 76,
      align: 'right',
      headerAlign: 'right',
      valueFormatter: (row: number) => formatNumber(row),
    },
    {
      ...text,
      field: 'column',
      headerName: t('problems.column'),
      width: 170,
      valueGetter: (_, row) => words.place(row),
    },
    {
      ...text,
      field: 'value',
      headerName: t('problems.value'),
      flex: 0.35,
      minWidth: 150,
      renderCell: ({ row }) => <Whole text={row.value} />,
    },
    {
      ...text,
      field: 'reason',
      headerName: t('problems.reason'),
      flex: 1,
      minWidth: 360,
      renderCell: ({ row }) => <Whole text={words.reason(row)} />,
    },
    {
      ...text,
      field: 'blocking',
      headerName: t('problems.effect'),
      width: 118,
      renderCell: ({ row }) => <Effect blocking={row.blocking} />,
    },
  ]
}

/** A text that may be cut off; the pointer brings out the whole of it. */
function Whole({ text }: { text: string }) {
  return <span title={text}>{text}</span>
}

function Effect({ blocking }: { blocking: boolean }) {
  const t = useT('imports')
  const Icon = blocking ? BlockingIcon : NoticeIcon
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, height: '100%' }}>
      <Icon aria-hidden sx={{ fontSize: 17, color: blocking ? 'error.main' : 'text.secondary' }} />
      {t(blocking ? 'problems.keptOut' : 'problems.comesIn')}
    </Box>
  )
}
