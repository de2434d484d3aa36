import { zodResolver } from '@hookform/resolvers/zod'
import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { type Control, useController, useForm, useWatch } from 'react-hook-form'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import type { Input } from '../../../src-main/contract/index.ts'
import type { DossierForm } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PrintFormOnSaving, usePrintFormOnSaving } from '../forms/print-on-saving.tsx'
import { focusStopsSeen, StopsAcknowledge } from '../stops/stops-warning.tsx'
import { useDossierStops, useStopsSeen } from '../stops/use-stops.ts'
import { FormDialog } from './form-dialog.tsx'
import { PauseEffect, type PausePreview } from './pause-effect.tsx'
import {
  type ClockChange,
  pauseField,
  type PauseForm,
  pauseFormSchema,
  pauseOf,
  stopsClock,
  termsOf,
  WAIT_KINDS,
  type WaitKind,
} from './pause-form.ts'
import { useChange, useFocusHeading } from './use-change.ts'
import { WaitFields } from './wait-fields.tsx'

type PauseInput = Input<'dossiers', 'pause'>

/** Stops the clock or lets it run again, with what that does to the due date shown before it is saved. */
export function PauseDialog({
  page,
  change,
  onClose,
  onSaved,
}: {
  page: DossierPage
  change: ClockChange
  onClose: () => void
  /** Saved; with the form that is to be printed of it. */
  onSaved: (page: DossierPage, form: DossierForm | null) => void
}) {
  const t = useT('dossier')
  const toast = useToast()
  const { today, user } = useStatus()
  const focusHeading = useFocusHeading()
  const { target, pause, resume } = useChange(page)
  const [printing] = usePrintFormOnSaving()
  const kinds = WAIT_KINDS.filter((kind) => kind !== 'supplement' || !page.supplementAsked)
  const defaultValues: PauseForm = {
    ...{ kind: kinds[0] ?? 'agency', clock: 'stops', on: today },
    ...{ document: '', note: '', items: '', contact: user?.name ?? '', agency: '' },
    ...{ within: '', unit: 'working-day', posting: '15' },
  }
  const form = useForm({ resolver: zodResolver(pauseFormSchema(change)), defaultValues })
  const { control } = form
  const typed = useWatch({ control })
  const { kind = 'agency', clock = 'stops', within = '', unit = 'working-day', posting = '15' } = typed
  const on = typed.on ?? null
  const stops = change === 'pause' ? stopsClock({ kind, clock }) : page.waitsRunning === null
  const words = useDialogWords(change, stops)
  const wait = { pause: pauseOf(kind), stops, ...termsOf({ kind, within, unit, posting }) }
  const effect = useEffectOf(page, change, wait, on)
  const saving = change === 'pause' ? pause : resume
  const paper = change === 'pause' ? PAPERS[kind] : undefined
  // With the proof of payment a dossier may go straight to the signature.
  const paid = change === 'resume' && page.row.state === 'awaiting-payment'
  const orders = useDossierStops(page.row.id)
  const blocking = useStopsSeen(paid ? orders : NO_ORDERS)
  const submit = form.handleSubmit(async (said) => {
    try {
      const { happenedOn, document, note } = said
      const saved =
        change === 'pause'
          ? await pause.mutateAsync({ ...said, ...target })
          : await resume.mutateAsync({
              ...{ happenedOn, document, note, ...target },
              stopsAcknowledged: blocking.acknowledged,
            })
      toast(words.done)
      onClose()
      onSaved(saved, printing && paper !== undefined ? paper : null)
      focusHeading()
    } catch (error) {
      if (officeErrorOf(error)?.code === 'stop-order') focusStopsSeen()
      applyFieldErrors(form, error, pauseField)
    }
  })
  const atField = fieldCode(saving.error) !== undefined
  return (
    <FormDialog
      title={t(change === 'pause' ? 'pause.title' : 'pause.resumeTitle', { code: page.row.code })}
      confirmLabel={words.confirm}
      width="md"
      busy={saving.isPending}
      error={atField ? null : saving.error}
      onSubmit={() => void submit()}
      onClose={onClose}
      footer={paper === undefined ? undefined : <PrintFormOnSaving form={paper} />}
    >
      <Box sx={COLUMNS}>
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          {change === 'pause' && (
            <Box>
              <FormSelect
                control={control}
                name="kind"
                label={t('pause.kind')}
                required
                autoFocus
                fullWidth
                options={kinds.map((value) => ({ value, words: t(`pause.${value}`) }))}
              />
              {page.supplementAsked && <Box sx={HINT}>{t('pause.supplementOnce')}</Box>}
            </Box>
          )}
          {change === 'pause' && <WaitFields control={control} kind={kind} />}
          <DayField
            control={control}
            label={words.day}
            min={page.row.acceptedOn}
            max={today}
            autoFocus={change === 'resume'}
            previewCode={fieldCode(effect.error)}
          />
          <FormText
            control={control}
            name="document"
            label={t(paid ? 'pause.proof' : 'pause.document')}
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
          />
          <FormText
            control={control}
            name="note"
            label={t(change === 'pause' ? 'pause.reason' : 'pause.resumeReason')}
            required={change === 'pause' && kind !== 'payment' && kind !== 'posting'}
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
          />
          <StopsAcknowledge {...blocking} />
        </Box>
        <PauseEffect
          page={page}
          change={change}
          stops={stops}
          on={on}
          preview={effect.preview}
          error={effect.error}
        />
      </Box>
    </FormDialog>
  )
}

/** The paper that goes out with a wait. */
const PAPERS: Partial<Record<WaitKind, DossierForm>> = { supplement: 'supplement', payment: 'tax-slip' }

/** A clock that runs on is neither stopped nor started: the words are those of waiting. */
function useDialogWords(change: ClockChange, stops: boolean): { day: string; confirm: string; done: string } {
  const t = useT('dossier')
  if (change === 'pause') {
    return stops
      ? { day: t('pause.day'), confirm: t('pause.confirm'), done: t('pause.done') }
      : { day: t('pause.waitDay'), confirm: t('pause.waitConfirm'), done: t('pause.waitDone') }
  }
  const confirm = t('pause.resumeConfirm')
  return stops
    ? { day: t('pause.resumeDay'), confirm, done: t('pause.resumed') }
    : { day: t('pause.waitOverDay'), confirm, done: t('pause.waitOver') }
}

/** What the office says the change would do, asked again for each kind and day. */
function useEffectOf(
  { row: { id } }: DossierPage,
  change: ClockChange,
  wait: Pick<PauseInput, 'pause' | 'stops' | 'answerWithin' | 'posting'>,
  on: CivilDate | null,
): { preview: PausePreview | undefined; error: unknown } {
  const { today } = useStatus()
  const day = on ?? today
  const asked = useQuery(
    useOrpc().dossiers.previewPause.queryOptions({
      input: {
        id,
        change: change === 'pause' ? { kind: 'pause', ...wait, on: day } : { kind: 'resume', on: day },
      },
      enabled: on !== null,
      staleTime: 0,
      retry: false,
    }),
  )
  return { preview: asked.isError ? undefined : asked.data, error: on === null ? null : asked.error }
}

function DayField({
  control,
  previewCode,
  ...field
}: {
  control: Control<PauseForm, unknown, unknown>
  label: string
  min: CivilDate
  max: CivilDate
  autoFocus: boolean
  previewCode: string | undefined
}) {
  const {
    field: { value, onChange, onBlur, ref },
    fieldState: { error },
  } = useController({ control, name: 'on' })
  return (
    <CivilDateField
      {...field}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      inputRef={ref}
      required
      errorCode={error?.message ?? previewCode}
    />
  )
}

/** Code of the first error that has a field here. */
function fieldCode(error: unknown): string | undefined {
  return officeErrorOf(error)?.fields.find(({ field }) => pauseField(field) !== null)?.code
}

const COLUMNS = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.25fr)',
  gap: 3,
  minHeight: 360,
}
const HINT = { mt: 0.5, fontSize: 12.5, color: 'text.secondary' }
const NO_ORDERS: [] = []
