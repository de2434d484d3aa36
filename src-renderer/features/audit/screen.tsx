import { Box } from '@mui/material'
import { useDeferredValue, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { EntryTable } from './entry-table.tsx'
import { ExportMenu } from './export-menu.tsx'
import { EVERYTHING } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { VerifySection } from './verify-section.tsx'

/** The audit: everything done in the office, newest first, and the check of the whole register. */
export function AuditScreen() {
  const t = useT('audit')
  const [filter, setFilter] = useState(EVERYTHING)
  const asked = useDeferredValue(filter)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, height: '100%', minHeight: 560 }}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<ExportMenu filter={filter} />} />
      <VerifySection />
      <FilterBar filter={filter} onChange={setFilter} />
      <EntryTable key={JSON.stringify(asked)} filter={asked} />
    </Box>
  )
}
