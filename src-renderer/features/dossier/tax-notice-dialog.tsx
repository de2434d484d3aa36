import { zodResolver } from '@hookform/resolvers/zod'
import { Box } from '@mui/material'
import { useForm } from 'react-hook-form'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormDate } from '../../ui/form-date.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from './form-dialog.tsx'
import { taxField, type TaxForm, taxFormSchema } from './tax-form.ts'
import { useChange, useFocusHeading } from './use-change.ts'

/** The tax office's notice has come: its number, day and sum. The clock stands still until payment is proved. */
export function TaxNoticeDialog({ page, onClose }: { page: DossierPage; onClose: () => void }) {
  const t = useT('dossier')
  const common = useT('common')
  const toast = useToast()
  const { today } = useStatus()
  const focusHeading = useFocusHeading()
  const { target, taxNotice } = useChange(page)
  const defaultValues: TaxForm = { on: today, document: '', amount: '', note: '' }
  const form = useForm({ resolver: zodResolver(taxFormSchema), defaultValues })
  const { control } = form
  const submit = form.handleSubmit(async (typed) => {
    try {
      await taxNotice.mutateAsync({ ...typed, ...target })
      toast(t('tax.done'))
      onClose()
      focusHeading()
    } catch (error) {
      applyFieldErrors(form, error, taxField)
    }
  })
  const atField = (officeErrorOf(taxNotice.error)?.fields ?? []).some(({ field }) => taxField(field) !== null)
  const plain = { htmlInput: { autoComplete: 'off' } }
  return (
    <FormDialog
      title={t('tax.title', { code: page.row.code })}
      confirmLabel={t('tax.confirm')}
      width="xs"
      busy={taxNotice.isPending}
      error={atField ? null : taxNotice.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormText
        control={control}
        name="document"
        label={t('tax.number')}
        required
        autoFocus
        slotProps={plain}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <FormDate
          control={control}
          name="on"
          label={t('tax.day')}
          required
          max={today}
          min={page.row.acceptedOn}
        />
        <FormText
          control={control}
          name="amount"
          label={t('tax.amount')}
          slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'numeric' } }}
        />
      </Box>
      <FormText control={control} name="note" label={common('particular.note')} slotProps={plain} />
      <Box role="status" sx={{ fontSize: 13, color: 'text.secondary' }}>
        {t('tax.effect')}
      </Box>
    </FormDialog>
  )
}
