import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Box, Button } from '@mui/material'
import { useGridApiRef } from '@mui/x-data-grid'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { DossierGrid, EVERYTHING, useDossierPage } from '../../ui/dossier-grid.tsx'
import { formatDate } from '../../ui/format.ts'
import { useNotePrint } from '../../app/use-note-print.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { ExportButton } from '../dossiers/export-button.tsx'
import { useFilterWords } from '../dossiers/filter-chips.tsx'
import { useFilterOptions } from '../dossiers/filter-options.ts'
import { FILTER_PARTS, usualSort } from '../dossiers/list-address.ts'
import { useTotalWords } from '../dossiers/total-words.ts'
import { usePageKeys } from '../dossiers/use-page-keys.ts'
import { type AddressedList, useListAddress } from '../dossiers/use-list-address.ts'
import { EmptyLate } from './empty-late.tsx'
import { LATE_COLUMNS, LATE_SORT, useLateColumns } from './late-columns.tsx'
import { LateFilters } from './late-filters.tsx'
import { LateSumsBar } from './late-sums.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { type LateSums, sumsOf } from './sums.ts'
import { usePrintList } from './use-print-list.ts'
import { useWholeList } from './whole-list.ts'

/** *Trễ hạn*: the branch head's morning list, on the screen, on paper and in Excel. */
export function OverdueScreen() {
  const t = useT('overdue')
  const common = useT('common')
  const { today } = useStatus()
  const list = useListAddress('late')
  const { filter, sort } = list.query
  const page = useDossierPage(list.query).data
  const total = useTotalWords(page)
  const sums = useLateSums()
  const apiRef = useGridApiRef()
  usePageKeys(list, page?.total)
  useNotePrint(page && { paper: 'late-list', rows: page.total, dossierId: null })
  const nothing = page === undefined || page.total === 0
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '& > header': { mb: 1 } }}>
      <PageHeader
        title={t('title')}
        subtitle={
          <span role="status" aria-live="polite">
            {t('asOf', { date: formatDate(today) })} · {total}
          </span>
        }
        actions={
          <>
            <PrintButton list={list} total={page?.total} disabled={nothing} />
            <ExportButton filter={filter} sort={sort} disabled={nothing} />
          </>
        }
      />
      {sums !== undefined && sums.total > 0 && <LateSumsBar sums={sums} list={list} />}
      <LateFilters list={list} sums={sums} apiRef={apiRef} />
      <DossierGrid
        gridKey="overdue"
        label={common('queue.late')}
        filter={filter}
        sort={sort}
        onSortChange={list.sortBy}
        sortWords={LATE_SORT}
        paging={{ page: list.query.page, pageSize: list.query.pageSize }}
        onPagingChange={list.turnTo}
        address={`${list.address}#${list.query.pageSize}`}
        apiRef={apiRef}
        columns={useLateColumns()}
        visibleAtFirst={LATE_COLUMNS}
        empty={EMPTY}
      />
    </Box>
  )
}

// Always the same element: the grid draws another one anew.
const EMPTY = <EmptyLate />

/** Prints all of the list, and holds the sheet while it is being printed. */
function PrintButton({
  list,
  total,
  disabled,
}: {
  list: AddressedList
  total: number | undefined
  disabled: boolean
}) {
  const t = useT('common')
  const { filter, sort } = list.query
  const words = useFilterWords(filter, useFilterOptions())
  const { rows, preparing, print } = usePrintList({ filter, sort }, useWholeList({ filter, sort }, total))
  const filters = FILTER_PARTS.filter((part) => filter[part] !== null).map(words)
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<PrintIcon />}
        loading={preparing}
        loadingPosition="start"
        disabled={disabled}
        title="Ctrl+P"
        onClick={print}
      >
        {t('button.print')}
      </Button>
      {rows !== null && (
        <PrintSheet
          rows={rows}
          filters={filter.search === '' ? filters : [...filters, `“${filter.search}”`]}
        />
      )}
    </>
  )
}

const LATE = { filter: { ...EVERYTHING, queue: 'late' as const }, sort: usualSort('late') }

/** The sums of all late dossiers; `undefined` until counted, and where there are too many to count here. */
function useLateSums(): LateSums | undefined {
  const orpc = useOrpc()
  const total = useQuery(orpc.dossiers.counts.queryOptions()).data?.late
  const rows = useWholeList(LATE, total)
  return useMemo(() => (rows === undefined ? undefined : sumsOf(rows)), [rows])
}
