import { Box } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { formatNumber } from '../../ui/format.ts'
import type { ImportState } from './import-run.ts'
import { useRunProgress } from './use-run-progress.ts'

/** Spoken every so many percent: a reader that counts every row is no help. */
const EVERY = 25

/** Says the progress and the outcome to those who do not see them. */
export function Announcement({ state }: { state: ImportState }) {
  const words = useWords(state)
  return (
    <Box role="status" aria-live="polite" data-testid="import-status" sx={HIDDEN}>
      {words}
    </Box>
  )
}

const HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
}

function useWords(state: ImportState): string {
  const t = useT('imports')
  const { percent } = useRunProgress(state.step)
  switch (state.step) {
    case 'file':
      return ''
    case 'reading':
      return t('reading.title', { file: state.fileName })
    case 'columns':
      return t('columns.opened', { file: state.file.fileName })
    case 'checking':
      return `${t('checking.title')} ${spoken(percent)}`
    case 'committing':
      return `${t('committing.title')} ${spoken(percent)}`
    case 'report':
      return t('report.summary', {
        rows: formatNumber(state.report.rows),
        ready: formatNumber(state.report.ready),
        kept: formatNumber(state.report.kept),
      })
    case 'done':
      return t('done.title', { number: formatNumber(state.outcome.imported) })
  }
}

function spoken(percent: number | null): string {
  return percent === null || percent < EVERY ? '' : `${Math.floor(percent / EVERY) * EVERY}%`
}
