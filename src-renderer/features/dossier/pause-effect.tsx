import { Box, Typography } from '@mui/material'
import { useId } from 'react'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import type { OfficeClient } from '../../../src-main/contract/index.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { DayStrip } from '../../ui/day-strip.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { officeErrorOf } from '../../ui/errors.ts'
import { formatDate } from '../../ui/format.ts'
import { useDaysWords } from './days-words.ts'
import type { ClockChange } from './pause-form.ts'

/** What the office says a pause or its end would do. */
export type PausePreview = Awaited<ReturnType<OfficeClient['dossiers']['previewPause']>>

/** What a pause or its end would do to the clock, before it is saved. */
export function PauseEffect({
  page,
  change,
  stops,
  on,
  preview,
  error,
}: {
  page: DossierPage
  change: ClockChange
  stops: boolean
  on: CivilDate | null
  preview: PausePreview | undefined
  error: unknown
}) {
  const t = useT('dossier')
  const id = useId()
  // An error at a field is said there.
  const general = (officeErrorOf(error)?.fields ?? []).length > 0 ? null : error
  return (
    <Box component="section" aria-labelledby={id} sx={{ minWidth: 0 }}>
      <Typography id={id} variant="h3" sx={{ mb: 0.5 }}>
        {t('pause.effect')}
      </Typography>
      <Box role="status" sx={{ minHeight: 72 }}>
        {(on === null || (error !== null && general === null)) && (
          <Box sx={{ color: 'text.secondary' }}>{t('pause.noDay')}</Box>
        )}
        {on !== null && preview !== undefined && (
          <Effect page={page} change={change} stops={stops} on={on} preview={preview} />
        )}
        <ErrorAlert error={general} />
      </Box>
      {on !== null && preview !== undefined && (
        <DayStrip label={t('clock.title')} days={preview.days} due={preview.dueAfter} />
      )}
    </Box>
  )
}

function Effect({
  page,
  change,
  stops,
  on,
  preview,
}: {
  page: DossierPage
  change: ClockChange
  stops: boolean
  on: CivilDate
  preview: PausePreview
}) {
  const t = useT('dossier')
  const { dueBefore, dueAfter } = preview
  const moves = dueAfter !== dueBefore
  const words = useEffectWords(page, change, stops, on, preview)
  return (
    <>
      <Box sx={{ fontSize: 15 }}>
        {t('pause.due')}{' '}
        {moves && (
          <>
            <del>{formatDate(dueBefore)}</del> →{' '}
          </>
        )}
        <b data-testid="due-after">{dueAfter === null ? t('pause.unknown') : formatDate(dueAfter)}</b>
      </Box>
      {preview.answerBy !== null && (
        <Box sx={{ fontSize: 15 }}>
          {t('pause.answerBy')} <b data-testid="answer-by">{formatDate(preview.answerBy)}</b>
        </Box>
      )}
      {words.map((line) => (
        <Box key={line} sx={{ fontSize: 13 }}>
          {line}
        </Box>
      ))}
    </>
  )
}

function useEffectWords(
  { stopped, term, appointments, row }: DossierPage,
  change: ClockChange,
  stops: boolean,
  on: CivilDate,
  { dueBefore, dueAfter, remaining, restarts }: PausePreview,
): string[] {
  const t = useT('dossier')
  const days = useDaysWords()
  if (change === 'pause') {
    if (!stops) return [t('pause.runsOn')]
    if (dueAfter !== null || remaining === null) return [t('pause.over')]
    return [
      t('pause.left', { left: days(remaining, term.unit) }),
      t(restarts ? 'pause.willRestart' : 'pause.willContinue'),
    ]
  }
  const waits = appointments !== null && appointments.second === null && row.state !== 'awaiting-payment'
  const unmoved = [
    ...(dueAfter === dueBefore ? [t('pause.unmoved')] : []),
    ...(waits ? [t('pause.untilProof')] : []),
  ]
  if (restarts) return [t('pause.restarted', { date: formatDate(on) }), ...unmoved]
  if (appointments !== null && row.state === 'awaiting-payment') return [t('pause.secondPhase'), ...unmoved]
  if (stopped === null) return unmoved
  return [t('pause.continued', { left: days(stopped.remaining, term.unit) }), ...unmoved]
}
