import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

/** Where the focus goes when a step begins. */
export const STEP_TITLE_ID = 'import-step'

/** The title of a step, one line under it, and what stands beside it. */
export function StepTitle({
  title,
  children,
  beside,
}: {
  title: ReactNode
  children?: ReactNode
  beside?: ReactNode
}) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 2, flex: 'none' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="h2" id={STEP_TITLE_ID} tabIndex={-1} sx={{ outline: 'none' }}>
          {title}
        </Typography>
        {children !== undefined && (
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
            {children}
          </Typography>
        )}
      </Box>
      {beside}
    </Box>
  )
}
