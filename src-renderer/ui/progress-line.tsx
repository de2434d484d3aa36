import { Box, LinearProgress } from '@mui/material'
import type { Progress } from '../app/office.tsx'
import { useT } from '../app/i18n.ts'
import { formatNumber } from './format.ts'

/** How far a long operation has come, in words and as a bar. `null` before its first notice. */
export function ProgressLine({ progress }: { progress: Progress | null }) {
  const t = useT('common')
  const known = progress !== null && progress.total > 0
  const words = progress === null ? t('app.loading') : t(`progress.${progress.operation}`)
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: 13, mb: 0.75 }}>
        <span role="status">{words}</span>
        {known && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('progress.of', { done: formatNumber(progress.done), total: formatNumber(progress.total) })}
          </Box>
        )}
      </Box>
      <LinearProgress
        aria-label={words}
        {...(known ? { variant: 'determinate' as const, value: (progress.done / progress.total) * 100 } : {})}
      />
    </Box>
  )
}
