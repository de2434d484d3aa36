import { Box } from '@mui/material'
import { Fragment } from 'react'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'

/** Version of the program, and where the data is. */
export function AboutSection() {
  const t = useT('settings')
  const { version, dossiers, today } = useStatus()
  const facts = [
    [t('about.version'), version],
    [t('about.today'), formatDate(today)],
    [t('about.dossiers'), formatNumber(dossiers)],
    [t('about.data'), t('about.dataText')],
  ] as const
  return (
    <Section title={t('about.title')}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 0.75 }}
      >
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {value}
            </Box>
          </Fragment>
        ))}
      </Box>
    </Section>
  )
}
