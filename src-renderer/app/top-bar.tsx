import { Box } from '@mui/material'
import { AlertBell } from '../features/alerts/bell.tsx'
import { BackupChip } from '../features/backups/backup-chip.tsx'
import { SearchField } from './search-field.tsx'
import { Shortcuts } from './shortcuts-dialog.tsx'
import { UserMenu } from './user-menu.tsx'

/** The bar on top: search on the left, user and help on the right. */
export function TopBar() {
  return (
    <Box
      component="header"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        px: 3,
        height: 52,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <SearchField />
      <Box sx={{ flex: 1 }} />
      <BackupChip />
      <AlertBell />
      <Shortcuts />
      <UserMenu />
    </Box>
  )
}
