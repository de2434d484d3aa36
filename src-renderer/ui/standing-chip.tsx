import CheckIcon from '@mui/icons-material/CheckCircleOutlined'
import PauseIcon from '@mui/icons-material/PauseCircleOutlined'
import RunningIcon from '@mui/icons-material/RadioButtonUncheckedOutlined'
import SoonIcon from '@mui/icons-material/ScheduleOutlined'
import OnTimeIcon from '@mui/icons-material/TaskAltOutlined'
import LateIcon from '@mui/icons-material/ErrorOutlined'
import { Box } from '@mui/material'
import type { SvgIconComponent } from '@mui/icons-material'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useT } from '../app/i18n.ts'
import type { DossierRow, Standing } from '../../src-main/contract/dossier-list.ts'
import { formatDate } from './format.ts'

/** Tone of a standing, a key of `palette.standing`; `null` where nothing needs attention. */
export type StandingTone = 'early' | 'onTime' | 'soon' | 'late' | 'paused'

const LOOKS: Record<Standing, { tone: StandingTone | null; Icon: SvgIconComponent }> = {
  running: { tone: null, Icon: RunningIcon },
  'due-soon': { tone: 'soon', Icon: SoonIcon },
  'due-today': { tone: 'soon', Icon: SoonIcon },
  late: { tone: 'late', Icon: LateIcon },
  paused: { tone: 'paused', Icon: PauseIcon },
  'ended-early': { tone: 'early', Icon: CheckIcon },
  'ended-on-time': { tone: 'onTime', Icon: OnTimeIcon },
  'ended-late': { tone: 'late', Icon: LateIcon },
}

/**
 * How a dossier stands against its due date: icon, words and colour, never colour alone.
 * @param workingDays left (open, negative when late), early (+) or late (−) when ended.
 * @param apology one that was sent: the new day stands beside, and changes nothing of the standing.
 */
export function StandingChip({
  standing,
  workingDays,
  apology = null,
}: {
  standing: Standing
  workingDays: number
  apology?: DossierRow['apology']
}) {
  const t = useT('common')
  return (
    <StandingLook standing={standing}>
      {standingWords(t, standing, workingDays)}
      {apology?.state === 'approved' && ` · ${t('apology.again', { date: shortDay(apology.dueOn) })}`}
    </StandingLook>
  )
}

/** Icon and colour of a standing, around words. */
export function StandingLook({ standing, children }: { standing: Standing; children: ReactNode }) {
  const { tone, Icon } = LOOKS[standing]
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '5px',
        height: 22,
        px: tone === null ? 0 : '7px',
        borderRadius: '5px',
        fontSize: 12.5,
        fontWeight: 500,
        lineHeight: 1,
        whiteSpace: 'nowrap',
        color: tone === null ? 'text.secondary' : `standing.${tone}.fg`,
        bgcolor: tone === null ? 'transparent' : `standing.${tone}.bg`,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 14 }} />
      {children}
    </Box>
  )
}

/** `04/12`. */
function shortDay(date: NonNullable<DossierRow['apology']>['dueOn']): string {
  return formatDate(date).slice(0, 5)
}

/** The same in words: `Trễ 3 ngày làm việc`. The unit is always said. */
export function standingWords(t: TFunction<'common'>, standing: Standing, workingDays: number): string {
  const count = Math.abs(workingDays)
  switch (standing) {
    case 'running':
    case 'due-soon':
    case 'late':
    case 'ended-early':
    case 'ended-late':
      return t(`standingDays.${standing}`, { count })
    case 'due-today':
    case 'paused':
    case 'ended-on-time':
      return t(`standing.${standing}`)
  }
}
