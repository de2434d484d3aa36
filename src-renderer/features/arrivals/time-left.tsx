import CheckIcon from '@mui/icons-material/CheckCircleOutlined'
import LateIcon from '@mui/icons-material/ErrorOutlined'
import WaitIcon from '@mui/icons-material/PauseCircleOutlined'
import RunningIcon from '@mui/icons-material/RadioButtonUncheckedOutlined'
import SoonIcon from '@mui/icons-material/ScheduleOutlined'
import { Box } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ArrivalRow } from '../../../src-main/contract/arrivals.ts'
import { useT } from '../../app/i18n.ts'
import type { StandingTone } from '../../ui/standing-chip.tsx'
import { formatWorkingTime } from './words.ts'

/** So many working minutes before its end the time is called short. */
const SHORT = 120

/** How an application stands: icon, words and colour, never colour alone. */
export function TimeLeft({ row }: { row: ArrivalRow }) {
  const { tone, Icon, words } = useStanding(row)
  return (
    <Box component="span" sx={{ ...CHIP, ...toned(tone) }}>
      <Icon aria-hidden sx={{ fontSize: 14 }} />
      {words}
    </Box>
  )
}

/** What was answered late, for one whose answer came after its time. */
export function AnsweredLate({ row }: { row: ArrivalRow }) {
  const t = useT('arrivals')
  if (!row.answeredLate) return null
  return (
    <Box component="span" sx={{ ...CHIP, ...toned('late') }}>
      <LateIcon aria-hidden sx={{ fontSize: 14 }} />
      {t('left.late', { time: formatWorkingTime(row.lateMinutes) })}
    </Box>
  )
}

function useStanding({ state, minutesLeft, overdue }: ArrivalRow): {
  tone: StandingTone | null
  Icon: SvgIconComponent
  words: string
} {
  const t = useT('arrivals')
  if (minutesLeft !== null) {
    const time = formatWorkingTime(Math.abs(minutesLeft))
    if (overdue) return { tone: 'late', Icon: LateIcon, words: t('left.overdue', { time }) }
    const words = t('left.left', { time })
    return minutesLeft <= SHORT
      ? { tone: 'soon', Icon: SoonIcon, words }
      : { tone: null, Icon: RunningIcon, words }
  }
  const words = t(`state.${state}`)
  if (state === 'completion-asked') return { tone: 'paused', Icon: WaitIcon, words }
  return state === 'accepted'
    ? { tone: 'early', Icon: CheckIcon, words }
    : { tone: 'paused', Icon: CheckIcon, words }
}

function toned(tone: StandingTone | null) {
  return tone === null
    ? { px: 0, color: 'text.secondary' }
    : { px: '7px', color: `standing.${tone}.fg`, bgcolor: `standing.${tone}.bg` }
}

const CHIP = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: '5px',
  height: 22,
  borderRadius: '5px',
  fontSize: 12.5,
  fontWeight: 500,
  lineHeight: 1,
  whiteSpace: 'nowrap',
} as const
