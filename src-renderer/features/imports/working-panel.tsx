import { Box, Button, LinearProgress, Typography } from '@mui/material'
import type { TFunction } from 'i18next'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import type { ImportRun, StateAt } from './import-run.ts'
import { StepTitle } from './step-title.tsx'
import { type RunProgress, useRunProgress } from './use-run-progress.ts'

/** A file being read or checked, or rows being brought in: how far, and a way to stop. */
export function WorkingPanel({
  run,
  state,
}: {
  run: ImportRun
  state: StateAt<'reading'> | StateAt<'checking'> | StateAt<'committing'>
}) {
  const t = useT('imports')
  const progress = useRunProgress(state.step)
  const stopping = state.step !== 'reading' && state.stopping
  const fileName = state.step === 'reading' ? state.fileName : state.file.fileName
  return (
    <Box sx={{ maxWidth: 640, width: '100%', mx: 'auto', mt: 6 }}>
      <StepTitle title={t(`${state.step}.title`, { file: fileName })}>{t(`${state.step}.hint`)}</StepTitle>
      <LinearProgress
        aria-label={t(`${state.step}.title`, { file: fileName })}
        {...(progress.percent === null
          ? {}
          : { variant: 'determinate' as const, value: Math.round(progress.percent) })}
        sx={{ height: 8, borderRadius: 1 }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', mt: 1.5, minHeight: 36 }}>
        <Typography variant="body2" data-testid="import-progress" sx={{ flex: 1, color: 'text.secondary' }}>
          {stopping ? t('stopping') : howFar(progress, t)}
        </Typography>
        <Button variant="outlined" disabled={stopping} onClick={() => void run.stop()}>
          {t(`${state.step}.stop`)}
        </Button>
      </Box>
    </Box>
  )
}

function howFar({ done, total }: RunProgress, t: TFunction<'imports'>): string {
  if (done === null) return ''
  return total === null
    ? t('progressRead', { done: formatNumber(done) })
    : t('progress', { done: formatNumber(done), total: formatNumber(total) })
}
