import { Box, Chip } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { DossierFilter } from '../../../src-main/contract/dossier-list.ts'
import { STEP_ROLES } from '../../../src-main/domain/path.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { formatNumber } from '../../ui/format.ts'

/** The queues of the steps: how many open dossiers stand in the steps of each role; in one's own queue, one's own. */
export function StepChips({
  filter,
  onChange,
}: {
  filter: DossierFilter
  onChange: (change: Partial<DossierFilter>) => void
}) {
  const t = useT('steps')
  const common = useT('common')
  const { user } = useStatus()
  const holderId = filter.queue === 'mine' ? (user?.id ?? null) : filter.holderId
  const counts = useQuery(useOrpc().steps.counts.queryOptions({ input: { holderId } })).data
  if (counts === undefined || counts.length === 0 || !WITH_STEPS.includes(filter.queue)) return null
  return (
    <Box role="group" aria-label={t('byStep')} sx={LINE}>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: 12.5 }}>
        {t('byStep')}
      </Box>
      {STEP_ROLES.map((role) => {
        const n = counts.find((count) => count.role === role)?.n ?? 0
        const chosen = filter.stepRole === role
        return n === 0 && !chosen ? null : (
          <Chip
            key={role}
            size="small"
            variant={chosen ? 'filled' : 'outlined'}
            color={chosen ? 'primary' : 'default'}
            label={`${common(`detailWord.step.${role}`)} ${formatNumber(n)}`}
            aria-pressed={chosen}
            onClick={() => onChange({ stepRole: chosen ? null : role })}
            sx={{ fontSize: 12.5, borderRadius: '5px' }}
          />
        )
      })}
    </Box>
  )
}

/** The counts are of open dossiers: of other queues they would say something else than the list. */
const WITH_STEPS: readonly DossierFilter['queue'][] = ['all', 'mine']
const LINE = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 } as const
