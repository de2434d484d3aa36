import { Box, Button, Paper } from '@mui/material'
import ReceptionIcon from '@mui/icons-material/PostAddOutlined'
import { Link } from 'react-router'
import { toDayNumber, weekday } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDate } from '../../ui/format.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { CalendarReminders } from '../calendar/reminders.tsx'
import { Counts } from './counts.tsx'
import { LateList, SoonList } from './lists.tsx'
import { Month } from './month.tsx'
import { Work } from './work.tsx'

/** Today, in five seconds: what is late, what is due, what waits for whom, how the month stands. */
export function TodayScreen() {
  const t = useT('today')
  const { dossiers } = useStatus()
  const may = useRights()
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={<Day />}
        actions={
          may('receive') && (
            <Button variant="contained" component={Link} to="/reception" startIcon={<ReceptionIcon />}>
              {t('receive')}
            </Button>
          )
        }
      />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <CalendarReminders />
        {dossiers === 0 ? (
          <EmptyRegister />
        ) : (
          <>
            <Counts />
            <Work />
            <Month />
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
              <LateList />
              <SoonList />
            </Box>
          </>
        )}
      </Box>
    </>
  )
}

const DAYS = ['day0', 'day1', 'day2', 'day3', 'day4', 'day5', 'day6'] as const

function Day() {
  const t = useT('today')
  const { today } = useStatus()
  return <>{t(DAYS[weekday(toDayNumber(today))] ?? 'day0', { date: formatDate(today) })}</>
}

function EmptyRegister() {
  const t = useT('today')
  const may = useRights()
  return (
    <Paper variant="outlined" sx={{ minHeight: 320, display: 'grid' }}>
      <EmptyState
        title={t('emptyTitle')}
        hint={t('emptyHint')}
        action={
          may('import') && (
            <Button variant="outlined" component={Link} to="/import">
              {t('emptyImport')}
            </Button>
          )
        }
      />
    </Paper>
  )
}
