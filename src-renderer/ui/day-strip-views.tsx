import { Box, Typography } from '@mui/material'
import type { CivilDate } from '../../src-main/domain/civil-date.ts'
import { useT } from '../app/i18n.ts'
import { usePreference } from '../app/preferences.ts'
import { Choice } from './choice.tsx'
import { DayStrip, type Ringed } from './day-strip.tsx'
import { DayList } from './day-strip-list.tsx'
import type { DayAccount } from './day-strip-rows.ts'

const VIEWS = ['calendar', 'list'] as const

/** The clock's account as a calendar or as a list, as the user prefers, with the legal basis of the term. */
export function DayViews({
  days,
  due,
  ringed = null,
  basis,
  heading,
}: {
  days: readonly DayAccount[]
  due: CivilDate | null
  ringed?: Ringed | null
  /** Legal basis of the term; empty to leave it out. */
  basis: string
  heading: string
}) {
  const t = useT('reception')
  const [kept, keep] = usePreference('clock.view')
  const view = VIEWS.find((one) => one === kept) ?? 'calendar'
  return (
    <Box sx={{ minHeight: 0, display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <Box sx={{ flex: 'none', display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography variant="h2" sx={{ flex: 1, fontSize: 13 }}>
          {heading}
        </Typography>
        <Box className="no-print" sx={SMALL}>
          <Choice
            label={t('days.view')}
            value={view}
            options={VIEWS.map((value) => ({ value, words: t(`days.${value}`) }))}
            onChange={keep}
          />
        </Box>
      </Box>
      {view === 'calendar' ? (
        <DayStrip label={t('days.title')} days={days} due={due} ringed={ringed} />
      ) : (
        <DayList label={t('days.title')} days={days} />
      )}
      {basis !== '' && (
        <Typography variant="caption" sx={{ flex: 'none', color: 'text.secondary' }}>
          {t('days.basis', { basis })}
        </Typography>
      )}
    </Box>
  )
}

const SMALL = { '& .MuiToggleButton-root': { py: 0, px: 1, fontSize: 12, lineHeight: '22px' } }
