import { Box } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { AlertsSection } from '../alerts/settings-section.tsx'
import { RetentionSection } from '../audit/retention-section.tsx'
import { CausesSection } from '../overdue/causes-section.tsx'
import { AboutSection } from './about-section.tsx'
import { LookSection } from './look-section.tsx'
import { OfficeSection } from './office-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PrintSection } from './print-section.tsx'
import { SampleSection } from './sample-section.tsx'

/** Settings: the office, its people, the look of the window, the sample, and about the program. */
export function SettingsScreen() {
  const t = useT('settings')
  const may = useRights()
  return (
    <>
      <PageHeader title={t('title')} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 7fr) minmax(0, 5fr)' },
          alignItems: 'start',
          maxWidth: 1240,
        }}
      >
        <Box sx={{ display: 'grid', gap: 2 }}>
          {may('settings') && <OfficeSection />}
          {may('settings') && <CausesSection />}
          {may('settings') && <RetentionSection />}
          <LookSection />
          <PrintSection />
        </Box>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {may('read') && <AlertsSection />}
          <PeopleSection />
          <SampleSection />
          <AboutSection />
        </Box>
      </Box>
    </>
  )
}
