import { Box, Button, Typography } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { PrintOnSaving } from '../receipt/print-on-saving.tsx'

/** The buttons under the form. */
export function SaveBar({ saving, onClear }: { saving: boolean; onClear: () => void }) {
  const t = useT('reception')
  return (
    <Box
      // The focus stays in the form: a field left empty would say so, grow, and move what is being pressed.
      onMouseDown={(event) => event.preventDefault()}
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        pt: 1,
        '& > button, & > label': { flex: 'none' },
      }}
    >
      <Button type="submit" variant="contained" loading={saving}>
        {t('receive')}
      </Button>
      <Button onClick={onClear} disabled={saving}>
        {t('clear')}
      </Button>
      <PrintOnSaving />
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary', flex: '0 1 auto', minWidth: 0 }}>
        {t('keys')}
      </Typography>
    </Box>
  )
}
