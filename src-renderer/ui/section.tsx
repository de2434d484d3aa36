import { Box, Paper, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'

/** A part of a screen with a heading, on its own ground. `actions` stand on the right of the heading. */
export function Section({
  title,
  subtitle,
  actions,
  children,
  flush = false,
}: {
  title: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** The content reaches the edges, as a table does. */
  flush?: boolean
}) {
  const id = useId()
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={id}
      sx={{ display: 'flex', flexDirection: 'column', minWidth: 0 }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 2,
          px: 2,
          pt: 1.5,
          pb: flush ? 0.75 : 1.5,
          minHeight: 44,
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2" id={id}>
            {title}
          </Typography>
          {subtitle !== undefined && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {subtitle}
            </Typography>
          )}
        </Box>
        {actions}
      </Box>
      <Box sx={flush ? { flex: 1 } : { px: 2, pb: 2, flex: 1 }}>{children}</Box>
    </Paper>
  )
}
