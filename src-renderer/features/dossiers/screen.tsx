import { Box } from '@mui/material'
import { useGridApiRef } from '@mui/x-data-grid'
import { useState } from 'react'
import type { DossierRow } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { DossierGrid, useDossierPage } from '../../ui/dossier-grid.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { BookButton } from '../forms/book-dialog.tsx'
import { BulkBar } from '../steps/bulk-bar.tsx'
import { useFirstColumns, useListColumns } from './columns.ts'
import { EmptyQueue } from './empty-queue.tsx'
import { ExportButton } from './export-button.tsx'
import { FilterChips } from './filter-chips.tsx'
import { useFilterOptions } from './filter-options.ts'
import { FilterPanel } from './filter-panel.tsx'
import { focusFirstRow } from './focus-first-row.ts'
import { PrintList } from './print-list.tsx'
import { QUEUE_PANEL_ID, queueTabId, QueueTabs } from './queue-tabs.tsx'
import { SearchBox } from './search-box.tsx'
import { StepChips } from './step-chips.tsx'
import { useTotalWords } from './total-words.ts'
import { usePageKeys } from './use-page-keys.ts'
import { type AddressedList, useListAddress } from './use-list-address.ts'

/** *Hồ sơ*: the queues, each a list that can be searched, filtered, sorted and exported. */
export function DossiersScreen() {
  const t = useT('common')
  const list = useListAddress('all')
  const { filter, sort } = list.query
  const page = useDossierPage(list.query).data
  const total = useTotalWords(page)
  const apiRef = useGridApiRef()
  const options = useFilterOptions()
  usePageKeys(list, page?.total)
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={t('nav.dossiers')}
        subtitle={
          <span role="status" aria-live="polite">
            {total}
          </span>
        }
        actions={
          <>
            <SearchBox
              value={filter.search}
              onSearch={(search) => list.filterBy({ search }, { replace: true })}
              onLeave={() => focusFirstRow(apiRef)}
            />
            <FilterPanel filter={filter} options={options} onChange={list.filterBy} />
            <BookButton />
            <PrintList filter={filter} sort={sort} total={page?.total ?? 0} />
            <ExportButton filter={filter} sort={sort} disabled={page === undefined || page.total === 0} />
          </>
        }
      />
      <QueueTabs queue={filter.queue} onChange={(queue) => list.filterBy({ queue })} />
      <Box role="tabpanel" id={QUEUE_PANEL_ID} aria-labelledby={queueTabId(filter.queue)} sx={PANEL}>
        <StepChips filter={filter} onChange={list.filterBy} />
        <FilterChips filter={filter} options={options} onChange={list.filterBy} />
        <QueueList list={list} apiRef={apiRef} />
      </Box>
    </Box>
  )
}

function QueueList({ list, apiRef }: { list: AddressedList; apiRef: ReturnType<typeof useGridApiRef> }) {
  const t = useT('common')
  const { query, address, sortBy, turnTo } = list
  const { filter, sort, page, pageSize } = query
  const columns = useListColumns(filter)
  const first = useFirstColumns(filter)
  const may = useRights()
  const [ticked, setTicked] = useState<DossierRow[]>([])
  const process = may('process')
  return (
    <>
      {process && <BulkBar rows={ticked} onClear={() => setTicked([])} />}
      <DossierGrid
        {...(process ? { selection: { rows: ticked, onChange: setTicked } } : {})}
        gridKey={filter.cell == null ? 'dossiers' : 'dossiers-counted'}
        label={t(`queue.${filter.queue}`)}
        filter={filter}
        sort={sort}
        onSortChange={sortBy}
        paging={{ page, pageSize }}
        onPagingChange={turnTo}
        address={`${address}#${pageSize}`}
        apiRef={apiRef}
        columns={columns}
        visibleAtFirst={first}
        empty={EMPTY}
      />
    </>
  )
}

// Always the same element: the grid draws another one anew.
const EMPTY = <EmptyQueue />

const SCREEN = {
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  '& > header': {
    mb: 0.5,
    flexWrap: 'nowrap',
    '& > :last-child': { flex: '1 1 auto', justifyContent: 'flex-end' },
  },
} as const
const PANEL = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1, pt: 1 } as const
