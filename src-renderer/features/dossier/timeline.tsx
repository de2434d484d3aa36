import { Box } from '@mui/material'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { Section } from '../../ui/section.tsx'
import { TimelineItem } from './timeline-item.tsx'

/** The history of the dossier, the first entry first, as it would stand in a book. Nothing leaves it. */
export function Timeline({ page }: { page: Pick<DossierPage, 'timeline'> }) {
  const t = useT('dossier')
  return (
    <Section title={t('timeline.title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {page.timeline.map((entry, index) => (
          <TimelineItem
            key={entry.seq}
            entry={entry}
            all={page.timeline}
            last={index === page.timeline.length - 1}
          />
        ))}
      </Box>
    </Section>
  )
}
