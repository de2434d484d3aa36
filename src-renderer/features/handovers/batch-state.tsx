import { Box } from '@mui/material'
import DoneIcon from '@mui/icons-material/CheckCircleOutlined'
import MissingIcon from '@mui/icons-material/ErrorOutlined'
import OpenIcon from '@mui/icons-material/ScheduleOutlined'
import type { BatchRow } from '../../../src-main/contract/handovers.ts'
import { useT } from '../../app/i18n.ts'

/** How far a batch is confirmed: icon and words. */
export function BatchState({ row }: { row: BatchRow }) {
  const t = useT('handovers')
  const { given, missing, confirmed } = row
  return (
    <Box component="span" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      {given > 0 && <Mark tone="soon" Icon={OpenIcon} words={t('open', { count: given })} />}
      {missing > 0 && <Mark tone="late" Icon={MissingIcon} words={t('missing', { count: missing })} />}
      {given === 0 && missing === 0 && confirmed > 0 && (
        <Mark tone="early" Icon={DoneIcon} words={t('complete')} />
      )}
    </Box>
  )
}

function Mark({
  tone,
  Icon,
  words,
}: {
  tone: 'soon' | 'late' | 'early'
  Icon: typeof DoneIcon
  words: string
}) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: '5px',
        height: 22,
        px: '7px',
        borderRadius: '5px',
        fontSize: 12.5,
        fontWeight: 500,
        whiteSpace: 'nowrap',
        color: `standing.${tone}.fg`,
        bgcolor: `standing.${tone}.bg`,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 14 }} />
      {words}
    </Box>
  )
}
