import { Box } from '@mui/material'
import { useT } from '../app/i18n.ts'
import { DAY_LOOKS, DayMark, type Look, lookOf } from './day-strip-cell.tsx'
import type { DayAccount } from './day-strip-rows.ts'

/** What the marks mean; only those that occur. */
export function DayLegend({
  days,
  hasDue,
  ring,
}: {
  days: readonly DayAccount[]
  hasDue: boolean
  /** What the ringed day is; `null` when there is none. */
  ring: string | null
}) {
  const t = useT('reception')
  const looks = [...new Set(days.map(lookOf))].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  return (
    <Box component="ul" aria-label={t('days.legend')} sx={LIST}>
      {[...(hasDue ? (['due'] as const) : []), ...looks].map((look) => (
        <Box component="li" key={look} sx={ITEM}>
          <Box aria-hidden sx={{ ...SWATCH, ...DAY_LOOKS[look] }}>
            <DayMark look={look} number={SAMPLE_NUMBERS[look]} />
          </Box>
          {t(`days.look.${look}`)}
        </Box>
      ))}
      {ring !== null && (
        <Box component="li" sx={ITEM}>
          <Box aria-hidden sx={{ ...SWATCH, ...RING }} />
          {ring}
        </Box>
      )}
    </Box>
  )
}

/** The ring around a day. */
export const RING = { boxShadow: 'inset 0 0 0 2px var(--mui-palette-text-primary)' }

const ORDER: readonly Look[] = [
  'due',
  'working-day',
  'make-up',
  'reception',
  'resumption',
  'weekend',
  'day-off',
  'paused',
  'superseded',
  'moved-to-working-day',
  'after-cut-off',
  'late',
]
const SAMPLE_NUMBERS: Partial<Record<Look, number>> = { 'working-day': 1, superseded: 1, late: 1 }
const LIST = {
  m: 0,
  p: 0,
  listStyle: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 1.5,
  rowGap: 0.25,
  fontSize: 12,
  color: 'text.secondary',
}
const ITEM = { display: 'inline-flex', alignItems: 'center', gap: 0.5 }
const SWATCH = {
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  minWidth: 22,
  height: 18,
  px: '2px',
  borderRadius: '3px',
  printColorAdjust: 'exact',
}
