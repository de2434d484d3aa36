import { zodResolver } from '@hookform/resolvers/zod'
import { Alert, Box } from '@mui/material'
import { type Control, useForm, useWatch } from 'react-hook-form'
import type { DossierPage, ManualStep } from '../../../src-main/contract/dossiers.ts'
import { type DossierForm, RETURN_WAYS } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useStaff } from '../../app/staff.ts'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormDate } from '../../ui/form-date.tsx'
import { FormPick } from '../../ui/form-pick.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { FormTypeAhead } from '../../ui/form-type-ahead.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PrintFormOnSaving, usePrintFormOnSaving } from '../forms/print-on-saving.tsx'
import { EndingEffect } from './ending-effect.tsx'
import { focusStopsSeen, StopsAcknowledge } from '../stops/stops-warning.tsx'
import { useDossierStops, useStopsSeen } from '../stops/use-stops.ts'
import { FormDialog } from './form-dialog.tsx'
import { isEnding, stepField, type StepForm, stepFormSchema } from './step-form.ts'
import { useChange, useFocusHeading } from './use-change.ts'

/** The paper that goes out with a step. */
const PAPERS: Partial<Record<ManualStep, DossierForm>> = {
  refused: 'refusal',
  withdrawn: 'withdrawal',
  stopped: 'withdrawal',
}

/** Records one step: which day, at what hour where that is known, by whom, with a note. */
export function StepDialog({
  page,
  step,
  onClose,
  onSaved,
}: {
  page: DossierPage
  step: ManualStep
  onClose: () => void
  /** Saved; with the form that is to be printed of it. */
  onSaved: (page: DossierPage, form: DossierForm | null) => void
}) {
  const t = useT('dossier')
  const common = useT('common')
  const toast = useToast()
  const { today, user } = useStatus()
  const staff = useStaff()
  const focusHeading = useFocusHeading()
  const { target, recordStep } = useChange(page)
  const [printing] = usePrintFormOnSaving()
  const paper = PAPERS[step]
  const { representative, applicantName, returnWay } = page.particulars
  const defaultValues: StepForm = {
    ...{ on: today, time: '', holderId: user?.id ?? null, note: '', document: '', tracking: '' },
    // Who was authorised comes for it; otherwise the applicant does.
    ...{ to: representative === '' ? applicantName : representative, way: returnWay },
  }
  const form = useForm({ resolver: zodResolver(stepFormSchema(step)), defaultValues })
  const { control } = form
  const orders = useDossierStops(page.row.id)
  const stops = useStopsSeen(step === 'result-ready' ? orders : NO_ORDERS)
  const words = common(`step.${step}`)
  const allowed = page.allowedSteps.includes(step)
  const submit = form.handleSubmit(async (typed) => {
    try {
      const saved = await recordStep.mutateAsync({
        ...{ ...typed, ...target, stopsAcknowledged: stops.acknowledged },
      })
      toast(t('step.done', { what: words }))
      onClose()
      onSaved(saved, printing && paper !== undefined ? paper : null)
      focusHeading()
    } catch (error) {
      if (officeErrorOf(error)?.code === 'stop-order') focusStopsSeen()
      applyFieldErrors(form, error, stepField)
    }
  })
  const atField = (officeErrorOf(recordStep.error)?.fields ?? []).some(
    ({ field }) => stepField(field) !== null,
  )
  return (
    <FormDialog
      title={t('step.title', { what: words, code: page.row.code })}
      confirmLabel={words}
      width="xs"
      busy={recordStep.isPending}
      disabled={!allowed}
      error={atField ? null : recordStep.error}
      onSubmit={() => void submit()}
      onClose={onClose}
      footer={paper === undefined ? undefined : <PrintFormOnSaving form={paper} />}
    >
      {!allowed && (
        <Alert severity="warning">{t('step.noLonger', { state: common(`state.${page.row.state}`) })}</Alert>
      )}
      {step === 'taken' && (
        <FormPick
          control={control}
          name="holderId"
          label={common('column.holderName')}
          required
          autoFocus
          loading={staff.isPending}
          noneWords={t('step.noHolder')}
          options={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 130px', gap: 1.5 }}>
        <FormDate
          control={control}
          name="on"
          label={t('step.day')}
          required
          autoFocus={step !== 'taken'}
          max={today}
          min={page.row.acceptedOn}
        />
        <FormText
          control={control}
          name="time"
          label={t('step.time')}
          placeholder="08:30"
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
      </Box>
      {step === 'returned' && <ReturnFields control={control} names={[applicantName, representative]} />}
      {isEnding(step) && (
        <FormText
          control={control}
          name="document"
          label={t('pause.document')}
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
      )}
      <FormText
        control={control}
        name="note"
        label={step === 'refused' ? t('step.reason') : common('particular.note')}
        required={step === 'refused'}
        multiline={step === 'refused'}
        {...(step === 'refused' ? { minRows: 2, maxRows: 6 } : {})}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      {isEnding(step) && allowed && <EndingEffect id={page.row.id} step={step} control={control} />}
      <StopsAcknowledge {...stops} />
    </FormDialog>
  )
}

/** Who took the result, by which way, and the number the post tracks it by. */
function ReturnFields({
  control,
  names,
}: {
  control: Control<StepForm, unknown, unknown>
  names: readonly string[]
}) {
  const t = useT('dossier')
  const common = useT('common')
  const way = useWatch({ control, name: 'way' })
  return (
    <>
      <FormTypeAhead
        control={control}
        name="to"
        label={t('step.to')}
        suggestions={names.filter((name) => name !== '')}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: way === 'post' ? '1fr 1fr' : '1fr', gap: 1.5 }}>
        <FormSelect
          control={control}
          name="way"
          label={t('step.way')}
          required
          options={RETURN_WAYS.map((value) => ({ value, words: common(`returnWay.${value}`) }))}
        />
        {way === 'post' && (
          <FormText
            control={control}
            name="tracking"
            label={t('step.tracking')}
            required
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
          />
        )}
      </Box>
    </>
  )
}
const NO_ORDERS: [] = []
