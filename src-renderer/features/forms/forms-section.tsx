import { Box, Button } from '@mui/material'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import type { DossierFormState } from '../../../src-main/contract/forms.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { formatDate } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import type { FormTarget } from './use-paper.ts'

/** The forms of a dossier: those that can be printed now, and those that were, with number and last print. */
export function FormsSection({
  page,
  onPrint,
}: {
  page: DossierPage
  onPrint: (target: FormTarget) => void
}) {
  const t = useT('forms')
  return (
    <Section title={t('title')}>
      <Box component="ul" sx={LIST}>
        {page.forms.map((one) => (
          <FormLine
            key={`${one.form} ${one.of}`}
            state={one}
            onPrint={() => onPrint({ id: page.row.id, form: one.form, of: one.of })}
          />
        ))}
      </Box>
    </Section>
  )
}

function FormLine({ state, onPrint }: { state: DossierFormState; onPrint: () => void }) {
  const t = useT('forms')
  const common = useT('common')
  const may = useRights()
  const { form, of, ofOn, number, printed, possible } = state
  const name = common(`detailWord.form.${form}`)
  const said = [
    ...(number === null ? [] : [t('number', { number })]),
    ...(ofOn === null ? [] : [t('of', { date: formatDate(ofOn), entry: of ?? 0 })]),
    printed === null
      ? t('notPrinted')
      : t('printed', { date: formatDate(printed.on), count: printed.copies }),
    ...(possible ? [] : [t('gone')]),
  ]
  const words = printed === null ? common('button.print') : t('again')
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 500 }}>{name}</Box>
        <Box sx={{ fontSize: 12.5, color: 'text.secondary' }}>{said.join(' · ')}</Box>
      </Box>
      {possible && may('process') && (
        <Button
          className="no-print"
          size="small"
          variant="outlined"
          startIcon={<PrintIcon />}
          onClick={onPrint}
          aria-label={`${words}: ${name}`}
          sx={{ flex: 'none' }}
        >
          {words}
        </Button>
      )}
    </Box>
  )
}

const LIST = { m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1, fontSize: 13.5 }
