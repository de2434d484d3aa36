import { Box, Button, Typography } from '@mui/material'
import BackIcon from '@mui/icons-material/ArrowBackOutlined'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { OfficeClient } from '../../../src-main/contract/index.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate, formatMoment, formatNumber } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { useDayWords } from './day-words.ts'
import { MovedList } from './moved-list.tsx'

type Change = Awaited<ReturnType<OfficeClient['calendar']['changes']>>[number]

/** Days of a change shown without being asked for. */
const SHOWN_DAYS = 6

/**
 * The changes made so far, newest first: who, when, why, what, and how many due dates moved.
 * @param changeId the change whose moved dossiers are looked at.
 */
export function ChangesView({ changeId, onList }: { changeId: number | null; onList: () => void }) {
  const t = useT('calendar')
  const changes = useQuery(useOrpc().calendar.changes.queryOptions())
  const opened = changes.data?.find(({ id }) => id === changeId)
  if (opened !== undefined) return <OpenedChange change={opened} onList={onList} />
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
  const [first, rest] = [change.days.slice(0, SHOWN_DAYS), change.days.slice(SHOWN_DAYS)]
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Typography sx={{ flex: 1, minWidth: 0, fontWeight: 500, overflowWrap: 'anywhere' }}>
          {change.reason}
        </Typography>
        {change.moved === 0 ? (
          <Typography variant="body2" sx={{ flex: 'none', color: 'text.secondary' }}>
            {t('changes.moved', { count: 0 })}
          </Typography>
        ) : (
          <Button
            size="small"
            component={Link}
            to={`/calendar?view=changes&change=${change.id}`}
            sx={{ flex: 'none' }}
          >
            {t('changes.open', { count: change.moved, number: formatNumber(change.moved) })}
          </Button>
        )}
      </Box>
      <Who change={change} />
      <Box component="ul" sx={DAYS}>
        {change.clock !== null && <li>{t('changes.clockChanged', { words: words.clock(change.clock) })}</li>}
        {first.map((day) => (
          <DayLine key={day.date} day={day} />
        ))}
      </Box>
      {rest.length > 0 && (
        <Box component="details" sx={{ fontSize: 13 }}>
          <Box component="summary" sx={{ cursor: 'pointer', color: 'text.secondary' }}>
            {t('changes.moreDays', { count: rest.length })}
          </Box>
          <Box component="ul" sx={DAYS}>
            {rest.map((day) => (
              <DayLine key={day.date} day={day} />
            ))}
          </Box>
        </Box>
      )}
    </Box>
  )
}

const DAYS = { m: 0, mt: 0.5, pl: 2.5, fontSize: 13 }

function Who({ change }: { change: Change }) {
  const t = useT('calendar')
  const by = t('changes.by', { moment: formatMoment(change.at), name: change.authorName })
  const days = change.days.length > 0 ? [t('changes.days', { count: change.days.length })] : []
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      {[by, ...days].join(' · ')}
    </Typography>
  )
}

function DayLine({ day: { date, row, before } }: { day: Change['days'][number] }) {
  const t = useT('calendar')
  const words = useDayWords()
  return (
    <li>
      {words.weekdayOf(date)} {formatDate(date)}:{' '}
      {row === null
        ? t('changes.freed', { row: words.row(date, before) })
        : before === null
          ? t('changes.becomes', { after: words.row(date, row) })
          : t('changes.instead', { after: words.row(date, row), before: words.row(date, before) })}
    </li>
  )
}

/** The dossiers a past change moved: looked through, exported, their applicants told. */
function OpenedChange({ change, onList }: { change: Change; onList: () => void }) {
  const t = useT('calendar')
  return (
    <Box
      data-testid="calendar-change"
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1 }}
    >
      <Box sx={{ flex: 'none', display: 'flex', gap: 1.5, alignItems: 'start' }}>
        <Button startIcon={<BackIcon />} onClick={onList} autoFocus sx={{ flex: 'none' }}>
          {t('changes.back')}
        </Button>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography component="h2" noWrap title={change.reason} sx={{ fontWeight: 600 }}>
            {change.reason}
          </Typography>
          <Who change={change} />
        </Box>
      </Box>
      <MovedList list={{ of: 'change', changeId: change.id }} reason={change.reason} draft={false} />
    </Box>
  )
}
