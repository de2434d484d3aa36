import { Checkbox, FormControlLabel } from '@mui/material'
import type { DossierForm } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { usePreference } from '../../app/preferences.ts'

/** Whether this user has the form that goes with a step printed as soon as the step is saved. */
export function usePrintFormOnSaving(): [boolean, (wanted: boolean) => void] {
  const [kept, keep] = usePreference('forms.print-on-saving')
  return [kept === 'yes', (wanted) => keep(wanted ? 'yes' : 'no')]
}

/** The choice to have the form that goes with a step printed at once; kept for each user. */
export function PrintFormOnSaving({ form }: { form: DossierForm }) {
  const t = useT('forms')
  const common = useT('common')
  const [wanted, setWanted] = usePrintFormOnSaving()
  return (
    <FormControlLabel
      control={<Checkbox size="small" checked={wanted} onChange={(_, checked) => setWanted(checked)} />}
      label={t('onSaving', { form: common(`detailWord.form.${form}`) })}
      slotProps={{ typography: { variant: 'body2' } }}
      sx={{ ml: 0, mr: 0 }}
    />
  )
}
