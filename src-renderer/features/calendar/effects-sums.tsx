import { Box } from '@mui/material'
import type { WhatIf } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'

const SUMS = ['open', 'moved', 'nowLate', 'noLongerLate', 'leftAlone'] as const

/** Colour of a number that asks for attention; only when it is not zero, and never without its words. */
const ATTENTION: Partial<Record<(typeof SUMS)[number], string>> = {
  moved: 'standing.soon.fg',
  nowLate: 'standing.late.fg',
  noLongerLate: 'standing.early.fg',
}

/** What the change would do, in five numbers. */
export function EffectsSums({ whatIf }: { whatIf: WhatIf }) {
  const t = useT('calendar')
  return (
    <Box component="dl" aria-label={t('effects.sums')} data-testid="calendar-sums" sx={LOOK}>
      {SUMS.map((sum) => (
        <Box key={sum} title={sum === 'leftAlone' ? t('effects.leftAloneHint') : undefined}>
          <Box component="dt">{t(`effects.${sum}`)}</Box>
          <Box
            component="dd"
            sx={{ color: whatIf[sum] === 0 ? 'text.secondary' : (ATTENTION[sum] ?? 'text.primary') }}
          >
            {formatNumber(whatIf[sum])}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

const LOOK = {
  flex: 'none',
  m: 0,
  display: 'flex',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  overflow: 'hidden',
  '& > div': { flex: 1, px: 2, py: 0.75, borderRight: 1, borderColor: 'divider' },
  '& > div:last-of-type': { borderRight: 0 },
  '& dt': { fontSize: 12.5, color: 'text.secondary' },
  '& dd': { m: 0, fontSize: 22, lineHeight: 1.25, fontWeight: 600, letterSpacing: '-0.01em' },
}
