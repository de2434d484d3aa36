import { Box, IconButton, Tab, Tabs, Typography } from '@mui/material'
import NextIcon from '@mui/icons-material/ChevronRightOutlined'
import PreviousIcon from '@mui/icons-material/ChevronLeftOutlined'
import { useMemo } from 'react'
import type { CalendarDay } from '../../../src-main/domain/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { formatNumber } from '../../ui/format.ts'
import { changesIn, withDraft, yearOf } from './draft.ts'
import { FIRST_YEAR, LAST_YEAR, type View, VIEWS } from './place.ts'
import { useDraft } from './use-draft.ts'
import { workingDaysOf } from './year-days.ts'

/** Id of what a tab shows, and of the tab. */
export const PANEL_ID = 'calendar-panel'
export const tabId = (view: View): string => `calendar-${view}`

/** The parts of the screen; the effects say how many changes the draft has. */
export function ViewTabs({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const t = useT('calendar')
  const count = changesIn(useDraft().state)
  const may = useRights()
  const views = may('rules') ? VIEWS : VIEWS.filter((name) => name !== 'effects')
  return (
    <Tabs
      value={view}
      onChange={(_, chosen: View) => onChange(chosen)}
      aria-label={t('views')}
      selectionFollowsFocus={false}
      sx={TABS}
    >
      {views.map((name) => (
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
export function YearBar({
  year,
  known,
  onYear,
}: {
  year: number
  known: { days: readonly CalendarDay[]; workingDays: number } | undefined
  onYear: (year: number) => void
}) {
  const t = useT('calendar')
  const { state } = useDraft()
  const after = useMemo(() => {
    if (known === undefined || !state.days.some((day) => yearOf(day.date) === year)) return undefined
    return workingDaysOf(year, withDraft(known.days, state, year))
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
