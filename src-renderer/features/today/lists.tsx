import { Box, Link as PlainLink } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { DossierSort, Queue } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { EVERYTHING } from '../../ui/dossier-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { ShortTable } from './short-table.tsx'

/** Rows of a short table. */
const SHORT = 8
const MOST_URGENT: DossierSort = { field: 'dueOn', descending: false }

/** The dossiers late the longest. */
export function LateList() {
  const t = useT('today')
  const late = useFirst('late')
  const total = late.data?.total ?? 0
  return (
    <Section flush title={t('lateTitle')} actions={<All total={total} />}>
      <ErrorAlert error={late.error} />
      {late.data?.rows.length === 0 ? (
        <EmptyState title={t('lateNone')} hint={t('lateNoneHint')} />
      ) : (
        <ShortTable label={t('lateTitle')} rows={late.data?.rows ?? []} />
      )}
    </Section>
  )
}

/** The dossiers due today, then those due within three working days. */
export function SoonList() {
  const t = useT('today')
  const today = useFirst('due-today')
  const soon = useFirst('due-soon')
  const ready = today.data !== undefined && soon.data !== undefined
  const first = today.data?.rows ?? []
  const ids = new Set(first.map((row) => row.id))
  const rows = ready ? [...first, ...soon.data.rows.filter((row) => !ids.has(row.id))].slice(0, SHORT) : []
  return (
    <Section
      flush
      title={t('soonTitle')}
      actions={
        (today.data?.total ?? 0) + (soon.data?.total ?? 0) > SHORT && (
          <Box sx={{ display: 'flex', gap: 2, flex: 'none', fontSize: 13 }}>
            <PlainLink component={Link} to="/dossiers?queue=due-today">
              {t('dueToday', { number: formatNumber(today.data?.total ?? 0) })}
            </PlainLink>
            <PlainLink component={Link} to="/dossiers?queue=due-soon">
              {t('dueSoon', { number: formatNumber(soon.data?.total ?? 0) })}
            </PlainLink>
          </Box>
        )
      }
    >
      <ErrorAlert error={today.error ?? soon.error} />
      {ready && rows.length === 0 ? (
        <EmptyState title={t('soonNone')} hint={t('soonNoneHint')} />
      ) : (
        <ShortTable label={t('soonTitle')} rows={rows} />
      )}
    </Section>
  )
}

function All({ total }: { total: number }) {
  const t = useT('today')
  if (total <= SHORT) return null
  return (
    <PlainLink component={Link} to="/overdue" sx={{ flex: 'none', fontSize: 13 }}>
      {t('all', { number: formatNumber(total) })}
    </PlainLink>
  )
}

function useFirst(queue: Queue) {
  const orpc = useOrpc()
  return useQuery(
    orpc.dossiers.list.queryOptions({
      input: { filter: { ...EVERYTHING, queue }, sort: MOST_URGENT, page: 0, pageSize: SHORT },
    }),
  )
}
