import { zodResolver } from '@hookform/resolvers/zod'
import { Alert, Box } from '@mui/material'
import { useForm } from 'react-hook-form'
import type { DossierPage, ManualStep } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useStaff } from '../../app/staff.ts'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormDate } from '../../ui/form-date.tsx'
import { FormPick } from '../../ui/form-pick.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { focusStopsSeen, StopsAcknowledge } from '../stops/stops-warning.tsx'
import { useDossierStops, useStopsSeen } from '../stops/use-stops.ts'
import { FormDialog } from './form-dialog.tsx'
import { stepField, type StepForm, stepFormSchema } from './step-form.ts'
import { useChange, useFocusHeading } from './use-change.ts'

/** Records one step: which day, at what hour where that is known, by whom, with a note. */
export function StepDialog({
  page,
  step,
  onClose,
}: {
  page: DossierPage
  step: ManualStep
  onClose: () => void
}) {
  const t = useT('dossier')
  const common = useT('common')
  const toast = useToast()
  const { today, user } = useStatus()
  const staff = useStaff()
  const focusHeading = useFocusHeading()
  const { target, recordStep } = useChange(page)
  const defaultValues: StepForm = { on: today, time: '', holderId: user?.id ?? null, note: '' }
  const form = useForm({ resolver: zodResolver(stepFormSchema(step)), defaultValues })
  const { control } = form
  const orders = useDossierStops(page.row.id)
  const stops = useStopsSeen(step === 'result-ready' ? orders : NO_ORDERS)
  const words = common(`step.${step}`)
  const allowed = page.allowedSteps.includes(step)
  const submit = form.handleSubmit(async (typed) => {
    try {
      await recordStep.mutateAsync({ ...typed, ...target, stopsAcknowledged: stops.acknowledged })
      toast(t('step.done', { what: words }))
      onClose()
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
      <FormText
        control={control}
        name="note"
        label={common('particular.note')}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <StopsAcknowledge {...stops} />
    </FormDialog>
  )
}

const NO_ORDERS: [] = []
