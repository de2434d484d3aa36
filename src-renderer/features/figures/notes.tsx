import { Box, Link as PlainLink, Typography } from '@mui/material'
import HoldsIcon from '@mui/icons-material/Check'
import FailsIcon from '@mui/icons-material/Close'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useLanguage, useT } from '../../app/i18n.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { dayBefore } from '../../../src-main/domain/clock.ts'
import type { Summary } from '../../../src-main/contract/figures.ts'
import { type CountedFigures, methodPoints } from '../../../src-main/domain/figure-method.ts'
import { MEMO_COLUMNS } from '../../../src-main/domain/figure-tables.ts'
import { dossiersPath } from '../dossiers/list-address.ts'
import type { ShownTable } from './figure-grid.tsx'

/** Memo lines: within the columns, and counted here again. Each number opens its dossiers. */
export function Memo({ shown: { period, method, known, by, table } }: { shown: ShownTable }) {
  const t = useT('figures')
  const views = useT('figure-views')
  return (
    <Part id="figures-memo" title={t('memo.title')}>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: '1fr auto',
          rowGap: 0.5,
          columnGap: 2,
          fontSize: 13,
        }}
      >
        {MEMO_COLUMNS.map((column) => {
          const number = formatNumber(table.total[column])
          return (
            <Box key={column} sx={{ display: 'contents' }}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {t(`memo.${column}`)}
              </Box>
              <Box
                component="dd"
                data-testid="figure-memo"
                data-figure={column}
                sx={{ m: 0, textAlign: 'right', fontWeight: 500 }}
              >
                {table.total[column] === 0 ? (
                  number
                ) : (
                  <PlainLink
                    component={Link}
                    to={dossiersPath({
                      queue: 'all',
                      cell: { ...period, method, known, by, key: null, column },
                    })}
                    aria-label={views('cell.open', {
                      number,
                      row: views('row.total'),
                      column: views(`column.${column}`),
                    })}
                  >
                    {number}
                  </PlainLink>
                )}
              </Box>
            </Box>
          )
        })}
      </Box>
    </Part>
  )
}

/** Whether the identities of the form hold, in words and a sign. */
export function Identities({ summary }: { summary: Summary }) {
  const t = useT('figures')
  const words = useIdentityWords(summary)
  return (
    <Part id="figures-identities" title={t('identity.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75, fontSize: 13 }}>
        {summary.identities.map((check) => (
          <Box
            component="li"
            key={check.identity}
            data-testid="identity"
            data-holds={check.holds}
            sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}
          >
            <Box
              component="span"
              sx={{
                display: 'inline-flex',
                alignItems: 'center',
                gap: 0.5,
                flex: 'none',
                fontWeight: 600,
                color: check.holds ? 'success.main' : 'error.main',
              }}
            >
              {check.holds ? (
                <HoldsIcon aria-hidden sx={{ fontSize: 18 }} />
              ) : (
                <FailsIcon aria-hidden sx={{ fontSize: 18 }} />
              )}
              {t(check.holds ? 'identity.holds' : 'identity.fails')}
            </Box>
            <span>{words(check)}</span>
          </Box>
        ))}
      </Box>
    </Part>
  )
}

/** Words of an identity, with both sides. */
export function useIdentityWords(summary: Summary): (check: Summary['identities'][number]) => string {
  const t = useT('figures')
  const before = formatDate(dayBefore(summary.from))
  return ({ identity, left, right }) =>
    t(`identity.${identity}`, { left: formatNumber(left), right: formatNumber(right), before })
}

/** How the figures are counted, in the words every sheet bears. */
export function MethodNotes({ counted }: { counted: CountedFigures }) {
  const t = useT('figures')
  const points = [...methodPoints(counted, useLanguage()), t('method.asOf')]
  return (
    <Part id="figures-method" title={t('method.title')}>
      <Box
        component="ul"
        data-testid="figures-method"
        sx={{
          m: 0,
          pl: 2.25,
          display: 'grid',
          gap: 0.5,
          fontSize: 13,
          color: 'text.secondary',
          maxWidth: 720,
        }}
      >
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </Box>
    </Part>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography variant="h2" id={id} sx={{ mb: 1 }}>
        {title}
      </Typography>
      {children}
    </Box>
  )
}
