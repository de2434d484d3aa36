import AddIcon from '@mui/icons-material/AddOutlined'
import ImportIcon from '@mui/icons-material/UploadFileOutlined'
import { Box, Button } from '@mui/material'
import { useState } from 'react'
import type { StopFilter, StopOrder, StopSort } from '../../../src-main/contract/stops.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { AddDialog } from './add-dialog.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { LiftDialog } from './lift-dialog.tsx'
import { StopsGrid } from './stops-grid.tsx'
import { useStopsPage } from './use-stops-page.ts'

type Doing = { what: 'add' | 'import' } | { what: 'lift'; order: StopOrder }

/** The register of blocked parcels (*ngăn chặn*): found, added, lifted, brought in and taken out. */
export function StopsScreen() {
  const t = useT('stops')
  const may = useRights()
  const mayChange = may('stops')
  const [filter, setFilter] = useState<StopFilter>({ state: 'in-force', search: '' })
  const [sort, setSort] = useState<StopSort>({ field: 'issuedOn', descending: true })
  const [doing, setDoing] = useState<Doing | null>(null)
  const page = useStopsPage(filter, sort)
  const close = () => setDoing(null)
  useShortcut('alt+n', () => {
    if (mayChange && doing === null) setDoing({ what: 'add' })
  })
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 480 }}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { inForce: page.list.data?.inForce ?? 0 })}
        actions={
          <>
            {may('export') && <ExportMenu filter={filter} sort={sort} />}
            {mayChange && (
              <Button
                variant="outlined"
                startIcon={<ImportIcon />}
                onClick={() => setDoing({ what: 'import' })}
              >
                {t('import.button')}
              </Button>
            )}
            {mayChange && (
              <Button
                variant="contained"
                startIcon={<AddIcon />}
                aria-keyshortcuts="Alt+N"
                onClick={() => setDoing({ what: 'add' })}
              >
                {t('add.button')} (Alt+N)
              </Button>
            )}
          </>
        }
      />
      <FilterBar filter={filter} onChange={setFilter} />
      <StopsGrid
        page={page}
        sort={sort}
        onSortChange={setSort}
        narrowed={filter.search !== '' || filter.state !== 'in-force'}
        onLift={mayChange ? (order) => setDoing({ what: 'lift', order }) : null}
      />
      {doing?.what === 'add' && <AddDialog onClose={close} />}
      {doing?.what === 'import' && <ImportDialog onClose={close} />}
      {doing?.what === 'lift' && <LiftDialog order={doing.order} onClose={close} />}
    </Box>
  )
}
