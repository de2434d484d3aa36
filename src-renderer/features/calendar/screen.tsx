import { Box, Button, IconButton, Tab, Tabs, Typography } from '@mui/material'
import NextIcon from '@mui/icons-material/ChevronRightOutlined'
import PreviousIcon from '@mui/icons-material/ChevronLeftOutlined'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatNumber } from '../../ui/format.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { ChangesView } from './changes-view.tsx'
import { ClockView } from './clock-view.tsx'
import { changesIn, withDraft, yearOf } from './draft.ts'
import { EffectsView } from './effects-view.tsx'
import { FileActions } from './file-actions.tsx'
import { useDraft, useRebase } from './use-draft.ts'
import { inYear, workingDaysOf } from './year-days.ts'
import { YearView } from './year-view.tsx'

const VIEWS = ['year', 'clock', 'effects', 'changes'] as const
type View = (typeof VIEWS)[number]

const [FIRST_YEAR, LAST_YEAR] = [1970, 2100]
const PANEL_ID = 'calendar-panel'
const tabId = (view: View): string => `calendar-${view}`

/** *Lịch làm việc*: the year, the conventions, what a change would do, and the changes made. */
export function CalendarScreen() {
  const t = useT('calendar')
  const common = useT('common')
  const orpc = useOrpc()
  const { today } = useStatus()
  const { draft } = useDraft()
  const { view, year, go } = usePlace(yearOf(today))
  const [cursor, setCursor] = useState(() => (yearOf(today) === year ? today : civilDate(`${year}-01-01`)))
  const asked = useQuery(orpc.calendar.year.queryOptions({ input: { year } }))
  const known = asked.data?.year === year ? asked.data : undefined
  useRebase(draft, year, known?.days)
  // The address may have been changed by a link.
  const at = yearOf(cursor) === year ? cursor : inYear(cursor, year)
  const toYear = (to: number) => {
    setCursor(inYear(at, to))
    go({ year: to, view: 'year' })
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', '& > header': { mb: 0.5 } }}>
      <PageHeader title={t('title')} actions={<FileActions year={year} onFilled={toYear} />} />
      <Box sx={BAR}>
        <ViewTabs view={view} onChange={(to) => go({ view: to })} />
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
            cursor={at}
            onMove={(date) => {
              setCursor(date)
              if (yearOf(date) !== year) go({ year: yearOf(date) })
            }}
            onYear={toYear}
            onEffects={() => go({ view: 'effects' })}
          />
        )}
        {view === 'clock' && known !== undefined && (
          <ClockView clock={known.clock} onEffects={() => go({ view: 'effects' })} />
        )}
        {view === 'effects' && <EffectsView onYear={() => go({ view: 'year' })} />}
        {view === 'changes' && <ChangesView />}
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

/** The year and the part of the screen stand in the address: they can be linked and survive a reload. */
function usePlace(thisYear: number) {
  const [query, setQuery] = useSearchParams()
  const asked = Number(query.get('year') ?? thisYear)
  const year = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= LAST_YEAR ? asked : thisYear
  const view = VIEWS.find((name) => name === query.get('view')) ?? 'year'
  const go = (to: { year?: number; view?: View }) => {
    const next = { year: to.year ?? year, view: to.view ?? view }
    setQuery(
      { year: String(next.year), ...(next.view === 'year' ? {} : { view: next.view }) },
      { replace: next.view === view },
    )
  }
  return { year, view, go }
}

function ViewTabs({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const t = useT('calendar')
  const count = changesIn(useDraft().state)
  return (
    <Tabs
      value={view}
      onChange={(_, chosen: View) => onChange(chosen)}
      aria-label={t('views')}
      selectionFollowsFocus={false}
      sx={TABS}
    >
      {VIEWS.map((name) => (
        <Tab
          key={name}
          value={name}
          id={tabId(name)}
          aria-controls={PANEL_ID}
          label={
            <>
              {t(`view.${name}`)}
              {name === 'effects' && count > 0 && (
                <Box component="span" title={t('draftCount', { count })} sx={BADGE}>
                  {formatNumber(count)}
                </Box>
              )}
            </>
          }
        />
      ))}
    </Tabs>
  )
}

const TABS = {
  flex: 1,
  minHeight: 36,
  '& .MuiTab-root': {
    minHeight: 36,
    minWidth: 0,
    px: '10px',
    py: 0,
    gap: '6px',
    flexDirection: 'row',
    fontSize: 13,
    color: 'text.secondary',
    '&.Mui-selected': { color: 'text.primary', fontWeight: 600 },
    // The ring must stay inside: the row of tabs cuts off what sticks out.
    '&.Mui-focusVisible': { outlineOffset: -2 },
  },
} as const
const BADGE = {
  px: '6px',
  borderRadius: '9px',
  fontSize: 12,
  lineHeight: '18px',
  color: 'standing.soon.fg',
  bgcolor: 'standing.soon.bg',
}

/** The year, the one before and the one after, and how many working days it has. */
function YearBar({
  year,
  known,
  onYear,
}: {
  year: number
  known: { days: Parameters<typeof withDraft>[0]; workingDays: number } | undefined
  onYear: (year: number) => void
}) {
  const t = useT('calendar')
  const { state } = useDraft()
  const after = useMemo(() => {
    if (known === undefined || !state.days.some((day) => yearOf(day.date) === year)) return undefined
    return workingDaysOf(year, withDraft([...known.days], state, year))
  }, [known, state, year])
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      {known !== undefined && (
        <Typography
          variant="body2"
          role="status"
          data-testid="calendar-working-days"
          sx={{ color: 'text.secondary', mr: 1 }}
        >
          {after === undefined
            ? t('year.workingDays', { number: formatNumber(known.workingDays) })
            : t('year.workingDaysDraft', {
                before: formatNumber(known.workingDays),
                after: formatNumber(after),
              })}
        </Typography>
      )}
      <IconButton
        size="small"
        disabled={year <= FIRST_YEAR}
        onClick={() => onYear(year - 1)}
        aria-label={t('year.previous', { year: year - 1 })}
        title={t('year.previous', { year: year - 1 })}
      >
        <PreviousIcon fontSize="small" />
      </IconButton>
      <Typography component="span" aria-live="polite" sx={{ fontWeight: 600, fontSize: 16 }}>
        {year}
      </Typography>
      <IconButton
        size="small"
        disabled={year >= LAST_YEAR}
        onClick={() => onYear(year + 1)}
        aria-label={t('year.next', { year: year + 1 })}
        title={t('year.next', { year: year + 1 })}
      >
        <NextIcon fontSize="small" />
      </IconButton>
    </Box>
  )
}
