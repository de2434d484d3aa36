import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { FormProvider, useForm, useWatch } from 'react-hook-form'
import { useNavigate, useParams } from 'react-router'
import type { ArrivalPage } from '../../../src-main/contract/arrivals.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { formatMoment } from '../../ui/format.ts'
import { ParticularFields } from '../../ui/particulars/particular-fields.tsx'
import { typedFrom, withOffered } from '../../ui/particulars/typed.ts'
import { useToast } from '../../ui/toast.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { PrintOnSaving } from '../receipt/print-on-saving.tsx'
import { usePrintOnSaving, usePrintReceipt } from '../receipt/use-receipt.ts'
import { AlikeWarning } from '../reception/alike-warning.tsx'
import { DuePanel } from '../reception/due-panel.tsx'
import { HolderField } from '../reception/holder-field.tsx'
import { MomentField } from '../reception/moment-field.tsx'
import { ParcelStops } from '../reception/parcel-stops.tsx'
import { ProcedureField } from '../reception/procedure-field.tsx'
import { emptyReception, receptionField, typedReceptionSchema } from '../reception/reception-form.ts'
import { useChosenOf, useInForce } from '../reception/use-reception.ts'
import { focusStopsSeen } from '../stops/stops-warning.tsx'
import { useArrival } from './arrival.tsx'
import { EntryForm } from './entry-form.tsx'

/** Accepts an application: the form of reception with what was filed in it, the due date beside it. */
export function AcceptScreen() {
  const { id: text = '' } = useParams()
  const id = Number(text) || 0
  const navigate = useNavigate()
  const back = () => void navigate(`/arrivals/${id}`)
  useShortcut('alt+arrowleft', back)
  const { page, instead } = useArrival(id, back)
  if (page === null) return instead
  return <AcceptForm key={page.row.id} page={page} onBack={back} />
}

function AcceptForm({ page, onBack }: { page: ArrivalPage; onBack: () => void }) {
  const t = useT('arrivals')
  const { row } = page
  const { form, chosen, submit, saving, error } = useAccept(page)
  return (
    <FormProvider {...form}>
      <EntryForm
        title={t('accept.title', { reference: row.reference || row.applicantName })}
        hint={t('accept.hint', { moment: formatMoment(row.arrivedAt) })}
        onSubmit={() => void submit()}
        onBack={onBack}
        footer={
          <>
            <ErrorAlert error={error} sx={{ mt: 1, py: 0 }} />
            <Box sx={{ flex: 'none', display: 'flex', alignItems: 'center', gap: 1.5, pt: 1 }}>
              <Button type="submit" variant="contained" loading={saving}>
                {t('accept.confirm')}
              </Button>
              <Button onClick={onBack} disabled={saving}>
                {t('back')}
              </Button>
              <PrintOnSaving />
            </Box>
          </>
        }
        aside={
          <DuePanel chosen={chosen}>
            <MomentField />
            <ParcelStops />
            <AlikeWarning />
          </DuePanel>
        }
      >
        <Box sx={{ mb: 1.5 }}>
          <ProcedureField chosen={chosen} />
        </Box>
        <ParticularFields on={chosen.on} before={<HolderField />} />
      </EntryForm>
    </FormProvider>
  )
}

/** The form with what was filed in it, and accepting. Decided on what stood there when it was opened: refused when somebody was quicker. */
function useAccept({ row, particulars, procedureKey, remote }: ArrivalPage) {
  const t = useT('arrivals')
  const toast = useToast()
  const navigate = useNavigate()
  const print = usePrintReceipt()
  const [printOnSaving] = usePrintOnSaving()
  const accept = useMutation(useOrpc().arrivals.accept.mutationOptions())
  const inForce = useInForce()
  const [version] = useState(row.version)
  const saving = useRef(false)
  const form = useForm({
    resolver: zodResolver(typedReceptionSchema),
    defaultValues: { ...emptyReception(procedureKey), particulars: typedFrom(particulars), remote },
    mode: 'onTouched',
  })
  const chosen = useChosenOf(
    ...useWatch({ control: form.control, name: ['moment', 'procedureKey', 'remote'] }),
  )
  const documents = chosen.procedure?.documents
  const { setFocus } = form
  // Ctrl+Enter is to accept as soon as the form is there.
  useEffect(() => setFocus('particulars.applicantName'), [setFocus])
  useEffect(() => {
    if (documents === undefined) return
    form.setValue('particulars.documents', withOffered(form.getValues('particulars.documents'), documents))
  }, [form, documents])
  const save = form.handleSubmit(async ({ moment, request: _, procedureKey: key, ...typed }) => {
    const procedure = await inForce(key, chosen.on)
    if (procedure === undefined) {
      form.setError('procedureKey', { message: 'procedure-not-valid-on-date' }, { shouldFocus: true })
      return
    }
    const target = { id: row.id, version, procedureId: procedure.id, acceptedAt: moment }
    try {
      const { id, code } = await accept.mutateAsync({ ...typed, ...target })
      toast(t('accept.done', { code }))
      if (printOnSaving) void print(id)
      await navigate(`/dossiers/${id}`, { replace: true })
    } catch (error) {
      if (officeErrorOf(error)?.code === 'stop-order') focusStopsSeen()
      applyFieldErrors(form, error, receptionField)
    }
  })
  const submit = async () => {
    // A second Ctrl+Enter comes before the first has been drawn: state would be too late.
    if (saving.current) return
    saving.current = true
    try {
      await save()
    } finally {
      saving.current = false
    }
  }
  return { form, chosen, submit, saving: accept.isPending, error: accept.error }
}
