import { Checkbox, FormControlLabel } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { usePrintOnSaving } from './use-receipt.ts'

/** The choice to have receipts printed as soon as a dossier is saved; kept for each user. */
export function PrintOnSaving() {
  const t = useT('common')
  const [wanted, setWanted] = usePrintOnSaving()
  return (
    <FormControlLabel
      control={<Checkbox size="small" checked={wanted} onChange={(_, checked) => setWanted(checked)} />}
      label={t('receipt.onSaving')}
      slotProps={{ typography: { variant: 'body2' } }}
      sx={{ ml: 0, mr: 0 }}
    />
  )
}
