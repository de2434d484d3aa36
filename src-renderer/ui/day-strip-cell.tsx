import { Box, type SvgIconProps } from '@mui/material'
import ArrowIcon from '@mui/icons-material/EastOutlined'
import DayOffIcon from '@mui/icons-material/EventBusyOutlined'
import FlagIcon from '@mui/icons-material/Flag'
import ReceptionIcon from '@mui/icons-material/MoveToInboxOutlined'
import PauseIcon from '@mui/icons-material/Pause'
import AgainIcon from '@mui/icons-material/ReplayOutlined'
import type { ComponentType } from 'react'
import { useT } from '../app/i18n.ts'
import type { DayAccount } from './day-strip-rows.ts'

/** How a day is drawn: by its reason, with counted days of either kind alike. */
export type Look = Exclude<DayAccount['reason'], 'calendar-day'> | 'due'

/** The look of a day. */
export function lookOf({ reason }: DayAccount): Look {
  return reason === 'calendar-day' ? 'working-day' : reason
}

/** What stands under the date: the number of a counted day, or a mark that says why it does not count. */
export function DayMark({ look, number }: { look: Look; number?: number | undefined }) {
  const t = useT('reception')
  const Icon = ICONS[look]
  return (
    <Box component="span" sx={MARK}>
      {Icon !== undefined && <Icon sx={{ fontSize: 14 }} aria-hidden />}
      {look === 'weekend' && '–'}
      {look === 'make-up' && <span>{t('days.makeUpMark')}</span>}
      {look === 'late' && '+'}
      {look === 'superseded' ? <s>{number}</s> : number}
    </Box>
  )
}

const ICONS: Partial<Record<Look, ComponentType<SvgIconProps>>> = {
  due: FlagIcon,
  reception: ReceptionIcon,
  resumption: AgainIcon,
  'day-off': DayOffIcon,
  paused: PauseIcon,
  'moved-to-working-day': ArrowIcon,
  'after-cut-off': ArrowIcon,
}

/** Ground and colour of each look; never the only sign. */
export const DAY_LOOKS: Record<Look, object> = {
  'working-day': { bgcolor: 'selected', color: 'text.primary' },
  'make-up': { bgcolor: 'standing.early.bg', color: 'standing.early.fg' },
  reception: { border: 1, borderColor: 'primary.main', color: 'primary.main' },
  resumption: { border: 1, borderColor: 'primary.main', color: 'primary.main' },
  weekend: { color: 'text.secondary' },
  'day-off': { bgcolor: 'standing.onTime.bg', color: 'standing.onTime.fg' },
  paused: { bgcolor: 'standing.paused.bg', color: 'standing.paused.fg' },
  superseded: { border: 1, borderStyle: 'dashed', borderColor: 'text.secondary', color: 'text.secondary' },
  late: { bgcolor: 'standing.late.bg', color: 'standing.late.fg' },
  'moved-to-working-day': { color: 'text.secondary' },
  'after-cut-off': { color: 'text.secondary' },
  due: { bgcolor: 'primary.main', color: 'primary.contrastText' },
}
const MARK = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: '1px',
  height: 16,
  fontSize: 12.5,
  fontWeight: 600,
  lineHeight: '16px',
}
