import AddIcon from '@mui/icons-material/PostAddOutlined'
import FileIcon from '@mui/icons-material/UploadFileOutlined'
import { Box, Button, Tab, Tabs } from '@mui/material'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useGridApiRef } from '@mui/x-data-grid'
import { useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { ARRIVAL_QUEUES, type ArrivalQueue, type ArrivalRow } from '../../../src-main/contract/arrivals.ts'
import { type CivilDate, civilDate, parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatNumber } from '../../ui/format.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowsGrid } from '../../ui/rows-grid.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { focusFirstRow } from '../dossiers/focus-first-row.ts'
import { SearchBox } from '../dossiers/search-box.tsx'
import { arrivalColumns, HIDDEN_AT_FIRST } from './columns.tsx'
import { ImportDialog } from './import-dialog.tsx'

/** What is left of the time grows less by the minute. */
const AGAIN_MS = 30_000

/** *Hồ sơ chờ tiếp nhận*: what has to be answered, the first due first. */
export function ArrivalsScreen() {
  const t = useT('arrivals')
  const [importing, setImporting] = useState(false)
  const list = useList()
  const navigate = useNavigate()
  const may = useRights()
  const receives = may('receive')
  useShortcut('alt+n', () => {
    if (receives && !importing) void navigate('/arrivals/new')
  })
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '& > header': { mb: 1 } }}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          receives && (
            <>
              <Button variant="outlined" startIcon={<FileIcon />} onClick={() => setImporting(true)}>
                {t('fromFile')}
              </Button>
              <Button
                variant="contained"
                startIcon={<AddIcon />}
                aria-keyshortcuts="Alt+N"
                onClick={() => void navigate('/arrivals/new')}
              >
                {t('new')} (Alt+N)
              </Button>
            </>
          )
        }
      />
      <QueueTabs queue={list.queue} onChange={(queue) => list.change({ queue })} />
      <List list={list} />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </Box>
  )
}

interface ListAddress {
  queue: ArrivalQueue
  search: string
  from: CivilDate
  to: CivilDate
  change: (next: { queue?: ArrivalQueue; q?: string; from?: CivilDate; to?: CivilDate }) => void
}

/** The list shown stands in the address, so that going back finds it again. */
function useList(): ListAddress {
  const { today } = useStatus()
  const [address, setAddress] = useSearchParams()
  const day = (name: string): CivilDate | null => parseCivilDate(address.get(name) ?? '')
  return {
    queue: ARRIVAL_QUEUES.find((queue) => queue === address.get('queue')) ?? 'waiting',
    search: address.get('q') ?? '',
    from: day('from') ?? civilDate(`${today.slice(0, 7)}-01`),
    to: day('to') ?? today,
    change: (next) =>
      setAddress(
        (before) => {
          const after = new URLSearchParams(before)
          for (const [name, value] of Object.entries(next)) {
            if (value === '') after.delete(name)
            else after.set(name, value)
          }
          return after
        },
        { replace: true },
      ),
  }
}

function List({ list }: { list: ListAddress }) {
  const t = useT('arrivals')
  const navigate = useNavigate()
  const apiRef = useGridApiRef()
  const { queue, search, from, to } = list
  const [paging, setPaging] = useState({ page: 0, pageSize: 50 })
  const asked = JSON.stringify([queue, search, from, to])
  const [shown, setShown] = useState(asked)
  if (shown !== asked) {
    setShown(asked)
    setPaging({ ...paging, page: 0 })
  }
  const input = { queue, search, arrivedFrom: from, arrivedTo: to, ...paging }
  const found = useQuery(
    useOrpc().arrivals.list.queryOptions({
      input,
      placeholderData: keepPreviousData,
      refetchInterval: AGAIN_MS,
    }),
  )
  const columns = useMemo(() => arrivalColumns(t, queue), [t, queue])
  const isEmpty = found.data?.rows.length === 0 && !found.isPlaceholderData
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, py: 1, flexWrap: 'wrap' }}>
        <SearchBox
          value={search}
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          onSearch={(q) => list.change({ q })}
          onLeave={() => focusFirstRow(apiRef)}
        />
        {queue === 'closed' && <Period list={list} />}
      </Box>
      <ErrorAlert error={found.error} sx={{ mb: 1 }} />
      <Box
        role="tabpanel"
        id="arrivals-list"
        aria-labelledby={`arrivals-${queue}`}
        sx={{ flex: 1, minHeight: 240, position: 'relative', display: 'flex', flexDirection: 'column' }}
      >
        <RowsGrid<ArrivalRow>
          key={queue}
          apiRef={apiRef}
          aria-label={t('list')}
          gridKey={`arrivals-${queue}`}
          hiddenAtFirst={HIDDEN_AT_FIRST}
          columns={columns}
          rows={found.data?.rows ?? NO_ROWS}
          empty={NOTHING}
          loading={found.isPending}
          rowCount={found.data?.total ?? -1}
          paginationMode="server"
          paginationModel={paging}
          onPaginationModelChange={setPaging}
          onOpen={({ id }) => void navigate(`/arrivals/${id}`)}
        />
        {isEmpty && (
          <Box sx={OVER_ROWS}>
            <EmptyState title={t(`empty.${queue}`)} hint={t(`empty.${queue}Hint`)} />
          </Box>
        )}
      </Box>
    </>
  )
}

function Period({ list: { from, to, change } }: { list: ListAddress }) {
  const t = useT('arrivals')
  const { today } = useStatus()
  return (
    <Box sx={{ display: 'flex', gap: 1, '& > *': { width: 170 } }}>
      <CivilDateField
        label={t('period.from')}
        value={from}
        max={to}
        onChange={(day) => day !== null && change({ from: day })}
      />
      <CivilDateField
        label={t('period.to')}
        value={to}
        min={from}
        max={today}
        onChange={(day) => day !== null && change({ to: day })}
      />
    </Box>
  )
}

/** The lists with how many are in each, and how many of the first are overdue. Arrows move between them. */
function QueueTabs({ queue, onChange }: { queue: ArrivalQueue; onChange: (queue: ArrivalQueue) => void }) {
  const t = useT('arrivals')
  const counts = useQuery(useOrpc().arrivals.counts.queryOptions({ refetchInterval: AGAIN_MS })).data
  const countOf = { waiting: counts?.waiting, 'completion-asked': counts?.completionAsked, closed: undefined }
  const overdue = counts?.overdue ?? 0
  return (
    <Tabs
      value={queue}
      onChange={(_, chosen: ArrivalQueue) => onChange(chosen)}
      aria-label={t('queues')}
      selectionFollowsFocus={false}
      sx={TABS}
    >
      {ARRIVAL_QUEUES.map((name) => (
        <Tab
          key={name}
          value={name}
          id={`arrivals-${name}`}
          aria-controls="arrivals-list"
          label={
            <>
              {t(`queue.${name}`)}
              <span>{countOf[name] === undefined ? '' : formatNumber(countOf[name])}</span>
              {name === 'waiting' && overdue > 0 && (
                <Box component="span" sx={ALARM}>
                  {t('overdueCount', { count: overdue })}
                </Box>
              )}
            </>
          }
        />
      ))}
    </Tabs>
  )
}

const NO_ROWS: ArrivalRow[] = []
const NOTHING = <></>
const OVER_ROWS = { position: 'absolute', inset: '40px 1px 46px', overflow: 'auto' } as const
const ALARM = {
  px: '6px',
  borderRadius: '9px',
  fontSize: 12,
  fontWeight: 500,
  lineHeight: '18px',
  color: 'standing.late.fg',
  bgcolor: 'standing.late.bg',
}
const TABS = {
  minHeight: 38,
  borderBottom: 1,
  borderColor: 'divider',
  flex: 'none',
  '& .MuiTab-root': {
    minHeight: 38,
    minWidth: 0,
    px: '10px',
    py: 0,
    gap: '6px',
    flexDirection: 'row',
    fontSize: 13,
    color: 'text.secondary',
    '&.Mui-selected': { color: 'text.primary', fontWeight: 600 },
    '&.Mui-focusVisible': { outlineOffset: -2 },
  },
} as const
