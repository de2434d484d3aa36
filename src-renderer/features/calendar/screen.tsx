import { Box, Button } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Allowed } from '../../app/allowed.tsx'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PANEL_ID, tabId, ViewTabs, YearBar } from './bars.tsx'
import { ChangesView } from './changes-view.tsx'
import { ClockView } from './clock-view.tsx'
import { yearOf } from './draft.ts'
import { EffectsView } from './effects-view.tsx'
import { FileActions } from './file-actions.tsx'
import { useCursor, usePlace, type View } from './place.ts'
import { useRebase } from './use-draft.ts'
import { inYear } from './year-days.ts'
import { YearView } from './year-view.tsx'

/** *Lịch làm việc*: the year, the conventions, what a change would do, and the changes made. */
export function CalendarScreen() {
  const t = useT('calendar')
  const common = useT('common')
  const orpc = useOrpc()
  const { today } = useStatus()
  const place = usePlace(yearOf(today))
  const { view } = place
  const { cursor, move } = useCursor(place, today)
  const year = yearOf(cursor)
  const go = (to: View) => place.go({ year, view: to })
  const asked = useQuery(orpc.calendar.year.queryOptions({ input: { year } }))
  const known = asked.data?.year === year ? asked.data : undefined
  useRebase(year, known?.days)
  const toYear = (to: number) => move(inYear(cursor, to), 'year')
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '& > header': { mb: 0.5 } }}>
      <PageHeader title={t('title')} actions={<FileActions year={year} onFilled={toYear} />} />
      <Box sx={BAR}>
        <ViewTabs view={view} onChange={go} />
        {view === 'year' && <YearBar year={year} known={known} onYear={toYear} />}
      </Box>
      <ErrorAlert
        error={asked.error}
        action={<Button onClick={() => void asked.refetch()}>{common('app.retry')}</Button>}
        sx={{ mb: 1 }}
      />
      <Box
        role="tabpanel"
        id={PANEL_ID}
        aria-labelledby={tabId(view)}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {view === 'year' && (
          <YearView
            year={year}
            rows={known?.days}
            cursor={cursor}
            onMove={move}
            onYear={toYear}
            onEffects={() => go('effects')}
          />
        )}
        {view === 'clock' && known !== undefined && (
          <ClockView clock={known.clock} onEffects={() => go('effects')} />
        )}
        {view === 'effects' && (
          <Allowed right="rules">
            <EffectsView onYear={() => go('year')} />
          </Allowed>
        )}
        {view === 'changes' && <ChangesView changeId={place.change} onList={() => go('changes')} />}
      </Box>
    </Box>
  )
}

const BAR = {
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  mb: 1,
  borderBottom: 1,
  borderColor: 'divider',
}
