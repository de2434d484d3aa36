import { Checkbox, FormControlLabel } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { canPrintDirectly, usePrintDirectly } from '../../app/printer.ts'
import { Section } from '../../ui/section.tsx'

/** Whether papers go straight to the default printer; a browser always asks, so there it is not offered. */
export function PrintSection() {
  const t = useT('settings')
  const [wanted, setWanted] = usePrintDirectly()
  if (!canPrintDirectly()) return null
  return (
    <Section title={t('print.title')} subtitle={t('look.subtitle')}>
      <FormControlLabel
        control={<Checkbox checked={wanted} onChange={(_, checked) => setWanted(checked)} />}
        label={t('print.directly')}
      />
    </Section>
  )
}
