import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { ApplyDialog } from './apply-dialog.tsx'
import { ChangeError } from './change-error.tsx'
import { DiscardButton } from './draft-panel.tsx'
import { type Applied, changesIn, type DraftState, effectOn, ruleChangeOf } from './draft.ts'
import { EffectsSums } from './effects-sums.tsx'
import { MovedList } from './moved-list.tsx'
import { useDraft } from './use-draft.ts'

/** What the draft would do to the open dossiers; then it is applied, or not. */
export function EffectsView({ onYear }: { onYear: () => void }) {
  const t = useT('calendar')
  const { state } = useDraft()
  if (changesIn(state) > 0) return <Effects state={state} />
  if (state.applied !== null) return <Done applied={state.applied} />
  return (
    <EmptyState
      title={t('effects.empty')}
      hint={t('effects.emptyHint')}
      action={
        <Button variant="outlined" onClick={onYear}>
          {t('effects.toYear')}
        </Button>
      }
    />
  )
}

const COLUMN = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1 }

function Effects({ state }: { state: DraftState }) {
  const t = useT('calendar')
  const [applying, setApplying] = useState(false)
  const change = ruleChangeOf(state)
  const orpc = useOrpc()
  const queries = useQueryClient()
  const asked = useQuery(
    orpc.calendar.whatIf.queryOptions({
      input: change,
      // What is being read must not change by itself; whoever comes back later has it counted again.
      staleTime: Infinity,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  )
  const whatIf = asked.data
  const recount = async () => {
    await asked.refetch()
    await queries.invalidateQueries({ queryKey: orpc.calendar.moved.key() })
  }
  return (
    <Box sx={COLUMN}>
      <DraftLine state={state} />
      <ChangeError
        error={asked.error}
        state={state}
        action={<Button onClick={() => void recount()}>{t('effects.recount')}</Button>}
      />
      {asked.isFetching && (
        <Box role="status" sx={{ fontSize: 13, color: 'text.secondary' }}>
          {t('effects.counting')}
          <LinearProgress aria-label={t('effects.counting')} sx={{ mt: 0.5 }} />
        </Box>
      )}
      {whatIf !== undefined && (
        <>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'stretch' }}>
            <Box sx={{ flex: 1 }}>
              <EffectsSums whatIf={whatIf} />
            </Box>
            <Box sx={{ display: 'flex', flexDirection: 'column', justifyContent: 'center' }}>
              <Button variant="contained" disabled={asked.isFetching} onClick={() => setApplying(true)}>
                {t('effects.apply')}
              </Button>
            </Box>
          </Box>
          {whatIf.moved === 0 ? (
            <EmptyState title={t('effects.noneMoved')} hint={t('effects.noneMovedHint')} />
          ) : (
            <MovedList list={{ of: 'draft', change }} first={whatIf} reason={state.reason} draft />
          )}
          {applying && (
            <ApplyDialog
              whatIf={whatIf}
              counting={asked.isFetching}
              recount={recount}
              onClose={() => setApplying(false)}
            />
          )}
        </>
      )}
    </Box>
  )
}

/** The whole draft in a line. */
function DraftLine({ state }: { state: DraftState }) {
  const t = useT('calendar')
  const parts = [
    ...(state.clock === null ? [] : [t('draft.clock')]),
    ...state.days.map((day) => `${formatDate(day.date)} (${t(`effectOn.${effectOn(day)}`)})`),
  ]
  const what = t('draft.line', { what: parts.join(', ') })
  return (
    <Box sx={{ flex: 'none', display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography variant="body2" noWrap title={what} sx={{ flex: 1, color: 'text.secondary' }}>
        {what}
      </Typography>
      <DiscardButton />
    </Box>
  )
}

/** The change has been made: the list stays until the applicants have been told. */
function Done({ applied }: { applied: Applied }) {
  const t = useT('calendar')
  const { draft } = useDraft()
  return (
    <Box sx={COLUMN}>
      <Alert
        severity="success"
        data-testid="calendar-applied"
        action={<Button onClick={() => draft.discard()}>{t('effects.doneClose')}</Button>}
      >
        {t('effects.done', { count: applied.moved, number: formatNumber(applied.moved) })}{' '}
        {applied.moved > 0 && t('effects.doneHint')}
      </Alert>
      {applied.moved > 0 && (
        <MovedList
          list={{ of: 'change', changeId: applied.changeId }}
          reason={applied.reason}
          draft={false}
        />
      )}
    </Box>
  )
}
