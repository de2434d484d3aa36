import { Box, Button, TextField, useMediaQuery } from '@mui/material'
import HandIcon from '@mui/icons-material/HowToRegOutlined'
import MailIcon from '@mui/icons-material/MarkEmailUnreadOutlined'
import { useGridApiRef } from '@mui/x-data-grid'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ResultFilter, ResultRow } from '../../../src-main/contract/results.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice, useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RowsGrid } from '../../ui/rows-grid.tsx'
import { SaveListButton } from '../../ui/save-list-button.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { focusFirstRow } from '../dossiers/focus-first-row.ts'
import { SearchBox } from '../dossiers/search-box.tsx'
import { PdfDialog } from '../forms/pdf-dialog.tsx'
import { usePaper } from '../forms/use-paper.ts'
import { useResultColumns, WIDE_COLUMNS } from './columns.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { type Chosen, useChosen } from './use-chosen.ts'

/** Ages one can cut by, in working days. */
const AGES = [0, 5, 10, 30, 60, 120]

/** *Kết quả chưa trả*: results nobody has come for, those that lie longest first. */
export function ResultsScreen() {
  const t = useT('results')
  const office = useOffice()
  const navigate = useNavigate()
  const [filter, setFilter] = useState<ResultFilter>({ minAge: 0, search: '' })
  const [paging, setPaging] = useState({ page: 0, pageSize: 50 })
  const list = useQuery(
    useOrpc().results.list.queryOptions({
      input: { ...filter, ...paging },
      placeholderData: keepPreviousData,
    }),
  )
  const chosen = useChosen(list.data?.rows)
  const apiRef = useGridApiRef()
  const cut = (change: Partial<ResultFilter>) => {
    setFilter({ ...filter, ...change })
    setPaging({ ...paging, page: 0 })
    chosen.clear()
  }
  const total = list.data?.total
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={t('title')}
        subtitle={
          <span role="status" aria-live="polite">
            {total === undefined ? '' : t('total', { count: total })}
            {chosen.rows.length > 0 && ` · ${t('chosen', { count: chosen.rows.length })}`}
          </span>
        }
        actions={
          <>
            <SearchBox
              value={filter.search}
              onSearch={(search) => cut({ search })}
              onLeave={() => focusFirstRow(apiRef)}
            />
            <AgeFilter minAge={filter.minAge} onChange={(minAge) => cut({ minAge })} />
            <SaveListButton
              save={(language) => office.results.export({ ...filter, language })}
              disabled={total === undefined || total === 0}
            />
          </>
        }
      />
      <ChosenActions chosen={chosen} />
      <ErrorAlert error={list.error} />
      <Box sx={{ flex: 1, minHeight: 240, position: 'relative', display: 'flex', flexDirection: 'column' }}>
        <RowsGrid<ResultRow>
          apiRef={apiRef}
          aria-label={t('title')}
          gridKey="results"
          hiddenAtFirst={useMediaQuery('(min-width: 1640px)') ? NONE_HIDDEN : WIDE_COLUMNS}
          empty={<></>}
          columns={useResultColumns()}
          rows={list.data?.rows ?? NO_ROWS}
          loading={list.isPending || list.isPlaceholderData}
          rowCount={total ?? -1}
          paginationMode="server"
          paginationModel={paging}
          onPaginationModelChange={setPaging}
          disableColumnSorting
          checkboxSelection
          keepNonExistentRowsSelected
          rowSelectionModel={chosen.model}
          onRowSelectionModelChange={chosen.choose}
          onOpen={({ id }) => void navigate(`/dossiers/${id}`)}
        />
        {total === 0 && !list.isPlaceholderData && (
          <Box sx={OVER_ROWS}>
            <EmptyState title={t('empty')} hint={t('emptyHint')} />
          </Box>
        )}
      </Box>
    </Box>
  )
}

function AgeFilter({ minAge, onChange }: { minAge: number; onChange: (minAge: number) => void }) {
  const t = useT('results')
  return (
    <TextField
      select
      size="small"
      label={t('age.label')}
      value={minAge}
      onChange={(event) => onChange(Number(event.target.value))}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      sx={{ flex: 'none', width: 190 }}
    >
      {AGES.map((days) => (
        <option key={days} value={days}>
          {days === 0 ? t('age.all') : t('age.from', { days })}
        </option>
      ))}
    </TextField>
  )
}

/** What can be done with the results that are chosen: remind, hand out. */
function ChosenActions({ chosen }: { chosen: Chosen }) {
  const t = useT('results')
  const may = useRights()
  const [handing, setHanding] = useState(false)
  const paper = usePaper(useMutation(useOrpc().forms.reminders.mutationOptions()))
  const { rows } = chosen
  const none = rows.length === 0
  const remind = () => paper.show({ ids: rows.map(({ id }) => id) })
  useShortcut('alt+i', () => {
    if (!none && !handing && paper.shown === null) remind()
  })
  useShortcut('alt+t', () => {
    if (!none && paper.shown === null) setHanding(true)
  })
  if (!may('process')) return null
  return (
    <Box sx={{ display: 'flex', gap: 1, mb: 1 }}>
      <Button
        variant="contained"
        startIcon={<HandIcon />}
        disabled={none}
        onClick={() => setHanding(true)}
        aria-keyshortcuts="Alt+T"
      >
        {t('hand.button', { count: rows.length })} (Alt+T)
      </Button>
      <Button
        variant="outlined"
        startIcon={<MailIcon />}
        disabled={none}
        onClick={remind}
        aria-keyshortcuts="Alt+I"
      >
        {t('remind', { count: rows.length })} (Alt+I)
      </Button>
      {handing && <ReturnDialog rows={rows} onClose={() => setHanding(false)} onDone={chosen.clear} />}
      {paper.shown !== null && (
        <PdfDialog title={t('reminders')} shown={paper.shown} testId="form" onClose={paper.close} />
      )}
    </Box>
  )
}

const NO_ROWS: ResultRow[] = []
const NONE_HIDDEN: readonly string[] = []
const OVER_ROWS = { position: 'absolute', inset: '40px 1px 46px', overflow: 'auto' } as const
const SCREEN = {
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  '& > header': {
    mb: 1,
    flexWrap: 'nowrap',
    '& > :last-child': { flex: '1 1 auto', justifyContent: 'flex-end' },
  },
} as const
