import { Box, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { OfficeClient } from '../../../src-main/contract/index.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { useDayWords } from './day-words.ts'

type Change = Awaited<ReturnType<OfficeClient['calendar']['changes']>>[number]

/** The changes made so far, newest first: who, when, why, what, and how many due dates moved. */
export function ChangesView() {
  const t = useT('calendar')
  const changes = useQuery(useOrpc().calendar.changes.queryOptions())
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
      <Section title={t('changes.title')} subtitle={t('changes.subtitle')}>
        <ErrorAlert error={changes.error} />
        {changes.data?.length === 0 && (
          <EmptyState title={t('changes.empty')} hint={t('changes.emptyHint')} />
        )}
        <Box component="ol" data-testid="calendar-changes" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {changes.data?.map((change) => (
            <ChangeLine key={change.id} change={change} />
          ))}
        </Box>
      </Section>
    </Box>
  )
}

function ChangeLine({ change }: { change: Change }) {
  const t = useT('calendar')
  const words = useDayWords()
  const sums = [
    ...(change.days.length > 0 ? [t('changes.days', { count: change.days.length })] : []),
    t('changes.moved', { count: change.moved }),
  ]
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Typography sx={{ flex: 1, fontWeight: 500 }}>{change.reason}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {sums.join(' · ')}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('changes.by', { moment: formatMoment(change.at), name: change.authorName })}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, fontSize: 13 }}>
        {change.clock !== null && <li>{t('changes.clockChanged', { words: words.clock(change.clock) })}</li>}
        {change.days.map(({ date, row, before }) => (
          <li key={date}>
            {words.weekdayOf(date)} {formatDate(date)}:{' '}
            {row === null
              ? t('changes.freed', { row: words.row(date, before) })
              : before === null
                ? t('changes.becomes', { after: words.row(date, row) })
                : t('changes.instead', { after: words.row(date, row), before: words.row(date, before) })}
          </li>
        ))}
      </Box>
    </Box>
  )
}
