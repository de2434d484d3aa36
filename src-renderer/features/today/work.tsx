import { Box, Paper, Link as PlainLink } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import type { DossierFilter } from '../../../src-main/contract/dossier-list.ts'
import { PAUSE_KINDS } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatNumber } from '../../ui/format.ts'
import { dossiersPath } from '../dossiers/list-address.ts'

/** What waits for whom: for the applicant, for payment, for another agency; and the people who have the open dossiers. */
export function Work() {
  const t = useT('today')
  const work = useQuery(useOrpc().dossiers.openWork.queryOptions())
  if (work.error !== null) return <ErrorAlert error={work.error} />
  return (
    <Paper
      variant="outlined"
      sx={{ px: 2, py: 1.25, display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 2.6fr' } }}
    >
      <Group title={t('work.waits')} columns="1fr">
        {PAUSE_KINDS.map((kind) => {
          const state = `awaiting-${kind}` as const
          return (
            <Entry
              key={kind}
              words={t(`work.wait.${kind}`)}
              count={work.data?.waits[kind]}
              filter={{ state }}
            />
          )
        })}
      </Group>
      <Group title={t('work.holders')} columns="repeat(auto-fill, minmax(190px, 1fr))">
        {work.data?.holders.map(({ holderId, name, ...count }) => (
          <Entry
            key={holderId ?? 0}
            words={holderId === null ? t('holderNone') : name}
            count={count}
            filter={holderId === null ? { unheld: true } : { holderId }}
          />
        ))}
      </Group>
    </Paper>
  )
}

function Group({ title, columns, children }: { title: string; columns: string; children: ReactNode }) {
  const id = useId()
  return (
    <Box component="nav" aria-labelledby={id} sx={{ minWidth: 0 }}>
      <Box id={id} sx={{ fontWeight: 500, mb: 0.5 }}>
        {title}
      </Box>
      <Box
        component="ul"
        sx={{ display: 'grid', gridTemplateColumns: columns, columnGap: 3, m: 0, p: 0, listStyle: 'none' }}
      >
        {children}
      </Box>
    </Box>
  )
}

/** How many somebody has, and how many of them are late; each opens its list. */
function Entry({
  words,
  count,
  filter,
}: {
  words: string
  count: { open: number; late: number } | undefined
  filter: Partial<DossierFilter>
}) {
  const t = useT('today')
  // What nobody has is partly not begun yet, which no queue but the whole register has beside the rest.
  const queue = filter.unheld === true ? 'all' : 'in-process'
  return (
    <Box component="li" sx={LINE}>
      <Box component="span" title={words} sx={CUT}>
        {words}
      </Box>
      {count !== undefined && count.late > 0 && (
        <PlainLink
          component={Link}
          to={dossiersPath({ ...filter, queue: 'late' })}
          aria-label={t('work.lateOf', { count: count.late, words })}
          sx={{ color: 'standing.late.fg', fontSize: 12.5 }}
        >
          {t('work.late', { number: formatNumber(count.late) })}
        </PlainLink>
      )}
      <Box component="span" sx={{ minWidth: '3ch', textAlign: 'right', fontWeight: 600 }}>
        {count !== undefined && count.open > 0 ? (
          <PlainLink
            component={Link}
            to={dossiersPath({ ...filter, queue })}
            aria-label={t('work.openOf', { count: count.open, words })}
            color="inherit"
          >
            {formatNumber(count.open)}
          </PlainLink>
        ) : (
          count?.open
        )}
      </Box>
    </Box>
  )
}

const LINE = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  minHeight: 24,
  fontSize: 13,
  fontVariantNumeric: 'tabular-nums',
} as const
const CUT = {
  ...{ flex: 1, minWidth: 0, color: 'text.secondary' },
  ...{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
} as const
