import { Box, Typography } from '@mui/material'
import type { Trouble } from '../../../src-main/contract/rescue.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { Section } from '../../ui/section.tsx'

/** What somebody who helps from afar asks for. */
export function Details({ trouble }: { trouble: Trouble }) {
  const t = useT('rescue')
  const { version } = useStatus()
  const { code, params, file, folder } = trouble
  const more = Object.entries(params).map(([name, value]) => `${name}=${value}`)
  const rows = [
    [t('code'), [code, ...more].join(' · ')],
    [t('file'), file],
    [t('folder'), folder],
    [t('version'), version],
  ] as const
  return (
    <Section title={t('details')}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.75 }}
      >
        {rows.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
              {name}
            </Typography>
            <Typography
              component="dd"
              sx={{
                m: 0,
                fontFamily: 'monospace',
                fontSize: 13,
                overflowWrap: 'anywhere',
                userSelect: 'text',
              }}
            >
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
