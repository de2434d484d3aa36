import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupSource } from '../../../src-main/contract/backups.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { BackupList } from './backup-list.tsx'
import { ExportSection } from './export-section.tsx'
import { MakeButton } from './make-button.tsx'
import { PasswordSection } from './password-section.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { SecondSection } from './second-section.tsx'
import { StateSection } from './state-section.tsx'

/** Backups: how they stand, making one, where they go, restoring one, everything as open files. */
export function BackupsScreen() {
  const t = useT('backups')
  const { sample } = useStatus()
  if (!sample) return <Backups />
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState title={t('sampleTitle')} hint={t('sampleText')} />
    </>
  )
}

function Backups() {
  const t = useT('backups')
  const orpc = useOrpc()
  const overview = useQuery(orpc.backups.overview.queryOptions())
  const [source, setSource] = useState<BackupSource | null>(null)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={<MakeButton />} />
      <ErrorAlert error={overview.error} />
      {overview.data !== undefined && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) 340px', xl: 'minmax(0, 1fr) 440px' },
            alignItems: 'start',
            maxWidth: 1480,
          }}
        >
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            <StateSection overview={overview.data} />
            <BackupList backups={overview.data.backups} onRestore={setSource} />
          </Box>
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            <SecondSection folder={overview.data.secondFolder} />
            <PasswordSection sealed={overview.data.sealed} />
            <ExportSection />
          </Box>
        </Box>
      )}
      {source !== null && <RestoreDialog source={source} onClose={() => setSource(null)} />}
    </>
  )
}
