import AddIcon from '@mui/icons-material/AddOutlined'
import ImportIcon from '@mui/icons-material/UploadFileOutlined'
import { Box, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import type { CatalogueVersion } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate } from '../../ui/format.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { CatalogueTable } from './catalogue-table.tsx'
import { DetailPanel } from './detail-panel.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FilterBar } from './filter-bar.tsx'
import { GapNote } from './gap-note.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { type CatalogueFilter, type FieldRows, catalogueRows, countUnsure } from './rows.ts'
import { VersionDialog } from './version-dialog.tsx'

/** What stands before the table: a version's page, the form of a new one, or a file. */
type Shown =
  | { what: 'nothing' }
  | { what: 'version'; id: number }
  | { what: 'form'; base: CatalogueVersion | null }
  | { what: 'import' }

const NOTHING: Shown = { what: 'nothing' }
const NONE: readonly CatalogueVersion[] = []

/** *Danh mục thủ tục*: every procedure in its versions, with what they stand on. */
export function ProceduresScreen() {
  const t = useT('procedures')
  const list = useQuery(useOrpc().procedures.list.queryOptions())
  const versions = list.data ?? NONE
  const { today } = useStatus()
  const may = useRights()
  const [filter, setFilter] = useState<CatalogueFilter>({ on: today, search: '', unsure: false })
  const deferred = useDeferredValue(filter)
  const fields = useMemo(() => catalogueRows(versions, deferred), [versions, deferred])
  const [shown, setShown] = useState<Shown>(NOTHING)
  const open = shown.what === 'version' ? versions.find(({ id }) => id === shown.id) : undefined
  const close = () => setShown(NOTHING)
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '& > header': { mb: 1.25 } }}>
      <PageHeader
        title={t('title')}
        subtitle={<Subtitle fields={fields} on={deferred.on} versions={versions.length} />}
        actions={
          <>
            {may('rules') && (
              <Button
                variant="outlined"
                startIcon={<ImportIcon />}
                onClick={() => setShown({ what: 'import' })}
              >
                {t('import.open')}
              </Button>
            )}
            <ExportMenu />
            {may('rules') && (
              <Button
                variant="contained"
                startIcon={<AddIcon />}
                onClick={() => setShown({ what: 'form', base: null })}
              >
                {t('form.new')}
              </Button>
            )}
          </>
        }
      />
      <FilterBar
        filter={filter}
        unsure={countUnsure(versions, filter.on)}
        onChange={(change) => setFilter((before) => ({ ...before, ...change }))}
      />
      <GapNote versions={versions} on={deferred.on} />
      <ErrorAlert error={list.error} />
      {list.data !== undefined && (
        <CatalogueTable
          fields={fields}
          filter={deferred}
          onOpen={(id) => setShown({ what: 'version', id })}
        />
      )}
      {open !== undefined && (
        <DetailPanel
          version={open}
          versions={versions.filter(({ key }) => key === open.key)}
          onShow={(id) => setShown({ what: 'version', id })}
          onNewVersion={() => setShown({ what: 'form', base: open })}
          onClose={close}
        />
      )}
      {shown.what === 'form' && (
        <VersionDialog
          base={shown.base}
          versions={versions}
          onSaved={({ id }) => setShown({ what: 'version', id })}
          onClose={close}
        />
      )}
      {shown.what === 'import' && <ImportDialog versions={versions} onClose={close} />}
    </Box>
  )
}

function Subtitle({
  fields,
  on,
  versions,
}: {
  fields: readonly FieldRows[]
  on: CatalogueFilter['on']
  versions: number
}) {
  const t = useT('procedures')
  const count = fields.reduce((sum, { procedures }) => sum + procedures.length, 0)
  return (
    <span role="status" aria-live="polite">
      {on === null ? t('subtitleAll', { count }) : t('subtitleOn', { count, date: formatDate(on) })} ·{' '}
      {t('versions', { count: versions })}
    </span>
  )
}
