import { Box, Link as PlainLink, Typography } from '@mui/material'
import BehindIcon from '@mui/icons-material/HourglassBottomOutlined'
import CurrentIcon from '@mui/icons-material/RadioButtonCheckedOutlined'
import DoneIcon from '@mui/icons-material/CheckCircleOutlined'
import AheadIcon from '@mui/icons-material/RadioButtonUncheckedOutlined'
import SkippedIcon from '@mui/icons-material/RemoveCircleOutlineOutlined'
import { Link } from 'react-router'
import type { DossierPath } from '../../../src-main/contract/steps.ts'
import { isOwnStep } from '../../../src-main/domain/path.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { useStepTerm } from './use-step-term.ts'

type Step = DossierPath['steps'][number]

const ICONS = { passed: DoneIcon, skipped: SkippedIcon, current: CurrentIcon, ahead: AheadIcon }

/** Where a dossier stands in its path: each step with its term, who does it, and the present one against its term. */
export function PathStrip({ path }: { path: DossierPath }) {
  const t = useT('steps')
  return (
    <Box component="section" aria-label={t('path')} sx={{ mb: 2 }}>
      <Box component="ol" sx={STRIP}>
        {path.steps.map((step) => (
          <StepBox key={step.index} step={step} />
        ))}
      </Box>
      {path.handover !== null && (
        <Typography variant="body2" sx={{ mt: 0.75 }}>
          {t('inBatch', { to: path.handover.toName })}{' '}
          <PlainLink component={Link} to={`/handovers/${path.handover.batch}`}>
            {path.handover.number}
          </PlainLink>
        </Typography>
      )}
    </Box>
  )
}

function StepBox({ step }: { step: Step }) {
  const t = useT('steps')
  const term = useStepTerm()
  const { state, name, agency, role, holderName } = step
  const Icon = ICONS[state]
  const current = state === 'current'
  return (
    <Box component="li" aria-current={current ? 'step' : undefined} sx={current ? CURRENT : BOX}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.75 }}>
        <Icon
          titleAccess={t(`state.${state}`)}
          sx={{ fontSize: 16, mt: '1px', color: current ? 'primary.main' : 'text.secondary' }}
        />
        <Box sx={{ fontWeight: current ? 600 : 500, fontSize: 13, lineHeight: 1.3, minWidth: 0 }}>{name}</Box>
      </Box>
      <Box sx={DETAIL}>
        {term(step)}
        {!isOwnStep(role) && agency !== '' && ` · ${agency}`}
      </Box>
      {holderName !== null && holderName !== '' && <Box sx={DETAIL}>{holderName}</Box>}
      {step.left !== null && <Box sx={DETAIL}>{t(`left.${step.left}`)}</Box>}
      {current && <CurrentClock step={step} />}
    </Box>
  )
}

function CurrentClock({ step: { since, dueAt, behind } }: { step: Step }) {
  const t = useT('steps')
  return (
    <>
      {since !== null && <Box sx={DETAIL}>{t('since', { date: formatDate(since) })}</Box>}
      {dueAt !== null && (
        <Box sx={behind ? BEHIND : DETAIL}>
          {behind && <BehindIcon aria-hidden sx={{ fontSize: 14 }} />}
          {t(behind ? 'behindSince' : 'dueAt', { moment: formatMoment(dueAt) })}
        </Box>
      )}
    </>
  )
}

const STRIP = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: 'minmax(0, 1fr)',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  overflow: 'hidden',
} as const
const BOX = {
  px: 1.25,
  py: 1,
  minWidth: 0,
  borderTop: '3px solid transparent',
  '& + li': { borderLeft: '1px solid', borderLeftColor: 'divider' },
} as const
const CURRENT = { ...BOX, borderTopColor: 'primary.main', bgcolor: 'selected' } as const
const DETAIL = {
  fontSize: 12.5,
  color: 'text.secondary',
  lineHeight: 1.45,
  pl: '22px',
  overflowWrap: 'anywhere',
} as const
const BEHIND = {
  ...DETAIL,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  ml: '18px',
  pl: '4px',
  pr: '6px',
  borderRadius: '5px',
  fontWeight: 500,
  color: 'standing.soon.fg',
  bgcolor: 'standing.soon.bg',
} as const
