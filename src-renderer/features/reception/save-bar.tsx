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
      sx={BAR}
    >
      <Button type="submit" variant="contained" loading={saving}>
        {t('receive')}
      </Button>
      <Button onClick={onClear} disabled={saving}>
        {t('clear')}
      </Button>
      {children}
      <PrintOnSaving />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('keys')}
      </Typography>
    </Box>
  )
}

/** In a narrow window the hint goes to a line of its own, not the words of the buttons. */
const BAR = {
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 0.5,
  pt: 1,
  '& .MuiButton-root, & label': { whiteSpace: 'nowrap', flex: 'none' },
} as const
