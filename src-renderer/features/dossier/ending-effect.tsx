import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { type Control, useWatch } from 'react-hook-form'
import type { EndingStep } from '../../../src-main/contract/dossier-waits.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { formatDate } from '../../ui/format.ts'
import { StandingChip } from '../../ui/standing-chip.tsx'
import type { StepForm } from './step-form.ts'

/** How an end on that day would stand against the due date, before it is saved. */
export function EndingEffect({
  id,
  step,
  control,
}: {
  id: number
  step: EndingStep
  control: Control<StepForm, unknown, unknown>
}) {
  const t = useT('dossier')
  const on = useWatch({ control, name: 'on' })
  const asked = useQuery(
    useOrpc().dossiers.previewPause.queryOptions({
      input: { id, change: { kind: 'end', step, on: on ?? '' } },
      enabled: on !== null,
      staleTime: 0,
      retry: false,
    }),
  )
  const effect = on === null || asked.isError ? undefined : asked.data
  return (
    <Box
      role="status"
      sx={{ minHeight: 28, display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap' }}
    >
      {effect?.ending && (
        <>
          <Box component="span">
            {t('pause.due')}{' '}
            {effect.dueAfter !== effect.dueBefore && (
              <>
                <del>{formatDate(effect.dueBefore)}</del> →{' '}
              </>
            )}
            <b>{formatDate(effect.dueAfter)}</b>
          </Box>
          <StandingChip
            standing={`ended-${effect.ending.standing}`}
            workingDays={effect.ending.workingDays}
          />
        </>
      )}
    </Box>
  )
}
