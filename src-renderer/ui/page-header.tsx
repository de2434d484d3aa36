import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

/** The head of a screen: its title, one line under it, and its actions on the right. */
export function PageHeader({
  title,
  subtitle,
  actions,
}: {
  title: ReactNode
  subtitle?: ReactNode
  actions?: ReactNode
}) {
  return (
    <Box
      component="header"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        flexWrap: 'wrap',
        mb: 2,
        minHeight: 40,
      }}
    >
      <Box sx={{ flex: '1 1 auto', minWidth: 0 }}>
        <Typography variant="h1" tabIndex={-1} sx={{ outline: 'none' }}>
          {title}
        </Typography>
        {subtitle !== undefined && (
          // As wide as there is room for: however long it is, it never sends the actions to a line of their own.
          <Typography
            component="p"
            variant="body2"
            sx={{ color: 'text.secondary', mt: 0.25, width: 0, minWidth: '100%' }}
          >
            {subtitle}
          </Typography>
        )}
      </Box>
      {actions !== undefined && <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>{actions}</Box>}
    </Box>
  )
}
