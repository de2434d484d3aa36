import { Alert, Box } from '@mui/material'
import { useEffect, useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { Choice } from '../../ui/choice.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { ParticularFields } from '../../ui/particulars/particular-fields.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CorrectEntry } from './correct-entry.tsx'
import { CORRECTION_KINDS, correctionField, correctionOf, readCorrection } from './correction-form.ts'
import { FormDialog } from './form-dialog.tsx'
import { useChange, useFocusHeading } from './use-change.ts'

/** Sets something right by a further entry: nothing is overwritten, and the reason is asked for. */
export function CorrectionDialog({ page, onClose }: { page: DossierPage; onClose: () => void }) {
  const t = useT('dossier')
  const toast = useToast()
  const focusHeading = useFocusHeading()
  const { target, correct } = useChange(page)
  // What the fields began with: what was changed is told by it.
  const [before] = useState(() => correctionOf(page))
  const form = useForm({ defaultValues: before })
  const [nothingChanged, setNothingChanged] = useState(false)
  const kind = useWatch({ control: form.control, name: 'kind' })
  const { setFocus } = form
  useEffect(() => {
    // Once the dialog has taken the focus itself.
    const timer = setTimeout(() => setFocus('particulars.applicantName'))
    return () => clearTimeout(timer)
  }, [setFocus])
  const submit = async () => {
    form.clearErrors()
    const read = readCorrection(form.getValues(), before.particulars)
    const nothing = 'issues' in read && read.issues.some(({ code }) => code === 'nothing-changed')
    setNothingChanged(nothing)
    if ('issues' in read)
      return placeIssues(
        form,
        read.issues.filter(({ path }) => path !== 'changes'),
      )
    try {
      await correct.mutateAsync({ ...read.correction, ...target })
      toast(t('correction.done'))
      onClose()
      focusHeading()
    } catch (error) {
      applyFieldErrors(form, error, correctionField)
    }
  }
  const atField = (officeErrorOf(correct.error)?.fields ?? []).some(
    ({ field }) => correctionField(field) !== null,
  )
  return (
    <FormProvider {...form}>
      <FormDialog
        title={t('correction.title', { code: page.row.code })}
        confirmLabel={t('correction.confirm')}
        width="md"
        busy={correct.isPending}
        error={atField ? null : correct.error}
        onSubmit={() => void submit()}
        onClose={onClose}
        footer={<FormText control={form.control} name="reason" label={t('correction.reason')} required />}
      >
        <Choice
          label={t('correction.kind')}
          value={kind}
          options={CORRECTION_KINDS.map((value) => ({ value, words: t(`correction.${value}`) }))}
          onChange={(value) => {
            form.clearErrors()
            correct.reset()
            form.setValue('kind', value)
          }}
        />
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{t(`correction.${kind}Hint`)}</Box>
        {kind === 'particulars' ? (
          <ParticularFields on={page.row.acceptedOn} />
        ) : (
          <CorrectEntry key={kind} page={page} kind={kind} />
        )}
        {nothingChanged && kind === 'particulars' && (
          <Alert severity="warning">{t('correction.nothingChanged')}</Alert>
        )}
      </FormDialog>
    </FormProvider>
  )
}

function placeIssues(
  form: Pick<ReturnType<typeof useForm<ReturnType<typeof correctionOf>>>, 'setError'>,
  issues: readonly { path: string; code: string }[],
): void {
  issues.forEach(({ path, code }, index) => {
    const field = correctionField(path)
    if (field !== null) form.setError(field, { message: code }, { shouldFocus: index === 0 })
  })
}
