import { zodResolver } from '@hookform/resolvers/zod'
import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { type Control, useController, useForm, useWatch } from 'react-hook-form'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { PAUSE_KINDS, type PauseKind } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PauseEffect, type PausePreview } from './pause-effect.tsx'
import {
  AGENCY_CLOCKS,
  type ClockChange,
  pauseField,
  type PauseForm,
  pauseFormSchema,
  stopsClock,
} from './pause-form.ts'
import { useChange, useFocusHeading } from './use-change.ts'

/** Stops the clock or lets it run again, with what that does to the due date shown before it is saved. */
export function PauseDialog({
  page,
  change,
  onClose,
}: {
  page: DossierPage
  change: ClockChange
  onClose: () => void
}) {
  const t = useT('dossier')
  const toast = useToast()
  const { today } = useStatus()
  const focusHeading = useFocusHeading()
  const { target, pause, resume } = useChange(page)
  const kinds = PAUSE_KINDS.filter((kind) => kind !== 'supplement' || !page.supplementAsked)
  const defaultValues: PauseForm = {
    ...{ kind: kinds[0] ?? 'agency', clock: 'stops', on: today },
    ...{ document: '', note: '' },
  }
  const form = useForm({ resolver: zodResolver(pauseFormSchema(change)), defaultValues })
  const { control } = form
  const [kind, clock, on] = useWatch({ control, name: ['kind', 'clock', 'on'] })
  const stops = change === 'pause' ? stopsClock({ kind, clock }) : page.waitsRunning === null
  const words = useDialogWords(change, stops)
  const effect = useEffectOf(page, change, { pause: kind, stops }, on)
  const saving = change === 'pause' ? pause : resume
  const submit = form.handleSubmit(async ({ pause: why, stops: standsStill, ...typed }) => {
    try {
      if (change === 'pause') await pause.mutateAsync({ ...typed, ...target, pause: why, stops: standsStill })
      else await resume.mutateAsync({ ...typed, ...target })
      toast(words.done)
      onClose()
      focusHeading()
    } catch (error) {
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
                options={kinds.map((value) => ({ value, words: t(`pause.${value}`) }))}
              />
              {kind === 'agency' && <AgencyClock control={control} />}
              {page.supplementAsked && <Box sx={HINT}>{t('pause.supplementOnce')}</Box>}
            </Box>
          )}
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
            label={t('pause.document')}
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
          />
          <FormText
            control={control}
            name="note"
            label={t(change === 'pause' ? 'pause.reason' : 'pause.resumeReason')}
            required={change === 'pause'}
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
          />
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

/** Whether the clock stops for another agency: so by some laws, by others the term runs on. */
function AgencyClock({ control }: { control: Control<PauseForm, unknown, unknown> }) {
  const t = useT('dossier')
  return (
    <Box sx={{ mt: 2 }}>
      <FormSelect
        control={control}
        name="clock"
        label={t('pause.clock')}
        required
        fullWidth
        options={AGENCY_CLOCKS.map((value) => ({ value, words: t(`pause.clocks.${value}`) }))}
      />
    </Box>
  )
}

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
  wait: { pause: PauseKind; stops: boolean },
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
