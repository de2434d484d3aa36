import { Alert, Box } from '@mui/material'
import { useFormContext, useWatch } from 'react-hook-form'
import type { DossierPage, TimelineEntry } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { FormDate } from '../../ui/form-date.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { formatDate } from '../../ui/format.ts'
import { correctable, type CorrectionForm } from './correction-form.ts'

/** Which entry of the timeline, and for re-dating the right day. */
export function CorrectEntry({ page, kind }: { page: DossierPage; kind: 'redate' | 'revoke' }) {
  const t = useT('dossier')
  const words = useEntryWords(page)
  const { today } = useStatus()
  const { control } = useFormContext<CorrectionForm>()
  const seq = useWatch({ control, name: 'seq' })
  const entries = correctable(page.timeline, kind)
  const chosen = entries.find((entry) => String(entry.seq) === seq)
  if (entries.length === 0) return <Alert severity="info">{t('correction.noEntry')}</Alert>
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: kind === 'redate' ? '1fr 220px' : '1fr' }}>
        <FormSelect
          control={control}
          name="seq"
          label={t('correction.entry')}
          required
          emptyWords={t('correction.chooseEntry')}
          options={entries.map((entry) => ({ value: String(entry.seq), words: words(entry) }))}
        />
        {kind === 'redate' && (
          <FormDate control={control} name="on" label={t('correction.rightDay')} required max={today} />
        )}
      </Box>
      {kind === 'redate' && chosen?.kind === 'accepted' && (
        <Alert severity="warning">
          {t(dueFollows(page) ? 'correction.dueFollows' : 'correction.dueStays')}
        </Alert>
      )}
    </>
  )
}

/** A due date of the paper register that is not the clock's own stays as it was written. */
function dueFollows({ dueSource, computedDueOn, row }: DossierPage): boolean {
  return dueSource === 'computed' || computedDueOn === row.dueOn
}

function useEntryWords(page: DossierPage): (entry: TimelineEntry) => string {
  const t = useT('dossier')
  const common = useT('common')
  return (entry) => {
    const right = page.timeline.find(({ seq }) => seq === entry.redatedBy)?.correction?.redatedTo
    const day = formatDate(right ?? entry.happenedOn)
    return `${t('timeline.number', { seq: entry.seq })}: ${common(`event.${entry.kind}`)}, ${day}`
  }
}
