import { Alert, Box } from '@mui/material'
import { Fragment } from 'react'
import type { BackupOverview } from '../../../src-main/contract/backups.ts'
import { ageOfBackup } from '../../../src-main/domain/backups.ts'
import type { Instant } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatMoment, formatNumber } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { AGE_TONES, agoWords } from './words.ts'

/** How the backups stand: the last good one in each folder, and what went wrong since. */
export function StateSection({ overview }: { overview: BackupOverview }) {
  const t = useT('backups')
  const { state, folder, secondFolder, replaced } = overview
  const { second } = state
  const facts = [
    [t('state.first'), <Age key="first" at={state.lastGood} />, folder],
    [
      t('state.second'),
      second === null ? (
        t('state.noSecond')
      ) : second.reachable ? (
        <Age key="second" at={second.lastGood} />
      ) : (
        t('state.away')
      ),
      secondFolder ?? '',
    ],
    ...(replaced.count === 0
      ? []
      : [
          [
            t('state.replaced'),
            t('state.replacedCount', { count: replaced.count, shown: formatNumber(replaced.count) }),
            replaced.folder,
          ] as const,
        ]),
  ] as const
  return (
    <Section title={t('state.title')}>
      {state.failures.map(({ place, code, at }) => (
        <Alert key={place} severity="warning" sx={{ mb: 1.5 }}>
          {t(place === 'first' ? 'state.failedFirst' : 'state.failedSecond', { at: formatMoment(at) })}{' '}
          {t(`failure.${code}`)}
        </Alert>
      ))}
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'minmax(140px, auto) 1fr',
          columnGap: 3,
          rowGap: 1.25,
        }}
      >
        {facts.map(([name, value, path]) => (
          <Fragment key={name}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
              {value}
              {path !== '' && (
                <Box
                  component="span"
                  sx={{ display: 'block', fontSize: 12.5, color: 'text.secondary', overflowWrap: 'anywhere' }}
                >
                  {path}
                </Box>
              )}
            </Box>
          </Fragment>
        ))}
      </Box>
    </Section>
  )
}

function Age({ at }: { at: Instant | null }) {
  const t = useT('backups')
  const { now } = useStatus()
  const tone = AGE_TONES[ageOfBackup(at, now)]
  return (
    <Box
      component="span"
      sx={{ fontWeight: 500, ...(tone === 'early' ? {} : { color: `standing.${tone}.fg` }) }}
    >
      {at === null ? t('state.none') : `${formatMoment(at)} (${agoWords(t, at, now)})`}
    </Box>
  )
}
