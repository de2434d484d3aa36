import { Box, Button, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n.ts'
import { PrintOnSaving } from '../receipt/print-on-saving.tsx'

/** The buttons under the form. */
export function SaveBar({
  saving,
  onClear,
  children,
}: {
  saving: boolean
  onClear: () => void
  /** What else can be done with what is on the counter. */
  children?: ReactNode
}) {
  const t = useT('reception')
  return (
    <Box
      // The focus stays in the form: a field left empty would say so, grow, and move what is being pressed.
      onMouseDown={(event) => event.preventDefault()}
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        // In a narrow window the hint goes to a line of its own.
        flexWrap: 'wrap',
        columnGap: 1,
        rowGap: 0.5,
        pt: 1,
        '& > button, & > label': { flex: 'none', whiteSpace: 'nowrap' },
      }}
    >
      <Button type="submit" variant="contained" loading={saving}>
        {t('receive')}
      </Button>
      <Button onClick={onClear} disabled={saving}>
        {t('clear')}
      </Button>
      {children}
      <PrintOnSaving />
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary', flex: '0 1 auto', minWidth: 0 }}>
        {t('keys')}
      </Typography>
    </Box>
  )
}
