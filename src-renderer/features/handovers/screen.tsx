import { Box, Button, Link as PlainLink, Tab, Tabs } from '@mui/material'
import AddIcon from '@mui/icons-material/AddOutlined'
import type { GridColDef } from '@mui/x-data-grid'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { BATCH_LISTS, type BatchList, type BatchRow } from '../../../src-main/contract/handovers.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatNumber } from '../../ui/format.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowsGrid } from '../../ui/rows-grid.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { BatchState } from './batch-state.tsx'
import { useGivenWords } from './given-words.ts'

/** *Bàn giao*: the batches that wait for me, those I gave, and all. */
export function HandoversScreen() {
  const t = useT('handovers')
  const common = useT('common')
  const navigate = useNavigate()
  const may = useRights()
  const [address, setAddress] = useSearchParams()
  const list = BATCH_LISTS.find((one) => one === address.get('list')) ?? 'to-me'
  const waiting = useQuery(useOrpc().handovers.waiting.queryOptions()).data ?? 0
  const make = () => void navigate('/handovers/new')
  useShortcut('alt+h', () => {
    if (may('process')) make()
  })
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={common('nav.handovers')}
        subtitle={t('subtitle')}
        actions={
          may('process') && (
            <Button
              variant="contained"
              startIcon={<AddIcon />}
              onClick={make}
              aria-keyshortcuts="Alt+H"
              title="Alt+H"
            >
              {t('make')}
            </Button>
          )
        }
      />
      <Tabs
        value={list}
        onChange={(_, chosen: BatchList) => setAddress({ list: chosen })}
        aria-label={t('lists')}
        sx={TABS}
      >
        {BATCH_LISTS.map((one) => (
          <Tab
            key={one}
            value={one}
            id={`batches-${one}`}
            aria-controls="batches"
            label={
              one === 'to-me' && waiting > 0
                ? `${t(`list.${one}`)} (${formatNumber(waiting)})`
                : t(`list.${one}`)
            }
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="batches" aria-labelledby={`batches-${list}`} sx={PANEL}>
        <Batches key={list} list={list} />
      </Box>
    </Box>
  )
}

function Batches({ list }: { list: BatchList }) {
  const t = useT('handovers')
  const navigate = useNavigate()
  const [paging, setPaging] = useState({ page: 0, pageSize: 50 })
  const asked = useQuery(
    useOrpc().handovers.list.queryOptions({
      input: { list, ...paging },
      placeholderData: keepPreviousData,
    }),
  )
  const columns = useColumns()
  return (
    <>
      <ErrorAlert error={asked.error} />
      <RowsGrid<BatchRow>
        gridKey="handovers"
        aria-label={t(`list.${list}`)}
        columns={columns}
        rows={asked.data?.rows ?? NO_ROWS}
        getRowId={(row) => row.batch}
        loading={asked.isPending}
        rowCount={asked.data?.total ?? -1}
        paginationMode="server"
        paginationModel={paging}
        onPaginationModelChange={setPaging}
        disableColumnSorting
        empty={<EmptyState title={t(`empty.${list}`)} hint={t(`emptyHint.${list}`)} />}
        onOpen={(row) => void navigate(`/handovers/${row.batch}`)}
      />
    </>
  )
}

function useColumns(): GridColDef<BatchRow>[] {
  const t = useT('handovers')
  const given = useGivenWords()
  return useMemo(
    () => [
      {
        field: 'number',
        headerName: t('column.number'),
        width: 120,
        hideable: false,
        renderCell: ({ row, tabIndex }) => (
          <PlainLink
            component={Link}
            to={`/handovers/${row.batch}`}
            tabIndex={tabIndex}
            sx={{ fontWeight: 500 }}
          >
            {row.number}
          </PlainLink>
        ),
      },
      {
        field: 'givenOn',
        headerName: t('column.given'),
        width: 250,
        renderCell: ({ row }) => given(row),
      },
      { field: 'fromName', headerName: t('column.from'), flex: 1, minWidth: 150 },
      { field: 'toName', headerName: t('column.to'), flex: 1, minWidth: 150 },
      {
        field: 'count',
        headerName: t('column.count'),
        width: 90,
        align: 'right',
        headerAlign: 'right',
        valueGetter: (_, row) => row.given + row.confirmed + row.missing + row.superseded,
      },
      {
        field: 'state',
        headerName: t('column.state'),
        width: 240,
        display: 'flex',
        renderCell: ({ row }) => <BatchState row={row} />,
      },
      { field: 'note', headerName: t('column.note'), flex: 1, minWidth: 140 },
    ],
    [t, given],
  )
}

const NO_ROWS: BatchRow[] = []
const SCREEN = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' } as const
const PANEL = { flex: 1, minHeight: 240, display: 'flex', flexDirection: 'column', pt: 1.5 } as const
const TABS = {
  minHeight: 38,
  borderBottom: 1,
  borderColor: 'divider',
  flex: 'none',
  '& .MuiTab-root': { minHeight: 38, py: 0, fontSize: 13, '&.Mui-focusVisible': { outlineOffset: -2 } },
} as const
