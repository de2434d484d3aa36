import { Box, LinearProgress } from '@mui/material'
import { useT } from '../app/i18n.ts'
import { type Progress, useProgress } from '../app/office.tsx'
import { formatNumber } from './format.ts'

/** How far a long operation has come, in words and as a bar; the bar only moves before its first notice. */
export function ProgressLine({ operation }: { operation: Progress['operation'] }) {
  const t = useT('common')
  const last = useProgress()
  const progress = last?.operation === operation ? last : null
  const known = progress !== null && progress.total > 0
  const words = t(`progress.${operation}`)
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', fontSize: 13, mb: 0.75 }}>
        <span role="status">{words}</span>
        {known && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {/* An operation that does not know its rows counts in per cent. */}
            {progress.total === 100
              ? `${formatNumber(progress.done)}%`
              : t('progress.of', { done: formatNumber(progress.done), total: formatNumber(progress.total) })}
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
