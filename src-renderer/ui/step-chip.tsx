import { Box } from '@mui/material'
import BehindIcon from '@mui/icons-material/HourglassBottomOutlined'
import type { RowStep } from '../../src-main/contract/dossier-list.ts'
import { useT } from '../app/i18n.ts'

/** The step a dossier is in; one past its own term says so by icon and word. */
export function StepChip({ step }: { step: RowStep | null }) {
  const t = useT('common')
  if (step === null) return null
  return (
    <Box component="span" title={step.name} sx={LINE}>
      {step.behind && (
        <Box component="span" role="img" aria-label={t('queue.behind')} title={t('queue.behind')} sx={BEHIND}>
          <BehindIcon sx={{ fontSize: 15 }} />
        </Box>
      )}
      <Box component="span" sx={NAME}>
        {step.name}
      </Box>
    </Box>
  )
}

const LINE = { display: 'flex', alignItems: 'center', gap: 0.5, minWidth: 0, lineHeight: 1 } as const
const BEHIND = { display: 'inline-flex', color: 'standing.soon.fg' } as const
const NAME = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', lineHeight: 1.4 } as const
