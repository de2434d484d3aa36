import { Alert, Box } from '@mui/material'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import type { ArrivalPage } from '../../../src-main/contract/arrivals.ts'
import { dateOfInstant } from '../../../src-main/domain/civil-date.ts'
import { cleanText } from '../../../src-main/domain/names.ts'
import { useT } from '../../app/i18n.ts'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { ParticularFields } from '../../ui/particulars/particular-fields.tsx'
import { useToast } from '../../ui/toast.tsx'
import { correctionField, correctionOf, readCorrection } from '../dossier/correction-form.ts'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { useChange } from './use-change.ts'

/** Sets particulars right before acceptance, by a further entry; the reason is asked for. */
export function ChangeDialog({ page, onClose }: { page: ArrivalPage; onClose: () => void }) {
  const t = useT('arrivals')
  const toast = useToast()
  const { target, change } = useChange(page)
  // What the fields began with: what was changed is told by it.
  const [before] = useState(() => correctionOf(page))
  const form = useForm({ defaultValues: before })
  const [nothing, setNothing] = useState(false)
  const submit = async () => {
    form.clearErrors()
    const read = readCorrection(form.getValues(), before.particulars)
    if ('issues' in read) {
      setNothing(read.issues.some(({ code }) => code === 'nothing-changed'))
      read.issues.forEach(({ path, code }, index) => {
        const field = path === 'changes' ? null : correctionField(path)
        if (field !== null) form.setError(field, { message: code }, { shouldFocus: index === 0 })
      })
      return
    }
    try {
      await change.mutateAsync({
        ...target,
        reason: cleanText(form.getValues('reason')),
        changes: read.correction.changes ?? {},
      })
      toast(t('change.done'))
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, correctionField)
    }
  }
  return (
    <FormProvider {...form}>
      <FormDialog
        title={t('change.title', { reference: page.row.reference })}
        confirmLabel={t('change.confirm')}
        width="md"
        busy={change.isPending}
        error={change.error}
        onSubmit={() => void submit()}
        onClose={onClose}
        footer={<FormText control={form.control} name="reason" label={t('change.reason')} required />}
      >
        <Box sx={{ pt: 0.5 }}>
          <ParticularFields on={dateOfInstant(page.row.arrivedAt)} />
        </Box>
        {nothing && <Alert severity="warning">{t('change.nothing')}</Alert>}
      </FormDialog>
    </FormProvider>
  )
}
