import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { FormProvider, useController, useForm, useFormContext, useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { applyFieldErrors } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { ParticularFields } from '../../ui/particulars/particular-fields.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { ApplicantField } from '../reception/applicant-fields.tsx'
import { ProcedureField } from '../reception/procedure-field.tsx'
import { useChosenOf } from '../reception/use-reception.ts'
import { EntryForm } from './entry-form.tsx'
import { type RecordForm, emptyRecord, recordField, typedRecordSchema } from './record-form.ts'

/** Writes down an application that was filed online, as it stands on the portal. */
export function RecordScreen() {
  const t = useT('arrivals')
  const navigate = useNavigate()
  const back = () => void navigate('/arrivals')
  useShortcut('alt+arrowleft', back)
  const { form, chosen, submit, saving, error } = useRecord()
  return (
    <FormProvider {...form}>
      <EntryForm
        title={t('record.title')}
        hint={t('record.hint')}
        onSubmit={() => void submit()}
        onBack={back}
        footer={
          <>
            <ErrorAlert error={error} sx={{ mt: 1, py: 0 }} />
            <Box sx={{ flex: 'none', display: 'flex', gap: 1.5, pt: 1 }}>
              <Button type="submit" variant="contained" loading={saving}>
                {t('record.confirm')}
              </Button>
              <Button onClick={back} disabled={saving}>
                {t('back')}
              </Button>
            </Box>
          </>
        }
      >
        <Filing />
        <Box sx={{ my: 1.5 }}>
          <ProcedureField chosen={chosen} />
        </Box>
        <ParticularFields on={chosen.on} person={PERSON} />
      </EntryForm>
    </FormProvider>
  )
}

/** The number, the day and the hour it was filed. */
function Filing() {
  const t = useT('arrivals')
  const { today } = useStatus()
  const { control } = useFormContext<RecordForm>()
  const {
    field: { value, onChange, onBlur, ref },
    fieldState: { error },
  } = useController({ control, name: 'moment.on' })
  const plain = { htmlInput: { autoComplete: 'off', spellCheck: false } }
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 190px 120px', gap: 1.25 }}>
      <FormText
        control={control}
        name="reference"
        label={t('record.reference')}
        autoFocus
        slotProps={plain}
      />
      <CivilDateField
        label={t('record.on')}
        value={value}
        onChange={onChange}
        onBlur={onBlur}
        inputRef={ref}
        max={today}
        required
        errorCode={error?.message}
      />
      <FormText
        control={control}
        name="moment.time"
        label={t('record.time')}
        required
        placeholder="08:30"
        slotProps={plain}
      />
    </Box>
  )
}

function useRecord() {
  const t = useT('arrivals')
  const toast = useToast()
  const navigate = useNavigate()
  const { today } = useStatus()
  const record = useMutation(useOrpc().arrivals.record.mutationOptions())
  const saving = useRef(false)
  const form = useForm({
    resolver: zodResolver(typedRecordSchema),
    defaultValues: emptyRecord(today),
    mode: 'onTouched',
  })
  const chosen = useChosenOf(
    ...useWatch({ control: form.control, name: ['moment', 'procedureKey', 'remote'] }),
  )
  const save = form.handleSubmit(async ({ reference, moment, particulars, remote }) => {
    const { procedure } = chosen
    if (procedure === null) {
      form.setError('procedureKey', { message: 'procedure-not-valid-on-date' }, { shouldFocus: true })
      return
    }
    const filed = { procedureId: procedure.id, reference, arrivedAt: moment, particulars, remote }
    try {
      const { row } = await record.mutateAsync({ ...filed, answer: null })
      toast(t('record.done'))
      await navigate(`/arrivals/${row.id}`, { replace: true })
    } catch (error) {
      applyFieldErrors(form, error, recordField)
    }
  })
  const submit = async () => {
    if (saving.current) return
    saving.current = true
    try {
      await save()
    } finally {
      saving.current = false
    }
  }
  return { form, chosen, submit, saving: record.isPending, error: record.error }
}

const PERSON = {
  applicantName: <ApplicantField name="applicantName" />,
  idNumber: <ApplicantField name="idNumber" />,
  phone: <ApplicantField name="phone" />,
}
