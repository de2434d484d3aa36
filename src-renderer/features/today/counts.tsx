import { Box, Paper } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Queue } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatNumber } from '../../ui/format.ts'

const SHOWN = [
  'late',
  'due-today',
  'due-soon',
  'waiting',
  'result-ready',
  'mine',
] as const satisfies readonly Queue[]

type Shown = (typeof SHOWN)[number]

/** Colour of a number that asks for attention; only when it is not zero, and never without its words. */
const ATTENTION: Partial<Record<Shown, string>> = {
  late: 'standing.late.fg',
  'due-today': 'standing.soon.fg',
  'due-soon': 'standing.soon.fg',
}

/** How many dossiers are in the queues that ask for something; each number opens its list. */
export function Counts() {
  const t = useT('today')
  const counts = useQuery(useOrpc().dossiers.counts.queryOptions())
  if (counts.error !== null) return <ErrorAlert error={counts.error} />
  return (
    <Paper
      component="nav"
      variant="outlined"
      aria-label={t('counts')}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'repeat(3, 1fr)', md: 'repeat(6, 1fr)' },
        overflow: 'hidden',
      }}
    >
      {SHOWN.map((queue) => (
        <Count key={queue} queue={queue} count={counts.data?.[queue]} />
      ))}
    </Paper>
  )
}

function Count({ queue, count }: { queue: Shown; count: number | undefined }) {
  const t = useT('today')
  const to = queue === 'late' ? '/overdue' : `/dossiers?queue=${queue}`
  return (
    <Box
      component={Link}
      to={to}
      sx={{
        display: 'block',
        px: 2,
        py: 1.5,
        color: 'text.primary',
        textDecoration: 'none',
        boxShadow: '1px 1px 0 0 var(--mui-palette-divider)',
        '&:hover': { bgcolor: 'action.hover' },
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      <Box component="span" sx={{ display: 'block', fontWeight: 500 }}>
        {t(`queue.${queue}`)}
      </Box>
      <Box
        component="span"
        sx={{
          display: 'block',
          fontSize: 32,
          lineHeight: 1.3,
          fontWeight: 600,
          letterSpacing: '-0.02em',
          color: count === 0 ? 'text.secondary' : (ATTENTION[queue] ?? 'text.primary'),
        }}
      >
        {count === undefined ? '\u00a0' : formatNumber(count)}
      </Box>
      <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
        {t(`queueHint.${queue}`)}
      </Box>
    </Box>
  )
}
